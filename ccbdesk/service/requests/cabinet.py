"""The cabinet of dossiers: looking which there are, and taking whole packages out of one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.cabinet import DossierCard, Ground, Written
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class Glance(Request[tuple[DossierCard, ...]]):
    """Look at dossiers without reading a return; one that cannot be opened says why."""

    dossiers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Export(Request[Written]):
    """Write all that a period holds, or the whole dossier, as ordinary files into a folder of its own in ``out``."""

    table: Table
    out: Path
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class WriteTemplates(Request[Written]):
    """Write the blank returns of a period, the letter and the message that ask for them, into a folder in ``out``."""

    table: Table
    period: PeriodCode
    out: Path
    cut_off: date | None = None
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class Grounds(Request[tuple[Ground, ...]]):
    """Look what a period may be set up on: these dossiers, the forms that ship, and one more form where it is named."""

    dossiers: tuple[Path, ...]
    form: Path | None = None


@dataclass(frozen=True, slots=True)
class SetUp(Request[Desk]):
    """Begin a period before anything is received: in a dossier, or in a new one in the folder ``where`` by ``form``.

    ``absent`` are the members that take no part in it; each day and each of them is a decision that can be undone."""

    where: Path
    form: str
    period: PeriodCode
    days: tuple[tuple[Milestone, date], ...] = ()
    absent: tuple[UnitId, ...] = ()
