"""Where things stand in the cluster workbook. This module holds the two plans of the sheet Tổng hợp, and all places.

Up to eight units are columns, with the figures as rows. More units are rows: a block of them for every section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.booking.lists import list_places
from ccbdesk.engine.booking.pages import UnitPages, sections_of, unit_pages
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, Indicator, Preparer
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Number, Ratio
from ccbdesk.vietnamese.vocabulary.books import SUMMARY

HEAD_ROW = 5
FIRST_UNIT_COLUMN = 5
MOST_UNITS_ACROSS = 8
FIRST_FIGURE_COLUMN = 4
MOST_FIGURES = 8  # so that a block of 36 units is legible on one upright page


@dataclass(frozen=True, slots=True)
class Band:
    """A run of indicators under one heading; ``row`` is the heading's."""

    row: int
    title: str
    indicators: tuple[Indicator, ...]

    @property
    def is_planned(self) -> bool:
        """Whether a plan is asked for with any of the figures."""
        return any(indicator.planned for indicator in self.indicators)


@dataclass(frozen=True, slots=True)
class UnitsAcross:
    """Figures as rows, units as columns; behind them the cluster, its plan where one is asked for, the same period of
    the year before where its figures are kept, and the coverage."""

    form: Form
    bands: tuple[Band, ...]
    rows: Mapping[IndicatorCode, int]
    has_history: bool = False

    @property
    def last_unit_column(self) -> int:
        """The column of the last unit; before the first where there is no unit."""
        return FIRST_UNIT_COLUMN + len(self.form.units) - 1

    @property
    def total_column(self) -> int:
        """The column of the whole cluster."""
        return self.last_unit_column + 1

    @property
    def is_planned(self) -> bool:
        """Whether a plan is asked for with any figure."""
        return any(band.is_planned for band in self.bands)

    @property
    def plan_column(self) -> int:
        """The column of the cluster's plan; that of its share stands behind it."""
        return self.total_column + 1

    @property
    def last_figure_column(self) -> int:
        """The last column of figures: the cluster's, or its plan's."""
        return self.total_column + (1 if self.is_planned else 0)

    @property
    def coverage_column(self) -> int:
        """The column that says how many units have a figure."""
        return self.last_year_column + (3 if self.has_history else 0)

    @property
    def last_year_column(self) -> int:
        """The column of the cluster's figure a year before; those of the change and its percentage stand behind it."""
        return self.total_column + (3 if self.is_planned else 1)

    def column(self, unit: UnitId) -> int:
        """Return the column of a unit, or of the whole cluster."""
        if unit == CLUSTER:
            return self.total_column
        return FIRST_UNIT_COLUMN + [member.id for member in self.form.units].index(unit)

    def shows(self, code: IndicatorCode) -> bool:
        """Tell whether the sheet shows an indicator."""
        return code in self.rows

    def cell(self, code: IndicatorCode, unit: UnitId = CLUSTER) -> str:
        """Return the address of a figure; KeyError where the sheet does not show the indicator."""
        return f"{column_letters(self.column(unit))}{self.rows[code]}"

    def plan_cell(self, code: IndicatorCode) -> str:
        """Return the address of the cluster's plan."""
        return f"{column_letters(self.plan_column)}{self.rows[code]}"

    def last_year_cell(self, code: IndicatorCode) -> str:
        """Return the address of the cluster's figure a year before."""
        return f"{column_letters(self.last_year_column)}{self.rows[code]}"

    def span(self, code: IndicatorCode) -> str:
        """Return the range of an indicator over all units."""
        first, last = column_letters(FIRST_UNIT_COLUMN), column_letters(self.last_unit_column)
        return f"{first}{self.rows[code]}:{last}{self.rows[code]}"

    def fixed_spans(self, code: IndicatorCode) -> tuple[str, str]:
        """Return the ranges of the units' names and of an indicator's figures, as a chart refers to them."""
        first, last = column_letters(FIRST_UNIT_COLUMN), column_letters(self.last_unit_column)
        names = f"'{SUMMARY}'!${first}${HEAD_ROW}:${last}${HEAD_ROW}"
        return names, f"'{SUMMARY}'!${first}${self.rows[code]}:${last}${self.rows[code]}"


@dataclass(frozen=True, slots=True)
class Block(Band):
    """A band whose figures are columns and whose units are rows; those of the cluster itself have no unit rows.

    From ``row`` on: title, codes (hidden), headings, measures, units, cluster, plan and share, a year before with
    change and percentage, coverage."""

    unit_count: int
    has_history: bool = False

    @property
    def first_unit_row(self) -> int:
        """The row of the first unit."""
        return self.row + 4

    @property
    def total_row(self) -> int:
        """The row of the whole cluster."""
        return self.first_unit_row + self.unit_count

    @property
    def plan_row(self) -> int:
        """The row of the cluster's plan; that of its share stands beneath it."""
        return self.total_row + 1

    @property
    def coverage_row(self) -> int:
        """The row that says how many units have a figure."""
        return self.last_year_row + (3 if self.has_history else 0)

    @property
    def last_year_row(self) -> int:
        """The row of the cluster's figure a year before; those of the change and its percentage stand beneath it."""
        return self.total_row + (3 if self.is_planned else 1)


