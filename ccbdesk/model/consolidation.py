"""The cluster's figures. This module holds a total with its parts and coverage, and the consolidation of a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NewType

from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.origin import IndicatorCode, Reading, SheetCode
from ccbdesk.model.period import Period
from ccbdesk.model.submission import ListRow, Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, Value

Basis = NewType("Basis", str)
"""The fingerprint of the submissions, answers and form that a consolidation was made from."""


class PartState(Enum):
    """What a unit's figure does in a total."""

    COUNTED = "counted"
    GIVEN = "given"  # the cluster's office says so: this is the total, whatever the others are
    NOT_APPLICABLE = "not applicable"
    ABSENT = "absent"  # the unit's return is not in
    LEFT_OUT = "left out"  # the office has left the unit out, with a reason
    BLANK = "blank"
    VAGUE = "vague"  # words instead of a figure
    BLOCKED = "blocked"  # unreadable, unanswered, or an error stands on it


@dataclass(frozen=True, slots=True)
class Part:
    """One unit's share of a total; ``reading`` is None where its return or its row is not there."""

    unit: UnitId
    state: PartState
    reading: Reading | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the total stands on it."""
        return self.state in (PartState.COUNTED, PartState.GIVEN)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the units that have the task are in a total, and which are not."""

    counted: int
    expected: int
    missing: tuple[UnitId, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Total:
    """An indicator for the whole cluster. Blank where no unit has a value; words where all that have one say the same.

    A computed indicator (ratio, formula) has no parts of its own; ``sources`` names the indicators it is made of.
    ``plan`` is the planned figure, added in the same way; Blank where no plan is asked for or given."""

    indicator: Indicator
    value: Value
    coverage: Coverage
    parts: tuple[Part, ...] = ()
    sources: tuple[IndicatorCode, ...] = ()
    plan: Value = Blank()  # noqa: RUF009 - frozen and without a field, so one serves all
    plan_parts: tuple[Part, ...] = ()
    # Indexes of the parts, no facts of their own.
    _parts: Mapping[UnitId, Part] = field(init=False, repr=False, compare=False)
    _plan_parts: Mapping[UnitId, Part] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the indexes."""
        object.__setattr__(self, "_parts", {part.unit: part for part in reversed(self.parts)})
        object.__setattr__(self, "_plan_parts", {part.unit: part for part in reversed(self.plan_parts)})

    def part(self, unit: UnitId) -> Part | None:
        """Return a unit's share of the total; None where the total has no part of it."""
        return self._parts.get(unit)

    def plan_part(self, unit: UnitId) -> Part | None:
        """Return a unit's share of the plan; None where the plan has no part of it."""
        return self._plan_parts.get(unit)


@dataclass(frozen=True, slots=True)
class Omission:
    """A unit that the office has left out of the period, and why: no total has it, and each says so."""

    unit: UnitId
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the report is to say of a unit's figure that looked wrong and was accepted."""

    unit: UnitId
    indicator: IndicatorCode
    reason: str


@dataclass(frozen=True, slots=True)
class Consolidation:
    """All totals of a period, in the form's order, and what they were made from.

    ``own`` is the cluster's own return (Phiếu kỳ), ``submissions`` those of the members in the form's order;
    ``cut_off`` is the day on which the cluster closes its figures, None where nobody has said one. ``absent`` are the
    units whose return is still awaited; those in ``left_out`` are not. ``bases`` are the figures of earlier periods to
    compare with."""

    form: Form
    period: Period
    own: Submission | None
    submissions: tuple[Submission, ...]
    totals: tuple[Total, ...]
    absent: tuple[UnitId, ...]
    basis: Basis
    cut_off: date | None = None
    left_out: tuple[Omission, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    bases: Bases = NO_BASES
    # Indexes of the totals and returns, no facts of their own.
    _totals: Mapping[IndicatorCode, Total] = field(init=False, repr=False, compare=False)
    _submissions: Mapping[UnitId, Submission] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the indexes."""
        object.__setattr__(self, "_totals", {total.indicator.code: total for total in reversed(self.totals)})
        object.__setattr__(self, "_submissions", {each.unit: each for each in reversed(self.submissions)})

    def total(self, code: IndicatorCode) -> Total:
        """Return the total of an indicator; KeyError where the form has none of this code."""
        return self._totals[code]

    @property
    def received(self) -> int:
        """How many units' returns are in."""
        return len(self.submissions)

    def reason_left_out(self, unit: UnitId) -> str | None:
        """Return why a unit was left out; None where it was not."""
        return next((omission.reason for omission in self.left_out if omission.unit == unit), None)

    def submission(self, unit: UnitId) -> Submission | None:
        """Return a unit's return, the cluster's own included; None where it is not in."""
        if unit == CLUSTER:
            return self.own
        return self._submissions.get(unit)

    def rows_of(self, sheet: SheetCode) -> tuple[tuple[UnitId, ListRow], ...]:
        """Return the rows of a list with the unit of each, in the order of the units; the cluster's own last."""
        found: list[tuple[UnitId, ListRow]] = []
        for submission in self.submissions:
            found += [(submission.unit, row) for row in submission.rows_of(sheet)]
        if self.own is not None:
            found += [(self.own.unit, row) for row in self.own.rows_of(sheet)]
        return tuple(found)

    def rows_taken_out(self, sheet: SheetCode) -> tuple[tuple[UnitId, ListRow], ...]:
        """Return the rows of a list that the office does not let count, with the unit of each."""
        own = (self.own,) if self.own else ()
        return tuple((each.unit, row) for each in (*self.submissions, *own) for row in each.taken_out_of(sheet))
