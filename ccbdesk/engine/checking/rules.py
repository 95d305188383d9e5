"""The rules between figures. This module holds how each kind of rule is judged for one return."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ccbdesk.engine.checking.figures import OwnFigures
from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.expression import Expression, Literal, Operation, Operator, Reference
from ccbdesk.model.form import Form, Rule, RuleKind
from ccbdesk.model.history import EARLIER, Base, Bases, WhyNoBase
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.submission import Submission
from ccbdesk.model.value import Exactness, NotApplicable, Number, Ratio, Unreadable, Value

_WHY_NOT = {
    WhyNoBase.NOT_KEPT: WhyNot.NO_EARLIER_PERIOD,
    WhyNoBase.NOT_ENOUGH: WhyNot.NOT_ENOUGH_EARLIER,
    WhyNoBase.DAYS_DIFFER: WhyNot.OTHER_DAYS,
    WhyNoBase.OTHER_LENGTH: WhyNot.OTHER_LENGTH,
    WhyNoBase.SPLIT: WhyNot.SPLIT_PREDECESSOR,
}
_ABOUT_A_THOUSAND = (Decimal(800), Decimal(1200))
_DIVIDING = (RuleKind.AVERAGE_WITHIN, RuleKind.CHANGE_WITHIN)


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome and the two sides that were compared; a side that was not reached is None.

    ``about`` and ``bases`` are the figures it comes down to, and those of an earlier period, where these are not all
    that the rule speaks of."""

    outcome: Outcome
    left: Value | None = None
    right: Value | None = None
    about: tuple[Reference, ...] = ()
    bases: tuple[tuple[Reference, Base], ...] = ()


def references_of(rule: Rule) -> tuple[Reference, ...]:
    """Return the figures a rule speaks of, those of its subject first, without repeats."""
    sides = [rule.subject] if rule.against is None else [rule.subject, rule.against]
    return tuple(dict.fromkeys(reference for side in sides for reference in references(side)))


def judge(rule: Rule, figures: OwnFigures) -> Judged | None:
    """Judge a rule for one return; None where the unit has no task for what the rule compares."""
    if lacking := why_no_base(rule, figures):
        return Judged(not_evaluable(rule, figures, lacking))
    left = evaluate(rule.subject, figures)
    right = evaluate(rule.against, figures) if rule.against is not None else None
    if isinstance(left, NotApplicable) or isinstance(right, NotApplicable):
        return None
    if not isinstance(left, Number | Ratio) or not (right is None or isinstance(right, Number | Ratio)):
        return Judged(not_evaluable(rule, figures, reason_of(left, right)), left, right)
    return _compared(rule, figures, left, right)


def figures_for(
    form: Form, submission: Submission, rule: Rule, bases: Bases, blocked: frozenset[IndicatorCode]
) -> OwnFigures:
    """Return the figures of a return as a rule sees them: a change is measured only between stretches alike."""
    return OwnFigures(form, submission, blocked, rule.when_blank, bases, is_of_sizes=not rule.measures_change)


def why_no_base(rule: Rule, figures: OwnFigures) -> WhyNot | None:
    """Return why an earlier figure that a rule asks for cannot be compared with; None where none is lacking."""
    bases = [figures.base(reference) for reference in earlier_references(rule)]
    if not bases and rule.kind is RuleKind.CHANGE_WITHIN:
        return WhyNot.NO_EARLIER_PERIOD
    return why_no_base_of(bases)


def why_no_base_of(bases: Iterable[Base]) -> WhyNot | None:
    """Return why the first of these that cannot be compared with cannot be; None where all can."""
    return next((_WHY_NOT[base.why_not] for base in bases if base.why_not is not None), None)


def earlier_references(rule: Rule) -> tuple[Reference, ...]:
    """Return the figures of other periods a rule asks for; a plan belongs to the period itself."""
    return tuple(reference for reference in references_of(rule) if reference.when in EARLIER)


def reason_of(left: Value, right: Value | None = None) -> WhyNot:
    """Return why sides that are no figures could not be compared."""
    divided = isinstance(left, Unreadable) or isinstance(right, Unreadable)
    return WhyNot.DIVISION_BY_ZERO if divided else WhyNot.FIGURE_MISSING


