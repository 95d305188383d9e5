"""Where the rows of a list stand. This module holds the sheet of a list and the rows a unit wrote into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.headings import find_headings
from ccbdesk.engine.submissions.office_totals import TotalCell
from ccbdesk.engine.submissions.shown import bare, is_filled
from ccbdesk.engine.submissions.tables import columns_of
from ccbdesk.model.form import Form, FormSheet, ListColumn
from ccbdesk.model.grid import Cell, Grid, column_letters
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import TOTAL_LINES, Column

_NUMBERED = re.compile(r"\d+ ?\.?")
_TOTALS = frozenset(folded(words) for words in TOTAL_LINES)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that a unit wrote into a list: its row in the sheet, and the filled cells by column."""

    number: int
    cells: tuple[tuple[ListColumn, Cell], ...]


@dataclass(frozen=True, slots=True)
class Listing(Headed):
    """A sheet with a list. ``numbers`` is the column in which its rows are numbered, 0 where there is none.

    In an office's own file ``end`` is the row at which the list is over, and ``totals`` what the file adds up there."""

    sheet: FormSheet
    last_heading_row: int
    numbers: int
    columns: tuple[tuple[ListColumn, int], ...]
    end: int = 0
    totals: tuple[TotalCell, ...] = ()

    def address(self, column: ListColumn, number: int) -> str:
        """Return the name of the cell of a column in a row; of the first column where that one is not there."""
        positions = dict(self.columns)
        return f"{column_letters(positions.get(column, self.columns[0][1]))}{number}"

    def entries(self) -> Iterator[Entry]:
        """Yield the rows in which something is written; lines that add up the others are none.

        Behind the numbered rows the list goes on to the first empty line: below it are signatures."""
        last = self.last_heading_row
        last_numbered = max((number for number, cells in self._below() if self._is_numbered(cells)), default=0)
        for number, cells in self._below():
            if self._is_over(number, last_numbered, last):
                return
            entry = Entry(number, self._filled(cells))
            last = number
            if entry.cells and not self._adds_up(cells):
                yield entry

    def _is_over(self, number: int, last_numbered: int, last: int) -> bool:
        if self.end:
            return number >= self.end
        return bool(last_numbered) and number > last_numbered and number > last + 1

    def _below(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        for number, cells in self.grid.rows():
            is_numbering = number == self.last_heading_row + 1 and _numbers_columns(cells)
            if number > self.last_heading_row and not is_numbering:
                yield number, cells

    def _is_numbered(self, cells: tuple[Cell, ...]) -> bool:
        return any(cell.column == self.numbers and _NUMBERED.fullmatch(bare(cell.content)) for cell in cells)

    def _filled(self, cells: tuple[Cell, ...]) -> tuple[tuple[ListColumn, Cell], ...]:
        by_column = {cell.column: cell for cell in cells if is_filled(cell)}
        return tuple((column, by_column[position]) for column, position in self.columns if position in by_column)

    def _adds_up(self, cells: tuple[Cell, ...]) -> bool:
        words = [folded(cell.content) for cell in cells if isinstance(cell.content, str)]
        return bool(words) and words[0] in _TOTALS


def _numbers_columns(cells: tuple[Cell, ...]) -> bool:
    """“(1) | (2) | (3)”, which is more than the number of a first row."""
    words = [folded(bare(cell.content)) for cell in cells]
    return len(words) > 2 and words == [str(number) for number in range(1, len(words) + 1)]


def find_listing(form: Form, sheet: FormSheet, grid: Grid) -> Listing | None:
    """Return the list of a form's sheet where it stands in the sheet given, else None."""
    found = find_headings(form, sheet, grid)
    if found is None:
        return None
    columns = tuple(
        (column, found.columns[column.code]) for column in form.columns_of(sheet.code) if column.code in found.columns
    )
    numbers = 0
    for number, cells in grid.rows():
        if found.first_row <= number <= found.last_row:
            others = tuple(cell for cell in cells if cell.column not in found.columns.values())
            numbers = columns_of(others).get(Column.NUMBER, numbers)
    return Listing(grid, found.first_row, sheet, found.last_row, numbers, columns)
