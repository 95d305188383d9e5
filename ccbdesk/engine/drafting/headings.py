"""This module holds which headings are printed, those with text, a table or a chart beneath, and their numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Paragraph, Phrase

_RANKS = {Style.HEADING_1: 1, Style.HEADING_2: 2, Style.HEADING_3: 3}
_TEXT = frozenset({Style.BODY, Style.ITEM})
_NUMBERED = re.compile(r"(?P<number>[IVX]+|\d+|[a-zđ])(?P<rest>[.)] .*)", re.DOTALL)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_LETTERS = " abcdđeghiklmnopqrstuvxy"  # as official papers count


def without_empty_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks but for the headings with nothing before the next heading of the same or a higher rank.

    Where a heading is left out that bears a number (“II.”, “2.”, “b)”), those of its rank behind it move up."""
    kept = frozenset(_find_kept(blocks))
    lost = dict.fromkeys(_RANKS.values(), 0)
    printed: list[Block] = []
    for place, block in enumerate(blocks):
        rank = _rank(block)
        if place in kept:
            printed.append(_moved_up(block, lost[rank]) if rank else block)
        elif _numbered(block):
            lost[rank] += 1
        if rank:
            lost |= {lower: 0 for lower in lost if lower > rank}
    return tuple(printed)


def _find_kept(blocks: Sequence[Block]) -> Iterator[int]:
    filled = 0  # a heading of this rank or a higher one, were it the one before, would have text beneath
    for place, block in reversed(list(enumerate(blocks))):
        rank = _rank(block)
        if rank > filled:
            continue
        if rank:
            filled = rank - 1
        elif not isinstance(block, Paragraph) or block.style in _TEXT:
            filled = max(_RANKS.values())
        yield place


def _rank(block: Block) -> int:
    return _RANKS.get(block.style, 0) if isinstance(block, Paragraph) else 0


def _numbered(block: Block) -> re.Match[str] | None:
    match block:
        case Paragraph(runs=(Phrase(text), *_)):
            return _NUMBERED.fullmatch(text)
        case _:
            return None


def _moved_up(heading: Block, steps: int) -> Block:
    found = _numbered(heading)
    if not steps or not found or not isinstance(heading, Paragraph):
        return heading
    number = _earlier(found["number"], steps)
    return replace(heading, runs=(Phrase(f"{number}{found['rest']}"), *heading.runs[1:]))


def _earlier(number: str, steps: int) -> str:
    """Return the number so many steps before; as it is where there is none."""
    if number.isdecimal():
        return str(max(1, int(number) - steps))
    row: Sequence[str] = _ROMAN if number in _ROMAN else _LETTERS
    place = row.index(number) - steps if number in row else 0
    return row[place] if place > 0 else number
