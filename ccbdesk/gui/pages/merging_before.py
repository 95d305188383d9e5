"""Before merging. This module holds what goes in and what not, line by line, and the big button."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.marks import TONES
from ccbdesk.gui.picking import crumbs
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.scrolling import Column
from ccbdesk.gui.widgets.status import StatusShape
from ccbdesk.service.pictures.merging import Freshness, MergingLine, MergingPicture

_SIDE, _SHARE = 400, 0.5
_NOTE = "Tệp của các đơn vị không bị thay đổi. Muốn dừng lúc nào cũng được."


class BeforeMerging(Piece):
    """Lines at the left, where the workbook goes and the button at the right."""

    seen = Signal(object, str)
    """“Xem” was pressed: the step and the place it leads to."""

    def __init__(self) -> None:
        """Show no lines yet."""
        super().__init__()
        self.lines = Card("Trước khi tổng hợp", margin=24, spacing=14)
        self.saving = Card("Sổ sẽ được lưu tại", margin=24)
        self.folder = Elided("", cut=Qt.TextElideMode.ElideMiddle)
        self.name = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.elsewhere = Button("Đổi &nơi lưu…", Kind.LINK, Icon.FOLDER)
        self.merge = Button("&Tổng hợp", Kind.FILLED, Icon.MERGE, is_large=True)
        self.note = Label(_NOTE, Text.SMALL, Ink.SOFT, wraps=True)
        self._grid: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.take_look()

    def show_picture(self, picture: MergingPicture, folder: Path) -> None:
        """Show what would go in now, and where the workbook would lie."""
        self._show_lines(picture.lines)
        self.folder.setText(crumbs(folder))
        self.name.setText(picture.book_name)
        self.merge.setText(picture.button)
        self.merge.setAccessibleName(picture.button.replace("&", ""))
        self.merge.setToolTip("F9")
        self.merge.setEnabled(picture.freshness is not Freshness.NOTHING)

    def take_look(self) -> None:
        """Take the room between the cards."""
        super().take_look()
        self._row.setSpacing(worn().px(14))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lines more than half of the width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._side.setFixedWidth(min(worn().px(_SIDE), round(max(self.width(), 1) * _SHARE)))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.addWidget(self.lines)
        column.addStretch(1)
        for part in (self.folder, self.name):
            self.saving.content.addWidget(part)
        self.saving.content.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        self.saving.content.addSpacing(12)
        self.saving.content.addWidget(self.merge)
        self.saving.content.addWidget(self.note)
        side = QVBoxLayout()
        side.addWidget(self.saving)
        side.addStretch(1)
        self._side = Column(side)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Column(column), 1)
        self._row.addWidget(self._side)

    def _show_lines(self, lines: tuple[MergingLine, ...]) -> None:
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn().px(14))
        grid.setVerticalSpacing(worn().px(14))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            self._add(grid, row, line)
        self.lines.content.addWidget(self._grid)
        QWidget.setTabOrder(self.elsewhere, self.merge)

    def _add(self, grid: QGridLayout, row: int, line: MergingLine) -> None:
        words = QVBoxLayout()
        words.setSpacing(worn().px(1))
        words.addWidget(Label(line.status.words, Text.STRONG, wraps=True))
        if line.details:
            words.addWidget(Label(line.details, Text.SMALL, Ink.SOFT, wraps=True))
        shape = StatusShape(TONES[line.status.mark], line.status.words)
        grid.addWidget(shape, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, row, 1)
        if line.step is not None:
            see = Button("Xem", Kind.LINK)
            see.setAccessibleName(f"Xem {line.status.words}")
            see.clicked.connect(lambda: self.seen.emit(line.step, line.place))
            grid.addWidget(see, row, 2, Qt.AlignmentFlag.AlignVCenter)
