"""What was decided about findings, in Vietnamese. This module holds the words behind a finding's sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from ccbdesk.model.decision import Accepted
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form
from ccbdesk.model.period import PeriodCode, period_of
from ccbdesk.model.settled import FindingState, Handled, Standing, handling_of
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.periods import period_name

_NOTHING = "để trống"
_CELL = re.compile(r"[A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?")


def told(form: Form, finding: Finding, handled: Iterable[Handled]) -> str:
    """Return a finding's sentence and, behind it, what was decided about it."""
    decided = handling_of(finding, handled)
    words = handling_words(form, decided) if decided else ""
    return " ".join(part for part in (finding_sentence(form, finding), words) if part)


def handling_words(form: Form, handled: Handled) -> str:
    """Return what was decided about a finding, now and when it was last accepted in an earlier period."""
    return " ".join((*_find_now(form, handled), *(_earlier(each) for each in handled.earlier[-1:])))


def _find_now(form: Form, handled: Handled) -> Iterator[str]:
    acceptance = handled.acceptance
    match handled.state:
        case FindingState.OPEN:
            return
        case FindingState.ACCEPTED if acceptance:
            yield f"Đã chấp nhận: {_reason(acceptance)}"
        case FindingState.REOPENED if acceptance:
            changes = "; ".join(_find_changes(form, acceptance.act, handled))
            yield f"Đã chấp nhận với số cũ, nay số khác ({changes}) nên cần xem lại."
            yield f"Lý do khi đó: {_reason(acceptance)}"
        case FindingState.ACCEPTED | FindingState.REOPENED:
            return
        case _:
            assert_never(handled.state)


def _find_changes(form: Form, accepted: Accepted, handled: Handled) -> Iterator[str]:
    for (key, old), (_, new) in zip(accepted.values, handled.values, strict=True):
        if old != new:
            yield f"{_named(form, key)}{old or _NOTHING}, nay {new or _NOTHING}"


def _named(form: Form, key: str) -> str:
    """Return what a value is called, with a space behind it: a figure by its label, anything else by its place."""
    reference, _, when = key.partition("~")
    code = reference.partition("@")[0]
    found = next((each.label for each in form.indicators if each.code == code), "")
    if found:
        return f"“{found}”{' kế hoạch' if when == 'ke_hoach' else ''}: "
    sheet, _, spot = key.partition("!")
    within = f", {'ô' if _CELL.fullmatch(spot) else 'dòng'} {spot}" if spot else ""
    return f"{sheet}{within}: " if key else ""


def _reason(standing: Standing[Accepted]) -> str:
    return f"{_ended_not(standing.act.reason)} ({standing.who}, {day_in_figures(standing.at.date())})."


def _earlier(standing: Standing[Accepted]) -> str:
    return f"{_period(standing.period)} đã chấp nhận: {_ended_not(standing.act.reason)}."


def _period(code: PeriodCode) -> str:
    period = period_of(code)
    name = period_name(period) if period else code
    return f"{name[:1].upper()}{name[1:]}"


def _ended_not(text: str) -> str:
    return text.strip().rstrip(".")
