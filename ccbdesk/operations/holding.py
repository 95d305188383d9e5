"""What a dossier holds of a period. This module holds how it is opened, read in one go, closed again, and checked.

A dossier is open only while rows are read or written, one at a time in a process and never one inside the other
(``files.dossier.opening``); workbooks are read and figures made after it was closed. ``Held.revision`` is what was
seen: whoever writes on the strength of it is refused where somebody else wrote since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ccbdesk.engine.forms.offices import Offices, files_named
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.engine.history.keeping_figures import earlier_of
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.receiving import Arrival, receive
from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.decisions import load_all_decisions
from ccbdesk.files.dossier.frozen import thaw_checks, thaw_figures
from ccbdesk.files.dossier.histories import load_histories, load_history
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.periods import load_forms, load_periods
from ccbdesk.files.dossier.receipts import load_attachments, load_receipts
from ccbdesk.files.dossier.rows import understood
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.decision import Closed, Decision
from ccbdesk.model.dossier import Attachment, FormInForce, History, Revision, TakenIn
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.history import NOTHING_EARLIER, Earlier
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import Period, PeriodCode, period_of
from ccbdesk.model.receipt import Refused
from ccbdesk.model.settled import Settled
from ccbdesk.model.trouble import FormUnreadable, NoPeriod, NothingInPeriod, TroubleError, WhichPeriod
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.kept_readings import NOTHING_READ, ToRead, Workbooks, load_to_read, read_kept
from ccbdesk.operations.progress import Progress, silent
from ccbdesk.vietnamese.folding import tidy

OFFICE_FILE = "tệp mẫu đi kèm bộ biểu mẫu"
"""The note on an attachment that is the file of an office which the form stands on."""


@dataclass(frozen=True, slots=True)
class Held:
    """A period as the dossier holds it: its form, the files taken in and read, all decisions, and what they settle.

    ``frozen`` are the figures the period was closed on, None while it is open; ``frozen_checks`` what checking gave
    then, None where that was not kept. ``earlier`` is what is kept of the periods of this year and the last."""

    path: Path
    revision: Revision
    period: Period
    form: Form
    form_kept: FormInForce
    taken_in: tuple[TakenIn, ...]
    attachments: tuple[Attachment, ...]
    arrivals: tuple[Arrival, ...]
    decisions: tuple[Decision, ...]
    settled: Settled
    frozen: Consolidation | None = None
    frozen_checks: Checks | None = None
    earlier: Earlier = NOTHING_EARLIER


_Frozen = tuple[bytes, bytes | None]
"""The figures and the findings a period was closed on, as they are kept."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is read while the dossier is open."""

    revision: Revision
    period: Period
    form: FormInForce
    taken_in: tuple[TakenIn, ...]
    attachments: tuple[Attachment, ...]
    decisions: tuple[Decision, ...]
    settled: Settled
    books: ToRead
    frozen: _Frozen | None
    earlier: Earlier


def hold(  # noqa: PLR0913 - which period of which dossier, and how its workbooks are read
    path: Path,
    period: str,
    reader: Reader,
    progress: Progress,
    read: Workbooks = NOTHING_READ,
    *,
    anew: bool = False,
) -> Held:
    """Return what a dossier holds of a period; ``period`` is empty where it holds one only.

    ``read`` are files that were read already; ``anew`` reads every workbook from its kept bytes, whatever is stored of
    earlier readings. Raises TroubleError: WhichPeriod, NothingInPeriod, and all that can happen to a dossier."""
    with reading(path) as kept:
        rows = _load(kept, period, anew=anew)
    names = {taken.receipt.digest: taken.receipt.name for taken in rows.taken_in}
    workbooks = read_kept(rows.books, reader, lambda digest: _tell(progress, names.get(digest)), read)
    form = form_in(rows.form, workbooks, rows.attachments)
    arrivals = tuple(Arrival(taken.receipt, workbooks[taken.receipt.digest]) for taken in rows.taken_in)
    frozen, frozen_checks = _thawed(rows, form)
    return Held(
        path,
        rows.revision,
        rows.period,
        form,
        rows.form,
        rows.taken_in,
        rows.attachments,
        arrivals,
        rows.decisions,
        rows.settled,
        frozen,
        frozen_checks,
        rows.earlier,
    )


def check_held(held: Held, beside: Iterable[Arrival] = (), progress: Progress = silent) -> Checked:
    """Check and merge what is held with all that was decided; ``beside`` are files that could not even be kept.

    Figures, findings and questions of a closed period are those it was closed on, whatever the program reads and checks
    now; only what is said of files ``beside`` is new. Where it was closed before findings were kept, they are found
    anew."""
    beside = tuple(beside)
    if held.frozen and held.frozen_checks:
        received = receive(held.form, held.period, (*held.arrivals, *beside), held.settled)
        now = receive(held.form, held.period, beside).findings
        checks = replace(held.frozen_checks, findings=(*now, *held.frozen_checks.findings))
        return Checked(held.frozen, checks, received)
    arrivals = (*held.arrivals, *beside)
    checked = decide(held.form, held.period, arrivals, held.settled, earlier=held.earlier, progress=progress)
    return replace(checked, merged=held.frozen) if held.frozen else checked


