"""What an office decides. This module holds one move for each act that is about what a period received.

Each takes the period as it stands (``record.open_case``) and gives the decision that was recorded; ObjectionError where
it cannot be decided, TroubleError(NotHeld, ManyHeld) where nothing, or too much, goes by the name given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccbdesk.engine.settling.accepting import acceptance_of
from ccbdesk.engine.settling.folding import to_redo, to_undo
from ccbdesk.engine.submissions.list_lines import free_key
from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.receipts import save_attachment
from ccbdesk.model.decision import (
    Answered,
    Corrected,
    Dated,
    Decision,
    Hand,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SetAside,
)
from ccbdesk.model.dossier import Attachment
from ccbdesk.model.origin import DecisionId, Digest, IndicatorCode, QuestionId, Reading
from ccbdesk.model.period import Milestone
from ccbdesk.model.submission import ListRow, Submission
from ccbdesk.model.trouble import NothingToUndo, TroubleError
from ccbdesk.model.unit import NO_UNIT
from ccbdesk.operations.name_of import column_named, file_named, finding_named, list_named, row_named, unit_named
from ccbdesk.operations.record import Case, Paper, record, record_all


@dataclass(frozen=True, slots=True)
class PutRight:
    """A figure to be put right: whose, which, to what, on whose word; ``is_plan``: the planned figure is meant."""

    unit: str
    figure: str
    value: str
    source: str
    is_plan: bool = False


def accept(case: Case, finding: str, reason: str, hand: Hand, *, is_told: bool = False) -> Decision:
    """Accept a finding with a reason, on the values it stands on; ``is_told``: the reason goes into the report."""
    found = finding_named(case, finding)
    unit = found.where.unit or NO_UNIT
    return record(case, acceptance_of(found, unit, reason, is_told=is_told), hand)


def correct(case: Case, wish: PutRight, hand: Hand, evidence: Paper | None = None) -> Decision:
    """Put a figure right, or enter one by hand, in place of what stands there now."""
    return record(
        case, replace(_put_right(case, wish), evidence=_digest(evidence)), hand, [evidence] if evidence else []
    )


def fill(case: Case, wishes: Sequence[PutRight], hand: Hand, papers: Sequence[Paper] = ()) -> tuple[Decision, ...]:
    """Put several figures right, or enter them by hand, in one go: all or none.

    The first of the papers is the evidence of every figure. A wish for what stands there already is passed over."""
    evidence = digest_of(papers[0].content) if papers else None
    found = (replace(_put_right(case, wish), evidence=evidence) for wish in wishes)
    acts = [act for act in found if act.typed.strip() != _stands(case, act).strip()]
    return record_all(case, acts, hand, papers) if acts else ()


def _stands(case: Case, act: Corrected) -> str:
    """Return what stands now where an act would put something."""
    reading = _reading(case.checked.merged.submission(act.unit), act.indicator, is_plan=act.is_plan)
    return reading.as_typed if reading else ""


def _put_right(case: Case, wish: PutRight) -> Corrected:
    """Return the act that puts a figure right from what was received."""
    unit, code = unit_named(case.held.form, wish.unit), IndicatorCode(wish.figure.strip())
    received = received_for(case.checked.merged.submission(unit), code, is_plan=wish.is_plan)
    return Corrected(unit, code, received, wish.value, wish.source, wish.is_plan)


@dataclass(frozen=True, slots=True)
class RowWish:
    """A row of a list that something is to be decided about: whose, of which list, and on whose word.

    ``row`` is its number in the unit's list, its key or what it is called; empty for one that is to be entered."""

    unit: str
    sheet: str
    source: str
    row: str = ""


def correct_row(
    case: Case, wish: RowWish, cell: tuple[str, str], hand: Hand, evidence: Paper | None = None
) -> Decision:
    """Put a cell of a row right, or fill it: of the column named, with what is to stand there."""
    place, row = _row_named(case, wish)
    code = column_named(case.held.form, place.sheet, cell[0])
    received = dict(row.uncorrected).get(code, "")
    act = RowCorrected(place, code, received, cell[1], wish.source, _digest(evidence))
    return record(case, act, hand, [evidence] if evidence else [])


