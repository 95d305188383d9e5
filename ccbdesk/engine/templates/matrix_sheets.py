"""Sheets with a figure in every column of a row. This module holds the headings, rows and prompts of a matrix."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ccbdesk.engine.templates.checks import Checks
from ccbdesk.engine.templates.lines import Line, Spot, input_cell
from ccbdesk.engine.templates.places import FIRST_ROW, Reckoned, Typed, address, area
from ccbdesk.engine.templates.prompts import prompt_for
from ccbdesk.model.book import BookCell, DropDown, EmptyCell, Look, Prompt, TextCell
from ccbdesk.model.form import Form, FormSheet, Indicator, ListColumn, MatrixCell
from ccbdesk.model.origin import ColumnCode, IndicatorCode
from ccbdesk.vietnamese.vocabulary.returns import MATRIX_INSTRUCTION, Column

_BEFORE = (Column.CODE, Column.NUMBER, Column.LABEL)
_BEHIND = (Column.CHECK, Column.NOTE, Column.GUIDE)
_FIRST = len(_BEFORE) + 1
_WIDTHS_BEFORE, _WIDTHS_BEHIND = (13.0, 6.0, 36.0), (36.0, 18.0, 26.0)
_WIDTH = 16.0


@dataclass(frozen=True, slots=True)
class _MatrixRow:
    row: IndicatorCode
    label: str
    cells: dict[ColumnCode, Indicator]

    @property
    def first(self) -> Indicator:
        return next(iter(self.cells.values()))


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """A sheet of the form and the figures asked on it, each of which knows its row and column."""

    form: Form
    sheet: FormSheet
    asked: tuple[Indicator, ...]

    instruction = MATRIX_INSTRUCTION

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(_BEFORE) + len(self._columns) + len(_BEHIND)

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide its columns are."""
        return (*_WIDTHS_BEFORE, *(_WIDTH for _ in self._columns), *_WIDTHS_BEHIND)

    @property
    def _columns(self) -> tuple[ListColumn, ...]:
        return self.form.columns_of(self.sheet.code)

    def places(self) -> Iterator[tuple[IndicatorCode, Typed | Reckoned]]:
        """Yield where each figure is typed."""
        for row, each in self._rows():
            if isinstance(each, _MatrixRow):
                for number, column in enumerate(self._columns, _FIRST):
                    if column.code in each.cells:
                        yield each.cells[column.code].code, Typed(self.sheet.name, address(row, number))

    def codes(self) -> Line:
        """Return the narrow line above the headings by which the columns are known."""
        return tuple(Spot(number, TextCell(each.code, Look.CODE)) for number, each in enumerate(self._columns, _FIRST))

    def lines(self, checks: Checks) -> Iterator[Line]:
        """Yield the heading, then each section's name before its rows."""
        titles = [*(each.value for each in _BEFORE), *map(heading_of, self._columns), *(e.value for e in _BEHIND)]
        yield tuple(Spot(number, TextCell(title, Look.HEADING)) for number, title in enumerate(titles, 1))
        for _, each in self._rows():
            if isinstance(each, _MatrixRow):
                yield tuple(Spot(number, cell) for number, cell in enumerate(self._cells(each, checks), 1))
            else:
                yield Spot(1, EmptyCell(Look.CODE)), Spot(2, TextCell(each, Look.SECTION), self.width - 1)

    def drop_downs(self) -> tuple[DropDown, ...]:
        """Return nothing: what is said of a figure is typed in its place."""
        return ()

    def prompts(self, checks: Checks) -> tuple[Prompt, ...]:
        """Return what is shown while the figures are typed."""
        return tuple(prompt for row, each in self._rows() for prompt in self._find_prompts(row, each, checks))

    def _find_prompts(self, row: int, each: "_MatrixRow | str", checks: Checks) -> Iterator[Prompt]:
        if isinstance(each, _MatrixRow):
            for number, column in enumerate(self._columns, _FIRST):
                indicator = each.cells.get(column.code)
                if indicator:
                    yield prompt_for(self.form, indicator, checks.rules_of(indicator), row, number)

    def _cells(self, each: _MatrixRow, checks: Checks) -> Iterator[BookCell]:
        yield TextCell(each.row, Look.CODE)
        yield TextCell(each.first.number)
        yield TextCell(each.label, Look.LABEL)
        for column in self._columns:
            indicator = each.cells.get(column.code)
            yield input_cell(indicator.kind) if indicator else EmptyCell(Look.TEXT)
        yield checks.of_line(each.cells.values(), self.sheet.name, self._inputs)
        yield EmptyCell(Look.INPUT_TEXT)
        yield TextCell(each.first.note, Look.HELP)

    @property
    def _inputs(self) -> str:
        last_row = FIRST_ROW + len(tuple(self._rows())) - 1
        return area(FIRST_ROW, _FIRST, last_row, _FIRST + len(self._columns) - 1)

    def _rows(self) -> Iterator[tuple[int, _MatrixRow | str]]:
        """Yield what stands in each row: a section's name or a row of the matrix."""
        number, section = FIRST_ROW, ""
        for row, indicators in groupby(self.asked, key=_row_of):
            cells = {each.source.column: each for each in indicators if isinstance(each.source, MatrixCell)}
            if row is None or not cells:
                continue
            first = next(iter(cells.values()))
            if first.section and first.section != section:
                yield number, first.section
                number += 1
            section = first.section
            yield number, _MatrixRow(row.row, row.row_label, cells)
            number += 1


def heading_of(column: ListColumn) -> str:
    """Return the heading of a column, with its measure in brackets."""
    return f"{column.label} ({column.measure})" if column.measure else column.label


@dataclass(frozen=True, slots=True)
class _RowName:
    row: IndicatorCode
    row_label: str


def _row_of(indicator: Indicator) -> _RowName | None:
    source = indicator.source
    return _RowName(source.row, source.row_label) if isinstance(source, MatrixCell) else None
