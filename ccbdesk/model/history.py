"""Figures of earlier periods, to compare with. This module holds what is kept of them and the one base of comparison.

A base is made in ``engine.history``; rules, sentences and the workbook all look into the same ``Bases``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from ccbdesk.model.expression import Reference, When
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, Value

EARLIER = (When.PREVIOUS, When.LAST_YEAR, When.YEAR_START)
"""The states of a figure that belong to another period."""


class Stage(Enum):
    """The two states of a period's figures, for the meeting comes before the year ends."""

    AT_MEETING = "at meeting"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """A figure as later periods compare with it; ``unit`` is a member, a predecessor or the whole cluster."""

    unit: UnitId
    indicator: IndicatorCode
    value: Value
    is_plan: bool = False


@dataclass(frozen=True, slots=True)
class EarlierPeriod:
    """The figures of a period at one stage, and where they were taken from.

    The days are the calendar's where none are given. ``names`` are the names of units that are no members now."""

    period: PeriodCode
    figures: tuple[KeptFigure, ...]
    stage: Stage = Stage.OFFICIAL
    source: str = ""
    first_day: date | None = None
    last_day: date | None = None
    names: tuple[tuple[UnitId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """All that is kept of other periods; the days are those of the period at hand, by default the calendar's."""

    periods: tuple[EarlierPeriod, ...] = ()
    first_day: date | None = None
    last_day: date | None = None


NOTHING_EARLIER = Earlier()
"""Nothing is kept, so nothing can be compared."""


class WhyNoBase(Enum):
    """Why there is no earlier figure to compare with."""

    NOT_KEPT = "not kept"
    NOT_ENOUGH = "not enough"  # a predecessor's or a member's figure is missing
    DAYS_DIFFER = "days differ"  # the earlier period does not end where this one begins, or lies otherwise in its year
    OTHER_LENGTH = "other length"  # what happened in six months says nothing beside a year
    SPLIT = "split"  # a predecessor went to several successors, so its figure is nobody's


@dataclass(frozen=True, slots=True)
class BasePart:
    """A kept figure that a base was made of: whose it was then, its value, and what it was taken from."""

    unit: UnitId
    name: str
    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class Base:
    """The comparable earlier figure of a unit or the cluster; ``value`` is Blank where ``why_not`` says why.

    ``stage`` is AT_MEETING as soon as one part is. ``merged`` are the units now that stand for several of then; their
    base is the sum of their predecessors' figures."""

    value: Value = Blank()  # noqa: RUF009 - frozen and without a field, so one serves all
    why_not: WhyNoBase | None = None
    period: PeriodCode | None = None
    stage: Stage = Stage.OFFICIAL
    parts: tuple[BasePart, ...] = ()
    merged: tuple[UnitId, ...] = ()


NO_BASE = Base(why_not=WhyNoBase.NOT_KEPT)
"""Nothing was kept."""


@dataclass(frozen=True, slots=True)
class Bases:
    """The comparable earlier figures of a period, by reference; a bare reference is the cluster's.

    ``so_far`` are figures of this very year up to an earlier day, of what is counted from the beginning of the year: a
    rule may say that the year has no less than its six months, but they are nothing to measure a change by. ``plans``
    are the plans that were kept earlier in this year, by reference to the plan of now."""

    found: tuple[tuple[Reference, Base], ...] = ()
    so_far: tuple[tuple[Reference, Base], ...] = ()
    plans: tuple[tuple[Reference, Base], ...] = ()
    # Indexes of the tuples above, no facts of their own.
    _found: Mapping[Reference, Base] = field(init=False, repr=False, compare=False)
    _so_far: Mapping[Reference, Base] = field(init=False, repr=False, compare=False)
    _plans: Mapping[Reference, Base] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the indexes."""
        object.__setattr__(self, "_found", dict(self.found))
        object.__setattr__(self, "_so_far", dict(self.so_far))
        object.__setattr__(self, "_plans", dict(self.plans))

    def base(self, reference: Reference) -> Base:
        """Return the base of a reference to another period; one that is not there was not kept."""
        return self._found.get(_bare(reference), NO_BASE)

    def base_so_far(self, reference: Reference) -> Base:
        """Return the same as a rule that compares sizes takes it: of the year so far where this is a year's figure."""
        return self._so_far.get(_bare(reference)) or self.base(reference)

    def plan(self, reference: Reference) -> Base:
        """Return the plan that was kept of a figure earlier in this year."""
        return self._plans.get(_bare(reference), NO_BASE)

    def used(self) -> Iterator[tuple[Reference, Base]]:
        """Yield the bases that there are."""
        return (each for each in (*self.found, *self.so_far) if each[1].why_not is None)


NO_BASES = Bases()
"""What there is to compare with where nothing is kept."""


def _bare(reference: Reference) -> Reference:
    return replace(reference, unit=None) if reference.unit == CLUSTER else reference
