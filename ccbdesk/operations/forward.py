"""Passing figures on to the body above. This module holds the move from received files to its return, filled in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.forwarding.forwarding import forward
from ccbdesk.engine.forwarding.origins import plan_origins
from ccbdesk.engine.submissions.receiving import receive
from ccbdesk.files.excel.filling import fill_in
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.form import Form
from ccbdesk.model.forwarding import Forwarded
from ccbdesk.model.period import Period
from ccbdesk.model.submission import Submission
from ccbdesk.model.trouble import NotAReturn, TroubleError
from ccbdesk.operations.check import Checked, Job, check_files
from ccbdesk.operations.gather import gather
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import Progress

FILLED_SUFFIX, ORIGINS_STEM = " (da ghi)", "Nguon so lieu "


@dataclass(frozen=True, slots=True)
class ForwardJob:
    """What was asked for: the returns to merge; the return that the body above has asked for, as it was received, and
    the form it is of; where the files go, and the only date that goes into them."""

    returns: Job
    file: Path
    form: str
    out: Path
    today: date


@dataclass(frozen=True, slots=True)
class Passed:
    """What was passed on and what was held back, and where the filled return and its sources were written."""

    checked: Checked
    forwarded: Forwarded
    return_path: Path
    origins_path: Path


def pass_on(job: ForwardJob, reader: Reader, progress: Progress) -> Passed:
    """Merge the files and write the totals into a copy of the return from above, each figure's sources beside it.

    The file from above stays as it is; in the copy only the cells written differ. TroubleError(NotAReturn) where that
    file is no return of its form and this period that a unit can be told from."""
    make_folder(job.out)
    checked = check_files(job.returns, reader, progress)
    form = open_form(job.form, reader)
    progress(f"Đang ghi vào {job.file.name}")
    forwarded = forward(checked.merged, form, _blank(job.file, form, checked.merged.period, reader, progress))
    stem = job.file.stem
    return_path, origins_path = job.out / f"{stem}{FILLED_SUFFIX}.xlsx", job.out / f"{ORIGINS_STEM}{stem}.xlsx"
    content = fill_in(job.file.read_bytes(), forwarded.entries)
    origins = write_book(plan_origins(checked.merged, forwarded, return_path.name), job.today)
    write_whole(return_path, content, is_sound_package)
    write_whole(origins_path, origins, is_sound_package)
    return Passed(checked, forwarded, return_path, origins_path)


def _blank(file: Path, form: Form, period: Period, reader: Reader, progress: Progress) -> Submission:
    received = receive(form, period, gather([file], reader, progress))
    if len(received.submissions) != 1:
        raise TroubleError(NotAReturn(str(file), form.id, period.code))
    return received.submissions[0]
