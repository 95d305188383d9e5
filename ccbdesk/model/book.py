"""The plan of a workbook. This module holds its sheets and cells; ``files.excel`` only writes them down.

Rows and columns count from 1, as on the screen."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Look(Enum):
    """What a cell is; the writer decides what that looks like."""

    # Members are alone of their kind, and a workbook asks for the look of each of its 150,000 cells several times.
    __hash__ = object.__hash__

    TITLE = "title"
    NOTICE = "notice"
    HEADING = "heading"
    SECTION = "section"
    LABEL = "label"
    TEXT = "text"
    CODE = "code"
    CENTRED = "centred"
    FIGURE = "figure"
    TOTAL = "total"
    GAP = "gap"  # a total with a part missing, or a figure that is not there
    ERROR = "error"
    WARNING = "warning"
    INPUT = "input"  # unlocked: a figure may be typed here
    INPUT_TEXT = "input text"  # unlocked: words may be typed here
    CHECK = "check"  # a live check: empty, or what is wrong, in red
    HELP = "help"  # small words that explain
    FORM_HEADING = "form heading"  # a form workbook has looks of its own; those of a band set off every other group
    FORM_TEXT = "form text"
    FORM_TEXT_BAND = "form text band"
    FORM_CODE = "form code"
    FORM_CODE_BAND = "form code band"
    FORM_MARK = "form mark"
    FORM_MARK_BAND = "form mark band"
    FORM_REVIEW = "form review"  # a guess that somebody should look at


@dataclass(frozen=True, slots=True)
class TextCell:
    """Words; never a formula, whatever they begin with."""

    text: str
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A figure shown with ``decimals`` places; ``prefix`` is its qualifier, shown before it."""

    amount: Decimal
    look: Look = Look.FIGURE
    decimals: int = 0
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A live formula, without its equals sign, and the result it has now."""

    formula: str
    result: Decimal | str
    look: Look = Look.FIGURE
    decimals: int = 0
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class LinkCell:
    """Words that lead to a cell of the same workbook."""

    text: str
    sheet: str
    cell: str
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A cell with a look but nothing in it."""

    look: Look


BookCell = TextCell | NumberCell | FormulaCell | LinkCell | EmptyCell


class Placed(NamedTuple):  # a workbook has 150,000 of them, and they are made in half the time of a frozen class
    """A cell and where it stands; ``across`` columns are merged into it."""

    row: int
    column: int
    cell: BookCell
    across: int = 1


@dataclass(frozen=True, slots=True)
class DropDown:
    """A list of words to choose from in the cells of a column; ``is_strict`` refuses anything else.

    ``source`` is the range that holds the same words, for lists too long to be kept with the cells themselves."""

    first_row: int
    last_row: int
    column: int
    words: tuple[str, ...]
    is_strict: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is shown beside a cell while it is being filled in; anything may be typed."""

    row: int
    column: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BookChart:
    """A native bar chart of a row or column of figures: ranges are like ``'Tổng hợp'!$E$7:$J$7``.

    Its place is the cell of its upper left corner; ``width`` and ``height`` are in pixels."""

    row: int
    column: int
    title: str
    names: str
    values: str
    measure: str = ""
    decimals: int = 0
    width: int = 480
    height: int = 288


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet. ``widths`` are those of the columns from the first, in characters.

    ``outlined_rows`` are rows that may be folded away beneath the one before them; ``notice`` is printed at the head of
    every page; a new page begins behind each of ``page_ends``, which are rows; of the columns only the first
    ``printed_columns`` are printed, where that is not 0."""

    name: str
    cells: tuple[Placed, ...]
    widths: tuple[float, ...] = ()
    frozen_rows: int = 0
    frozen_columns: int = 0
    repeated_rows: tuple[int, int] | None = None
    hidden_columns: tuple[int, ...] = ()
    is_landscape: bool = False
    is_hidden: bool = False
    is_protected: bool = False
    filtered: tuple[int, int, int, int] | None = None
    drop_downs: tuple[DropDown, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    charts: tuple[BookChart, ...] = ()
    outlined_rows: tuple[int, ...] = ()
    notice: str = ""
    hidden_rows: tuple[int, ...] = ()
    page_ends: tuple[int, ...] = ()
    printed_columns: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its title for the file's properties, and its sheets."""

    title: str
    sheets: tuple[BookSheet, ...]
