"""From pictures of received sheets to the sheets that the widgets show. This module holds the one way between both."""

from collections.abc import Iterable

from ccbdesk.gui.widgets.sheet import Merged, Sheet, SheetCell
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.model.grid import is_address, row_and_column
from ccbdesk.service.pictures.checking import SheetPicture, ShownCell, Side


def shown_sheet(picture: SheetPicture, cell: str = "", tone: Tone = Tone.ERROR, related: Iterable[str] = ()) -> Sheet:
    """Return a received sheet with a cell ringed in a tone; what is no single cell's address rings nothing."""
    return Sheet(
        max(picture.rows, _spot(cell)[0] + 1 if is_address(cell) else 0),
        len(picture.columns),
        {(each.row - 1, each.column - 1): _cell(each) for each in picture.cells},
        {place: column.heading for place, column in enumerate(picture.columns) if column.heading},
        tuple(
            Merged(area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1)
            for area in picture.merges
        ),
        _spot(cell) if is_address(cell) else None,
        tone,
        frozenset(_spot(each) for each in related if is_address(each)),
        {place: column.width for place, column in enumerate(picture.columns)},
        frozenset(row - 1 for row in picture.hidden_rows) - ({_spot(cell)[0]} if is_address(cell) else set()),
        frozenset(place for place, column in enumerate(picture.columns) if column.is_hidden),
    )


def _cell(cell: ShownCell) -> SheetCell:
    return SheetCell(cell.words, cell.side is Side.RIGHT, cell.is_bold, cell.side is Side.CENTRE)


def _spot(address: str) -> tuple[int, int]:
    row, column = row_and_column(address)
    return row - 1, column - 1