@dataclass(frozen=True, slots=True)
class UnitsDown:
    """Units as rows, a block for each section: figures as columns, the cluster beneath the units."""

    form: Form
    blocks: tuple[Block, ...]
    spots: Mapping[IndicatorCode, tuple[Block, int]]
    has_history: bool = False

    def shows(self, code: IndicatorCode) -> bool:
        """Tell whether the sheet shows an indicator."""
        return code in self.spots

    def row(self, block: Block, unit: UnitId) -> int:
        """Return the row of a unit, or of the whole cluster."""
        if unit == CLUSTER:
            return block.total_row
        return block.first_unit_row + [member.id for member in self.form.units].index(unit)

    def cell(self, code: IndicatorCode, unit: UnitId = CLUSTER) -> str:
        """Return the address of a figure; KeyError where the sheet does not show the indicator."""
        block, column = self.spots[code]
        return f"{column_letters(column)}{self.row(block, unit)}"

    def plan_cell(self, code: IndicatorCode) -> str:
        """Return the address of the cluster's plan."""
        block, column = self.spots[code]
        return f"{column_letters(column)}{block.plan_row}"

    def last_year_cell(self, code: IndicatorCode) -> str:
        """Return the address of the cluster's figure a year before."""
        block, column = self.spots[code]
        return f"{column_letters(column)}{block.last_year_row}"

    def span(self, code: IndicatorCode) -> str:
        """Return the range of an indicator over all units."""
        block, column = self.spots[code]
        return f"{column_letters(column)}{block.first_unit_row}:{column_letters(column)}{block.total_row - 1}"

    def fixed_spans(self, code: IndicatorCode) -> tuple[str, str]:
        """Return the ranges of the units' names and of an indicator's figures, as a chart refers to them."""
        block, column = self.spots[code]
        first, last = block.first_unit_row, block.total_row - 1
        letters, names = column_letters(column), column_letters(FIRST_FIGURE_COLUMN - 1)
        return f"'{SUMMARY}'!${names}${first}:${names}${last}", f"'{SUMMARY}'!${letters}${first}:${letters}${last}"


Layout = UnitsAcross | UnitsDown


def lay_out(form: Form, *, has_history: bool = False) -> Layout:
    """Plan the sheet for a form: the members' figures section by section, then the cluster's own."""
    is_across = len(form.units) <= MOST_UNITS_ACROSS
    return _across(form, has_history=has_history) if is_across else _down(form, has_history=has_history)


def has_history(consolidation: Consolidation) -> bool:
    """Tell whether a figure of the year before is kept for any total that is shown."""
    states = (Reference(indicator.code, None, When.LAST_YEAR) for indicator in consolidation.form.indicators)
    return any(isinstance(consolidation.bases.base(state).value, Number | Ratio) for state in states)


def _across(form: Form, *, has_history: bool) -> UnitsAcross:
    bands: list[Band] = []
    rows: dict[IndicatorCode, int] = {}
    row = HEAD_ROW
    for section in sections_of(form):
        row += 1
        bands.append(Band(row, section.title, section.indicators))
        for indicator in section.indicators:
            row += 1
            rows[indicator.code] = row
    return UnitsAcross(form, tuple(bands), rows, has_history)


def _down(form: Form, *, has_history: bool) -> UnitsDown:
    blocks: list[Block] = []
    spots: dict[IndicatorCode, tuple[Block, int]] = {}
    row = HEAD_ROW + 1
    for title, indicators, preparer in _find_portions(form):
        block = Block(row, title, indicators, len(form.units) if preparer is Preparer.UNIT else 0, has_history)
        blocks.append(block)
        for column, indicator in enumerate(indicators, start=FIRST_FIGURE_COLUMN):
            spots[indicator.code] = (block, column)
        row = block.coverage_row + 2
    return UnitsDown(form, tuple(blocks), spots, has_history)


def _find_portions(form: Form) -> Iterator[tuple[str, tuple[Indicator, ...], Preparer]]:
    """Yield the sections, those of many figures in several portions of about the same size."""
    for section in sections_of(form):
        count = -(-len(section.indicators) // MOST_FIGURES)
        size = -(-len(section.indicators) // count)
        for number in range(count):
            portion = section.indicators[number * size : (number + 1) * size]
            if portion:
                yield (f"{section.title} (tiếp)" if number else section.title), portion, section.preparer


def places(consolidation: Consolidation) -> Mapping[str, str]:
    """Return for every figure of the workbook, by its canonical reference, where it stands: “Tổng hợp!K12”.

    Plans of single units stand on their own sheets, the rows of lists on theirs."""
    form = consolidation.form
    layout, pages = lay_out(form, has_history=has_history(consolidation)), unit_pages(form)
    found: dict[str, str] = {}
    for indicator in form.indicators:
        if layout.shows(indicator.code):
            found |= _places_of(form, layout, indicator)
        if indicator.planned and indicator.code in pages.rows:
            found |= _unit_plans_of(consolidation, pages, indicator.code)
    return {**found, **list_places(consolidation)}


def _places_of(form: Form, layout: Layout, indicator: Indicator) -> Mapping[str, str]:
    code = indicator.code
    found = {canonical(Reference(code)): f"{SUMMARY}!{layout.cell(code)}"}
    if indicator.planned:
        found[canonical(Reference(code, None, When.PLAN))] = f"{SUMMARY}!{layout.plan_cell(code)}"
    if layout.has_history:
        found[canonical(Reference(code, None, When.LAST_YEAR))] = f"{SUMMARY}!{layout.last_year_cell(code)}"
    if form.sheet(indicator.sheet).preparer is Preparer.UNIT:
        for unit in form.units:
            found[canonical(Reference(code, unit.id))] = f"{SUMMARY}!{layout.cell(code, unit.id)}"
    return found


def _unit_plans_of(consolidation: Consolidation, pages: UnitPages, code: IndicatorCode) -> Mapping[str, str]:
    address = pages.plan_address(code)
    return {
        canonical(Reference(code, submission.unit, When.PLAN)): f"{pages.names[submission.unit]}!{address}"
        for submission in consolidation.submissions
    }
