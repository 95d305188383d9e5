"""A workbook as it was found, before it means anything. This module holds its sheets and cells.

Every format is read into this one shape: what calls a reader need not know which file format it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


@dataclass(frozen=True, slots=True)
class Missing:
    """A formula whose result the file does not hold."""


@dataclass(frozen=True, slots=True)
class ErrorShown:
    """A cell in which Excel shows an error, such as ``#REF!``."""

    name: str


Content = Decimal | str | bool | date | Missing | ErrorShown
"""What a filled cell holds. A number has at most 15 significant digits; a percentage is the fraction Excel keeps."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    content: Content
    is_percent: bool = False
    is_formula: bool = False
    is_hidden: bool = False

    @property
    def address(self) -> str:
        """The cell's name as Excel writes it, such as ``C12``."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its filled cells in reading order."""

    name: str
    cells: tuple[Cell, ...]
    is_hidden: bool = False

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield each row that holds something: its number and its cells from left to right."""
        for number, cells in groupby(self.cells, attrgetter("row")):
            yield number, tuple(cells)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook's sheets in their order, and what the reader noticed about the file as a whole."""

    grids: tuple[Grid, ...]
    has_macros: bool = False
    has_outside_links: bool = False

    def grid(self, name: str) -> Grid | None:
        """Return the sheet of exactly this name, or None."""
        return next((grid for grid in self.grids if grid.name == name), None)


def is_address(words: str) -> bool:
    """Tell whether words are a single cell's address, such as ``C12``."""
    return _ADDRESS.fullmatch(words) is not None


def row_and_column(address: str) -> tuple[int, int]:
    """Return the row and the column, counted from 1, of a cell's address such as ``C12``."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]), column


def column_letters(column: int) -> str:
    """Return Excel's letters for a column counted from 1."""
    letters = ""
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
