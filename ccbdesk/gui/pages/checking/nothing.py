"""Nothing to see to. This module holds what the page says where nothing was found, or no file is in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.status import StatusShape, Tone

_GOOD = ("Không có điều gì cần xử lý.", "Mọi tệp đã nhận đều đạt. Có thể tổng hợp ngay.")
_WAITING = ("Chưa có tệp nào để kiểm tra.", "Nhận tệp của các đơn vị ở bước 1 trước.")


class NothingToSee(Card):
    """A card with one sentence in its middle."""

    def __init__(self) -> None:
        """Make the card."""
        super().__init__(margin=40, spacing=12)
        self._good = StatusShape(Tone.GOOD, "Đạt", size=56)
        self._waiting = StatusShape(Tone.WAITING, "Chưa nhận", size=56)
        self.title = Label("", Text.HEADING, wraps=True)
        self.words = Label("", Text.BODY, Ink.SOFT, wraps=True)
        shapes = QHBoxLayout()
        shapes.addStretch(1)
        shapes.addWidget(self._good)
        shapes.addWidget(self._waiting)
        shapes.addStretch(1)
        self.content.addStretch(1)
        self.content.addLayout(shapes)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.content.addWidget(label)
        self.content.addStretch(2)
        self.show_desk(has_files=False)

    def show_desk(self, *, has_files: bool) -> None:
        """Say that all is well, or that nothing is in yet."""
        self._good.setVisible(has_files)
        self._waiting.setVisible(not has_files)
        title, words = _GOOD if has_files else _WAITING
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title} {words}")
