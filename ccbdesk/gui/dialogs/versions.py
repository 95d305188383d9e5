"""Files of a unit, or of nobody. This module holds the dialog that lists them and what can be done about each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from ccbdesk.gui.dialogs.fields import captioned
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.model.origin import Digest
from ccbdesk.service.pictures.desk import FilePicture

_COLUMNS = (
    Column("Tệp", 260, share=2),
    Column("Nhận lúc", 160, is_spare=True),
    Column("Tính là nhận ngày", 170),
    Column("Tình trạng", 190, share=1),
)
_DAY = "dd/MM/yyyy"


class FilesDialog(Overlay):
    """Lists files; the links below are about the one that is chosen. It stays open while things are decided."""

    open_wanted = Signal(str)
    compare_wanted = Signal(str)
    """The file is to be compared with the one that came after it."""
    aside_wanted = Signal(str)
    date_wanted = Signal(str, object)
    """The file, and the day on which it counts as received."""

    def __init__(self, window: QWidget, title: str, lead: str, files: Sequence[FilePicture], *, is_open: bool) -> None:
        """List the files; ``is_open``: things can be decided about them."""
        super().__init__(window, title, width=860)
        self._files: dict[Digest, FilePicture] = {}
        self._is_open = is_open
        self.table = RowTable("Các tệp", _COLUMNS)
        self.table.setFixedHeight(worn().px(220))
        self.note = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.open_link = Button("Mở trong &Excel", Kind.LINK, Icon.EXCEL)
        self.compare = Button("&So với bản sau nó…", Kind.LINK, Icon.SWAP)
        self.aside = Button("Để &riêng, không dùng…", Kind.LINK, Icon.DASH_CIRCLE)
        self.day = QDateEdit()
        self.day.setDisplayFormat(_DAY)
        self.day.setCalendarPopup(True)
        self.day.setAcceptDrops(False)
        self.set_day = Button("&Ghi ngày nhận này")
        self._put_together(lead)
        self._connect()
        self.show_files(files)

    def show_files(self, files: Sequence[FilePicture]) -> None:
        """Show the files as they stand now."""
        self._files = {file.digest: file for file in files}
        self.table.show_rows([_row(file) for file in files])
        if files and not self.table.chosen_key():
            self.table.choose(files[0].digest)
        self._show_chosen()

    def chosen(self) -> FilePicture | None:
        """Return the file that is chosen."""
        return self._files.get(Digest(self.table.chosen_key()))

    def later_than(self, digest: str) -> FilePicture | None:
        """Return the file that came next after one, None for the newest."""
        files = list(self._files.values())
        place = next((at for at, file in enumerate(files) if file.digest == digest), 0)
        return files[place - 1] if place else None

    def _put_together(self, lead: str) -> None:
        self.body.addWidget(Label(lead, Text.BODY, Ink.SOFT, wraps=True))
        self.body.addWidget(self.table)
        self.body.addWidget(self.note)
        links = QHBoxLayout()
        for link in (self.open_link, self.compare, self.aside):
            links.addWidget(link)
        links.addStretch(1)
        self.body.addLayout(links)
        self._dating = QWidget()
        row = QHBoxLayout(self._dating)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(captioned("&Tính là nhận ngày", self.day))
        row.addWidget(self.set_day)
        row.addStretch(1)
        self.body.addWidget(self._dating)
        self.add_button(Button("Đó&ng"), closes=True)

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.open_link.clicked.connect(lambda: self.open_wanted.emit(self.table.chosen_key()))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.table.chosen_key()))
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self.table.chosen_key()))
        self.set_day.clicked.connect(lambda: self.date_wanted.emit(self.table.chosen_key(), _day_of(self.day.date())))

    def _show_chosen(self) -> None:
        file = self.chosen()
        for part in (self.open_link, self.aside, self._dating):
            part.setVisible(file is not None)
        self.compare.setVisible(file is not None and self.later_than(file.digest) is not None)
        self.note.setText(file.note if file else "")
        self.note.setVisible(bool(file and file.note))
        if file is not None:
            self.aside.setVisible(self._is_open and not file.is_put_away)
            self._dating.setVisible(self._is_open and file.day is not None)
            if file.day is not None:
                self.day.setDate(QDate(file.day.year, file.day.month, file.day.day))


def _row(file: FilePicture) -> Row:
    day = f"{file.day:%d/%m/%Y}" if file.day else ""
    order = file.day.isoformat() if file.day else ""
    status = (
        Status(Tone.GOOD, "Đang dùng")
        if file.is_used
        else Status(Tone.NOT_APPLICABLE, "Để riêng")
        if file.is_put_away
        else Status(Tone.WAITING, "Không dùng")
    )
    return Row(
        file.digest,
        (
            Cell(file.name, is_strong=file.is_used, tip=file.name),
            Cell(file.when, is_soft=True),
            Cell(day, order=(order,)),
            Cell(status=status),
        ),
    )


def _day_of(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
