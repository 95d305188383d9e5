"""Vì sao chấp nhận? This module holds the dialog: four usual reasons, free words, and whether the report tells it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from ccbdesk.gui.dialogs.fields import captioned, text_field
from ccbdesk.gui.dialogs.reasons import CAN_BE_UNDONE
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.desk import FindingPicture

REASONS = (
    "Đơn vị đã rà lại danh sách",
    "Sáp nhập hoặc tách chi hội",
    "Đã hỏi lại đơn vị, số này đúng",
)
OTHER = "Lý do khác (ghi ở dưới)"


class AcceptDialog(Overlay):
    """Asks why a warning is accepted; it stays open until ``dismiss``."""

    given = Signal(str, bool)
    """The reason, and whether it becomes a note in the report."""

    def __init__(self, window: QWidget, finding: FindingPicture) -> None:
        """Ask about a finding."""
        super().__init__(window, "Vì sao chấp nhận?", width=680)
        tone = Tone.NOTE if finding.level is Mark.NOTE else Tone.WARNING
        place = ", ".join(part for part in (finding.unit_name, finding.place) if part)
        self.body.addWidget(Stripe(f"{finding.title}. {place}.\n{finding.sentence}", tone=tone))
        self.reasons = tuple(QRadioButton(words) for words in (*REASONS, OTHER))
        self._group = QButtonGroup(self)
        for button in self.reasons:
            self._group.addButton(button)
            self.body.addWidget(button)
        self.more = text_field(lines=2, hint="Ví dụ: Chủ tịch Hội báo qua điện thoại ngày 4 tháng 10")
        self.body.addWidget(captioned("&Ghi thêm (lưu vào trang Kiểm tra của sổ)", self.more))
        self.told = QCheckBox("Ghi lý do này vào &báo cáo")
        self.body.addWidget(self.told)
        self.decide = Button("&Chấp nhận", Kind.FILLED, Icon.DOUBLE_TICK)
        self.set_hint(CAN_BE_UNDONE)
        self.add_button(Button("&Hủy"), closes=True)
        self.add_button(self.decide)
        self._group.buttonClicked.connect(lambda _button: self._allow())
        self.more.textChanged.connect(self._allow)
        self.decide.clicked.connect(lambda: self.given.emit(self.reason(), self.told.isChecked()))
        self._allow()

    def reason(self) -> str:
        """Return the reason as it is recorded; empty where none is given yet."""
        usual, more = self._usual(), " ".join(self.more.toPlainText().split())
        if usual == OTHER:
            return more
        return f"{usual}. {more}" if usual and more else usual

    def _usual(self) -> str:
        chosen = self._group.checkedButton()
        return chosen.text() if chosen is not None else ""

    def _allow(self) -> None:
        self.decide.setEnabled(bool(self.reason()))
