"""Why an act cannot be done. This module holds the objections; their sentences are in ``wording.objections``."""

from dataclasses import dataclass

from ccbdesk.model.finding import Finding
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, IndicatorCode, QuestionId, SheetCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class PeriodIsClosed:
    """The period is closed: nothing that could change a figure may be decided before it is reopened."""


@dataclass(frozen=True, slots=True)
class PeriodIsOpen:
    """The period is not closed, so it cannot be reopened."""


@dataclass(frozen=True, slots=True)
class NothingSaid:
    """The reason, or the source of a correction, is empty."""


@dataclass(frozen=True, slots=True)
class ErrorNotAccepted:
    """An error cannot be accepted: it is put right with evidence or by a new file."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class NothingToAccept:
    """There is no finding of this code on these values."""

    unit: UnitId
    code: str
    indicator: IndicatorCode | None


@dataclass(frozen=True, slots=True)
class AboutNoUnit:
    """The finding is about a file of which it is not said whose it is; there is nothing to accept about a unit."""

    code: str


@dataclass(frozen=True, slots=True)
class NoSuchUnit:
    """The form has no such unit."""

    unit: UnitId


@dataclass(frozen=True, slots=True)
class NotAsked:
    """The figure, or its plan, is not asked of the unit."""

    unit: UnitId
    indicator: IndicatorCode


@dataclass(frozen=True, slots=True)
class IsComputed:
    """The figure is worked out from others; they are put right instead."""

    indicator: IndicatorCode


@dataclass(frozen=True, slots=True)
class ReceivedOtherwise:
    """What the correction says was received is not what stands there."""

    unit: UnitId
    indicator: IndicatorCode
    seen: str


@dataclass(frozen=True, slots=True)
class NothingChanged:
    """The correction is the figure that already stands there."""

    unit: UnitId
    indicator: IndicatorCode


@dataclass(frozen=True, slots=True)
class NotAList:
    """The unit has no such list to fill in."""

    unit: UnitId
    sheet: SheetCode


@dataclass(frozen=True, slots=True)
class NoSuchColumn:
    """The list has no such column."""

    sheet: SheetCode
    column: ColumnCode


@dataclass(frozen=True, slots=True)
class NoSuchRow:
    """The unit's list has no such row, or not any more."""

    unit: UnitId
    sheet: SheetCode
    name: str


@dataclass(frozen=True, slots=True)
class RowIncomplete:
    """A row is to be entered without what stands in a column that must not be left blank."""

    sheet: SheetCode
    column: ColumnCode


@dataclass(frozen=True, slots=True)
class RowOtherwise:
    """What is said to stand in a row is not what stands there."""

    unit: UnitId
    sheet: SheetCode
    name: str


@dataclass(frozen=True, slots=True)
class NoSuchQuestion:
    """There is no such question."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class NoSuchChoice:
    """The question has no such choice."""

    question: QuestionId
    choice: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoSuchFile:
    """No such file was received in the period."""

    digest: Digest


@dataclass(frozen=True, slots=True)
class AlreadySo:
    """What is to be decided already holds."""


@dataclass(frozen=True, slots=True)
class NoSuchDecision:
    """There is no such decision in the period, or it was revoked already."""

    decision: DecisionId


@dataclass(frozen=True, slots=True)
class NotRevoked:
    """Closing and reopening are not undone: a closed period is reopened, a reopened one is closed again."""

    decision: DecisionId


Objection = (
    PeriodIsClosed
    | PeriodIsOpen
    | NothingSaid
    | ErrorNotAccepted
    | NothingToAccept
    | AboutNoUnit
    | NoSuchUnit
    | NotAsked
    | IsComputed
    | ReceivedOtherwise
    | NothingChanged
    | NotAList
    | NoSuchColumn
    | NoSuchRow
    | RowIncomplete
    | RowOtherwise
    | NoSuchQuestion
    | NoSuchChoice
    | NoSuchFile
    | AlreadySo
    | NoSuchDecision
    | NotRevoked
)
