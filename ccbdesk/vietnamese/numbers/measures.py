"""Units of measure as people write them. This module holds the table of measures and what an indicator asks for."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from ccbdesk.model.form import Kind
from ccbdesk.vietnamese.folding import tidy


class Dimension(Enum):
    """What a measure measures; its base is đồng, m, m², m³, kg, % or one thing counted."""

    COUNT = "count"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure, worth ten to the ``exponent`` of its dimension's base."""

    dimension: Dimension
    exponent: int


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A word that makes a figure ten to the ``exponent`` times larger; ``is_short``: abbreviated as in 50tr, 500k."""

    exponent: int
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What an indicator asks for: its kind and its measure, and ``words``, the measure as the form writes it."""

    kind: Kind
    measure: Measure
    words: str


_MEASURES = {
    Measure(Dimension.MONEY, 0): ("đồng", "đ", "vnđ", "vnd", "₫", "dong"),
    Measure(Dimension.LENGTH, -2): ("cm",),
    Measure(Dimension.LENGTH, 0): ("m", "mét", "met"),
    Measure(Dimension.LENGTH, 3): ("km", "ki-lô-mét", "kilômét", "kilomet", "cây số"),
    Measure(Dimension.AREA, 0): ("m2", "mét vuông", "met vuong", "m vuông"),
    Measure(Dimension.AREA, 4): ("ha", "hecta", "héc ta", "héc-ta", "hec-ta", "hec ta"),
    Measure(Dimension.AREA, 6): ("km2", "ki-lô-mét vuông", "kilômét vuông"),
    Measure(Dimension.VOLUME, 0): ("m3", "mét khối", "met khoi"),
    Measure(Dimension.MASS, 0): ("kg",),
    Measure(Dimension.MASS, 1): ("yến",),
    Measure(Dimension.MASS, 2): ("tạ",),
    Measure(Dimension.MASS, 3): ("tấn",),
    Measure(Dimension.PERCENT, 0): ("%", "phần trăm", "phan tram"),
}
NAMED_MEASURES = {
    "cm": Measure(Dimension.LENGTH, -2),
    "m": Measure(Dimension.LENGTH, 0),
    "km": Measure(Dimension.LENGTH, 3),
    "m2": Measure(Dimension.AREA, 0),
    "ha": Measure(Dimension.AREA, 4),
    "km2": Measure(Dimension.AREA, 6),
    "m3": Measure(Dimension.VOLUME, 0),
    "kg": Measure(Dimension.MASS, 0),
    "yen": Measure(Dimension.MASS, 1),
    "ta": Measure(Dimension.MASS, 2),
    "tan": Measure(Dimension.MASS, 3),
}
"""The measures that a form may ask a figure to be written in, by the names it gives them."""

_BY_SPELLING = {spelling: measure for measure, spellings in _MEASURES.items() for spelling in spellings}
_MULTIPLIERS = {
    "tỷ": Multiplier(9),
    "tỉ": Multiplier(9),
    "triệu": Multiplier(6),
    "trieu": Multiplier(6),
    "vạn": Multiplier(4),
    "nghìn": Multiplier(3),
    "nghin": Multiplier(3),
    "ngàn": Multiplier(3),
    "trăm": Multiplier(2),
    "chục": Multiplier(1),
    "ty": Multiplier(9, is_short=True),
    "tr": Multiplier(6, is_short=True),
    "ng": Multiplier(3, is_short=True),
    "k": Multiplier(3, is_short=True),
}
_LOCAL_AREAS = {"sào": (360, 500), "mẫu": (3600, 5000), "công": (1000,)}  # north and centre; the south's công
_WRITTEN_OUT = {"1000": "nghìn", "1.000": "nghìn", "1000000": "triệu", "1.000.000": "triệu"}  # “1.000 đồng”

# “Đồng” is also the first half of comrades, compatriots and fields.
_COMRADES = r"(?:chí|bào|đội|hương|nghiệp|hành|ngũ|ruộng|hồ|môn|niên|phục|chi|bao|doi|huong|nghiep|ngu|ruong|ho|nien)"
_MEASURE = re.compile(
    "(?P<spelling>" + "|".join(map(re.escape, sorted(_BY_SPELLING, key=len, reverse=True))) + r")(?!\w)"
    rf"(?!(?<=đồng)\s+{_COMRADES}\b)(?!(?<=dong)\s+{_COMRADES}\b)"
)
_MULTIPLIER = re.compile(
    "(?P<spelling>" + "|".join(sorted(_MULTIPLIERS, key=len, reverse=True)) + r")(?=đ|[\W\d]|$)\.?\s*"
)
_LOCAL_AREA = re.compile(f"({'|'.join(_LOCAL_AREAS)})" + r"\b")
_REMEMBERED = 1024  # a form has some dozens of measures and asks for each in many cells; only words are kept
_PLAIN_WORDS = re.compile(r"(?:[^\W\d_]|[ /])*")


@lru_cache(maxsize=_REMEMBERED)
def measure_of(words: str) -> Measure | None:
    """Return the measure that words such as “triệu đồng”, “m²” or “km đường” name; None where they name none."""
    text = spoken(words)
    for figure, multiplier in _WRITTEN_OUT.items():
        text = re.sub(rf"^{re.escape(figure)}(?=\s*[đd])", multiplier, text)
    exponent, rest = 0, text
    while split := split_multiplier(rest):
        exponent, rest = exponent + split[0].exponent, split[1]
    measure, after = split_measure(rest)
    if not _PLAIN_WORDS.fullmatch(after):
        return None
    if exponent and (not rest or (measure and measure.dimension is Dimension.MONEY)):
        return Measure(Dimension.MONEY, exponent)
    return Measure(Dimension.COUNT, exponent) if exponent else measure


@lru_cache(maxsize=_REMEMBERED)
def asked_by(kind: Kind, words: str) -> Asked:
    """Return what an indicator of this kind and measure asks for; a measure not in the table is a thing counted."""
    measure = measure_of(words)
    if kind is Kind.PERCENT:
        return Asked(kind, Measure(Dimension.PERCENT, 0), spoken(words))
    if kind is Kind.MONEY and (measure is None or measure.dimension is not Dimension.MONEY):
        return Asked(kind, Measure(Dimension.MONEY, 0), spoken(words))
    return Asked(kind, measure or Measure(Dimension.COUNT, 0), spoken(words))


def split_multiplier(text: str) -> tuple[Multiplier, str] | None:
    """Return the multiplier that ``text`` (as :func:`spoken`) begins with, and the rest; None where there is none."""
    found = _MULTIPLIER.match(text)
    return (_MULTIPLIERS[found["spelling"]], text[found.end() :]) if found else None


def split_measure(text: str) -> tuple[Measure | None, str]:
    """Return the measure that ``text`` (as :func:`spoken`) begins with, or None, and the rest."""
    found = _MEASURE.match(text)
    return (_BY_SPELLING[found["spelling"]], text[found.end() :]) if found else (None, text)


def local_area(text: str) -> tuple[Decimal, ...]:
    """Return what the local measure that ``text`` begins with may be worth in m², likeliest first; empty for none."""
    found = _LOCAL_AREA.match(text)
    return tuple(map(Decimal, _LOCAL_AREAS[found[0]])) if found else ()


def spoken(words: str) -> str:
    """Return words as the tables of this room spell them: in lower case with marks, m² as m2, “đ/c” in full."""
    text = tidy(words).casefold().replace("m²", "m2").replace("m³", "m3").replace("ỷ\u0309", "ỷ")
    return re.sub(r"\b[đd]\s?[/.]\s?c(?:hí)?\b", "đồng chí", text)
