"""What holds in a period after all that its office decided. This module holds the state, its acts and the findings.

It is the fold of the decisions (``engine.settling.folding``); empty, nothing has been decided."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Generic, TypeVar

from ccbdesk.model.decision import (
    Accepted,
    Act,
    Closed,
    Corrected,
    Dated,
    Issued,
    LeftOut,
    Moved,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.finding import Finding
from ccbdesk.model.origin import DecisionId, Digest, SheetCode
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.question import Answers
from ccbdesk.model.unit import UnitId

_Act = TypeVar(
    "_Act",
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


@dataclass(frozen=True, slots=True)
class Standing(Generic[_Act]):
    """An act that holds, and who did it when, by which decision."""

    decision: DecisionId
    period: PeriodCode
    who: str
    at: datetime
    act: _Act


@dataclass(frozen=True, slots=True)
class RowActs:
    """What was decided about the rows of lists."""

    corrected: tuple[Standing[RowCorrected], ...] = ()
    added: tuple[Standing[RowAdded], ...] = ()
    taken_out: tuple[Standing[RowTakenOut], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was decided."""
        return bool(self.corrected or self.added or self.taken_out)

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts alone."""
        return (
            *(each.act for each in self.corrected),
            *(each.act for each in self.added),
            *(each.act for each in self.taken_out),
        )

    def of(self, unit: UnitId, sheet: SheetCode | None = None) -> "RowActs":
        """Return those about the rows of a unit, of one list or of all."""

        def is_meant(row: RowOf) -> bool:
            return row.unit == unit and sheet in (None, row.sheet)

        return RowActs(
            tuple(each for each in self.corrected if is_meant(each.act.row)),
            tuple(each for each in self.added if is_meant(each.act.row)),
            tuple(each for each in self.taken_out if is_meant(each.act.row)),
        )


NO_ROW_ACTS = RowActs()
"""What holds where nobody has decided anything about rows."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled for a period: of acts about the same thing only the last.

    Of acceptances every one is kept, for each holds for the values it was given on; ``earlier`` are those of periods
    before this one. ``issued`` are all issues of the report, in order."""

    answers: Answers = field(default_factory=dict)
    aside: tuple[Standing[SetAside], ...] = ()
    left_out: tuple[Standing[LeftOut], ...] = ()
    corrections: tuple[Standing[Corrected], ...] = ()
    acceptances: tuple[Standing[Accepted], ...] = ()
    days: tuple[Standing[Dated], ...] = ()
    milestones: tuple[Standing[Moved], ...] = ()
    closed: Standing[Closed] | None = None
    issued: tuple[Standing[Issued], ...] = ()
    earlier: tuple[Standing[Accepted], ...] = ()
    rows: RowActs = NO_ROW_ACTS
    sent_back: tuple[Standing[SentBack], ...] = ()

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that bear on figures and findings of the period, answers aside; sending back bears on none."""
        return (
            *(each.act for each in self.aside),
            *(each.act for each in self.left_out),
            *(each.act for each in self.corrections),
            *self.rows.acts,
            *(each.act for each in self.acceptances),
            *(each.act for each in self.days),
            *(each.act for each in self.milestones),
        )

    def reason_aside(self, digest: Digest) -> str | None:
        """Return why a file is set aside; None where it is not."""
        return next((each.act.reason for each in self.aside if each.act.digest == digest), None)

    def reason_left_out(self, unit: UnitId | None) -> str | None:
        """Return why a unit is left out; None where it is not."""
        return next((each.act.reason for each in self.left_out if each.act.unit == unit), None)

    def corrections_of(self, unit: UnitId) -> tuple[Standing[Corrected], ...]:
        """Return what of a unit's figures was put right or entered by hand."""
        return tuple(each for each in self.corrections if each.act.unit == unit)

    def day_of(self, digest: Digest) -> date | None:
        """Return the day on which a file counts as received; None where nobody has said another than it came on."""
        return next((each.act.day for each in self.days if each.act.digest == digest), None)

    def sending_back(self, digest: Digest) -> Standing[SentBack] | None:
        """Return how a file was given back to its unit to be put right; None where it was not."""
        return next((each for each in self.sent_back if each.act.digest == digest), None)

    def milestone(self, milestone: Milestone) -> date | None:
        """Return the day that was set for a milestone; None where none was."""
        return next((each.act.day for each in self.milestones if each.act.milestone is milestone), None)


NOTHING_SETTLED = Settled()
"""What holds where nobody has decided anything."""


class FindingState(Enum):
    """What became of a finding."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REOPENED = "reopened"  # it was accepted on other values


@dataclass(frozen=True, slots=True)
class Handled:
    """A finding of which something was decided, in this period or an earlier one.

    ``acceptance`` is the one that holds, or in a reopened finding the last one that held for other values; ``values``
    are those the finding stands on now. ``earlier`` are what was accepted of the like in earlier periods."""

    finding: Finding
    state: FindingState
    acceptance: Standing[Accepted] | None
    values: tuple[tuple[str, str], ...]
    earlier: tuple[Standing[Accepted], ...] = ()


def handling_of(finding: Finding, handled: Iterable[Handled]) -> Handled | None:
    """Return what was decided about a finding; None where nothing was."""
    return next((each for each in handled if each.finding == finding), None)
