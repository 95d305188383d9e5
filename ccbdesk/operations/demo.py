"""Trying the program on a sample. This module holds the move: a period's files as they arrived, what the office decides
about them, and what comes of it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.receiving import Arrival, Received, receive
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.whole import make_folder
from ccbdesk.model.decision import Act, Answered, Corrected, Dated, Decision, Hand, Moved
from ccbdesk.model.form import Form
from ccbdesk.model.origin import DecisionId, IndicatorCode
from ccbdesk.model.period import Milestone, Period, period_of
from ccbdesk.model.question import Question, SameUnitTwice
from ccbdesk.model.settled import Settled
from ccbdesk.model.submission import Submission
from ccbdesk.model.trouble import NoPeriod, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.decisions import received_for
from ccbdesk.operations.gather import gather
from ccbdesk.operations.merge import Merged, Wishes, make_papers, write_papers
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import Progress
from ccbdesk.vietnamese.folding import tidy

RECEIVED, DESCRIPTION, EXPECTED = "received", "files.toml", "expected.toml"

Told = Mapping[str, Any]
"""A table of a sample's description."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a sample: the files as they arrived, what the office decided about them, and the merge after it."""

    files: int
    first: Checked
    acts: tuple[Act, ...]
    merged: Merged


@dataclass(frozen=True, slots=True)
class _Heap:
    """The files of a sample, and by what they are read."""

    form: Form
    period: Period
    arrivals: tuple[Arrival, ...]

    def decided(self, acts: Iterable[Act], hand: Hand) -> Checked:
        return decide(self.form, self.period, self.arrivals, self._settled(acts, hand))

    def received(self, acts: Iterable[Act], hand: Hand) -> Received:
        return receive(self.form, self.period, self.arrivals, self._settled(acts, hand))

    def _settled(self, acts: Iterable[Act], hand: Hand) -> Settled:
        made = (
            Decision(DecisionId(number), self.period.code, hand.who, hand.at, act)
            for number, act in enumerate(acts, start=1)
        )
        return settle(made, self.period)


def try_sample(folder: Path, out: Path, hand: Hand, reader: Reader, progress: Progress) -> Tried:
    """Check a sample's received files, decide what its description says the office decides, merge, and write workbook
    and report into ``out``.

    Nothing is kept: the decisions are folded as a dossier's are, without one."""
    heap, told = _read(folder, reader, progress), _table(folder / EXPECTED)
    make_folder(out)
    progress("Đang kiểm tra")
    first = heap.decided((), hand)
    acts = (*_find_days(told, heap.arrivals), *_find_answers(told, first.checks.questions))
    acts = (*acts, *_find_corrections(told, heap.received(acts, hand).submissions))
    papers = make_papers(heap.decided(acts, hand), Wishes(hand.at.date()), progress)
    return Tried(len(heap.arrivals), first, acts, write_papers(papers, out, progress))


def _read(folder: Path, reader: Reader, progress: Progress) -> _Heap:
    described = _table(folder / DESCRIPTION)
    period = period_of(described["period"])
    if period is None:
        raise TroubleError(NoPeriod(described["period"]))
    return _Heap(open_form(described["form"], reader), period, gather((folder / RECEIVED,), reader, progress))


def _table(path: Path) -> Told:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _find_days(told: Told, arrivals: Iterable[Arrival]) -> Iterator[Act]:
    decided = told.get("decided", {})
    if "deadline" in decided:
        yield Moved(Milestone.DEADLINE, decided["deadline"])
    digests = {arrival.receipt.name: arrival.receipt.digest for arrival in arrivals}
    for each in decided.get("day", ()):
        yield Dated(digests[tidy(each["file"])], each["day"])


def _find_answers(told: Told, questions: Iterable[Question]) -> Iterator[Answered]:
    """A question is known by whose it is, where it stands and what stands there."""
    given = {(each["unit"], each["cell"], each["seen"]): each["answer"] for each in told[RECEIVED].get("question", ())}
    for question in questions:
        where = question.where
        answer = given.get((where.unit or "", where.cell, where.seen))
        if answer is not None:
            yield Answered(question.id, _choice(question, answer))


def _choice(question: Question, answer: str) -> str:
    """Return the choice that is meant; of several files the name is told."""
    return dict(question.files).get(answer, answer) if isinstance(question, SameUnitTwice) else answer


def _find_corrections(told: Told, submissions: Iterable[Submission]) -> Iterator[Corrected]:
    of_unit = {submission.unit: submission for submission in submissions}
    for each in told.get("decided", {}).get("correction", ()):
        unit, code = UnitId(each["unit"]), IndicatorCode(each["figure"])
        is_plan = bool(each.get("plan"))
        received = received_for(of_unit.get(unit), code, is_plan=is_plan)
        yield Corrected(unit, code, received, each["value"], each["source"], is_plan)
