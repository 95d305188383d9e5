"""The fold of decisions. This module holds the way from what was decided, in order, to what holds for a period."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from ccbdesk.model.decision import (
    Accepted,
    Answered,
    Closed,
    Corrected,
    Dated,
    Decision,
    Issued,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.origin import DecisionId
from ccbdesk.model.period import Period, PeriodCode, period_of
from ccbdesk.model.settled import RowActs, Settled, Standing

_Kind = TypeVar(
    "_Kind",
    Accepted,
    Closed,
    Corrected,
    Dated,
    Issued,
    LeftOut,
    Moved,
    RowAdded,
    RowCorrected,
    RowTakenOut,
    SentBack,
    SetAside,
)


def settle(decisions: Iterable[Decision], period: Period) -> Settled:
    """Return what holds for a period after decisions, of whatever periods, in any order of the iterable.

    A revoked decision does not hold; a revoked revocation revokes nothing. Of acts about the same thing (a question,
    a file, a unit, a figure or plan of a unit, a cell or row of a list, a milestone) the last holds."""
    standing = standing_decisions(decisions)
    here = tuple(decision for decision in standing if decision.period == period.code)
    before = {code for code in {decision.period for decision in standing} if _is_before(code, period)}
    answers = {each.act.question: each.act.choice for each in here if isinstance(each.act, Answered)}
    return Settled(
        answers,
        _last(_acts(SetAside, here), lambda act: act.digest),
        _last(_acts(LeftOut, here), lambda act: act.unit),
        _last(_acts(Corrected, here), lambda act: (act.unit, act.indicator, act.is_plan)),
        _last(_acts(Accepted, here), lambda act: (act.unit, act.code, act.indicator, act.values)),
        _last(_acts(Dated, here), lambda act: act.digest),
        _last(_acts(Moved, here), lambda act: act.milestone),
        _closed(here),
        _acts(Issued, here),
        _acts(Accepted, (each for each in standing if each.period in before)),
        RowActs(
            _last(_acts(RowCorrected, here), lambda act: (_place(act.row), act.column)),
            _last(_acts(RowAdded, here), lambda act: _place(act.row)),
            _last(_acts(RowTakenOut, here), lambda act: _place(act.row)),
        ),
        _last(_acts(SentBack, here), lambda act: act.digest),
    )


def _place(row: RowOf) -> Hashable:
    """A row is the same whatever it was called when something was decided about it."""
    return row.unit, row.sheet, row.key


def standing_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that hold, in the order in which they were made; of revocations none is left."""
    made = sorted(decisions, key=attrgetter("id"))
    gone = revoked(made)
    return tuple(each for each in made if each.id not in gone and not isinstance(each.act, Revoked))


def to_undo(decisions: Iterable[Decision], period: Period) -> DecisionId | None:
    """Return the last decision of a period that can be undone; None where there is none.

    Closing and reopening are not undone, and nothing is from before them."""
    for decision in reversed(standing_decisions(decisions)):
        if decision.period == period.code:
            return None if isinstance(decision.act, Closed | Reopened) else decision.id
    return None


def to_redo(decisions: Iterable[Decision], period: Period) -> DecisionId | None:
    """Return the revocation whose own revocation does again what was last undone; None once something else was done."""
    made = sorted((each for each in decisions if each.period == period.code), key=lambda each: each.id)
    gone, acts = revoked(made), {each.id: each.act for each in made}
    for decision in reversed(made):
        if not isinstance(decision.act, Revoked):
            return None
        if decision.id not in gone and not isinstance(acts.get(decision.act.decision), Revoked):
            return decision.id
    return None


def revoked(decisions: Iterable[Decision]) -> frozenset[DecisionId]:
    """Return the decisions that were revoked and not brought back, revocations among them.

    Whatever revokes was decided after what it revokes, so from the last one back each is known to hold or not."""
    gone: set[DecisionId] = set()
    revocations = (each for each in decisions if isinstance(each.act, Revoked))
    for decision in sorted(revocations, key=attrgetter("id"), reverse=True):
        if isinstance(decision.act, Revoked) and decision.id not in gone:
            gone.add(decision.act.decision)
    return frozenset(gone)


def _acts(kind: type[_Kind], decisions: Iterable[Decision]) -> tuple[Standing[_Kind], ...]:
    return tuple(
        Standing(decision.id, decision.period, decision.who, decision.at, decision.act)
        for decision in decisions
        if isinstance(decision.act, kind)
    )


def _last(standing: Iterable[Standing[_Kind]], about: Callable[[_Kind], Hashable]) -> tuple[Standing[_Kind], ...]:
    """Return the last act about each thing, in the order in which these were decided."""
    found: dict[Hashable, Standing[_Kind]] = {}
    for each in standing:
        found.pop(about(each.act), None)
        found[about(each.act)] = each
    return tuple(found.values())


def _closed(decisions: Sequence[Decision]) -> Standing[Closed] | None:
    reopened = max((each.id for each in decisions if isinstance(each.act, Reopened)), default=0)
    return next((each for each in reversed(_acts(Closed, decisions)) if each.decision > reopened), None)


def _is_before(code: PeriodCode, period: Period) -> bool:
    """An earlier period is one that ended earlier."""
    other = period_of(code)
    return other is not None and other.last_day < period.last_day