def periods_held(kept: Kept) -> tuple[PeriodCode, ...]:
    """Return the periods a dossier holds, in the order of their days."""
    return tuple(span.period for span in load_periods(kept))


def periods_of(path: Path) -> tuple[PeriodCode, ...]:
    """Return the periods of a dossier in the order of their days; TroubleError(WhichPeriod) where it has none."""
    with reading(path) as kept:
        held = periods_held(kept)
    if not held:
        raise TroubleError(WhichPeriod(str(path), ()))
    return held


def revision_of(path: Path) -> Revision:
    """Return the revision a dossier has now: as long as it is the same nobody has written into it."""
    with reading(path) as kept:
        return kept.revision


def form_in(form: FormInForce, workbooks: Workbooks, attachments: Iterable[Attachment]) -> Form:
    """Return the form that is kept in a dossier, with the files of offices it stands on."""
    workbook = workbooks[form.digest]
    if isinstance(workbook, Refused):
        raise TroubleError(FormUnreadable(form.name))
    read = read_form(workbook, _offices(workbook, workbooks, attachments))
    if not isinstance(read, Form):
        raise TroubleError(FormUnreadable(form.name, len(read)))
    return read


def workbooks_of(form: FormInForce, attachments: Iterable[Attachment]) -> Iterator[Digest]:
    """Yield the workbooks that a form is read from."""
    yield form.digest
    yield from (each.digest for each in attachments if each.note == OFFICE_FILE)


def _offices(workbook: Workbook, workbooks: Workbooks, attachments: Iterable[Attachment]) -> Offices:
    kept = {_key(each.name): workbooks[each.digest] for each in attachments if each.note == OFFICE_FILE}
    offices = {name: kept.get(_key(name)) for name in files_named(workbook)}
    return {name: None if isinstance(office, Refused) else office for name, office in offices.items()}


def _key(name: str) -> str:
    return tidy(name).casefold()


def _load(kept: Kept, wanted: str, *, anew: bool) -> _Rows:
    period = _chosen(kept, wanted)
    forms = load_forms(kept, period.code)
    if not forms:
        raise TroubleError(NothingInPeriod(kept.path, period.code))
    taken_in, attachments = load_receipts(kept, period.code), load_attachments(kept, period.code)
    decisions = load_all_decisions(kept)
    settled = settle(decisions, period)
    digests = {*workbooks_of(forms[-1], attachments), *(each.receipt.digest for each in taken_in)}
    books = load_to_read(kept, digests, anew=anew)
    frozen = _load_frozen(kept, settled.closed.act) if settled.closed else None
    earlier = earlier_of(_find_histories(kept, period), load_periods(kept), period)
    return _Rows(kept.revision, period, forms[-1], taken_in, attachments, decisions, settled, books, frozen, earlier)


def _load_frozen(kept: Kept, closed: Closed) -> _Frozen:
    figures = load_content(kept, closed.figures)
    return figures, load_content(kept, closed.checks) if closed.checks else None


def _thawed(rows: _Rows, form: Form) -> tuple[Consolidation | None, Checks | None]:
    closed = rows.settled.closed
    if closed is None or rows.frozen is None:
        return None, None
    path, (figures, checks) = str(rows.books.path), rows.frozen
    merged = understood(path, f"content {closed.act.figures[:12]}", thaw_figures, figures, form)
    if checks is None:
        return merged, None
    return merged, understood(path, f"content {str(closed.act.checks)[:12]}", thaw_checks, checks, form)


def _find_histories(kept: Kept, period: Period) -> Iterator[History]:
    """Yield the figures kept of the periods of this year and the last, which are all that is compared with."""
    for each in load_histories(kept):
        of_then = period_of(each.period)
        if of_then is not None and of_then != period and of_then.year in (period.year, period.year - 1):
            history = load_history(kept, each.period, each.stage)
            if history is not None:
                yield history


def _chosen(kept: Kept, wanted: str) -> Period:
    held = periods_held(kept)
    if wanted:
        period = period_of(wanted)
        if period is None:
            raise TroubleError(NoPeriod(wanted))
        if period.code not in held:
            raise TroubleError(NothingInPeriod(kept.path, period.code))
        return period
    if len(held) != 1:
        raise TroubleError(WhichPeriod(kept.path, held))
    period = period_of(held[0])
    if period is None:
        raise TroubleError(NoPeriod(held[0]))
    return period


def _tell(progress: Progress, name: str | None) -> None:
    if name:
        progress(f"Đang đọc {name}")
