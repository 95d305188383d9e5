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
from ccbdesk.model.report import Report
from ccbdesk.operations.check import Checked, Job, check_files
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress
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
class Wishes:
    """How the files are to be: the only date that goes into them, and whether comments say where figures stand."""

    today: date
    with_sources: bool = False


def merge_files(job: Job, out: Path, wishes: Wishes, reader: Reader, progress: Progress) -> Merged:
    """Check and merge the files, then write workbook and report into ``out``, each whole or not at all.

    The same files and wishes give the same bytes."""
    make_folder(out)
    checked = check_files(job, reader, progress)
    merged = checked.merged
    report = as_provisional(draft(merged, places(merged), with_sources=wishes.with_sources), merged)
    suffix = f"{merged.form.id} {merged.period.code}"
    workbook_path, report_path = out / f"{WORKBOOK_STEM} {suffix}.xlsx", out / f"{REPORT_STEM} {suffix}.docx"
    progress("Đang lập sổ tổng hợp và báo cáo")
    book = write_book(plan_book(merged, checked.checks), wishes.today)
    words = worded(report, merged.form, wishes.today)
    progress("Đang ghi sổ tổng hợp và báo cáo")
    write_whole(workbook_path, book, is_sound_package)
    write_whole(report_path, words, is_sound_package)
    return Merged(checked, report, workbook_path, report_path)
