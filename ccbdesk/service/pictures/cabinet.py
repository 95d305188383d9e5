"""The cabinet of dossiers. This module holds the pictures of dossiers that can be opened, and of what was written."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Status


@dataclass(frozen=True, slots=True)
class PeriodCard:
    """A period that can be opened: its name, a word on its day, how many files came, where it stands."""

    code: str
    name: str
    words: str
    files: str
    status: Status


@dataclass(frozen=True, slots=True)
class DossierCard:
    """A dossier that can be opened, the last period first; ``trouble`` says why it cannot be, empty where it can."""

    path: Path
    cluster: str
    words: str
    periods: tuple[PeriodCard, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """Files that were written: in which folder, which to show first, and a sentence on them."""

    folder: Path
    first: Path
    words: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a period may be set up on: a dossier, or a form for a new one; ``likely`` is the period that comes next.

    ``form`` is empty where the dossier has its own."""

    words: str
    dossier: Path | None
    form: str
    members: tuple[tuple[UnitId, str], ...]
    likely: PeriodCode | None = None
