"""A figure walked back, on the screen. This module holds the panel: what it is made of, unit by unit, and each cell."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.marks import shown
from ccbdesk.gui.widgets import scrolling
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.row_table import HEAD_HEIGHT, ROW_HEIGHT, RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.figures import CellPicture, FigurePicture, GroupPicture, PartPicture

_MOST_ROWS = 12  # of a table; more are scrolled to
_COLUMNS = (
    Column("Đơn vị", 108, share=3),
    Column("Số liệu", 92, share=1, is_number=True),
    Column("Nơi ghi", 96, share=2),
)
_COUNTED = (Mark.GOOD, Mark.NOTE)


class PartsTable(RowTable):
    """A table as high as its rows, up to some; more are scrolled to."""

    def __init__(self, name: str) -> None:
        """Make a table without rows."""
        super().__init__(name, _COLUMNS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for heads and rows."""
        rows = min(max(self.rows.rowCount(), 1), _MOST_ROWS)
        return QSize(super().sizeHint().width(), worn().px(HEAD_HEIGHT + rows * ROW_HEIGHT + 12))


class FigurePanel(Piece):
    """What a figure is made of. A row that is chosen says where it stands; Enter or a double click opens the cell."""

    cell_asked = Signal(object)
    """The ``CellPicture`` whose sheet is to be shown."""

    def __init__(self) -> None:
        """Show no figure yet."""
        super().__init__()
        self._picture: FigurePicture | None = None
        self._chosen: PartPicture | None = None
        self.title = Label("", Text.HEADING, wraps=True)
        self.value = Label("", Text.FIGURE, wraps=True)
        self.expression = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.copy = Button("&Chép", Kind.LINK, Icon.COPY)
        self.detail = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.open_cell = Button("Mở ô &này", Kind.OUTLINED, Icon.SEARCH)
        self.tables: list[RowTable] = []
        self._groups = QVBoxLayout()
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.open_cell.clicked.connect(self._open)
        self.take_look()

    def show_figure(self, picture: FigurePicture) -> None:
        """Show a figure from its name down to its cells."""
        self._picture = picture
        self._chosen = None
        self.setAccessibleName(f"{picture.title}: {picture.value}")
        self.title.setText(picture.title)
        self.value.setText(picture.value)
        self.expression.setText(f"Cách tính: {picture.expression}" if picture.expression else "")
        self.expression.setVisible(bool(picture.expression))
        self._clear()
        for group in picture.groups:
            self._add(group, is_alone=len(picture.groups) == 1)
        self._groups.addStretch(1)
        self._show_detail()
        self._scroll.verticalScrollBar().setValue(0)

    def take_look(self) -> None:
        """Take the room between the parts."""
        super().take_look()
        look = worn()
        self._groups.setSpacing(look.px(8))
        self._column.setSpacing(look.px(8))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = scrolling.Column(self._groups)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.value)
        self._column.addWidget(self.expression)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.detail)
        self._column.addWidget(self.open_cell, 0, Qt.AlignmentFlag.AlignLeft)

    def _clear(self) -> None:
        self.tables.clear()
        while item := self._groups.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add(self, group: GroupPicture, *, is_alone: bool) -> None:
        if not is_alone:
            self._groups.addWidget(Label(f"{group.label}: {group.value}", Text.STRONG, wraps=True))
        if group.rule:
            self._groups.addWidget(Label(f"Bằng {group.rule}", Text.SMALL, Ink.SOFT, wraps=True))
        if group.coverage.words:
            status = shown(group.coverage)
            self._groups.addWidget(Label(status.words, Text.SMALL, _ink(group.coverage.mark), wraps=True))
        for past in group.past:
            self._groups.addWidget(Label(f"{past.period}: {past.value}", Text.SMALL, Ink.SOFT, wraps=True))
        if group.parts:
            self._groups.addWidget(self._table(group))

    def _table(self, group: GroupPicture) -> RowTable:
        table = PartsTable(f"Từng đơn vị: {group.label}")
        table.show_rows([_row(str(place), part) for place, part in enumerate(group.parts)])
        parts = {str(place): part for place, part in enumerate(group.parts)}
        table.chosen.connect(lambda key: self._choose(parts.get(key)))
        table.opened.connect(lambda key: self._open_part(parts.get(key)))
        table.updateGeometry()
        self.tables.append(table)
        return table

    def _choose(self, part: PartPicture | None) -> None:
        self._chosen = part
        self._show_detail()

    def _show_detail(self) -> None:
        part = self._chosen
        self.detail.setText("\n".join(_told(part)) if part else "")
        self.detail.setVisible(part is not None)
        self.open_cell.setVisible(part is not None and part.cell is not None)

    def _open(self) -> None:
        self._open_part(self._chosen)

    def _open_part(self, part: PartPicture | None) -> None:
        if part is not None and part.cell is not None:
            self.cell_asked.emit(part.cell)

    def _copy(self) -> None:
        if self._picture is not None:
            QGuiApplication.clipboard().setText(self._picture.copied)


def _row(key: str, part: PartPicture) -> Row:
    cell = part.cell
    if cell is not None:
        where = Cell(f"ô {cell.cell}", is_soft=part.status.mark in _COUNTED, tip=f"{cell.words}\n{cell.file_name}")
    else:
        where = Cell(status=shown(part.status), tip=part.status.words)
    return Row(key, (Cell(part.name, tip=part.name), Cell(part.value or "–", is_strong=bool(part.value)), where))


def _told(part: PartPicture) -> Iterator[str]:
    yield f"{part.name}: {part.status.words.lower()}"
    if part.note:
        yield part.note
    if part.cell is not None:
        yield f"{part.cell.words}, tệp {part.cell.file_name}"


def _ink(mark: Mark) -> Ink:
    return Ink.WARNING if mark is Mark.WARNING else Ink.SOFT


def where_of(cell: CellPicture) -> str:
    """Return where a cell is, for the head of a dialog."""
    return f"{cell.words}, tệp {cell.file_name}"
