"""Checking received files. This module holds the move from files to findings, questions and the merged figures."""

import hashlib
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from ccbdesk.engine.checking.checking import Checked as CheckedReturn
from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.checking.cut_off import find_other_cut_offs
from ccbdesk.engine.checking.peers import check_peers
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.consolidation.settling import with_decisions
from ccbdesk.engine.drafting.heads import head_of
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.settling.accepting import find_explanations, handle
from ccbdesk.engine.submissions.periods import period_of_files
from ccbdesk.engine.submissions.receiving import Arrival, Received, receive
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.decision import Act, Corrected
from ccbdesk.model.finding import Finding, UnitAbsent, Where
from ccbdesk.model.form import Form, Level
from ccbdesk.model.history import NOTHING_EARLIER, Bases, Earlier
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.outcome import Outcome
from ccbdesk.model.period import Milestone, Period, period_of
from ccbdesk.model.question import Answers, Question
from ccbdesk.model.receipt import Refused
from ccbdesk.model.settled import NOTHING_SETTLED, Settled
from ccbdesk.model.trouble import AnswersUnusable, NoPeriod, TroubleError
from ccbdesk.model.unit import CLUSTER
from ccbdesk.operations.gather import gather
from ccbdesk.operations.history import read_earlier
from ccbdesk.operations.open_form import name_of_form, open_form
from ccbdesk.operations.progress import Progress, silent
from ccbdesk.wording.places import unit_name


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked for: the files, and what could not or should not be told from them.

    ``form`` and ``period`` are empty where the files are to say; ``answers_path`` is where the answers were read."""

    files: tuple[Path, ...]
    form: str = ""
    period: str = ""
    answers: Answers | None = None
    answers_path: str = ""
    earlier: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the files: the figures merged so far, and everything that checking gave."""

    merged: Consolidation
    checks: Checks
    received: Received

    @property
    def is_complete(self) -> bool:
        """Whether no figure is missing, unanswered or kept out by an error; words that nobody must write may be.

        Of a unit that the office has left out nothing is missing."""
        totals = (total for total in self.merged.totals if total.indicator.is_numeric)
        left_out = {omission.unit for omission in self.merged.left_out}
        gaps = any(set(total.coverage.missing) - left_out for total in totals)
        errors = any(finding.level is Level.ERROR for finding in self.checks.findings)
        return not (gaps or errors or self.checks.questions or self.merged.absent)


def check_files(job: Job, reader: Reader, progress: Progress) -> Checked:
    """Read and check the files and merge what is sound; nothing is written."""
    arrivals = gather(job.files, reader, progress)
    form = open_form(job.form or name_of_form(arrivals), reader)
    progress("Đang kiểm tra")
    settled, earlier = Settled(answers=job.answers or {}), read_earlier(job.earlier, form, reader)
    period = _period(job, form, arrivals)
    path = job.answers_path
    return decide(form, period, arrivals, settled, answers_path=path, earlier=earlier, progress=progress)


def decide(  # noqa: PLR0913 - all that a merge is made from, and it is the one place where it meets
    form: Form,
    period: Period,
    arrivals: tuple[Arrival, ...],
    settled: Settled = NOTHING_SETTLED,
    *,
    answers_path: str = "",
    earlier: Earlier = NOTHING_EARLIER,
    progress: Progress = silent,
) -> Checked:
    """Receive, check and merge with what is settled, compared with what is kept of earlier periods; pure, and the same
    for any order of the files.

    ``answers_path`` is the file that the answers stand in, where they do: an answer there that its question does not
    offer is the file's mistake, and TroubleError(AnswersUnusable) names it. In a dossier such an answer was given when
    the question was another one, and it is asked again."""
    received = receive(form, period, arrivals, settled)
    if answers_path:
        _refuse_unusable(received.questions, settled.answers, answers_path)
    bases = bases_of(form, period, earlier)
    found, asked = received.findings, received.questions
    checked: list[CheckedReturn] = []
    for number, submission in enumerate(received.submissions, start=1):
        progress(f"Đang kiểm tra {unit_name(form, submission.unit)}, {number} trên {len(received.submissions)} đơn vị")
        checked.append(check(form, submission, found, asked, bases))
    so_far = (*received.findings, *(found for one in checked for found in one.findings))
    checked += check_peers(form, received.submissions, so_far, asked, bases)
    other_days = find_other_cut_offs(received.submissions, settled.milestone(Milestone.CUT_OFF))
    findings = (*received.findings, *(found for one in checked for found in one.findings), *other_days)
    outcomes: tuple[Outcome, ...] = tuple(outcome for one in checked for outcome in one.outcomes)
    basis = _basis(form, period, arrivals, settled, bases)
    merged = consolidate(form, period, received.submissions, findings, basis, bases=bases)
    merged = with_decisions(merged, settled, find_explanations(handle(findings, settled)))
    findings = _in_order(form, (*findings, *_absences(merged, received)))
    checks = Checks(findings, received.questions, outcomes, handle(findings, settled))
    return Checked(merged, checks, received)


def _period(job: Job, form: Form, arrivals: tuple[Arrival, ...]) -> Period:
    if job.period:
        period = period_of(job.period)
    else:
        period = period_of_files((a.workbook for a in arrivals if not isinstance(a.workbook, Refused)), form)
    if period is None:
        raise TroubleError(NoPeriod(job.period))
    return period


def _refuse_unusable(questions: Iterable[Question], answers: Answers, path: str) -> None:
    """A question that is still open although it was answered was answered with a choice that it does not have."""
    for question in questions:
        if question.id in answers:
            raise TroubleError(AnswersUnusable(path, question.id, answers[question.id]))


def _basis(form: Form, period: Period, arrivals: Iterable[Arrival], settled: Settled, bases: Bases) -> Basis:
    """Return the fingerprint of all that a merge is made from; what was decided by whom and when does not matter.

    Nor do number, day and signer of the report, entered by hand: they change no figure, and come when all is merged."""
    head = {indicator.code for indicator in head_of(form)}
    parts = [form.id, form.version, period.code, repr(form)]
    parts += sorted(arrival.receipt.digest for arrival in arrivals)
    parts += [f"{question}={choice}" for question, choice in sorted(settled.answers.items())]
    parts += sorted(repr(act) for act in settled.acts if not _is_of_head(act, head))
    parts += sorted(
        f"{canonical(reference)}={base.period} {base.stage.value} {base.value}"
        for reference, base in (*bases.used(), *bases.plans)
    )
    return Basis(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16])


def _is_of_head(act: Act, head: Container[IndicatorCode]) -> bool:
    return isinstance(act, Corrected) and act.unit == CLUSTER and act.indicator in head


def _absences(merged: Consolidation, received: Received) -> tuple[UnitAbsent, ...]:
    """Name the units whose return is not in, but not those about whose files a question is open: one cause, one say."""
    asked = {question.where.unit for question in received.questions}
    return tuple(UnitAbsent(Where(unit=unit)) for unit in merged.absent if unit not in asked)


def _in_order(form: Form, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    levels = list(Level)
    units = [None, *(unit.id for unit in form.units), form.cluster.id]
    codes = [None, *(indicator.code for indicator in form.indicators)]

    def rank(finding: Finding) -> tuple[int, int, int, str, str]:
        where = finding.where
        return (
            levels.index(finding.level),
            units.index(where.unit),
            codes.index(where.indicator),
            finding.code,
            f"{where.file} {where.sheet} {where.cell}",
        )

    return tuple(sorted(findings, key=rank))
