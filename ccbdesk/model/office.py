"""A file that an office already uses for its returns. This module holds where labels and figures stand in it.

Rows and columns count from 1; a column that is 0 is not there."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A row between the first and the last that has a label, as it stands in the file, and a code where it has one."""

    row: int
    label: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """A cell of the heads above the lines."""

    row: int
    column: int
    words: str


@dataclass(frozen=True, slots=True)
class OfficeCell:
    """A cell in which the unit's name or the period is written, and what stands there in the file."""

    row: int
    column: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """A sheet of such a file (tệp mẫu): what the form says of it, and the words of its own by which it is known.

    ``lines`` are its labels, ``titles`` what stands above the heads, ``below`` what stands under the last row."""

    file: str
    sheet: str
    first_row: int
    last_row: int
    labels: int = 0
    figures: int = 0
    plans: int = 0
    codes: int = 0
    earlier: int = 0
    unit_cell: OfficeCell | None = None
    period_cell: OfficeCell | None = None
    lines: tuple[OfficeLine, ...] = ()
    heads: tuple[OfficeHead, ...] = ()
    titles: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """What is written into one cell of a copy of an office's file; text never becomes a formula."""

    sheet: str
    row: int
    column: int
    content: str | Decimal


@dataclass(frozen=True, slots=True)
class OfficeCopy:
    """A copy of an office's file and all that is written into it."""

    file: str
    entries: tuple[OfficeEntry, ...]
