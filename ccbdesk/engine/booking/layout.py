"""Where things stand in the sheet Tổng hợp. This module holds the rows of indicators and the columns of units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Form, Indicator, Preparer
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.vietnamese.vocabulary.books import SUMMARY

HEAD_ROW = 5
FIRST_UNIT_COLUMN = 5


@dataclass(frozen=True, slots=True)
class Band:
    """A run of indicators under one heading; ``row`` is the heading's."""

    row: int
    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The plan of the sheet: figures as rows, units as columns, the cluster behind them, then the coverage."""

    form: Form
    bands: tuple[Band, ...]
    rows: Mapping[IndicatorCode, int]

    @property
    def last_unit_column(self) -> int:
        """The column of the last unit; before the first where there is no unit."""
        return FIRST_UNIT_COLUMN + len(self.form.units) - 1

    @property
    def total_column(self) -> int:
        """The column of the whole cluster."""
        return self.last_unit_column + 1

    @property
    def coverage_column(self) -> int:
        """The column that says how many units have a figure."""
        return self.last_unit_column + 2

    @property
    def last_row(self) -> int:
        """The last row that holds an indicator."""
        return max(self.rows.values(), default=HEAD_ROW)

    def column(self, unit: UnitId) -> int:
        """Return the column of a unit, or of the whole cluster."""
        if unit == CLUSTER:
            return self.total_column
        return FIRST_UNIT_COLUMN + [member.id for member in self.form.units].index(unit)

    def cell(self, code: IndicatorCode, unit: UnitId = CLUSTER) -> str:
        """Return the address of a figure; KeyError where the sheet does not show the indicator."""
        return f"{column_letters(self.column(unit))}{self.rows[code]}"

    def span(self, code: IndicatorCode) -> str:
        """Return the range of an indicator over all units."""
        first, last = column_letters(FIRST_UNIT_COLUMN), column_letters(self.last_unit_column)
        return f"{first}{self.rows[code]}:{last}{self.rows[code]}"


def lay_out(form: Form) -> Layout:
    """Plan the sheet for a form: the members' figures section by section, then the cluster's own."""
    bands: list[Band] = []
    rows: dict[IndicatorCode, int] = {}
    row = HEAD_ROW
    for title, indicators in _sections(form):
        row += 1
        bands.append(Band(row, title, indicators))
        for indicator in indicators:
            row += 1
            rows[indicator.code] = row
    return Layout(form, tuple(bands), rows)


def _sections(form: Form) -> Iterator[tuple[str, tuple[Indicator, ...]]]:
    grouped: dict[tuple[bool, str], list[Indicator]] = {}
    for indicator in form.indicators:
        if indicator.is_numeric:
            sheet = form.sheet(indicator.sheet)
            key = (sheet.preparer is Preparer.CLUSTER, indicator.section or sheet.title or sheet.name)
            grouped.setdefault(key, []).append(indicator)
    for (_, title), indicators in sorted(grouped.items(), key=lambda item: item[0][0]):
        yield title, tuple(indicators)


def places(consolidation: Consolidation) -> Mapping[str, str]:
    """Return for every figure of the sheet, by its canonical reference, where it stands: “Tổng hợp!K12”."""
    layout = lay_out(consolidation.form)
    found: dict[str, str] = {}
    for code in layout.rows:
        found[canonical(Reference(code))] = f"{SUMMARY}!{layout.cell(code)}"
        for unit in consolidation.form.units:
            found[canonical(Reference(code, unit.id))] = f"{SUMMARY}!{layout.cell(code, unit.id)}"
    return found
