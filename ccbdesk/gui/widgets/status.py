"""How something stands, in shape, words and colour at once. This module holds the tones and how a status is drawn.

Nobody has to tell colours apart: every tone has its own shape, and the words say it anyway."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import LEFT, draw_frame, draw_words
from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.piece import Piece

_GAP = 10


class Tone(Enum):
    """A kind of status: its shape, the palette's names of its ink and ground, whether its words stand out."""

    GOOD = (Icon.CHECK_CIRCLE, "good_ink", "good_ground", False)
    ACCEPTED = (Icon.DOUBLE_TICK, "good_ink", "good_ground", False)
    ERROR = (Icon.OCTAGON_X, "error_ink", "error_ground", True)
    WARNING = (Icon.TRIANGLE, "warning_ink", "warning_ground", True)
    QUESTION = (Icon.QUESTION, "warning_ink", "warning_ground", True)
    NOTE = (Icon.INFO, "accent", "accent_ground", False)
    WAITING = (Icon.CLOCK_DASHED, "quiet_ink", "quiet_ground", False)
    RETURNED = (Icon.REPLY, "quiet_ink", "quiet_ground", False)
    NOT_APPLICABLE = (Icon.DASH_CIRCLE, "quiet_ink", "quiet_ground", False)
    LOCKED = (Icon.LOCK, "quiet_ink", "quiet_ground", False)

    def __init__(self, icon: Icon, ink: str, ground: str, is_strong: bool) -> None:  # noqa: FBT001 - as Enum calls it
        """Keep the four by name."""
        self.icon = icon
        self.ink_name = ink
        self.ground_name = ground
        self.is_strong = is_strong

    def ink(self, look: Look) -> str:
        """Return the colour of shape and words."""
        return str(getattr(look.palette, self.ink_name))

    def ground(self, look: Look) -> str:
        """Return the colour behind them in a pill, stripe or cell."""
        return str(getattr(look.palette, self.ground_name))


@dataclass(frozen=True, slots=True)
class Status:
    """A tone and its words, as “2 lỗi, 1 điều cần xem”."""

    tone: Tone
    words: str


def draw_status(painter: QPainter, place: QRect, status: Status, look: Look, text: Text | None = None) -> None:
    """Draw shape and words on one line, from the left of ``place``; also for delegates of tables."""
    ink = status.tone.ink(look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look.draw_icon(painter, QPointF(place.left(), place.center().y() + 0.5), status.tone.icon, ink)
    painter.setFont(look.font(text or _text(status.tone)))
    draw_words(painter, place.adjusted(look.px(20 + _GAP), 0, 0, 0), status.words, ink, LEFT)


def status_width(status: Status, look: Look, text: Text | None = None) -> int:
    """Return how much room shape and words take."""
    return look.px(20 + _GAP) + look.text_width(status.words, text or _text(status.tone))


def _text(tone: Tone) -> Text:
    return Text.STRONG if tone.is_strong else Text.BODY


class StatusMark(Piece):
    """A status among other widgets: shape and words on one line."""

    def __init__(self, status: Status) -> None:
        """Show a status."""
        super().__init__()
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    @property
    def status(self) -> Status:
        """What is shown."""
        return self._status

    def set_status(self, status: Status) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(status.words)
        self.setToolTip(plain_tip(status.words) if self.width() < self.sizeHint().width() else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for shape and words."""
        look = worn()
        return QSize(status_width(self._status, look), max(look.px(24), look.line_height(Text.STRONG)))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the shape and a few letters."""
        return QSize(worn().px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape and words."""
        draw_status(QPainter(self), self.rect(), self._status, worn())


class StatusPill(StatusMark):
    """A status on a rounded ground of its tone, as “7 đạt” in the bottom bar."""

    def sizeHint(self) -> QSize:
        """Return the room for ground, shape and words."""
        look = worn()
        return QSize(status_width(self.status, look, Text.SMALL_STRONG) + look.px(24), look.px(34))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, shape and words."""
        look = worn()
        painter = QPainter(self)
        ground, edge = look.colour(self.status.tone.ground(look)), None
        if look.palette.line_width > 1:
            edge = painter.pen()
            edge.setColor(look.colour(self.status.tone.ink(look)))
            edge.setWidth(look.line)
        draw_frame(painter, QRectF(self.rect()), self.height() / 2, ground, edge)
        inside = self.rect().adjusted(look.px(11), 0, -look.px(11), 0)
        draw_status(painter, inside, self.status, look, Text.SMALL_STRONG)


class StatusShape(Piece):
    """The shape of a status alone, where its words stand beside it as lines of their own."""

    def __init__(self, tone: Tone, name: str, size: int = 26) -> None:
        """Show the shape of a tone; ``name`` is what a screen reader says."""
        super().__init__()
        self._tone = tone
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the shape."""
        size = worn().px(self._size)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        look = worn()
        painter = QPainter(self)
        look.draw_icon(painter, QPointF(0, self.height() / 2), self._tone.icon, self._tone.ink(look), self._size)
