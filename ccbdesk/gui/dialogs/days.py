"""Days. This module holds the field in which a day is typed, and the dialog on the days of a period."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.labels import Ink
from ccbdesk.model.period import Milestone
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.vietnamese.numbers.days import read_day

_LETTERS = {
    Milestone.CUT_OFF: "Ngày &chốt số liệu",
    Milestone.DEADLINE: "&Hạn gửi báo cáo",
    Milestone.MEETING: "Ngày h&ọp",
}
_UNREAD = "Chưa rõ ngày “{typed}”. Ghi ngày, tháng, năm, ví dụ 05/10/2026."


class DayField(QLineEdit):
    """A field for a day as people write it: “5/10/2026”, “ngày 5 tháng 10 năm 2026”. It may stay empty."""

    def __init__(self, day: date | None = None) -> None:
        """Show a day."""
        super().__init__()
        self.setPlaceholderText("ngày/tháng/năm")
        self.setAcceptDrops(False)
        self.set_day(day)

    def set_day(self, day: date | None) -> None:
        """Show another day."""
        self.setText(f"{day:%d/%m/%Y}" if day else "")

    @property
    def day(self) -> date | None:
        """The day that was typed; None where there is none, or none that the calendar has."""
        return read_day(self.text())

    @property
    def is_sound(self) -> bool:
        """Whether the field is empty or holds a day."""
        return not self.text().strip() or self.day is not None


def unread(*fields: DayField) -> str:
    """Return what is wrong with the first field that holds no day; empty where all are sound."""
    return next((_UNREAD.format(typed=field.text().strip()) for field in fields if not field.is_sound), "")


class DaysDialog(Asking):
    """The days of a period: those that were changed are told when the dialog is closed."""

    chosen = Signal(object)
    """The days that were changed, in the order of their milestones: tuples of milestone and day."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Show the days as they stand."""
        super().__init__(window, "Các ngày của kỳ", f"{desk.period}, {desk.cluster}.")
        self._known = {each.milestone: each.day for each in desk.milestones}
        self.days: Mapping[Milestone, DayField] = {each: DayField(self._known.get(each)) for each in Milestone}
        for milestone, field in self.days.items():
            self.add_field(_LETTERS[milestone], field)
        self.complaint = self.say("", Ink.ERROR)
        self.set_hint("Từng việc đổi ngày đều hoàn tác được.")
        self.offer_cancel()
        self.offer("&Ghi các ngày", Kind.FILLED).clicked.connect(self._finish)

    def _finish(self) -> None:
        wrong = unread(*self.days.values())
        self.complaint.setText(wrong)
        if wrong:
            return
        changed = tuple(
            (milestone, field.day)
            for milestone, field in self.days.items()
            if field.day is not None and field.day != self._known.get(milestone)
        )
        self.dismiss()
        self.chosen.emit(changed)
