"""Reading a return. This module holds the way from the rows that were found to readings, findings and questions.

As typed: text letter by letter, number cells in Vietnamese writing (4.093,7), percentages with their sign."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.asking import choice_of, figure_id
from ccbdesk.engine.submissions.grasping import find_outside, grasp
from ccbdesk.engine.submissions.locating import Located
from ccbdesk.engine.submissions.shown import is_filled, shown
from ccbdesk.engine.submissions.states import stated
from ccbdesk.model.finding import Finding, Where
from ccbdesk.model.form import Indicator
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import AnswerOrigin, CellOrigin, IndicatorCode, Reading
from ccbdesk.model.question import LEAVE_OUT, AmbiguousFigure, Answers
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Unreadable
from ccbdesk.vietnamese.numbers.reading import Doubtful


@dataclass(frozen=True, slots=True)
class Read:
    """What one row gave: its reading and plan, what is wrong with them, and what must be asked about them."""

    reading: Reading
    findings: tuple[Finding, ...] = ()
    questions: tuple[AmbiguousFigure, ...] = ()
    plan: Reading | None = None


@dataclass(frozen=True, slots=True)
class CellRead:
    """What one cell gave; ``target`` is a planned figure written behind the achieved one."""

    reading: Reading
    findings: tuple[Finding, ...] = ()
    question: AmbiguousFigure | None = None
    target: Number | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a return as something is read from it: the file and unit, the cell, and what stands there.

    ``indicator`` is the one that a finding concerns, ``name`` that by which a question is known; ``is_corrected`` where
    it is not what was received."""

    receipt: Receipt
    unit: UnitId
    sheet: str
    address: str
    cell: Cell | None
    indicator: IndicatorCode | None
    name: str
    is_corrected: bool = False

    @property
    def seen(self) -> str:
        """What stands there, as it is shown."""
        return shown(self.cell)

    @property
    def where(self) -> Where:
        """The place, for findings and questions."""
        return Where(
            self.receipt.name, self.unit, self.sheet, self.address, self.indicator, self.seen, self.is_corrected
        )

    @property
    def origin(self) -> CellOrigin:
        """The place, for readings."""
        return CellOrigin(self.receipt.name, self.receipt.digest, self.sheet, self.address)


def read_rows(receipt: Receipt, unit: UnitId, located: Iterable[Located], answers: Answers) -> tuple[Read, ...]:
    """Return what each located row gives, in their order; a row that is in doubt gives nothing that can be used."""
    return tuple(_read_row(receipt, unit, each, answers) for each in located)


def _read_row(receipt: Receipt, unit: UnitId, located: Located, answers: Answers) -> Read:
    row, indicator = located.row, located.indicator
    spot = Spot(receipt, unit, row.sheet, row.address, row.figure, indicator.code, indicator.code)
    if not located.is_settled:
        return Read(Reading(indicator.code, Unreadable(spot.seen), spot.seen, spot.origin))
    figure = read_cell(indicator, spot, answers, row.state)
    plan = _read_plan(located, spot, answers)
    beside = replace(figure.reading, value=figure.target) if figure.target and indicator.planned else None
    parts = (figure, plan) if plan else (figure,)
    return Read(
        figure.reading,
        tuple(finding for part in parts for finding in part.findings),
        tuple(part.question for part in parts if part.question),
        plan.reading if plan else beside,
    )


def _read_plan(located: Located, beside: Spot, answers: Answers) -> CellRead | None:
    """What is wrong with a plan concerns its cell alone: the achieved figure beside it stays what it is."""
    cell, indicator = located.row.plan, located.indicator
    if cell is None or not is_filled(cell) or not indicator.planned:
        return None
    spot = replace(beside, address=cell.address, cell=cell, indicator=None, name=f"{indicator.code}-ke_hoach")
    return read_cell(indicator, spot, answers)


def read_cell(indicator: Indicator, spot: Spot, answers: Answers, state: str = "") -> CellRead:
    """Return what a cell gives for an indicator, with what is said of it beside it."""
    where = spot.where
    grasped = grasp(indicator, spot.cell, where)
    if isinstance(grasped, Doubtful):
        reading = Reading(indicator.code, Unreadable(where.seen), where.seen, spot.origin)
        return _asked(indicator, reading, spot, grasped.candidates, answers)
    grasped = stated(indicator, grasped, state, where)
    reading = Reading(indicator.code, grasped.value, where.seen, spot.origin)
    return CellRead(reading, grasped.findings, target=grasped.target)


def _asked(
    indicator: Indicator, reading: Reading, spot: Spot, candidates: tuple[Number, ...], answers: Answers
) -> CellRead:
    id = figure_id(spot.unit, IndicatorCode(spot.name), reading.as_typed)
    question = AmbiguousFigure(id, spot.where, indicator.measure, candidates)
    choice = choice_of(question, answers)
    if choice is None:
        return CellRead(reading, question=question)
    values: dict[str, Number | Blank] = {format(each.amount, "f"): each for each in candidates} | {LEAVE_OUT: Blank()}
    origin = AnswerOrigin(spot.origin, id, choice)
    settled = replace(reading, value=values[choice], origin=origin)
    return CellRead(settled, tuple(find_outside(indicator, values[choice], spot.where)))
