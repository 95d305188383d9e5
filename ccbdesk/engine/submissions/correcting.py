"""Figures put right or entered by hand. This module holds how they take the place of what was received.

A correction is read exactly like a cell of a return. It holds for as long as what it was made from stands in the file:
a new file that says something else there overtakes it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.reading import CellRead, Spot, read_cell
from ccbdesk.model.decision import Corrected
from ccbdesk.model.finding import CorrectionOvertaken, Finding, Where
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import AnswerOrigin, CellOrigin, CorrectionOrigin, Digest, IndicatorCode, Reading, cell_of
from ccbdesk.model.period import Period
from ccbdesk.model.question import Answers, DoubtfulRow, Question
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import Standing
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import tidy


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of one unit's return: the submission, what was found in it and what must be asked."""

    submission: Submission
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Correction:
    """A correction of a figure that is asked of the unit, and what was received in its place."""

    indicator: Indicator
    standing: Standing[Corrected]
    received: Reading | None

    @property
    def is_overtaken(self) -> bool:
        seen = self.received.as_typed if self.received else ""
        return tidy(seen) != tidy(self.standing.act.received)


def nothing_received(unit: UnitId, period: Period) -> Submission:
    """Return the return of a unit that sent no file: nothing, until figures are entered by hand."""
    return Submission(unit, period, Receipt("", Digest(""), 0), ())


def corrected(form: Form, returned: Returned, standing: Iterable[Standing[Corrected]], answers: Answers) -> Returned:
    """Return what a return is with its corrections: each settles what was found in or asked about its figure."""
    corrections = tuple(_find_corrections(form, returned.submission, standing))
    if not corrections:
        return returned
    order = form.asked_of(form.unit(returned.submission.unit))
    holding = tuple(each for each in corrections if not each.is_overtaken)
    reads = [(each, _read(returned.submission, each, answers)) for each in holding]
    figures = [read.reading for each, read in reads if not each.standing.act.is_plan]
    plans = [read.reading for each, read in reads if each.standing.act.is_plan]
    submission = replace(
        returned.submission,
        readings=_merged(order, returned.submission.readings, figures),
        plans=_merged(order, returned.submission.plans, plans),
    )
    return Returned(
        submission,
        (
            *(finding for finding in returned.findings if not _is_settled(finding.where, holding)),
            *(finding for _, read in reads for finding in read.findings),
            *_find_overtaken(returned.submission, corrections),
        ),
        (
            *(question for question in returned.questions if not _is_answered(question, holding)),
            *(read.question for _, read in reads if read.question),
        ),
    )


def _find_corrections(
    form: Form, submission: Submission, standing: Iterable[Standing[Corrected]]
) -> Iterator[_Correction]:
    asked = {indicator.code: indicator for indicator in form.asked_of(form.unit(submission.unit))}
    for each in standing:
        act, indicator = each.act, asked.get(each.act.indicator)
        if indicator is not None and (indicator.planned or not act.is_plan):
            received = submission.plan(act.indicator) if act.is_plan else submission.reading(act.indicator)
            yield _Correction(indicator, each, received)


def _read(submission: Submission, correction: _Correction, answers: Answers) -> CellRead:
    code, act = correction.indicator.code, correction.standing.act
    cell = cell_of(correction.received.origin) if correction.received else None
    spot = Spot(
        submission.receipt,
        submission.unit,
        cell.sheet if cell else "",
        cell.cell if cell else "",
        Cell(1, 1, act.typed),
        None if act.is_plan else code,
        f"{code}-ke_hoach" if act.is_plan else code,
        is_corrected=True,
    )
    read = read_cell(correction.indicator, spot, answers)
    choice = read.reading.origin.choice if isinstance(read.reading.origin, AnswerOrigin) else ""
    origin = CorrectionOrigin(correction.standing.decision, act.source, correction.received, act.evidence, choice)
    return replace(read, reading=replace(read.reading, origin=origin))


def _merged(
    order: Iterable[Indicator], readings: Iterable[Reading], corrections: Iterable[Reading]
) -> tuple[Reading, ...]:
    found = {each.indicator: each for each in (*readings, *corrections)}
    return tuple(found[indicator.code] for indicator in order if indicator.code in found)


def _is_settled(where: Where, corrections: Iterable[_Correction]) -> bool:
    """Tell whether a place is that of a figure that was put right."""
    return any(_is_of(where, each) for each in corrections)


def _is_of(where: Where, correction: _Correction) -> bool:
    """A finding in a planned figure names no indicator, only its cell."""
    cell = cell_of(correction.received.origin) if correction.received else None
    if isinstance(cell, CellOrigin) and where.cell and (where.sheet, where.cell) == (cell.sheet, cell.cell):
        return True
    return not correction.standing.act.is_plan and where.indicator == correction.indicator.code


def _is_answered(question: Question, corrections: Sequence[_Correction]) -> bool:
    if isinstance(question, DoubtfulRow):
        return set(question.candidates) <= set(_find_codes(corrections))
    return bool(question.where.cell) and _is_settled(question.where, corrections)


def _find_codes(corrections: Iterable[_Correction]) -> Iterator[IndicatorCode]:
    for each in corrections:
        if not each.standing.act.is_plan:
            yield each.indicator.code


def _find_overtaken(submission: Submission, corrections: Iterable[_Correction]) -> Iterator[CorrectionOvertaken]:
    """A file that now says what was put right needs no word about it."""
    for each in corrections:
        act, received = each.standing.act, each.received
        if each.is_overtaken and (received is None or tidy(received.as_typed) != tidy(act.typed)):
            yield CorrectionOvertaken(_where(submission, each), act.received, act.typed)


def _where(submission: Submission, correction: _Correction) -> Where:
    received, code = correction.received, correction.indicator.code
    cell = cell_of(received.origin) if received else None
    return Where(
        submission.receipt.name,
        submission.unit,
        cell.sheet if cell else "",
        cell.cell if cell else "",
        code,
        received.as_typed if received else "",
    )
