"""Having the units confirm their figures. This module holds the move from received files to one paper a unit."""

from datetime import date
from pathlib import Path

from ccbdesk.engine.confirming.confirming import confirm
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.operations.check import Job, check_files
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress

CONFIRMATION_STEM = "Phieu xac nhan"


def write_confirmations(job: Job, out: Path, today: date, reader: Reader, progress: Progress) -> tuple[Path, ...]:
    """Check the files and write a paper for every unit whose return is in; return where they stand.

    File names are made of ids alone, which are plain ASCII, so no name of a unit ever becomes a path."""
    make_folder(out)
    checked = check_files(job, reader, progress)
    merged, checks = checked.merged, checked.checks
    written: list[Path] = []
    for submission in merged.submissions:
        progress(f"Đang lập phiếu xác nhận của {merged.form.unit(submission.unit).short_name}")
        paper = confirm(merged, submission.unit, checks.open, checks.questions)
        target = out / f"{CONFIRMATION_STEM} {merged.form.id} {merged.period.code} {submission.unit}.docx"
        write_whole(target, worded(paper, merged.form, today), is_sound_package)
        written.append(target)
    return tuple(written)
