"""Figures as bars. This module holds the chart: a line for each name, this period above the earlier one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import LEFT, RIGHT, draw_frame, draw_words
from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.piece import Piece

_BAR, _GAP, _BETWEEN = 11, 2, 10
_LEGEND = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """A name with its figure and, where there is one, the earlier figure; ``note`` says why a figure is missing."""

    name: str
    value: Decimal | None
    shown: str
    earlier: Decimal | None = None
    earlier_shown: str = ""
    note: str = ""

    def said(self) -> str:
        """Return the line in words."""
        now = self.shown if self.value is not None else self.note or "chưa có số"
        return f"{self.name}: {now}" + (f", kỳ trước {self.earlier_shown}" if self.earlier is not None else "")


class BarsChart(Piece):
    """The chart. It is as high as its lines are; where there may be many, the page lays it in a scroll area."""

    def __init__(self, name: str) -> None:
        """Make a chart without bars; ``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[Bar, ...] = ()
        self._now = ""
        self._before = ""

    def show_bars(self, bars: Sequence[Bar], now: str, before: str = "") -> None:
        """Show figures; ``now`` and ``before`` are what the legend calls the two periods."""
        self._bars = tuple(bars)
        self._now = now
        self._before = before if any(bar.earlier is not None for bar in bars) else ""
        self.setAccessibleDescription("; ".join(bar.said() for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for legend and lines."""
        look = worn()
        return QSize(look.px(480), self._top(look) + len(self._bars) * self._line(look))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and the least width that can be read."""
        return QSize(worn().px(300), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Show the whole of a line as a tooltip."""
        if isinstance(event, QHelpEvent):
            look = worn()
            place = (event.y() - self._top(look)) // self._line(look)
            words = self._bars[place].said() if 0 <= place < len(self._bars) else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw legend and lines."""
        look = worn()
        painter = QPainter(self)
        self._draw_legend(painter, look)
        for number, bar in enumerate(self._bars):
            top = self._top(look) + number * self._line(look)
            self._draw_line(painter, look, bar, QRect(0, top, self.width(), self._line(look)))

    def _top(self, look: Look) -> int:
        return look.px(_LEGEND) if self._before else look.px(4)

    def _line(self, look: Look) -> int:
        bars = 2 * _BAR + _GAP if self._before else _BAR + 5
        return max(look.px(bars + _BETWEEN), look.line_height(Text.SMALL) + look.px(4))

    def _names(self, look: Look) -> int:
        """Return how much room the names take: a third of the width at most."""
        widest = max((look.text_width(bar.name, Text.SMALL) for bar in self._bars), default=0)
        return min(widest, self.width() // 3)

    def _values(self, look: Look) -> int:
        shown = [look.text_width(bar.shown, Text.SMALL_STRONG) for bar in self._bars if bar.value is not None]
        return max(shown, default=0) + look.px(10)

    def _span(self) -> tuple[Decimal, Decimal]:
        values = [value for bar in self._bars for value in (bar.value, bar.earlier) if value is not None]
        return min([Decimal(0), *values]), max([Decimal(0), *values])

    def _draw_legend(self, painter: QPainter, look: Look) -> None:
        if not self._before:
            return
        palette = look.palette
        painter.setFont(look.font(Text.SMALL))
        left, height, box = 0, look.line_height(Text.SMALL), look.px(13)
        for colour, words in ((palette.accent, self._now), (palette.earlier, self._before)):
            place = QRectF(left, (height - box) / 2, box, box)
            draw_frame(painter, place, look.px(3), look.colour(colour), None)
            width = look.text_width(words, Text.SMALL)
            draw_words(painter, QRect(left + look.px(20), 0, width, height), words, palette.soft_ink, LEFT)
            left += look.px(20 + 30) + width

    def _draw_line(self, painter: QPainter, look: Look, bar: Bar, place: QRect) -> None:
        palette = look.palette
        names, values = self._names(look), self._values(look)
        painter.setFont(look.font(Text.SMALL))
        draw_words(painter, QRect(0, place.top(), names, place.height()), bar.name, palette.ink, RIGHT)
        left = names + look.px(12)
        field = QRect(left, place.top(), max(place.width() - left - values, 1), place.height())
        thick = look.px(_BAR if self._before else _BAR + 5)
        both = 2 * thick + look.px(_GAP) if bar.earlier is not None else thick
        top = place.top() + (place.height() - both) // 2
        line = QRect(field.left(), top, field.width(), thick)
        if bar.earlier is not None:
            self._draw_bar(painter, look, bar.earlier, line.translated(0, thick + look.px(_GAP)), palette.earlier)
        if bar.value is None:
            note = QRect(field.left(), place.top(), field.width() + values, place.height() // (2 if bar.earlier else 1))
            draw_words(painter, note, bar.note or "chưa có số", palette.soft_ink, LEFT)
            return
        end = self._draw_bar(painter, look, bar.value, line, palette.accent)
        painter.setFont(look.font(Text.SMALL_STRONG))
        height = look.line_height(Text.SMALL_STRONG)
        words = QRect(end + look.px(8), line.center().y() - height // 2, values, height)
        draw_words(painter, words, bar.shown, palette.ink, LEFT)

    def _draw_bar(self, painter: QPainter, look: Look, value: Decimal, field: QRect, colour: str) -> int:
        """Draw a bar from zero to its value and return where it ends."""
        low, high = self._span()
        scale = field.width() / float(high - low or 1)
        zero = field.left() + float(-low) * scale
        end = field.left() + float(value - low) * scale
        place = QRectF(min(zero, end), field.top(), max(abs(end - zero), look.px(2)), field.height())
        draw_frame(painter, place, look.px(2), look.colour(colour), None)
        return round(place.right())
