"""Reading a return. This module holds the way from the rows that were found to readings, findings and questions.

As typed: text letter by letter, number cells in Vietnamese writing (4.093,7), percentages with their sign."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.asking import choice_of, figure_id
from ccbdesk.engine.submissions.grasping import find_outside, grasp
from ccbdesk.engine.submissions.locating import Located
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.model.finding import Finding, Where
from ccbdesk.model.form import Indicator
from ccbdesk.model.origin import AnswerOrigin, CellOrigin, Reading, cell_of
from ccbdesk.model.question import LEAVE_OUT, AmbiguousFigure, Answers
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Unreadable
from ccbdesk.vietnamese.numbers.reading import Doubtful


@dataclass(frozen=True, slots=True)
class Read:
    """What one row gave: its reading, what is wrong with it, and what must be asked about it."""

    reading: Reading
    findings: tuple[Finding, ...] = ()
    question: AmbiguousFigure | None = None


def read_rows(receipt: Receipt, unit: UnitId, located: Iterable[Located], answers: Answers) -> tuple[Read, ...]:
    """Return what each located row gives, in their order; a row that is in doubt gives nothing that can be used."""
    return tuple(_read_row(receipt, unit, each, answers) for each in located)


def _read_row(receipt: Receipt, unit: UnitId, located: Located, answers: Answers) -> Read:
    row, code = located.row, located.indicator.code
    seen = shown(row.figure)
    reading = Reading(code, Unreadable(seen), seen, CellOrigin(receipt.name, receipt.digest, row.sheet, row.address))
    where = Where(receipt.name, unit, row.sheet, row.address, code, seen)
    if not located.is_settled:
        return Read(reading)
    grasped = grasp(located.indicator, row.figure, where)
    if isinstance(grasped, Doubtful):
        return _asked(located.indicator, reading, where, grasped.candidates, answers)
    return Read(replace(reading, value=grasped.value), grasped.findings)


def _asked(
    indicator: Indicator, reading: Reading, where: Where, candidates: tuple[Number, ...], answers: Answers
) -> Read:
    id = figure_id(where.unit or UnitId(""), indicator.code, reading.as_typed)
    question = AmbiguousFigure(id, where, indicator.measure, candidates)
    choice = choice_of(question, answers)
    if choice is None:
        return Read(reading, question=question)
    values: dict[str, Number | Blank] = {format(each.amount, "f"): each for each in candidates} | {LEAVE_OUT: Blank()}
    origin = AnswerOrigin(cell_of(reading.origin), id, choice)
    settled = replace(reading, value=values[choice], origin=origin)
    return Read(settled, tuple(find_outside(indicator, values[choice], where)))
