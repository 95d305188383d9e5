"""Looking at received files and writing to the units. This module holds what two screens ask beside.

Looking changes nothing. Giving a file back is a decision, recorded at once; it can be undone like any other."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.checking import (
    BlankForm,
    ComparisonPicture,
    GivingBackPicture,
    ReminderPicture,
    SheetPicture,
    TriedFigure,
)
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Request, Table

# -- looking -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowSheet(Request[SheetPicture]):
    """Show a sheet of a received file as it looked; the first that is not hidden where ``sheet`` is empty."""

    table: Table
    file: Digest
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class OpenCopy(Request[Path]):
    """Lay a copy of a received file where Excel can open it; whatever is done to it, the kept bytes stay."""

    table: Table
    file: Digest


@dataclass(frozen=True, slots=True)
class Compare(Request[ComparisonPicture]):
    """Compare two files of a unit."""

    table: Table
    unit: UnitId
    older: Digest
    newer: Digest


@dataclass(frozen=True, slots=True)
class TryFigure(Request[TriedFigure]):
    """Say how a figure would be read if it were put right to ``value``; nothing is decided."""

    table: Table
    unit: UnitId
    figure: IndicatorCode
    value: str
    is_plan: bool = False


# -- writing to units ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrepareGivingBack(Request[GivingBackPicture]):
    """Prepare the message with which a unit's file is given back."""

    table: Table
    unit: UnitId


@dataclass(frozen=True, slots=True)
class GiveBack(Request[Desk]):
    """Record that a unit's file was given back with this message; ``target`` is where the marked copy goes, if any."""

    table: Table
    unit: UnitId
    message: str
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class Remind(Request[ReminderPicture]):
    """Prepare the words to units whose return is not in."""

    table: Table


@dataclass(frozen=True, slots=True)
class WriteBlank(Request[BlankForm]):
    """Write a unit's blank return, to be filled in for it; one that is there already is not written over."""

    table: Table
    unit: UnitId
