"""Which files are returns, and whose. This module holds the admission of one file, before any figure of it is read."""

from dataclasses import dataclass

from ccbdesk.engine.submissions.asking import choice_of
from ccbdesk.engine.submissions.belonging import belonging_of
from ccbdesk.engine.submissions.catalogue import Catalogue
from ccbdesk.engine.submissions.identifying import Suspect, identify_unit, other_period, why_not_ours
from ccbdesk.engine.submissions.matching import find_matches
from ccbdesk.engine.submissions.pages import find_pages
from ccbdesk.engine.submissions.register import Register
from ccbdesk.engine.submissions.stamp import read_stamp
from ccbdesk.model.finding import FileLeftOut, Finding, Where
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.period import Period
from ccbdesk.model.question import LEAVE_OUT, Answers, Question, UnknownUnit
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Office:
    """What every file is held against: the form with the names it knows, the period, and what is settled."""

    form: Form
    period: Period
    settled: Settled
    catalogue: Catalogue
    register: Register

    @property
    def answers(self) -> Answers:
        """What was answered to questions."""
        return self.settled.answers


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that is a return of this form and period, and its unit."""

    suspect: Suspect
    workbook: Workbook
    unit: UnitId


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A file that is not used, or not before something is answered; ``unit`` is None where it could not be told."""

    receipt: Receipt
    unit: UnitId | None = None
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()


def admit(office: Office, receipt: Receipt, workbook: Workbook) -> Admitted | TurnedAway:
    """Tell whose return a workbook is, or why it cannot be used; all that must be asked about it is asked at once."""
    suspect = _suspect(office, receipt, workbook)
    not_ours = why_not_ours(office.form, suspect)
    if not_ours:
        return TurnedAway(receipt, findings=(not_ours,))
    told = identify_unit(office.form, office.register, suspect)
    unit = _settled(told, office.answers) if isinstance(told, UnknownUnit) else told
    asked = (told if isinstance(told, UnknownUnit) else None, other_period(office.period, suspect, unit))
    choices = {question: choice_of(question, office.answers) for question in asked if question}
    if LEAVE_OUT in choices.values():
        return TurnedAway(receipt, unit, findings=(FileLeftOut(Where(receipt.name)),))
    unanswered = tuple(question for question, choice in choices.items() if choice is None)
    if unanswered or unit is None:
        return TurnedAway(receipt, unit, questions=unanswered)
    return Admitted(suspect, workbook, unit)


def _suspect(office: Office, receipt: Receipt, workbook: Workbook) -> Suspect:
    pages = find_pages(office.form, workbook)
    matches = find_matches(office.form, office.catalogue, (), pages.figures)
    return Suspect(receipt, read_stamp(workbook), pages, belonging_of(office.form, matches))


def _settled(question: UnknownUnit, answers: Answers) -> UnitId | None:
    choice = choice_of(question, answers)
    return None if choice is None or choice == LEAVE_OUT else UnitId(choice)
