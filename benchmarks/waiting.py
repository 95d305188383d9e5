"""How long an office waits for its dossier when the cluster has kept it for many years: to open a period, to compare it
with what came before and merge it (what ``check --dossier`` does), to decide, to close, to write workbook and report.

    .venv/bin/python benchmarks/waiting.py [YEARS [UNITS [FIGURES]]]        default: 20 36 100

The years before are those of ``dossier.py``: two periods a year, of every unit a file of 100 kB, an accepted warning
for every ten of its figures, all figures kept. For the present period every unit sent its template, filled in; a
tenth of the rules do not hold. All of it is invented. Times are medians of five runs in this one process, in seconds,
with the collector of rings set as in the program; what happens once in a dossier's life is measured once. The
machine's other work shows in them, so the time that this process worked stands beside the time that passed; that of
the process in which workbooks are read is in the latter only."""

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import dossier
from openpyxl import Workbook

from ccbdesk.app import spare_the_collector
from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.book import Book, EmptyCell, Look, NumberCell, Placed
from ccbdesk.model.decision import Hand
from ccbdesk.model.form import Form
from ccbdesk.model.history import KeptFigure
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number
from ccbdesk.operations.check import Checked, Job
from ccbdesk.operations.close import close
from ccbdesk.operations.decisions import accept, reopen, undo
from ccbdesk.operations.holding import check_held, hold
from ccbdesk.operations.merge import Wishes, make_papers
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import silent
from ccbdesk.operations.record import Case, open_case
from ccbdesk.operations.take_in import take_in

NOW, TODAY, HAND = Period(2024), date(2024, 12, 1), Hand("Lan", dossier.AT)
OF_A_KIND = 10
Rows = Sequence[Sequence[object]]


# -- a form --------------------------------------------------------------------------------------------------------


def draw_form(path: Path, units: int, figures: int) -> None:
    """Write a form workbook of so many units and figures."""
    book = Workbook(write_only=True)
    for name, rows in sheets(units, figures).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def sheets(units: int, figures: int) -> dict[str, Rows]:
    """Return the sheets of the form, each as its rows."""
    return {
        "Thông tin": (
            ("Thuộc tính", "Nội dung"),
            ("Mã bộ biểu mẫu", "thu"),
            ("Phiên bản", "1"),
            ("Tên Cụm", "Cụm thử"),
            ("Tên gọi tắt", "Cụm thử"),
        ),
        "Đơn vị": (
            ("Mã", "Tên đầy đủ", "Tên gọi", "Loại"),
            *((f"u{number}", f"Hội thử số {number}", f"Thử {number}", "tỉnh") for number in range(units)),
        ),
        "Biểu": (
            ("Mã biểu", "Tên trang", "Loại biểu", "Người lập"),
            ("b", "Biểu số liệu", "dòng số liệu", "đơn vị"),
        ),
        "Số liệu": (
            ("STT", "Mã", "Biểu", "Mục", "Tên số liệu", "Đơn vị tính", "Loại số liệu", "Cách cộng", "Trong đó của"),
            *map(figure_row, range(figures)),
        ),
        "Quy tắc": (
            ("Mã", "Loại quy tắc", "Số liệu", "So với", "Từ", "Đến", "Mức"),
            *itertools.chain.from_iterable(map(rule_rows, range(0, figures - OF_A_KIND + 1, OF_A_KIND))),
        ),
        "Câu mẫu": (
            ("Mục", "Kiểu đoạn", "Câu mẫu"),
            *(("I", "Gạch đầu dòng", f"Số liệu {number}: {{so_lieu_{number}}} người.") for number in range(60)),
            ("", "Phụ lục", "Số liệu {ky}"),
        ),
    }


def figure_row(number: int) -> Sequence[object]:
    """Return the row of a figure; of every ten the second and third are parts of the first."""
    kind, place = divmod(number, OF_A_KIND)
    adding = "Cộng – cuối kỳ" if kind % 2 else "Cộng – phát sinh"
    whole = f"so_lieu_{number - place}" if place in {1, 2} else ""
    name = f"Số liệu thử thứ {number}"
    return (number + 1, f"so_lieu_{number}", "b", f"Mục {kind + 1}", name, "người", "số nguyên", adding, whole)


def rule_rows(first: int) -> Iterator[Sequence[object]]:
    """Yield the rules on ten figures: parts, comparisons with each other and with the year before."""
    codes = [f"so_lieu_{first + place}" for place in range(OF_A_KIND)]
    kind = first // OF_A_KIND
    yield (f"C{kind}", "Cộng lại bằng", codes[0], f"{codes[1]} + {codes[2]}", "", "", "cảnh báo")
    yield (f"L{kind}", "Không lớn hơn", codes[3], codes[4], "", "", "cảnh báo")
    yield (f"Q{kind}", "So với kỳ trước", codes[5], "", 80, 120, "cảnh báo")
    yield (f"B{kind}", "Bình quân A/B trong khoảng", codes[6], codes[7], 1, 3, "cảnh báo")


