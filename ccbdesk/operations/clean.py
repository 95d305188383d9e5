"""The clean copy. This module holds the move from a finished report to the copy that is signed and sent."""

from pathlib import Path

from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.files.word.cleaning import clean
from ccbdesk.model.trouble import NothingThere, ReportUnreadable, TroubleError

CLEAN_SUFFIX = " (ban sach)"


def write_clean_copy(report: Path, out: Path) -> Path:
    """Write a report without controls, comments and marks into ``out``; the report itself stays as it is.

    Raises TroubleError: NothingThere where there is no such file, ReportUnreadable where it is no Word report."""
    if not report.is_file():
        raise TroubleError(NothingThere(str(report)))
    try:
        content = clean(report.read_bytes())
    except (OSError, ValueError) as error:
        raise TroubleError(ReportUnreadable(str(report))) from error
    make_folder(out)
    target = out / f"{report.stem}{CLEAN_SUFFIX}.docx"
    write_whole(target, content, is_sound_package)
    return target
