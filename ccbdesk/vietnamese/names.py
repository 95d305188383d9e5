"""Names of associations. This module holds the key under which their spellings meet and their alphabetical order."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from ccbdesk.vietnamese.folding import folded, tidy

_COMMITTEES = ("bch", "ban chấp hành", "thường trực")
_BODIES = ("hội ccb", "hội cựu chiến binh", "ccb", "cựu chiến binh")
_LEVELS = (
    *("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "tx", "thị trấn", "tt", "xã", "phường", "đặc khu"),
    *("h", "q", "p", "x"),  # one letter with a dot, as on envelopes
)
_LEVELS_IN_FULL = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the dictionaries

_Rank = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]


def unit_key(name: str) -> str:
    """Return the folded name proper, without association, committee and level (hội, CCB, tỉnh, huyện, xã, TP. …).

    Two spellings of one name have the same key. It is not empty where ``folded(name)`` is not: a name that is nothing
    but such words is its own key."""
    spoken = re.sub(r"[\W_]+", " ", re.sub(r"['’‘`]", "", tidy(name).casefold())).strip()
    # Written with its marks, a name tells tỉnh from tịnh and quận from quan; only one without any may not.
    prefixes = _BARE_PREFIXES if spoken == folded(spoken) else _PREFIXES
    return folded(prefixes.sub("", f"{spoken} ", count=1)) or folded(name)


def level_of(name: str) -> tuple[str, str]:
    """Return the level written before a name and the name proper: “Tỉnh Hà Nam” is (“tỉnh”, “Hà Nam”).

    The level is empty where none is written."""
    words = tidy(name).split(" ")
    for length in (2, 1):
        level = " ".join(words[:length]).casefold().rstrip(".")
        level = _LEVELS_IN_FULL.get(level, level)
        if level in _LEVELS and len(level) > 1 and len(words) > length:
            return level, " ".join(words[length:])
    return "", tidy(name)


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names in Vietnamese alphabetical order: syllable by syllable, letters before tones, 2 before 10."""
    return sorted(names, key=_rank)


def _prefixes(spelling: Callable[[str], str]) -> re.Pattern[str]:
    """Match what stands before a name proper; “hội” goes only with CCB, and one level goes, not two."""
    committee, body, level = ("|".join(map(spelling, words)) for words in (_COMMITTEES, _BODIES, _LEVELS))
    return re.compile(rf"^(?:(?:(?:{committee}) )?(?:{body}) )?(?:(?:{level}) )?")


_PREFIXES = _prefixes(str)
_BARE_PREFIXES = _prefixes(folded)


def _rank(name: str) -> tuple[tuple[_Rank, ...], str]:
    syllables = re.findall(r"[0-9]+|[^\W0-9_]+", tidy(name).casefold())
    return tuple(map(_syllable_rank, syllables)), name


def _syllable_rank(syllable: str) -> _Rank:
    if syllable[0] in "0123456789":
        return ((0, int(syllable[:100])),), ()
    signs = unicodedata.normalize("NFD", syllable)
    letters = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))
    return tuple(map(_letter_rank, letters)), tuple(_TONES.index(sign) for sign in signs if sign in _TONES)


def _letter_rank(letter: str) -> tuple[int, int]:
    return (1 + _LETTERS.index(letter), 0) if letter in _LETTERS else (1 + len(_LETTERS), ord(letter))
