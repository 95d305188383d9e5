"""What all dialogs of the frame have in common. This module holds their lead, their sign, their fields and buttons."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.piece import Piece


class _Sign(Piece):
    """The icon at the left of what a dialog says."""

    def __init__(self, icon: Icon, ink: str) -> None:
        super().__init__()
        self._icon = icon
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.take_look()

    def take_look(self) -> None:
        """Take the width."""
        super().take_look()
        self.setFixedWidth(worn().px(48))
        self.setMinimumHeight(worn().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        look = worn()
        colour = str(getattr(look.palette, self._ink))
        look.draw_icon(QPainter(self), QPointF(0, look.px(18)), self._icon, colour, 34)


class Asking(Overlay):
    """A dialog that tells by its signals what was answered; nothing waits for it. Its fields go into ``fields``."""

    def __init__(
        self, window: QWidget, title: str, lead: str = "", sign: tuple[Icon, str] | None = None, *, width: int = 620
    ) -> None:
        """Make the dialog; ``sign`` is an icon with the palette's name of its ink."""
        super().__init__(window, title, width=width)
        self.fields = QVBoxLayout()
        self._grid: QGridLayout | None = None
        row = QHBoxLayout()
        if sign:
            row.addWidget(_Sign(*sign))
        row.addLayout(self.fields, 1)
        self.body.addLayout(row)
        if lead:
            self.say(lead, Ink.SOFT)

    def say(self, words: str, ink: Ink = Ink.PLAIN) -> Label:
        """Add words below what there is."""
        label = Label(words, Text.BODY, ink, wraps=True)
        self.fields.addWidget(label)
        return label

    def add_field(self, words: str, field: QWidget, *beside: QWidget) -> None:
        """Add a field below its words; a mnemonic in them leads to it."""
        label = Label(words, Text.CAPTION, Ink.SOFT)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        line = QHBoxLayout()
        line.addWidget(field, 1)
        for each in beside:
            line.addWidget(each)
        self.fields.addWidget(label)
        self.fields.addLayout(line)

    def add_row(self, words: str, field: QWidget, *beside: QWidget) -> None:
        """Add a field with its words at the left; a mnemonic in them leads to it."""
        if self._grid is None:
            self._grid = QGridLayout()
            self._grid.setColumnStretch(1, 1)
            self._grid.setHorizontalSpacing(worn().px(18))
            self._grid.setVerticalSpacing(worn().px(10))
            self.fields.addLayout(self._grid)
        label = Label(words)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words.replace("&", ""))
        line = QHBoxLayout()
        line.setSpacing(worn().px(10))
        line.addWidget(field, 1)
        for each in beside:
            line.addWidget(each)
        row = self._grid.rowCount()
        is_tall = field.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        place = Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight | place)
        self._grid.addLayout(line, row, 1)

    def offer(self, words: str, kind: Kind = Kind.OUTLINED, icon: Icon | None = None) -> Button:
        """Add a button at the end of the last line."""
        return self.add_button(Button(words, kind, icon))

    def offer_cancel(self, words: str = "&Hủy") -> Button:
        """Add the button that closes the dialog and does nothing else; Esc does the same."""
        return self.add_button(Button(words), closes=True)
