"""Periods in Vietnamese. This module holds what a period is called in running text."""

from typing import assert_never

from ccbdesk.model.period import Period, Span


def period_name(period: Period) -> str:
    """Return the period's name as it stands within a sentence, such as “6 tháng đầu năm 2024”."""
    match period.span:
        case Span.YEAR:
            return f"năm {period.year}"
        case Span.HALF:
            return f"6 tháng đầu năm {period.year}"
        case Span.NINE_MONTHS:
            return f"9 tháng đầu năm {period.year}"
        case Span.FIRST_QUARTER:
            return f"quý I năm {period.year}"
        case Span.SECOND_QUARTER:
            return f"quý II năm {period.year}"
        case Span.THIRD_QUARTER:
            return f"quý III năm {period.year}"
        case Span.FOURTH_QUARTER:
            return f"quý IV năm {period.year}"
        case _:
            assert_never(period.span)
