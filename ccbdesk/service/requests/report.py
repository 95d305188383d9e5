"""The report. This module holds how it is drafted, looked at, and saved."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import SavedPicture
from ccbdesk.service.pictures.report import ReportPicture
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class Choices:
    """What comes with the report: appendices, comments that say where figures stand; ``is_clean``: no marks at all."""

    with_appendices: bool = True
    with_sources: bool = False
    is_clean: bool = False


@dataclass(frozen=True, slots=True)
class ShowReport(Request[ReportPicture]):
    """Draft the report and read it back as it would be saved; nothing is written."""

    table: Table
    choices: Choices = Choices()


@dataclass(frozen=True, slots=True)
class WriteHead(Request[Desk]):
    """Write words of the report's head, as they would be typed into the cluster's own return."""

    table: Table
    words: tuple[tuple[IndicatorCode, str], ...]


@dataclass(frozen=True, slots=True)
class SaveReport(Request[SavedPicture]):
    """Write the report to a path. ``book`` is where the workbook was written; where anything was decided since, and be
    it the report's number, it is written anew, so that both say the same."""

    table: Table
    path: Path
    choices: Choices = Choices()
    book: Path | None = None
