"""Merging. This module holds the picture of what goes into the cluster's figures, and of what came out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures import Status, Step


class Freshness(Enum):
    """How what was made last stands to what the dossier holds now."""

    NOTHING = "nothing"  # no return is in use: there is nothing to merge
    NEVER = "never"
    STALE = "stale"  # something was received or decided since
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class MergingLine:
    """Something to know before merging: a status, a few words more, and where “Xem” leads (nowhere: empty)."""

    status: Status
    details: str = ""
    step: Step | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class HeadlinePicture:
    """A figure for the whole cluster: “Hội viên cuối kỳ”, “4.146”, “tăng 62 so với cùng kỳ”."""

    code: IndicatorCode
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarPicture:
    """A unit's figure in a chart, as a length and in words; ``note`` says why there is none."""

    name: str
    amount: Decimal | None
    shown: str
    earlier: Decimal | None = None
    earlier_shown: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A figure of every unit; ``now`` and ``before`` name the two periods, ``before`` is empty where none is kept."""

    code: IndicatorCode
    title: str
    now: str
    before: str
    bars: tuple[BarPicture, ...]


@dataclass(frozen=True, slots=True)
class MergingPicture:
    """What goes in and what not, and what came out; ``made`` is when it was merged last, as text.

    ``changes`` says what happened since, where something did. ``closed`` tells when the period was closed, empty while
    it is open."""

    freshness: Freshness
    lead: str
    button: str
    lines: tuple[MergingLine, ...]
    headlines: tuple[HeadlinePicture, ...]
    coverage: Status
    charts: tuple[ChartPicture, ...]
    book_name: str
    made: str = ""
    changes: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True)
class SavedPicture:
    """A paper that was written: where, and what else is to be known about it."""

    path: Path
    note: str = ""
