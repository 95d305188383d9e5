"""The cells of a figure. This module holds what Tổng hợp shows of it: units, live total, live plan, live coverage."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

from ccbdesk.engine.booking.changes import earlier_operand
from ccbdesk.engine.booking.layout import Layout, has_history, lay_out
from ccbdesk.engine.booking.origins import own_values
from ccbdesk.engine.booking.pages import UnitPages, unit_pages
from ccbdesk.engine.booking.showing import decimals_of, part_cell, result_of
from ccbdesk.engine.expressions.formulas import as_formula
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.model.book import BookCell, FormulaCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.expression import (
    Call,
    Expression,
    Function,
    Literal,
    Negation,
    Operation,
    Reference,
    RowReference,
    When,
)
from ccbdesk.model.form import Adding
from ccbdesk.model.history import EARLIER
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import NotApplicable, Number, Ratio, Text
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.figures import qualifier

_PRECISE = Context(prec=34)
_PASSING_OVER = frozenset({Function.SUM, Function.MIN, Function.MAX, Function.MEDIAN, Function.COUNT})


@dataclass(frozen=True, slots=True)
class FigureCells:
    """Makes the cells of a figure, wherever the sheet's layout puts them."""

    merged: Consolidation
    layout: Layout
    pages: UnitPages
    decimals: Mapping[IndicatorCode, int]
    own_sources: Mapping[str, str]

    def is_own(self, code: IndicatorCode) -> bool:
        """Tell whether a figure is the cluster's own, so that no unit has it."""
        return self.merged.form.is_own(self.merged.form.indicator(code))

    def is_given(self, code: IndicatorCode) -> bool:
        """Tell whether the cluster's figure is what its office says, whether or not units have it too."""
        return self.is_own(code) or self.merged.form.indicator(code).adding is Adding.GIVEN

    # -- the units' figures ------------------------------------------------------------------------------------

    def unit_cell(self, total: Total, unit: UnitId) -> BookCell:
        """Return a unit's figure: a number as reported, a live formula where the figure is computed, or words."""
        if total.indicator.formula is not None:
            return self._computed_unit_cell(total, total.indicator.formula, unit)
        part = total.part(unit)
        return part_cell(part, self.decimals[total.indicator.code]) if part else TextCell("", Look.TEXT)

    def _computed_unit_cell(self, total: Total, formula: Expression, unit: UnitId) -> BookCell:
        value = figure(self.merged, Reference(total.indicator.code, unit))
        if not isinstance(value, Number | Ratio):
            is_task = not isinstance(value, NotApplicable)
            return TextCell(
                books.NOTHING if is_task else books.NOT_APPLICABLE, Look.FIGURE if is_task else Look.CENTRED
            )

        def cell(reference: Reference) -> str:
            whose = CLUSTER if self.is_own(reference.indicator) else reference.unit or unit
            return f"N({self._address(Reference(reference.indicator, whose, reference.when))})"

        live = as_formula(formula, cell)
        return FormulaCell(
            live, value.amount, Look.FIGURE, self.decimals[total.indicator.code], qualifier(value.exactness)
        )

    def _address(self, reference: Reference) -> str:
        code, unit = reference.indicator, reference.unit or CLUSTER
        if reference.when in EARLIER:
            return earlier_operand(self.merged, self.layout, reference)
        if reference.when is not When.PLAN:
            return self.layout.cell(code, unit)
        return self.layout.plan_cell(code) if unit == CLUSTER else self.pages.plan_cell(code, unit)

    # -- the cluster's figures ---------------------------------------------------------------------------------

    def total_cell(self, total: Total) -> BookCell:
        """Return the cluster's figure, live; one that its office has given leads to the sheet of sources."""
        code = total.indicator.code
        if total.indicator.adding is Adding.NOT_ADDED and not self.is_own(code):
            return TextCell(books.NOT_ADDED, Look.CENTRED)
        if self.is_given(code) and total.indicator.formula is None:
            said = total.value.words if isinstance(total.value, Text) else ""
            return self._linked(code, part_cell(total.parts[-1], self.decimals[code]), said)
        result = books.NOT_APPLICABLE if isinstance(total.value, NotApplicable) else result_of(total.value)
        look = Look.TOTAL if total.coverage.is_complete else Look.GAP
        prefix = qualifier(total.value.exactness) if isinstance(total.value, Number | Ratio) else ""
        if not self._can_live(total):
            places = self.decimals[total.indicator.code]
            return NumberCell(result, look, places, prefix) if isinstance(result, Decimal) else TextCell(result, look)
        return FormulaCell(self._live(total), result, look, self.decimals[total.indicator.code], prefix)

    def _linked(self, code: str, cell: BookCell, said: str = "") -> BookCell:
        """Return what the cluster's office has given as a formula that takes it from the sheet of sources."""
        source = self.own_sources.get(code)
        match cell:
            case NumberCell(amount, _, decimals, prefix) if source:
                return FormulaCell(source, amount, Look.TOTAL, decimals, prefix)
            case TextCell(words) if source and words == said:
                return FormulaCell(source, words, Look.TOTAL)
            case _:
                return cell

    def _can_live(self, total: Total) -> bool:
        """The plans of single units stand apart, so a sum over only some of them has no formula; nor has what no unit
        enters, for a sum of nothing would be shown as a zero."""
        formula = total.indicator.formula
        if formula is None:
            return True
        is_figure = isinstance(total.value, Number | Ratio)
        if any(each.when in EARLIER for each in references(formula)) and not self._is_of_all(total):
            return False  # a part of an earlier figure stands in no cell
        return (is_figure or self._is_even(total)) and not self._has_odd_plans(formula, total)

    def _is_of_all(self, total: Total) -> bool:
        """Tell whether all members are in a computed figure."""
        return total.coverage.is_complete and total.indicator.adding is not Adding.RATIO

    def _is_even(self, total: Total) -> bool:
        """Tell whether the same units are in all sources of a computed figure."""
        return len(set(self._counted_sources(total))) <= 1 or self.is_own(total.indicator.code)

    def _has_odd_plans(self, formula: Expression, total: Total) -> bool:
        """Tell whether a formula asks for plans that other units have given than the figures beside them."""
        plans = [one for one in references(formula) if one.when is When.PLAN]
        counted = {_counted(self.merged.total(plan.indicator).plan_parts) for plan in plans}
        return len({*counted, *self._counted_sources(total)}) > 1 and bool(plans)

    def _counted_sources(self, total: Total) -> tuple[frozenset[UnitId], ...]:
        """Return for each of the members' figures a total is made of which units have it."""
        return tuple(_counted(self.merged.total(code).parts) for code in total.sources if not self.is_given(code))

    def _live(self, total: Total) -> str:
        nothing = books.NOT_APPLICABLE if isinstance(total.value, NotApplicable) else books.NOTHING
        formula = total.indicator.formula
        if formula is not None:
            live = self._guarded(formula, as_formula(formula, self._source_cell(total)))
            return f'IFERROR({live},"{nothing}")'
        span = self.layout.span(total.indicator.code)
        if vague := [part.unit for part in total.parts if part.state is PartState.VAGUE]:
            # Zeros beside words are no sum: the words stand, or nothing where they differ.
            said = self.layout.cell(total.indicator.code, vague[0]) if isinstance(total.value, Text) else f'"{nothing}"'
            return f"IF({_function(total)}({span})=0,{said},{_function(total)}({span}))"
        return f'IF(COUNT({span})=0,"{nothing}",{_function(total)}({span}))'

    def _guarded(self, formula: Expression, live: str) -> str:
        """Return a formula that is not taken in by words: Excel's sums and choices pass over them as over a zero."""
        cells = [self._address(reference) for reference in dict.fromkeys(_find_passed_over(formula))]
        if not cells:
            return live
        gaps, tasks = (
            ",".join(f'{cell}="{words}"' for cell in cells) for words in (books.NOTHING, books.NOT_APPLICABLE)
        )
        return f'IF(OR({gaps}),"{books.NOTHING}",IF(AND({tasks}),"{books.NOT_APPLICABLE}",{live}))'

    def _source_cell(self, total: Total) -> Callable[[Reference], str]:
        """Return how a formula of the cluster reaches its sources: by their totals where the same units are in all of
        them, else by the sums over those units that lack none."""
        is_even = self._is_even(total)
        masks = "*".join(self._mask(total, code) for code in total.sources if not self.is_given(code))

        def cell(reference: Reference) -> str:
            code, source = reference.indicator, self.merged.form.indicator(reference.indicator)
            if is_even or reference.unit not in (None, CLUSTER) or reference.when is When.PLAN:
                return self._amount(reference)
            if source.formula is not None:
                return f"({as_formula(source.formula, cell)})"
            if source.adding is Adding.LARGEST or self.is_given(code):
                return self._amount(reference)
            return f"SUMPRODUCT({masks},{self.layout.span(code)})"

        return cell

    def _amount(self, reference: Reference) -> str:
        """Return how a formula takes a figure: one that nobody has the task for counts as nothing."""
        address = self._address(reference)
        is_nobodys = isinstance(figure(self.merged, reference), NotApplicable)
        return f"N({address})" if is_nobodys else address

    def _mask(self, total: Total, code: IndicatorCode) -> str:
        span = self.layout.span(code)
        if total.indicator.adding is Adding.RATIO:
            return f"ISNUMBER({span})"
        return f'((ISNUMBER({span})+({span}="{books.NOT_APPLICABLE}"))>0)'

    def coverage_cell(self, total: Total) -> BookCell:
        """Return how many units have the figure; empty where that is no question."""
        if total.indicator.formula is not None or self.is_own(total.indicator.code):
            return TextCell("", Look.TEXT)
        members = [part for part in total.parts if part.unit != CLUSTER]
        concerned = sum(part.state is not PartState.NOT_APPLICABLE for part in members)
        span = self.layout.span(total.indicator.code)
        counted, live = sum(part.is_counted for part in members), f"COUNT({span})"
        if isinstance(total.value, Text) and not self.is_given(total.indicator.code):
            counted += sum(part.state is PartState.VAGUE for part in members)
            live = f'{live}+COUNTIF({span},"{_sought(total.value.words)}")'
        look = Look.CENTRED if counted == concerned else Look.GAP
        live = f"({live})" if "+" in live else live
        return FormulaCell(f'{live}&"/{concerned}"', f"{counted}/{concerned}", look)

    # -- plans -------------------------------------------------------------------------------------------------

    def unit_plan_cell(self, total: Total, unit: UnitId) -> BookCell:
        """Return a unit's plan, for the unit's own sheet."""
        part = total.plan_part(unit)
        return part_cell(part, self.decimals[total.indicator.code]) if part else TextCell("", Look.TEXT)

    def plan_cell(self, total: Total) -> BookCell:
        """Return the cluster's plan, live over the units' own sheets; empty where no plan is asked for."""
        if not total.plan_parts:
            return TextCell("", Look.TEXT)
        code = total.indicator.code
        if self.is_given(code):
            plan = canonical(Reference(code, None, When.PLAN))
            return self._linked(plan, part_cell(total.plan_parts[-1], self.decimals[code]))
        received = {submission.unit for submission in self.merged.submissions}
        units = [part.unit for part in total.plan_parts if part.unit in received]
        if not units or not isinstance(total.plan, Number | Ratio):
            return TextCell(_nothing(total), Look.GAP)
        cells = ",".join(self.pages.plan_cell(total.indicator.code, unit) for unit in units)
        live = f'IF(COUNT({cells})=0,"{books.NOTHING}",{_function(total)}({cells}))'
        look = Look.TOTAL if _is_complete(total.plan_parts) else Look.GAP
        return FormulaCell(
            live, total.plan.amount, look, self.decimals[total.indicator.code], qualifier(total.plan.exactness)
        )

    def share_cell(self, total: Total) -> BookCell:
        """Return how many percent of its plan the cluster has reached; empty where no plan is asked for."""
        if not total.plan_parts:
            return TextCell("", Look.TEXT)
        code, is_complete = total.indicator.code, total.coverage.is_complete and _is_complete(total.plan_parts)
        return share_of(total, self.layout.cell(code), self.layout.plan_cell(code), is_complete=is_complete)


