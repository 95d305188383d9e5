"""Which earlier period a reference means. This module holds the choice among those kept, by their days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ccbdesk.model.history import Earlier, EarlierPeriod, WhyNoBase
from ccbdesk.model.period import Period, PeriodCode, Span, period_of

_FROM_NEW_YEAR = (Span.YEAR, Span.HALF, Span.NINE_MONTHS, Span.FIRST_QUARTER)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """A period with the days it reaches from and to."""

    period: Period
    first: date
    last: date


Choice = PeriodCode | WhyNoBase
"""The period to compare with, or why there is none."""


def days_of(period: Period, first: date | None, last: date | None) -> Days:
    """Return a period's days; the calendar's where none are given."""
    return Days(period, first or period.first_day, last or period.last_day)


def kept_days(earlier: Earlier) -> tuple[Days, ...]:
    """Return the days of every period of which something is kept, each once."""
    return tuple(dict.fromkeys(_find_kept(earlier.periods)))


def _find_kept(periods: Iterable[EarlierPeriod]) -> Iterable[Days]:
    for each in periods:
        period = period_of(each.period)
        if period is not None:
            yield days_of(period, each.first_day, each.last_day)


def last_year(now: Days, kept: Iterable[Days]) -> Choice:
    """Return the same period of the year before, a half-year for a half-year, on the same days of its year."""
    found = next((each for each in kept if each.period == now.period.last_year), None)
    if found is None:
        return WhyNoBase.NOT_KEPT
    is_same = (_a_year_later(found.first), _a_year_later(found.last)) == (now.first, _smoothed(now.last))
    return found.period.code if is_same else WhyNoBase.DAYS_DIFFER


def closing_of_last_year(now: Days, kept: Iterable[Days], *, is_stock: bool) -> Choice:
    """Return the year before this one where it ends the day before this year begins; a last quarter does for a stock.

    A half-year and a year both open on the first day of the year, a later quarter does not."""
    opens = now.first if now.period.span in _FROM_NEW_YEAR else date(now.period.year, 1, 1)
    spans = (Span.YEAR, Span.FOURTH_QUARTER) if is_stock else (Span.YEAR,)
    wanted = [Period(now.period.year - 1, span) for span in spans]
    found = [each for period in wanted for each in kept if each.period == period]
    if not found:
        return WhyNoBase.NOT_KEPT
    return next((each.period.code for each in found if each.last + _ONE_DAY == opens), WhyNoBase.DAYS_DIFFER)


def before(now: Days, kept: Iterable[Days]) -> Choice:
    """Return the last period that closed before this one does: it is the one to compare a stock with."""
    closed = [each for each in kept if each.last < now.last]
    if not closed:
        return WhyNoBase.NOT_KEPT
    return max(closed, key=lambda each: (each.last, each.first)).period.code


def before_as_long(now: Days, kept: Iterable[Days]) -> Choice:
    """Return the period as long as this one that ends the day before it begins: the one to compare a flow with."""
    closed = [each for each in kept if each.last < now.last]
    meeting = [each for each in closed if each.last + _ONE_DAY == now.first]
    found = next((each for each in meeting if _months(each.period) == _months(now.period)), None)
    if found is not None:
        return found.period.code
    if not closed:
        return WhyNoBase.NOT_KEPT
    has_length = any(_months(each.period) == _months(now.period) for each in closed)
    return WhyNoBase.DAYS_DIFFER if has_length and not meeting else WhyNoBase.OTHER_LENGTH


def so_far(now: Days, kept: Iterable[Days]) -> Choice:
    """Return the longest period of this year that began on the same day and closed before this one does."""
    if now.period.span not in _FROM_NEW_YEAR:
        return WhyNoBase.NOT_KEPT
    within = [each for each in kept if each.first == now.first and each.last < now.last]
    if not within:
        return WhyNoBase.OTHER_LENGTH
    return max(within, key=lambda each: each.last).period.code


def earlier_in_year(now: Days, kept: Iterable[Days]) -> Choice:
    """Return the last period of the same year that closed before this one does: a year's plan is made once."""
    within = [each for each in kept if each.period.year == now.period.year and each.last < now.last]
    return max(within, key=lambda each: (each.last, each.first)).period.code if within else WhyNoBase.NOT_KEPT


def _months(period: Period) -> int:
    return period.last_day.month - period.first_day.month + 1


def _a_year_later(day: date) -> date:
    return date(day.year + 1, day.month, _smoothed(day).day)


def _smoothed(day: date) -> date:
    """Take the last day of February alike in every year."""
    return day.replace(day=28) if (day.month, day.day) == (2, 29) else day
