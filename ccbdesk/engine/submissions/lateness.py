"""Lateness. This module holds the comparison of the day a unit's first file came on with the deadline of the period."""

from collections.abc import Iterable, Iterator
from datetime import date

from ccbdesk.engine.submissions.admitting import Admitted
from ccbdesk.engine.submissions.choosing import in_order_of_arrival
from ccbdesk.model.finding import ReceivedLate, Where
from ccbdesk.model.period import Milestone
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import CLUSTER


def find_late(files: Iterable[Admitted], settled: Settled) -> Iterator[ReceivedLate]:
    """Yield the units of whose files none came by the deadline; ``files`` are those not set aside.

    A unit that reported in time and sent a better file afterwards is not late. A day that somebody has said counts
    before the one on which the file was taken in. Nothing is late where there is no deadline or no day is known."""
    deadline = settled.milestone(Milestone.DEADLINE)
    by_unit: dict[str, list[Admitted]] = {}
    for file in in_order_of_arrival(files):
        by_unit.setdefault(file.unit, []).append(file)
    for versions in by_unit.values():
        days = [(day, file) for file in versions if (day := _day(file.suspect.receipt, settled))]
        if not deadline or not days or versions[0].unit == CLUSTER:
            continue
        day, first = min(days, key=lambda found: found[0])
        if day > deadline:
            yield ReceivedLate(Where(first.suspect.receipt.name, first.unit), day, deadline)


def _day(receipt: Receipt, settled: Settled) -> date | None:
    return settled.day_of(receipt.digest) or receipt.day
