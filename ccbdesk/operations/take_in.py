"""Taking files into a dossier. This module holds the move: the dossier is made where there is none yet, the form comes
into force in it, and every file is kept, each in a transaction of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccbdesk.engine.forms.offices import files_named
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.periods import period_of_files
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.dossier.clusters import load_cluster
from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.decisions import load_all_decisions
from ccbdesk.files.dossier.histories import load_history, save_history
from ccbdesk.files.dossier.making import ENDING, make_dossier
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.files.dossier.periods import load_forms, save_form, save_period
from ccbdesk.files.dossier.receipts import load_attachments, load_receipts, save_attachment, save_receipt
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.dossier import Cluster, FormInForce, History
from ccbdesk.model.form import Form
from ccbdesk.model.history import Earlier, EarlierPeriod
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import Period, PeriodCode, period_of
from ccbdesk.model.receipt import Receipt, Refused
from ccbdesk.model.settled import Settled
from ccbdesk.model.trouble import (
    FormFixed,
    FormUnreadable,
    NoPeriod,
    NotADossier,
    NothingInPeriod,
    NothingThere,
    OtherCluster,
    TroubleError,
    WhichPeriod,
)
from ccbdesk.operations.check import Job
from ccbdesk.operations.gather import content_of, files_in
from ccbdesk.operations.history import read_earlier
from ccbdesk.operations.holding import OFFICE_FILE, Held, form_in, hold, periods_held, workbooks_of
from ccbdesk.operations.kept_readings import load_to_read, read_kept
from ccbdesk.operations.open_form import lint_form, name_of_form, office_path
from ccbdesk.operations.progress import Progress

File = tuple[Receipt, bytes | Refused]


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of taking files in: the period as it is held now, how many files are new and which were known.

    ``beside`` are files that could not be read from the disk, so that nothing of them could be kept."""

    held: Held
    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    beside: tuple[Arrival, ...] = ()
    was_made: bool = False


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """A form that is to come into force, as bytes, with the files of offices that lie beside it."""

    form: Form
    name: str
    content: bytes
    offices: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a dossier holds before anything is taken in; ``form`` is the one in force in the period asked for."""

    revision: int
    periods: tuple[PeriodCode, ...] = ()
    cluster: Cluster | None = None


def take_in(path: Path, job: Job, hand: Hand, reader: Reader, progress: Progress) -> Intake:
    """Take every file named into a dossier and return its period; a file that is kept already is recognised.

    Raises TroubleError: WhichPeriod, OtherCluster, FormFixed, and all that can happen to a dossier or a form."""
    is_new = not path.exists()
    if is_new and (not job.files or path.suffix.lower() != ENDING):
        raise TroubleError(NotADossier(str(path)) if job.files else NothingThere(str(path)))
    files = tuple(_opened(job.files, progress)) if job.files else ()
    beside = tuple(Arrival(receipt, content) for receipt, content in files if isinstance(content, Refused))
    seen = _Seen(0) if is_new else _see(path)
    arrivals = _read_ahead(files, reader) if _must_ask_files(job, seen) else ()
    form = _form_asked(job, seen, arrivals, reader)
    period = _period_asked(path, job, seen, form, arrivals)
    if not job.files and period.code not in seen.periods:
        raise TroubleError(NothingInPeriod(str(path), period.code))
    revision = seen.revision
    if form is not None and is_new:
        cluster = Cluster(form.form.id, form.form.cluster.name)
        revision = make_dossier(path, cluster, hand.who, hand.at).number
    if form is None and period.code not in seen.periods:
        form = carried_over(path, seen.periods, reader)
    if form is not None:
        revision = _put_into_force(path, revision, period, form, hand)
    new, known = _keep(path, revision, period, files, hand)
    gone = {arrival.receipt.name for arrival in beside}
    read = {each.receipt.digest: each.workbook for each in arrivals if each.receipt.name not in gone}
    held = hold(path, period.code, reader, progress, read)
    if _keep_history(held, read_earlier(job.earlier, held.form, reader), hand):
        read = {each.receipt.digest: each.workbook for each in held.arrivals}
        held = hold(path, period.code, reader, progress, read)
    return Intake(held, new, known, beside, is_new)


def begin_period(path: Path, period: str, form: str, hand: Hand, reader: Reader) -> Period:
    """Begin a period before any file of it is there, and make the dossier where there is none yet.

    ``form`` names the form workbook; empty, the dossier's last one goes on. A period that was begun already stays as it
    is. Raises TroubleError: NoPeriod, OtherCluster, FormFixed, and all that can happen to a dossier or a form."""
    of = period_of(period)
    if of is None:
        raise TroubleError(NoPeriod(period))
    is_new = not path.exists()
    if is_new and (not form or path.suffix.lower() != ENDING):
        raise TroubleError(NotADossier(str(path)) if form else NothingThere(str(path)))
    seen = _Seen(0) if is_new else _see(path)
    if of.code in seen.periods and not form:
        return of
    opened = _opened_form(form, reader) if form else carried_over(path, seen.periods, reader)
    cluster = Cluster(opened.form.id, opened.form.cluster.name)
    revision = make_dossier(path, cluster, hand.who, hand.at).number if is_new else seen.revision
    _put_into_force(path, revision, of, opened, hand)
    return of


def _opened(named: Iterable[Path], progress: Progress) -> Iterable[File]:
    for path in files_in(named):
        progress(f"Đang đọc {path.name}")
        yield content_of(path)


def _see(path: Path) -> _Seen:
    with reading(path) as kept:
        return _Seen(kept.revision.number, periods_held(kept), load_cluster(kept))


def _must_ask_files(job: Job, seen: _Seen) -> bool:
    """Tell whether form or period is the files' to say."""
    return not job.period or (not job.form and seen.cluster is None)


