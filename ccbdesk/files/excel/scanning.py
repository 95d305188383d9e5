"""One pass through a sheet's XML. This module holds what the sheet says of each filled cell, hidden or not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, reduce
from typing import NamedTuple

from ccbdesk.files.excel.markup import Attributes, is_true, walk
from ccbdesk.files.excel.text import clean, unescaped
from ccbdesk.files.excel.values import Raw, number_written
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.grid import ErrorShown, Missing, column_letters
from ccbdesk.model.receipt import Refusal

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_MOST_CELLS = 5_000_000
_MOST_FILLED = 1_000_000
_MOST_CHARACTERS = 64_000_000


_LETTERS = re.compile("[A-Z]{1,3}")


class Found(NamedTuple):
    """A filled cell as its sheet's part describes it; ``style`` counts the workbook's cell styles from 0."""

    row: int
    column: int
    raw: Raw
    style: int
    is_formula: bool
    is_hidden: bool


Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A sheet's filled cells in reading order, its merged areas, and the area of all cells, filled or formatted."""

    found: tuple[Found, ...]
    merges: tuple[Area, ...]
    extent: Area | None


class Allowance:
    """What may still be taken from one workbook before it counts as too large."""

    def __init__(self) -> None:
        """Begin with the whole allowance."""
        self._cells = _MOST_CELLS
        self._filled = _MOST_FILLED
        self._characters = _MOST_CHARACTERS

    def take_cell(self) -> None:
        """Count a cell, filled or only formatted; RefusedError if there are too many."""
        self._cells -= 1
        if self._cells < 0:
            raise RefusedError(Refusal.TOO_LARGE, f"hơn {_MOST_CELLS} ô")

    def take_filled(self, characters: int) -> None:
        """Count a filled cell and the length of its text; RefusedError if there is too much."""
        self._filled -= 1
        self._characters -= characters
        if self._filled < 0:
            raise RefusedError(Refusal.TOO_LARGE, f"hơn {_MOST_FILLED} ô có nội dung")
        if self._characters < 0:
            raise RefusedError(Refusal.TOO_LARGE, f"hơn {_MOST_CHARACTERS} chữ")


def scan_sheet(content: bytes, name: str, strings: tuple[str, ...], allowance: Allowance) -> Scan:
    """Return what a worksheet's part says; RefusedError, naming the sheet or the cell, if it is broken or too large."""
    walker = _Walker(name, strings, allowance)
    walk(content, name, walker.opening, walker.closing, walker.texting)
    return walker.scan()


