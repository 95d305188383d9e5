"""Values as text. This module holds how each kind is written down and read back; figures stay exact decimals."""

import re
from datetime import date
from decimal import Decimal
from typing import assert_never

from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value

Written = tuple[str, str, str]
"""Kind, what stands there, and how exactly it was reported; the last two are empty where they mean nothing."""

_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?", re.ASCII)
_LONGEST = 200


def written_value(value: Value) -> Written:
    """Return a value as three texts."""
    match value:
        case Number(amount, exactness):
            return "number", str(amount), exactness.value
        case Ratio(numerator, denominator, exactness):
            return "ratio", f"{numerator}/{denominator}", exactness.value
        case Text(words):
            return "text", words, ""
        case Day(day):
            return "day", day.isoformat(), ""
        case Blank():
            return "blank", "", ""
        case NotApplicable():
            return "not applicable", "", ""
        case Unreadable(shown):
            return "unreadable", shown, ""
        case _:
            assert_never(value)


def read_value(kind: str, amount: str, exactness: str) -> Value:
    """Return the value that three texts say; ValueError where they say none."""
    match kind:
        case "number":
            return Number(_decimal(amount), Exactness(exactness))
        case "ratio":
            numerator, denominator = map(_decimal, amount.split("/"))
            return _ratio(numerator, denominator, Exactness(exactness))
        case "text":
            return Text(amount)
        case "day":
            return Day(date.fromisoformat(amount))
        case "blank":
            return Blank()
        case "not applicable":
            return NotApplicable()
        case "unreadable":
            return Unreadable(amount)
        case _:
            raise ValueError(kind)


def _ratio(numerator: Decimal, denominator: Decimal, exactness: Exactness) -> Ratio:
    if not denominator:
        raise ValueError(denominator)
    return Ratio(numerator, denominator, exactness)


def _decimal(written: str) -> Decimal:
    """Return a finite figure; one that would fill the memory when it is written out is none of ours."""
    if len(written) > _LONGEST or not _AMOUNT.fullmatch(written):
        raise ValueError(written)
    return Decimal(written)
