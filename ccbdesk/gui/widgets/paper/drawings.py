"""Pictures and charts of a paper. This module holds how they stand on a line and are painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QTextOption

from ccbdesk.gui.widgets.paper.bands import Band, Spot
from ccbdesk.gui.widgets.paper.letters import font_of
from ccbdesk.model.paper import Diagram, Lettering, Picture, Setting, Side
from ccbdesk.vietnamese.numbers.writing import plain

_GRID, _INK = QColor("#D9D9D9"), QColor("#262626")
_LETTERS = Lettering(size=200)
_STEPS = 9  # at most about so many lines across a chart
_NAMES = 0.34  # of the width at most for the names beside lying bars


@dataclass(slots=True)
class DrawingBand:
    """A picture or a chart on a line of its own."""

    drawing: Picture | Diagram
    setting: Setting
    width: float
    before: float = 0
    holds_next: bool = False
    breaks_page: bool = False
    heads: Sequence[Band] = ()

    @property
    def height(self) -> float:
        """How high it is."""
        return float(self.drawing.height)

    @property
    def box(self) -> QRectF:
        """Where it stands."""
        room = self.width - self.setting.left - self.setting.right
        share = {Side.CENTRE: 0.5, Side.RIGHT: 1.0}.get(self.setting.side, 0.0)
        left = self.setting.left + (room - self.drawing.width) * share
        return QRectF(left, 0, self.drawing.width, self.drawing.height)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it; a picture that cannot be read is a frame with what it shows in words."""
        box = self.box.translated(at)
        match self.drawing:
            case Diagram() as diagram if diagram.names:
                paint_diagram(painter, box, diagram)
            case Picture(content=content) if not (image := QImage.fromData(content)).isNull():
                painter.drawImage(box, image)
            case drawing:
                _paint_frame(painter, box, drawing.told)

    def spots(self) -> Iterator[Spot]:
        """Yield nothing: no live figure stands in it."""
        return iter(())

    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield all of it."""
        yield 0.0, self.height

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield nothing: its words are no part of the text."""
        return iter(())


