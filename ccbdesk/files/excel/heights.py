"""How high rows must be. This module holds the estimate, for LibreOffice and print previews fit no row to its words."""

from collections.abc import Mapping

from ccbdesk.files.excel.looks import is_bold, is_numeric, narrowness, wraps
from ccbdesk.files.excel.measuring import lines_of
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
    for placed in sheet.cells:
        words = _words(placed.cell)
        is_short = len(words) < _SHORT and "\n" not in words
        if not is_short and placed.column not in sheet.hidden_columns and is_wrapped(placed):
            needed[placed.row] = max(needed.get(placed.row, LINE), _height(sheet, placed, words))
        elif placed.cell.look is Look.TITLE:
            needed[placed.row] = max(needed.get(placed.row, LINE), _TITLE)
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


def _height(sheet: BookSheet, placed: Placed, words: str) -> float:
    look = placed.cell.look
    widths = sheet.widths[placed.column - 1 : placed.column - 1 + placed.across]
    room = (sum(widths) or _UNSAID) * narrowness(look)
    return LINE + (lines_of(words, room, is_bold=is_bold(look)) - 1) * _FURTHER_LINE / narrowness(look)


def _words(cell: BookCell) -> str:
    match cell:
        case TextCell(text) | LinkCell(text):
            return text
        case FormulaCell(result=str(words)):
            return words
        case NumberCell() | FormulaCell() | EmptyCell():
            return ""
