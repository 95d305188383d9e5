"""The sheet Tổng hợp. This module holds its cells: the units' figures, live totals, live ratios and live coverage."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.booking.layout import FIRST_UNIT_COLUMN, HEAD_ROW, Layout
from ccbdesk.engine.booking.showing import decimals_of, part_cell, result_of
from ccbdesk.engine.expressions.formulas import as_formula
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.model.book import BookCell, BookSheet, FormulaCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Adding, Preparer
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import NotApplicable, Number, Ratio, Text
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.figures import qualifier
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import unit_names

_WIDTHS = (16.0, 6.0, 52.0, 15.0)
_UNIT_WIDTH = 13.0
_ENOUGH_FOR_LANDSCAPE = 3


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """Plans the sheet of a consolidation."""

    merged: Consolidation
    layout: Layout

    def sheet(self) -> BookSheet:
        """Return the planned sheet."""
        widths = (*_WIDTHS, *(_UNIT_WIDTH for _ in self.merged.form.units), _UNIT_WIDTH + 2, _UNIT_WIDTH)
        return BookSheet(
            books.SUMMARY,
            (*self._top(), *self._heads(), *self._bands()),
            widths,
            frozen_rows=HEAD_ROW,
            frozen_columns=FIRST_UNIT_COLUMN - 1,
            repeated_rows=(HEAD_ROW, HEAD_ROW),
            hidden_columns=(1,),
            is_landscape=len(self.merged.form.units) >= _ENOUGH_FOR_LANDSCAPE,
        )

    def _top(self) -> Iterator[Placed]:
        form = self.merged.form
        yield Placed(1, 2, TextCell(f"Bảng tổng hợp số liệu {period_name(self.merged.period)}", Look.TITLE))
        yield Placed(2, 2, TextCell(form.cluster.name, Look.NOTICE))
        if self.merged.absent:
            here = len(form.units) - len(self.merged.absent)
            absent = unit_names(form, self.merged.absent)
            words = f"Tạm tính, {here}/{len(form.units)} đơn vị; chưa có báo cáo của {absent}."
            yield Placed(3, 2, TextCell(words, Look.NOTICE))
        if notices := " ".join(self._notices()):
            yield Placed(4, 2, TextCell(notices, Look.NOTICE))

    def _notices(self) -> Iterator[str]:
        """Yield the words of the cluster's own sheet that the form wants at the head of everything (“Nổi bật”)."""
        for total in self.merged.totals:
            if total.indicator.headline and self._is_own(total) and isinstance(total.value, Text):
                yield total.value.words

    def _heads(self) -> Iterator[Placed]:
        units = (unit.short_name for unit in self.merged.form.units)
        fixed = (books.CODE, books.NUMBER, books.INDICATOR, books.MEASURE)
        for column, words in enumerate((*fixed, *units, books.CLUSTER, books.COVERAGE), start=1):
            yield Placed(HEAD_ROW, column, TextCell(words, Look.HEADING))

    def _bands(self) -> Iterator[Placed]:
        for band in self.layout.bands:
            yield Placed(band.row, 2, TextCell(band.title, Look.SECTION), across=self.layout.coverage_column - 1)
            for indicator in band.indicators:
                yield from self._row(self.merged.total(indicator.code))

    def _row(self, total: Total) -> Iterator[Placed]:
        indicator, row = total.indicator, self.layout.rows[total.indicator.code]
        yield Placed(row, 1, TextCell(indicator.code, Look.CODE))
        yield Placed(row, 2, TextCell(indicator.number, Look.CENTRED))
        yield Placed(row, 3, TextCell(indicator.label, Look.LABEL))
        yield Placed(row, 4, TextCell(indicator.measure, Look.CENTRED))
        for unit in self.merged.form.units:
            yield Placed(row, self.layout.column(unit.id), self._unit_cell(total, unit.id))
        yield Placed(row, self.layout.total_column, self._total_cell(total))
        yield Placed(row, self.layout.coverage_column, self._coverage_cell(total))

    # -- the units' columns ------------------------------------------------------------------------------------

    def _unit_cell(self, total: Total, unit: UnitId) -> BookCell:
        if total.indicator.formula is not None:
            return self._computed_unit_cell(total, unit)
        part = next((part for part in total.parts if part.unit == unit), None)
        return part_cell(part, decimals_of(total)) if part else TextCell("", Look.TEXT)

    def _computed_unit_cell(self, total: Total, unit: UnitId) -> BookCell:
        formula = total.indicator.formula
        if formula is None:
            raise AssertionError(total.indicator.code)
        value = figure(self.merged, Reference(total.indicator.code, unit))
        if not isinstance(value, Number | Ratio):
            words = books.NOT_APPLICABLE if isinstance(value, NotApplicable) else books.NOTHING
            return TextCell(words, Look.FIGURE)
        live = as_formula(formula, lambda reference: f"N({self.layout.cell(reference.indicator, unit)})")
        return FormulaCell(live, value.amount, Look.FIGURE, decimals_of(total), qualifier(value.exactness))

    # -- the cluster's columns ---------------------------------------------------------------------------------

    def _total_cell(self, total: Total) -> BookCell:
        if total.indicator.adding is Adding.NOT_ADDED and not self._is_own(total):
            return TextCell(books.NOT_ADDED, Look.CENTRED)
        if self._is_own(total) and total.indicator.formula is None:
            return _as_total(part_cell(total.parts[0], decimals_of(total)))
        result = books.NOT_APPLICABLE if isinstance(total.value, NotApplicable) else result_of(total.value)
        look = Look.TOTAL if total.coverage.is_complete else Look.GAP
        prefix = qualifier(total.value.exactness) if isinstance(total.value, Number | Ratio) else ""
        return FormulaCell(self._live(total), result, look, decimals_of(total), prefix)

    def _is_own(self, total: Total) -> bool:
        return self.merged.form.sheet(total.indicator.sheet).preparer is Preparer.CLUSTER

    def _live(self, total: Total) -> str:
        if total.indicator.formula is not None:
            return f'IFERROR({self._live_computed(total)},"{books.NOTHING}")'
        span = self.layout.span(total.indicator.code)
        nothing = books.NOT_APPLICABLE if isinstance(total.value, NotApplicable) else books.NOTHING
        function = "MAX" if total.indicator.adding is Adding.LARGEST else "SUM"
        return f'IF(COUNT({span})=0,"{nothing}",{function}({span}))'

    def _live_computed(self, total: Total) -> str:
        formula = total.indicator.formula
        if formula is None:
            raise AssertionError(total.indicator.code)
        return as_formula(formula, self._source_cell(total))

    def _source_cell(self, total: Total) -> Callable[[Reference], str]:
        """Return how a formula of the cluster reaches its sources: by their totals where the same units are in all of
        them, else by the sums over those units that lack none."""
        counted = {code: _counted(self.merged.total(code).parts) for code in total.sources}
        is_even = len(set(counted.values())) <= 1 or self._is_own(total)
        masks = "*".join(self._mask(total, code) for code in total.sources)

        def cell(reference: Reference) -> str:
            if reference.unit not in (None, CLUSTER):
                return self.layout.cell(reference.indicator, reference.unit or CLUSTER)
            source = self.merged.form.indicator(reference.indicator)
            if is_even or source.formula is not None or source.adding is Adding.LARGEST:
                return self.layout.cell(reference.indicator)
            return f"SUMPRODUCT({masks},{self.layout.span(reference.indicator)})"

        return cell

    def _mask(self, total: Total, code: IndicatorCode) -> str:
        span = self.layout.span(code)
        if total.indicator.adding is Adding.RATIO:
            return f"ISNUMBER({span})"
        return f'((ISNUMBER({span})+({span}="{books.NOT_APPLICABLE}"))>0)'

    def _coverage_cell(self, total: Total) -> BookCell:
        if total.indicator.formula is not None or self._is_own(total):
            return TextCell("", Look.TEXT)
        concerned = sum(part.state is not PartState.NOT_APPLICABLE for part in total.parts)
        counted = sum(part.state is PartState.COUNTED for part in total.parts)
        live = f'COUNT({self.layout.span(total.indicator.code)})&"/{concerned}"'
        look = Look.CENTRED if counted == concerned else Look.GAP
        return FormulaCell(live, f"{counted}/{concerned}", look)


def _counted(parts: tuple[Part, ...]) -> frozenset[UnitId]:
    return frozenset(part.unit for part in parts if part.state is PartState.COUNTED)


def _as_total(cell: BookCell) -> BookCell:
    return replace(cell, look=Look.TOTAL) if isinstance(cell, NumberCell) else cell
