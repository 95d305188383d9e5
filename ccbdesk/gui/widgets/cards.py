"""Cards: the white sheets that lie on the page. This module holds the card and its heading."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import draw_frame, pen
from ccbdesk.gui.widgets.labels import Label
from ccbdesk.gui.widgets.piece import Piece


class Card(Piece):
    """A white sheet with round corners. What it holds goes into ``content``, one below the other."""

    def __init__(self, heading: str = "", *, margin: int = 20, spacing: int = 8) -> None:
        """Make a card, empty but for its heading, if it has one; lengths are those of factor one."""
        super().__init__()
        self._margin = margin
        self._spacing = spacing
        self.heading = Label(heading, Text.HEADING, wraps=True)
        self.content = QVBoxLayout(self)
        if heading:
            self.setAccessibleName(heading)
            self.content.addWidget(self.heading)
        self.take_look()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        look = worn()
        draw_frame(
            QPainter(self),
            QRectF(self.rect()),
            look.px(12),
            look.colour(look.palette.surface),
            pen(look, look.palette.line),
        )

    def take_look(self) -> None:
        """Take margins and spacing."""
        super().take_look()
        look = worn()
        side = self._margin
        self.content.setContentsMargins(*look.margins((side, side - 2 if side > 2 else side, side, side)))
        self.content.setSpacing(look.px(self._spacing))
