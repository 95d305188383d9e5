"""Stripes: a question or a notice on the page itself, with what can be done about it. This module holds the stripe."""

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.drawing import draw_frame, pen
from ccbdesk.gui.widgets.labels import Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.status import Tone

_ICON = 24


class Stripe(Piece):
    """A coloured stripe with the shape of its tone, a sentence, and a button where there is something to do."""

    pressed = Signal()
    """The button was pressed."""

    def __init__(self, words: str, action: str = "", tone: Tone = Tone.QUESTION) -> None:
        """Say something; ``action`` are the words on the button, “Chọn đơn &vị…”."""
        super().__init__()
        self._tone = tone
        self.setAccessibleName(words)
        self.words = Label(words, Text.BODY, wraps=True)
        self.button = Button(action, Kind.OUTLINED)
        self.button.clicked.connect(self.pressed)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.words, 1)
        self._line.addWidget(self.button)
        self.button.setVisible(bool(action))  # only now: shown without a parent it would be a window of its own
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.take_look()

    def say(self, words: str, action: str = "", tone: Tone | None = None) -> None:
        """Say something else."""
        self._tone = tone or self._tone
        self.setAccessibleName(words)
        self.words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and shape."""
        look = worn()
        painter = QPainter(self)
        ground = look.colour(self._tone.ground(look))
        draw_frame(painter, QRectF(self.rect()), look.px(10), ground, pen(look, _edge(self._tone, look)))
        middle = QPointF(look.px(19), self.height() / 2)
        look.draw_icon(painter, middle, self._tone.icon, self._tone.ink(look), _ICON)

    def take_look(self) -> None:
        """Take margins and height."""
        super().take_look()
        look = worn()
        self._line.setContentsMargins(*look.margins((19 + _ICON + 14, 9, 12, 9)))
        self._line.setSpacing(look.px(14))
        self.setMinimumHeight(look.px(54))


def _edge(tone: Tone, look: Look) -> str:
    return look.palette.warning_line if tone.ink_name == "warning_ink" else tone.ink(look)
