"""Receiving returns. This module holds the way from the files that arrived to one submission a unit.

The order in which files arrive changes nothing. What is in doubt is asked about and counts as missing until it is
answered; every file that is not used has a finding or a question that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.admitting import Admitted, Office, TurnedAway, admit
from ccbdesk.engine.submissions.catalogue import catalogue_of
from ccbdesk.engine.submissions.choosing import choose
from ccbdesk.engine.submissions.correcting import Returned, corrected, nothing_received
from ccbdesk.engine.submissions.cut_off import read_cut_off
from ccbdesk.engine.submissions.identifying import other_version
from ccbdesk.engine.submissions.lateness import find_late
from ccbdesk.engine.submissions.listings import Listing
from ccbdesk.engine.submissions.lists import ReadList, read_lists
from ccbdesk.engine.submissions.locating import locate
from ccbdesk.engine.submissions.matching import find_matches
from ccbdesk.engine.submissions.moving import has_moved_days, with_moved_days
from ccbdesk.engine.submissions.office_totals import stated
from ccbdesk.engine.submissions.offices import OfficeTable
from ccbdesk.engine.submissions.pages import Page
from ccbdesk.engine.submissions.reading import Read, read_rows
from ccbdesk.engine.submissions.register import register_of
from ccbdesk.model.finding import (
    FileRefused,
    FileSetAside,
    Finding,
    NotADay,
    OutsideLinks,
    SameFileAgain,
    UnitLeftOut,
    Where,
)
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.grid import Workbook
from ccbdesk.model.origin import Digest, Reading
from ccbdesk.model.period import Period
from ccbdesk.model.question import Answers, Question
from ccbdesk.model.receipt import Receipt, Refused
from ccbdesk.model.settled import NOTHING_SETTLED, RowActs, Settled
from ccbdesk.model.submission import Stated, Submission
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


def receive(form: Form, period: Period, arrivals: tuple[Arrival, ...], settled: Settled = NOTHING_SETTLED) -> Received:
    """Return the submissions of a period from the files that arrived and the figures that were entered by hand, with
    all that is wrong with or unclear in them."""
    office = Office(form, period, settled, catalogue_of(form), register_of(form))
    in_order = sorted(arrivals, key=lambda arrival: (arrival.receipt.name, arrival.receipt.digest))
    files = (*_find_refused(in_order), *_find_admissions(office, in_order))
    seen = tuple(_unless_excluded(each, settled) for each in files)
    used, stopped = _one_a_unit(form, seen, settled.answers)
    returns = tuple(_find_returns(office, used, stopped))
    results: tuple[TurnedAway | Returned, ...] = (*stopped, *returns)
    late = find_late((each for each in seen if isinstance(each, Admitted)), settled)
    found = (finding for each in results for finding in each.findings)
    return Received(
        tuple(each.submission for each in returns),
        (*_find_repeated(in_order), *_find_left_out(form, settled), *found, *late),
        tuple(question for each in results for question in each.questions),
        _units_of_files(in_order, seen),
    )


def _find_refused(in_order: Iterable[Arrival]) -> Iterator[TurnedAway]:
    """Two files that could not be read are two refusals, though both be empty."""
    for arrival in in_order:
        if isinstance(arrival.workbook, Refused):
            finding = FileRefused(Where(arrival.receipt.name), arrival.workbook)
            yield TurnedAway(arrival.receipt, findings=(finding,))


def _find_admissions(office: Office, in_order: Iterable[Arrival]) -> Iterator[Admitted | TurnedAway]:
    for (receipt, workbook), *_ in _same_bytes(in_order):
        yield admit(office, receipt, workbook)


def _unless_excluded(seen: Admitted | TurnedAway, settled: Settled) -> Admitted | TurnedAway:
    """Return a file as it was seen, but turned away without a question where it or its unit is excluded."""
    receipt = _receipt(seen)
    if reason := settled.reason_aside(receipt.digest):
        return TurnedAway(receipt, seen.unit, (FileSetAside(Where(receipt.name), reason),))
    if settled.reason_left_out(seen.unit) is not None:
        return TurnedAway(receipt, seen.unit)
    return seen


def _find_left_out(form: Form, settled: Settled) -> Iterator[UnitLeftOut]:
    for unit in form.units:
        reason = settled.reason_left_out(unit.id)
        if reason is not None:
            yield UnitLeftOut(Where(unit=unit.id), reason)


def _find_returns(office: Office, used: Iterable[Admitted], stopped: Iterable[TurnedAway]) -> Iterator[Returned]:
    """Yield the return of every unit that has a file, or of which figures were entered by hand.

    While it is asked which of a unit's files is meant, or of which period it is, nothing is entered beside them."""
    files = {each.unit: each for each in used}
    asked = {each.unit for each in stopped if each.questions}
    for unit in (CLUSTER, *(unit.id for unit in office.form.units)):
        if unit in files:
            yield _decided_on(office, _read(office, files[unit]))
        elif unit not in asked and office.settled.reason_left_out(unit) is None and _is_entered(office, unit):
            yield _decided_on(office, _without_file(office, unit, office.settled.rows.of(unit)))


def _is_entered(office: Office, unit: UnitId) -> bool:
    """Tell whether anything of a unit that sent no file was entered by hand or, of the cluster's own, decided."""
    settled = office.settled
    is_moved = unit == CLUSTER and has_moved_days(office.form, settled)
    return bool(settled.corrections_of(unit) or settled.rows.of(unit).added) or is_moved


def _decided_on(office: Office, returned: Returned) -> Returned:
    """Return a return with what was decided about its figures and days."""
    unit, form, settled = returned.submission.unit, office.form, office.settled
    made = corrected(form, returned, settled.corrections_of(unit), settled.answers)
    return with_moved_days(form, made, settled) if unit == CLUSTER else made


