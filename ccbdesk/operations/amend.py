"""Amending an issued report (đính chính). This module holds the move that writes the page to send."""

from datetime import date
from pathlib import Path

from ccbdesk.engine.drafting.amending import amend
from ccbdesk.files.dossier.frozen import load_frozen
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.decision import Issued
from ccbdesk.model.report import Report
from ccbdesk.model.trouble import NothingAmended, NotIssued, TroubleError
from ccbdesk.operations.paper import worded
from ccbdesk.operations.record import Case

AMENDMENT_STEM = "Dinh chinh"


def amendment(case: Case) -> tuple[Issued, Report]:
    """Return the last issue of the report, and the page that amends it to the figures as they are now.

    Raises TroubleError: NotIssued where no report was issued, NothingAmended where nothing has changed since."""
    held = case.held
    issued = next((each.act for each in reversed(held.settled.issued) if each.act.figures), None)
    if issued is None or issued.figures is None:
        raise TroubleError(NotIssued(held.period.code))
    with reading(held.path) as kept:
        before = load_frozen(kept, issued.figures, held.form)
    page = amend(issued, before, case.checked.merged)
    if page is None:
        raise TroubleError(NothingAmended(issued.number))
    return issued, page


def write_amendment(case: Case, out: Path, today: date) -> Path:
    """Write the page into a folder and return where it stands."""
    _, page = amendment(case)
    make_folder(out)
    path = out / f"{AMENDMENT_STEM} {case.held.form.id} {case.held.period.code}.docx"
    write_whole(path, worded(page, case.held.form, today), is_sound_package)
    return path
