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
from ccbdesk.model.proposal import Proposal
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import TemplateUnreadable, TroubleError


@dataclass(frozen=True, slots=True)
class ProposedForm:
    """The proposal, the form workbook written from it, and the copy of the template beside it."""

    proposal: Proposal
    path: Path
    template: Path


def write_proposed_form(source: Path, out: Path, today: date, reader: Reader) -> ProposedForm:
    """Write a form proposed from a template into ``out``, and a copy of the template, which the form refers to.

    Raises TroubleError(TemplateUnreadable) where the template cannot be read. The template itself is not touched."""
    workbook = reader.read(source)
    if isinstance(workbook, Refused):
        raise TroubleError(TemplateUnreadable(str(source)))
    content = _content(source)
    layouts = read_layouts(content)
    if isinstance(layouts, Refused):
        raise TroubleError(TemplateUnreadable(str(source)))
    proposal = propose(workbook, layouts, source.name)
    made = write_book(proposal_book(proposal), today)
    make_folder(out)
    path, copy = out / f"{proposal.form_id}-de-xuat.xlsx", out / source.name
    if copy.resolve() != source.resolve():
        write_whole(copy, content, is_sound_package)
    write_whole(path, made, is_sound_package)
    return ProposedForm(proposal, path, copy)


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise TroubleError(TemplateUnreadable(str(source))) from error
