"""Keeping what was made. This module holds how a consolidation and a report go into the dossier they were made from."""

from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.frozen import freeze
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.files.dossier.papers import load_consolidations, load_reports, save_consolidation, save_report
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.decision import Hand
from ccbdesk.model.report import Report
from ccbdesk.operations.holding import Held
from ccbdesk.operations.letter import text_of


def keep_results(held: Held, merged: Consolidation, report: Report, document: tuple[str, bytes], hand: Hand) -> None:
    """Keep a consolidation and the report drafted from it, in one transaction; what is kept already is not kept again.

    ``document`` is the report's file name and bytes."""
    name, content = document
    figures, code = freeze(merged), held.period.code
    with reading(held.path) as kept:
        made, written = load_consolidations(kept, code)[-1:], load_reports(kept, code)[-1:]
    is_made = any((each.basis, each.figures) == (merged.basis, digest_of(figures)) for each in made)
    is_written = any(each.document == digest_of(content) for each in written)
    if is_made and is_written:
        return
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        if not is_made:
            save_consolidation(kept, code, merged.basis, figures)
        if not is_written:
            texts = tuple(text_of(paragraph) for paragraph in report.paragraphs)
            save_report(kept, code, merged.basis, name, content, texts)