def add_row(
    case: Case, wish: RowWish, cells: tuple[tuple[str, str], ...], hand: Hand, evidence: Paper | None = None
) -> Decision:
    """Enter a row by hand: what stands in which column."""
    form = case.held.form
    unit, sheet = unit_named(form, wish.unit), list_named(form, wish.sheet)
    typed = {column_named(form, sheet, column): value.strip() for column, value in cells}
    name = next((typed[column.code] for column in form.columns_of(sheet) if column.code in typed), "")
    submission = case.checked.merged.submission(unit)
    rows = (*submission.rows_of(sheet), *submission.taken_out) if submission else ()
    place = RowOf(unit, sheet, free_key(name, (row.key for row in rows)), name)
    act = RowAdded(place, tuple(typed.items()), wish.source, _digest(evidence))
    return record(case, act, hand, [evidence] if evidence else [])


def take_out_row(case: Case, wish: RowWish, hand: Hand, evidence: Paper | None = None) -> Decision:
    """Let a row not count for as long as it says what it says now."""
    place, row = _row_named(case, wish)
    act = RowTakenOut(place, row.uncorrected, wish.source, _digest(evidence))
    return record(case, act, hand, [evidence] if evidence else [])


def _row_named(case: Case, wish: RowWish) -> tuple[RowOf, ListRow]:
    form = case.held.form
    unit, sheet = unit_named(form, wish.unit), list_named(form, wish.sheet)
    submission = case.checked.merged.submission(unit)
    row = row_named(submission.rows_of(sheet) if submission else (), wish.row)
    return RowOf(unit, sheet, row.key, row.name), row


def _digest(evidence: Paper | None) -> Digest | None:
    return digest_of(evidence.content) if evidence else None


def received_for(submission: Submission | None, code: IndicatorCode, *, is_plan: bool) -> str:
    """Return what a unit's file says of a figure, letter by letter; empty where nothing was received."""
    reading = _reading(submission, code, is_plan=is_plan)
    return reading.uncorrected_as if reading else ""


def _reading(submission: Submission | None, code: IndicatorCode, *, is_plan: bool) -> Reading | None:
    if submission is None:
        return None
    return submission.plan(code) if is_plan else submission.reading(code)


def answer(case: Case, question: str, choice: str, hand: Hand) -> Decision:
    """Answer a question with one of its choices; an answer given before is given anew."""
    return record(case, Answered(QuestionId(question.strip()), choice.strip()), hand)


def set_aside(case: Case, file: str, reason: str, hand: Hand) -> Decision:
    """Set a file aside: it is kept and not used."""
    return record(case, SetAside(file_named(case.held, file), reason), hand)


def leave_out(case: Case, unit: str, reason: str, hand: Hand) -> Decision:
    """Leave a unit out of the period; every total goes on naming it."""
    return record(case, LeftOut(unit_named(case.held.form, unit), reason), hand)


def date_received(case: Case, file: str, day: date, hand: Hand) -> Decision:
    """Say on which day a file counts as received."""
    return record(case, Dated(file_named(case.held, file), day), hand)


def move(case: Case, milestone: Milestone, day: date, hand: Hand) -> Decision:
    """Set or move a day of the period."""
    return record(case, Moved(milestone, day), hand)


def reopen(case: Case, reason: str, hand: Hand) -> Decision:
    """Open a closed period again."""
    return record(case, Reopened(reason), hand)


def undo(case: Case, number: int | None, hand: Hand) -> Decision:
    """Undo a decision of this number, or the last that can be undone."""
    held = case.held
    last = DecisionId(number) if number else to_undo(held.decisions, held.period)
    if last is None:
        raise TroubleError(NothingToUndo())
    return record(case, Revoked(last), hand)


def redo(case: Case, hand: Hand) -> Decision:
    """Do again what was undone last."""
    undone = to_redo(case.held.decisions, case.held.period)
    if undone is None:
        raise TroubleError(NothingToUndo(is_redo=True))
    return record(case, Revoked(undone), hand)


def attach(case: Case, paper: Paper, hand: Hand) -> Attachment:
    """Keep a photograph, a scan or a letter with the period; it changes no figure."""
    held = case.held
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        return save_attachment(kept, held.period.code, paper.name, paper.note, paper.content)
