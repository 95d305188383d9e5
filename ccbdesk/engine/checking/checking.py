"""Checking a return. This module holds the run over required figures and rules, with one finding for one cause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from ccbdesk.engine.checking.figures import OwnFigures
from ccbdesk.engine.checking.repeating import judge_plan, judge_sameness
from ccbdesk.engine.checking.rules import Judged, earlier_references, figures_for, judge, references_of
from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.periods import is_for
from ccbdesk.model.finding import Finding, RuleFailed, TotalDiffers, ValueMissing, Where
from ccbdesk.model.form import Form, Level, Preparer, Rule, RuleKind, WhenBlank
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.origin import IndicatorCode, cell_of
from ccbdesk.model.outcome import Outcome, Verdict
from ccbdesk.model.question import AmbiguousFigure, DoubtfulRow, Question
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import Blank, Day, Exactness, Number, Value


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one return gave: new findings, and an outcome for every rule that was run."""

    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]


def check(
    form: Form,
    submission: Submission,
    received: Iterable[Finding] = (),
    questions: Iterable[Question] = (),
    bases: Bases = NO_BASES,
) -> Checked:
    """Check one return by itself and against earlier periods.

    What receiving already found or asked about a figure is not found a second time."""
    excused = frozenset(find_excused(submission, received, questions))
    missing = tuple(_find_missing(form, submission, excused))
    judged = tuple(_judged(form, submission, excused, bases))
    failed = tuple(
        failure_of(form, submission, rule, judgement, bases) for rule, judgement in judged if has_failed(judgement)
    )
    differing = tuple(_find_differing(form, submission, excused))
    return Checked((*missing, *failed, *differing), tuple(judgement.outcome for _, judgement in judged))


def find_excused(
    submission: Submission, received: Iterable[Finding], questions: Iterable[Question]
) -> Iterator[IndicatorCode]:
    """Yield the figures of a return of which something is already said or asked: no rule judges them."""
    for finding in received:
        where = finding.where
        if where.unit == submission.unit and where.indicator and finding.level is Level.ERROR:
            yield where.indicator
    for question in questions:
        if question.where.unit != submission.unit:
            continue
        if isinstance(question, AmbiguousFigure) and question.where.indicator:
            yield question.where.indicator
        if isinstance(question, DoubtfulRow):
            yield from question.candidates


def _find_missing(form: Form, submission: Submission, excused: frozenset[IndicatorCode]) -> Iterator[ValueMissing]:
    """Yield the figures that must not be blank and are; a period sheet of which only days are known is not in yet."""
    if not submission.receipt.is_file and all(isinstance(each.value, Day) for each in submission.readings):
        return
    for indicator in form.asked_of(form.unit(submission.unit)):
        is_blank = isinstance(submission.value(indicator.code), Blank)
        is_demanded = indicator.required and (submission.unit != CLUSTER or form.is_own(indicator))
        if is_demanded and is_blank and indicator.code not in excused:
            yield ValueMissing(where(form, submission, indicator.code))


def _find_differing(form: Form, submission: Submission, excused: frozenset[IndicatorCode]) -> Iterator[TotalDiffers]:
    """Yield the totals of the file itself that are not what their parts add up to; what is left blank counts as 0.

    A figure that was put right makes no total of the file wrong, but may be what was wrong with it."""
    figures = OwnFigures(form, submission, excused, WhenBlank.ZERO)
    in_file = replace(figures, submission=submission.as_received) if submission.is_corrected else figures
    for total in submission.stated:
        summed = evaluate(total.sum_of, figures)
        if _is_other(summed, total.value) and _is_other(evaluate(total.sum_of, in_file), total.value):
            yield TotalDiffers(total.where, total.value, summed, total.is_formula)


def _is_other(summed: Value, stated: Number) -> TypeGuard[Number]:
    return isinstance(summed, Number) and _is_exact(summed, stated) and summed.amount != stated.amount


def _is_exact(*numbers: Number) -> bool:
    return all(number.exactness is Exactness.EXACT for number in numbers)


def _judged(
    form: Form, submission: Submission, excused: frozenset[IndicatorCode], bases: Bases
) -> Iterator[tuple[Rule, Judged]]:
    for rule in form.rules:
        if rule.kind is RuleKind.PEERS_WITHIN or not concerns(form, rule, submission):
            continue  # a comparison with the other units waits until all returns are read: ``peers``
        judgement = _judged_by(rule, figures_for(form, submission, rule, bases, excused))
        if judgement is not None:
            yield rule, judgement


def _judged_by(rule: Rule, figures: OwnFigures) -> Judged | None:
    match rule.kind:
        case RuleKind.SAME_AS_BEFORE:
            return judge_sameness(rule, figures)
        case RuleKind.PLAN_KEPT:
            return judge_plan(rule, figures)
        case _:
            return judge(rule, figures)


def concerns(form: Form, rule: Rule, submission: Submission) -> bool:
    """Tell whether a rule is about figures of this return, in its period: the cluster's own or a member's."""
    if not is_for(rule.periods, submission.period):
        return False
    preparer = Preparer.CLUSTER if submission.unit == CLUSTER else Preparer.UNIT
    return all(
        form.sheet(form.indicator(reference.indicator).sheet).preparer is preparer for reference in references_of(rule)
    )


def has_failed(judgement: Judged) -> bool:
    """Tell whether a rule does not hold."""
    return judgement.outcome.verdict is Verdict.FAILED


def failure_of(
    form: Form, submission: Submission, rule: Rule, judgement: Judged, bases: Bases = NO_BASES
) -> RuleFailed:
    """Return the finding of a rule that failed."""
    figures = figures_for(form, submission, rule, bases, frozenset())
    compared = judgement.about or references_of(rule)
    if judgement.left is None:
        raise AssertionError(rule.code)  # a rule that failed has compared something
    is_of_file = rule.kind is RuleKind.SAME_AS_BEFORE
    place = where(form, submission, compared[0].indicator)
    return RuleFailed(
        Where(submission.receipt.name, submission.unit) if is_of_file else place,
        rule,
        judgement.left,
        judgement.right,
        tuple((reference, figures(reference)) for reference in compared),
        judgement.bases or tuple((reference, figures.base(reference)) for reference in earlier_references(rule)),
    )


def where(form: Form, submission: Submission, code: IndicatorCode) -> Where:
    """Return the place of an indicator in a return; the sheet's own name where its row was not found."""
    reading = submission.reading(code)
    if reading is None:
        sheet = form.sheet(form.indicator(code).sheet).name
        return Where(submission.receipt.name, submission.unit, sheet, "", code)
    cell, is_corrected = cell_of(reading.origin), reading.correction is not None
    if cell is None:
        return Where("", submission.unit, "", "", code, reading.as_typed, is_corrected)
    return Where(cell.file, submission.unit, cell.sheet, cell.cell, code, reading.as_typed, is_corrected)