def _read_ahead(files: Sequence[File], reader: Reader) -> tuple[Arrival, ...]:
    return tuple(Arrival(receipt, read) for receipt, read in reader.read_each(iter(files), len(files)))


# -- form and period -----------------------------------------------------------------------------------------------


def _form_asked(job: Job, seen: _Seen, arrivals: tuple[Arrival, ...], reader: Reader) -> OpenedForm | None:
    """Return the form that was named, or that a new dossier's files name; None where the kept one serves."""
    if job.form:
        return _opened_form(job.form, reader)
    return _opened_form(name_of_form(arrivals), reader) if seen.cluster is None else None


def _opened_form(name: str, reader: Reader) -> OpenedForm:
    opened = lint_form(name, reader)
    if opened.form is None:
        raise TroubleError(FormUnreadable(str(opened.path), len(opened.mistakes)))
    try:
        content = opened.path.read_bytes()
        offices = tuple(_find_offices(opened.path.parent, content, reader))
    except OSError as error:
        raise TroubleError(FormUnreadable(str(opened.path))) from error
    return OpenedForm(opened.form, opened.path.name, content, offices)


def _find_offices(folder: Path, content: bytes, reader: Reader) -> Iterable[tuple[str, bytes]]:
    workbook = reader.read_bytes(content)
    if not isinstance(workbook, Refused):
        for name in files_named(workbook):
            path = office_path(folder, name)
            if path:
                yield name, path.read_bytes()


def carried_over(path: Path, periods: Sequence[PeriodCode], reader: Reader) -> OpenedForm:
    """Return the form by which the last of a dossier's periods is reported: the next begins with it.

    Raises TroubleError(WhichPeriod) where it has none."""
    if not periods:
        raise TroubleError(WhichPeriod(str(path), ()))
    with reading(path) as kept:
        *_, last = load_forms(kept, periods[-1])
        attached = [each for each in load_attachments(kept, periods[-1]) if each.note == OFFICE_FILE]
        books = load_to_read(kept, workbooks_of(last, attached))
    form = form_in(last, read_kept(books, reader), attached)
    offices = tuple((each.name, books.contents[each.digest]) for each in attached)
    return OpenedForm(form, last.name, books.contents[last.digest], offices)


