"""The desk's requests. This module holds how each is answered: one move of the operations, then the desk as it is."""

from collections.abc import Callable, Mapping
from typing import Any

from ccbdesk.model.decision import Decision
from ccbdesk.model.period import PeriodCode
from ccbdesk.operations import decisions
from ccbdesk.operations.begin import begin
from ccbdesk.operations.check import Job
from ccbdesk.operations.close import close
from ccbdesk.operations.enter import Typed, enter
from ccbdesk.operations.issue import Signed, issue
from ccbdesk.operations.made import made_of
from ccbdesk.operations.record import Case, paper_at
from ccbdesk.operations.take_in import Intake, take_in
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.desk import decided, draw_desk
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import desk as asked
from ccbdesk.wording.places import unit_name


def desk_of(table: Table, bench: Bench, said: str = "") -> Desk:
    """Return the desk as it stands in the dossier now; ``said`` is what was done last."""
    case = bench.case(table)
    return draw_desk(case, made_of(case.held), bench.periods(table.dossier), said)


# -- opening and receiving -----------------------------------------------------------------------------------------


def _open(request: asked.OpenDossier, bench: Bench) -> Desk:
    period = PeriodCode(request.period) if request.period else bench.periods(request.dossier)[-1]
    return desk_of(Table(request.dossier, period), bench)


def _begin(request: asked.Begin, bench: Bench) -> Desk:
    job = Job(request.files, request.form, request.period)
    return _taken(begin(request.folder, job, bench.hand, bench.reader, bench.tell), bench)


def _take_in(request: asked.TakeIn, bench: Bench) -> Desk:
    job = Job(request.files, period=request.table.period)
    return _taken(take_in(request.table.dossier, job, bench.hand, bench.reader, bench.tell), bench)


def _taken(intake: Intake, bench: Bench) -> Desk:
    bench.remember(intake.held)
    return desk_of(Table(intake.held.path, intake.held.period.code), bench, _received(intake))


def _received(intake: Intake) -> str:
    parts = []
    if intake.new:
        parts.append(f"Đã nhận {len(intake.new)} tệp.")
    if intake.known:
        parts.append(f"{len(intake.known)} tệp đã có từ trước, không nhận lại.")
    if intake.beside:
        parts.append(f"{len(intake.beside)} tệp không đọc được từ đĩa, chưa nhận.")
    return " ".join(parts) or "Không có tệp Excel nào để nhận."


# -- deciding ------------------------------------------------------------------------------------------------------

Decide = Callable[[Any, Case, Bench], Decision]


def _accept(request: asked.Accept, case: Case, bench: Bench) -> Decision:
    return decisions.accept(case, request.finding, request.reason, bench.hand, is_told=request.is_told)


def _correct(request: asked.Correct, case: Case, bench: Bench) -> Decision:
    evidence = paper_at(request.evidence, f"chứng cứ: {request.source}") if request.evidence else None
    wish = decisions.PutRight(request.unit, request.figure, request.value, request.source, request.is_plan)
    return decisions.correct(case, wish, bench.hand, evidence)


def _answer(request: asked.Answer, case: Case, bench: Bench) -> Decision:
    return decisions.answer(case, request.question, request.choice, bench.hand)


def _set_aside(request: asked.SetAside, case: Case, bench: Bench) -> Decision:
    return decisions.set_aside(case, request.file, request.reason, bench.hand)


def _leave_out(request: asked.LeaveOut, case: Case, bench: Bench) -> Decision:
    return decisions.leave_out(case, request.unit, request.reason, bench.hand)


def _date_received(request: asked.DateReceived, case: Case, bench: Bench) -> Decision:
    return decisions.date_received(case, request.file, request.day, bench.hand)


def _move(request: asked.Move, case: Case, bench: Bench) -> Decision:
    return decisions.move(case, request.milestone, request.day, bench.hand)


def _undo(request: asked.Undo, case: Case, bench: Bench) -> Decision:
    return decisions.undo(case, request.decision, bench.hand)


def _redo(_request: asked.Redo, case: Case, bench: Bench) -> Decision:
    return decisions.redo(case, bench.hand)


def _close(request: asked.Close, case: Case, bench: Bench) -> Decision:
    return close(case, bench.hand, request.stage)


def _reopen(request: asked.Reopen, case: Case, bench: Bench) -> Decision:
    return decisions.reopen(case, request.reason, bench.hand)


def _issue(request: asked.Issue, case: Case, bench: Bench) -> Decision:
    return issue(case, Signed(request.number, request.day, request.document, request.scan), bench.hand)


_DECIDE: Mapping[type, Decide] = {
    asked.Accept: _accept,
    asked.Correct: _correct,
    asked.Answer: _answer,
    asked.SetAside: _set_aside,
    asked.LeaveOut: _leave_out,
    asked.DateReceived: _date_received,
    asked.Move: _move,
    asked.Undo: _undo,
    asked.Redo: _redo,
    asked.Close: _close,
    asked.Reopen: _reopen,
    asked.Issue: _issue,
}


def _decided(request: Any, bench: Bench) -> Desk:
    is_frozen = isinstance(request, asked.Close | asked.Issue)
    case = bench.opened_anew(request.table) if is_frozen else bench.case(request.table)
    made = _DECIDE[type(request)](request, case, bench)
    return desk_of(request.table, bench, decided(case.held, made))


def _enter(request: asked.Enter, bench: Bench) -> Desk:
    case = bench.case(request.table)
    unit = enter(case, Typed(request.file, request.unit, request.source), bench.hand, bench.reader)
    for path in request.papers:
        decisions.attach(bench.case(request.table), paper_at(path, f"chứng cứ: {request.source}"), bench.hand)
    return desk_of(request.table, bench, f"Đã nhập thay {unit_name(case.held.form, unit)}.")


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.OpenDossier: _open,
    asked.Begin: _begin,
    asked.TakeIn: _take_in,
    asked.Enter: _enter,
    **dict.fromkeys(_DECIDE, _decided),
}
"""What answers each request of the desk."""
