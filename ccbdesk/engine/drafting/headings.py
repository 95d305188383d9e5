"""This module holds which headings are printed: those with text beneath."""

from collections.abc import Sequence

from ccbdesk.model.form import Style
from ccbdesk.model.report import Paragraph

_RANKS = {Style.HEADING_1: 1, Style.HEADING_2: 2, Style.HEADING_3: 3}
_TEXT = frozenset({Style.BODY, Style.ITEM})


def without_empty_headings(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs but for the headings with no text before the next heading of the same or a higher rank."""
    kept: list[Paragraph] = []
    filled = 0  # a heading of this rank or a higher one, were it the one before, would have text beneath
    for paragraph in reversed(paragraphs):
        rank = _RANKS.get(paragraph.style, 0)
        if rank > filled:
            continue
        if rank:
            filled = rank - 1
        elif paragraph.style in _TEXT:
            filled = max(_RANKS.values())
        kept.append(paragraph)
    return tuple(reversed(kept))
