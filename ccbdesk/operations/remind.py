"""Reminding units. This module holds whose returns are waited for, and the words that are sent to them."""

from dataclasses import dataclass
from datetime import date

from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.record import Case
from ccbdesk.wording.asking_units import Awaited, reminder


@dataclass(frozen=True, slots=True)
class Reminders:
    """The message to all who are waited for, empty where nobody is, and one to each of them."""

    to_all: str
    to_each: tuple[tuple[UnitId, str], ...]


def remind(case: Case, today: date) -> Reminders:
    """Return what to write to units whose return is not in, or was given back and has not come again."""
    form, period = case.held.form, case.held.period
    deadline, awaited = case.held.settled.milestone(Milestone.DEADLINE), awaited_in(case)
    each = tuple((unit, reminder(form, period, awaited.only(unit), deadline, today)) for unit in awaited.units)
    return Reminders(reminder(form, period, awaited, deadline, today), each)


def awaited_in(case: Case) -> Awaited:
    """Return whose return is waited for: units left out are not, nor those about whose file a question is open."""
    merged, settled = case.checked.merged, case.held.settled
    left_out = {omission.unit for omission in merged.left_out}
    asked = {question.where.unit for question in case.checked.checks.questions}
    absent = tuple(unit for unit in merged.absent if unit not in left_out | asked)
    given_back = (
        (submission.unit, standing.at.date())
        for submission in merged.submissions
        if (standing := settled.sending_back(submission.receipt.digest))
    )
    return Awaited(absent, tuple(given_back))
