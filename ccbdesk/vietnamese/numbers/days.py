"""Calendar days as people type them. This module holds their reading."""

import re
from datetime import date

from ccbdesk.vietnamese.folding import folded, tidy

_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<year>[1-9][0-9]{3})"
_IN_WORDS = re.compile(rf"(?:ngay )?{_DAY} thang {_MONTH} nam {_YEAR}")
_IN_FIGURES = re.compile(rf"(?:ngày:? ?)?{_DAY} ?(?P<sign>[/.-]) ?{_MONTH} ?(?P=sign) ?{_YEAR}")
_BY_STANDARD = re.compile(rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:[t ]00:00(?::00)?)?")


def read_day(typed: str) -> date | None:
    """Return the day of “10/10/2023”, “ngày 10 tháng 10 năm 2023” or “2023-10-10”; None for anything else.

    The day comes before the month, as in Vietnam, and the year has four digits."""
    text = tidy(typed).casefold()
    found = _IN_FIGURES.fullmatch(text) or _BY_STANDARD.fullmatch(text) or _IN_WORDS.fullmatch(folded(text))
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:  # the 31st of a short month
        return None
