"""Accepting what was found. This module holds the values an acceptance is bound to, and what became of each finding.

The same values in a new file keep an acceptance, other values reopen the finding."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.consolidation import Explanation
from ccbdesk.model.decision import Accepted
from ccbdesk.model.finding import (
    CutOffDiffers,
    DayMoved,
    Finding,
    HiddenFigures,
    OtherVersion,
    OutsideLinks,
    RowOvertaken,
    RuleFailed,
    TotalDiffers,
    UnknownRow,
    Where,
)
from ccbdesk.model.form import Level
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.settled import FindingState, Handled, Settled, Standing
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable, Value
from ccbdesk.vietnamese.numbers.writing import day_in_figures, plain, unrounded

_NO_TASK = "x"

Values = tuple[tuple[str, str], ...]


def acceptance_of(finding: Finding, unit: UnitId, reason: str, *, is_told: bool = False) -> Accepted:
    """Return the act that accepts a finding on the values it stands on."""
    where = finding.where
    return Accepted(unit, finding.code, where.indicator, values_of(finding), reason, is_told)


def values_of(finding: Finding) -> Values:
    """Return the figures a finding stands on, by their canonical reference; of one cell, what stands in it.

    What is not about a figure is named by its place in the file, so that two of a kind are told apart."""
    where = finding.where
    match finding:
        case RuleFailed(values=values):
            return tuple((canonical(reference), written(value)) for reference, value in values)
        case OtherVersion(_, version_seen):
            return (("", version_seen),)
        case CutOffDiffers(_, expected):
            return (("", f"{where.seen} / {expected}"),)
        case DayMoved(_, milestone, day):
            return ((milestone.value, f"{where.seen} / {day_in_figures(day)}"),)
        case OutsideLinks(_, has_macros):
            return (("macro" if has_macros else "link", ""),)
        case TotalDiffers(_, stated, summed):
            return ((_spot(where), f"{unrounded(stated)} / {unrounded(summed)}"),)
        case HiddenFigures(_, cells):
            return ((where.sheet, ", ".join(cells)),)
        case RowOvertaken(_, row, how, corrected):
            return ((f"{where.sheet}!{row}", f"{how.value} {corrected}".strip()),)
        case UnknownRow(_, label):
            return ((f"{where.sheet}!{label}", where.seen),)
        case _:
            return ((where.indicator or _spot(where), where.seen),)


def _spot(where: Where) -> str:
    return f"{where.sheet}!{where.cell}" if where.cell else where.sheet


def written(value: Value) -> str:
    """Return a value letter by letter, without any rounding; a quotient keeps both its figures."""
    match value:
        case Number():
            return unrounded(value)
        case Ratio(numerator, denominator):
            return f"{plain(numerator)} / {plain(denominator)}"
        case Text(words):
            return words
        case Day(day):
            return day_in_figures(day)
        case Blank():
            return ""
        case NotApplicable():
            return _NO_TASK
        case Unreadable(shown):
            return shown
        case _:
            assert_never(value)


def handle(findings: Iterable[Finding], settled: Settled) -> tuple[Handled, ...]:
    """Return those findings of which something was decided, in this period or before it, in their order."""
    now, before = _by_subject(settled.acceptances), _by_subject(settled.earlier)
    if not now and not before:
        return ()
    return tuple(handled for finding in findings for handled in _find_handled(finding, now, before))


_Subject = tuple[UnitId | None, str, IndicatorCode | None]
_BySubject = Mapping[_Subject, list[Standing[Accepted]]]


def _by_subject(acceptances: Iterable[Standing[Accepted]]) -> _BySubject:
    found: dict[_Subject, list[Standing[Accepted]]] = {}
    for each in acceptances:
        found.setdefault((each.act.unit, each.act.code, each.act.indicator), []).append(each)
    return found


def _find_handled(finding: Finding, now: _BySubject, before: _BySubject) -> Iterator[Handled]:
    subject = (finding.where.unit, finding.code, finding.where.indicator)
    if subject not in now and subject not in before:
        return
    values = values_of(finding)
    alike = [each for each in now.get(subject, ()) if _is_alike(each.act, values)]
    earlier = tuple(each for each in before.get(subject, ()) if _is_alike(each.act, values))
    holding = [each for each in alike if each.act.values == values]
    state, acceptance = _state(finding, alike, holding)
    if acceptance or earlier:
        yield Handled(finding, state, acceptance, values, earlier)


def _state(
    finding: Finding, alike: list[Standing[Accepted]], holding: list[Standing[Accepted]]
) -> tuple[FindingState, Standing[Accepted] | None]:
    """An error is never accepted, whatever was accepted when it was none."""
    if holding and finding.level is not Level.ERROR:
        return FindingState.ACCEPTED, holding[-1]
    if alike and not holding:
        return FindingState.REOPENED, alike[-1]
    return FindingState.OPEN, None


def _is_alike(accepted: Accepted, values: Values) -> bool:
    """Tell whether the same was accepted, whatever the values were: it stood on the same figures or places."""
    return [key for key, _ in accepted.values] == [key for key, _ in values]


def find_explanations(handled: Iterable[Handled]) -> Iterator[Explanation]:
    """Yield what the report is to say: the reasons of acceptances that hold and are to be told."""
    for each in handled:
        where, acceptance = each.finding.where, each.acceptance
        if each.state is FindingState.ACCEPTED and acceptance and acceptance.act.is_told and where.indicator:
            yield Explanation(acceptance.act.unit, where.indicator, acceptance.act.reason)
