"""Why. This module holds the dialog that asks for a reason before something is put away or left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccbdesk.gui.dialogs.fields import captioned, text_field
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay

CAN_BE_UNDONE = "Có thể hoàn tác bằng Ctrl+Z"


class ReasonDialog(Overlay):
    """Asks for a reason; it stays open until ``dismiss``, since what was decided may be refused."""

    given = Signal(str)
    """The reason, tidied."""

    def __init__(self, window: QWidget, title: str, lead: str, action: str, icon: Icon) -> None:
        """Ask; ``action`` are the words on the button that decides."""
        super().__init__(window, title, width=600)
        self.reason = text_field(lines=3)
        self.decide = Button(action, Kind.FILLED, icon)
        self.body.addWidget(Label(lead, Text.BODY, Ink.SOFT, wraps=True))
        self.body.addWidget(captioned("&Lý do, để người sau biết vì sao", self.reason))
        self.set_hint(CAN_BE_UNDONE)
        self.add_button(Button("&Hủy"), closes=True)
        self.add_button(self.decide)
        self.decide.clicked.connect(lambda: self.given.emit(self._words()))
        self.reason.textChanged.connect(lambda: self.decide.setEnabled(bool(self._words())))
        self.decide.setEnabled(False)

    def _words(self) -> str:
        return " ".join(self.reason.toPlainText().split())
