"""The cabinet of dossiers: looking which there are, and taking whole packages out of one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.model.period import PeriodCode
from ccbdesk.service.pictures.cabinet import DossierCard, Written
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
