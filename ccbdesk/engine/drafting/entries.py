"""The lines of an appendix. This module holds which figures of a section stand in it, in which order, under what name.

A plan stands behind what it is the plan of; of a row of a matrix first the sum, then its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, Indicator, ListCount, ListSum, MatrixCell
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.sentence import Slot
from ccbdesk.vietnamese.vocabulary import books

_ROWS_OF_A_LIST = "Số lượng"
_PLAN = books.PLAN.lower()
_UNDER = "–"


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the appendix: its number, what it is called beneath the line before and by itself, its measure."""

    number: str
    label: str
    caption: str
    measure: str
    slot: Slot


def find_entries(section: Sequence[Indicator], form: Form) -> list[Entry]:
    """Return the lines of a section, numbered as the form numbers them; from 1 where it numbers none of them."""
    rows = [list(row) for _, row in groupby(section, _row_of)]
    is_numbered = any(indicator.number for indicator in section)
    entries: list[Entry] = []
    for count, row in enumerate(rows, start=1):
        number = row[-1].number if is_numbered else str(count)
        entries += _row_entries(row, number, form)
    return entries


def _row_of(indicator: Indicator) -> IndicatorCode:
    """Return what the cells of a row of a matrix and their sum have in common; of another figure its own code."""
    return indicator.source.row if isinstance(indicator.source, MatrixCell) else indicator.code


def _row_entries(row: Sequence[Indicator], number: str, form: Form) -> Iterator[Entry]:
    *cells, last = row
    if not cells:
        yield from _plain_entries(last, number, form)
    elif isinstance(last.source, MatrixCell):
        for place, cell in enumerate(row):
            yield from _plain_entries(cell, "" if place else number, form)
    else:
        yield from _plain_entries(last, number, form)
        yield from (_cell_entry(cell, form) for cell in cells)


def _cell_entry(cell: Indicator, form: Form) -> Entry:
    """Return the line of a cell of a matrix beneath the sum of its row."""
    return Entry("", f"{_UNDER} {_column_label(cell, form)}", cell.label, cell.measure, Slot(Reference(cell.code)))


def _plain_entries(indicator: Indicator, number: str, form: Form) -> Iterator[Entry]:
    label = _label(indicator, form)
    yield Entry(number, label, label, indicator.measure, Slot(Reference(indicator.code)))
    if indicator.planned:
        slot = Slot(Reference(indicator.code, when=When.PLAN))
        yield Entry("", f"{_UNDER} {_PLAN}", f"{label} {_UNDER} {_PLAN}", indicator.measure, slot)


def _label(indicator: Indicator, form: Form) -> str:
    """Return what a figure is called beneath the title of its section, which for a list is the list's own."""
    match indicator.source:
        case ListCount():
            return _ROWS_OF_A_LIST
        case ListSum():
            return _column_label(indicator, form)
        case MatrixCell() | None:
            return indicator.label


def _column_label(indicator: Indicator, form: Form) -> str:
    """Return the name of the column that a figure comes from."""
    match indicator.source:
        case MatrixCell(column=code) | ListSum(column=code):
            columns = form.columns_of(indicator.sheet)
            return next(column.label for column in columns if column.code == code)
        case _:
            return indicator.label
