"""A new cluster. This module holds the dialog in which its name is typed and its members ticked; nobody sees an id."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.forms import Foundations
from ccbdesk.vietnamese.folding import folded

_COLUMNS, _ROOM = 3, 3


class FoundingDialog(Overlay):
    """Ask for a new cluster. ``chosen`` gives the form to go by, the cluster's name and its members as they are called.

    The dialog stays open until ``dismiss`` is called."""

    chosen = Signal(str, str, tuple)

    def __init__(self, window: QWidget, foundations: Foundations) -> None:
        """Make the dialog, not yet open."""
        super().__init__(window, "Lập Cụm mới", width=900)
        self._form = QComboBox()
        for name, words in foundations.forms:
            self._form.addItem(words, name)
        self._form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._name = QLineEdit()
        self._name.setPlaceholderText("ví dụ: Cụm thi đua số 5, Hội CCB tỉnh …")
        self._search = QLineEdit()
        self._search.setPlaceholderText("gõ không dấu cũng được")
        self._others = QPlainTextEdit()
        self._others.setTabChangesFocus(True)
        self._others.setPlaceholderText("mỗi dòng một đơn vị, ví dụ: xã Nam Hòa")
        self._ticks = [QCheckBox(f"{kind} {name}") for kind, name in foundations.provinces]
        self.body.addWidget(self._head())
        self.body.addWidget(self._provinces())
        self.body.addWidget(self._elsewhere())
        self.body.addStretch(1)
        self.add_button(Button("&Hủy"), closes=True)
        self._make = self.add_button(Button("&Lập Cụm", Kind.FILLED, Icon.PLUS))
        self._make.clicked.connect(self._give)
        self._follow()

    @property
    def members(self) -> tuple[str, ...]:
        """The members chosen so far: those ticked, then those typed."""
        ticked = [each.text() for each in self._ticks if each.isChecked()]
        typed = [line.strip() for line in self._others.toPlainText().splitlines() if line.strip()]
        return (*ticked, *typed)

    def take_look(self) -> None:
        """Take the height of the field for other members."""
        super().take_look()
        if hasattr(self, "_others"):  # the frame takes its look before what it holds is made
            self._others.setFixedHeight(worn().line_height(Text.BODY) * _ROOM + worn().px(22))

    def _head(self) -> QWidget:
        card = Card()
        self._name.textChanged.connect(self._follow)
        _add(card.content, "&Tên Cụm", self._name)
        _add(card.content, "Làm theo &bộ biểu mẫu của", self._form)
        kept = "Số liệu, quy tắc và câu báo cáo giữ như bộ có sẵn; sau này sửa được trong Excel."
        card.content.addWidget(Label(kept, Text.SMALL, Ink.SOFT, wraps=True))
        return card

    def _provinces(self) -> QWidget:
        card = Card("Đơn vị là tỉnh, thành phố")
        _add(card.content, "Tì&m", self._search)
        self._search.textChanged.connect(self._sift)
        grid = QGridLayout()
        rows = -(-len(self._ticks) // _COLUMNS)
        for place, tick in enumerate(self._ticks):
            tick.toggled.connect(self._follow)
            tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            tick.setToolTip(tick.text())
            grid.addWidget(tick, place % rows, place // rows)
        card.content.addLayout(grid)
        return card

    def _elsewhere(self) -> QWidget:
        card = Card("Đơn vị khác")
        self._others.setAccessibleName("Đơn vị khác")
        self._others.textChanged.connect(self._follow)
        card.content.addWidget(self._others)
        return card

    def _sift(self, typed: str) -> None:
        """Dim what does not have the letters typed; the ticks stay where they are."""
        wanted = folded(typed)
        for tick in self._ticks:
            tick.setEnabled(wanted in folded(tick.text()) or tick.isChecked())

    def _follow(self) -> None:
        """Say how many members there are, and what is still lacking."""
        count = len(self.members)
        has_name = bool(self._name.text().strip())
        lacking = [words for words, is_there in (("tên Cụm", has_name), ("đơn vị", count > 0)) if not is_there]
        self._make.setEnabled(not lacking)
        self.set_hint(f"Còn thiếu: {', '.join(lacking)}." if lacking else f"{count} đơn vị.")

    def _give(self) -> None:
        self.chosen.emit(str(self._form.currentData(Qt.ItemDataRole.UserRole)), self._name.text().strip(), self.members)


def _add(column: QVBoxLayout, words: str, field: QWidget) -> None:
    label = Label(words, Text.CAPTION, Ink.SOFT)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column.addWidget(label)
    column.addWidget(field)