def _paint_frame(painter: QPainter, box: QRectF, told: str) -> None:
    painter.save()
    pen = QPen(_INK, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawRect(box)
    painter.setFont(font_of(_LETTERS))
    painter.drawText(box, told, _centred())
    painter.restore()


def paint_diagram(painter: QPainter, box: QRectF, diagram: Diagram) -> None:
    """Paint a bar chart as Word shows it: names, bars, and each amount at the end of its bar."""
    painter.save()
    painter.setFont(font_of(_LETTERS))
    if diagram.is_lying:
        _paint_lying(painter, box, diagram)
    else:
        _paint_upright(painter, box, diagram)
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Scale:
    """An axis: from where to where it goes, and how far its lines are apart."""

    low: float
    high: float
    step: float

    @property
    def marks(self) -> Iterator[float]:
        """Yield where the lines are."""
        return (self.low + number * self.step for number in range(round((self.high - self.low) / self.step) + 1))

    def share(self, amount: float) -> float:
        """Return how far along the axis an amount is."""
        return (amount - self.low) / (self.high - self.low)


def _scale(amounts: Sequence[float]) -> _Scale:
    """Return an axis of round steps that begins at nothing and has room for the figure over the longest bar."""
    low, high = min(*amounts, 0.0), max(*amounts, 0.0)
    span = (high - low) or 1.0
    rough = span / _STEPS
    size = 10 ** floor(log10(rough))
    step = next(size * part for part in (1, 2, 5, 10) if size * part >= rough)
    high = ceil(high / step) * step or step
    low = floor(low / step) * step
    return _Scale(low, high if max(*amounts, 0.0) < high - step / 2 else high + step, step)


def _paint_upright(painter: QPainter, box: QRectF, diagram: Diagram) -> None:
    letters = QFontMetricsF(painter.font())
    scale = _scale([float(amount) for amount in diagram.amounts])
    labels = [_written(mark) for mark in scale.marks]
    left = max(letters.horizontalAdvance(label) for label in labels) + 120
    slot = (box.width() - left - 60) / len(diagram.names)
    beneath = max(_lines_of(name, slot, painter) for name in diagram.names) * letters.height() + 100
    plot = box.adjusted(left, letters.height() / 2 + 60, -60, -beneath)
    for mark, label in zip(scale.marks, labels, strict=True):
        y = plot.bottom() - plot.height() * scale.share(mark)
        _paint_grid(painter, QPointF(plot.left(), y), QPointF(plot.right(), y))
        beside = QRectF(box.left(), y - letters.height() / 2, left - 60, letters.height())
        painter.drawText(beside, label, _option(Qt.AlignmentFlag.AlignRight))
    wide = slot * 100 / (100 + diagram.gap)
    zero = plot.bottom() - plot.height() * scale.share(0)
    for place, amount in enumerate(diagram.amounts):
        x, y = plot.left() + slot * place, plot.bottom() - plot.height() * scale.share(float(amount))
        bar = QRectF(x + (slot - wide) / 2, min(y, zero), wide, abs(zero - y))
        painter.fillRect(bar, QColor(f"#{diagram.colour}"))
        above = QRectF(x, min(y, zero) - letters.height(), slot, letters.height())
        painter.drawText(above, diagram.written[place], _centred())
        below = QRectF(x, plot.bottom() + 60, slot, beneath)
        painter.drawText(below, diagram.names[place], _option(Qt.AlignmentFlag.AlignHCenter))


def _lines_of(name: str, width: float, painter: QPainter) -> int:
    """Return over how many lines a name goes that has a width."""
    letters = QFontMetricsF(painter.font())
    flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value
    box = letters.boundingRect(QRectF(0, 0, width, 1e5), flags, name)
    return max(1, round(box.height() / letters.height()))


def _paint_lying(painter: QPainter, box: QRectF, diagram: Diagram) -> None:
    letters = QFontMetricsF(painter.font())
    scale = _scale([float(amount) for amount in diagram.amounts])
    widest = max(letters.horizontalAdvance(name) for name in diagram.names)
    left = min(widest, box.width() * _NAMES) + 120
    plot = box.adjusted(left, 0, -letters.horizontalAdvance(_written(scale.high)), -1.5 * letters.height())
    for mark in scale.marks:
        x = plot.left() + plot.width() * scale.share(mark)
        _paint_grid(painter, QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        label = _written(mark)
        wide = letters.horizontalAdvance(label) + 40
        below = QRectF(x - wide / 2, plot.bottom() + 20, wide, letters.height())
        painter.drawText(below, label, _centred())
    slot = plot.height() / len(diagram.names)
    high = slot * 100 / (100 + diagram.gap)
    zero = plot.left() + plot.width() * scale.share(0)
    for place, amount in enumerate(diagram.amounts):
        y, x = plot.top() + slot * place, plot.left() + plot.width() * scale.share(float(amount))
        painter.fillRect(QRectF(min(x, zero), y + (slot - high) / 2, abs(x - zero), high), QColor(f"#{diagram.colour}"))
        middle = y + (slot - letters.height()) / 2
        name = letters.elidedText(diagram.names[place], Qt.TextElideMode.ElideRight, left - 80)
        beside = QRectF(box.left(), middle, left - 60, letters.height())
        painter.drawText(beside, name, _option(Qt.AlignmentFlag.AlignRight))
        behind = QRectF(max(x, zero) + 50, middle, box.right() - max(x, zero), letters.height())
        painter.drawText(behind, diagram.written[place], _option(Qt.AlignmentFlag.AlignLeft))


def _paint_grid(painter: QPainter, begin: QPointF, end: QPointF) -> None:
    pen = QPen(_GRID, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(begin, end)
    painter.setPen(_INK)


def _written(mark: float) -> str:
    return plain(Decimal(str(round(mark, 6))).normalize())


def _option(flag: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(flag)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


def _centred() -> QTextOption:
    return QTextOption(Qt.AlignmentFlag.AlignCenter)
