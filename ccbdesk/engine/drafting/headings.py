"""This module holds which headings are printed: those with text, a table or a chart beneath."""

from collections.abc import Sequence

from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Paragraph

_RANKS = {Style.HEADING_1: 1, Style.HEADING_2: 2, Style.HEADING_3: 3}
_TEXT = frozenset({Style.BODY, Style.ITEM})


def without_empty_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks but for the headings with nothing before the next heading of the same or a higher rank."""
    kept: list[Block] = []
    filled = 0  # a heading of this rank or a higher one, were it the one before, would have text beneath
    for block in reversed(blocks):
        rank = _RANKS.get(block.style, 0) if isinstance(block, Paragraph) else 0
        if rank > filled:
            continue
        if rank:
            filled = rank - 1
        elif not isinstance(block, Paragraph) or block.style in _TEXT:
            filled = max(_RANKS.values())
        kept.append(block)
    return tuple(reversed(kept))
