"""One unit beside the others. This module holds the rules that compare each unit's average with the median of all."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ccbdesk.engine.checking.checking import Checked, concerns, failure_of, find_excused, has_failed
from ccbdesk.engine.checking.figures import OwnFigures
from ccbdesk.engine.checking.rules import Judged, figures_for, is_within, not_evaluable, reason_of, why_no_base
from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.model.expression import Call, Expression, Function, Literal, Operation, Operator
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Rule, RuleKind
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.question import Question
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import NotApplicable, Number, Ratio, Value

FEWEST_UNITS = 3
"""Of fewer units a median says nothing."""

_Excused = Mapping[UnitId, frozenset[IndicatorCode]]


def check_peers(
    form: Form,
    submissions: Iterable[Submission],
    findings: Iterable[Finding] = (),
    questions: Iterable[Question] = (),
    bases: Bases = NO_BASES,
) -> tuple[Checked, ...]:
    """Compare the members with one another; one result a member's return, in the order given.

    Figures with an error-level finding or an open question are neither compared nor counted in the median."""
    members = tuple(submission for submission in submissions if submission.unit != CLUSTER)
    known, asked = tuple(findings), tuple(questions)
    excused = {member.unit: frozenset(find_excused(member, known, asked)) for member in members}
    rules = [rule for rule in form.rules if rule.kind is RuleKind.PEERS_WITHIN]
    judged = [(rule, _judged(form, rule, members, excused, bases)) for rule in rules]
    return tuple(
        _checked(
            form, member, [(rule, by_unit[member.unit]) for rule, by_unit in judged if member.unit in by_unit], bases
        )
        for member in members
    )


def _checked(form: Form, submission: Submission, judged: Iterable[tuple[Rule, Judged]], bases: Bases) -> Checked:
    results = tuple(judged)
    failed = tuple(
        failure_of(form, submission, rule, judgement, bases) for rule, judgement in results if has_failed(judgement)
    )
    return Checked(failed, tuple(judgement.outcome for _, judgement in results))


def _judged(
    form: Form, rule: Rule, members: Iterable[Submission], excused: _Excused, bases: Bases
) -> Mapping[UnitId, Judged]:
    concerned = [
        figures_for(form, member, rule, bases, excused[member.unit])
        for member in members
        if concerns(form, rule, member)
    ]
    own = [(figures, evaluate(_average(rule), figures)) for figures in concerned]
    usable = [value for _, value in own if isinstance(value, Number | Ratio)]
    median = _median(usable) if len(usable) >= FEWEST_UNITS else None
    return {figures.submission.unit: judgement for figures, judgement in _find_judgements(rule, own, median)}


def _find_judgements(
    rule: Rule, own: Iterable[tuple[OwnFigures, Value]], median: Value | None
) -> Iterator[tuple[OwnFigures, Judged]]:
    for figures, value in own:
        if not isinstance(value, NotApplicable):
            why_not = why_no_base(rule, figures) or _why_not(value, median)
            if why_not is not None:
                yield figures, Judged(not_evaluable(rule, figures, why_not), value, median)
            elif isinstance(value, Number | Ratio) and isinstance(median, Number | Ratio):
                yield figures, _compared(rule, figures, value, median)


def _why_not(value: Value, median: Value | None) -> WhyNot | None:
    if not isinstance(value, Number | Ratio):
        return reason_of(value)
    if not isinstance(median, Number | Ratio):
        return WhyNot.TOO_FEW_UNITS
    return WhyNot.DIVISION_BY_ZERO if median.amount == 0 else None


def _compared(rule: Rule, figures: OwnFigures, value: Number | Ratio, median: Number | Ratio) -> Judged:
    in_percent = Operation(Operator.MULTIPLY, _written(value), Literal(Decimal(100)))
    share = Operation(Operator.DIVIDE, in_percent, _written(median))
    verdict = Verdict.PASSED if is_within(rule, share, figures) else Verdict.FAILED
    return Judged(Outcome(rule.code, figures.submission.unit, verdict), value, median)


def _average(rule: Rule) -> Expression:
    return rule.subject if rule.against is None else Operation(Operator.DIVIDE, rule.subject, rule.against)


def _median(values: Iterable[Number | Ratio]) -> Value:
    """Return the exact median, reckoned like everything else by the expression language."""
    return evaluate(Call(Function.MEDIAN, tuple(_written(value) for value in values)), _no_figure)


def _written(value: Number | Ratio) -> Expression:
    if isinstance(value, Number):
        return Literal(value.amount)
    return Operation(Operator.DIVIDE, Literal(value.numerator), Literal(value.denominator))


def _no_figure(reference: object) -> Value:
    raise AssertionError(reference)  # a median of literals refers to nothing
