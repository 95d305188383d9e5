"""The received sheet with a figure's cell. This module holds the dialog that shows it as it looked, the cell ringed."""

from PySide6.QtWidgets import QWidget

from ccbdesk.gui.dialogs.opening import open_copy
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.figures import where_of
from ccbdesk.gui.pages.page import Frame
from ccbdesk.gui.pages.sheets import shown_sheet
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.sheet import letters
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.model.grid import is_address, row_and_column
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.figures import CellPicture
from ccbdesk.service.requests import Table
from ccbdesk.service.requests.checking import ShowSheet

_WIDTH, _HEIGHT = 980, 360


def addresses(cells: str) -> tuple[str, ...]:
    """Return the cells of a part of a sheet, row by row: “E8:E9” are E8 and E9; one cell is itself."""
    first, _, last = cells.partition(":")
    if not (is_address(first) and is_address(last)):
        return (first,)
    (top, left), (bottom, right) = row_and_column(first), row_and_column(last)
    columns = range(left - 1, right)
    return tuple(f"{letters(column)}{row}" for row in range(top, bottom + 1) for column in columns)


def show_cell(window: QWidget, frame: Frame, table: Table, cell: CellPicture) -> None:
    """Show the sheet a cell stands in, on a window."""

    def show(picture: SheetPicture) -> None:
        dialog = Overlay(window, "Ô của số liệu trong tệp đã nhận", width=_WIDTH)
        dialog.body.addWidget(Label(where_of(cell), Text.BODY, Ink.SOFT, wraps=True))
        view = SheetView()
        view.setMinimumHeight(min(worn().px(_HEIGHT), round(window.height() * 0.55)))
        first, *others = addresses(cell.cell)
        view.show_sheet(shown_sheet(picture, first, Tone.NOTE, others))
        dialog.body.addWidget(view)
        if picture.note:
            dialog.body.addWidget(Label(picture.note, Text.SMALL, Ink.SOFT, wraps=True))
        opens = dialog.add_button(Button("Mở tệp trong &Excel", Kind.OUTLINED, Icon.EXCEL))
        opens.clicked.connect(lambda: open_copy(frame, table, cell.file))
        dialog.add_button(Button("Đón&g", Kind.FILLED), closes=True)
        dialog.open()
        view.centre()

    frame.ask(ShowSheet(table, cell.file, cell.sheet), show)
