"""Pages of a paper. This module holds how bands fill pages, and a page with all that stands on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ccbdesk.gui.widgets.paper.bands import Band, Placed, Spot, stacked
from ccbdesk.gui.widgets.paper.rows import cut
from ccbdesk.gui.widgets.paper.stacking import set_blocks, set_slowly
from ccbdesk.gui.widgets.paper.texts import Counts
from ccbdesk.model.paper import PageNumber, PageShape, Paper, PaperBlock, PaperSection, PaperTable

_ORIGIN = QPointF(0, 0)
_SLACK = 1  # twips: what rounding adds is no reason for a new page


@dataclass(slots=True)
class Page:
    """A page: its shape, its number, and what stands on it. Lengths are twips from its upper left corner."""

    section: PaperSection
    number: int
    is_first: bool
    body: list[Placed] = field(default_factory=list)
    strips: list[Placed] = field(default_factory=list)

    @property
    def shape(self) -> PageShape:
        """Its size and its margins."""
        return self.section.shape

    def paint(self, painter: QPainter) -> None:
        """Paint all that stands on it; the painter's unit is the twip."""
        for placed in (*self.strips, *self.body):
            placed.paint(painter, _ORIGIN)

    def spots(self) -> tuple[Spot, ...]:
        """Return the live figures on it, in the order of reading."""
        return tuple(spot for placed in self.body for spot in placed.spots())

    def lines(self) -> tuple[str, ...]:
        """Return its lines of words as one reads them: from above, and from the left where they stand side by side."""
        found = [(round(at.y()), at.x(), text) for placed in (*self.strips, *self.body) for at, text in placed.words()]
        return tuple(text for _, _, text in sorted(found) if text.strip())

    def put_strips(self, count: int) -> tuple[float, float]:
        """Set what stands above and below the text; return from where to where this leaves room for it."""
        shape, counts = self.shape, Counts(self.number, count)
        above, below = (
            set_blocks(strip.first if self.is_first else strip.usual, shape.text_width, counts)
            for strip in (self.section.above, self.section.below)
        )
        upper, end = stacked(above, shape.left, shape.header)
        high = stacked(below, 0, 0)[1]
        lower, _ = stacked(below, shape.left, shape.height - shape.footer - high)
        self.strips = [*upper, *lower]
        foot = max(shape.bottom, shape.footer + high if below else 0)
        return max(float(shape.top), end if above else 0.0), shape.height - foot


def lay_out(paper: Paper) -> Iterator[Page | None]:
    """Yield a paper's pages in order; between them None whenever others may work for a moment.

    Pages that say how many there are do so once all are there (:func:`number_pages`)."""
    number = 0
    for section in paper.sections:
        flow = _Flow(section, section.starts_at or number + 1)
        chunk: list[Band] = []
        for made in set_slowly(section.blocks, section.shape.text_width):
            yield None
            for band in made:
                if band.breaks_page and chunk:
                    yield from flow.place(chunk)
                    chunk = []
                chunk.append(band)
                if not band.holds_next:
                    yield from flow.place(chunk)
                    chunk = []
        yield from flow.place(chunk)
        yield flow.page
        number = flow.page.number


def number_pages(pages: Sequence[Page]) -> bool:
    """Say on every page how many there are, where its header or footer says so; return whether any does."""
    has_counts = any(_counts(page.section) for page in pages)
    for page in pages if has_counts else ():
        page.put_strips(len(pages))
    return has_counts


def all_pages(paper: Paper) -> tuple[Page, ...]:
    """Return all pages at once, as for printing."""
    pages = tuple(page for page in lay_out(paper) if page is not None)
    number_pages(pages)
    return pages


def _counts(section: PaperSection) -> bool:
    strips = (section.above, section.below)
    return any(_has_count(block) for strip in strips for block in (*strip.first, *strip.usual))


def _has_count(block: PaperBlock) -> bool:
    if isinstance(block, PaperTable):
        return any(_has_count(inner) for row in block.rows for cell in row.cells for inner in cell.blocks)
    return any(isinstance(piece, PageNumber) and piece.is_count for piece in block.pieces)


class _Flow:
    """The pages of a section while they are filled."""

    def __init__(self, section: PaperSection, number: int) -> None:
        self._section = section
        self.page = self._begin(number, is_first=True)

    def _begin(self, number: int, *, is_first: bool) -> Page:
        page = Page(self._section, number, is_first)
        self._top, self._foot = page.put_strips(0)
        self._y = self._top
        return page

    @property
    def _is_empty(self) -> bool:
        return not self.page.body

    def place(self, chunk: Sequence[Band]) -> Iterator[Page]:
        """Put bands that belong together onto the page, or onto the next; yield each page that is full."""
        if not chunk:
            return
        if chunk[0].breaks_page and not self._is_empty:
            yield self._next()
        together = self._height(chunk)
        if not self._is_empty and self._y + together > self._foot + _SLACK:
            whole = together - chunk[0].before + _heads(chunk[0])
            if whole <= self._foot - self._top + _SLACK or chunk[0].height + self._y > self._foot:
                yield self._next()
        for band in chunk:
            yield from self._put(band)

    def _put(self, band: Band) -> Iterator[Page]:
        if self._y + self._before(band) + band.height > self._foot + _SLACK and not self._is_empty:
            yield self._next()
        self._head(band)
        if self._y + self._before(band) + band.height > self._foot + _SLACK:
            parts = cut(band, self._foot - self._y - self._before(band))
            if parts is not None:
                self._set(parts[0])
                yield self._next()
                yield from self._put(parts[1])
                return
        self._set(band)

    def _set(self, band: Band) -> None:
        self._y += self._before(band)
        self.page.body.append(Placed(self.page.shape.left, self._y, band))
        self._y += band.height

    def _head(self, band: Band) -> None:
        """Repeat what stands above a band where it begins a page."""
        if self._is_empty and band.heads and not _is_begun(self.page):
            for head in band.heads:
                self.page.body.append(Placed(self.page.shape.left, self._y, head))
                self._y += head.height

    def _before(self, band: Band) -> float:
        """Return the room above a band, which a page begins without; but the first keeps it."""
        return band.before if not self._is_empty or self._keeps_room else 0

    @property
    def _keeps_room(self) -> bool:
        return self.page.is_first

    def _height(self, chunk: Sequence[Band]) -> float:
        return sum(band.before + band.height for band in chunk)

    def _next(self) -> Page:
        full = self.page
        self.page = self._begin(full.number + 1, is_first=False)
        return full


def _heads(band: Band) -> float:
    return sum(head.height for head in band.heads)


def _is_begun(page: Page) -> bool:
    return bool(page.body)
