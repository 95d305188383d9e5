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


def keep_results(held: Held, merged: Consolidation | None, written: Written | None, hand: Hand) -> None:
    """Keep a consolidation whose workbook was written, a report that was written, or both, in one transaction.

    What is kept already is not kept again."""
    code = held.period.code
    with reading(held.path) as kept:
        made, reports = load_consolidations(kept, code)[-1:], load_reports(kept, code)[-1:]
    figures = freeze(merged) if merged else b""
    if merged and any((each.basis, each.figures) == (merged.basis, digest_of(figures)) for each in made):
        merged = None
    if written and any(each.document == digest_of(written.content) for each in reports):
        written = None
    if merged is None and written is None:
        return
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        if merged:
            save_consolidation(kept, code, merged.basis, figures)
        if written:
            texts = tuple(text_of(paragraph) for paragraph in written.report.paragraphs)
            save_report(kept, code, written.report.basis, written.name, written.content, texts)
