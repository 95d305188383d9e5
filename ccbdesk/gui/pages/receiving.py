"""Nhận tệp. This module holds the page: where files are dropped, what is asked about them, and the table of units."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QWidget

from ccbdesk.gui.dialogs.receiving import ReceivingDialogs
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.pages.page import Frame, Page
from ccbdesk.gui.pages.unit_deeds import UnitDeeds
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.dropping import DropZone
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk

Pick = Callable[[QWidget, Path], tuple[Path, ...]]
"""Asks the person for files, beginning in a folder; none where nothing was chosen."""

_NO_FILE = "—"
_TITLE = "Nhận tệp của các đơn vị"
_PILLS = (
    (Tone.GOOD, "đạt", (Mark.GOOD, Mark.ACCEPTED)),
    (Tone.ERROR, "có lỗi", (Mark.ERROR,)),
    (Tone.WARNING, "cần xem", (Mark.WARNING,)),
    (Tone.QUESTION, "chờ trả lời", (Mark.ASKED,)),
    (Tone.RETURNED, "chờ bản sửa", (Mark.RETURNED,)),
    (Tone.WAITING, "chưa gửi", (Mark.WAITING,)),
)


def pick_files(parent: QWidget, folder: Path) -> tuple[Path, ...]:
    """Ask for workbooks with the system's own dialog."""
    kinds = "Tệp Excel (*.xlsx *.xlsm *.xls *.xlsb *.ods);;Mọi tệp (*)"
    names, _ = QFileDialog.getOpenFileNames(parent, "Chọn tệp đơn vị gửi", str(folder), kinds)
    return tuple(Path(name) for name in names)


class ReceivingPage(Page):
    """The page. Files that are dropped anywhere on the window come through the frame."""

    step: ClassVar[Step] = Step.RECEIVING
    title: ClassVar[str] = "Nhận tệp"

    def __init__(self, frame: Frame, pick: Pick = pick_files) -> None:
        """Make the page without a desk; ``pick`` asks for files."""
        super().__init__(frame)
        self._pick = pick
        self._desk: Desk | None = None
        self._dialogs = ReceivingDialogs(self, frame)
        self.choose = Button("&Chọn tệp…", Kind.OUTLINED, Icon.FOLDER)
        self.templates = Button("Tạo &biểu mẫu gửi các đơn vị…", Kind.LINK, Icon.EXCEL)
        self.head = PageHead(_TITLE, (self.templates, self.choose))
        self.zone = DropZone()
        self.asked = Stripe("", "T&rả lời…", Tone.QUESTION)
        self.strays = Stripe("", "&Xem các tệp…", Tone.ERROR)
        self.table = RowTable("Các đơn vị", _columns(""), "Chưa nhận tệp nào. Kéo các tệp Excel đơn vị gửi về vào đây.")
        self.deeds = UnitDeeds()
        self.remind = Button("Soạn lời &nhắc…", Kind.LINK, Icon.MAIL)
        self._lay_out()
        self._connect()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk) -> None:
        """Show units, files and questions as they stand."""
        self._desk = desk
        self.head.say(_TITLE, desk.receiving_lead)
        _show_stripe(self.asked, _asked_words(desk.questions), "T&rả lời…" if desk.questions else "")
        strays = strays_of(desk)
        _show_stripe(self.strays, _stray_words(strays), "&Xem các tệp…" if strays else "")
        self.table.set_heading(_KEY, desk.key_label)
        self.table.show_rows([_row(unit) for unit in desk.units])
        self.deeds.show_unit(desk.unit(UnitIdOf(self.table.chosen_key())), desk)
        self.remind.setVisible(bool(self._late()))
        self.changed.emit()
