"""The stretch of time a report speaks of. This module holds the period, its code and its neighbours."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NewType

PeriodCode = NewType("PeriodCode", str)
"""``2023``, ``2024-6t``, ``2024-9t`` or ``2024-q1``: at most 10 characters."""


class Span(Enum):
    """How long a period is, by the suffix of its code."""

    YEAR = ""
    HALF = "6t"
    NINE_MONTHS = "9t"
    FIRST_QUARTER = "q1"
    SECOND_QUARTER = "q2"
    THIRD_QUARTER = "q3"
    FOURTH_QUARTER = "q4"


class Milestone(Enum):
    """The days of a period that an office sets, and may move."""

    CUT_OFF = "cut-off"
    DEADLINE = "deadline"
    MEETING = "meeting"


_MONTHS = {
    Span.YEAR: (1, 12),
    Span.HALF: (1, 6),
    Span.NINE_MONTHS: (1, 9),
    Span.FIRST_QUARTER: (1, 3),
    Span.SECOND_QUARTER: (4, 6),
    Span.THIRD_QUARTER: (7, 9),
    Span.FOURTH_QUARTER: (10, 12),
}
_CODE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<span>6t|9t|q[1-4]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period, by the calendar. On which day figures were closed is the return's to say."""

    year: int
    span: Span = Span.YEAR

    @property
    def code(self) -> PeriodCode:
        """The code that files, tags and folders carry."""
        return PeriodCode(f"{self.year}-{self.span.value}" if self.span.value else str(self.year))

    @property
    def first_day(self) -> date:
        """The first calendar day of the period."""
        return date(self.year, _MONTHS[self.span][0], 1)

    @property
    def last_day(self) -> date:
        """The last calendar day of the period."""
        month = _MONTHS[self.span][1]
        after = date(self.year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=1)

    @property
    def last_year(self) -> "Period":
        """The same stretch of the year before."""
        return Period(self.year - 1, self.span)

    @property
    def next(self) -> "Period":
        """The period whose tasks this one's report sets: half-years lead to their year, years to the next one."""
        match self.span:
            case Span.YEAR:
                return Period(self.year + 1)
            case Span.HALF | Span.NINE_MONTHS:
                return Period(self.year)
            case Span.FIRST_QUARTER:
                return Period(self.year, Span.SECOND_QUARTER)
            case Span.SECOND_QUARTER:
                return Period(self.year, Span.THIRD_QUARTER)
            case Span.THIRD_QUARTER:
                return Period(self.year, Span.FOURTH_QUARTER)
            case Span.FOURTH_QUARTER:
                return Period(self.year + 1, Span.FIRST_QUARTER)


def period_of(code: str) -> Period | None:
    """Return the period a code names, or None where the code is none."""
    found = _CODE.fullmatch(code.strip().casefold())
    return Period(int(found["year"]), Span(found["span"] or "")) if found else None
