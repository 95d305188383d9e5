"""Where the figures of a blank return are typed. This module holds their addresses, which formulas refer to."""

from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode

HEADING_ROW = 7
FIRST_ROW = HEADING_ROW + 1
"""The first row below the headings; the same on every sheet."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure that is typed into a cell. ``state`` and ``plan`` are the cells beside it, empty where there is none."""

    sheet: str
    figure: str
    state: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure that follows from the rows of a list, as a formula that holds on any sheet."""

    formula: str


Places = Mapping[IndicatorCode, Typed | Reckoned]


def address(row: int, column: int) -> str:
    """Return a cell's name, such as ``G9``."""
    return f"{column_letters(column)}{row}"


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return the name of a range that stays the same wherever it is referred to, such as ``$F$8:$H$20``."""
    first, last = column_letters(first_column), column_letters(last_column)
    return f"${first}${first_row}:${last}${last_row}"


def on_sheet(sheet: str, cells: str) -> str:
    """Return the name of cells of a sheet, as a formula of any sheet may use it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cells}"
