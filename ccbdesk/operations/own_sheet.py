"""The cluster's own return. This module holds how a filled-in period sheet is read before any other return is in."""

from pathlib import Path

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.form import Form
from ccbdesk.model.period import Period
from ccbdesk.model.trouble import NotOwnSheet, TroubleError
from ccbdesk.operations.check import decide
from ccbdesk.operations.gather import gather
from ccbdesk.operations.progress import Progress


def open_own_sheet(form: Form, period: Period, path: Path | None, reader: Reader, progress: Progress) -> Consolidation:
    """Return a consolidation of nothing but the period sheet, without a figure where there is no such file yet.

    Raises TroubleError(NotOwnSheet) where the file cannot serve: what it says of another period is of no use here."""
    arrivals = gather([path], reader, progress) if path else ()
    merged = decide(form, period, arrivals).merged
    if path and merged.own is None:
        raise TroubleError(NotOwnSheet(str(path), period.code))
    return merged
