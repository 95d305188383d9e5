"""The dossier of a cluster (hồ sơ cụm). This module holds what one file keeps besides decisions: who wrote when, the
files taken in, the periods, the figures of every period, and what was made of them.

Everything is added and nothing changed: where a thing is stated again, the newest statement holds."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ccbdesk.model.consolidation import Basis
from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Value


@dataclass(frozen=True, slots=True)
class Revision:
    """One write to the dossier: its number, from 1, who wrote and when."""

    number: int
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cluster:
    """Whose dossier it is: the id of the cluster's form and the cluster's name."""

    form: str
    name: str


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period of the dossier with the days it reaches from and to, which need not be the calendar's."""

    period: PeriodCode
    first_day: date
    last_day: date
    revision: Revision


@dataclass(frozen=True, slots=True)
class FormInForce:
    """The form workbook by which a period is reported, from this revision on."""

    period: PeriodCode
    digest: Digest
    name: str
    version: str
    revision: Revision


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file taken in for a period, whether it could be read or not; ``number`` counts them in order of arrival.

    ``source`` is empty for what a unit sent; for a return that the office typed in itself it says from what. When and
    by whom it was taken in is its revision's to say; ``receipt`` carries the time and the source too."""

    number: int
    period: PeriodCode
    receipt: Receipt
    source: str
    revision: Revision


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photograph, a scan, a letter that shows where a figure comes from, or a document that was issued."""

    number: int
    period: PeriodCode
    digest: Digest
    name: str
    note: str
    revision: Revision


class Stage(Enum):
    """The two states of a period's figures, for the meeting comes before the year ends."""

    AT_MEETING = "at meeting"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """A figure as later periods compare with it; ``unit`` is a member, a predecessor or the whole cluster."""

    unit: UnitId
    indicator: IndicatorCode
    value: Value
    is_plan: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The figures of a period at one stage, by unit and indicator; ``source`` says what they were taken from."""

    number: int
    period: PeriodCode
    stage: Stage
    source: str
    revision: Revision
    figures: tuple[KeptFigure, ...]


@dataclass(frozen=True, slots=True)
class KeptConsolidation:
    """A consolidation that was made: what it was made from, and its figures, frozen, by digest."""

    number: int
    period: PeriodCode
    basis: Basis
    figures: Digest
    revision: Revision


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that was written: the document by digest, and its paragraphs as they read."""

    number: int
    period: PeriodCode
    basis: Basis
    name: str
    document: Digest
    texts: tuple[str, ...]
    revision: Revision
