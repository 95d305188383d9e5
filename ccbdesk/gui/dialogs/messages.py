"""Words to units. This module holds the dialogs for a file that is given back and for the reminder."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget

from ccbdesk.gui.dialogs.fields import captioned, text_field
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.checking import GivingBackPicture, ReminderPicture

_LINES = 11
_RECORDED = "Đã ghi là trả lại đơn vị. Có thể hoàn tác bằng Ctrl+Z sau khi đóng."


class GiveBackDialog(Overlay):
    """The message with a file that is given back. Copying it, or saving the marked copy, counts as giving back."""

    copied = Signal(str)
    """The message was put on the clipboard."""
    wanted = Signal(str)
    """The marked copy is to be saved; the message goes with it."""

    def __init__(self, window: QWidget, picture: GivingBackPicture) -> None:
        """Show the message, which may be changed."""
        super().__init__(window, f"Trả lại {picture.unit_name}", width=760)
        lead = picture.why_not or (
            f"Chương trình lưu một bản sao có tô màu và ghi chú ở {picture.cells} ô. "
            "Gửi bản sao này kèm lời nhắn dưới đây. Tệp đã nhận được giữ nguyên."
        )
        self.body.addWidget(Label(lead, Text.BODY, Ink.SOFT, wraps=True))
        self.message = text_field(picture.message, _LINES)
        self.body.addWidget(captioned("&Lời nhắn", self.message))
        self.copy = Button("&Chép lời nhắn", Kind.OUTLINED, Icon.COPY)
        self.save = Button("Lưu &bản có ghi chú…", Kind.FILLED, Icon.SAVE)
        self.add_button(self.copy)
        self.add_button(Button("Đón&g"), closes=True)
        self.add_button(self.save)
        if not picture.copy_name:
            self.save.hide()
            self.copy.set_kind(Kind.FILLED)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(lambda: self.wanted.emit(self.message.toPlainText()))

    def tell_recorded(self) -> None:
        """Say that the unit is known to be asked for another file."""
        self.set_hint(_RECORDED)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.toPlainText())
        self.copied.emit(self.message.toPlainText())


class ReminderDialog(Overlay):
    """The words to units that are waited for: to all together, or to one by its name."""

    def __init__(self, window: QWidget, picture: ReminderPicture) -> None:
        """Show the words, which may be changed before they are copied."""
        super().__init__(window, "Lời nhắc các đơn vị", width=720)
        lead = "Chép lời nhắc rồi dán vào Zalo hoặc thư điện tử. Chương trình không tự gửi."
        self.body.addWidget(Label(lead, Text.BODY, Ink.SOFT, wraps=True))
        self._texts = [("Chung cho cả nhóm", picture.to_all), *picture.to_each]
        self.whom = QComboBox()
        self.whom.addItems([name for name, _ in self._texts])
        self.message = text_field(picture.to_all, _LINES - 2)
        self.copy = Button("&Chép lời nhắc", Kind.FILLED, Icon.COPY)
        if len(picture.to_each) > 1:
            self.body.addWidget(captioned("Gử&i cho", self.whom))
        self.body.addWidget(captioned("&Lời nhắc", self.message))
        self.add_button(Button("Đón&g"), closes=True)
        self.add_button(self.copy)
        self.whom.currentIndexChanged.connect(lambda place: self.message.setPlainText(self._texts[place][1]))
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.toPlainText())
        self.set_hint("Đã chép. Dán vào Zalo bằng Ctrl+V.")
