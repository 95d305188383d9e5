"""Units of measure and kinds of figures. This module holds how they are told from words, formats and contents."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ccbdesk.model.form import Kind
from ccbdesk.model.grid import Content
from ccbdesk.model.proposal import Certainty
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.numbers.measures import Dimension, measure_of
from ccbdesk.vietnamese.vocabulary.office_tables import (
    COUNTED,
    DAY_OPENINGS,
    MEASURE_CAPTIONS,
    MONEY_OPENINGS,
    SHARE_OPENINGS,
    WORDY_OPENINGS,
)

_BRACKETED = re.compile(r"\s*\(([^()]{1,40})\)\s*:?\s*$")
_CAPTIONS = "|".join(map(re.escape, MEASURE_CAPTIONS))
_CAPTIONED = re.compile(
    rf"^\s*\(?\s*(?:{_CAPTIONS})\s*(?:\([^)]*\))?\s*[:：]\s*(?P<words>[^()]+?)\s*\)?\s*$",
    re.IGNORECASE,
)
_DECIMAL_FORMAT = re.compile(r"[0#]\.[0#]")
_DAY_FORMAT = re.compile(r"d+[/\-. ]m+|m+[/\-. ]y+", re.IGNORECASE)
_DAY_MEASURES = {"ngay thang nam", "ngay thang", "dd mm yyyy"}
_DITTO = {'"', "”", "''", "nt", "//", "-nt-", "- nt -", "″"}
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Split:
    """Words and the measure that stood in brackets behind them; ``is_known``: everybody would call it a measure."""

    words: str
    measure: str = ""
    is_known: bool = True


def split_measure_off(words: str, *, is_expected: bool) -> Split:
    """Take a measure in brackets off the end of a label; where one is expected, an unknown short word is one too."""
    found = _BRACKETED.search(words)
    if not found:
        return Split(words)
    captioned = _CAPTIONED.match(found[1])
    inner = tidy(captioned["words"] if captioned else found[1])
    is_known = bool(captioned) or is_measure(inner)
    is_short = len(inner.split()) <= _MOST_WORDS and not re.search(r"\d{3}", inner)
    if is_known or (is_expected and is_short):
        return Split(tidy(words[: found.start()]), inner, is_known)
    return Split(words)


def is_measure(words: str) -> bool:
    """Tell whether words are a measure that is known."""
    key = folded(words)
    return measure_of(words) is not None or key in COUNTED or words.strip() == "%" or key in _DAY_MEASURES


def is_ditto(words: str) -> bool:
    """Tell whether a cell says “as above”."""
    return words.strip().casefold() in _DITTO


def measure_captioned(words: str) -> str:
    """Return the measure that a corner such as “Đơn vị tính: triệu đồng” names, empty where it names none."""
    found = _CAPTIONED.match(words)
    return tidy(found["words"]) if found and is_measure(found["words"]) else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be told of a figure before its kind is: its words, its measure, the format and content of its cells."""

    label: str
    measure: str
    formats: tuple[str, ...] = ()
    contents: tuple[Content, ...] = ()


def kind_of(asked: Asked) -> tuple[Kind, Certainty]:
    """Return the kind of a figure and how sure it is."""
    return _kind_by_measure(asked) if asked.measure else _kind_by_words(asked)


def _kind_by_measure(asked: Asked) -> tuple[Kind, Certainty]:
    if folded(asked.measure) in _DAY_MEASURES:
        return Kind.DAY, Certainty.SURE
    measure = measure_of(asked.measure)
    match measure.dimension if measure else Dimension.COUNT:
        case Dimension.MONEY:
            return Kind.MONEY, Certainty.SURE
        case Dimension.PERCENT:
            return Kind.PERCENT, Certainty.SURE
        case Dimension.LENGTH | Dimension.AREA | Dimension.VOLUME | Dimension.MASS:
            return Kind.DECIMAL, Certainty.SURE
        case Dimension.COUNT:
            return (Kind.DECIMAL if _is_decimal(asked) else Kind.INTEGER), _certainty_of_count(asked.measure)


def _certainty_of_count(measure: str) -> Certainty:
    return Certainty.SURE if is_measure(measure) else Certainty.LIKELY


def _kind_by_words(asked: Asked) -> tuple[Kind, Certainty]:
    key = folded(asked.label)
    if key.startswith(SHARE_OPENINGS) or any("%" in format for format in asked.formats):
        return Kind.PERCENT, Certainty.LIKELY
    if key.startswith(DAY_OPENINGS) or any(_DAY_FORMAT.search(format) for format in asked.formats):
        return Kind.DAY, Certainty.LIKELY
    if f"{key} ".startswith(WORDY_OPENINGS) or any(_is_wordy(content) for content in asked.contents):
        return Kind.TEXT, Certainty.LIKELY
    if f"{tidy(asked.label).casefold()} ".startswith(MONEY_OPENINGS):
        return Kind.MONEY, Certainty.DOUBTFUL
    return (Kind.DECIMAL if _is_decimal(asked) else Kind.INTEGER), Certainty.LIKELY


def _is_decimal(asked: Asked) -> bool:
    broken = any(isinstance(content, Decimal) and content % 1 for content in asked.contents)
    return broken or any(_DECIMAL_FORMAT.search(format) for format in asked.formats)


def _is_wordy(content: Content) -> bool:
    return isinstance(content, str) and len(re.findall(r"[^\W\d_]{2,}", content)) >= 3
