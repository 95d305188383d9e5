"""The cluster's own return. This module holds how a filled-in period sheet is read before any other return is in."""

from collections.abc import Iterator
from pathlib import Path

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.form import Form
from ccbdesk.model.period import Period
from ccbdesk.model.trouble import NotOwnSheet, TroubleError
from ccbdesk.model.unit import CLUSTER
from ccbdesk.operations.check import decide
from ccbdesk.operations.dossier_past import NO_PAST, Past
from ccbdesk.operations.gather import gather
from ccbdesk.operations.progress import Progress


def open_own_sheet(  # noqa: PLR0913 - whose sheet it is, where it may be, and how it is read
    form: Form, period: Period, path: Path | None, reader: Reader, progress: Progress, *, past: Past = NO_PAST
) -> Consolidation:
    """Return a consolidation of nothing but the period sheet, without a figure where there is no such file yet.

    Of a dossier's ``past`` the sheet that came into it is taken where no file is named, and the days that were moved.
    Raises TroubleError(NotOwnSheet) where the file cannot serve: what it says of another period is of no use here."""
    arrivals = gather([path], reader, progress) if path else tuple(_find_own(form, period, past))
    merged = decide(form, period, arrivals, past.settled).merged
    if path and merged.own is None:
        raise TroubleError(NotOwnSheet(str(path), period.code))
    return merged


def _find_own(form: Form, period: Period, past: Past) -> Iterator[Arrival]:
    """Yield the files of a dossier that are the cluster's own."""
    if past.arrivals:
        files = decide(form, period, past.arrivals, past.settled).received.units_of_files
        own = {each.receipt.digest for each in files if each.unit == CLUSTER}
        yield from (each for each in past.arrivals if each.receipt.digest in own)
