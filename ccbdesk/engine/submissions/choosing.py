"""Which of several files of one unit is used. This module holds that choice, which only a person makes."""

from ccbdesk.engine.submissions.admitting import Admitted, TurnedAway
from ccbdesk.engine.submissions.asking import beginning, choice_of, files_id
from ccbdesk.model.finding import FileLeftOut, Where
from ccbdesk.model.question import Answers, SameUnitTwice


def choose(files: tuple[Admitted, ...], answers: Answers) -> tuple[tuple[Admitted, ...], tuple[TurnedAway, ...]]:
    """Return the file of a unit that is used, if any, and those that are not; ``files`` are all of that one unit."""
    if len(files) < 2:
        return files, ()
    question = _question(files)
    choice = choice_of(question, answers)
    if choice is None:
        return (), (TurnedAway(files[0].suspect.receipt, files[0].unit, questions=(question,)),)
    used = tuple(each for each in files if beginning(each.suspect.receipt.digest) == choice)[:1]
    return used, tuple(_left_out(each) for each in files if each not in used)


def _question(files: tuple[Admitted, ...]) -> SameUnitTwice:
    unit = files[0].unit
    receipts = [each.suspect.receipt for each in files]
    named = tuple((receipt.name, beginning(receipt.digest)) for receipt in receipts)
    return SameUnitTwice(files_id(unit), Where(unit=unit), named)


def _left_out(file: Admitted) -> TurnedAway:
    """The unit is not named: the finding is about this file, and the unit's other one may well be used."""
    receipt = file.suspect.receipt
    return TurnedAway(receipt, file.unit, findings=(FileLeftOut(Where(receipt.name)),))
