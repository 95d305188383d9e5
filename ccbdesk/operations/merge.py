"""Merging. This module holds the main move: from received files to the cluster workbook and the report."""

from dataclasses import dataclass
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
from ccbdesk.model.decision import Hand
from ccbdesk.model.report import Report
from ccbdesk.operations.check import Checked, Job, check_files
from ccbdesk.operations.keep_results import keep_results
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
        return f"{WORKBOOK_STEM} {self._suffix}.xlsx"

    @property
    def report_name(self) -> str:
        """What the report's file is called."""
        return f"{REPORT_STEM} {self._suffix}.docx"

    @property
    def _suffix(self) -> str:
        merged = self.checked.merged
        return f"{merged.form.id} {merged.period.code}"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the files are to be: the only date that goes into them, and whether comments say where figures stand."""

    today: date
    with_sources: bool = False


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
    keep_results(case.held, case.checked.merged, papers.report, (papers.report_name, papers.words), hand)
    return write_papers(papers, out, progress)


def make_papers(checked: Checked, wishes: Wishes, progress: Progress) -> Papers:
    """Make workbook and report; nothing is written."""
    merged = checked.merged
    report = as_provisional(draft(merged, places(merged), with_sources=wishes.with_sources), merged)
    progress("Đang lập sổ tổng hợp và báo cáo")
    book = write_book(plan_book(merged, checked.checks), wishes.today)
    return Papers(checked, report, book, worded(report, merged.form, wishes.today))


def write_papers(papers: Papers, out: Path, progress: Progress) -> Merged:
    """Write workbook and report, each whole or not at all."""
    progress("Đang ghi sổ tổng hợp và báo cáo")
    workbook_path, report_path = out / papers.book_name, out / papers.report_name
    write_whole(workbook_path, papers.book, is_sound_package)
    write_whole(report_path, papers.words, is_sound_package)
    return Merged(papers.checked, papers.report, workbook_path, report_path)
