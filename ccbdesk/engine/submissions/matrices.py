"""Where the figures of a matrix stand. This module holds its rows, a row for each of its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.headings import FARTHEST, Headings, find_headings
from ccbdesk.engine.submissions.shown import bare
from ccbdesk.engine.submissions.tables import Row, columns_of, numbers_columns
from ccbdesk.model.form import Form, FormSheet, Indicator, ListColumn, MatrixCell
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.model.origin import ColumnCode
from ccbdesk.vietnamese.vocabulary.returns import Column


@dataclass(frozen=True, slots=True)
class Matrix(Headed):
    """A sheet with a figure in every column of a row. CODE or LABEL is among the ``names`` that say which row it is."""

    last_heading_row: int
    names: Mapping[Column, int]
    columns: tuple[tuple[ListColumn, int], ...]
    indicators: Mapping[tuple[str, ColumnCode], Indicator]

    def rows(self) -> Iterator[Row]:
        """Yield a row for every figure, named as its indicator is."""
        for number, cells in self.grid.rows():
            is_numbering = number == self.last_heading_row + 1 and numbers_columns(cells)
            if number > self.last_heading_row and not is_numbering:
                yield from self._figures_of(number, cells)

    def _figures_of(self, number: int, cells: tuple[Cell, ...]) -> Iterator[Row]:
        by_column = {cell.column: cell for cell in cells}

        def name(column: Column) -> str:
            cell = by_column.get(self.names.get(column, 0))
            return bare(cell.content) if cell else ""

        code, label = name(Column.CODE), name(Column.LABEL)
        texts = tuple(cell.content for cell in cells if isinstance(cell.content, str))
        for column, position in self.columns:
            known = self.indicators.get((code.casefold(), column.code))
            figure = by_column.get(position)
            yield Row(
                sheet=self.grid.name,
                number=number,
                figure_column=position,
                code=known.code if known else code,
                label=f"{label} – {column.label}" if label else "",
                texts=texts,
                figure=figure,
                is_hidden=self.grid.is_hidden or (figure is not None and figure.is_hidden),
            )


def find_matrix(form: Form, sheet: FormSheet, grid: Grid) -> Matrix | None:
    """Return the matrix of a form's sheet where it stands in the sheet given, else None."""
    found = find_headings(form, sheet, grid)
    if found is None:
        return None
    named = _names_of(grid, found)
    if named is None:
        return None
    last_row, names = named
    columns = tuple(
        (column, found.columns[column.code]) for column in form.columns_of(sheet.code) if column.code in found.columns
    )
    return Matrix(grid, found.first_row, last_row, names, columns, _indicators_of(form, sheet))


def _names_of(grid: Grid, found: Headings) -> tuple[int, Mapping[Column, int]] | None:
    """Return the last heading row, and where the columns stand that say which row is which; None where none does."""
    for number, cells in grid.rows():
        if found.first_row - FARTHEST <= number <= found.last_row + FARTHEST:
            names = columns_of(tuple(cell for cell in cells if cell.column not in found.columns.values()))
            if {Column.CODE, Column.LABEL} & names.keys():
                return max(number, found.last_row), names
    return None


def _indicators_of(form: Form, sheet: FormSheet) -> Mapping[tuple[str, ColumnCode], Indicator]:
    return {
        (indicator.source.row.casefold(), indicator.source.column): indicator
        for indicator in form.indicators
        if indicator.sheet == sheet.code and isinstance(indicator.source, MatrixCell)
    }
