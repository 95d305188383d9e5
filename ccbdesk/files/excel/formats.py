"""Number formats, as far as they change what a number means. This module holds the four meanings there are."""

import re
from enum import Enum


class Format(Enum):
    """What a cell's number format makes of its number."""

    PLAIN = "plain"
    PERCENT = "percent"
    DAY = "day"
    TIME_OF_DAY = "time of day"
    HOURS = "hours"  # elapsed: more than 24 are shown


# ECMA-376 part 1, 18.8.30; ids from 27 to 36 and 50 to 58 are days in East Asian Excel only.
_PERCENT_NUMBERS = {9, 10}
_DAY_NUMBERS = {14, 15, 16, 17, 22}
_TIME_NUMBERS = {18, 19, 20, 21, 45, 47}
_HOURS_NUMBER = 46

_LITERAL = re.compile(r'"[^"]*"?|[\\_*].')
_BRACKET = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


def format_numbered(number: int) -> Format:
    """Return the meaning of a format that Excel knows by its number."""
    if number in _PERCENT_NUMBERS:
        return Format.PERCENT
    if number in _DAY_NUMBERS:
        return Format.DAY
    if number in _TIME_NUMBERS:
        return Format.TIME_OF_DAY
    return Format.HOURS if number == _HOURS_NUMBER else Format.PLAIN


def format_named(code: str) -> Format:
    """Return the meaning of a format code such as ``0.0%`` or ``dd/mm/yyyy``; quoted letters mean nothing."""
    bare = _LITERAL.sub("", code)
    first = bare.partition(";")[0]
    if _ELAPSED.search(first):
        return Format.HOURS
    letters = _BRACKET.sub("", first).casefold()
    if "general" in letters or not set(letters) & set("dyhsm"):
        return Format.PERCENT if "%" in _BRACKET.sub("", bare) else Format.PLAIN
    if set(letters) & set("dy"):
        return Format.DAY
    return Format.TIME_OF_DAY if set(letters) & set("hs") else Format.DAY
