"""Blocks one below the other. This module holds the room between them, and how those inside a cell are set."""

from collections.abc import Iterator, Sequence

from ccbdesk.gui.widgets.paper.bands import Band
from ccbdesk.gui.widgets.paper.texts import NO_COUNTS, Counts, set_paragraph
from ccbdesk.model.paper import PaperBlock, PaperParagraph, PaperTable


def room_above(block: PaperBlock, before: PaperBlock | None) -> float:
    """Return the room between a block and the one before it: the larger of what both ask for."""
    match before, block:
        case PaperParagraph(), PaperParagraph():
            upper, lower = before.setting, block.setting
            if upper.is_snug and lower.is_snug and upper.style == lower.style:
                return 0
            return max(upper.after, lower.before)
        case PaperParagraph(), PaperTable():
            return before.setting.after
        case _, PaperParagraph():
            return block.setting.before
        case _:
            return 0


def set_blocks(blocks: Sequence[PaperBlock], width: float, counts: Counts = NO_COUNTS) -> list[Band]:
    """Return the bands of some blocks at once, as those of a cell or of a header are set."""
    return [band for made in set_slowly(blocks, width, counts) for band in made]


def set_slowly(blocks: Sequence[PaperBlock], width: float, counts: Counts = NO_COUNTS) -> Iterator[Sequence[Band]]:
    """Yield the bands of blocks as they are set; now and then none, so that others may work between."""
    from ccbdesk.gui.widgets.paper.rows import set_table  # noqa: PLC0415 - a cell holds blocks, and a block cells

    before: PaperBlock | None = None
    for block in blocks:
        above = room_above(block, before)
        made: Sequence[Band]
        match block:
            case PaperParagraph():
                made = set_paragraph(block, width, counts)
                made[0].before = above
                yield made
            case PaperTable():
                for made in set_table(block, width):
                    if made:
                        made[0].before = above
                    yield made
        before = block
