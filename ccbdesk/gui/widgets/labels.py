"""Words on the window. This module holds labels of every kind of text, and labels that shorten what does not fit.

A label shows its words as they are: nothing in them is read as markup, since they may come from a received file."""

from enum import StrEnum
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStylePainter, QWidget

from ccbdesk.gui.look.text import Text


class Ink(StrEnum):
    """The colour of a label's words; the style sheet knows them by these names."""

    PLAIN = ""
    SOFT = "soft"
    FAINT = "faint"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


def plain_tip(words: str) -> str:
    """Return words for a tooltip, in which nothing is read as markup; long ones are broken into lines."""
    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>" if words else ""


class Label(QLabel):
    """Words of one kind of text and one colour. With ``wraps`` they take as many lines as they need."""

    def __init__(self, words: str = "", text: Text = Text.BODY, ink: Ink = Ink.PLAIN, *, wraps: bool = False) -> None:
        """Show the words."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text_kind", text.role)
        self.setProperty("ink", ink.value)
        self.setIndent(0)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(words)

    def set_ink(self, ink: Ink) -> None:
        """Show the words in another colour."""
        self.setProperty("ink", ink.value)
        self.style().unpolish(self)
        self.style().polish(self)


class Elided(Label):
    """Words on one line, shortened with “…” where they do not fit; the tooltip then holds them all."""

    def __init__(
        self,
        words: str = "",
        text: Text = Text.BODY,
        ink: Ink = Ink.PLAIN,
        *,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        """Show the words; ``cut`` says where they are shortened (file names: in the middle)."""
        self._cut = cut
        super().__init__(words, text, ink)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._set_tip()

    def shown(self) -> str:
        """Return the words as they are shown now."""
        return self.fontMetrics().elidedText(self.text(), self._cut, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(min(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QStylePainter(self)
        alignment = int(self.alignment())
        role = QPalette.ColorRole.WindowText
        painter.drawItemText(self.contentsRect(), alignment, self.palette(), self.isEnabled(), self.shown(), role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tooltip follow."""
        super().resizeEvent(event)
        self._set_tip()

    def changeEvent(self, event: QEvent) -> None:
        """Let the tooltip follow a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._set_tip()

    def _set_tip(self) -> None:
        self.setToolTip("" if self.shown() == self.text() else plain_tip(self.text()))


def ground(widget: QWidget) -> QWidget:
    """Let the page show through a widget that lies in a scroll area; return it."""
    widget.setProperty("is_ground", "true")
    return widget
