"""Sheets with a line for every figure. This module holds their columns, lines, drop-downs and prompts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ccbdesk.engine.templates.checks import Checks
from ccbdesk.engine.templates.lines import Line, Spot, input_cell
from ccbdesk.engine.templates.places import FIRST_ROW, Reckoned, Typed, address, area
from ccbdesk.engine.templates.prompts import prompt_for, prompt_for_plan
from ccbdesk.model.book import BookCell, DropDown, EmptyCell, Look, Prompt, TextCell
from ccbdesk.model.form import Form, FormSheet, Indicator, Kind, SheetKind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.vocabulary.returns import INSTRUCTION, NARRATIVE_INSTRUCTION, Column, State

_INDENT = "    "
_WIDTHS = {
    Column.CODE: 12.0,
    Column.NUMBER: 5.0,
    Column.LABEL: 38.0,
    Column.MEASURE: 10.0,
    Column.EARLIER: 12.0,
    Column.LAST_YEAR: 12.0,
    Column.PLAN: 12.0,
    Column.FIGURE: 15.0,
    Column.STATE: 16.0,
    Column.CHECK: 32.0,
    Column.NOTE: 14.0,
    Column.GUIDE: 24.0,
}
_WORDS_WIDTHS = {**_WIDTHS, Column.LABEL: 32.0, Column.FIGURE: 70.0, Column.CHECK: 24.0, Column.GUIDE: 18.0}
_MIXED_WIDTH = 26.0  # of the figures' column where words are typed into it too

Earlier = Mapping[IndicatorCode, str]


@dataclass(frozen=True, slots=True)
class Before:
    """Figures as they are shown beside those asked for: of the period before, and of the same period a year before."""

    previous: Earlier = field(default_factory=dict)
    last_year: Earlier = field(default_factory=dict)


NOTHING_BEFORE = Before()
"""No earlier figures are known."""


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A sheet of the form, what is asked on it, and the figures of before as they are shown beside it."""

    form: Form
    sheet: FormSheet
    asked: tuple[Indicator, ...]
    before: Before

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns it needs, in their order."""
        unneeded = {
            Column.EARLIER: not any(indicator.code in self.before.previous for indicator in self.asked),
            Column.LAST_YEAR: not any(indicator.code in self.before.last_year for indicator in self.asked),
            Column.PLAN: not any(indicator.planned for indicator in self.asked),
        }
        return tuple(column for column in Column if not unneeded.get(column))

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.columns)

    @property
    def instruction(self) -> str:
        """How it is filled in."""
        return NARRATIVE_INSTRUCTION if self._is_of_words else INSTRUCTION

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide its columns are; words get more room."""
        if self._is_of_words:
            return tuple(_WORDS_WIDTHS[column] for column in self.columns)
        has_words = any(indicator.kind is Kind.TEXT for indicator in self.asked)
        widths = {**_WIDTHS, Column.FIGURE: _MIXED_WIDTH} if has_words else _WIDTHS
        return tuple(widths[column] for column in self.columns)

    @property
    def _is_of_words(self) -> bool:
        return self.sheet.kind is SheetKind.NARRATIVE or all(each.kind is Kind.TEXT for each in self.asked)

    def places(self) -> Iterator[tuple[IndicatorCode, Typed | Reckoned]]:
        """Yield where each figure is typed."""
        for row, indicator in self._rows():
            if isinstance(indicator, Indicator):
                plan = address(row, self._column(Column.PLAN)) if indicator.planned else ""
                figure, state = (address(row, self._column(column)) for column in (Column.FIGURE, Column.STATE))
                yield indicator.code, Typed(self.sheet.name, figure, state, plan)

    def lines(self, checks: Checks) -> Iterator[Line]:
        """Yield the heading, then each section's name before its indicators, each indicator on a line of its own."""
        yield tuple(Spot(number, TextCell(each.value, Look.HEADING)) for number, each in enumerate(self.columns, 1))
        for _, each in self._rows():
            if isinstance(each, Indicator):
                cells = self._cells(each, checks)
                yield tuple(Spot(number, cells[column]) for number, column in enumerate(self.columns, 1))
            else:
                yield Spot(1, EmptyCell(Look.CODE)), Spot(2, TextCell(each, Look.SECTION), self.width - 1)

    def drop_downs(self) -> tuple[DropDown, ...]:
        """Return the choices beside the figures."""
        words = tuple(state.value for state in State)
        return (DropDown(FIRST_ROW, self._last_row, self._column(Column.STATE), words),)

    def prompts(self, checks: Checks) -> tuple[Prompt, ...]:
        """Return what is shown while the figures are typed."""
        return tuple(prompt for row, each in self._rows() for prompt in self._find_prompts(row, each, checks))

    def _find_prompts(self, row: int, each: Indicator | str, checks: Checks) -> Iterator[Prompt]:
        if isinstance(each, Indicator):
            if each.planned:
                yield prompt_for_plan(each, row, self._column(Column.PLAN))
            yield prompt_for(self.form, each, checks.rules_of(each), row, self._column(Column.FIGURE))

    def _cells(self, indicator: Indicator, checks: Checks) -> Mapping[Column, BookCell]:
        return {
            Column.CODE: TextCell(indicator.code, Look.CODE),
            Column.NUMBER: TextCell(indicator.number),
            Column.LABEL: TextCell(_INDENT * _depth(self.form, indicator) + indicator.label, Look.LABEL),
            Column.MEASURE: TextCell(indicator.measure),
            Column.EARLIER: TextCell(self.before.previous.get(indicator.code, ""), Look.FIGURE),
            Column.LAST_YEAR: TextCell(self.before.last_year.get(indicator.code, ""), Look.FIGURE),
            Column.PLAN: input_cell(indicator.kind) if indicator.planned else EmptyCell(Look.TEXT),
            Column.FIGURE: input_cell(indicator.kind),
            Column.STATE: EmptyCell(Look.INPUT_TEXT),
            Column.CHECK: checks.of_line((indicator,), self.sheet.name, self._inputs),
            Column.NOTE: EmptyCell(Look.INPUT_TEXT),
            Column.GUIDE: TextCell(indicator.note, Look.HELP),
        }

    @property
    def _inputs(self) -> str:
        first = Column.PLAN if Column.PLAN in self.columns else Column.FIGURE
        return area(FIRST_ROW, self._column(first), self._last_row, self._column(Column.STATE))

    @property
    def _last_row(self) -> int:
        return FIRST_ROW + len(tuple(self._rows())) - 1

    def _column(self, column: Column) -> int:
        return self.columns.index(column) + 1

    def _rows(self) -> Iterator[tuple[int, Indicator | str]]:
        """Yield what stands in each row: a section's name or an indicator."""
        row, section = FIRST_ROW, ""
        for indicator in self.asked:
            if indicator.section and indicator.section != section:
                yield row, indicator.section
                row += 1
            section = indicator.section
            yield row, indicator
            row += 1


def _depth(form: Form, indicator: Indicator) -> int:
    """Return how many indicators this one is “trong đó” of; never more than the form has."""
    parents = {each.code: each.parent for each in form.indicators}
    depth, parent = 0, indicator.parent
    while parent is not None and depth < len(parents):
        depth, parent = depth + 1, parents.get(parent)
    return depth
