"""What can be decided about a finding. This module holds the buttons below its sheet, and why one is missing."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Elided, Ink
from ccbdesk.gui.widgets.piece import Piece

_WORDS = {
    "give_back": ("Trả &lại để sửa…", "Trả &lại…"),
    "accept": ("&Chấp nhận, ghi lý do…", "&Chấp nhận…"),
    "correct": ("Sử&a số, có nguồn…", "Sử&a số…"),
}
_ICONS = {"give_back": Icon.REPLY, "accept": Icon.DOUBLE_TICK, "correct": Icon.PEN}


class FindingDeeds(Piece):
    """The buttons; where the line is too narrow for all of their words, shorter ones."""

    def __init__(self) -> None:
        """Make the line; every button is shown or hidden by whoever knows what can be done."""
        super().__init__()
        self.setAccessibleName("Cách xử lý")
        self.give_back, self.accept, self.correct = (Button("", Kind.OUTLINED, icon) for icon in _ICONS.values())
        self.why = Elided("", Text.SMALL, Ink.SOFT)
        self._buttons = dict(zip(_WORDS, (self.give_back, self.accept, self.correct), strict=True))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for name, button in self._buttons.items():
            button.setAccessibleName(_WORDS[name][0].replace("&", ""))
            self._line.addWidget(button)
        self._line.addWidget(self.why, 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choose_words(is_roomy=True, has_icons=True)
        self.why.hide()
        self._line.addStretch(1)
        self.take_look()

    def say_why(self, words: str) -> None:
        """Say why a button is missing, where one is."""
        self.why.setText(words)
        self.why.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """Choose what fits: long words, else short ones, else short ones without their icons."""
        for is_roomy, has_icons in ((True, True), (False, True), (False, False)):
            self._choose_words(is_roomy=is_roomy, has_icons=has_icons)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        why = [worn().text_width(self.why.text(), Text.SMALL)] if self.why.text() else []
        widths = [button.sizeHint().width() for button in shown] + why
        return sum(widths) + self._line.spacing() * len(widths)

    def sizeHint(self) -> QSize:
        """Return the room for a line of buttons."""
        return QSize(worn().px(414), self.give_back.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for three buttons with short words."""
        return QSize(worn().px(414), self.give_back.sizeHint().height())

    def take_look(self) -> None:
        """Take spacing."""
        super().take_look()
        self._line.setSpacing(worn().px(8))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words that fit."""
        super().resizeEvent(event)
        self.fit()

    def _choose_words(self, *, is_roomy: bool, has_icons: bool) -> None:
        for name, button in self._buttons.items():
            words = _WORDS[name][0 if is_roomy else 1]
            button.set_sign(_ICONS[name] if has_icons else None)
            if button.text() != words:
                button.setText(words)
                button.updateGeometry()