def _compared(rule: Rule, figures: OwnFigures, left: Number | Ratio, right: Number | Ratio | None) -> Judged:
    if rule.kind is RuleKind.ADDS_UP and not _is_exact(left, right):
        return Judged(not_evaluable(rule, figures, WhyNot.ONLY_ESTIMATES), left, right)
    if rule.kind in _DIVIDING and right is not None and right.amount == 0:
        return Judged(not_evaluable(rule, figures, WhyNot.DIVISION_BY_ZERO), left, right)
    verdict = Verdict.PASSED if _holds(rule, figures) else Verdict.FAILED
    return Judged(Outcome(rule.code, figures.submission.unit, verdict), left, right)


def _is_exact(left: Number | Ratio, right: Number | Ratio | None) -> bool:
    return left.exactness is Exactness.EXACT and (right is None or right.exactness is Exactness.EXACT)


def _holds(rule: Rule, figures: OwnFigures) -> bool:
    """Decide by one comparison in the expression language, so that quotients are compared exactly."""
    against = rule.against if rule.against is not None else Literal(Decimal(0))
    match rule.kind:
        case RuleKind.ADDS_UP:
            return _is_true(Operation(Operator.EQUAL, rule.subject, against), figures)
        case RuleKind.NOT_MORE_THAN:
            return _is_true(Operation(Operator.LESS_OR_EQUAL, rule.subject, against), figures)
        case RuleKind.NEEDS:
            nothing = Literal(Decimal(0))
            has_subject = _is_true(Operation(Operator.GREATER, rule.subject, nothing), figures)
            return not has_subject or _is_true(Operation(Operator.GREATER, against, nothing), figures)
        case RuleKind.AVERAGE_WITHIN:
            return is_within(rule, Operation(Operator.DIVIDE, rule.subject, against), figures)
        case RuleKind.CHANGE_WITHIN:
            in_percent = Operation(Operator.MULTIPLY, rule.subject, Literal(Decimal(100)))
            return is_within(rule, Operation(Operator.DIVIDE, in_percent, against), figures)
        case RuleKind.PEERS_WITHIN:
            raise AssertionError(rule.code)  # it needs the figures of all units: ``peers``
        case RuleKind.HOLDS:
            return _is_true(rule.subject, figures)
        case RuleKind.THOUSANDFOLD:
            return not (
                _is_thousandfold(rule.subject, against, figures) or _is_thousandfold(against, rule.subject, figures)
            )
        case RuleKind.SAME_AS_BEFORE | RuleKind.PLAN_KEPT:
            raise AssertionError(rule.code)  # they look at what was kept, figure by figure: ``repeating``
        case _:
            assert_never(rule.kind)


def _is_thousandfold(one: Expression, other: Expression, figures: OwnFigures) -> bool:
    """Tell whether one side is a thousand times the other, give or take a fifth: a slip of the measure."""
    least, most = (Operation(Operator.MULTIPLY, other, Literal(times)) for times in _ABOUT_A_THOUSAND)
    return (
        _is_true(Operation(Operator.GREATER, other, Literal(Decimal(0))), figures)
        and _is_true(Operation(Operator.GREATER_OR_EQUAL, one, least), figures)
        and _is_true(Operation(Operator.LESS_OR_EQUAL, one, most), figures)
    )


def is_within(rule: Rule, average: Expression, figures: OwnFigures) -> bool:
    """Tell whether the value of an expression lies within the bounds of a rule."""
    above = rule.lowest is None or _is_true(
        Operation(Operator.GREATER_OR_EQUAL, average, Literal(rule.lowest)), figures
    )
    below = rule.highest is None or _is_true(Operation(Operator.LESS_OR_EQUAL, average, Literal(rule.highest)), figures)
    return above and below


def _is_true(condition: Expression, figures: OwnFigures) -> bool:
    value = evaluate(condition, figures)
    return isinstance(value, Number | Ratio) and value.amount != 0


def not_evaluable(rule: Rule, figures: OwnFigures, why_not: WhyNot) -> Outcome:
    """Return the outcome of a rule that could not be evaluated, with the figures it lacks."""
    missing = find_missing(rule, figures) if why_not is WhyNot.FIGURE_MISSING else ()
    return Outcome(rule.code, figures.submission.unit, Verdict.NOT_EVALUABLE, why_not, missing)


def find_missing(rule: Rule, figures: OwnFigures) -> tuple[IndicatorCode, ...]:
    """Return the indicators of a rule that have no usable figure in the return."""
    return tuple(
        reference.indicator
        for reference in references_of(rule)
        if not isinstance(figures(reference), Number | Ratio | NotApplicable)
    )
