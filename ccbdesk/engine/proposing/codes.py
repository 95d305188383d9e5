"""Names for figures. This module holds how a label becomes a code: short, without marks, never given twice."""

from collections.abc import Iterator
from itertools import chain

from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.forms import COLUMN_CODE, INDICATOR_CODE
from ccbdesk.vietnamese.vocabulary.office_tables import CODE_STOP_WORDS

LONGEST = INDICATOR_CODE.longest
ROW = 13
LIST = 9
COLUMN = COLUMN_CODE.longest
"""Codes of rows and lists leave room for those of their columns: both together fit into ``LONGEST``."""

_TAG_ROOM = 18  # for the codes of a list and of its column together

_SHORT = 7
_NARROW = 15
_COUNTED = "so_"


class Codes:
    """The codes given so far; the same labels in the same order get the same codes."""

    def __init__(self, taken: frozenset[str] = INDICATOR_CODE.reserved) -> None:
        """Begin with codes that are already taken."""
        self._taken = set(taken)

    def take(self, label: str, longest: int = LONGEST, whole: str = "") -> str:
        """Return a new code for a label; a short label of a part begins with the code of its ``whole``."""
        words = _words(label)
        plain, prefixed = _fitted(words, longest), _prefixed(words, longest, whole)
        tries = (prefixed, plain) if len("_".join(words)) <= _SHORT else (plain, prefixed)
        counted = tuple(f"{_COUNTED}{code}" for code in tries if len(_COUNTED) + len(code) <= longest)
        for code in chain(tries, counted, _numbered(tries[0], longest)):
            if code not in self._taken and code.upper() not in self._taken:
                self._taken.add(code)
                return code
        raise AssertionError(label)

    def reserve(self, codes: frozenset[str]) -> bool:
        """Take codes that follow from others; tell whether all of them were still free."""
        is_free = not codes & self._taken
        self._taken |= codes
        return is_free


def longest_list_column(sheet: str) -> int:
    """Return how long the code of a list's column may be: the tags of its cells and that of its sum have limits."""
    return min(COLUMN, LONGEST - 1 - len(sheet), _TAG_ROOM - len(sheet))


def slug(words: str, longest: int) -> str:
    """Return as many of the words as there is room for as a code, without asking whether it is taken."""
    return _cut(_words(words), longest)


def _words(label: str) -> list[str]:
    words = [word for word in folded(label).split() if word.isascii() and word.isalnum()]
    telling = [word for word in words if word not in CODE_STOP_WORDS]
    return telling or words or ["muc"]


def _fitted(words: list[str], longest: int) -> str:
    """Return words as one code; where there is little room, the first words give way to their first letters."""
    words = words if words[0][0].isalpha() else ["m", *words]
    if longest <= _NARROW and len("_".join(words)) > longest:
        for short in range(2, len(words)):
            code = "_".join(["".join(word[0] for word in words[:short]), *words[short:]])
            if len(code) <= longest:
                return code
    return _cut(words, longest)


def _prefixed(words: list[str], longest: int, whole: str) -> str:
    """Return the code of a part: as much of the whole's as there is room for before its own words."""
    own = _fitted(words, longest)
    room = longest - len(own) - 1
    fore = _cut(whole.split("_"), room) if whole and room > 1 else ""
    return f"{fore}_{own}" if fore else own


def _cut(words: list[str], longest: int) -> str:
    code = words[0][:longest]
    for word in words[1:]:
        if len(code) + 1 + len(word) > longest:
            break
        code = f"{code}_{word}"
    return code


def _numbered(code: str, longest: int) -> Iterator[str]:
    for number in range(2, 10_000):
        ending = f"_{number}"
        yield f"{code[: longest - len(ending)].rstrip('_')}{ending}"
