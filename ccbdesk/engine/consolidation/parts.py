"""What each unit gives to a total. This module holds the parts of an indicator and their coverage."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from ccbdesk.model.consolidation import Coverage, Part, PartState
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Adding, Form, Indicator, Level, applies
from ccbdesk.model.origin import IndicatorCode, Reading
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable

Blocked = frozenset[tuple[UnitId, IndicatorCode]]

_Find = Callable[[Submission, IndicatorCode], Reading | None]


def blocked_by(findings: Iterable[Finding]) -> Blocked:
    """Return the figures on which an error stands: they are in no total until it is put right."""
    return frozenset(
        (finding.where.unit, finding.where.indicator)
        for finding in findings
        if finding.level is Level.ERROR and finding.where.unit and finding.where.indicator
    )


def parts_of(form: Form, indicator: Indicator, submissions: Iterable[Submission], blocked: Blocked) -> tuple[Part, ...]:
    """Return one part for every unit that fills in the indicator's sheet, in the form's order.

    Of what the cluster's office gives itself the last part is its own."""
    refused = frozenset(unit for unit, code in blocked if code == indicator.code)
    received = tuple(submissions)
    parts = _parts(form, indicator, received, Submission.reading, refused)
    if indicator.adding is not Adding.GIVEN:
        return parts
    return (*parts, _given(form, indicator, received, Submission.reading, refused))


def deciding(indicator: Indicator, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts that make the total: all, or of what the cluster's office gives itself only its own."""
    return parts[-1:] if indicator.adding is Adding.GIVEN else parts


def _given(
    form: Form, indicator: Indicator, submissions: Iterable[Submission], find: _Find, refused: frozenset[UnitId]
) -> Part:
    """Return the part that is the whole: what the cluster's office says."""
    own = next((submission for submission in submissions if submission.unit == CLUSTER), None)
    of_all = replace(indicator, applies_to=())
    part = _part(of_all, form.cluster, own, find, is_refused=CLUSTER in refused)
    return replace(part, state=PartState.GIVEN) if part.state is PartState.COUNTED else part


def plan_parts_of(form: Form, indicator: Indicator, submissions: Iterable[Submission]) -> tuple[Part, ...]:
    """Return the same for the planned figures; an error on what was achieved keeps no plan out.

    Of what the cluster's office gives itself its own plan is the only one."""
    if indicator.adding is Adding.GIVEN:
        return (_given(form, indicator, submissions, Submission.plan, frozenset()),)
    return _parts(form, indicator, submissions, Submission.plan, frozenset())


def _parts(
    form: Form, indicator: Indicator, submissions: Iterable[Submission], find: _Find, refused: frozenset[UnitId]
) -> tuple[Part, ...]:
    received = {submission.unit: submission for submission in submissions}
    return tuple(
        _part(indicator, unit, received.get(unit.id), find, is_refused=unit.id in refused)
        for unit in _fillers(form, indicator)
    )


def _fillers(form: Form, indicator: Indicator) -> tuple[Unit, ...]:
    return (form.cluster,) if form.is_own(indicator) else form.units


def _part(indicator: Indicator, unit: Unit, submission: Submission | None, find: _Find, *, is_refused: bool) -> Part:
    if not applies(indicator, unit):
        return Part(unit.id, PartState.NOT_APPLICABLE)
    if submission is None:
        return Part(unit.id, PartState.ABSENT)
    reading = find(submission, indicator.code)
    if reading is None:
        return Part(unit.id, PartState.BLANK)
    if is_refused:
        return Part(unit.id, PartState.BLOCKED, reading)
    return Part(unit.id, _state(indicator, reading), reading)


def _state(indicator: Indicator, reading: Reading) -> PartState:
    match reading.value:
        case Blank():
            return PartState.BLANK
        case NotApplicable():
            return PartState.NOT_APPLICABLE
        case Unreadable():
            return PartState.BLOCKED
        case Text() | Day():
            return PartState.VAGUE if indicator.is_numeric else PartState.COUNTED
        case Number() | Ratio():
            return PartState.COUNTED


def common_words(parts: Iterable[Part]) -> str:
    """Return the words in which all that give anything but zero say the same; empty where there are no such words."""
    told = [part.reading.value for part in parts if part.reading and (part.is_counted or part.state is PartState.VAGUE)]
    words = [value.words for value in told if isinstance(value, Text)]
    has_figures = any(isinstance(value, Number | Ratio) and value.amount for value in told)
    return words[0] if words and not has_figures and len({each.casefold() for each in words}) == 1 else ""


def is_hidden_by_words(parts: Iterable[Part]) -> bool:
    """Tell whether nothing but zeros can be added up beside words that speak of more: their sum would be no answer."""
    told = [part.reading.value for part in parts if part.reading and (part.is_counted or part.state is PartState.VAGUE)]
    figures = [value for value in told if isinstance(value, Number | Ratio)]
    return any(isinstance(value, Text) for value in told) and not any(figure.amount for figure in figures)


def coverage_of(parts: Iterable[Part], *, with_words: bool = False) -> Coverage:
    """Return how many of the units that have the task are counted, and who is missing.

    ``with_words``: the total is said in words, so those that say them are counted too."""
    concerned = [part for part in parts if part.state is not PartState.NOT_APPLICABLE]
    told = {PartState.VAGUE} if with_words else set()
    missing = tuple(part.unit for part in concerned if not part.is_counted and part.state not in told)
    return Coverage(len(concerned) - len(missing), len(concerned), missing)
