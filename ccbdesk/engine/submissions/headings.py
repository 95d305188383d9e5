"""Where the columns of lists and matrices stand. This module holds the search for their codes and headings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ccbdesk.engine.submissions.headed import LAST_HEADING_ROW
from ccbdesk.engine.submissions.shown import bare
from ccbdesk.model.form import Form, FormSheet, ListColumn
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.model.origin import ColumnCode
from ccbdesk.vietnamese.folding import folded, tidy

FARTHEST = 2
"""How many rows the parts of a heading may stand from each other."""

Names = Mapping[str, ColumnCode]
Positions = Mapping[ColumnCode, int]


@dataclass(frozen=True, slots=True)
class Headings:
    """The rows that name a form's columns, from the first to the last, and where these columns stand."""

    first_row: int
    last_row: int
    columns: Positions


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    columns: Positions


def find_headings(form: Form, sheet: FormSheet, grid: Grid) -> Headings | None:
    """Return where the columns of a list or matrix stand in a sheet; None where it is another's.

    A sheet of the right name needs half of the columns, any other one all of them and at least two."""
    columns = form.columns_of(sheet.code)
    found = _found(columns, grid)
    if found is None:
        return None
    count = len(found.columns)
    is_home = folded(grid.name) == folded(sheet.name)
    is_whole = count == len(columns) and count > 1
    return found if (is_home and 2 * count >= len(columns)) or is_whole else None


def _found(columns: tuple[ListColumn, ...], grid: Grid) -> Headings | None:
    """A column is believed to stand where its code does; its heading tells where there is no code."""
    by_code = {column.code.casefold(): column.code for column in columns}
    by_label = {words: column.code for column in columns for words in _ways_of_saying(column)}
    codes = _best(grid, by_code, lambda cell: tidy(bare(cell.content)).casefold())
    labels = _best(grid, by_label, lambda cell: folded(bare(cell.content)))
    if codes is None or labels is None:
        line = codes or labels
        return Headings(line.row, line.row, line.columns) if line else None
    if abs(codes.row - labels.row) > FARTHEST:
        return Headings(labels.row, labels.row, labels.columns)
    rows = (codes.row, labels.row)
    return Headings(min(rows), max(rows), {**labels.columns, **codes.columns})


def _ways_of_saying(column: ListColumn) -> tuple[str, ...]:
    return folded(column.label), folded(f"{column.label} {column.measure}")


def _best(grid: Grid, names: Names, key: Callable[[Cell], str]) -> _Line | None:
    """Return the row among the first ones that names most columns, the earliest of equals."""
    rows = [(number, cells) for number, cells in grid.rows() if number <= LAST_HEADING_ROW]
    lines = [_Line(number, _positions(cells, names, key)) for number, cells in rows]
    best = max(lines, key=lambda line: (len(line.columns), -line.row), default=None)
    return best if best and best.columns else None


def _positions(cells: tuple[Cell, ...], names: Names, key: Callable[[Cell], str]) -> Positions:
    """The leftmost of several columns of one name is meant."""
    positions: dict[ColumnCode, int] = {}
    for cell in cells:
        code = names.get(key(cell))
        if code is not None:
            positions.setdefault(code, cell.column)
    return positions
