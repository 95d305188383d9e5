"""Asking for the returns. This module holds the move from a form and the period sheet to the letter and the message."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.form import Document
from ccbdesk.model.report import Figure, Paragraph
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import Progress

LETTER_STEM = "Thu de nghi bao cao"
MESSAGE_STEM = "Loi nhan"


@dataclass(frozen=True, slots=True)
class LetterJob:
    """What was asked for: what the period sheet says, the day on which figures close, and where the files go."""

    own: Consolidation
    cut_off: date | None
    out: Path


def write_letter(job: LetterJob, today: date, progress: Progress) -> tuple[Path, ...]:
    """Write the letter (.docx) and the message (.txt) of a form that has sentences for them; return where they stand.

    What the period sheet does not say yet is dots in the letter, to be filled in by hand."""
    make_folder(job.out)
    progress("Đang lập thư đề nghị báo cáo")
    merged = replace(job.own, cut_off=job.cut_off)
    suffix = f"{merged.form.id} {merged.period.code}"
    written: list[Path] = []
    letter = draft(merged, {}, Document.LETTER)
    if letter.blocks:
        written.append(job.out / f"{LETTER_STEM} {suffix}.docx")
        write_whole(written[-1], worded(letter, merged.form, today), is_sound_package)
    message = draft(merged, {}, Document.MESSAGE)
    if message.blocks:
        written.append(job.out / f"{MESSAGE_STEM} {suffix}.txt")
        # With a byte order mark, for old Notepads would show Vietnamese letters as two signs each.
        content = "\r\n".join(text_of(paragraph) for paragraph in message.paragraphs).encode("utf-8-sig")
        write_whole(written[-1], content, lambda kept: kept == content)
    return tuple(written)


def text_of(paragraph: Paragraph) -> str:
    """Return a paragraph's words, figures included."""
    return "".join(run.shown if isinstance(run, Figure) else run.text for run in paragraph.runs)
