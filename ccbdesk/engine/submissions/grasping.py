"""What a cell means. This module holds the way from a cell's content to a value and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from ccbdesk.engine.submissions.shown import is_filled
from ccbdesk.model.finding import (
    BadGrouping,
    DateInCell,
    ErrorInCell,
    Finding,
    FormulaWithoutResult,
    NotADay,
    NotANumber,
    NotWhole,
    OutOfBounds,
    ReadAs,
    VagueQuantity,
    Where,
    WrongMeasure,
)
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.model.grid import Cell, ErrorShown, Missing
from ccbdesk.model.remark import Remark
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Text, Unreadable, Value
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.numbers.reading import (
    Doubtful,
    Fault,
    Heard,
    NotUnderstood,
    Understood,
    Vague,
    read_amount,
    read_day,
    read_figure,
    says_none_of,
)
from ccbdesk.vietnamese.vocabulary.returns import NO_SUCH_TASK, NOT_KNOWN_YET

_SILENT = frozenset({Remark.CLEANED})
"""Remarks nobody need be told: the figure is the one that was seen."""


@dataclass(frozen=True, slots=True)
class Grasp:
    """What a cell was read as, what is to be said about it, and the planned figure written behind the achieved one."""

    value: Value
    findings: tuple[Finding, ...] = ()
    target: Number | None = None


def grasp(indicator: Indicator, cell: Cell | None, where: Where) -> Grasp | Doubtful:
    """Return the value of a cell for an indicator, or its candidates where it can be read in more than one way.

    Every content is answered for: what cannot be used is Unreadable, with the finding that says why."""
    if cell is None or not is_filled(cell):
        return Grasp(Blank())
    match cell.content:
        case ErrorShown():
            return _unusable(where, ErrorInCell(where))
        case Missing():
            return _unusable(where, FormulaWithoutResult(where))
        case _:
            pass
    match indicator.kind:
        case Kind.TEXT:
            return _words(where.seen)
        case Kind.DAY:
            return _day(cell, where)
        case _:
            return _figure(indicator, cell, where)


def _unusable(where: Where, finding: Finding) -> Grasp:
    return Grasp(Unreadable(where.seen), (finding,))


def _words(seen: str) -> Grasp:
    """Words stay as they are, line by line; the two marks of the instruction mean what it says."""
    lines = "\n".join(tidy(line) for line in seen.splitlines()).strip()
    return Grasp(_mark(lines) or Text(lines))


def _mark(words: str) -> Blank | NotApplicable | None:
    if words.casefold() in NO_SUCH_TASK:
        return NotApplicable()
    return Blank() if words in NOT_KNOWN_YET else None


def _day(cell: Cell, where: Where) -> Grasp:
    if isinstance(cell.content, date):
        return Grasp(Day(cell.content))
    mark, day = _mark(tidy(where.seen)), read_day(where.seen)
    if mark:
        return Grasp(mark)
    return Grasp(Day(day)) if day else _unusable(where, NotADay(where))


def _figure(indicator: Indicator, cell: Cell, where: Where) -> Grasp | Doubtful:
    match cell.content:
        case Decimal() as amount:
            return _heard(indicator, read_amount(amount, cell.is_percent, indicator.kind, indicator.measure), where)
        case str() as typed if says_none_of(typed, (indicator.label, *indicator.aliases)):
            return _heard(indicator, Understood(Number(Decimal(0)), (Remark.ZERO_WORD,)), where)
        case str() as typed:
            return _heard(indicator, read_figure(typed, indicator.kind, indicator.measure), where)
        case date():
            return _unusable(where, DateInCell(where))
        case _:
            return _unusable(where, NotANumber(where))


def _heard(indicator: Indicator, heard: Heard, where: Where) -> Grasp | Doubtful:
    match heard:
        case Understood(value, remarks, target):
            told = _find_remarked(indicator, value, remarks, where)
            return Grasp(value, (*told, *find_outside(indicator, value, where)), target)
        case Doubtful():
            return heard
        case Vague(words):
            return Grasp(Text(words), (VagueQuantity(where),))
        case NotUnderstood(fault):
            return _unusable(where, _fault(indicator, fault, where))
        case _:
            assert_never(heard)


def _fault(indicator: Indicator, fault: Fault, where: Where) -> Finding:
    match fault:
        case Fault.NOT_A_NUMBER:
            return NotANumber(where)
        case Fault.BAD_GROUPING:
            return BadGrouping(where)
        case Fault.NOT_WHOLE:
            return NotWhole(where)
        case Fault.WRONG_MEASURE:
            return WrongMeasure(where, indicator.measure)
        case _:
            assert_never(fault)


def _find_remarked(indicator: Indicator, value: Value, remarks: tuple[Remark, ...], where: Where) -> Iterator[ReadAs]:
    worth_telling = tuple(remark for remark in remarks if remark not in _SILENT)
    if worth_telling and isinstance(value, Number):
        yield ReadAs(where, indicator.measure, value, worth_telling)


def find_outside(indicator: Indicator, value: Value, where: Where) -> Iterator[OutOfBounds]:
    """Yield that a figure is below or above what the form allows; the figure itself is kept as it was written."""
    if not isinstance(value, Number):
        return
    lowest, highest = indicator.lowest, indicator.highest
    is_below = lowest is not None and value.amount < lowest
    is_above = highest is not None and value.amount > highest
    if is_below or is_above:
        yield OutOfBounds(where, lowest, highest)
