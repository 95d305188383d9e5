"""What the commands on a dossier print for a person. This module holds their Vietnamese lines."""

from collections.abc import Iterator, Mapping
from datetime import date

from ccbdesk.engine.settling.folding import revoked
from ccbdesk.model.decision import Decision
from ccbdesk.model.origin import Digest
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.holding import Held
from ccbdesk.operations.record import Case
from ccbdesk.operations.take_in import Intake
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.decisions import act_words, decision_line
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import unit_name


def of_intake(intake: Intake) -> Iterator[str]:
    """Tell which dossier it is, which files are new to it, and whether the period is closed."""
    held = intake.held
    yield f"Hồ sơ: {held.path}{' (mới lập)' if intake.was_made else ''}"
    if intake.new:
        yield f"Nhận vào hồ sơ {len(intake.new)} tệp: {listed(intake.new)}."
    if intake.known:
        yield f"Đã có trong hồ sơ, không nhận lại: {listed(intake.known)}."
    closed = held.settled.closed
    if closed:
        when = day_in_figures(closed.at.date())
        yield f"Kỳ này đã chốt sổ ({closed.who}, {when}); số liệu dưới đây là số đã chốt."


def of_decision(held: Held, made: Decision) -> str:
    """Tell the decision that was just recorded."""
    return f"Đã ghi. {decision_line(held.form, made, names_of(held), (*held.decisions, made))}"


def of_entry(held: Held, unit: UnitId, source: str) -> str:
    """Tell that a return was typed in for a unit."""
    return f"Đã nhận biểu mẫu nhập thay {unit_name(held.form, unit)}, nhập tay từ {source.strip()}."


def of_decisions(held: Held) -> Iterator[str]:
    """Tell every decision of the period in order; those that no longer hold say so."""
    gone, names = revoked(held.decisions), names_of(held)
    here = [each for each in held.decisions if each.period == held.period.code]
    if not here:
        yield "Kỳ này chưa có quyết định nào."
    for each in here:
        yield f"{decision_line(held.form, each, names, held.decisions)}{' Đã hủy.' if each.id in gone else ''}"


def decisions_as_json(held: Held) -> list[dict[str, object]]:
    """Return every decision of the period for --json."""
    gone, names = revoked(held.decisions), names_of(held)
    return [
        {
            "id": each.id,
            "who": each.who,
            "at": each.at.isoformat(),
            "holds": each.id not in gone,
            "message": act_words(held.form, each.act, names, held.decisions),
        }
        for each in held.decisions
        if each.period == held.period.code
    ]


def names_of(held: Held) -> Mapping[Digest, str]:
    """Return what the files of the period are called."""
    return {taken.receipt.digest: taken.receipt.name for taken in held.taken_in}


def units_closed_otherwise(case: Case, day: date) -> Iterator[str]:
    """Yield the members whose file was closed on another day."""
    for submission in case.checked.received.submissions:
        if submission.unit != CLUSTER and submission.cut_off and submission.cut_off != day:
            yield unit_name(case.held.form, submission.unit)
