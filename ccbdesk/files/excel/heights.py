"""How high rows must be. This module holds the estimate, for LibreOffice and print previews fit no row to its words."""

from collections.abc import Mapping
from math import inf

from ccbdesk.files.excel.looks import is_bold, is_numeric, narrowness, wraps
from ccbdesk.files.excel.measuring import WIDEST, lines_of
from ccbdesk.model.book import BookCell, BookSheet, EmptyCell, FormulaCell, LinkCell, Look, NumberCell, Placed, TextCell

LINE = 18.0
"""The height of a row of one line, in points."""

_FURTHER_LINE = 15.75
_TITLE = 24.0
_SHORT = 5  # fewer letters have room in any column of ours
_UNSAID = 8.0  # the width of a column of which nothing is said
_HIGHEST = 400.0  # Excel allows 409


def heights(sheet: BookSheet) -> Mapping[int, float]:
    """Return the height of every row that is not of the usual one: for its words, or because a title stands in it."""
    needed: dict[int, float] = {}
    rooms: dict[tuple[int, int, Look], float] = {}
    for placed in sheet.cells:
        cell = placed.cell
        if cell.look is Look.TITLE:
            needed[placed.row] = max(needed.get(placed.row, LINE), _TITLE)
        words = cell.text if isinstance(cell, TextCell) else _words(cell)
        if len(words) < _SHORT and "\n" not in words:
            continue
        place = (placed.column, placed.across, cell.look)
        room = rooms.get(place)
        if room is None:
            room = rooms[place] = _room(sheet, placed)
        if len(words) * WIDEST > room or "\n" in words:
            height = _height(words, room, cell.look)
            if height > needed.get(placed.row, LINE):
                needed[placed.row] = height
    return {row: min(_HIGHEST, height) for row, height in needed.items() if height > LINE}


def is_wrapped(placed: Placed) -> bool:
    """Tell whether the words of a cell go on in a further line: by their look, as the cell spans columns, or as they
    stand where figures do."""
    look = placed.cell.look
    return placed.across > 1 or wraps(look) or (is_numeric(look) and has_words(placed.cell))


def has_words(cell: BookCell) -> bool:
    """Tell whether a cell holds words, or a formula that gives words."""
    match cell:
        case TextCell() | LinkCell() | FormulaCell(result=str()):
            return True
        case NumberCell() | FormulaCell() | EmptyCell():
            return False


def _room(sheet: BookSheet, placed: Placed) -> float:
    """Return how many characters of a cell with words stand in one line; without end where none goes on in another."""
    if placed.column in sheet.hidden_columns or not is_wrapped(placed):
        return inf
    widths = sheet.widths[placed.column - 1 : placed.column - 1 + placed.across]
    return (sum(widths) or _UNSAID) * narrowness(placed.cell.look)


def _height(words: str, room: float, look: Look) -> float:
    if room == inf:
        return LINE
    return LINE + (lines_of(words, room, is_bold=is_bold(look)) - 1) * _FURTHER_LINE / narrowness(look)


def _words(cell: BookCell) -> str:
    match cell:
        case TextCell(text) | LinkCell(text):
            return text
        case FormulaCell(result=str(words)):
            return words
        case NumberCell() | FormulaCell() | EmptyCell():
            return ""
