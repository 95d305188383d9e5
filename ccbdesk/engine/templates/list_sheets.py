"""Sheets with rows that the unit names itself. This module holds the headings, free rows and checks of a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.templates.cell_formulas import all_of
from ccbdesk.engine.templates.checks import Checks, Fault, check_cell
from ccbdesk.engine.templates.lines import Line, Spot, input_cell
from ccbdesk.engine.templates.matrix_sheets import heading_of
from ccbdesk.engine.templates.places import FIRST_ROW, Reckoned, Typed, address, area, on_sheet
from ccbdesk.engine.templates.prompts import prompt_for_column
from ccbdesk.model.book import BookCell, DropDown, Look, Prompt, TextCell
from ccbdesk.model.form import Form, FormSheet, Indicator, Kind, ListColumn, ListCount, ListSum
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.vocabulary.returns import LIST_INSTRUCTION, LIST_NUMBER, Column
from ccbdesk.wording.cells import required_words, whole_words

_ROWS = 30
_FIRST = 2
_WIDTHS = {Kind.TEXT: 32.0}
_WIDTH, _NUMBER_WIDTH, _CHECK_WIDTH = 16.0, 6.0, 36.0
_LAST_ROW = FIRST_ROW + _ROWS - 1


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of the form with the figures that are worked out from its rows."""

    form: Form
    sheet: FormSheet
    asked: tuple[Indicator, ...]

    instruction = LIST_INSTRUCTION

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self._columns) + 2

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide its columns are."""
        return (_NUMBER_WIDTH, *(_WIDTHS.get(column.kind, _WIDTH) for column in self._columns), _CHECK_WIDTH)

    @property
    def _columns(self) -> tuple[ListColumn, ...]:
        return self.form.columns_of(self.sheet.code)

    def places(self) -> Iterator[tuple[IndicatorCode, Typed | Reckoned]]:
        """Yield how the figures of the list are reckoned: its rows counted, a column added up."""
        codes = [column.code for column in self._columns]
        for indicator in self.asked:
            match indicator.source:
                case ListCount():
                    filled = "&".join(self._range(number) for number in range(_FIRST, _FIRST + len(codes)))
                    yield indicator.code, Reckoned(f'SUMPRODUCT(--({filled}<>""))')
                case ListSum(_, code):
                    yield indicator.code, Reckoned(f"SUM({self._range(_FIRST + codes.index(code))})")
                case _:
                    pass

    def _range(self, column: int) -> str:
        return on_sheet(self.sheet.name, area(FIRST_ROW, column, _LAST_ROW, column))

    def codes(self) -> Line:
        """Return the narrow line above the headings by which the columns are known."""
        return tuple(Spot(number, TextCell(each.code, Look.CODE)) for number, each in enumerate(self._columns, _FIRST))

    def lines(self, checks: Checks) -> Iterator[Line]:
        """Yield the heading, then the free rows; rules on the list's figures are checked in the first."""
        titles = [LIST_NUMBER, *map(heading_of, self._columns), Column.CHECK.value]
        yield tuple(Spot(number, TextCell(title, Look.HEADING)) for number, title in enumerate(titles, 1))
        for row in range(FIRST_ROW, _LAST_ROW + 1):
            rules = tuple(checks.find_rules(self.asked, self.sheet.name)) if row == FIRST_ROW else ()
            yield tuple(Spot(number, cell) for number, cell in enumerate(self._cells(row, rules), 1))

    def _cells(self, row: int, rules: tuple[Fault, ...]) -> Iterator[BookCell]:
        yield TextCell(str(row - FIRST_ROW + 1), Look.CENTRED)
        for column in self._columns:
            yield input_cell(column.kind)
        yield check_cell((*self._find_faults(row), *rules))

    def _find_faults(self, row: int) -> Iterator[Fault]:
        last = _FIRST + len(self._columns) - 1
        is_used = f"COUNTA({address(row, _FIRST)}:{address(row, last)})>0"
        for number, column in enumerate(self._columns, _FIRST):
            cell = address(row, number)
            if column.required:
                # A column that is not added belongs to no figure, and its finding speaks of words.
                kind = column.kind if column.is_added else Kind.TEXT
                yield Fault(required_words(kind), all_of([is_used, f'TRIM({cell})=""']))
            if column.kind is Kind.INTEGER:
                yield Fault(whole_words(), all_of([f"ISNUMBER({cell})", f"N({cell})<>INT(N({cell}))"]))

    def drop_downs(self) -> tuple[DropDown, ...]:
        """Return nothing: a list has no choices."""
        return ()

    def prompts(self, checks: Checks) -> tuple[Prompt, ...]:
        """Return what is shown while the rows are typed."""
        del checks
        return tuple(
            prompt_for_column(column, row, number)
            for row in range(FIRST_ROW, _LAST_ROW + 1)
            for number, column in enumerate(self._columns, _FIRST)
        )
