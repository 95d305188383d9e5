"""The figures a rule may use. This module holds the lookup of a reference in one unit's return."""

from dataclasses import dataclass, replace
from decimal import Decimal

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, WhenBlank, applies
from ccbdesk.model.history import EARLIER, NO_BASES, Base, Bases
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.submission import Submission
from ccbdesk.model.value import Blank, NotApplicable, Number, Value


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The figures of one return; those in ``blocked`` already have an error of their own and count as missing.

    ``bases`` are the unit's figures of earlier periods; with ``is_of_sizes`` also those of the year so far, which are
    less than the year's but nothing to measure a change by."""

    form: Form
    submission: Submission
    blocked: frozenset[IndicatorCode]
    when_blank: WhenBlank = WhenBlank.SKIP
    bases: Bases = NO_BASES
    is_of_sizes: bool = False

    def __call__(self, reference: Reference) -> Value:
        """Return a reference's value: Blank for another unit, NotApplicable where the unit has no task."""
        if reference.unit not in (None, self.submission.unit):
            return Blank()
        if reference.when in EARLIER:
            return self.base(reference).value
        if reference.when is When.PLAN:
            plan = self.submission.plan(reference.indicator)
            return plan.value if plan else Blank()
        indicator = self.form.indicator(reference.indicator)
        if indicator.formula is not None:
            return evaluate(indicator.formula, self)
        if not applies(indicator, self.form.unit(self.submission.unit)):
            return NotApplicable()
        if indicator.code in self.blocked:
            return Blank()
        value = self.submission.value(indicator.code)
        if isinstance(value, Blank) and self.when_blank is WhenBlank.ZERO:
            return Number(Decimal(0))
        return value

    def plan_base(self, reference: Reference) -> Base:
        """Return the plan that was kept of a figure of the unit earlier in the year."""
        return self.bases.plan(replace(reference, unit=self.submission.unit))

    def base(self, reference: Reference) -> Base:
        """Return what a reference to an earlier period comes down to for the unit."""
        own = replace(reference, unit=self.submission.unit)
        return self.bases.base_so_far(own) if self.is_of_sizes else self.bases.base(own)
