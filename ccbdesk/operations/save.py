"""Saving one paper of a period. This module holds the moves that write the workbook, or the report, where it is wanted.

The command line writes both into a folder (``operations.merge``); whoever looks at them first saves one after the
other, under a name of one's own. Both moves keep in the dossier what was written."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.files.dossier.frozen import load_frozen
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.files.word.cleaning import clean
from ccbdesk.model.decision import Hand
from ccbdesk.model.report import Report
from ccbdesk.operations.keep_results import Written, keep_results
from ccbdesk.operations.made import Made
from ccbdesk.operations.merge import Wishes, make_book, make_report
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import Case


@dataclass(frozen=True, slots=True)
class Drafted:
    """A report before it is saved: what was drafted, and the very bytes that would be saved."""

    report: Report
    content: bytes


def draft_report(case: Case, wishes: Wishes, *, is_clean: bool = False) -> Drafted:
    """Draft the report of a period; nothing is written. ``is_clean``: without controls, comments and marks."""
    report = make_report(case.checked, wishes)
    content = worded(report, case.held.form, wishes.today)
    return Drafted(report, clean(content) if is_clean else content)


def save_report(case: Case, path: Path, drafted: Drafted, hand: Hand, progress: Progress) -> None:
    """Write a drafted report, whole or not at all, then keep it in the dossier."""
    progress("Đang ghi báo cáo")
    make_folder(path.parent)
    write_whole(path, drafted.content, is_sound_package)
    keep_results(case.held, None, Written(drafted.report, path.name, drafted.content), hand)


def save_book(case: Case, path: Path, wishes: Wishes, hand: Hand, progress: Progress) -> None:
    """Make the cluster workbook and write it, whole or not at all, then keep what it was made from in the dossier."""
    progress("Đang lập sổ tổng hợp")
    book = make_book(case.checked, wishes)
    progress("Đang ghi sổ tổng hợp")
    make_folder(path.parent)
    write_whole(path, book, is_sound_package)
    keep_results(case.held, case.checked.merged, None, hand)


def is_outdated(case: Case, made: Made) -> bool:
    """Tell whether the workbook that was made last says something else than the dossier does now: a figure, or but the
    number, the day or the signer of the report, for which nothing need be merged again."""
    last = made.consolidation
    if last is None:
        return False
    if last.basis != case.checked.merged.basis:
        return True
    with reading(case.held.path) as kept:
        before = load_frozen(kept, last.figures, case.held.form)
    return before.own != case.checked.merged.own
