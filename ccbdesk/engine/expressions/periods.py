"""This module holds the words with which a rule or a sentence is kept to certain periods."""

from ccbdesk.model.period import Period, Span, period_of
from ccbdesk.vietnamese.folding import folded

_QUARTERS = (Span.FIRST_QUARTER, Span.SECOND_QUARTER, Span.THIRD_QUARTER, Span.FOURTH_QUARTER)
_SPANS: dict[str, tuple[Span, ...]] = {
    "năm": (Span.YEAR,),
    "6t": (Span.HALF,),
    "9t": (Span.NINE_MONTHS,),
    "quý": _QUARTERS,
    "q1": (Span.FIRST_QUARTER,),
    "q2": (Span.SECOND_QUARTER,),
    "q3": (Span.THIRD_QUARTER,),
    "q4": (Span.FOURTH_QUARTER,),
}
_ALIASES = {
    "cả năm": "năm",
    "6 tháng": "6t",
    "6 tháng đầu năm": "6t",
    "9 tháng": "9t",
    "9 tháng đầu năm": "9t",
    "quý 1": "q1",
    "quý 2": "q2",
    "quý 3": "q3",
    "quý 4": "q4",
    "quý I": "q1",
    "quý II": "q2",
    "quý III": "q3",
    "quý IV": "q4",
}
_BY_WORD = {folded(word): spans for word, spans in _SPANS.items()} | {
    folded(alias): _SPANS[word] for alias, word in _ALIASES.items()
}

PERIOD_WORDS = tuple(_SPANS)
"""The words that may be proposed to the author of a form; the code of one period, such as ``2024-6t``, will do too."""


def is_period_word(word: str) -> bool:
    """Tell whether a word names periods."""
    return folded(word) in _BY_WORD or period_of(word) is not None


def is_for(periods: tuple[str, ...], period: Period) -> bool:
    """Tell whether a period is among those named; no words at all mean every period."""
    return not periods or any(_names(word, period) for word in periods)


def _names(word: str, period: Period) -> bool:
    return period.span in _BY_WORD.get(folded(word), ()) or period_of(word) == period
