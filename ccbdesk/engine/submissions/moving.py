"""Days that the office has moved. This module holds how they take the place of those on the cluster's own return.

A day of the period sheet is known by its name: “Hạn gửi …”, “Ngày họp …”. What a file says of it is kept behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccbdesk.engine.submissions.correcting import Returned
from ccbdesk.model.decision import Moved
from ccbdesk.model.finding import DayMoved, Finding, Where
from ccbdesk.model.form import Form, Indicator, Kind
from ccbdesk.model.origin import CorrectionOrigin, Reading, cell_of
from ccbdesk.model.period import Milestone
from ccbdesk.model.settled import Settled, Standing
from ccbdesk.model.submission import Submission
from ccbdesk.model.value import Day
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.vietnamese.vocabulary.returns import MILESTONE_NAMES, MOVED_BY


@dataclass(frozen=True, slots=True)
class _Move:
    """A day of the period sheet and the decision that moved it."""

    indicator: Indicator
    standing: Standing[Moved]

    @property
    def day(self) -> date:
        return self.standing.act.day


def milestones_of(form: Form) -> Iterator[tuple[Milestone, Indicator]]:
    """Yield the days of the period and where the period sheet of a form asks for each.

    A figure that is called just so comes before one whose name only begins so; of several of these none is meant."""
    days = [each for each in form.indicators if each.kind is Kind.DAY and form.is_own(each)]
    for milestone in Milestone:
        words = [folded(name) for name in MILESTONE_NAMES[milestone]]
        called = {each: [folded(name) for name in (each.label, *each.aliases)] for each in days}
        exact = [each for each, names in called.items() if set(words) & set(names)]
        begun = [each for each, names in called.items() if any(_begins(name, words) for name in names)]
        found = exact or begun
        if len(found) == 1:
            yield milestone, found[0]


def _begins(name: str, words: Iterable[str]) -> bool:
    return any(name.startswith(f"{each} ") for each in words)


def has_moved_days(form: Form, settled: Settled) -> bool:
    """Tell whether a day that the period sheet asks for was moved."""
    return any(_find_moves(form, settled))


def with_moved_days(form: Form, returned: Returned, settled: Settled) -> Returned:
    """Return the cluster's own return with the days that were moved; where its file says another, a finding says so.

    A day that was put right on the sheet after it was moved stands as it was put right."""
    own = returned.submission
    moves = [move for move in _find_moves(form, settled) if not _is_later(own.reading(move.indicator.code), move)]
    moved = {move.indicator.code: _reading(own, move) for move in moves}
    found = {each.indicator: each for each in own.readings} | moved
    order = form.asked_of(form.cluster)
    readings = tuple(found[indicator.code] for indicator in order if indicator.code in found)
    return replace(
        returned,
        submission=replace(own, readings=readings),
        findings=(
            *(finding for finding in returned.findings if finding.where.indicator not in moved),
            *_find_other_days(own, moves, settled),
        ),
    )


def _find_moves(form: Form, settled: Settled) -> Iterator[_Move]:
    places = dict(milestones_of(form))
    for each in settled.milestones:
        if each.act.milestone in places:
            yield _Move(places[each.act.milestone], each)


def _is_later(reading: Reading | None, move: _Move) -> bool:
    correction = reading.correction if reading else None
    return correction is not None and correction.decision > move.standing.decision


def _reading(own: Submission, move: _Move) -> Reading:
    stands = own.reading(move.indicator.code)
    received = stands.as_received if stands and stands.received_as else None
    origin = CorrectionOrigin(move.standing.decision, f"{MOVED_BY} {move.standing.who}", received)
    return Reading(move.indicator.code, Day(move.day), day_in_figures(move.day), origin)


def _find_other_days(own: Submission, moves: Sequence[_Move], settled: Settled) -> Iterator[Finding]:
    """Yield the days of the file that were moved; where it says the cut-off only above its figures, that one."""
    for move in moves:
        stands = own.reading(move.indicator.code)
        received = stands.as_received if stands else None
        cell = cell_of(received.origin) if received else None
        if received and cell and received.as_typed and received.value != Day(move.day):
            where = Where(cell.file, own.unit, cell.sheet, cell.cell, move.indicator.code, received.as_typed)
            yield DayMoved(where, move.standing.act.milestone, move.day)
    closed = settled.milestone(Milestone.CUT_OFF)
    is_asked = any(move.standing.act.milestone is Milestone.CUT_OFF for move in moves)
    if closed and own.cut_off and own.cut_off != closed and not is_asked:
        where = Where(own.receipt.name, own.unit, seen=day_in_figures(own.cut_off))
        yield DayMoved(where, Milestone.CUT_OFF, closed)
