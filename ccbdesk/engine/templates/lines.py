"""The lines of a blank return. This module holds the headings, the sections and a line for every indicator asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccbdesk.model.book import BookCell, EmptyCell, Look, Placed, TextCell
from ccbdesk.model.form import Form, Indicator, Kind
from ccbdesk.vietnamese.vocabulary.returns import Column

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a line: its column, counted from 1, and over how many columns it goes."""

    column: int
    cell: BookCell
    across: int = 1


Line = tuple[Spot, ...]


def placed(lines: Iterable[Line]) -> tuple[Placed, ...]:
    """Return the cells of lines that stand one below the other from row 1; an empty line stays empty."""
    return tuple(
        Placed(row, spot.column, spot.cell, spot.across) for row, line in enumerate(lines, start=1) for spot in line
    )


def lines_of_sheet(form: Form, asked: Iterable[Indicator]) -> Iterator[Line]:
    """Yield the heading, then each section's name before its indicators, each indicator on a line of its own."""
    yield tuple(Spot(number, TextCell(column.value, Look.HEADING)) for number, column in enumerate(Column, start=1))
    section = ""
    for indicator in asked:
        if indicator.section and indicator.section != section:
            yield Spot(1, EmptyCell(Look.CODE)), Spot(2, TextCell(indicator.section, Look.SECTION), len(Column) - 1)
        section = indicator.section
        yield _line(form, indicator)


def _line(form: Form, indicator: Indicator) -> Line:
    return (
        Spot(1, TextCell(indicator.code, Look.CODE)),
        Spot(2, TextCell(indicator.number)),
        Spot(3, TextCell(_INDENT * _depth(form, indicator) + indicator.label, Look.LABEL)),
        Spot(4, TextCell(indicator.measure)),
        *_inputs(indicator),
        Spot(7, TextCell(indicator.note)),
    )


def _inputs(indicator: Indicator) -> Line:
    """Words get the remarks' room too; a day is typed into a text cell, lest a number format hide it."""
    remarks = Spot(6, EmptyCell(Look.INPUT_TEXT))
    match indicator.kind:
        case Kind.TEXT:
            return (Spot(5, EmptyCell(Look.INPUT_TEXT), 2),)
        case Kind.DAY:
            return Spot(5, EmptyCell(Look.INPUT_TEXT)), remarks
        case _:
            return Spot(5, EmptyCell(Look.INPUT)), remarks


def _depth(form: Form, indicator: Indicator) -> int:
    """Return how many indicators this one is “trong đó” of; never more than the form has."""
    parents = {each.code: each.parent for each in form.indicators}
    depth, parent = 0, indicator.parent
    while parent is not None and depth < len(parents):
        depth, parent = depth + 1, parents.get(parent)
    return depth
