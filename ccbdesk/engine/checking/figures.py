"""The figures a rule may use. This module holds the lookup of a reference in one unit's return."""

from dataclasses import dataclass
from decimal import Decimal

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, WhenBlank, applies
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.submission import Submission
from ccbdesk.model.value import Blank, NotApplicable, Number, Value


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The figures of one return; those in ``blocked`` already have an error of their own and count as missing."""

    form: Form
    submission: Submission
    blocked: frozenset[IndicatorCode]
    when_blank: WhenBlank = WhenBlank.SKIP

    def __call__(self, reference: Reference) -> Value:
        """Return a reference's value: Blank for another unit or period, NotApplicable where the unit has no task."""
        if reference.when not in (When.NOW, When.PLAN) or reference.unit not in (None, self.submission.unit):
            return Blank()
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
