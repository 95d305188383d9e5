"""Comparing what people typed. This module holds tidying, the comparison key and the search for the nearest word."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_SHAPES = "\u0302\u0306\u031b"  # â, ă, ơ
_MARKS = re.compile(f"[{_TONES}{_SHAPES}]{{2,}}")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u3164\uffa0")  # letters and marks that show nothing
_LOOKS_LIKE_D = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d"})  # the last two are other languages' letters, mistyped
_LONGEST_COMPARED = 200  # difflib is quadratic; no name is longer
_NEAR = 0.6
_REMEMBERED = 16_384  # labels and headings are compared again and again; nothing but the texts is kept


@lru_cache(maxsize=_REMEMBERED)
def tidy(text: str) -> str:
    """Return ``text`` composed (NFC), without invisible characters, its spaces of every kind single and none outside.

    Text in a legacy encoding (TCVN3, VNI) must be decoded before: there an invisible character is a letter."""
    seen = "".join(sign for sign in text if sign.isspace() or not _is_invisible(sign))
    marked = _MARKS.sub(_shapes_first, unicodedata.normalize("NFD", seen))
    return " ".join(unicodedata.normalize("NFC", marked).split())


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Return the comparison key: lower case, no marks (so hòa = hoà), d for đ, one space for whatever is no letter.

    Digits stay. Two texts are the same name, heading or word where their keys are equal; that of mere punctuation is
    empty."""
    plain = unicodedata.normalize("NFKD", tidy(text)).casefold()
    letters = (sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", "".join(letters).casefold().translate(_LOOKS_LIKE_D)).strip()


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that ``word`` was most likely meant to be, or an empty string where none is near."""
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(folded(candidate)[:_LONGEST_COMPARED], candidate)
    found = difflib.get_close_matches(folded(word)[:_LONGEST_COMPARED], by_key, n=1, cutoff=_NEAR)
    return by_key[found[0]] if found else ""


def _is_invisible(sign: str) -> bool:
    return sign in _INVISIBLE or unicodedata.category(sign) in ("Cf", "Cc")


def _shapes_first(marks: re.Match[str]) -> str:
    """Put â, ă, ơ before the tone, as every letter that composes has it."""
    return "".join(sorted(marks[0], key=_TONES.__contains__))
