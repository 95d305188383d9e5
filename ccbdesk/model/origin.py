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

DecisionId = NewType("DecisionId", int)
"""Numbers from 1 in the order in which decisions were made."""


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


@dataclass(frozen=True, slots=True)
class CorrectionOrigin:
    """A figure that was put right, or entered by hand: by which decision, on whose word, with what evidence.

    ``received`` is what stood in the cell of the received file, None where nothing was received. ``choice`` is the
    answer where the correction itself had to be asked about. ``is_of_rows``: rows of the list that the figure is worked
    out from were put right, not the figure itself."""

    decision: DecisionId
    source: str
    received: "Reading | None" = None
    evidence: Digest | None = None
    choice: str = ""
    is_of_rows: bool = False


Origin = CellOrigin | AnswerOrigin | CorrectionOrigin


def cell_of(origin: Origin) -> CellOrigin | None:
    """Return the cell a figure goes back to, however it was settled; None where it was entered by hand."""
    match origin:
        case CellOrigin():
            return origin
        case AnswerOrigin(cell):
            return cell
        case CorrectionOrigin(received=received):
            return cell_of(received.origin) if received else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a unit gave for an indicator: what it was read as, and what was typed."""

    indicator: IndicatorCode
    value: Value
    as_typed: str
    origin: Origin

    @property
    def correction(self) -> CorrectionOrigin | None:
        """By what the figure was put right or entered by hand; None where it stands as it was received."""
        return self.origin if isinstance(self.origin, CorrectionOrigin) else None

    @property
    def as_received(self) -> "Reading | None":
        """What the received file says, however often that was put right; None where nothing was received."""
        correction = self.correction
        if correction is None:
            return self
        return correction.received.as_received if correction.received else None

    @property
    def received_as(self) -> str:
        """What stood in the received file, letter by letter; empty where nothing was received."""
        received = self.as_received
        return received.as_typed if received else ""

    @property
    def uncorrected_as(self) -> str:
        """What stands here, letter by letter, if the figure itself is not put right; the rows of its list may be."""
        correction = self.correction
        if correction is None or correction.is_of_rows:
            return self.as_typed
        return correction.received.as_typed if correction.received else ""