def _period_asked(path: Path, job: Job, seen: _Seen, form: OpenedForm | None, arrivals: tuple[Arrival, ...]) -> Period:
    """Return the period: as named; else the files', where the dossier holds it or none yet; else its only one.

    A further period begins only where it is named, so that a file of another year begins none by mistake."""
    if job.period:
        period = period_of(job.period)
        if period is None:
            raise TroubleError(NoPeriod(job.period))
        return period
    workbooks = (each.workbook for each in arrivals if not isinstance(each.workbook, Refused))
    said = period_of_files(workbooks, form.form if form else None)
    if said and (not seen.periods or said.code in seen.periods):
        return said
    if not seen.periods:
        raise TroubleError(NoPeriod(""))
    only = period_of(seen.periods[0]) if len(seen.periods) == 1 else None
    if only is None:
        raise TroubleError(WhichPeriod(str(path), seen.periods))
    return only


def _put_into_force(path: Path, seen: int, period: Period, opened: OpenedForm, hand: Hand) -> int:
    """Begin the period with a form, or exchange its form; the same form again changes nothing. Return the revision."""
    with reading(path) as kept:
        cluster, forms = load_cluster(kept), load_forms(kept, period.code)
        settled = settle(load_all_decisions(kept), period)
    if cluster.form != opened.form.id:
        raise TroubleError(OtherCluster(str(path), cluster.name, opened.form.id))
    if forms and forms[-1].digest == digest_of(opened.content):
        return seen
    _refuse_where_fixed(path, period, forms, settled)
    with writing(path, seen, hand.who, hand.at) as kept:
        if not forms:
            save_period(kept, period.code, period.first_day, period.last_day)
        save_form(kept, period.code, opened.name, opened.form.version, opened.content)
        for name, content in opened.offices:
            save_attachment(kept, period.code, name, OFFICE_FILE, content)
        return kept.revision.number


def _refuse_where_fixed(path: Path, period: Period, forms: Sequence[FormInForce], settled: Settled) -> None:
    """What was closed or issued stands on its form."""
    if forms and (settled.closed or settled.issued):
        raise TroubleError(FormFixed(str(path), period.code))


def _keep_history(held: Held, earlier: Earlier, hand: Hand) -> bool:
    """Keep the figures of earlier periods, in one transaction; return whether any was not kept already."""
    with reading(held.path) as kept:
        new = [each for each in earlier.periods if not _is_kept(load_history(kept, each.period, each.stage), each)]
    if new:
        with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
            for each in new:
                save_history(kept, each.period, each.stage, each.source, each.figures)
    return bool(new)


def _is_kept(history: History | None, earlier: EarlierPeriod) -> bool:
    return history is not None and set(history.figures) == set(earlier.figures)


# -- files ---------------------------------------------------------------------------------------------------------


def _keep(
    path: Path, seen: int, period: Period, files: Iterable[File], hand: Hand
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keep every file that is not kept yet, one transaction each; return the names of the new and of the known."""
    with reading(path) as kept:
        here = {taken.receipt.digest for taken in load_receipts(kept, period.code)}
    new: list[str] = []
    known: list[str] = []
    for receipt, content in files:
        if isinstance(content, Refused):
            continue
        if receipt.digest in here:
            known.append(receipt.name)
            continue
        seen = keep_file(path, seen, period, receipt, content, hand)
        here.add(Digest(receipt.digest))
        new.append(receipt.name)
    return tuple(new), tuple(known)


def keep_file(  # noqa: PLR0913, PLR0917 - what is kept, where, and by whom
    path: Path, seen: int, period: Period, receipt: Receipt, content: bytes, hand: Hand, source: str = ""
) -> int:
    """Keep one file in one transaction and return the revision; ``source`` is from what an office typed it in."""
    with writing(path, seen, hand.who, hand.at) as kept:
        save_receipt(kept, period.code, receipt, content, source)
        return kept.revision.number
