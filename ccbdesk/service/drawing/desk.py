"""The desk. This module holds the one picture of a period as it stands, from what is held of it and what it gives."""

from collections.abc import Iterator, Sequence

from ccbdesk.engine.settling.folding import revoked, to_redo, to_undo
from ccbdesk.model.decision import Decision, Revoked
from ccbdesk.model.origin import DecisionId, Digest
from ccbdesk.model.period import Milestone, PeriodCode, period_of
from ccbdesk.operations.holding import Held
from ccbdesk.operations.made import Made
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.findings import draw_findings
from ccbdesk.service.drawing.names import day, moment, sentence
from ccbdesk.service.drawing.questions import draw_questions
from ccbdesk.service.drawing.units import draw_strays, draw_units, key_indicator
from ccbdesk.service.pictures import Mark, Step, StepPicture
from ccbdesk.service.pictures.desk import (
    DecisionPicture,
    Desk,
    FindingPicture,
    Life,
    MilestonePicture,
    QuestionPicture,
    UnitPicture,
)
from ccbdesk.service.requests import Table
from ccbdesk.wording.days import MILESTONES
from ccbdesk.wording.decisions import act_words
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name

_MOST_NAMED = 3


def draw_desk(case: Case, made: Made, periods: Sequence[PeriodCode], said: str = "") -> Desk:
    """Return the picture of a period; ``periods`` are all that its dossier holds, ``said`` what was done last."""
    held, checked = case.held, case.checked
    findings, questions = draw_findings(case), draw_questions(case)
    units = draw_units(case, findings, questions)
    key = key_indicator(held.form)
    return Desk(
        Table(held.path, held.period.code),
        held.revision.number,
        held.form.id,
        held.form.cluster.short_name,
        named(held.period.code),
        tuple((code, named(code)) for code in periods),
        tuple(_milestones(case)),
        _life(held),
        tuple(_steps(case, made, units, findings, questions)),
        _receiving_lead(units),
        _checking_lead(findings),
        key.label if key else "",
        units,
        draw_strays(case),
        questions,
        findings,
        tuple(_decisions(held)),
        checked.merged.basis,
        checked.is_complete,
        said,
        _undo(held),
        _redo(held),
    )


def named(code: PeriodCode) -> str:
    """Return a period's name with a capital."""
    period = period_of(code)
    return sentence(period_name(period)).rstrip(".") if period else code


# -- steps ---------------------------------------------------------------------------------------------------------


def _steps(
    case: Case,
    made: Made,
    units: Sequence[UnitPicture],
    findings: Sequence[FindingPicture],
    questions: Sequence[QuestionPicture],
) -> Iterator[StepPicture]:
    asked = f", {len(questions)} câu hỏi" if questions else ""
    expected, came = _counted(units)
    yield StepPicture(Step.RECEIVING, f"{came} trên {expected} đơn vị{asked}", came == expected and not questions)
    errors, warnings = _count(findings, Mark.ERROR), _count(findings, Mark.WARNING)
    words = ", ".join(_amounts(errors, warnings)) or ("Không còn gì phải xem" if came else "Chưa có tệp")
    yield StepPicture(Step.CHECKING, words, bool(came) and not (errors or warnings))
    yield from _papers(case, made)


def _papers(case: Case, made: Made) -> Iterator[StepPicture]:
    last = made.consolidation
    is_fresh = last is not None and last.basis == case.checked.merged.basis
    merged = f"Xong {last.revision.at:%H:%M, %d/%m/%Y}" if last and is_fresh else "Cần tổng hợp lại"
    yield StepPicture(Step.MERGING, merged if last else "Chưa tổng hợp", is_fresh)
    issued = case.held.settled.issued
    reported = "Đã ban hành" if issued else "Có bản thảo" if is_fresh else "Sau khi tổng hợp"
    yield StepPicture(Step.REPORTING, reported, bool(issued))


