"""Figures that repeat an earlier period, or fail to. This module holds the rules that look at what was kept of it."""

from dataclasses import replace
from decimal import Decimal

from ccbdesk.engine.checking.figures import OwnFigures
from ccbdesk.engine.checking.rules import Judged, not_evaluable, references_of, why_no_base_of
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Rule
from ccbdesk.model.history import Base
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.value import NotApplicable, Number, Ratio

FEWEST_FIGURES = 5
"""Of fewer figures that are the same nobody would say that a file was sent twice."""


def judge_sameness(rule: Rule, figures: OwnFigures) -> Judged | None:
    """Judge how many of the figures that a rule names are letter by letter those of the period before.

    What is nothing in both says nothing. None where the unit has a task for none of them."""
    named = references_of(rule)
    if all(isinstance(figures(reference), NotApplicable) for reference in named):
        return None
    bases = {reference: figures.base(replace(reference, when=When.PREVIOUS)) for reference in named}
    compared = [reference for reference in named if _is_comparable(figures, reference, bases[reference])]
    if len(compared) < FEWEST_FIGURES:
        lacking = why_no_base_of(bases.values()) if not compared else None
        return Judged(not_evaluable(rule, figures, lacking or WhyNot.TOO_FEW_FIGURES))
    same = tuple(reference for reference in compared if figures(reference) == bases[reference].value)
    share = Ratio(Decimal(100 * len(same)), Decimal(len(compared)))
    is_so = rule.highest is None or share.numerator <= rule.highest * share.denominator
    outcome = Outcome(rule.code, figures.submission.unit, Verdict.PASSED if is_so else Verdict.FAILED)
    first = replace(same[0], when=When.PREVIOUS) if same else None
    return Judged(outcome, share, None, same, ((first, bases[same[0]]),) if first else ())


def _is_comparable(figures: OwnFigures, reference: Reference, base: Base) -> bool:
    now, then = figures(reference), base.value
    return isinstance(now, Number) and isinstance(then, Number) and bool(now.amount or then.amount)


def judge_plan(rule: Rule, figures: OwnFigures) -> Judged | None:
    """Judge whether a plan is still the one that was kept earlier in the year; one that is missing is not."""
    (reference,) = references_of(rule)
    if isinstance(figures(replace(reference, when=When.NOW)), NotApplicable):
        return None
    base = figures.plan_base(reference)
    if base.why_not is not None or not isinstance(base.value, Number):
        return Judged(not_evaluable(rule, figures, why_no_base_of((base,)) or WhyNot.NO_EARLIER_PERIOD))
    now = figures(reference)
    is_same = isinstance(now, Number) and now.amount == base.value.amount
    outcome = Outcome(rule.code, figures.submission.unit, Verdict.PASSED if is_same else Verdict.FAILED)
    return Judged(outcome, now, base.value, (reference,), ((replace(reference, when=When.PREVIOUS), base),))