def figure_cells(merged: Consolidation) -> FigureCells:
    """Return the maker of a consolidation's cells."""
    decimals = {total.indicator.code: decimals_of(total) for total in merged.totals}
    return FigureCells(
        merged,
        lay_out(merged.form, has_history=has_history(merged)),
        unit_pages(merged.form),
        decimals,
        own_values(merged),
    )


def share_of(total: Total, achieved: str, planned: str, *, is_complete: bool) -> BookCell:
    """Return the live percentage of a plan for the cluster, from the addresses of both figures."""
    value, plan = total.value, total.plan
    live = f'IFERROR({achieved}/{planned}*100,"{books.NOTHING}")'
    look = Look.TOTAL if is_complete else Look.GAP
    if not isinstance(value, Number | Ratio) or not isinstance(plan, Number | Ratio) or plan.amount == 0:
        return FormulaCell(live, books.NOTHING, Look.GAP)
    return FormulaCell(live, percent(value, plan), look, 1)


def percent(value: Number | Ratio, plan: Number | Ratio) -> Decimal:
    """Return how many percent of a plan a figure is."""
    return _PRECISE.divide(value.amount * 100, plan.amount)


def _find_passed_over(expression: Expression) -> Iterator[Reference]:
    """Yield the figures that stand in functions of Excel's that pass over words."""
    match expression:
        case Call(function, arguments):
            for argument in arguments:
                yield from references(argument) if function in _PASSING_OVER else _find_passed_over(argument)
        case Operation(_, left, right):
            yield from _find_passed_over(left)
            yield from _find_passed_over(right)
        case Negation(operand):
            yield from _find_passed_over(operand)
        case Literal() | Reference() | RowReference():
            return


def _sought(words: str) -> str:
    """Return words as COUNTIF looks for them: nothing in them stands for other signs."""
    return re.sub(r"[~*?]", r"~\g<0>", words).replace('"', '""')


def _function(total: Total) -> str:
    return "MAX" if total.indicator.adding is Adding.LARGEST else "SUM"


def _nothing(total: Total) -> str:
    return books.NOT_APPLICABLE if isinstance(total.plan, NotApplicable) else books.NOTHING


def _is_complete(parts: tuple[Part, ...]) -> bool:
    return all(part.is_counted or part.state is PartState.NOT_APPLICABLE for part in parts)


def _counted(parts: tuple[Part, ...]) -> frozenset[UnitId]:
    return frozenset(part.unit for part in parts if part.is_counted)