def _counted(units: Sequence[UnitPicture]) -> tuple[int, int]:
    """Return how many members are expected, and of how many a file is in use."""
    members = [each for each in units if not each.is_own and each.status.mark is not Mark.LEFT_OUT]
    return len(members), sum(any(file.is_used for file in each.files) for each in members)


def _count(findings: Sequence[FindingPicture], mark: Mark) -> int:
    return sum(each.mark is mark for each in findings)


def _amounts(errors: int, warnings: int) -> Iterator[str]:
    if errors:
        yield f"{errors} lỗi"
    if warnings:
        yield f"{warnings} điều cần xem"


def _receiving_lead(units: Sequence[UnitPicture]) -> str:
    expected, came = _counted(units)
    if not came:
        return "Chưa nhận tệp nào."
    absent = [each.name for each in units if each.is_absent and not each.is_own]
    lead = f"Đã nhận {came} trên {expected} đơn vị."
    if not absent:
        return lead
    rest = len(absent) - _MOST_NAMED
    names = f"{', '.join(absent[:_MOST_NAMED])} và {rest} đơn vị khác" if rest > 0 else listed(absent)
    return f"{lead} Còn chờ {names}."


def _checking_lead(findings: Sequence[FindingPicture]) -> str:
    errors, warnings = _count(findings, Mark.ERROR), _count(findings, Mark.WARNING)
    if not (errors or warnings):
        return "Không có điều gì cần xử lý."
    whose = {each.unit for each in findings if each.mark in (Mark.ERROR, Mark.WARNING)} - {None}
    said = " và ".join(
        part for part in (errors and f"{errors} lỗi phải sửa", warnings and f"{warnings} điều cần xem") if part
    )
    return f"{said}, ở {len(whose)} đơn vị."


# -- days and decisions --------------------------------------------------------------------------------------------


def _milestones(case: Case) -> Iterator[MilestonePicture]:
    for milestone in Milestone:
        day = case.held.settled.milestone(milestone)
        if milestone is Milestone.CUT_OFF:
            day = case.checked.merged.cut_off
        yield MilestonePicture(milestone, sentence(MILESTONES[milestone]).rstrip("."), day)


def _life(held: Held) -> Life:
    closed, issued = held.settled.closed, held.settled.issued
    words = []
    if closed:
        words.append(f"Đã chốt sổ ngày {day(closed.at.date())} ({closed.who})")
    if issued:
        words.append(f"Đã ban hành báo cáo số {issued[-1].act.number} ngày {day(issued[-1].act.day)}")
    return Life(closed is not None, bool(issued), ". ".join(words))


def _decisions(held: Held) -> Iterator[DecisionPicture]:
    """Yield the decisions of the period, the last first."""
    gone, names = revoked(held.decisions), _names(held)
    for each in reversed(held.decisions):
        if each.period == held.period.code:
            words = sentence(act_words(held.form, each.act, names, held.decisions))
            yield DecisionPicture(each.id, each.who, moment(each.at), words, each.id not in gone)


def decided(held: Held, decision: Decision) -> str:
    """Return what was just decided, as the bottom bar says it."""
    return sentence(act_words(held.form, decision.act, _names(held), (*held.decisions, decision)))


def _undo(held: Held) -> str:
    return _words(held, to_undo(held.decisions, held.period))


def _redo(held: Held) -> str:
    """Return what would be done again: what the revocation that would itself be revoked has undone."""
    undone = to_redo(held.decisions, held.period)
    act = next((each.act for each in held.decisions if each.id == undone), None)
    return _words(held, act.decision) if isinstance(act, Revoked) else ""


def _words(held: Held, id: DecisionId | None) -> str:
    act = next((each.act for each in held.decisions if each.id == id), None)
    return act_words(held.form, act, _names(held), held.decisions) if act else ""


def _names(held: Held) -> dict[Digest, str]:
    return {taken.receipt.digest: taken.receipt.name for taken in held.taken_in}
