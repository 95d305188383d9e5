"""Tra số. This module holds the dialog in which a figure is found by its name, without dấu, and walked back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.cell_sheet import show_cell
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.figures import FigurePanel
from ccbdesk.gui.pages.page import Frame
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures.figures import CellPicture, FigureLine, FigurePicture
from ccbdesk.service.requests import Table
from ccbdesk.service.requests.figures import ListFigures, LookUp
from ccbdesk.vietnamese.folding import folded

_WIDTH, _HEIGHT = 1040, 430
_COLUMNS = (Column("Số liệu", 230, share=1), Column("Toàn Cụm", 176, is_number=True))
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def open_lookup(frame: Frame) -> None:
    """Open the dialog on the window, where a period is open."""
    window = frame if isinstance(frame, QWidget) else QApplication.activeWindow()
    desk = frame.desk
    if isinstance(window, QWidget) and desk is not None:
        frame.ask(ListFigures(desk.table), lambda lines: LookupDialog(window, frame, desk.table, lines).open())


def matching(lines: Sequence[FigureLine], typed: str) -> tuple[FigureLine, ...]:
    """Return the figures whose name, part of the form or code has every word that was typed, with or without dấu.

    Those whose name begins with what was typed come first."""
    wanted, words = folded(typed), folded(typed).split()
    found = [line for line in lines if all(word in _key(line) for word in words)]
    return tuple(sorted(found, key=lambda line: not folded(line.label).startswith(wanted)))


def _key(line: FigureLine) -> str:
    return f"{folded(line.label)} {folded(line.section)} {line.code}"


class SearchField(QLineEdit):
    """A field whose arrows go through what was found."""

    moved = Signal(int)
    """An arrow or a page key was pressed: Qt's number of the key."""

    def __init__(self) -> None:
        """Make an empty field."""
        super().__init__()
        self.setPlaceholderText("Gõ tên số liệu, có dấu hay không dấu đều được")
        self.setAccessibleName("Tên số liệu")
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass arrows on, and take what is typed."""
        if event.key() in _KEYS:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)


class LookupDialog(Overlay):
    """The dialog: what is typed chooses among the figures at the left, the one that is chosen is told at the right."""

    def __init__(self, window: QWidget, frame: Frame, table: Table, lines: Sequence[FigureLine]) -> None:
        """Offer all figures of a period."""
        super().__init__(window, "Tra số", width=_WIDTH)
        self._frame = frame
        self._table = table
        self._lines = tuple(lines)
        self.search = SearchField()
        self.count = Label("", Text.SMALL, Ink.SOFT)
        self.found = RowTable("Các số liệu", _COLUMNS, "Không có số liệu nào mang tên này.")
        self.panel = FigurePanel()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.search.moved.connect(self._move)
        self.found.chosen.connect(self._choose)
        self.panel.cell_asked.connect(self._show_cell)
        self.add_button(Button("Đón&g", Kind.FILLED), closes=True)
        self._filter("")

    def _fill(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.count)
        left.addWidget(self.found, 1)
        row = QHBoxLayout()
        row.setSpacing(worn().px(22))
        row.addLayout(left, 5)
        row.addWidget(self.panel, 6)
        policy = self.panel.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.panel.setSizePolicy(policy)
        self.body.addLayout(row)
        room = min(worn().px(_HEIGHT), round(self.window().height() * 0.62))
        self.found.setMinimumHeight(min(room - worn().px(90), self.found.minimumHeight()))
        self.panel.setMinimumSize(QSize(worn().px(300), room))

    def _filter(self, typed: str) -> None:
        found = matching(self._lines, typed)
        self.count.setText(f"{len(found)} trên {len(self._lines)} số liệu" if typed else f"{len(self._lines)} số liệu")
        self.found.show_rows([_row(line) for line in found])
        if found and self.found.chosen_key() not in {line.code for line in found}:
            self.found.choose(found[0].code)
        self.panel.setVisible(bool(found))

    def _move(self, key: int) -> None:
        QApplication.sendEvent(self.found, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def _choose(self, code: str) -> None:
        if code:
            self._frame.ask(LookUp(self._table, IndicatorCode(code)), self._show)

    def _show(self, picture: FigurePicture) -> None:
        self.panel.show_figure(picture)

    def _show_cell(self, cell: CellPicture) -> None:
        self.dismiss()
        show_cell(self.window(), self._frame, self._table, cell)


def _row(line: FigureLine) -> Row:
    tip = f"{line.label}\n{line.section}" if line.section else line.label
    return Row(line.code, (Cell(line.label, tip=tip), Cell(line.value, is_strong=True, tip=line.value)))
