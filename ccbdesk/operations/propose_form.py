"""A form from a template. This module holds the move from an office's own workbook to a form workbook to correct."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.proposing.booking import proposal_book
from ccbdesk.engine.proposing.proposing import propose
from ccbdesk.files.excel.layout import read_layouts
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.proposal import Certainty, Proposal
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import AlreadyThere, TemplateUnreadable, TroubleError


@dataclass(frozen=True, slots=True)
class ProposedForm:
    """The proposal, the form workbook written from it, and the copy of the template beside it."""

    proposal: Proposal
    path: Path
    template: Path

    def count(self, certainty: Certainty) -> int:
        """Return how many remarks are so sure."""
        return sum(remark.certainty is certainty for remark in self.proposal.remarks)


def write_proposed_form(source: Path, out: Path, today: date, reader: Reader) -> ProposedForm:
    """Write a form proposed from a template into ``out``, and a copy of the template, which the form refers to.

    Raises TroubleError: TemplateUnreadable where the template cannot be read, AlreadyThere where a form lies there
    that somebody may have corrected, or another file of the template's name. The template itself is not touched."""
    content = _content(source)
    workbook = reader.read_bytes(content)
    if isinstance(workbook, Refused):
        raise TroubleError(TemplateUnreadable(str(source)))
    layouts = read_layouts(content)  # only of bytes that the reader behind its wall has come through
    if isinstance(layouts, Refused):
        raise TroubleError(TemplateUnreadable(str(source)))
    proposal = propose(workbook, layouts, source.name)
    made = write_book(proposal_book(proposal), today)
    make_folder(out)
    path, copy = out / f"{proposal.form_id}-de-xuat.xlsx", out / source.name
    _keep_others(path, copy, content)
    if not copy.exists():
        write_whole(copy, content, is_sound_package)
    write_whole(path, made, is_sound_package)
    return ProposedForm(proposal, path, copy)


def _keep_others(path: Path, copy: Path, content: bytes) -> None:
    """Return where nobody's work would be written over; TroubleError(AlreadyThere) names the file where it would."""
    if path.exists():
        raise TroubleError(AlreadyThere(str(path)))
    if copy.exists() and copy.read_bytes() != content:
        raise TroubleError(AlreadyThere(str(copy)))


def _content(source: Path) -> bytes:
    if source.suffix.casefold() != ".xlsx":
        raise TroubleError(TemplateUnreadable(str(source)))
    try:
        return source.read_bytes()
    except OSError as error:
        raise TroubleError(TemplateUnreadable(str(source))) from error