# -- figures and returns -------------------------------------------------------------------------------------------


def reported(unit: int, number: int, growth: int = 100) -> int:
    """Return what a unit reports, in percent of what it reported every year before; a tenth breaks its rule."""
    amount = (1000 + (37 * unit + 101 * number) % 900) * growth // 100
    is_odd = (unit + number // OF_A_KIND) % 10 == 0
    match number % OF_A_KIND:
        case 0:
            return reported(unit, number + 1, growth) + reported(unit, number + 2, growth) + is_odd
        case 3:
            return reported(unit, number + 1, growth) + (5 if is_odd else -5)
        case 6:
            return reported(unit, number + 1, growth) * (4 if is_odd else 2)
        case _:
            return amount


def every_year(units: int, figures: int) -> tuple[KeptFigure, ...]:
    """Return the figures that were kept of every period before."""
    return tuple(
        KeptFigure(UnitId(f"u{unit}"), IndicatorCode(f"so_lieu_{number}"), Number(Decimal(reported(unit, number))))
        for unit in range(units)
        for number in range(figures)
    )


def send(form: Form, folder: Path) -> None:
    """Put the filled-in template of every unit into a folder."""
    folder.mkdir()
    for number, unit in enumerate(form.units):
        book = filled(plan_template(form, unit, NOW, None), number)
        (folder / f"{unit.id}.xlsx").write_bytes(write_book(book, TODAY))


def filled(book: Book, unit: int) -> Book:
    """Return a template with this year's figures of a unit, from above to below."""
    numbers = itertools.count()

    def typed(placed: Placed) -> Placed:
        if isinstance(placed.cell, EmptyCell) and placed.cell.look is Look.INPUT:
            return placed._replace(cell=NumberCell(Decimal(reported(unit, next(numbers), 105)), Look.INPUT))
        return placed

    return replace(book, sheets=tuple(replace(one, cells=tuple(map(typed, one.cells))) for one in book.sheets))


# -- measuring -----------------------------------------------------------------------------------------------------


def measured(name: str, work: Callable[[], object], runs: int = dossier.RUNS) -> None:
    """Do something some times, and say how long it took."""
    passed, worked = [], []
    for _ in range(runs):
        start, cpu = time.perf_counter(), time.process_time()
        work()
        passed.append(time.perf_counter() - start)
        worked.append(time.process_time() - cpu)
    sys.stdout.write(f"{name:<58}{statistics.median(passed):.2f} s   {statistics.median(worked):.2f} s worked\n")


def measure(path: Path, files: Path, form: Path, reader: Reader) -> None:
    """Print a line for everything that an office does."""

    def opened(*, anew: bool = False) -> Case:
        return open_case(path, NOW.code, reader, silent, anew=anew)

    def checked(*, anew: bool = False) -> Checked:
        return check_held(hold(path, NOW.code, reader, silent, anew=anew))

    def accepted() -> None:
        case = opened()
        id = finding_ids(case.checked.checks.findings)[0]
        accept(case, id, "đã đối chiếu", HAND)

    job = Job((files,), str(form), NOW.code)
    measured("take in all files, each in a transaction (once)", lambda: take_in(path, job, HAND, reader, silent), 1)
    measured("open, compare, merge", checked)
    measured("  of this: open", lambda: hold(path, NOW.code, reader, silent))
    held = hold(path, NOW.code, reader, silent)
    measured("  of this: compare and merge", lambda: check_held(held))
    measured("the same, all workbooks read anew", lambda: checked(anew=True))
    measured("accept a warning", accepted)
    measured("undo that", lambda: undo(opened(), None, HAND))
    got = checked()
    measured("write workbook and report beside", lambda: make_papers(got, Wishes(TODAY), silent))
    measured("close the period (once)", lambda: close(opened(anew=True), HAND), 1)
    measured("open the closed period", checked)
    measured("reopen it (once)", lambda: reopen(opened(), "đối chiếu lại", HAND), 1)
    findings = len(got.checks.findings)
    sys.stdout.write(
        f"{findings} findings, {len(got.checks.outcomes)} rules run, {path.stat().st_size / 2**20:.0f} MB\n"
    )


def main() -> None:
    """Make a dossier and print a line for every move."""
    spare_the_collector()
    years, units, figures = (*(int(word) for word in sys.argv[1:]), *(20, 36, 100)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        path, files, form = (Path(folder) / name for name in ("thu.ccbdesk", "received", "thu.xlsx"))
        draw_form(form, units, figures)
        dossier.fill(path, years, units, every_year(units, figures))
        send(open_form(str(form), reader), files)
        measure(path, files, form, reader)


if __name__ == "__main__":
    main()