class _Walker:
    """Follows the parser through a sheet; one cell is open at a time."""

    def __init__(self, name: str, strings: tuple[str, ...], allowance: Allowance) -> None:
        self._name = name
        self._strings = strings
        self._allowance = allowance
        self._found: dict[tuple[int, int], Found] = {}
        self._merges: list[Area] = []
        self._hidden_columns: set[int] = set()
        self._top, self._left, self._bottom, self._right = LAST_ROW, LAST_COLUMN, 0, 0
        self._row = self._column = 0
        self._is_row_hidden = False
        self._cell: _Cell | None = None
        self._openings: dict[str, Callable[[Attributes], None]] = {
            "col": self._open_column,
            "row": self._open_row,
            "c": self._open_cell,
            "mergeCell": self._open_merge,
        }

    def opening(self, name: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._cell.open(name)
        elif name in self._openings:
            self._openings[name](attributes)

    def closing(self, name: str) -> None:
        if self._cell is None:
            return
        if name == "c":
            self._close_cell(self._cell)
            self._cell = None
        else:
            self._cell.close(name)

    def texting(self, text: str) -> None:
        if self._cell is not None and self._cell.collecting is not None:
            self._cell.collecting.append(text)

    def scan(self) -> Scan:
        found = tuple(self._found[place] for place in sorted(self._found))
        extent = (self._top, self._left, self._bottom, self._right) if self._bottom else None
        return Scan(found, tuple(self._merges), extent)

    def _open_column(self, attributes: Attributes) -> None:
        if _is_out_of_sight(attributes, "width"):
            last = min(int(attributes["max"]), LAST_COLUMN)
            self._hidden_columns.update(range(int(attributes["min"]), last + 1))

    def _open_row(self, attributes: Attributes) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        self._is_row_hidden = _is_out_of_sight(attributes, "ht")
        if not 1 <= self._row <= LAST_ROW:
            raise RefusedError(Refusal.DAMAGED, f"{self._name}: dòng {str(self._row)[:20]}")

    def _open_cell(self, attributes: Attributes) -> None:
        self._allowance.take_cell()
        address = attributes.get("r")
        self._row, self._column = self._place(address) if address else (max(self._row, 1), self._column + 1)
        self._top, self._bottom = min(self._top, self._row), max(self._bottom, self._row)
        self._left, self._right = min(self._left, self._column), max(self._right, self._column)
        self._cell = _Cell(attributes.get("t", "n"), int(attributes.get("s", "0")))

    def _close_cell(self, cell: "_Cell") -> None:
        row, column = self._row, self._column
        try:
            raw = cell.raw(self._strings)
        except (ValueError, IndexError) as error:
            raise RefusedError(Refusal.DAMAGED, self._named(row, column)) from error
        if raw is None:
            return
        if (row, column) in self._found:
            raise RefusedError(Refusal.DAMAGED, self._named(row, column))  # said twice: which is meant, nobody knows
        self._allowance.take_filled(len(raw) if isinstance(raw, str) else 0)
        is_hidden = self._is_row_hidden or column in self._hidden_columns
        self._found[row, column] = Found(row, column, raw, cell.style, cell.is_formula, is_hidden)

    def _open_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        top, left = self._place(first)
        bottom, right = self._place(last or first)
        self._merges.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))

    def _place(self, address: str) -> tuple[int, int]:
        letters = address.rstrip("0123456789")
        column = _column_number(letters)
        row = int(address[len(letters) :][:9] or 0)
        if not (1 <= column <= LAST_COLUMN and 1 <= row <= LAST_ROW):
            raise RefusedError(Refusal.DAMAGED, f"{self._name}!{address[:20]}")
        return row, column

    def _named(self, row: int, column: int) -> str:
        return f"{self._name}!{column_letters(column)}{row}"


class _Cell:
    """An open ``c`` element: its type, and the text collected from its ``v`` and its ``is``."""

    __slots__ = ("_inline", "_is_phonetic", "_stated", "_type", "collecting", "is_formula", "style")

    def __init__(self, kind: str, style: int) -> None:
        self._type = kind
        self.style = style
        self.is_formula = False
        self.collecting: list[str] | None = None
        self._stated: list[str] | None = None
        self._inline: list[str] = []
        self._is_phonetic = False

    def open(self, name: str) -> None:
        match name:
            case "v":
                self._stated = self.collecting = []
            case "f":
                self.is_formula = True
            case "t" if not self._is_phonetic:
                self.collecting = self._inline
            case "rPh":
                self._is_phonetic = True
            case _:
                return

    def close(self, name: str) -> None:
        self.collecting = None
        if name == "rPh":
            self._is_phonetic = False

    def raw(self, strings: tuple[str, ...]) -> Raw | None:
        """Return what the cell holds, None if nothing; ValueError or IndexError if what it says is impossible."""
        stated = None if self._stated is None else "".join(self._stated)
        # An empty text is a result, as of =IF(A1="","",A1); an empty number is none.
        if self.is_formula and (stated is None or (stated == "" and self._type != "str")):
            return Missing()
        match self._type:
            case "inlineStr":
                return unescaped("".join(self._inline)) or None
            case "str":
                return unescaped(stated or "") or None
            case _:
                return _stated_value(self._type, stated, strings) if stated else None


def _stated_value(kind: str, stated: str, strings: tuple[str, ...]) -> Raw | None:
    match kind:
        case "n":
            return number_written(stated)
        case "s" if stated.isdecimal():
            return strings[int(stated)] or None
        case "b":
            return _truth(stated)
        case "e":
            return ErrorShown(clean(stated)[:40])
        case "d":
            return datetime.fromisoformat(stated).date()
        case _:
            raise ValueError(kind)


def _truth(stated: str) -> bool:
    if stated not in {"0", "1", "false", "true"}:
        raise ValueError(stated)
    return stated in {"1", "true"}


def _is_out_of_sight(attributes: Attributes, size: str) -> bool:
    return is_true(attributes.get("hidden")) or (size in attributes and float(attributes[size]) == 0)


@lru_cache(maxsize=LAST_COLUMN)
def _column_number(letters: str) -> int:
    """Return a column counted from 1 for its letters, 0 if they are none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    return reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, letters, 0)
