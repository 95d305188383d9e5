"""Fields of dialogs. This module holds how a field stands under its caption, and fields that take no dropped files."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.labels import Ink, Label


def captioned(caption: str, field: QWidget) -> QWidget:
    """Return a field under its caption; the caption is its accessible name, a mnemonic in it leads to the field."""
    both = QWidget()
    lines = QVBoxLayout(both)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(worn().px(4))
    label = Label(caption, Text.CAPTION, Ink.SOFT, wraps=True)
    label.setBuddy(field)
    field.setAccessibleName(caption.replace("&", ""))
    lines.addWidget(label)
    lines.addWidget(field)
    return both


def line_field(words: str = "", hint: str = "") -> QLineEdit:
    """Return a field for a line of words."""
    field = QLineEdit(words)
    field.setPlaceholderText(hint)
    field.setAcceptDrops(False)
    return field


def text_field(words: str = "", lines: int = 3, hint: str = "") -> QPlainTextEdit:
    """Return a field for several lines of words; Tab leaves it."""
    field = QPlainTextEdit(words)
    field.setPlaceholderText(hint)
    field.setTabChangesFocus(True)
    field.setAcceptDrops(False)
    field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    look = worn()
    field.setFixedHeight(lines * look.line_height(Text.BODY) + look.px(22))
    return field
