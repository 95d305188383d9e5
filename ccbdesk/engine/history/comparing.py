"""The one base of comparison. This module holds how every figure's comparable earlier one is found or refused.

Rules, sentences and the workbook all take it from here: a sum of the members' figures of then where these are kept,
ratios from summed parts, successors from their predecessors."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.lookup import as_quotient
from ccbdesk.engine.expressions.reading import references
from ccbdesk.engine.history import spans
from ccbdesk.engine.history.keeping import Entry, Kept, gathered
from ccbdesk.engine.history.predecessors import Whose, split_names, whose
from ccbdesk.engine.history.spans import Choice, Days
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.form import Adding, Form, Indicator, applies
from ccbdesk.model.history import EARLIER, NO_BASES, Base, BasePart, Bases, Earlier, Stage, WhyNoBase
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, PeriodCode
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Blank, NotApplicable, Number, Ratio, Value, combined
from ccbdesk.vietnamese.names import unit_key

_WITHOUT_SUM = (Adding.NOT_ADDED, Adding.GIVEN)


def bases_of(form: Form, period: Period, earlier: Earlier) -> Bases:
    """Return what every figure of a period, of every unit and of the cluster, is compared with."""
    now, kept = spans.days_of(period, earlier.first_day, earlier.last_day), spans.kept_days(earlier)
    if not kept:
        return NO_BASES
    choosing, past = _Choosing(now, kept), _Past(form, earlier)
    found: dict[Reference, Base] = {}
    so_far: dict[Reference, Base] = {}
    plans: dict[Reference, Base] = {}
    for indicator in form.indicators:
        if indicator.is_numeric:
            is_stock = _is_stock(form, indicator)
            for when in EARLIER:
                found |= past.bases(indicator, when, choosing.choice(when, is_stock=is_stock))
            if not is_stock:
                so_far |= past.bases(indicator, When.PREVIOUS, spans.so_far(now, kept))
            if indicator.planned:
                plans |= past.plans(indicator, spans.earlier_in_year(now, kept))
    return Bases(_kept(found), _kept(so_far), _kept(plans))


def _kept(bases: dict[Reference, Base]) -> tuple[tuple[Reference, Base], ...]:
    return tuple(each for each in bases.items() if each[1].why_not is not WhyNoBase.NOT_KEPT)


def _is_stock(form: Form, indicator: Indicator) -> bool:
    """Tell whether a figure says how things stood on the last day, and not what happened in the period."""
    if indicator.formula is None:
        return indicator.adding is Adding.SUM_STOCK
    return all(_is_stock(form, form.indicator(each.indicator)) for each in references(indicator.formula))


@dataclass(frozen=True, slots=True)
class _Choosing:
    """Chooses the period that a reference means, once for all figures."""

    now: Days
    kept: tuple[Days, ...]
    made: dict[tuple[When, bool], Choice] = field(default_factory=dict)

    def choice(self, when: When, *, is_stock: bool) -> Choice:
        key = (when, is_stock)
        if key not in self.made:
            self.made[key] = self._choose(when, is_stock=is_stock)
        return self.made[key]

    def _choose(self, when: When, *, is_stock: bool) -> Choice:
        match when:
            case When.LAST_YEAR:
                return spans.last_year(self.now, self.kept)
            case When.YEAR_START:
                return spans.closing_of_last_year(self.now, self.kept, is_stock=is_stock)
            case When.PREVIOUS if is_stock:
                return spans.before(self.now, self.kept)
            case When.PREVIOUS:
                return spans.before_as_long(self.now, self.kept)
            case When.NOW | When.PLAN:
                raise AssertionError(when)


@dataclass(frozen=True, slots=True)
class _Past:
    """Works out the figures of earlier periods for the units of now, each period once."""

    form: Form
    earlier: Earlier
    made: dict[PeriodCode, "_Then"] = field(default_factory=dict)

    def bases(self, indicator: Indicator, when: When, choice: Choice) -> dict[Reference, Base]:
        units = () if self.form.is_own(indicator) else tuple(unit.id for unit in self.form.units)
        if isinstance(choice, WhyNoBase):
            return {Reference(indicator.code, unit, when): Base(why_not=choice) for unit in (None, *units)}
        then = self._then(choice)
        found = {Reference(indicator.code, unit, when): then.of(Reference(indicator.code, unit)) for unit in units}
        return found | {Reference(indicator.code, None, when): then.of(Reference(indicator.code, CLUSTER))}

    def plans(self, indicator: Indicator, choice: Choice) -> dict[Reference, Base]:
        """Return the plans that the units had earlier in the year."""
        if isinstance(choice, WhyNoBase) or self.form.is_own(indicator):
            return {}
        planned = (Reference(indicator.code, unit.id, When.PLAN) for unit in self.form.units)
        return {reference: self._then(choice).of(reference) for reference in planned}

    def _then(self, period: PeriodCode) -> "_Then":
        if period not in self.made:
            predecessors = (name for unit in self.form.units for name in unit.predecessors)
            former = {UnitId(unit_key(name).replace(" ", "_")): name for name in predecessors}
            names = former | {unit.id: unit.short_name for unit in (*self.form.units, self.form.cluster)}
            kept = gathered(period, self.earlier.periods, names)
            split = split_names(self.form)
            self.made[period] = _Then(self.form, kept, {unit.id: whose(unit, kept, split) for unit in self.form.units})
        return self.made[period]


@dataclass(frozen=True, slots=True)
class _Then:
    """One earlier period, as the units of now see it."""

    form: Form
    kept: Kept
    whose: dict[UnitId, Whose | WhyNoBase]
    made: dict[Reference, Base] = field(default_factory=dict)

    def of(self, reference: Reference) -> Base:
        """Return the base of a unit's or the cluster's figure, or plan, of then."""
        if reference not in self.made:
            base = self._find(reference)
            self.made[reference] = replace(base, period=self.kept.period)
        return self.made[reference]

    def _find(self, reference: Reference) -> Base:
        indicator, unit = self.form.indicator(reference.indicator), self.form.unit(reference.unit or CLUSTER)
        if unit.id != CLUSTER and not applies(indicator, unit):
            return Base(NotApplicable())
        if indicator.formula is not None:
            return self._computed(indicator, indicator.formula, unit)
        if unit.id != CLUSTER:
            return self._of_unit(indicator, unit, reference.when)
        if self.form.is_own(indicator) or indicator.adding in _WITHOUT_SUM:
            return self._as_kept(CLUSTER, indicator.code, reference.when)
        return self._of_cluster(indicator, reference.when)

    # -- figures that were reported ----------------------------------------------------------------------------

    def _of_unit(self, indicator: Indicator, unit: Unit, when: When) -> Base:
        of_whom = self.whose[unit.id]
        if isinstance(of_whom, WhyNoBase):
            return Base(why_not=of_whom)
        if not of_whom.is_merged:
            return self._as_kept(of_whom.units[0], indicator.code, when)
        parts = [self._as_kept(each, indicator.code, when) for each in of_whom.units]
        if indicator.adding in _WITHOUT_SUM:
            return Base(why_not=WhyNoBase.NOT_ENOUGH)
        return replace(_added(indicator, parts), merged=(unit.id,))

    def _of_cluster(self, indicator: Indicator, when: When) -> Base:
        if not self.kept.has_units(indicator.code, when):
            return self._as_kept(CLUSTER, indicator.code, when)
        units = [unit for unit in self.form.units if applies(indicator, unit)]
        return _added(indicator, [self.of(Reference(indicator.code, unit.id, when)) for unit in units])

    def _as_kept(self, unit: UnitId, code: IndicatorCode, when: When) -> Base:
        entry = self.kept.entries.get((unit, code, when))
        if entry is None or not isinstance(entry.value, Number | Ratio | NotApplicable):
            return Base(why_not=WhyNoBase.NOT_KEPT)
        return Base(entry.value, stage=entry.stage, parts=(self._part(unit, entry),))

    def _part(self, unit: UnitId, entry: Entry) -> BasePart:
        return BasePart(unit, self.kept.names[unit], entry.value, entry.source)

    # -- figures that are computed -----------------------------------------------------------------------------

    def _computed(self, indicator: Indicator, formula: Expression, unit: Unit) -> Base:
        """Compute from the parts of then; what cannot be computed may still have been kept as it was."""
        used: list[Base] = []
        look = self._look_up(indicator, formula, unit, used)
        value = as_quotient(indicator, evaluate(formula, look))
        if isinstance(value, Number | Ratio | NotApplicable):
            return _joined(value, used)
        of_whom = Whose((CLUSTER,)) if unit.id == CLUSTER else self.whose[unit.id]
        if isinstance(of_whom, WhyNoBase) or of_whom.is_merged or any(not base.why_not for base in used):
            return Base(why_not=WhyNoBase.NOT_ENOUGH)
        return self._as_kept(of_whom.units[0], indicator.code, When.NOW)

    def _look_up(
        self, indicator: Indicator, formula: Expression, unit: Unit, used: list[Base]
    ) -> Callable[[Reference], Value]:
        idle = self._idle(indicator, formula) if unit.id == CLUSTER else frozenset[UnitId]()

        def figure(reference: Reference) -> Value:
            if reference.when not in (When.NOW, When.PLAN):
                return Blank()  # of the period before the earlier one nothing is asked
            source = self.form.indicator(reference.indicator)
            if source.formula is not None and reference.unit is None:
                return evaluate(source.formula, figure)
            whom = reference.unit or (CLUSTER if self.form.is_own(source) else unit.id)
            base = self.of(Reference(source.code, whom, reference.when))
            if whom == CLUSTER and reference.unit is None and idle and not self.form.is_own(source):
                base = self._without(source, reference.when, idle) or base
            used.append(base)
            return base.value

        return figure

    def _idle(self, indicator: Indicator, formula: Expression) -> frozenset[UnitId]:
        """Return the units that enter no ratio of the cluster: they lack the task above or below the line."""
        if indicator.adding is not Adding.RATIO:
            return frozenset()
        leaves = [
            each for each in _leaves(self.form, formula) if not self.form.is_own(self.form.indicator(each.indicator))
        ]
        return frozenset(
            unit.id
            for unit in self.form.units
            for leaf in leaves
            if self.of(Reference(leaf.indicator, unit.id, leaf.when)).value == NotApplicable()
        )

    def _without(self, source: Indicator, when: When, idle: frozenset[UnitId]) -> Base | None:
        if source.adding in (*_WITHOUT_SUM, Adding.LARGEST) or not self.kept.has_units(source.code, when):
            return None
        units = [unit for unit in self.form.units if unit.id not in idle]
        return _added(source, [self.of(Reference(source.code, unit.id, when)) for unit in units])


def _leaves(form: Form, formula: Expression) -> tuple[Reference, ...]:
    found: dict[Reference, None] = {}
    for reference in references(formula):
        inner = form.indicator(reference.indicator).formula
        found |= dict.fromkeys(_leaves(form, inner) if inner is not None else (replace(reference, unit=None),))
    return tuple(each for each in found if each.when in (When.NOW, When.PLAN))


def _added(indicator: Indicator, bases: Sequence[Base]) -> Base:
    """Add up what all of them have; one without a figure leaves nothing to compare with."""
    if not bases or any(base.why_not is not None for base in bases):
        is_nothing = all(base.why_not is WhyNoBase.NOT_KEPT for base in bases)
        split = WhyNoBase.SPLIT if any(base.why_not is WhyNoBase.SPLIT for base in bases) else WhyNoBase.NOT_ENOUGH
        return Base(why_not=WhyNoBase.NOT_KEPT if is_nothing else split)
    numbers = [base.value for base in bases if isinstance(base.value, Number)]
    if any(isinstance(base.value, Ratio) for base in bases):
        return Base(why_not=WhyNoBase.NOT_ENOUGH)  # quotients are not added up
    return _joined(_summed(indicator, numbers) if numbers else NotApplicable(), bases)


def _summed(indicator: Indicator, numbers: Sequence[Number]) -> Number:
    amounts = [number.amount for number in numbers]
    exactness = combined(number.exactness for number in numbers)
    if indicator.adding is Adding.LARGEST:
        return Number(max(amounts), exactness)
    with localcontext() as exact:
        exact.prec = 60
        return Number(sum(amounts, Decimal(0)), exactness)


def _joined(value: Value, bases: Iterable[Base]) -> Base:
    made_of = tuple(bases)
    parts = tuple(dict.fromkeys(part for base in made_of for part in base.parts))
    merged = tuple(dict.fromkeys(unit for base in made_of for unit in base.merged))
    is_at_meeting = any(base.stage is Stage.AT_MEETING for base in made_of)
    return Base(value, stage=Stage.AT_MEETING if is_at_meeting else Stage.OFFICIAL, parts=parts, merged=merged)
