"""Choosing one of several. This module holds the field: a few as buttons, many as a list that can be searched."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.fields import line_field
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.service.pictures.desk import ChoicePicture
from ccbdesk.vietnamese.folding import folded

_FEW = 6
_LINES = 5


class Choices(QWidget):
    """The choices of a question. None is chosen at first: what is asked is not decided by pressing Enter."""

    changed = Signal()

    def __init__(self, choices: Sequence[ChoicePicture]) -> None:
        """Show the choices."""
        super().__init__()
        self._choices = tuple(choices)
        self.buttons: tuple[QRadioButton, ...] = ()
        self.search = line_field(hint="Tìm đơn vị, gõ không dấu cũng được")
        self.list = QListWidget()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(worn().px(4))
        if len(self._choices) <= _FEW:
            self._show_few()
        else:
            self._show_many()

    def key(self) -> str:
        """Return the key of what is chosen, empty where nothing is."""
        if self.buttons:
            pairs = zip(self._choices, self.buttons, strict=True)
            return next((choice.key for choice, button in pairs if button.isChecked()), "")
        items = self.list.selectedItems()
        return next((str(item.data(Qt.ItemDataRole.UserRole)) for item in items if not item.isHidden()), "")

    def _show_few(self) -> None:
        group = QButtonGroup(self)
        self.buttons = tuple(QRadioButton(choice.words) for choice in self._choices)
        for choice, button in zip(self._choices, self.buttons, strict=True):
            group.addButton(button)
            self._lines.addWidget(button)
            if choice.note:
                note = Label(choice.note, Text.SMALL, Ink.SOFT, wraps=True)
                note.setContentsMargins(worn().px(33), 0, 0, worn().px(4))
                self._lines.addWidget(note)
        group.buttonClicked.connect(lambda _button: self.changed.emit())

    def _show_many(self) -> None:
        self.search.setAccessibleName("Tìm trong các lựa chọn")
        self.list.setAccessibleName("Các lựa chọn")
        for choice in self._choices:
            item = QListWidgetItem(f"{choice.words} – {choice.note}" if choice.note else choice.words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice.key)
        self._lines.addWidget(self.search)
        self._lines.addWidget(self.list)
        self.list.setFixedHeight(worn().px(40) * _LINES)
        self.search.textChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())

    def _narrow(self, words: str) -> None:
        wanted = folded(words)
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(wanted not in folded(item.text()))
        shown = [self.list.item(place) for place in range(self.list.count()) if not self.list.item(place).isHidden()]
        if len(shown) == 1:
            self.list.setCurrentItem(shown[0])
        self.changed.emit()
