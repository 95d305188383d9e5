"""The lines of a blank return. This module holds cells that stand beside each other, and lines below each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccbdesk.model.book import BookCell, EmptyCell, Look, Placed
from ccbdesk.model.form import Kind


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


def input_cell(kind: Kind) -> EmptyCell:
    """Return the cell to type into; a day is typed as text, lest a number format hide it."""
    return EmptyCell(Look.INPUT_TEXT if kind in (Kind.TEXT, Kind.DAY) else Look.INPUT)
