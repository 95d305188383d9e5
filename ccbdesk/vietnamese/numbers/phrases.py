"""The parts of a quantity. This module holds how “trên 4.425 tỷ 611 triệu đồng tiền vay” is taken apart.

In order: words before (trên), a sign, groups of a figure with its multipliers (4.425 tỷ, 611 triệu), a measure
(đồng), a noun (tiền vay). Text comes as ``measures.spoken`` leaves it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from ccbdesk.model.value import Exactness
from ccbdesk.vietnamese.numbers.digits import RUN
from ccbdesk.vietnamese.numbers.measures import (
    Asked,
    Dimension,
    Measure,
    Multiplier,
    split_measure,
    split_multiplier,
)
from ccbdesk.vietnamese.numbers.words import APPROXIMATORS, FILLERS, HALF, LIMITS, NUMBER_WORD, NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first figure, and ``rest``, what follows.

    ``is_limit``: a word such as “dưới” makes the figure a limit; ``signs``: what its sign may be, likelier first."""

    rest: str
    exactness: Exactness = Exactness.EXACT
    is_limit: bool = False
    has_filler: bool = False
    signs: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Group:
    """A figure and its multipliers. It is either the digits ``run`` or a number word, then ``word`` is its amount."""

    run: str
    word: Decimal | None
    multipliers: tuple[Multiplier, ...]
    has_half: bool

    @property
    def exponent(self) -> int:
        """The power of ten of all multipliers together; 0 without any."""
        return sum(multiplier.exponent for multiplier in self.multipliers)

    @property
    def is_short(self) -> bool:
        """Whether a multiplier is abbreviated."""
        return any(multiplier.is_short for multiplier in self.multipliers)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity without its opening. ``measure`` is the one written, if any; ``noun`` is all that is left over."""

    groups: tuple[Group, ...]
    measure: Measure | None
    noun: str

    @property
    def last(self) -> Group:
        """The last group."""
        return self.groups[-1]

    @property
    def is_multiplied(self) -> bool:
        """Whether there is a multiplier at all."""
        return bool(self.groups[0].multipliers)


def split_opening(text: str) -> Opening:
    """Return what ``text`` opens with; the first of several words of exactness counts."""
    opening = Opening(text)
    while found := _BEFORE.match(opening.rest):
        opening = replace(_opened(opening, found), rest=opening.rest[found.end() :])
    if not opening.rest.startswith("-"):
        return opening
    # Behind a space it is the dash of a list as likely as a sign.
    signs = (1, -1) if opening.rest.startswith("- ") else (-1,)
    return replace(opening, rest=opening.rest[1:].lstrip(), signs=signs)


def take_apart(text: str, asked: Asked) -> Quantity | None:
    """Return the quantity that ``text`` begins with; None where no figure stands at its beginning."""
    groups, rest = _split_groups(text)
    if not groups:
        return None
    if asked.measure.dimension is Dimension.COUNT and rest in (asked.words, f"({asked.words})"):
        return Quantity(groups, None, asked.words)
    measure, noun = split_measure(rest)
    return Quantity(groups, measure, noun.strip())


def _opened(opening: Opening, found: re.Match[str]) -> Opening:
    if found["limit"]:
        return replace(opening, is_limit=True)
    if found["filler"]:
        return replace(opening, has_filler=True)
    if opening.exactness is Exactness.EXACT:
        return replace(opening, exactness=APPROXIMATORS[found["approximator"]])
    return opening


def _split_groups(text: str) -> tuple[tuple[Group, ...], str]:
    """Split off groups; only one with a multiplier is followed by another."""
    groups: list[Group] = []
    rest = text
    while found := _FIGURE.match(rest):
        multipliers, after = _split_multipliers(rest[found.end() :].lstrip())
        if groups and found["word"] and not multipliers:
            break
        half = _AND_A_HALF.match(after)
        rest = after[half.end() :].lstrip() if half else after
        word = NUMBER_WORDS[found["word"]] if found["word"] else None
        groups.append(Group(found["run"] or "", word, multipliers, half is not None))
        if not multipliers or half:
            break
    return tuple(groups), rest


def _split_multipliers(text: str) -> tuple[tuple[Multiplier, ...], str]:
    """Split off multipliers, each larger than the one before it: “nghìn tỷ”, “trăm triệu”."""
    multipliers: list[Multiplier] = []
    rest = text
    while split := split_multiplier(rest):
        if multipliers and split[0].exponent <= multipliers[-1].exponent:
            break
        multipliers.append(split[0])
        rest = split[1]
    return tuple(multipliers), rest


def _one_of(name: str, words: Iterable[str]) -> str:
    return rf"(?P<{name}>{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


_NO_LETTER_NEXT = r"(?![^\W\d_])"
_BEFORE = re.compile(
    f"(?:{_one_of('approximator', APPROXIMATORS)}|{_one_of('limit', LIMITS)}|{_one_of('filler', FILLERS)})"
    rf"{_NO_LETTER_NEXT}\s*"
)
_FIGURE = re.compile(rf"(?P<run>{RUN})|(?P<word>{NUMBER_WORD}){_NO_LETTER_NEXT}")
_AND_A_HALF = re.compile(HALF + _NO_LETTER_NEXT)
