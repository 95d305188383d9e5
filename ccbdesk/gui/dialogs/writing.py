"""Writing packages and templates. This module holds the dialogs that ask what is to be written, and say that it was."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QRadioButton, QWidget

from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.dialogs.days import DayField, unread
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.choices import Choice
from ccbdesk.gui.widgets.labels import Ink
from ccbdesk.model.period import Milestone, Period, period_of
from ccbdesk.service.pictures.cabinet import Written
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.wording.periods import period_name


class ExportDialog(Asking):
    """Asks whether one period or the whole dossier is to be written out."""

    chosen = Signal(bool)
    """Whether the whole dossier is meant."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Say what a package is."""
        lead = (
            "Gói hồ sơ là một thư mục đọc được không cần phần mềm này: tệp đã nhận, sổ tổng hợp, báo cáo và mục lục. "
            "Dùng để lưu trữ hoặc bàn giao."
        )
        super().__init__(window, "Xuất gói hồ sơ", lead)
        self.one = QRadioButton(f"&Kỳ đang mở: {desk.period}")
        self.whole = QRadioButton("Cả hồ &sơ, mọi kỳ")
        self.one.setChecked(True)
        self.fields.addWidget(self.one)
        self.fields.addWidget(self.whole)
        self.offer_cancel()
        self.offer("&Chọn nơi lưu…", Kind.FILLED, Icon.FOLDER).clicked.connect(self._finish)

    def _finish(self) -> None:
        self.dismiss()
        self.chosen.emit(self.whole.isChecked())


class TemplatesDialog(Asking):
    """Asks for which period templates are wanted, and until which day figures count."""

    chosen = Signal(str, object, bool)
    """Code of the period, day on which figures close or None, whether one workbook serves all."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Offer this period and those that follow."""
        lead = (
            "Mỗi đơn vị một tệp Excel để điền, kèm thư đề nghị báo cáo và lời nhắn soạn sẵn. "
            "Số của kỳ trước được ghi cạnh ô cần điền."
        )
        super().__init__(window, "Tạo biểu mẫu gửi các đơn vị", lead)
        self.period = Choice("Kỳ báo cáo")
        self._this = desk.table.period
        for each in periods_from(desk.table.period):
            self.period.addItem(sentence(period_name(each)), each.code)
        known = next((each.day for each in desk.milestones if each.milestone is Milestone.CUT_OFF), None)
        self._cut_off: date | None = known
        self.cut_off = DayField(known)
        self.each = QRadioButton("Mỗi đơn &vị một tệp, đã ghi sẵn tên")
        self.common = QRadioButton("Một tệp c&hung, đơn vị tự chọn tên")
        self.each.setChecked(True)
        self.add_field("&Kỳ báo cáo", self.period)
        self.add_field("Số liệu &tính đến", self.cut_off)
        self.fields.addWidget(self.each)
        self.fields.addWidget(self.common)
        self.complaint = self.say("", Ink.ERROR)
        self.offer_cancel()
        self.offer("&Chọn nơi lưu…", Kind.FILLED, Icon.FOLDER).clicked.connect(self._finish)
        self.period.currentIndexChanged.connect(self._take_period)

    def _take_period(self) -> None:
        """Forget the day of another period."""
        self.cut_off.set_day(self._cut_off if self.period.currentData() == self._this else None)

    def _finish(self) -> None:
        wrong = unread(self.cut_off)
        self.complaint.setText(wrong)
        if not wrong:
            self.dismiss()
            self.chosen.emit(self.period.currentData(), self.cut_off.day, self.common.isChecked())


class WrittenDialog(Asking):
    """Says that something was written, and offers to open its folder."""

    def __init__(self, window: QWidget, written: Written) -> None:
        """Say so."""
        super().__init__(window, "Đã ghi xong", sign=(Icon.CHECK_CIRCLE, "good_ink"))
        self.say(written.words)
        self.say(str(written.folder), Ink.SOFT)
        self.offer_cancel("Đón&g")
        self.offer("&Mở thư mục", Kind.FILLED, Icon.FOLDER).clicked.connect(lambda: self._open(written.folder))

    def _open(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self.dismiss()


def periods_from(code: str) -> tuple[Period, ...]:
    """Return a period and those after it that reports speak of, until the end of the next year."""
    first = period_of(code)
    if first is None:
        return ()
    found = [first]
    while found[-1].next.last_day.year <= first.year + 1 and len(found) < 6:
        found.append(found[-1].next)
    if Period(first.year + 1, first.span) not in found:
        found.append(Period(first.year + 1, first.span))
    return tuple(found)


def sentence(words: str) -> str:
    """Return words with a capital."""
    return f"{words[:1].upper()}{words[1:]}"
