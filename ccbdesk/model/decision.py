"""What the office decided. This module holds every kind of act; decisions are only ever added, never changed.

The state of a period is the fold of its decisions in order; to undo one is to add another that revokes it. The command
line and the window make the same decisions."""

from dataclasses import dataclass
from datetime import date, datetime

from ccbdesk.model.consolidation import Basis
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, IndicatorCode, QuestionId, RowKey, SheetCode
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever decides or writes, and when; both are passed in, for nothing below the start of the program asks."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """A warning or note is accepted with a reason, for as long as ``values`` stand as they stood.

    ``code`` is that of the finding, or of the rule that failed. ``values`` are the figures the finding stands on, by
    their canonical reference, as plain text; for a finding about one cell, what stands in that cell. ``is_told``: the
    reason becomes a note in the report."""

    unit: UnitId
    code: str
    indicator: IndicatorCode | None
    values: tuple[tuple[str, str], ...]
    reason: str
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure is put right, or entered by hand where nothing was received, with its source.

    ``typed`` is read like a cell of a return; ``received`` is what stood there, empty where nothing did: the
    correction holds for as long as that stands there. ``is_plan``: the planned figure is meant. ``evidence``
    is an attachment: a photograph, a scan, a letter."""

    unit: UnitId
    indicator: IndicatorCode
    received: str
    typed: str
    source: str
    is_plan: bool = False
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of a list: whose, of which list, its key, and what it was called when something was decided about it."""

    unit: UnitId
    sheet: SheetCode
    key: RowKey
    name: str


@dataclass(frozen=True, slots=True)
class RowCorrected:
    """A cell of a row of a list is put right, or filled where it was left blank, with its source.

    ``typed`` is read like a cell of a return; the correction holds for as long as ``received`` stands in that cell of
    the row of that key."""

    row: RowOf
    column: ColumnCode
    received: str
    typed: str
    source: str
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True)
class RowAdded:
    """A row is entered into a list by hand, with its source; it holds until a file has a row of its key."""

    row: RowOf
    cells: tuple[tuple[ColumnCode, str], ...]
    source: str
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True)
class RowTakenOut:
    """A row of a list is not to count, with its source; it holds for as long as the row says what it said then."""

    row: RowOf
    received: tuple[tuple[ColumnCode, str], ...]
    source: str
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A question is answered with one of its choices."""

    question: QuestionId
    choice: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that was received is not to be used, with the reason; it is kept."""

    digest: Digest
    reason: str


@dataclass(frozen=True, slots=True)
class SentBack:
    """A file was given back to its unit to be put right, with this message.

    It changes no figure. Until another file of the unit is used instead, the unit is known to be asked for one."""

    unit: UnitId
    digest: Digest
    message: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit is left out of the period, with the reason; it is still named wherever a total stands."""

    unit: UnitId
    reason: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A file counts as received on another day than it was taken in on."""

    digest: Digest
    day: date


@dataclass(frozen=True, slots=True)
class Moved:
    """A day of the period is set or moved."""

    milestone: Milestone
    day: date


@dataclass(frozen=True, slots=True)
class Closed:
    """The period is closed on these figures: from now on they are what was kept, whatever the program reads later.

    ``checks`` are the findings and questions of then and what was decided of them, frozen too; None where nobody has
    kept them."""

    basis: Basis
    figures: Digest
    checks: Digest | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closed period is opened again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Issued:
    """The signed report is taken back: its number and day, the final document, and a scan where there is one.

    ``figures`` are those it was issued on, frozen; None where nobody has kept them."""

    number: str
    day: date
    document: Digest
    scan: Digest | None = None
    figures: Digest | None = None


@dataclass(frozen=True, slots=True)
class Revoked:
    """An earlier decision no longer holds."""

    decision: DecisionId


RowAct = RowCorrected | RowAdded | RowTakenOut
"""What may be decided about a row of a list."""

Act = (
    Accepted
    | Corrected
    | RowAct
    | Answered
    | SetAside
    | SentBack
    | LeftOut
    | Dated
    | Moved
    | Closed
    | Reopened
    | Issued
    | Revoked
)


@dataclass(frozen=True, slots=True)
class Decision:
    """An act for a period: who did it and when."""

    id: DecisionId
    period: PeriodCode
    who: str
    at: datetime
    act: Act
