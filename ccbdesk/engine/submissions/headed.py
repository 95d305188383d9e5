"""Sheets with a heading. This module holds what any of them says above its headings: titles and captions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ccbdesk.engine.submissions.shown import is_filled
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import CAPTION_ALIASES, Caption

LAST_HEADING_ROW = 40
"""The last row in which headings are looked for."""

_CAPTIONS = {folded(words): caption for caption in Caption for words in (caption.value, *CAPTION_ALIASES[caption])}


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose heading row was found; where there are several, it is the first of them.

    Of a sheet of an office's own file ``standing`` are the folded words that stand in the file itself, and ``captions``
    what was found in the cells that the form names."""

    grid: Grid
    heading_row: int
    standing: frozenset[str] = field(default=frozenset(), kw_only=True)
    captions: Mapping[Caption, tuple[Cell, ...]] = field(default_factory=dict, kw_only=True)

    @property
    def above(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows above the headings."""
        return tuple(row for number, row in self.grid.rows() if number < self.heading_row)

    @property
    def titles(self) -> tuple[str, ...]:
        """The words above the headings, cell by cell; captions and what they introduce are among them."""
        return tuple(cell.content for row in self.above for cell in row if isinstance(cell.content, str))

    @property
    def own_titles(self) -> tuple[str, ...]:
        """The titles without those that stand in every copy of the office's file."""
        return tuple(title for title in self.titles if folded(title) not in self.standing)

    def captioned(self, caption: Caption) -> tuple[Cell, ...]:
        """Return what stands behind a caption, in its own cell or in the next filled one; empty where nothing does."""
        if caption in self.captions:
            return self.captions[caption]
        return tuple(value for row in self.above for value in _find_captioned(row, caption))


def heading(cell: Cell) -> str:
    """Return a heading for comparison; what stands in brackets is a unit of measure or a remark."""
    return folded(cell.content.split("(")[0]) if isinstance(cell.content, str) else ""


def _find_captioned(row: tuple[Cell, ...], caption: Caption) -> Iterator[Cell]:
    for cell, following in zip(row, (*row[1:], None), strict=True):
        words, colon, rest = str(cell.content).partition(":")
        if not isinstance(cell.content, str) or _CAPTIONS.get(folded(words)) is not caption:
            continue
        if colon and rest.strip():
            yield replace(cell, content=rest.strip())
        elif following is not None and is_filled(following) and not _is_caption(following):
            yield following


def _is_caption(cell: Cell) -> bool:
    return isinstance(cell.content, str) and folded(cell.content.partition(":")[0]) in _CAPTIONS
