"""What each unit gives to a total. This module holds the parts of an indicator and their coverage."""

from collections.abc import Callable, Iterable

from ccbdesk.model.consolidation import Coverage, Part, PartState
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Indicator, Level, Preparer, applies
from ccbdesk.model.origin import IndicatorCode, Reading
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable

Blocked = frozenset[tuple[UnitId, IndicatorCode]]


def blocked_by(findings: Iterable[Finding]) -> Blocked:
    """Return the figures on which an error stands: they are in no total until it is put right."""
    return frozenset(
        (finding.where.unit, finding.where.indicator)
        for finding in findings
        if finding.level is Level.ERROR and finding.where.unit and finding.where.indicator
    )


def parts_of(form: Form, indicator: Indicator, submissions: Iterable[Submission], blocked: Blocked) -> tuple[Part, ...]:
    """Return one part for every unit that fills in the indicator's sheet, in the form's order."""
    refused = frozenset(unit for unit, code in blocked if code == indicator.code)
    return _parts(form, indicator, submissions, Submission.reading, refused)


def plan_parts_of(form: Form, indicator: Indicator, submissions: Iterable[Submission]) -> tuple[Part, ...]:
    """Return the same for the planned figures; an error on what was achieved keeps no plan out."""
    return _parts(form, indicator, submissions, Submission.plan, frozenset())


_Find = Callable[[Submission, IndicatorCode], Reading | None]


def _parts(
    form: Form, indicator: Indicator, submissions: Iterable[Submission], find: _Find, refused: frozenset[UnitId]
) -> tuple[Part, ...]:
    received = {submission.unit: submission for submission in submissions}
    return tuple(
        _part(indicator, unit, received.get(unit.id), find, is_refused=unit.id in refused)
        for unit in _fillers(form, indicator)
    )


def _fillers(form: Form, indicator: Indicator) -> tuple[Unit, ...]:
    is_own = form.sheet(indicator.sheet).preparer is Preparer.CLUSTER
    return (form.cluster,) if is_own else form.units


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


def coverage_of(parts: Iterable[Part]) -> Coverage:
    """Return how many of the units that have the task are counted, and who is missing."""
    concerned = [part for part in parts if part.state is not PartState.NOT_APPLICABLE]
    missing = tuple(part.unit for part in concerned if part.state is not PartState.COUNTED)
    return Coverage(len(concerned) - len(missing), len(concerned), missing)
