"""Passing figures on. This module holds which total goes into which cell of a return from above, and which does not.

A cluster's own form says for a figure which code it has in the form of the body above. Nothing is guessed: without a
code nothing is passed on, and a total of which units are missing is held back."""

from collections.abc import Iterator
from decimal import Decimal

from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.forwarding import Forwarded, HeldBack, PassedOn, WhyHeld
from ccbdesk.model.origin import cell_of
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Day, Exactness, NotApplicable, Number, Ratio, Text, Value
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.numbers.measures import measure_of
from ccbdesk.vietnamese.numbers.writing import day_in_figures, plain, qualified
from ccbdesk.wording.figures import NOT_APPLICABLE

_MOST_DECIMALS = 6


def forward(merged: Consolidation, above: Form, blank: Submission) -> Forwarded:
    """Return what of a consolidation goes into a return of the form above; ``blank`` is that return as it was received.

    Figures that the form above works out itself are neither passed on nor held back: it asks nobody for them."""
    outcomes = [outcome for total in merged.totals for outcome in _find_outcomes(total, above, blank)]
    return Forwarded(
        tuple(outcome for outcome in outcomes if isinstance(outcome, PassedOn)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, HeldBack)),
    )


def _find_outcomes(total: Total, above: Form, blank: Submission) -> Iterator[PassedOn | HeldBack]:
    code = total.indicator.above
    if code is None:
        return
    wanted = next((indicator for indicator in above.indicators if indicator.code == code), None)
    if wanted is None:
        yield HeldBack(total.indicator, code, WhyHeld.UNKNOWN_ABOVE)
    elif not wanted.is_computed:
        yield _outcome(total, wanted, blank)


def _outcome(total: Total, wanted: Indicator, blank: Submission) -> PassedOn | HeldBack:
    def held(why: WhyHeld, missing: tuple[UnitId, ...] = ()) -> HeldBack:
        return HeldBack(total.indicator, wanted.code, why, missing)

    reading = blank.reading(wanted.code)
    cell = cell_of(reading.origin) if reading else None
    if cell is None or not cell.cell:
        return held(WhyHeld.NO_CELL)
    if not total.coverage.is_complete:
        return held(WhyHeld.INCOMPLETE, total.coverage.missing)
    scale = _scale(total.indicator, wanted)
    if scale is None:
        return held(WhyHeld.OTHER_MEASURE)
    content = _content(total.value, scale)
    return held(WhyHeld.NOTHING) if content is None else PassedOn(total, wanted, cell, content)


def _scale(own: Indicator, wanted: Indicator) -> Decimal | None:
    """Return by what a figure is multiplied to be in the measure asked for above; None where that is unknown."""
    if folded(own.measure) == folded(wanted.measure) or not own.is_numeric:
        return Decimal(1)
    here, there = measure_of(own.measure), measure_of(wanted.measure)
    if here is None or there is None or here.dimension is not there.dimension:
        return None
    return Decimal(10) ** (here.exponent - there.exponent)


def _content(value: Value, scale: Decimal) -> str | Decimal | None:
    """Return what is written for a value: a number, a number with the word before it, or words."""
    match value:
        case Number(amount, exactness):
            return _figure(amount * scale, exactness)
        case Ratio(exactness=exactness):
            return _figure(round(value.amount * scale, _MOST_DECIMALS), exactness)
        case NotApplicable():
            return NOT_APPLICABLE
        case Text(words) if words.strip():
            return words
        case Day(day):
            return day_in_figures(day)
        case _:
            return None


def _figure(amount: Decimal, exactness: Exactness) -> str | Decimal:
    exact = amount.normalize() + 0  # no exponent, no minus before a zero
    return exact if exactness is Exactness.EXACT else qualified(plain(exact), exactness)
