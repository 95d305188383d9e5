"""Where the table of a sheet stands. This module holds its heading row and columns, and its rows.

Headings are looked for in the first 40 rows, wherever their columns have been moved to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ccbdesk.engine.submissions.headed import LAST_HEADING_ROW, Headed, heading
from ccbdesk.engine.submissions.shown import bare, is_filled
from ccbdesk.engine.submissions.stamp import is_stamp
from ccbdesk.model.grid import Cell, Grid, Workbook, column_letters
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import COLUMN_ALIASES, Column

_HEADINGS = {
    folded(words): (column, rank)
    for column in Column
    for rank, words in enumerate((column.value, *COLUMN_ALIASES[column]))
}
_COLUMN_NUMBER = re.compile(r"\d{0,2}|[a-z]")
_FIGURE_HEADINGS = tuple(words for words, (column, _) in _HEADINGS.items() if column is Column.FIGURE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what stands in the columns that matter, and where its figure stands or would stand.

    ``plan`` is the planned figure beside it, ``state`` what is said of the figure. In an office's own file ``placed``
    are the indicators that its place there is for: several where that is in doubt, and ``is_guess`` where one is."""

    sheet: str
    number: int
    figure_column: int
    code: str
    label: str
    texts: tuple[str, ...]
    figure: Cell | None
    is_hidden: bool
    plan: Cell | None = None
    state: str = ""
    placed: tuple[IndicatorCode, ...] = ()
    is_guess: bool = False

    @property
    def address(self) -> str:
        """The name of the figure's cell, whether something stands there or not."""
        return f"{column_letters(self.figure_column)}{self.number}"

    @property
    def has_figure(self) -> bool:
        """Whether anything was written where the figure belongs."""
        return is_filled(self.figure)


@dataclass(frozen=True, slots=True)
class Table(Headed):
    """A sheet with a figure a row. FIGURE is always among its columns, and CODE or LABEL is."""

    columns: Mapping[Column, int]
    # The rows as they were read, no facts of their own: they are asked for whose the file is, and for what it says.
    _rows: tuple[Row, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read the rows."""
        object.__setattr__(self, "_rows", tuple(self._find_rows()))

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings; one that numbers the columns or repeats the headings is none."""
        return iter(self._rows)

    def _find_rows(self) -> Iterator[Row]:
        for number, cells in self.grid.rows():
            if number <= self.heading_row or (number == self.heading_row + 1 and numbers_columns(cells)):
                continue
            row = self._row(number, cells)
            if row.figure is None or heading(row.figure) not in _FIGURE_HEADINGS:
                yield row

    def _row(self, number: int, cells: tuple[Cell, ...]) -> Row:
        by_column = {cell.column: cell for cell in cells}

        def cell_in(column: Column) -> Cell | None:
            return by_column.get(self.columns.get(column, 0))

        def text(column: Column) -> str:
            cell = cell_in(column)
            return bare(cell.content) if cell else ""

        figure = cell_in(Column.FIGURE)
        return Row(
            sheet=self.grid.name,
            number=number,
            figure_column=self.columns[Column.FIGURE],
            code=text(Column.CODE),
            label=text(Column.LABEL),
            texts=tuple(cell.content for cell in cells if isinstance(cell.content, str)),
            figure=figure,
            is_hidden=self.grid.is_hidden or (figure is not None and figure.is_hidden),
            plan=cell_in(Column.PLAN),
            state=text(Column.STATE),
        )


def find_tables(workbook: Workbook) -> tuple[Table, ...]:
    """Return the workbook's sheets that have a table, in their order; the hidden stamp is none."""
    found = (find_table(grid) for grid in workbook.grids if not is_stamp(grid))
    return tuple(table for table in found if table)


def find_table(grid: Grid) -> Table | None:
    """Return the table of a sheet by the row that has most of the known headings; None where no row has enough."""
    rows = [(number, columns_of(cells)) for number, cells in grid.rows() if number <= LAST_HEADING_ROW]
    usable = [(number, columns) for number, columns in rows if _is_enough(columns)]
    if not usable:
        return None
    number, columns = max(usable, key=lambda found: (len(found[1]), -found[0]))
    return Table(grid, number, columns)


def _is_enough(columns: Mapping[Column, int]) -> bool:
    return Column.FIGURE in columns and (Column.CODE in columns or Column.LABEL in columns)


def columns_of(cells: tuple[Cell, ...]) -> Mapping[Column, int]:
    """Return the columns a row heads: our own heading wins over another word for it, the leftmost over its repetition.

    Where no column is the figure's, the only one whose heading begins like it is, such as “Kết quả năm 2023”."""
    known = [(*_HEADINGS[words], cell.column) for cell in cells if (words := heading(cell)) in _HEADINGS]
    columns: dict[Column, int] = {}
    for column, _, position in sorted(known, key=lambda found: found[1:]):
        columns.setdefault(column, position)
    likely = [cell.column for cell in cells if _is_like_figures(cell)]
    if len(likely) == 1:
        columns.setdefault(Column.FIGURE, likely[0])
    return columns


def _is_like_figures(cell: Cell) -> bool:
    words = heading(cell)
    return words.startswith(_FIGURE_HEADINGS) and _HEADINGS.get(words, (Column.FIGURE,))[0] is Column.FIGURE


def numbers_columns(cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row only numbers the columns, as many offices do: “A | B | 1 | 2” or “(1) | (2) | (3)”."""
    return all(_COLUMN_NUMBER.fullmatch(folded(bare(cell.content))) for cell in cells)
