"""Files that offices already use. This module holds what a form says of them, and what is found there of their own.

Which files a form needs is told first; whoever reads files then hands them over, each by the name the form gives it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.forms.cells import shown
from ccbdesk.engine.forms.pages import read_tables
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.grid import Cell, Grid, Workbook
from ccbdesk.model.office import OfficeCell, OfficeHead, OfficeLine, OfficeSheet
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.forms import SheetColumn
from ccbdesk.vietnamese.vocabulary.returns import PERIOD_PHRASES

Offices = Mapping[str, Workbook | None]
"""The files by name, as far as they are there; None for one that cannot be read."""

_SUFFIX = ".xlsx"
_MOST_HEAD_ROWS = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet of an office's file: what is known of it, and its cells."""

    office: OfficeSheet
    grid: Grid

    def holds_formula(self, row: int, column: int) -> bool:
        """Tell whether the file computes a cell itself."""
        return any(cell.is_formula for cell in self.grid.cells if (cell.row, cell.column) == (row, column))


def files_named(workbook: Workbook) -> tuple[str, ...]:
    """Return the names of the office's files that the workbook of a form speaks of, each once."""
    texts = (cell.content for grid in workbook.grids for cell in grid.cells if isinstance(cell.content, str))
    if not any(tidy(text).casefold().endswith(_SUFFIX) for text in texts):
        return ()
    rows = read_tables(workbook).sheets.rows
    return tuple(dict.fromkeys(name for row in rows if (name := row.get(SheetColumn.OFFICE_FILE))))


def sheet_named(workbook: Workbook, name: str) -> Grid | None:
    """Return the sheet of a name, whatever its capitals, marks and spaces; None where there is none."""
    return workbook.grid(name) or next((grid for grid in workbook.grids if folded(grid.name) == folded(name)), None)


def name_of_sheet(row: Row) -> str:
    """Return the name of the office's sheet that a row of the sheet Biểu means; empty where it says none."""
    return row.get(SheetColumn.OFFICE_SHEET) or row.get(SheetColumn.NAME) or ""


def is_period(words: str) -> bool:
    """Tell whether words name a period and nothing else, or nothing at all."""
    rest = folded(words)
    for phrase, _ in PERIOD_PHRASES:
        rest = re.sub(phrase, " ", rest)
    return not rest.strip()


def open_office(row: Row | None, offices: Offices) -> Opened | None:
    """Return the office's sheet of a row of the sheet Biểu; None where there is none, or it cannot be told which."""
    workbook = offices.get(row.get(SheetColumn.OFFICE_FILE) or "") if row else None
    grid = sheet_named(workbook, name_of_sheet(row)) if row and workbook else None
    if row is None or grid is None:
        return None
    first, last = row.get(SheetColumn.FIRST_ROW), row.get(SheetColumn.LAST_ROW)
    return None if first is None or last is None or last < first else Opened(_office(row, grid, first, last), grid)


def _office(row: Row, grid: Grid, first: int, last: int) -> OfficeSheet:
    unit, period = (_named_cell(row.get(column), grid) for column in (SheetColumn.UNIT_CELL, SheetColumn.PERIOD_CELL))
    rows = {number: cells for number, cells in grid.rows() if any(map(_words, cells))}
    heads = _head_rows(rows, first, {cell.row for cell in (unit, period) if cell})
    labels, codes = row.get(SheetColumn.LABELS) or 0, row.get(SheetColumn.CODES) or 0
    return OfficeSheet(
        row.need(SheetColumn.OFFICE_FILE),
        grid.name,
        first,
        last,
        labels,
        row.get(SheetColumn.FIGURES) or 0,
        row.get(SheetColumn.PLANS) or 0,
        codes,
        row.get(SheetColumn.EARLIER) or 0,
        unit,
        period,
        tuple(_find_lines({number: rows[number] for number in rows if first <= number <= last}, labels, codes)),
        tuple(OfficeHead(cell.row, cell.column, words) for number in heads for cell, words in _said(rows[number])),
        tuple(words for number in rows if number < min(heads, default=first) for _, words in _said(rows[number])),
        tuple(words for number in rows if number > last for cell, words in _said(rows[number]) if _is_text(cell)),
    )


def _named_cell(place: tuple[int, int] | None, grid: Grid) -> OfficeCell | None:
    if place is None:
        return None
    words = (_words(cell) for cell in grid.cells if (cell.row, cell.column) == place)
    return OfficeCell(*place, next(words, ""))


def _head_rows(rows: Mapping[int, tuple[Cell, ...]], first: int, taken: set[int]) -> tuple[int, ...]:
    """Return the rows right above the lines without a gap, from the topmost with more than one cell."""
    found: list[int] = []
    for number in range(first - 1, max(first - 1 - _MOST_HEAD_ROWS, 0), -1):
        if number not in rows or number in taken:
            break
        found.insert(0, number)
    while found and len(rows[found[0]]) < 2:
        found.pop(0)
    return tuple(found)


def _find_lines(rows: Mapping[int, tuple[Cell, ...]], labels: int, codes: int) -> Iterator[OfficeLine]:
    for number, cells in rows.items():
        said = {cell.column: words for cell, words in _said(cells)}
        if labels in said:
            yield OfficeLine(number, said[labels], said.get(codes, ""))


def _said(cells: tuple[Cell, ...]) -> tuple[tuple[Cell, str], ...]:
    return tuple((cell, words) for cell in cells if (words := _words(cell)))


def _is_text(cell: Cell) -> bool:
    return isinstance(cell.content, str)


def _words(cell: Cell) -> str:
    return tidy(shown(cell)) if not cell.is_formula else ""
