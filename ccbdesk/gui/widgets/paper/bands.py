"""What a page is made of. This module holds the band: a line, a drawing or a row that is never broken across pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ccbdesk.gui.widgets.paper.letters import colour_of
from ccbdesk.model.paper import Edge, Edges


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a live figure stands: its tag, its title, what is shown, and its box."""

    tag: str
    title: str
    text: str
    box: QRectF

    def moved(self, x: float, y: float) -> "Spot":
        """Return it somewhere else."""
        return Spot(self.tag, self.title, self.text, self.box.translated(x, y))


class Band(Protocol):
    """Something as wide as the text that stands on one page.

    ``before`` is the room above it, which falls away at the head of a page; ``holds_next``: the next band stands on the
    same page; ``breaks_page``: it begins a page; ``heads`` are repeated above it where it begins one."""

    before: float
    holds_next: bool
    breaks_page: bool

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def heads(self) -> Sequence["Band"]:
        """What is repeated above it."""

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its upper left corner at a point."""

    def spots(self) -> Iterator[Spot]:
        """Yield the live figures in it, from its own upper left corner."""

    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where its lines reach, for one that is higher than a page."""

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield the lines of words in it with where each begins."""


@dataclass(slots=True)
class Placed:
    """A band and where its upper left corner is."""

    x: float
    y: float
    band: Band

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it, from a corner that its place is counted from."""
        self.band.paint(painter, at + QPointF(self.x, self.y))

    def spots(self) -> Iterator[Spot]:
        """Yield the live figures in it."""
        return (spot.moved(self.x, self.y) for spot in self.band.spots())

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield the lines of words in it."""
        return ((at + QPointF(self.x, self.y), text) for at, text in self.band.words())


def stacked(bands: Sequence[Band], x: float, y: float) -> tuple[list[Placed], float]:
    """Return bands one below the other, and where the last one ends."""
    placed: list[Placed] = []
    for band in bands:
        y += band.before
        placed.append(Placed(x, y, band))
        y += band.height
    return placed, y


def paint_edges(painter: QPainter, box: QRectF, edges: Edges) -> None:
    """Paint the lines around a box."""
    for edge, begin, end in (
        (edges.top, box.topLeft(), box.topRight()),
        (edges.bottom, box.bottomLeft(), box.bottomRight()),
        (edges.left, box.topLeft(), box.bottomLeft()),
        (edges.right, box.topRight(), box.bottomRight()),
    ):
        if edge.width:
            _paint_line(painter, edge, begin, end)


def _paint_line(painter: QPainter, edge: Edge, begin: QPointF, end: QPointF) -> None:
    """Paint a line as thick as it is on paper, but never thinner than one dot, and sharp."""
    pen = QPen(colour_of(edge.colour), edge.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if edge.width * painter.worldTransform().m11() < 1.5:
        pen = QPen(colour_of(edge.colour), 1)
        pen.setCosmetic(True)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(pen)
    painter.drawLine(begin, end)
    painter.restore()


def paint_shade(painter: QPainter, box: QRectF, shade: str) -> None:
    """Fill a box, where it has a colour."""
    if shade:
        painter.fillRect(box, QColor(f"#{shade}"))
