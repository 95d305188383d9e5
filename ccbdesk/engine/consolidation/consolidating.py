"""Merging. This module holds the totals of a period: exact sums by each figure's own rule, ratios from summed parts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import assert_never

from ccbdesk.engine.consolidation.parts import (
    Blocked,
    blocked_by,
    common_words,
    coverage_of,
    deciding,
    is_hidden_by_words,
    parts_of,
    plan_parts_of,
)
from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.lookup import as_quotient
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.consolidation import Basis, Consolidation, Coverage, Part, PartState, Total
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Adding, Form, Indicator, applies
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.period import Period
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, NotApplicable, Number, Text, Value, combined


def consolidate(  # noqa: PLR0913 - all that a consolidation is made from
    form: Form,
    period: Period,
    submissions: Iterable[Submission],
    findings: Iterable[Finding],
    basis: Basis,
    *,
    bases: Bases = NO_BASES,
) -> Consolidation:
    """Merge the returns of a period, the cluster's own among them; their order does not matter.

    A figure with an error-level finding is left out of its total and named in the coverage. ``bases`` are the figures
    of earlier periods, which a computed figure may ask for."""
    received = {submission.unit: submission for submission in submissions}
    members = tuple(received[unit.id] for unit in form.units if unit.id in received)
    merging = _Merging(form, tuple(received.values()), blocked_by(findings), bases)
    own = received.get(CLUSTER)
    return Consolidation(
        form,
        period,
        own,
        members,
        tuple(merging.total(indicator) for indicator in form.indicators),
        tuple(unit.id for unit in form.units if unit.id not in received),
        basis,
        own.cut_off if own else None,
        bases=bases,
    )


@dataclass(frozen=True, slots=True)
class _Merging:
    form: Form
    submissions: tuple[Submission, ...]
    blocked: Blocked
    bases: Bases

    def total(self, indicator: Indicator) -> Total:
        if indicator.formula is not None:
            return self._computed(indicator, indicator.formula)
        parts = self._parts(indicator)
        if not self._is_added(indicator):
            return Total(indicator, Blank(), Coverage(0, 0), parts)
        planned, counted = self._planned(indicator), deciding(indicator, parts)
        plan = _added(indicator, planned) if planned else Blank()
        words = common_words(counted) if indicator.is_numeric else ""
        is_unknown = indicator.is_numeric and is_hidden_by_words(counted)
        value = Text(words) if words else Blank() if is_unknown else _added(indicator, counted)
        return Total(indicator, value, coverage_of(counted, with_words=bool(words)), parts, (), plan, planned)

    def _parts(self, indicator: Indicator) -> tuple[Part, ...]:
        return parts_of(self.form, indicator, self.submissions, self.blocked)

    def _planned(self, indicator: Indicator) -> tuple[Part, ...]:
        return plan_parts_of(self.form, indicator, self.submissions) if indicator.planned else ()

    def _is_added(self, indicator: Indicator) -> bool:
        """The cluster's own figures are its totals; of a member's, what is not added has none."""
        return self.form.is_own(indicator) or (indicator.is_numeric and indicator.adding is not Adding.NOT_ADDED)

    def _computed(self, indicator: Indicator, formula: Expression) -> Total:
        leaves = _leaves(self.form, formula)
        parts = {leaf: self._parts_of_leaf(leaf) for leaf in leaves}
        used = _used_units(indicator, parts.values())

        def figure(reference: Reference) -> Value:
            source = self.form.indicator(reference.indicator)
            if reference.when not in (When.NOW, When.PLAN):
                return self._earlier(reference, used)
            if source.formula is not None:
                return evaluate(source.formula, figure)
            given = parts[_leaf(reference)]
            if reference.unit not in (None, CLUSTER):
                return _added(source, tuple(part for part in given if part.unit == reference.unit))
            return _added(source, _used_parts(source, given, used))

        value = as_quotient(indicator, evaluate(formula, figure)) if used else _nothing(parts.values())
        sources = tuple(dict.fromkeys(leaf.indicator for leaf in leaves))
        return Total(indicator, value, _joint_coverage(parts.values(), used), (), sources)

    def _earlier(self, reference: Reference, used: frozenset[UnitId]) -> Value:
        """Return what a computed figure takes from another period: of those units only that are in it now."""
        source = self.form.indicator(reference.indicator)
        members = {unit.id for unit in self.form.units if applies(source, unit)}
        if reference.unit is not None or self.form.is_own(source) or members <= used:
            return self.bases.base(reference).value
        if source.adding not in (Adding.SUM_FLOW, Adding.SUM_STOCK):
            return Blank()
        values = [self.bases.base(replace(reference, unit=unit)).value for unit in sorted(members & used)]
        numbers = [value for value in values if isinstance(value, Number)]
        if not numbers or any(not isinstance(value, Number | NotApplicable) for value in values):
            return Blank()
        amount = _amount(source, [number.amount for number in numbers])
        return Number(amount, combined(number.exactness for number in numbers))

    def _parts_of_leaf(self, leaf: Reference) -> tuple[Part, ...]:
        indicator = self.form.indicator(leaf.indicator)
        is_plan = leaf.when is When.PLAN
        parts = plan_parts_of(self.form, indicator, self.submissions) if is_plan else self._parts(indicator)
        return deciding(indicator, parts)


def _leaf(reference: Reference) -> Reference:
    return Reference(reference.indicator, None, reference.when)


def _leaves(form: Form, formula: Expression) -> tuple[Reference, ...]:
    """Return the reported or planned figures that a formula comes down to, in order, without repeats."""
    found: dict[Reference, None] = {}
    for reference in references(formula):
        inner = form.indicator(reference.indicator).formula
        found.update(dict.fromkeys(_leaves(form, inner) if inner is not None else (_leaf(reference),)))
    return tuple(found)


def _used_units(indicator: Indicator, sources: Iterable[tuple[Part, ...]]) -> frozenset[UnitId]:
    """Return the units that enter a computed total: those that lack none of its sources.

    A ratio leaves out a unit without the task in either part, or it would count only above or only below the line."""
    idle = set() if indicator.adding is Adding.RATIO else {PartState.NOT_APPLICABLE}
    usable = {PartState.COUNTED, PartState.GIVEN, *idle}
    units: set[UnitId] = set()
    refused: set[UnitId] = set()
    for parts in sources:
        units |= {part.unit for part in parts}
        refused |= {part.unit for part in parts if part.state not in usable}
    return frozenset(units - refused)


def _used_parts(source: Indicator, parts: tuple[Part, ...], used: frozenset[UnitId]) -> tuple[Part, ...]:
    """Return the parts of a source that enter a computed total; the largest of all and what is given stay whole."""
    is_of_all = source.adding in (Adding.LARGEST, Adding.GIVEN)
    return tuple(part for part in parts if is_of_all or part.unit in used)


def _nothing(sources: Iterable[tuple[Part, ...]]) -> Value:
    """Return what a computed total is that no unit enters: not applicable where nobody has one of the tasks."""
    is_nobodys = any(all(part.state is PartState.NOT_APPLICABLE for part in parts) for parts in sources)
    return NotApplicable() if is_nobodys else Blank()


def _joint_coverage(sources: Iterable[tuple[Part, ...]], used: frozenset[UnitId]) -> Coverage:
    missing: dict[UnitId, None] = {}
    concerned: set[UnitId] = set()
    for parts in sources:
        coverage = coverage_of(parts)
        missing.update(dict.fromkeys(coverage.missing))
        concerned |= {part.unit for part in parts if part.state is not PartState.NOT_APPLICABLE}
    # Beside members' figures the office's own is no unit more.
    members = concerned - {CLUSTER} or concerned
    counted = len((members & used) - set(missing))
    return Coverage(counted, counted + len(missing), tuple(missing))


def _added(indicator: Indicator, parts: tuple[Part, ...]) -> Value:
    values = [part.reading.value for part in parts if part.is_counted and part.reading]
    if not values:
        is_nobodys = bool(parts) and all(part.state is PartState.NOT_APPLICABLE for part in parts)
        return NotApplicable() if is_nobodys else Blank()
    if not indicator.is_numeric or not all(isinstance(value, Number) for value in values):
        return values[0]  # words and days are the cluster's own: one part
    numbers = [value for value in values if isinstance(value, Number)]
    return Number(_amount(indicator, [number.amount for number in numbers]), combined(n.exactness for n in numbers))


def _amount(indicator: Indicator, amounts: list[Decimal]) -> Decimal:
    match indicator.adding:
        case Adding.LARGEST:
            return max(amounts)
        case Adding.SUM_FLOW | Adding.SUM_STOCK | Adding.NOT_ADDED | Adding.GIVEN:
            with localcontext() as exact:
                exact.prec = 60
                return sum(amounts, Decimal(0))
        case Adding.RATIO | Adding.FORMULA:
            raise AssertionError(indicator.code)  # computed figures have no parts of their own
        case _:
            assert_never(indicator.adding)
