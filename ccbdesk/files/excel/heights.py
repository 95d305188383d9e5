"""How high rows must be. This module holds the estimate, for LibreOffice and print previews fit no row to its words."""

from collections.abc import Mapping
from math import ceil, inf

from ccbdesk.files.excel.looks import is_numeric, narrowness, wraps
from ccbdesk.model.book import BookCell, BookSheet, EmptyCell, FormulaCell, LinkCell, Look, NumberCell, Placed, TextCell

LINE = 19.0
"""The height of a row of one line, in points."""

_FURTHER_LINE = 16.0
_CHARACTERS_A_WIDTH = 1.12  # a column of width 10 takes 11 letters of our font, or a few more
_SHORT = 6  # fewer letters have room in any column of ours
_HIGHEST = 400.0  # Excel allows 409


def heights(sheet: BookSheet) -> Mapping[int, float]:
    """Return the height of every row that needs more than one line."""
    lines: dict[int, int] = {}
    rooms: dict[tuple[int, int, Look], float] = {}
    for placed in sheet.cells:
        words = _words(placed.cell)
        if len(words) < _SHORT and "\n" not in words:
            continue
        place = (placed.column, placed.across, placed.cell.look)
        if place not in rooms:
            rooms[place] = _room(sheet, placed)
        if rooms[place] < inf and (len(words) > rooms[place] or "\n" in words):
            lines[placed.row] = max(lines.get(placed.row, 1), _lines(words, rooms[place]))
    return {row: min(_HIGHEST, LINE + (count - 1) * _FURTHER_LINE) for row, count in lines.items() if count > 1}


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
    """Return how many letters of a cell with words stand in one line: all of them where nothing goes on in another."""
    if placed.column in sheet.hidden_columns or not is_wrapped(placed):
        return inf
    widths = sheet.widths[placed.column - 1 : placed.column - 1 + placed.across]
    return max(1.0, sum(widths) * _CHARACTERS_A_WIDTH * narrowness(placed.cell.look)) if widths else 8.0


def _lines(words: str, room: float) -> int:
    return sum(max(1, ceil(len(line) / room)) for line in words.split("\n"))


def _words(cell: BookCell) -> str:
    match cell:
        case TextCell(text) | LinkCell(text):
            return text
        case FormulaCell(result=str(words)):
            return words
        case NumberCell() | FormulaCell() | EmptyCell():
            return ""
