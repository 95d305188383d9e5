"""What the author of a form can get wrong. This module holds the mistake as facts; ``wording.mistakes`` makes its sentence."""

from dataclasses import dataclass
from enum import Enum


class Wrong(Enum):
    """The kinds of mistake in a form workbook."""

    SHEET_MISSING = "sheet missing"
    SHEET_UNKNOWN = "sheet unknown"
    COLUMN_MISSING = "column missing"
    COLUMN_UNKNOWN = "column unknown"
    VALUE_MISSING = "value missing"
    VALUE_UNKNOWN = "value unknown"  # not one of ``expected``
    NAME_UNKNOWN = "name unknown"  # no indicator, unit, sheet, style … of this name; ``nearest`` proposes one
    NAME_TWICE = "name twice"
    NAME_MALFORMED = "name malformed"
    NAME_TOO_LONG = "name too long"
    NAME_RESERVED = "name reserved"
    NUMBER_MALFORMED = "number malformed"
    DATE_MALFORMED = "date malformed"
    BOUNDS_REVERSED = "bounds reversed"
    NOT_ALLOWED_HERE = "not allowed here"
    CIRCULAR = "circular"
    SYNTAX = "syntax"  # of an expression or a sentence; ``position`` counts characters from 1
    TAG_TOO_LONG = "tag too long"
    NOT_SUPPORTED = "not supported"


@dataclass(frozen=True, slots=True)
class FormMistake:
    """One mistake: where it stands, what stands there, the nearest right name and what would have been right."""

    wrong: Wrong
    sheet: str
    cell: str = ""
    column: str = ""
    seen: str = ""
    nearest: str = ""
    expected: tuple[str, ...] = ()
    position: int = 0
