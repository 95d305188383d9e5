"""What was meant by a name that is none. This module holds the guesses by spelling and by place.

A guess only serves to go on reading, so that one mistake does not make others; the mistake is told all the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from ccbdesk.vietnamese.folding import folded

T = TypeVar("T")

_CLOSE = 0.8


def fill_gaps(found: Sequence[T | None], proper: Sequence[T], wanted: Collection[T]) -> list[T | None]:
    """Return things in the order they were found, and in each gap the one that belongs there, where that is certain.

    It is where as many of the ``wanted`` things are missing between two neighbours as there are gaps."""
    filled = list(found)
    for start, end in _gaps(found):
        first = proper.index(before) + 1 if start and (before := found[start - 1]) is not None else 0
        last = proper.index(after) if end < len(found) and (after := found[end]) is not None else len(proper)
        missing = [thing for thing in proper[first:last] if thing in wanted and thing not in found]
        if len(missing) == end - start:
            filled[start:end] = missing
    return filled


def _gaps(found: Iterable[T | None]) -> Iterator[tuple[int, int]]:
    """Yield where each run of nothing starts and ends."""
    start = None
    for place, thing in enumerate((*found, object())):
        if thing is None:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def may_mean(code: str, label: str) -> bool:
    """Tell whether a code may have been made for a label: they share a word, or it has the label's first letters."""
    words = folded(label).split()
    first_letters = "".join(word[0] for word in words)
    parts = folded(code.replace("_", " ")).split()
    return any(part in words or (len(part) > 1 and part in first_letters) for part in parts)


def is_close(name: str, other: str) -> bool:
    """Tell whether two names differ by a slip of the finger."""
    return SequenceMatcher(None, folded(name)[:50], folded(other)[:50]).ratio() >= _CLOSE
