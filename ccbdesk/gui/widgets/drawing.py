"""What several pieces draw. This module holds rounded frames, lines of words and the ring of the keyboard."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def draw_frame(painter: QPainter, place: QRectF, radius: float, ground: QColor | None, edge: QPen | None) -> None:
    """Draw a rounded rectangle, its edge wholly inside ``place``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge or Qt.PenStyle.NoPen)
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    inset = edge.widthF() / 2 if edge else 0.0
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)


def pen(look: Look, colour: str, width: float | None = None) -> QPen:
    """Return a pen as wide as edges are, or ``width`` at factor one."""
    return QPen(look.colour(colour), look.line if width is None else look.px(width))


def draw_focus(painter: QPainter, look: Look, place: QRectF, radius: float, colour: str = "") -> None:
    """Draw the ring around what has the keyboard."""
    draw_frame(painter, place, radius, None, pen(look, colour or look.palette.accent, 2))


def draw_words(painter: QPainter, place: QRect, words: str, colour: str, alignment: Qt.AlignmentFlag = LEFT) -> None:
    """Draw words on one line in the painter's font, shortened with “…” where they do not fit."""
    metrics = QFontMetrics(painter.font())
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(alignment | Qt.TextFlag.TextSingleLine), shown)


def fits(look: Look, words: str, text: Text, width: int) -> bool:
    """Tell whether words stand on a line of this width without being shortened."""
    return QFontMetrics(look.font(text)).horizontalAdvance(words) <= width
