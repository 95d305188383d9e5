"""How the window looks now. This module holds the look: a palette and a text factor, and what follows from both."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter

from ccbdesk.gui.look.icons import Icon, draw_icon, icon_pixmap
from ccbdesk.gui.look.palette import Palette
from ccbdesk.gui.look.text import Text

WINDOW_FONT = "Noto Sans"
PAPER_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
"""Fonts of one and the same widths, for what imitates paper."""

_RATIOS = (1.0, 1.25, 1.5, 2.0)  # dots to a pixel on usual screens
_ICON = 20
_ROOMY_WIDTH = 1240
_ROOMY_HEIGHT = 650


@dataclass(frozen=True, slots=True)
class Look:
    """A palette and a text factor. Whatever has a size is given in pixels at factor one and asked for with ``px``."""

    palette: Palette
    factor: float
    _icons: dict[tuple[str, str, int], QIcon] = field(default_factory=dict, repr=False, compare=False)
    _heights: dict[Text, int] = field(default_factory=dict, repr=False, compare=False)  # lists ask for every line

    def px(self, pixels: float) -> int:
        """Return a length that is ``pixels`` long at factor one, at least one pixel."""
        return max(1, round(pixels * self.factor)) if pixels else 0

    @property
    def line(self) -> int:
        """How wide an edge is."""
        return self.px(self.palette.line_width)

    def font(self, text: Text) -> QFont:
        """Return the font of a kind of text."""
        font = QFont(WINDOW_FONT)
        font.setPixelSize(self.px(text.height))
        font.setWeight(text.weight)
        return font

    def line_height(self, text: Text) -> int:
        """Return how high a line of text is; the accents of tall capitals fit into it."""
        if text not in self._heights:
            self._heights[text] = round(QFontMetricsF(self.font(text)).height() + 0.5) + self.px(1)
        return self._heights[text]

    def text_width(self, words: str, text: Text) -> int:
        """Return how wide a line of words is."""
        return round(QFontMetricsF(self.font(text)).horizontalAdvance(words) + 0.5) + 1

    def colour(self, colour: str, alpha: float = 1.0) -> QColor:
        """Return a palette's colour for a painter, transparent by ``alpha``."""
        made = QColor(colour)
        made.setAlphaF(alpha)
        return made

    def icon(self, icon: Icon, colour: str = "", size: int = _ICON) -> QIcon:
        """Return an icon in a colour of the palette (the accent, if none is given), ``size`` wide at factor one."""
        key = (icon.value, colour or self.palette.accent, self.px(size))
        if key not in self._icons:
            self._icons[key] = made = QIcon()
            for ratio in _RATIOS:
                made.addPixmap(icon_pixmap(icon, key[1], key[2], ratio))
        return self._icons[key]

    def draw_icon(self, painter: QPainter, place: QPointF, icon: Icon, colour: str, size: int = _ICON) -> None:
        """Draw an icon from ``place`` to the right, half above and half below it."""
        width = self.px(size)
        draw_icon(painter, QRectF(place.x(), round(place.y() - width / 2), width, width), icon, colour)

    def is_narrow(self, width: int) -> bool:
        """Tell whether a window so wide has room for no more than numbers in the step rail."""
        return width < self.px(_ROOMY_WIDTH)

    def is_low(self, height: int) -> bool:
        """Tell whether a window so high has no room for the line under a page's head."""
        return height < self.px(_ROOMY_HEIGHT)

    def margins(self, sides: Sequence[int]) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom margins from lengths at factor one."""
        left, top, right, bottom = (self.px(side) for side in sides)
        return left, top, right, bottom
