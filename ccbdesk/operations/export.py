"""Handing over a folder (xuất gói hồ sơ). This module holds the move that writes all a dossier holds as ordinary files.

Nothing in it depends on when it is written: the same dossier gives the same bytes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.drafting.indexing import Lying, PeriodIndex, index_of
from ccbdesk.engine.settling.folding import revoked
from ccbdesk.files.dossier.contents import digest_of, load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.papers import load_reports
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.parcel import write_parcel
from ccbdesk.model.dossier import KeptReport
from ccbdesk.model.origin import Digest
from ccbdesk.model.trouble import DossierChanged, TroubleError, WhichPeriod
from ccbdesk.operations.holding import Held, check_held, hold, periods_held
from ccbdesk.operations.merge import Wishes, make_papers
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.safe_names import plain_name
from ccbdesk.vietnamese.numbers.writing import day_in_figures

INDEX_NAME = "Muc luc.docx"
RECEIVED, ATTACHED, FORM, WRITTEN = "Tep da nhan", "Tep luu kem", "Bo bieu mau", "Bao cao da lap"


@dataclass(frozen=True, slots=True)
class _Packed:
    """A period as it goes into the package: its index, and its files by where they lie."""

    held: Held
    index: PeriodIndex
    files: Mapping[str, bytes]


def export(path: Path, period: str, out: Path, reader: Reader, progress: Progress) -> Path:
    """Write the package of a period, or of all where none is named, and return the index.

    What an older package left in the folder is replaced or taken away. Raises TroubleError: WhichPeriod where the
    dossier holds no period, NotOfTheParcel where a file that is no package's lies in the way."""
    with reading(path) as kept:
        codes = (period,) if period else periods_held(kept)
    if not codes:
        raise TroubleError(WhichPeriod(str(path), ()))
    packed = tuple(_pack(path, code, reader, progress) for code in codes)
    progress("Đang ghi gói hồ sơ")
    last = packed[-1].held
    index = worded(index_of(tuple(each.index for each in packed)), last.form, _day(last))
    files = {place: content for each in packed for place, content in each.files.items()}
    write_parcel(out, files | {INDEX_NAME: index})
    return out / INDEX_NAME


def _day(held: Held) -> date:
    """The only date in the package is that of the last write to the dossier."""
    return held.revision.at.date()


def _pack(path: Path, period: str, reader: Reader, progress: Progress) -> _Packed:
    held = hold(path, period, reader, progress)
    checked = check_held(held)
    papers = make_papers(checked, Wishes(_day(held)), progress)
    contents, reports = _load(held)
    folder = held.period.code
    received = {
        taken.receipt.digest: f"{folder}/{RECEIVED}/{_name(number, taken.receipt.name)}"
        for number, taken in enumerate(held.taken_in, start=1)
    }
    made = {f"{folder}/{papers.book_name}": papers.book, f"{folder}/{papers.report_name}": papers.words}
    kept = tuple(_find_kept(held, reports, folder))
    files = {place: contents[digest] for digest, place in received.items()}
    files |= {each.place: contents[each.digest] for each in kept} | made
    lying = (*(Lying(place, "lập từ hồ sơ", digest_of(content)) for place, content in made.items()), *kept)
    index = PeriodIndex(
        checked.merged,
        held.settled,
        held.decisions,
        revoked(held.decisions),
        held.taken_in,
        {each.receipt.digest: each.unit for each in checked.received.units_of_files},
        received,
        checked.checks.findings,
        checked.checks.handled,
        checked.checks.questions,
        lying,
    )
    return _Packed(held, index, files)


def _find_kept(held: Held, reports: Iterable[KeptReport], folder: str) -> Iterator[Lying]:
    yield Lying(f"{folder}/{FORM}/{_name(1, held.form_kept.name)}", "bộ biểu mẫu", held.form_kept.digest)
    for number, each in enumerate(held.attachments, start=1):
        yield Lying(f"{folder}/{ATTACHED}/{_name(number, each.name)}", each.note, each.digest)
    for number, report in enumerate(reports, start=1):
        note = f"báo cáo lập {day_in_figures(report.revision.at.date())}, {report.revision.who}"
        yield Lying(f"{folder}/{WRITTEN}/{_name(number, report.name)}", note, report.document)


def _load(held: Held) -> tuple[Mapping[Digest, bytes], tuple[KeptReport, ...]]:
    with reading(held.path) as kept:
        newest = kept.revision
        if newest != held.revision:
            raise TroubleError(DossierChanged(str(held.path), newest.who, newest.at))
        reports = load_reports(kept, held.period.code)
        digests = {
            held.form_kept.digest,
            *(taken.receipt.digest for taken in held.taken_in),
            *(each.digest for each in held.attachments),
            *(each.document for each in reports),
        }
        return {digest: load_content(kept, digest) for digest in digests}, reports


def _name(number: int, name: str) -> str:
    """Return a name that every system takes; the number keeps two of one name apart."""
    return f"{number:03} {plain_name(name)}".strip()
