"""Sửa số. This module holds the dialog that puts a figure right: old, new, apart, on whose word."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ccbdesk.gui.dialogs.fields import captioned, line_field
from ccbdesk.gui.dialogs.papers import Papers, PickPapers, pick_papers
from ccbdesk.gui.dialogs.reasons import CAN_BE_UNDONE
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.checking import TriedFigure
from ccbdesk.service.pictures.desk import FindingPicture

_PAUSE = 250  # milliseconds without a key before what is typed is tried


class CorrectDialog(Overlay):
    """Asks for the right figure; it stays open until ``dismiss``, since what was typed may be refused."""

    tried = Signal(str)
    """What is typed so far, to be tried; ``show_tried`` takes the answer."""
    given = Signal(str, str)
    """The figure as typed, and on whose word."""

    def __init__(self, window: QWidget, finding: FindingPicture, pick: PickPapers = pick_papers) -> None:
        """Ask about the figure of a finding."""
        super().__init__(window, "Sửa số liệu", width=640)
        about = f"{finding.unit_name} – {finding.figure_name} ({finding.place})"
        self.body.addWidget(Label(about, Text.BODY, Ink.SOFT, wraps=True))
        seen = f"Tệp của đơn vị ghi: {finding.seen}" if finding.seen else "Tệp của đơn vị để trống."
        self.body.addWidget(Label(seen, Text.STRONG, wraps=True))
        self.value = line_field(hint="Ghi như trong biểu, ví dụ 1.234")
        self.said = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.source = line_field(hint="Ví dụ: ông Ba, Chủ tịch Hội, qua điện thoại; công văn số 12")
        self.papers = Papers(pick, single=True)
        self.decide = Button("&Sửa số", Kind.FILLED, Icon.CHECK)
        self.body.addWidget(captioned("Số đú&ng", self.value))
        self.body.addWidget(self.said)
        self.body.addWidget(captioned("&Theo ai, theo văn bản nào", self.source))
        self.body.addWidget(self.papers)
        note = "Tệp đã nhận không bị sửa; sổ và báo cáo ghi rõ số đã nhận, số đã sửa, chênh lệch và nguồn."
        self.body.addWidget(Label(note, Text.SMALL, Ink.SOFT, wraps=True))
        self.set_hint(CAN_BE_UNDONE)
        self.add_button(Button("&Hủy"), closes=True)
        self.add_button(self.decide)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self.tried.emit(self.value.text()))
        self.value.textChanged.connect(self._wait)
        self.source.textChanged.connect(self._allow)
        self.decide.clicked.connect(lambda: self.given.emit(self.value.text().strip(), self.source.text().strip()))
        self._allow()

    def show_tried(self, typed: str, tried: TriedFigure) -> None:
        """Say how the figure would be read, if it still is what is typed."""
        if typed == self.value.text():
            self.said.setText(tried.words)
            self.said.set_ink(Ink.SOFT if tried.is_read else Ink.ERROR)

    def _wait(self) -> None:
        self.said.setText("")
        self._pause.start()
        self._allow()

    def _allow(self) -> None:
        self.decide.setEnabled(bool(self.value.text().strip() and self.source.text().strip()))
