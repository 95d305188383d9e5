"""Which of several files of one unit is used. This module holds that choice.

Where it is kept when each was taken in the newest is used; of files without that, or taken in together, only a person
can choose."""

from collections.abc import Iterable

from ccbdesk.engine.submissions.admitting import Admitted, TurnedAway
from ccbdesk.engine.submissions.asking import beginning, choice_of, files_id
from ccbdesk.model.finding import FileLeftOut, FileReplaced, Where
from ccbdesk.model.question import Answers, SameUnitTwice
from ccbdesk.model.receipt import Receipt


def choose(files: tuple[Admitted, ...], answers: Answers) -> tuple[tuple[Admitted, ...], tuple[TurnedAway, ...]]:
    """Return the file of a unit that is used, if any, and those that are not; ``files`` are all of that one unit."""
    if len(files) < 2:
        return files, ()
    if not all(each.suspect.receipt.taken_in for each in files):
        return _chosen(files, answers)
    last = max(_moment(each.suspect.receipt) for each in files)
    older = tuple(each for each in in_order_of_arrival(files) if _moment(each.suspect.receipt) < last)
    newest = tuple(each for each in files if each not in older)
    used, left = _chosen(newest, answers) if len(newest) > 1 else (newest, ())
    return used, (*(_replaced(each, (used or newest)[0]) for each in older), *left)


def _chosen(files: tuple[Admitted, ...], answers: Answers) -> tuple[tuple[Admitted, ...], tuple[TurnedAway, ...]]:
    question = _question(files)
    choice = choice_of(question, answers)
    if choice is None:
        return (), (TurnedAway(files[0].suspect.receipt, files[0].unit, questions=(question,)),)
    used = tuple(each for each in files if beginning(each.suspect.receipt.digest) == choice)[:1]
    return used, tuple(_left_out(each) for each in files if each not in used)


def in_order_of_arrival(files: Iterable[Admitted]) -> list[Admitted]:
    """Return files by the time at which they were taken in; those of which it is not kept first."""
    return sorted(files, key=lambda each: (_moment(each.suspect.receipt), each.suspect.receipt.digest))


def _moment(receipt: Receipt) -> float:
    return receipt.taken_in.timestamp() if receipt.taken_in else 0.0


def _replaced(file: Admitted, newest: Admitted) -> TurnedAway:
    """The unit is not named, as in ``_left_out``."""
    receipt = file.suspect.receipt
    finding = FileReplaced(Where(receipt.name), newest.suspect.receipt.name)
    return TurnedAway(receipt, file.unit, findings=(finding,))


def _question(files: tuple[Admitted, ...]) -> SameUnitTwice:
    unit = files[0].unit
    receipts = [each.suspect.receipt for each in files]
    named = tuple((receipt.name, beginning(receipt.digest)) for receipt in receipts)
    return SameUnitTwice(files_id(unit), Where(unit=unit), named)


def _left_out(file: Admitted) -> TurnedAway:
    """The unit is not named: the finding is about this file, and the unit's other one may well be used."""
    receipt = file.suspect.receipt
    return TurnedAway(receipt, file.unit, findings=(FileLeftOut(Where(receipt.name)),))
