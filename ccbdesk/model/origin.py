"""Where a figure comes from. This module holds the origin of a reading and the reading itself."""

from dataclasses import dataclass
from typing import NewType

from ccbdesk.model.value import Value

IndicatorCode = NewType("IndicatorCode", str)
"""The code of a figure: ASCII, at most 24 characters."""

SheetCode = NewType("SheetCode", str)
"""The code of a sheet of the return (biểu)."""

ColumnCode = NewType("ColumnCode", str)
"""The code of a column of a list or matrix: ASCII, at most 12 characters."""

RowKey = NewType("RowKey", str)
"""The name of a row of a list: the same as long as what it is called stays the same; ASCII, at most 6 characters."""

Digest = NewType("Digest", str)
"""The SHA-256 of a received file's bytes, in hexadecimal."""

QuestionId = NewType("QuestionId", str)
"""A question's name, the same whenever the same thing must be asked again."""


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """A cell of a received file."""

    file: str
    digest: Digest
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class AnswerOrigin:
    """A cell of a received file whose meaning was settled by an answer."""

    cell: CellOrigin
    question: QuestionId
    choice: str


Origin = CellOrigin | AnswerOrigin


def cell_of(origin: Origin) -> CellOrigin:
    """Return the cell a figure goes back to, however it was settled."""
    return origin.cell if isinstance(origin, AnswerOrigin) else origin


@dataclass(frozen=True, slots=True)
class Reading:
    """What a unit gave for an indicator: what it was read as, and what was typed."""

    indicator: IndicatorCode
    value: Value
    as_typed: str
    origin: Origin
