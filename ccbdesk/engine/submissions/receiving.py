"""Receiving returns. This module holds the way from the files that arrived to one submission a unit.

The order in which files arrive changes nothing. What is in doubt is asked about and counts as missing until it is
answered; every file that is not used has a finding or a question that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ccbdesk.engine.submissions.admitting import Admitted, Office, TurnedAway, admit
from ccbdesk.engine.submissions.asking import beginning, choice_of, files_id
from ccbdesk.engine.submissions.catalogue import catalogue_of
from ccbdesk.engine.submissions.cut_off import read_cut_off
from ccbdesk.engine.submissions.identifying import other_version
from ccbdesk.engine.submissions.locating import locate
from ccbdesk.engine.submissions.matching import find_matches
from ccbdesk.engine.submissions.reading import read_rows
from ccbdesk.engine.submissions.register import register_of
from ccbdesk.model.finding import FileLeftOut, FileRefused, Finding, OutsideLinks, SameFileAgain, Where
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import Period
from ccbdesk.model.question import Answers, Question, SameUnitTwice
from ccbdesk.model.receipt import Receipt, Refused
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, UnitId


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that arrived, and what a reader made of it."""

    receipt: Receipt
    workbook: Workbook | Refused


@dataclass(frozen=True, slots=True)
class UnitOfFile:
    """Whose return a file was taken for; ``unit`` is None where that could not be told or the file is none."""

    receipt: Receipt
    unit: UnitId | None


@dataclass(frozen=True, slots=True)
class Received:
    """What came of all files: the cluster's own return first, the members' in the form's order.

    ``questions`` are those not yet answered; ``units_of_files`` names every file that arrived, by file name."""

    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    units_of_files: tuple[UnitOfFile, ...]


@dataclass(frozen=True, slots=True)
class _Return:
    submission: Submission
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


def receive(form: Form, period: Period, arrivals: tuple[Arrival, ...], answers: Answers) -> Received:
    """Return the submissions of a period from the files that arrived, and all that is wrong with or unclear in them."""
    office = Office(form, period, answers, catalogue_of(form), register_of(form))
    in_order = sorted(arrivals, key=lambda arrival: (arrival.receipt.name, arrival.receipt.digest))
    firsts = {arrival.receipt.digest: arrival for arrival in reversed(in_order)}
    admissions = [_admit(office, arrival) for arrival in in_order if firsts[arrival.receipt.digest] is arrival]
    admitted = [each for each in admissions if isinstance(each, Admitted)]
    turned_away = [each for each in admissions if isinstance(each, TurnedAway)]
    used, left = _one_each(office, admitted)
    returns = [_read(office, each) for each in used]
    stopped = (*turned_away, *left)
    return Received(
        tuple(each.submission for each in returns),
        (
            *(finding for each in stopped for finding in each.findings),
            *_find_repeated(in_order, firsts),
            *(finding for each in returns for finding in each.findings),
        ),
        tuple(question for each in (*stopped, *returns) for question in each.questions),
        _units_of_files(in_order, (*turned_away, *admitted)),
    )
