"""How far a long job is. This module holds the panel: unit by unit, with Dừng."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.piece import Piece


class ProgressPanel(Piece):
    """What is being done now, a bar, a note, and Dừng. It lies in a card or an overlay."""

    stop_pressed = Signal()

    def __init__(self, note: str = "Dừng lúc nào cũng được, không mất gì.") -> None:
        """Make a panel on which nothing has begun."""
        super().__init__()
        self.words = Elided("", Text.BODY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Tiến độ")
        self.note = Label(note, Text.SMALL, Ink.SOFT, wraps=True)
        self.stop = Button("&Dừng", icon=Icon.STOP)
        self.stop.clicked.connect(self._stop)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.words)
        self._lines.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignBottom)
        self._lines.addLayout(foot)
        self.take_look()

    def begin(self, words: str) -> None:
        """Say what is begun; how much there is to do is not known yet."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say what is being done, “Hội CCB xã Long Vân, 7 trên 12 đơn vị”, and how much of how much is done."""
        if self.stop.isEnabled():
            self.words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.setAccessibleDescription(words)

    def take_look(self) -> None:
        """Take the room between the lines."""
        super().take_look()
        self._lines.setSpacing(worn().px(12))

    def _stop(self) -> None:
        self.words.setText("Đang dừng…")
        self.stop.setEnabled(False)
        self.stop_pressed.emit()
