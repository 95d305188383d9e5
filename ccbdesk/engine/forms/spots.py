"""Places in an office's file. This module holds how a form names them: rows, columns, cells and the file itself."""

import re
from typing import Any

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.model.mistake import Wrong
from ccbdesk.vietnamese.vocabulary.forms import CellName, ColumnLetters, FileName, RowNumber

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_ROW = re.compile("[0-9]{1,7}")
_LETTERS = re.compile("[A-Za-z]{1,3}")
_CELL = re.compile(r"\$?(?P<letters>[A-Za-z]{1,3})\$?(?P<row>[0-9]{1,7})")
_FILE = re.compile(r"[^\\/:*?\"<>|]+\.xlsx", re.IGNORECASE)

Read = tuple[Any, tuple[Fault, ...]]


def read_place(text: str, holding: RowNumber | ColumnLetters | CellName | FileName) -> Read:
    """Return what a place's name means: a number, two for a cell, or the file's name; or what is wrong with it."""
    match holding:
        case RowNumber():
            row = int(text) if _ROW.fullmatch(text) else 0
            return (row, ()) if 1 <= row <= LAST_ROW else _wrong(Wrong.NOT_A_ROW, text)
        case ColumnLetters():
            column = _column(text) if _LETTERS.fullmatch(text) else 0
            return (column, ()) if 1 <= column <= LAST_COLUMN else _wrong(Wrong.NOT_A_COLUMN, text)
        case CellName():
            return _read_cell(text)
        case FileName():
            is_plain = _FILE.fullmatch(text) and not text.startswith(".")
            return (text, ()) if is_plain else _wrong(Wrong.NOT_A_FILE_NAME, text)


def _read_cell(text: str) -> Read:
    found = _CELL.fullmatch(text)
    row, column = (int(found["row"]), _column(found["letters"])) if found else (0, 0)
    if 1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN:
        return (row, column), ()
    return _wrong(Wrong.NOT_A_CELL, text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _wrong(wrong: Wrong, text: str) -> Read:
    return None, (Fault(wrong, text),)
