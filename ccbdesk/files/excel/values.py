"""From what a part says to what a cell holds. This module holds numbers, days and times of cells."""

import math
import re
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from ccbdesk.files.excel.formats import Format
from ccbdesk.model.grid import Content, ErrorShown, Missing

Raw = Decimal | str | bool | date | Missing | ErrorShown
"""What a cell holds before its number format is looked at: a day is still the number Excel keeps."""

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf|infinity|1\.#.*)", re.IGNORECASE)

_BEFORE_DAY_ONE = date(1899, 12, 30)
_PHANTOM = 60  # 29 February 1900, which never was; the days before it are one off
_DAYS_TO_1904 = 1462
_END = 2_958_466  # 1 January 10000
_SECONDS = 24 * 60 * 60


def number_written(text: str) -> Decimal | ErrorShown:
    """Return a number at 15 significant digits without exponent; ValueError if the text is none.

    What is beyond a double is shown as Excel would show it, ``#NUM!``."""
    if len(text) < _FIFTEEN.prec and text.isascii() and text.isdigit():
        return Decimal(text)
    text = text.strip()
    if _NO_NUMBER.fullmatch(text):
        return ErrorShown("#NUM!")
    if not _NUMBER.fullmatch(text):
        raise ValueError(text[:20])
    double = float(text)
    if math.isinf(double):
        return ErrorShown("#NUM!")
    return _plain(_FIFTEEN.create_decimal(text)) if double else Decimal(0)


def content_of(raw: Raw, shape: Format, *, is_1904: bool) -> Content:
    """Return what a cell holds, given its number format; a time becomes the text Excel shows."""
    if not isinstance(raw, Decimal):
        return raw
    match shape:
        case Format.PLAIN | Format.PERCENT:
            return raw
        case Format.DAY:
            return _day(raw, _DAYS_TO_1904 if is_1904 else 0)
        case Format.TIME_OF_DAY:
            return _clock(raw % 1) if raw >= 0 else ErrorShown("#####")
        case Format.HOURS:
            return _clock(raw) if raw >= 0 else ErrorShown("#####")


def _day(serial: Decimal, shift: int) -> date | str | ErrorShown:
    if not 0 <= serial < _END - shift:
        return ErrorShown("#####")
    day = int(serial) + shift
    if day == 0:
        return "00/01/1900"
    return _BEFORE_DAY_ONE + timedelta(days=day + 1 if day < _PHANTOM else day)


def _clock(days: Decimal) -> str:
    seconds = int((days * _SECONDS).to_integral_value(ROUND_HALF_UP))
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _plain(number: Decimal) -> Decimal:
    shortest = number.normalize(_FIFTEEN)
    return Decimal(format(shortest, "f")) if shortest.as_tuple().exponent != 0 else shortest
