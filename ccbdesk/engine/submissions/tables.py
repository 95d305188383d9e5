"""Where the table of a sheet stands. This module holds its heading row and columns, its rows, and what is above it.

Headings are looked for in the first 40 rows, wherever their columns have been moved to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.shown import bare, is_filled
from ccbdesk.engine.submissions.stamp import is_stamp
from ccbdesk.model.grid import Cell, Grid, Workbook, column_letters
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import CAPTION_ALIASES, COLUMN_ALIASES, Caption, Column

_LAST_HEADING_ROW = 40
_CAPTIONS = {folded(words): caption for caption in Caption for words in (caption.value, *CAPTION_ALIASES[caption])}
_HEADINGS = {
    folded(words): (column, rank)
    for column in Column
    for rank, words in enumerate((column.value, *COLUMN_ALIASES[column]))
}
_COLUMN_NUMBER = re.compile(r"\d{0,2}|[a-z]")
_FIGURE_HEADINGS = tuple(words for words, (column, _) in _HEADINGS.items() if column is Column.FIGURE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what stands in the columns that matter, and where its figure stands or would stand."""

    sheet: str
    number: int
    figure_column: int
    code: str
    label: str
    texts: tuple[str, ...]
    figure: Cell | None
    is_hidden: bool

    @property
    def address(self) -> str:
        """The name of the figure's cell, whether something stands there or not."""
        return f"{column_letters(self.figure_column)}{self.number}"

    @property
    def has_figure(self) -> bool:
        """Whether anything was written where the figure belongs."""
        return is_filled(self.figure)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose heading row was found. FIGURE is always among its columns, and CODE or LABEL is."""

    grid: Grid
    heading_row: int
    columns: Mapping[Column, int]

    @property
    def above(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows above the headings."""
        return tuple(row for number, row in self.grid.rows() if number < self.heading_row)

    @property
    def titles(self) -> tuple[str, ...]:
        """The words above the headings, cell by cell; captions and what they introduce are among them."""
        return tuple(cell.content for row in self.above for cell in row if isinstance(cell.content, str))

    def captioned(self, caption: Caption) -> tuple[Cell, ...]:
        """Return what stands behind a caption, in its own cell or in the next filled one; empty where nothing does."""
        return tuple(value for row in self.above for value in _find_captioned(row, caption))

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings; one that numbers the columns or repeats the headings is none."""
        for number, cells in self.grid.rows():
            if number <= self.heading_row or (number == self.heading_row + 1 and _numbers_columns(cells)):
                continue
            row = self._row(number, cells)
            if row.figure is None or _heading(row.figure) not in _FIGURE_HEADINGS:
                yield row

    def _row(self, number: int, cells: tuple[Cell, ...]) -> Row:
        by_column = {cell.column: cell for cell in cells}

        def text(column: Column) -> str:
            cell = by_column.get(self.columns.get(column, 0))
            return bare(cell.content) if cell else ""

        figure_column = self.columns[Column.FIGURE]
        texts = tuple(cell.content for cell in cells if isinstance(cell.content, str))
        figure = by_column.get(figure_column)
        is_hidden = self.grid.is_hidden or (figure is not None and figure.is_hidden)
        code, label = text(Column.CODE), text(Column.LABEL)
        return Row(self.grid.name, number, figure_column, code, label, texts, figure, is_hidden)


def find_tables(workbook: Workbook) -> tuple[Table, ...]:
    """Return the workbook's sheets that have a table, in their order; the hidden stamp is none."""
    found = (find_table(grid) for grid in workbook.grids if not is_stamp(grid))
    return tuple(table for table in found if table)


def find_table(grid: Grid) -> Table | None:
    """Return the table of a sheet by the row that has most of the known headings; None where no row has enough."""
    rows = [(number, _columns_of(cells)) for number, cells in grid.rows() if number <= _LAST_HEADING_ROW]
    usable = [(number, columns) for number, columns in rows if _is_enough(columns)]
    if not usable:
        return None
    number, columns = max(usable, key=lambda found: (len(found[1]), -found[0]))
    return Table(grid, number, columns)


def _is_enough(columns: Mapping[Column, int]) -> bool:
    return Column.FIGURE in columns and (Column.CODE in columns or Column.LABEL in columns)


def _columns_of(cells: tuple[Cell, ...]) -> Mapping[Column, int]:
    """Our own heading wins over another word for it, the leftmost over its repetition."""
    known = [(*_HEADINGS[words], cell.column) for cell in cells if (words := _heading(cell)) in _HEADINGS]
    columns: dict[Column, int] = {}
    for column, _, position in sorted(known, key=lambda found: found[1:]):
        columns.setdefault(column, position)
    likely = [cell.column for cell in cells if _heading(cell).startswith(_FIGURE_HEADINGS)]
    if len(likely) == 1:  # “Kết quả năm 2023”, where nothing else can be meant
        columns.setdefault(Column.FIGURE, likely[0])
    return columns


def _heading(cell: Cell) -> str:
    """What stands in brackets in a heading is a unit of measure or a remark."""
    return folded(cell.content.split("(")[0]) if isinstance(cell.content, str) else ""


def _numbers_columns(cells: tuple[Cell, ...]) -> bool:
    """“A | B | 1 | 2” or “(1) | (2) | (3)”: what many offices print below the headings."""
    return all(_COLUMN_NUMBER.fullmatch(folded(bare(cell.content))) for cell in cells)


def _find_captioned(row: tuple[Cell, ...], caption: Caption) -> Iterator[Cell]:
    for cell, following in zip(row, (*row[1:], None), strict=True):
        words, colon, rest = str(cell.content).partition(":")
        if not isinstance(cell.content, str) or _CAPTIONS.get(folded(words)) is not caption:
            continue
        if colon and rest.strip():
            yield replace(cell, content=rest.strip())
        elif following is not None and is_filled(following) and not _is_caption(following):
            yield following


def _is_caption(cell: Cell) -> bool:
    return isinstance(cell.content, str) and folded(cell.content.partition(":")[0]) in _CAPTIONS
