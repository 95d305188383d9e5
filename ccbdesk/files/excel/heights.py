"""How high rows must be. This module holds the estimate, for LibreOffice and print previews fit no row to its words."""

from collections.abc import Mapping
from math import ceil

from ccbdesk.files.excel.looks import wraps
from ccbdesk.model.book import BookSheet, Placed, TextCell

LINE = 19.0
"""The height of a row of one line, in points."""

_FURTHER_LINE = 16.0
_CHARACTERS_A_WIDTH = 1.12  # a column of width 10 takes 11 letters of our font, or a few more
_HIGHEST = 400.0  # Excel allows 409


def heights(sheet: BookSheet) -> Mapping[int, float]:
    """Return the height of every row that needs more than one line."""
    lines: dict[int, int] = {}
    for placed in sheet.cells:
        is_shown = placed.column not in sheet.hidden_columns
        if is_shown and isinstance(placed.cell, TextCell) and wraps(placed.cell.look):
            lines[placed.row] = max(lines.get(placed.row, 1), _lines(sheet, placed, placed.cell.text))
    return {row: min(_HIGHEST, LINE + (count - 1) * _FURTHER_LINE) for row, count in lines.items() if count > 1}


def _lines(sheet: BookSheet, placed: Placed, text: str) -> int:
    widths = sheet.widths[placed.column - 1 : placed.column - 1 + placed.across]
    room = max(1.0, sum(widths) * _CHARACTERS_A_WIDTH) if widths else 8.0
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
