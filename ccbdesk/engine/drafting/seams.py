"""This module holds the mending of a sentence where a part vanished: no doubled spaces, no stranded punctuation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ccbdesk.model.report import Figure, Phrase
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Seam:
    """The place in a sentence where a part of it vanished."""


@dataclass(frozen=True, slots=True)
class Merger:
    """The place behind a figure that stands on the sum of what several units were before they became one.

    ``whose`` is the unit, None for the cluster; ``measure`` is what the figure counts. ``is_said``: the figure's own
    words say what it is compared with."""

    whose: UnitId | None
    measure: str = ""
    is_said: bool = False


Item = Phrase | Figure | Seam
Raw = Item | Merger
"""What is drawn: items, and marks that become words of theirs (``mergers``)."""

_SEAM = "\0"  # no cell can hold it
_SPACE = r"[^\S\n]"
_PAUSE = r"[^\S\n]|[,;:]"
_SEVERAL = re.compile(rf"{_SEAM}(?:(?:{_PAUSE})*{_SEAM})+")
_EMPTY_PARENTHESES = re.compile(rf"{_SPACE}*\({_SPACE}*{_SEAM}{_SPACE}*\)")
_AT_START = re.compile(rf"\A{_SPACE}*{_SEAM}(?:{_PAUSE}|[.!?])*")
_AT_LINE_START = re.compile(rf"(?<=\n){_SPACE}*{_SEAM}(?:{_PAUSE})*")
_AT_OPENING = re.compile(rf"(?<=\(){_SPACE}*{_SEAM}(?:{_PAUSE})*")
_AT_END = re.compile(rf"(?:{_PAUSE})*{_SEAM}{_SPACE}*\Z")
_BEFORE_A_STOP = re.compile(rf"(?:{_PAUSE})*{_SEAM}{_SPACE}*(?=[,;:.!?)\n])")
_BEHIND_A_SPACE = re.compile(rf"(?<=[\s(]){_SEAM}{_SPACE}*")


def mended(items: Iterable[Item]) -> tuple[Phrase | Figure, ...]:
    """Return the words and figures with the seams closed and neighbouring words joined.

    Words are touched only beside a seam: spaces that the author meant elsewhere stay."""
    joined = list(_find_joined(items))
    runs: list[Phrase | Figure] = []
    for number, part in enumerate(joined, start=1):
        if isinstance(part, Figure):
            runs.append(part)
            continue
        text = _AT_START.sub("", _narrowed(part)) if number == 1 else _narrowed(part)
        text = _AT_END.sub("", text) if number == len(joined) else text
        if text := _closed(text):
            runs.append(Phrase(text))
    return tuple(runs)


def _find_joined(items: Iterable[Item]) -> Iterator[str | Figure]:
    """Yield the figures, and what stands between them as one text in which a sign marks each seam."""
    for _, group in groupby(items, key=lambda item: isinstance(item, Figure)):
        words: list[str] = []
        for item in group:
            match item:
                case Figure():
                    yield item
                case Phrase():
                    words.append(item.text)
                case Seam():
                    words.append(_SEAM)
        if words:
            yield "".join(words)


def _narrowed(text: str) -> str:
    """Make one seam of several that only punctuation parts, and of parentheses that hold nothing else."""
    narrower = _EMPTY_PARENTHESES.sub(_SEAM, _SEVERAL.sub(_SEAM, text))
    return narrower if narrower == text else _narrowed(narrower)


def _closed(text: str) -> str:
    text = _AT_LINE_START.sub("", text)
    text = _AT_OPENING.sub("", text)
    text = _BEFORE_A_STOP.sub("", text)
    text = _BEHIND_A_SPACE.sub("", text)
    return text.replace(_SEAM, "")
