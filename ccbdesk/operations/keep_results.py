"""Keeping what was made. This module holds how a consolidation and a report go into the dossier they were made from."""

from dataclasses import dataclass

from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.frozen import freeze
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.files.dossier.papers import load_consolidations, load_reports, save_consolidation, save_report
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.decision import Hand
from ccbdesk.model.report import Report
from ccbdesk.operations.holding import Held
from ccbdesk.operations.letter import text_of


@dataclass(frozen=True, slots=True)
class Written:
    """A report as it was written: what was drafted, and the name and the bytes of its file."""

    report: Report
    name: str
    content: bytes


def keep_results(held: Held, merged: Consolidation, hand: Hand, written: Written | None = None) -> None:
    """Keep a consolidation, and the report that was written from it, in one transaction; what is kept already is not
    kept again."""
    figures, code = freeze(merged), held.period.code
    with reading(held.path) as kept:
        made, reports = load_consolidations(kept, code)[-1:], load_reports(kept, code)[-1:]
    is_made = any((each.basis, each.figures) == (merged.basis, digest_of(figures)) for each in made)
    is_written = written is None or any(each.document == digest_of(written.content) for each in reports)
    if is_made and is_written:
        return
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        if not is_made:
            save_consolidation(kept, code, merged.basis, figures)
        if written is not None and not is_written:
            texts = tuple(text_of(paragraph) for paragraph in written.report.paragraphs)
            save_report(kept, code, merged.basis, written.name, written.content, texts)
