"""Received sheets, versions and messages. This module holds the pictures of looking closer and of writing to units."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ccbdesk.model.layout import Area
from ccbdesk.model.origin import Digest
from ccbdesk.model.unit import UnitId


class Side(Enum):
    """Where words are put in a cell."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A filled cell as it looked; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    words: str
    side: Side = Side.LEFT
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of a sheet: its letters, the sheet's own heading for it, and its width in characters."""

    letters: str
    heading: str
    width: float
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A received sheet as it looked.

    ``sheets`` are all sheets of the file that are not hidden, and this one. ``note`` says what is not shown as it
    looked; empty where all is."""

    file: Digest
    file_name: str
    sheet: str
    sheets: tuple[str, ...]
    rows: int
    columns: tuple[ShownColumn, ...]
    cells: tuple[ShownCell, ...]
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComparedPicture:
    """A cell that differs between two files: what it is, where, what stood there and what stands there now.

    ``is_unasked``: it was changed although nothing was found in or asked about it."""

    what: str
    place: str
    old: str
    new: str
    is_unasked: bool


@dataclass(frozen=True, slots=True)
class ComparisonPicture:
    """Two files of a unit beside each other; findings as sentences."""

    unit: UnitId
    unit_name: str
    older: str
    newer: str
    lead: str
    cells: tuple[ComparedPicture, ...]
    fixed: tuple[str, ...]
    still: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def unasked(self) -> tuple[ComparedPicture, ...]:
        """The cells that were changed although nobody had asked for it."""
        return tuple(each for each in self.cells if each.is_unasked)


@dataclass(frozen=True, slots=True)
class TriedFigure:
    """How a figure would be read, in words; empty where there is nothing to say. ``is_read``: it would be used."""

    words: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class GivingBackPicture:
    """A file about to be given back. ``cells`` counts those marked in the copy, which is called ``copy_name``.

    Both are 0 and empty where the file is of a kind in which nothing can be marked; ``why_not`` then says so."""

    unit: UnitId
    unit_name: str
    file_name: str
    message: str
    cells: int
    copy_name: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ReminderPicture:
    """The words to all units that are waited for, empty where none is, and to each of them by its name."""

    to_all: str
    to_each: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A blank return on the disk; ``was_there``: it had been written before, and may be filled in already."""

    path: Path
    was_there: bool
