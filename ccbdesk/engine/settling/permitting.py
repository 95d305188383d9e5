"""What may be decided. This module holds the objections to acts that cannot be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from ccbdesk.engine.settling.accepting import values_of
from ccbdesk.engine.settling.folding import revoked
from ccbdesk.model.decision import (
    Accepted,
    Act,
    Answered,
    Closed,
    Corrected,
    Dated,
    Decision,
    Issued,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    RowAct,
    RowAdded,
    RowCorrected,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Level
from ccbdesk.model.objection import (
    AboutNoUnit,
    AlreadySo,
    ErrorNotAccepted,
    IsComputed,
    NoSuchChoice,
    NoSuchColumn,
    NoSuchDecision,
    NoSuchFile,
    NoSuchQuestion,
    NoSuchRow,
    NoSuchUnit,
    NotAList,
    NotAsked,
    NothingChanged,
    NothingSaid,
    NothingToAccept,
    NotRevoked,
    Objection,
    PeriodIsClosed,
    PeriodIsOpen,
    ReceivedOtherwise,
    RowIncomplete,
    RowOtherwise,
)
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, Reading
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.question import Question
from ccbdesk.model.settled import Settled
from ccbdesk.model.submission import ListRow, Submission
from ccbdesk.model.unit import CLUSTER, NO_UNIT, UnitId
from ccbdesk.vietnamese.folding import tidy


@dataclass(frozen=True, slots=True)
class Bench:
    """What an act of a period is held against: all that was decided, and what came of what was received.

    ``questions`` are those that are asked, the answered ones among them as far as they are known; ``digests`` are the
    files received in the period."""

    form: Form
    period: PeriodCode
    decisions: tuple[Decision, ...]
    settled: Settled
    submissions: tuple[Submission, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    digests: frozenset[Digest] = frozenset()


def objection(act: Act, bench: Bench) -> Objection | None:
    """Return why an act cannot be decided now; None where it can."""
    return next(_find_objections(act, bench), None)


def _find_objections(act: Act, bench: Bench) -> Iterator[Objection]:
    if bench.settled.closed and not _is_for_closed(act, bench.decisions):
        yield PeriodIsClosed()
    match act:
        case Accepted():
            yield from _to_accepting(act, bench)
        case Corrected():
            yield from _to_correcting(act, bench)
        case RowCorrected() | RowAdded() | RowTakenOut():
            yield from _to_row(act, bench)
        case Answered():
            yield from _to_answering(act, bench.questions)
        case SetAside() | LeftOut():
            yield from _to_excluding(act, bench)
        case SentBack():
            yield from _to_sending_back(act, bench)
        case Dated(digest):
            yield from _to_file(digest, bench)
        case Moved() | Closed() | Issued():
            return
        case Reopened(reason):
            yield from _to_reopening(reason, bench.settled)
        case Revoked(decision):
            yield from _to_revoking(decision, bench)
        case _:
            assert_never(act)


def _is_for_closed(act: Act, decisions: Iterable[Decision]) -> bool:
    """A closed period may be reopened and its report issued; an issue that was a slip may be revoked."""
    if isinstance(act, Revoked):
        return any(isinstance(_act_behind(each, decisions), Issued) for each in decisions if each.id == act.decision)
    return isinstance(act, Reopened | Issued)


def _act_behind(decision: Decision, decisions: Iterable[Decision]) -> Act:
    """Return the act that a decision does or, through however many revocations, undoes or brings back."""
    by_id = {each.id: each for each in decisions}
    while isinstance(decision.act, Revoked) and decision.act.decision in by_id:
        decision = by_id[decision.act.decision]
    return decision.act


def _to_accepting(act: Accepted, bench: Bench) -> Iterator[Objection]:
    if act.unit == NO_UNIT:
        yield AboutNoUnit(act.code)
    if not act.reason.strip():
        yield NothingSaid()
    about = [
        finding
        for finding in bench.findings
        if (finding.where.unit, finding.code, finding.where.indicator) == (act.unit, act.code, act.indicator)
        and values_of(finding) == act.values
    ]
    if not about:
        yield NothingToAccept(act.unit, act.code, act.indicator)
    yield from (ErrorNotAccepted(finding) for finding in about if finding.level is Level.ERROR)


def _to_correcting(act: Corrected, bench: Bench) -> Iterator[Objection]:
    """The source must be said: a figure without one could not be told from a slip."""
    if not act.source.strip():
        yield NothingSaid()
    indicator = next((each for each in bench.form.indicators if each.code == act.indicator), None)
    if act.unit not in _units(bench.form):
        yield NoSuchUnit(act.unit)
    elif indicator is None:
        yield NotAsked(act.unit, act.indicator)
    elif indicator.is_computed:
        yield IsComputed(act.indicator)
    elif indicator not in bench.form.asked_of(bench.form.unit(act.unit)) or (act.is_plan and not indicator.planned):
        yield NotAsked(act.unit, act.indicator)
    else:
        yield from _to_replacing(act, _reading(act, bench.submissions))


def _to_replacing(act: Corrected, reading: Reading | None) -> Iterator[Objection]:
    received, stands = (reading.uncorrected_as, reading.as_typed) if reading else ("", "")
    if tidy(received) != tidy(act.received):
        yield ReceivedOtherwise(act.unit, act.indicator, received)
    if tidy(stands) == tidy(act.typed):
        yield NothingChanged(act.unit, act.indicator)


def _reading(act: Corrected, submissions: Iterable[Submission]) -> Reading | None:
    found = next((each for each in submissions if each.unit == act.unit), None)
    if found is None:
        return None
    return found.plan(act.indicator) if act.is_plan else found.reading(act.indicator)


def _to_row(act: RowAct, bench: Bench) -> Iterator[Objection]:
    """Yield why nothing of this kind can be decided about a row; the source must be said as of a figure."""
    row = act.row
    if not act.source.strip():
        yield NothingSaid()
    if row.unit not in _units(bench.form):
        yield NoSuchUnit(row.unit)
    elif not any(
        each.sheet == row.sheet and each.is_of_list for each in bench.form.asked_of(bench.form.unit(row.unit))
    ):
        yield NotAList(row.unit, row.sheet)
    else:
        known = {column.code for column in bench.form.columns_of(row.sheet)}
        yield from (NoSuchColumn(row.sheet, column) for column in _columns_of(act) if column not in known)
        stands = next((each.row(row.sheet, row.key) for each in bench.submissions if each.unit == row.unit), None)
        yield from _to_entering(act, stands, bench) if isinstance(act, RowAdded) else _to_changing(act, stands)


def _columns_of(act: RowAct) -> tuple[ColumnCode, ...]:
    match act:
        case RowCorrected(column=column):
            return (column,)
        case RowAdded(cells=cells):
            return tuple(column for column, _ in cells)
        case RowTakenOut(received=received):
            return tuple(column for column, _ in received)
        case _:
            assert_never(act)


def _to_entering(act: RowAdded, stands: ListRow | None, bench: Bench) -> Iterator[Objection]:
    """A row is called what stands in its first column, which is therefore never left blank."""
    if stands:
        yield AlreadySo()
    typed = {column for column, words in act.cells if words.strip()}
    for number, column in enumerate(bench.form.columns_of(act.row.sheet)):
        if (column.required or number == 0) and column.code not in typed:
            yield RowIncomplete(act.row.sheet, column.code)


def _to_changing(act: RowCorrected | RowTakenOut, stands: ListRow | None) -> Iterator[Objection]:
    row = act.row
    if stands is None:
        yield NoSuchRow(row.unit, row.sheet, row.name)
        return
    told = ((act.column, act.received),) if isinstance(act, RowCorrected) else act.received
    uncorrected = dict(stands.uncorrected)
    if any(tidy(uncorrected.get(column, "")) != tidy(received) for column, received in told):
        yield RowOtherwise(row.unit, row.sheet, row.name)
    cell = stands.cell(act.column) if isinstance(act, RowCorrected) else None
    if isinstance(act, RowCorrected) and tidy(cell.as_typed if cell else "") == tidy(act.typed):
        yield AlreadySo()


def _to_answering(act: Answered, questions: Iterable[Question]) -> Iterator[Objection]:
    question = next((each for each in questions if each.id == act.question), None)
    if question is None:
        yield NoSuchQuestion(act.question)
    elif act.choice not in question.choices:
        yield NoSuchChoice(act.question, act.choice, question.choices)


def _to_excluding(act: SetAside | LeftOut, bench: Bench) -> Iterator[Objection]:
    if not act.reason.strip():
        yield NothingSaid()
    match act:
        case SetAside(digest, reason):
            yield from _to_file(digest, bench)
            if bench.settled.reason_aside(digest) == reason:
                yield AlreadySo()
        case LeftOut(unit, reason):
            if unit not in _units(bench.form) or unit == CLUSTER:
                yield NoSuchUnit(unit)
            if bench.settled.reason_left_out(unit) == reason:
                yield AlreadySo()
        case _:
            assert_never(act)


def _to_sending_back(act: SentBack, bench: Bench) -> Iterator[Objection]:
    if not act.message.strip():
        yield NothingSaid()
    if act.unit not in _units(bench.form):
        yield NoSuchUnit(act.unit)
    yield from _to_file(act.digest, bench)
    standing = bench.settled.sending_back(act.digest)
    if standing is not None and standing.act == act:
        yield AlreadySo()


def _to_file(digest: Digest, bench: Bench) -> Iterator[Objection]:
    if digest not in bench.digests:
        yield NoSuchFile(digest)


def _to_reopening(reason: str, settled: Settled) -> Iterator[Objection]:
    if not reason.strip():
        yield NothingSaid()
    if settled.closed is None:
        yield PeriodIsOpen()


def _to_revoking(id: DecisionId, bench: Bench) -> Iterator[Objection]:
    """A revocation is revoked like any other decision, as long as none has revoked it."""
    decision = next((each for each in bench.decisions if each.id == id and each.period == bench.period), None)
    if decision is None or id in revoked(bench.decisions):
        yield NoSuchDecision(id)
    elif isinstance(_act_behind(decision, bench.decisions), Closed | Reopened):
        yield NotRevoked(id)


def _units(form: Form) -> frozenset[UnitId]:
    return frozenset((CLUSTER, *(unit.id for unit in form.units)))
