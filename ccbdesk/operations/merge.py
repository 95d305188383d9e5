"""Merging. This module holds the main move: from received files to the cluster workbook and the report."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.drafting.provisional import as_provisional
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.decision import Hand
from ccbdesk.model.report import Report
from ccbdesk.operations.check import Checked, Job, check_files
from ccbdesk.operations.keep_results import Written, keep_results
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import Case
from ccbdesk.vietnamese.vocabulary.books import WORKBOOK_STEM

REPORT_STEM = "Bao cao"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gave and where it was written."""

    checked: Checked
    report: Report
    workbook_path: Path
    report_path: Path


@dataclass(frozen=True, slots=True)
class Papers:
    """Workbook and report before they are written, as bytes."""

    checked: Checked
    report: Report
    book: bytes
    words: bytes

    @property
    def book_name(self) -> str:
        """What the workbook's file is called."""
        return book_name(self.checked.merged)

    @property
    def report_name(self) -> str:
        """What the report's file is called."""
        return report_name(self.checked.merged)


def book_name(merged: Consolidation) -> str:
    """Return what the file of a period's workbook is called."""
    return f"{WORKBOOK_STEM} {merged.form.id} {merged.period.code}.xlsx"


def report_name(merged: Consolidation) -> str:
    """Return what the file of a period's report is called."""
    return f"{REPORT_STEM} {merged.form.id} {merged.period.code}.docx"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the files are to be: the only date that goes into them, whether comments say where figures stand, and
    whether the appendices come with the report."""

    today: date
    with_sources: bool = False
    with_appendices: bool = True


def merge_files(job: Job, out: Path, wishes: Wishes, reader: Reader, progress: Progress) -> Merged:
    """Check and merge the files, then write workbook and report into ``out``, each whole or not at all.

    The same files and wishes give the same bytes."""
    make_folder(out)
    papers = make_papers(check_files(job, reader, progress), wishes, progress)
    return write_papers(papers, out, progress)


def merge_held(case: Case, out: Path, wishes: Wishes, hand: Hand, progress: Progress) -> Merged:
    """Write workbook and report of a period that a dossier holds, and keep in it what they were made from."""
    make_folder(out)
    papers = make_papers(case.checked, wishes, progress)
    written = Written(papers.report, papers.report_name, papers.words)
    keep_results(case.held, case.checked.merged, written, hand)
    return write_papers(papers, out, progress)


def make_papers(checked: Checked, wishes: Wishes, progress: Progress) -> Papers:
    """Make workbook and report; nothing is written."""
    report = make_report(checked, wishes)
    progress("Đang lập sổ tổng hợp và báo cáo")
    return Papers(checked, report, make_book(checked, wishes), worded(report, checked.merged.form, wishes.today))


def make_report(checked: Checked, wishes: Wishes) -> Report:
    """Draft the report of what was merged."""
    merged = checked.merged
    report = as_provisional(draft(merged, places(merged), with_sources=wishes.with_sources), merged)
    return report if wishes.with_appendices else replace(report, appendices=())


def make_book(checked: Checked, wishes: Wishes) -> bytes:
    """Make the cluster workbook of what was merged."""
    return write_book(plan_book(checked.merged, checked.checks), wishes.today)


def write_papers(papers: Papers, out: Path, progress: Progress) -> Merged:
    """Write workbook and report, each whole or not at all."""
    progress("Đang ghi sổ tổng hợp và báo cáo")
    workbook_path, report_path = out / papers.book_name, out / papers.report_name
    write_whole(workbook_path, papers.book, is_sound_package)
    write_whole(report_path, papers.words, is_sound_package)
    return Merged(papers.checked, papers.report, workbook_path, report_path)
