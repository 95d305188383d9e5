"""Closing a period, opening it again, and taking the signed report back. This module holds the three dialogs."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.dialogs.days import DayField, unread
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink
from ccbdesk.model.history import Stage
from ccbdesk.service.pictures.desk import Desk


class CloseDialog(Asking):
    """Asks at which stage the figures of a period are closed."""

    chosen = Signal(object)
    """The stage."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Say what closing means, and what is not done yet."""
        lead = "Số liệu của kỳ được giữ nguyên từ đây, để các kỳ sau so sánh. Khi cần vẫn mở lại được, có ghi lý do."
        super().__init__(window, f"Chốt sổ {desk.period}?", lead)
        if not desk.is_complete:
            self.say("Kỳ này còn điều chưa xong: số liệu chốt là số hiện có.", Ink.WARNING)
        self.official = QRadioButton("Số liệu c&hính thức")
        self.meeting = QRadioButton("Số liệu tại hội &nghị, sau còn bổ sung")
        self.official.setChecked(True)
        self.fields.addWidget(self.official)
        self.fields.addWidget(self.meeting)
        self.offer_cancel("Để &sau")
        self.offer("&Chốt sổ", Kind.FILLED, Icon.LOCK).clicked.connect(self._finish)

    def _finish(self) -> None:
        self.dismiss()
        self.chosen.emit(Stage.OFFICIAL if self.official.isChecked() else Stage.AT_MEETING)


class ReasonDialog(Asking):
    """Asks for a reason, which must be given."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, title: str, lead: str, action: str) -> None:
        """Ask; ``action`` are the words on the filled button."""
        super().__init__(window, title, lead)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAcceptDrops(False)
        self.add_field("&Lý do", self.reason)
        self.complaint = self.say("", Ink.ERROR)
        self.offer_cancel()
        self.offer(action, Kind.FILLED).clicked.connect(self._finish)

    def _finish(self) -> None:
        reason = self.reason.toPlainText().strip()
        self.complaint.setText("" if reason else "Cần ghi lý do.")
        if reason:
            self.dismiss()
            self.chosen.emit(reason)


class FileField(QLineEdit):
    """A field that shows a chosen file, and the button that chooses it."""

    def __init__(self, window: QWidget, title: str, kinds: str) -> None:
        """Show none; ``kinds`` is as Qt writes it: “Tệp Word (*.docx)”."""
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText("chưa chọn tệp")
        self.path: Path | None = None
        self._window, self._title, self._kinds = window, title, kinds
        self.button = Button("Chọn…", Kind.OUTLINED, Icon.FOLDER)
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self._pick)

    def _pick(self) -> None:
        folder = str(self.path.parent if self.path else picking.documents())
        chosen = picking.pick_file(self._window, self._title, folder, self._kinds)
        if chosen is not None:
            self.path = chosen
            self.setText(chosen.name)
            self.setToolTip(str(chosen))


class IssueDialog(Asking):
    """Takes the signed report back: number, day, the Word file as it was signed, and a scan."""

    chosen = Signal(str, object, object, object)
    """Number, day, document, scan or None."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Ask for the four."""
        lead = "Báo cáo đã ký được lưu vào hồ sơ cùng số liệu của nó, để sau này còn đối chiếu và đính chính."
        super().__init__(window, f"Ghi nhận đã ban hành báo cáo {desk.period}", lead)
        self.number = QLineEdit()
        self.number.setPlaceholderText("ví dụ 12/BC-CTĐ")
        self.number.setAcceptDrops(False)
        self.day = DayField()
        self.document = FileField(window, "Chọn báo cáo đã ký (Word)", "Tệp Word (*.docx)")
        self.scan = FileField(window, "Chọn bản quét", "Bản quét (*.pdf *.jpg *.jpeg *.png);;Mọi tệp (*)")
        self.add_field("&Số báo cáo", self.number)
        self.add_field("&Ngày ký", self.day)
        self.add_field("Báo cáo đã ký (&Word)", self.document, self.document.button)
        self.add_field("Bản &quét, nếu có", self.scan, self.scan.button)
        self.complaint = self.say("", Ink.ERROR)
        self.offer_cancel()
        self.offer("&Ghi nhận", Kind.FILLED).clicked.connect(self._finish)

    def _finish(self) -> None:
        wrong = self._wrong()
        self.complaint.setText(wrong)
        if not wrong:
            self.dismiss()
            self.chosen.emit(self.number.text().strip(), self.day.day, self.document.path, self.scan.path)

    def _wrong(self) -> str:
        day: date | None = self.day.day
        if not self.number.text().strip():
            return "Cần ghi số báo cáo."
        if unread(self.day):
            return unread(self.day)
        if day is None:
            return "Cần ghi ngày ký."
        return "" if self.document.path else "Cần chọn tệp Word của báo cáo đã ký."