def _without_file(office: Office, unit: UnitId, acts: RowActs) -> Returned:
    """Return the return of a unit that sent no file: no more than the rows entered into its lists by hand."""
    nothing, order = nothing_received(unit, office.period), office.form.asked_of(office.form.unit(unit))
    lists = read_lists(office.form, nothing.receipt, unit, (), office.answers, acts=acts)
    return Returned(
        replace(
            nothing,
            readings=_in_order(order, (reading for each in lists for reading in each.readings)),
            rows=tuple(row for each in lists for row in each.rows),
            taken_out=tuple(row for each in lists for row in each.taken_out),
        ),
        tuple(finding for each in lists for finding in each.findings),
        tuple(question for each in lists for question in each.questions),
    )


def _find_repeated(in_order: Iterable[Arrival]) -> Iterator[SameFileAgain]:
    for (first, _), *others in _same_bytes(in_order):
        yield from (SameFileAgain(Where(receipt.name), first.name) for receipt, _ in others)


def _same_bytes(in_order: Iterable[Arrival]) -> Iterable[list[tuple[Receipt, Workbook]]]:
    """Return the workbooks that could be read, those with the same bytes together."""
    groups: dict[Digest, list[tuple[Receipt, Workbook]]] = {}
    for arrival in in_order:
        if isinstance(arrival.workbook, Workbook):
            groups.setdefault(arrival.receipt.digest, []).append((arrival.receipt, arrival.workbook))
    return groups.values()


def _one_a_unit(
    form: Form, seen: Iterable[Admitted | TurnedAway], answers: Answers
) -> tuple[tuple[Admitted, ...], tuple[TurnedAway, ...]]:
    """Return the file of each unit that is used, the cluster's first, and all files that are not used."""
    used: list[Admitted] = []
    files = tuple(seen)
    stopped = [each for each in files if isinstance(each, TurnedAway)]
    for unit in (CLUSTER, *(unit.id for unit in form.units)):
        of_unit = tuple(each for each in files if isinstance(each, Admitted) and each.unit == unit)
        chosen, left = choose(of_unit, answers)
        used += chosen
        stopped += left
    return tuple(used), tuple(stopped)


def _units_of_files(in_order: Iterable[Arrival], seen: Iterable[Admitted | TurnedAway]) -> tuple[UnitOfFile, ...]:
    """The same bytes are of the same unit, whatever the file is called."""
    told = {_receipt(each).digest: each.unit for each in seen}
    return tuple(UnitOfFile(arrival.receipt, told[arrival.receipt.digest]) for arrival in in_order)


def _receipt(seen: Admitted | TurnedAway) -> Receipt:
    return seen.receipt if isinstance(seen, TurnedAway) else seen.suspect.receipt


def _read(office: Office, admitted: Admitted) -> Returned:
    form, suspect, answers = office.form, admitted.suspect, office.answers
    where = Where(suspect.receipt.name, admitted.unit)
    order = form.asked_of(form.unit(admitted.unit))
    asked = tuple(indicator for indicator in order if not indicator.is_of_list)
    layout = locate(form, where, asked, find_matches(form, office.catalogue, asked, suspect.pages.figures), answers)
    rows = read_rows(suspect.receipt, admitted.unit, layout.located, answers)
    listings = _asked_lists(order, suspect.pages.listings)
    acts = office.settled.rows.of(admitted.unit)
    lists = read_lists(form, suspect.receipt, admitted.unit, listings, answers, acts=acts)
    cut_off = read_cut_off(where, suspect.stamp, suspect.pages.all)
    submission = Submission(
        admitted.unit,
        office.period,
        suspect.receipt,
        _in_order(order, (*(row.reading for row in rows), *(reading for each in lists for reading in each.readings))),
        suspect.stamp.version,
        None if isinstance(cut_off, NotADay) else cut_off,
        tuple(row.plan for row in rows if row.plan),
        tuple(row for each in lists for row in each.rows),
        tuple(_find_stated(where, suspect.pages.all)),
        tuple(row for each in lists for row in each.taken_out),
    )
    unreadable_day = (cut_off,) if isinstance(cut_off, NotADay) else ()
    parts: tuple[Read | ReadList, ...] = (*rows, *lists)
    found = (finding for part in parts for finding in part.findings)
    questions: tuple[Question, ...] = (*layout.questions, *(question for part in parts for question in part.questions))
    return Returned(submission, (*_find_of_file(form, admitted), *unreadable_day, *layout.findings, *found), questions)


def _find_stated(where: Where, pages: Iterable[Page]) -> Iterator[Stated]:
    for page in pages:
        if isinstance(page, OfficeTable | Listing):
            yield from stated(page.totals, replace(where, sheet=page.grid.name))


def _asked_lists(asked: Iterable[Indicator], listings: Iterable[Listing]) -> tuple[Listing, ...]:
    sheets = {indicator.sheet for indicator in asked}
    return tuple(listing for listing in listings if listing.sheet.code in sheets)


def _in_order(order: Iterable[Indicator], readings: Iterable[Reading]) -> tuple[Reading, ...]:
    by_code = {reading.indicator: reading for reading in readings}
    return tuple(by_code[indicator.code] for indicator in order if indicator.code in by_code)


def _find_of_file(form: Form, admitted: Admitted) -> Iterator[Finding]:
    where = Where(admitted.suspect.receipt.name, admitted.unit)
    version = other_version(form, admitted.suspect, admitted.unit)
    if version:
        yield version
    if admitted.workbook.has_macros:
        yield OutsideLinks(where, has_macros=True)
    if admitted.workbook.has_outside_links:
        yield OutsideLinks(where, has_macros=False)
