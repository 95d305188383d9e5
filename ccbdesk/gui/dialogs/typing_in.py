"""Nhập thay. This module holds the dialog in which a return that came on paper or by telephone is typed in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ccbdesk.gui.dialogs.fields import captioned, line_field
from ccbdesk.gui.dialogs.papers import Papers, PickPapers, pick_papers
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay

PickFilled = Callable[[QWidget], Path | None]
"""Asks for the form that was filled in, where it is not the one that was opened."""


def pick_filled(parent: QWidget) -> Path | None:
    """Ask for a workbook with the system's own dialog."""
    name, _ = QFileDialog.getOpenFileName(parent, "Chọn biểu mẫu đã ghi", "", "Tệp Excel (*.xlsx *.xlsm *.xls)")
    return Path(name) if name else None


class TypeInDialog(Overlay):
    """Two moves: open the unit's blank form in Excel, then take it back in, with its source and papers."""

    open_wanted = Signal()
    """The blank form is to be written and opened; ``show_form`` takes where it lies."""
    fill_wanted = Signal()
    """Figures are to be typed one by one instead."""
    taken = Signal(object, str, tuple)
    """The form that was filled in, from what, and the papers."""

    def __init__(
        self,
        window: QWidget,
        unit_name: str,
        pick: PickFilled = pick_filled,
        pick_evidence: PickPapers = pick_papers,
    ) -> None:
        """Offer both moves for a unit."""
        super().__init__(window, f"Nhập thay {unit_name}", width=700)
        self._pick = pick
        self._form: Path | None = None
        lead = "Dùng khi đơn vị báo cáo bằng giấy, ảnh chụp hoặc điện thoại. Số nhập thay luôn mang tên nguồn."
        self.open_form = Button("&Mở biểu mẫu trong Excel", Kind.OUTLINED, Icon.EXCEL)
        self.fill = Button("Chỉ ghi &vài số, không dùng Excel…", Kind.LINK, Icon.PEN)
        self.file = Elided("Chưa mở biểu mẫu.", Text.SMALL, Ink.SOFT)
        self.choose = Button("Chọn tệp &khác…", Kind.LINK, Icon.FOLDER)
        self.source = line_field(hint="Ví dụ: công văn số 12; ảnh chụp qua Zalo; điện thoại ông Ba")
        self.papers = Papers(pick_evidence)
        self.take = Button("&Nhận biểu mẫu đã ghi", Kind.FILLED, Icon.DOWNLOAD)
        self.body.addWidget(Label(lead, Text.BODY, Ink.SOFT, wraps=True))
        self._put_together()
        self.add_button(Button("&Hủy"), closes=True)
        self.add_button(self.take)
        self.open_form.clicked.connect(self.open_wanted)
        self.fill.clicked.connect(self.fill_wanted)
        self.choose.clicked.connect(self._choose)
        self.source.textChanged.connect(self._allow)
        self.take.clicked.connect(lambda: self.taken.emit(self._form, self.source.text().strip(), self.papers.paths))
        self._allow()

    def show_form(self, path: Path, *, was_there: bool) -> None:
        """Say where the form lies that is being filled in; ``was_there``: an earlier one is gone on with."""
        self._form = path
        again = " (đã ghi dở từ trước, mở lại để ghi tiếp)" if was_there else ""
        self.file.setText(f"Ghi xong, lưu trong Excel rồi bấm Nhận: {path.name}{again}")
        self._allow()

    def _put_together(self) -> None:
        self.body.addWidget(Label("1. Ghi số liệu vào biểu mẫu của đơn vị", Text.STRONG, wraps=True))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.open_form)
        first.addWidget(self.fill)
        first.addStretch(1)
        second.addWidget(self.file, 1)
        second.addWidget(self.choose)
        self.body.addLayout(first)
        self.body.addWidget(Label("2. Nhận lại biểu mẫu đã ghi", Text.STRONG, wraps=True))
        self.body.addLayout(second)
        self.body.addWidget(captioned("N&guồn: từ giấy tờ nào, ai báo", self.source))
        self.body.addWidget(self.papers)

    def _choose(self) -> None:
        path = self._pick(self)
        if path is not None:
            self.show_form(path, was_there=False)

    def _allow(self) -> None:
        self.take.setEnabled(self._form is not None and bool(self.source.text().strip()))
