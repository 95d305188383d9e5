"""Form workbooks and new clusters. This module holds what is asked about them."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.forms import FormPicture, Foundations, ProposedPicture
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class ShowFoundations(Request[Foundations]):
    """Show the forms a new cluster may report by, and the provinces that can be ticked."""


@dataclass(frozen=True, slots=True)
class Found(Request[FormPicture]):
    """Write the form workbook of a new cluster into a folder; members are called as people call them."""

    form: str
    name: str
    members: tuple[str, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class CopyForm(Request[FormPicture]):
    """Write the form in force, and the files of offices it stands on, into a folder, to be changed in Excel.

    A workbook of that name that is there already is left as it is: somebody may be working on it."""

    table: Table
    folder: Path


@dataclass(frozen=True, slots=True)
class ReadForm(Request[FormPicture]):
    """Read a form workbook and say what it holds, or list every mistake in it with its place."""

    form: str


@dataclass(frozen=True, slots=True)
class UseForm(Request[Desk]):
    """Put a form workbook into force in the period on the table; the same one again changes nothing."""

    table: Table
    form: Path


@dataclass(frozen=True, slots=True)
class ProposeForm(Request[ProposedPicture]):
    """Propose a form workbook from a template that an office uses, into a folder."""

    template: Path
    folder: Path
