"""Typing a return in for its unit (nhập thay). This module holds the move from a form the office filled in."""

from dataclasses import dataclass, replace
from pathlib import Path

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.objection import AlreadySo, NothingSaid, PeriodIsClosed
from ccbdesk.model.receipt import Receipt, Refused
from ccbdesk.model.trouble import NotAReturn, NothingThere, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import decide
from ccbdesk.operations.gather import content_of
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.record import Case, ObjectionError
from ccbdesk.operations.take_in import keep_file


@dataclass(frozen=True, slots=True)
class Typed:
    """A return that the office typed in: the filled-in form, whose it is, and what it was typed from."""

    file: Path
    unit: str
    source: str


def enter(case: Case, typed: Typed, hand: Hand, reader: Reader) -> UnitId:
    """Take in a return that the office typed in itself, with what it was typed from, and return the unit.

    Raises ObjectionError in a closed period, without a source or where the file is kept already,
    TroubleError(NotAReturn) where the file is not clearly that unit's return of the period."""
    held = case.held
    if held.frozen:
        raise ObjectionError(held.form, PeriodIsClosed())
    file, source = typed.file, typed.source
    if not source.strip():
        raise ObjectionError(held.form, NothingSaid())
    meant = unit_named(held.form, typed.unit)
    receipt, content = content_of(file)
    if isinstance(content, Refused):
        raise TroubleError(NothingThere(str(file)))
    if any(taken.receipt.digest == receipt.digest for taken in held.taken_in):
        raise ObjectionError(held.form, AlreadySo())
    receipt = replace(receipt, taken_in=hand.at, by_hand=source)
    if _unit_of(case, Arrival(receipt, reader.read_bytes(content))) != meant:
        raise TroubleError(NotAReturn(str(file), held.form.id, held.period.code))
    keep_file(held.path, held.revision.number, held.period, _as_file(receipt), content, hand, source)
    return meant


def _unit_of(case: Case, arrival: Arrival) -> UnitId | None:
    held = case.held
    got = decide(held.form, held.period, (*held.arrivals, arrival), held.settled)
    digest = arrival.receipt.digest
    return next((each.unit for each in got.received.units_of_files if each.receipt.digest == digest), None)


def _as_file(receipt: Receipt) -> Receipt:
    return replace(receipt, taken_in=None, by_hand="")
