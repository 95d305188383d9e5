"""Tables of a paper. This module holds how rows become bands: as high as their fullest cell, with lines around each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ccbdesk.gui.widgets.paper.bands import Band, Placed, Spot, paint_edges, paint_shade, stacked
from ccbdesk.gui.widgets.paper.stacking import set_blocks
from ccbdesk.model.paper import Height, PaperCell, PaperRow, PaperTable, Side


@dataclass(slots=True)
class SetCell:
    """A cell with its words in lines. ``tall`` is how high it is drawn, which its row and those below decide."""

    cell: PaperCell
    x: float
    width: float
    placed: list[Placed]
    needs: float
    tall: float = 0

    @property
    def sinks(self) -> float:
        """How far the words stand below where they were stacked."""
        share = {Height.TOP: 0.0, Height.MIDDLE: 0.5, Height.BOTTOM: 1.0}[self.cell.stands]
        return max(self.tall - self.needs, 0) * share

    def box(self, at: QPointF) -> QRectF:
        """Return its box."""
        return QRectF(at.x() + self.x, at.y(), self.width, self.tall)


@dataclass(slots=True)
class RowBand:
    """A row of a table."""

    cells: list[SetCell]
    height: float
    before: float = 0
    holds_next: bool = False
    breaks_page: bool = False
    heads: Sequence[Band] = ()

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the colours of its cells, their words, and their lines."""
        for cell in self.cells:
            paint_shade(painter, cell.box(at), cell.cell.shade)
        for cell in self.cells:
            for placed in cell.placed:
                placed.paint(painter, at + QPointF(cell.x, cell.sinks))
        for cell in self.cells:
            paint_edges(painter, cell.box(at), cell.cell.edges)

    def spots(self) -> Iterator[Spot]:
        """Yield the live figures in its cells."""
        for cell in self.cells:
            for placed in cell.placed:
                yield from (spot.moved(cell.x, cell.sinks) for spot in placed.spots())

    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where the lines in its cells reach."""
        for cell in self.cells:
            for placed in cell.placed:
                top = cell.sinks + placed.y
                yield from ((top + begin, top + end) for begin, end in placed.band.lines())

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield the lines of words in its cells."""
        for cell in self.cells:
            for placed in cell.placed:
                yield from ((at + QPointF(cell.x, cell.sinks), text) for at, text in placed.words())


@dataclass(slots=True)
class Slice:
    """A part of a band that is higher than a page."""

    band: Band
    begin: float
    end: float
    before: float = 0
    holds_next: bool = False
    breaks_page: bool = False
    heads: Sequence[Band] = field(default=())

    @property
    def height(self) -> float:
        """How high it is."""
        return self.end - self.begin

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint what is between the two cuts."""
        painter.save()
        painter.setClipRect(QRectF(-1e6, at.y(), 2e6, self.height))
        self.band.paint(painter, at - QPointF(0, self.begin))
        painter.restore()

    def spots(self) -> Iterator[Spot]:
        """Yield the live figures between the two cuts."""
        for spot in self.band.spots():
            if self.begin <= spot.box.center().y() < self.end:
                yield spot.moved(0, -self.begin)

    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield the lines between the two cuts."""
        for begin, end in self.band.lines():
            if self.begin <= begin < self.end:
                yield begin - self.begin, end - self.begin

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield the lines of words between the two cuts."""
        for at, text in self.band.words():
            if self.begin <= at.y() + 1 < self.end:
                yield at - QPointF(0, self.begin), text


def cut(band: Band, room: float) -> tuple[Slice, Slice] | None:
    """Return a band that is too high in two, cut between lines where the first has room; None if it cannot be."""
    lines = sorted(band.lines())
    places = sorted({end for _, end in lines if end <= room}, reverse=True)
    for place in places:
        if all(begin >= place - 0.5 or end <= place + 0.5 for begin, end in lines):
            first = Slice(band, 0, place, band.before, holds_next=False, heads=band.heads)
            return first, Slice(band, place, band.height, holds_next=band.holds_next, heads=band.heads)
    return None


def set_table(table: PaperTable, width: float) -> Iterator[list[RowBand]]:
    """Yield an empty list for every row that is set, so that others may work between; at last the rows."""
    edges = list(accumulate(table.columns, initial=0))
    left = _left(table, edges[-1], width)
    rows: list[RowBand] = []
    for row in table.rows:
        rows.append(_set_row(row, edges, left))
        yield []
    _make_room(table, rows)
    heads = tuple(made for row, made in zip(table.rows, rows, strict=True) if row.is_head)
    for row, made in zip(table.rows, rows, strict=True):
        made.heads = () if row.is_head else heads
        made.holds_next = made.holds_next or row.is_head
    yield rows


def _left(table: PaperTable, wide: float, width: float) -> float:
    match table.side:
        case Side.CENTRE:
            return (width - wide) / 2
        case Side.RIGHT:
            return width - wide
        case Side.LEFT | Side.BOTH:
            return table.indent


def _set_row(row: PaperRow, edges: Sequence[int], left: float) -> RowBand:
    cells = [_set_cell(cell, edges, left) for cell in row.cells]
    needed = max((cell.needs for cell in cells if cell.cell.down == 1), default=0.0)
    height = row.height if row.is_exact else max(needed, row.height)
    return RowBand(cells, float(height), holds_next=_keeps_next(row))


def _set_cell(cell: PaperCell, edges: Sequence[int], left: float) -> SetCell:
    last = min(cell.column + cell.across, len(edges) - 1)
    wide = edges[last] - edges[min(cell.column, last)]
    top, right, bottom, beside = cell.margins
    line = max(cell.edges.top.width, cell.edges.bottom.width)
    bands = set_blocks(cell.blocks, max(wide - right - beside, 1))
    placed, end = stacked(bands, beside, top + line / 2)
    end += _after(cell)
    return SetCell(cell, left + edges[min(cell.column, last)], wide, placed, end + bottom + line / 2)


def _after(cell: PaperCell) -> float:
    last = cell.blocks[-1] if cell.blocks else None
    return 0.0 if last is None or isinstance(last, PaperTable) else float(last.setting.after)


def _keeps_next(row: PaperRow) -> bool:
    """Tell whether a row stays on the page of the next: Word asks its first paragraph."""
    for cell in row.cells:
        for block in cell.blocks[:1]:
            return not isinstance(block, PaperTable) and block.setting.keeps_next
    return False


def _make_room(table: PaperTable, rows: Sequence[RowBand]) -> None:
    """Make the rows high enough for the cells that reach over several, and say how high each cell is drawn."""
    for place, (row, made) in enumerate(zip(table.rows, rows, strict=True)):
        for cell in made.cells:
            reached = rows[place : place + cell.cell.down]
            lacking = cell.needs - sum(each.height for each in reached)
            if lacking > 0 and cell.cell.down > 1 and not row.is_exact:
                reached[-1].height += lacking
    for place, made in enumerate(rows):
        for cell in made.cells:
            reached = rows[place : place + cell.cell.down]
            cell.tall = sum(each.height for each in reached)
            for each in reached[:-1]:
                each.holds_next = True
