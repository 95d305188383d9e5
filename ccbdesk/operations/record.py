"""Recording a decision. This module holds the one way in which an act becomes a decision of a dossier.

Every act is held against what stands now, and is one transaction; it is refused where somebody else wrote since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ccbdesk.engine.settling.permitting import Bench, objection
from ccbdesk.files.dossier.decisions import save_decision
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.receipts import save_attachment
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Act, Answered, Decision, Hand
from ccbdesk.model.form import Form
from ccbdesk.model.objection import Objection
from ccbdesk.model.question import Question
from ccbdesk.model.trouble import NothingThere, TroubleError
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.holding import Held, check_held, hold
from ccbdesk.operations.progress import Progress


class ObjectionError(Exception):
    """An act cannot be decided; carries why, and the form whose words the reason is told in."""

    def __init__(self, form: Form, objection: Objection) -> None:
        """Keep the objection as facts."""
        super().__init__(repr(objection))
        self.form = form
        self.objection = objection


@dataclass(frozen=True, slots=True)
class Case:
    """A period of a dossier as it stands when something is to be decided about it."""

    held: Held
    checked: Checked


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is attached to a decision: its name, a note on what it is, and its bytes."""

    name: str
    note: str
    content: bytes


def open_case(path: Path, period: str, reader: Reader, progress: Progress, *, anew: bool = False) -> Case:
    """Open a period of a dossier to decide something about it; ``anew`` as for ``holding.hold``."""
    held = hold(path, period, reader, progress, anew=anew)
    progress("Đang kiểm tra")
    return Case(held, check_held(held))


def refuse(case: Case, act: Act) -> None:
    """Raise ObjectionError where an act cannot be decided now."""
    held, checked = case.held, case.checked
    questions = _asked(case) if isinstance(act, Answered) else checked.checks.questions
    bench = Bench(
        held.form,
        held.period.code,
        held.decisions,
        held.settled,
        checked.received.submissions,
        checked.checks.findings,
        questions,
        frozenset(taken.receipt.digest for taken in held.taken_in),
    )
    found = objection(act, bench)
    if found is not None:
        raise ObjectionError(held.form, found)


def record(case: Case, act: Act, hand: Hand, papers: Iterable[Paper] = ()) -> Decision:
    """Decide an act, with the papers that show it, in one transaction; ObjectionError where it cannot be decided."""
    (decision,) = record_all(case, [act], hand, papers)
    return decision


def record_all(case: Case, acts: Sequence[Act], hand: Hand, papers: Iterable[Paper] = ()) -> tuple[Decision, ...]:
    """Decide several acts about different things, with the papers that show them, in one transaction.

    ObjectionError where any of them cannot be decided; then none is."""
    for act in acts:
        refuse(case, act)
    held = case.held
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        for paper in papers:
            save_attachment(kept, held.period.code, paper.name, paper.note, paper.content)
        return tuple(save_decision(kept, held.period.code, act) for act in acts)


def paper_at(path: Path, note: str) -> Paper:
    """Return a file that is to be attached; TroubleError(NothingThere) where it cannot be read."""
    try:
        return Paper(path.name, note, path.read_bytes())
    except OSError as error:
        raise TroubleError(NothingThere(str(path))) from error


def _asked(case: Case) -> tuple[Question, ...]:
    """Return what is asked, and what was asked before it was answered: an answer may be given anew."""
    held = case.held
    before = decide(held.form, held.period, held.arrivals, replace(held.settled, answers={}), earlier=held.earlier)
    found = {question.id: question for question in (*before.checks.questions, *case.checked.checks.questions)}
    return tuple(found.values())
