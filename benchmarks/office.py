"""How long an office waits for its dossier, when the cluster has kept it for many years: opening a period, comparing and
merging it (what ``check --dossier`` does), deciding, and writing workbook and report.

    .venv/bin/python benchmarks/office.py [YEARS [UNITS [FIGURES]]]        default: 20 36 100

The years before are those of ``dossier.py``: two periods a year, a file of 100 kB of every unit, a tenth of the findings
accepted, all figures kept. In this year's period every unit sent its template, filled in, and the form has as many
figures, with rules and sentences to them. All of it is invented. Times are medians of five runs in this one process, in
seconds; “first” is what it takes once, before anything is kept of what was read.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import dossier
from openpyxl import Workbook

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.period import Period

NOW, TODAY, HAND = Period(2024), date(2024, 12, 1), Hand("Lan", dossier.AT)
OF_A_KIND = 10
Rows = Sequence[Sequence[object]]


def main() -> None:
    pass


# -- a form --------------------------------------------------------------------------------------------------------


def draw_form(path: Path, units: int, figures: int) -> None:
    """Write a form workbook of so many units and figures."""
    book = Workbook()
    book.remove(book.active)
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
            *(row for first in range(0, figures - OF_A_KIND + 1, OF_A_KIND) for row in rule_rows(first)),
        ),
        "Câu mẫu": (
            ("Mục", "Kiểu đoạn", "Câu mẫu"),
            *(("I", "Gạch đầu dòng", f"Số liệu {number}: {{so_lieu_{number}}} người.") for number in range(60)),
            ("", "Phụ lục", "Số liệu {ky}"),
        ),
    }


def figure_row(number: int) -> Sequence[object]:
    """Return the row of a figure; of every ten the second and third are parts of the first."""
    first, place = divmod(number, OF_A_KIND)
    adding = "Cộng – cuối kỳ" if first % 2 else "Cộng – phát sinh"
    whole = f"so_lieu_{number - place}" if place in {1, 2} else ""
    name = f"Số liệu thử thứ {number}"
    return (number + 1, f"so_lieu_{number}", "b", f"Mục {first + 1}", name, "người", "số nguyên", adding, whole)


def rule_rows(first: int) -> Iterator[Sequence[object]]:
    """Yield the rules on ten figures: parts, comparisons with each other and with the year before."""
    codes = [f"so_lieu_{first + place}" for place in range(OF_A_KIND)]
    kind = first // OF_A_KIND
    yield (f"C{kind}", "Cộng lại bằng", codes[0], f"{codes[1]} + {codes[2]}", "", "", "cảnh báo")
    yield (f"L{kind}", "Không lớn hơn", codes[3], codes[4], "", "", "cảnh báo")
    yield (f"Q{kind}", "So với kỳ trước", codes[5], "", 80, 120, "cảnh báo")
    yield (f"B{kind}", "Bình quân A/B trong khoảng", codes[6], codes[7], 1, 3, "cảnh báo")


if __name__ == "__main__":
    draw_form(Path("/tmp/thu.xlsx"), 36, 100)
    from ccbdesk.operations.open_form import lint_form
    with Reader() as r:
        o=lint_form("/tmp/thu.xlsx", r)
        print(o.mistakes, o.form and (len(o.form.indicators), len(o.form.rules), len(o.form.sentences)))
