"""How long the whole chain takes, stage by stage, for clusters of several sizes.

    .venv/bin/python benchmarks/chain.py [UNITS …]        default: 6 14 36

The units are invented, the form is the largest one; every unit sends one filled-in template. The last line is
about drafting alone: sixty plain sentences of one figure each, and the form's whole report with its appendix, both for
the smallest of the sizes. Times are medians of five runs in this one process, in seconds, with the collector of rings
set as in the program; the machine's other work shows in them, so compare medians of the same day. ``README.md`` beside
this file holds the figures that were measured.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ccbdesk import resources
from ccbdesk.app import spare_the_collector
from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.book import Book, BookCell, EmptyCell, Look, NumberCell, Placed
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Form, Sentence, Style
from ccbdesk.model.period import Period
from ccbdesk.model.sentence import Slot, Words
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.operations.check import decide
from ccbdesk.operations.gather import gather
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import silent

FORM = "tw-3"
PERIOD, TODAY, RUNS, SENTENCES = Period(2024), date(2024, 12, 1), 5, 60


def form_of(units: int, reader: Reader) -> Form:
    """Return the shipped form with so many invented units."""
    form = open_form(FORM, reader)
    invented = tuple(
        Unit(UnitId(f"u{number}"), f"Hội thử số {number}", f"Thử {number}", "tỉnh", order=number)
        for number in range(1, units + 1)
    )
    return replace(form, units=invented)


def filled(book: Book, number: int) -> Book:
    """Return a template with a figure in every input of figures."""

    def typed(placed: Placed) -> Placed:
        cell: BookCell = placed.cell
        if isinstance(cell, EmptyCell) and cell.look is Look.INPUT:
            cell = NumberCell(Decimal(100 * number + placed.row), Look.INPUT)
        return placed._replace(cell=cell)

    return replace(
        book,
        sheets=tuple(replace(sheet, cells=tuple(typed(placed) for placed in sheet.cells)) for sheet in book.sheets),
    )


def median(work: Callable[[], object]) -> float:
    """Return the median time of some runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def send(form: Form, folder: Path) -> None:
    """Put a return of every unit into a folder."""
    for number, unit in enumerate(form.units, start=1):
        book = filled(plan_template(form, unit, PERIOD, None), number)
        (folder / f"{unit.id}.xlsx").write_bytes(write_book(book, TODAY))


def arrived(form: Form, reader: Reader) -> tuple[Arrival, ...]:
    """Return the returns of every unit, read."""
    with tempfile.TemporaryDirectory() as folder:
        send(form, Path(folder))
        return gather([Path(folder)], reader, silent)


def measure(units: int, reader: Reader) -> dict[str, float]:
    """Return the median time of every stage for a cluster of so many units."""
    form = form_of(units, reader)
    with tempfile.TemporaryDirectory() as folder:
        send(form, Path(folder))
        arrivals = gather([Path(folder)], reader, silent)
        checked = decide(form, PERIOD, arrivals)
        report = draft(checked.merged, places(checked.merged))
        skeleton = resources.skeleton(form.skeleton).read_bytes()
        return {
            "read": median(lambda: gather([Path(folder)], reader, silent)),
            "check, merge": median(lambda: decide(form, PERIOD, arrivals)),
            "draft": median(lambda: draft(checked.merged, places(checked.merged))),
            "workbook": median(lambda: write_book(plan_book(checked.merged, checked.checks), TODAY)),
            "report": median(lambda: write_report(report, skeleton, TODAY)),
        }


def in_plain_sentences(merged: Consolidation) -> Consolidation:
    """Return the same figures, of which the form says sixty in a sentence each, and nothing more."""
    totals = [total for total in merged.totals if total.indicator.is_numeric]
    told = [totals[number % len(totals)].indicator for number in range(SENTENCES)]
    sentences = tuple(
        Sentence(f"E{row}", Style.BODY, (Words(f"{one.label}: "), Slot(Reference(one.code)), Words(".")))
        for row, one in enumerate(told, start=2)
    )
    return replace(merged, form=replace(merged.form, sentences=sentences))


def drafting(units: int, reader: Reader) -> dict[str, float]:
    """Return the median time of drafting sixty plain sentences, and the whole report, for so many units."""
    form = form_of(units, reader)
    whole = decide(form, PERIOD, arrived(form, reader)).merged
    plain = in_plain_sentences(whole)
    return {
        f"{SENTENCES} plain sentences": median(lambda: draft(plain, places(plain))),
        "whole report with its appendix": median(lambda: draft(whole, places(whole))),
    }


def shown(stages: dict[str, float]) -> str:
    """Return the stages and their times in one line."""
    return "  ".join(f"{name} {seconds:.3f}" for name, seconds in stages.items())


def main() -> None:
    """Print a line for every size, and one for drafting."""
    spare_the_collector()
    sizes = [int(word) for word in sys.argv[1:]] or [6, 14, 36]
    with Reader() as reader:
        for units in sizes:
            stages = measure(units, reader)
            sys.stdout.write(f"{units:>3} units  whole chain {sum(stages.values()):.3f} s   {shown(stages)}\n")
        sys.stdout.write(f"drafting, {min(sizes)} units   {shown(drafting(min(sizes), reader))}\n")


if __name__ == "__main__":
    main()
