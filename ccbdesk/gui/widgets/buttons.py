"""Buttons. This module holds the three kinds: filled (one a screen), outlined, and the text link.

A mnemonic is marked with & before a plain ASCII letter, as in “Đón&g”."""

from enum import Enum, auto
from typing import Self

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import draw_focus, draw_frame, pen
from ccbdesk.gui.widgets.piece import is_new_look


class Kind(Enum):
    """What a button looks like."""

    FILLED = auto()
    """The next thing to do; one a screen."""
    OUTLINED = auto()
    LINK = auto()
    """A lesser thing to do, in the middle of words or at an edge."""


class Button(QPushButton):
    """A button with words and perhaps an icon before or after them.

    ``is_large`` is for the one big button of a screen. The words are the accessible name unless another is set."""

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.OUTLINED,
        icon: Icon | None = None,
        *,
        is_icon_last: bool = False,
        is_large: bool = False,
    ) -> None:
        """Make a button that does nothing yet: connect its ``clicked``."""
        super().__init__(words)
        self._kind = kind
        self._sign = icon
        self._is_icon_last = is_icon_last
        self._is_large = is_large
        self._is_small = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    @property
    def kind(self) -> Kind:
        """What the button looks like."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Look otherwise from now on."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def make_small(self) -> Self:
        """Fit into a line of small text, as A− and A+ do, and return itself."""
        self._is_small = True
        self.updateGeometry()
        return self

    def set_sign(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._sign = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        look = worn()
        words = QFontMetrics(look.font(self._text())).size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()
        return QSize(words + 1 + self._icon_room(look) + 2 * look.px(self._side()), look.px(self._height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the room a new look needs."""
        super().changeEvent(event)
        if is_new_look(event):
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as well as by the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and words."""
        look = worn()
        painter = QPainter(self)
        radius = look.px(8)
        place = QRectF(self.rect())
        self._draw_ground(painter, look, place, radius)
        if self.hasFocus():
            self._draw_ring(painter, look, place, radius)
        self._draw_content(painter, look)

    def _draw_ground(self, painter: QPainter, look: Look, place: QRectF, radius: float) -> None:
        palette = look.palette
        is_over = self.underMouse() and self.isEnabled()
        match self._kind:
            case Kind.FILLED if not self.isEnabled():
                draw_frame(painter, place, radius, look.colour(palette.muted), pen(look, palette.line))
            case Kind.FILLED:
                pressed = palette.accent_pressed if self.isDown() else palette.accent_hover
                ground = pressed if self.isDown() or is_over else palette.accent
                draw_frame(painter, place, radius, look.colour(ground), None)
            case Kind.OUTLINED:
                ground = palette.muted if not self.isEnabled() else palette.surface
                ground = (
                    palette.selection if self.isDown() or self.isChecked() else palette.hover if is_over else ground
                )
                edge = palette.edge if self.isEnabled() else palette.line
                draw_frame(painter, place, radius, look.colour(ground), pen(look, edge))
            case Kind.LINK:
                if is_over:
                    ground = palette.selection if self.isDown() else palette.hover
                    draw_frame(painter, place, radius, look.colour(ground), None)

    def _draw_ring(self, painter: QPainter, look: Look, place: QRectF, radius: float) -> None:
        if self._kind is Kind.FILLED and self.isEnabled():
            inset = look.px(3)
            draw_focus(
                painter, look, place.adjusted(inset, inset, -inset, -inset), radius - inset / 2, look.palette.on_accent
            )
        else:
            draw_focus(painter, look, place, radius)

    def _draw_content(self, painter: QPainter, look: Look) -> None:
        ink = self._ink(look)
        painter.setFont(look.font(self._text()))
        flags = int(Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
        words = painter.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width() + 1
        room = self._icon_room(look)
        left = (self.width() - words - room) // 2
        middle = self.height() / 2
        if self._sign:
            icon_left = left + words + room - look.px(self._icon()) if self._is_icon_last else left
            tint = look.palette.accent if self._kind is Kind.OUTLINED and self.isEnabled() else ink
            look.draw_icon(painter, QPointF(icon_left, middle), self._sign, tint, self._icon())
        painter.setPen(look.colour(ink))
        painter.drawText(
            QRect(QPoint(left if self._is_icon_last else left + room, 0), QSize(words, self.height())),
            flags,
            self.text(),
        )

    def _ink(self, look: Look) -> str:
        palette = look.palette
        if not self.isEnabled():
            return palette.faint_ink
        match self._kind:
            case Kind.FILLED:
                return palette.on_accent
            case Kind.OUTLINED:
                return palette.ink
            case Kind.LINK:
                return palette.accent

    def _icon_room(self, look: Look) -> int:
        gap = (look.px(10) if self._kind is not Kind.LINK else look.px(7)) if self.text() else 0
        return look.px(self._icon()) + gap if self._sign else 0

    def _text(self) -> Text:
        return Text.BIG if self._is_large else Text.STRONG

    def _icon(self) -> int:
        return 24 if self._is_large else 20

    def _height(self) -> int:
        return 60 if self._is_large else 36 if self._is_small or self._kind is Kind.LINK else 44

    def _side(self) -> int:
        """How much room is left and right of the content."""
        if self._is_small or not self.text():
            return 10
        match self._kind:
            case Kind.FILLED:
                return 26
            case Kind.OUTLINED:
                return 19
            case Kind.LINK:
                return 9
