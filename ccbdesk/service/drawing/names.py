"""How days, times and names are shown. This module holds what every picture says in the same way."""

from datetime import date, datetime

from ccbdesk.vietnamese.numbers.writing import day_in_figures


def moment(at: datetime | None) -> str:
    """Return a time of receipt or decision as “02/10/2023 08:14”; empty where it is not known."""
    return f"{day_in_figures(at.date())} {at:%H:%M}" if at else ""


def day(of: date | None) -> str:
    """Return a day as “02/10/2023”; empty where it is not known."""
    return day_in_figures(of) if of else ""


def sentence(words: str) -> str:
    """Return words as a sentence of their own: with a capital, and a stop where they have no end."""
    text = words.strip()
    if not text:
        return ""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!", "…")) else ".")
