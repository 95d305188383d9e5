"""Opening a dossier, receiving files and deciding. This module holds what is answered with the desk as it then is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.model.history import Stage
from ccbdesk.model.origin import DecisionId, Digest
from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class OpenDossier(Request[Desk]):
    """Open a dossier; ``period`` is empty where it holds one only, or where the last is meant."""

    dossier: Path
    period: str = ""


@dataclass(frozen=True, slots=True)
class TakeIn(Request[Desk]):
    """Take files and folders in, into what lies on the table."""

    table: Table
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Begin(Request[Desk]):
    """Make a dossier for files, in ``folder``, or take them into the one of their cluster that is there already.

    Form and period are the files' to say where they are empty."""

    folder: Path
    files: tuple[Path, ...]
    form: str = ""
    period: str = ""


# -- decisions: each is recorded at once, and can be undone --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accept(Request[Desk]):
    """Accept a warning or note with a reason; ``is_told``: the reason becomes a note in the report."""

    table: Table
    finding: str
    reason: str
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Correct(Request[Desk]):
    """Put a figure right, or enter one by hand: ``value`` as it would be typed into a cell, ``source`` whose word."""

    table: Table
    unit: UnitId
    figure: str
    value: str
    source: str
    is_plan: bool = False
    evidence: Path | None = None


@dataclass(frozen=True, slots=True)
class Answer(Request[Desk]):
    """Answer a question with the key of one of its choices."""

    table: Table
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class SetAside(Request[Desk]):
    """Set a received file aside: it is kept and not used."""

    table: Table
    file: Digest
    reason: str


@dataclass(frozen=True, slots=True)
class LeaveOut(Request[Desk]):
    """Leave a unit out of the period."""

    table: Table
    unit: UnitId
    reason: str


@dataclass(frozen=True, slots=True)
class DateReceived(Request[Desk]):
    """Say on which day a file counts as received."""

    table: Table
    file: Digest
    day: date


@dataclass(frozen=True, slots=True)
class Move(Request[Desk]):
    """Set or move a day of the period."""

    table: Table
    milestone: Milestone
    day: date


@dataclass(frozen=True, slots=True)
class Enter(Request[Desk]):
    """Take in a form that the office filled in for a unit, and from what; papers are kept as evidence."""

    table: Table
    unit: UnitId
    file: Path
    source: str
    papers: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Undo(Request[Desk]):
    """Undo the last decision, or that of a number."""

    table: Table
    decision: DecisionId | None = None


@dataclass(frozen=True, slots=True)
class Redo(Request[Desk]):
    """Do again what was undone last."""

    table: Table


@dataclass(frozen=True, slots=True)
class Close(Request[Desk]):
    """Close the period on its figures."""

    table: Table
    stage: Stage


@dataclass(frozen=True, slots=True)
class Reopen(Request[Desk]):
    """Open a closed period again."""

    table: Table
    reason: str


@dataclass(frozen=True, slots=True)
class Issue(Request[Desk]):
    """Take back the signed report."""

    table: Table
    number: str
    day: date
    document: Path
    scan: Path | None = None
