"""Closing a period. This module holds the move that freezes it, and keeps its figures for later periods."""

from ccbdesk.engine.history.keeping_figures import figures_to_keep
from ccbdesk.files.dossier.contents import digest_of, save_content
from ccbdesk.files.dossier.decisions import save_decision
from ccbdesk.files.dossier.frozen import freeze
from ccbdesk.files.dossier.histories import save_history
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.papers import save_consolidation
from ccbdesk.model.decision import Closed, Decision, Hand
from ccbdesk.model.history import Stage
from ccbdesk.operations.record import Case, refuse
from ccbdesk.vietnamese.numbers.writing import day_in_figures


def close(case: Case, hand: Hand, stage: Stage = Stage.OFFICIAL) -> Decision:
    """Close a period on the figures as they are now, in one transaction; from then on these are its figures, and its
    findings are those of now, settled as they are now.

    The case is to be opened anew, so that what is frozen was read from the bytes that are kept and from nothing else.
    The figures are kept for later periods too, as those of the meeting or as the official ones."""
    held, merged = case.held, case.checked.merged
    figures, checks = freeze(merged), freeze(case.checked.checks)
    act = Closed(merged.basis, digest_of(figures), digest_of(checks))
    refuse(case, act)
    source = f"số khóa ngày {day_in_figures(hand.at.date())}"
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        save_consolidation(kept, held.period.code, merged.basis, figures)
        save_content(kept, checks, str(merged.basis))
        save_history(kept, held.period.code, stage, source, figures_to_keep(merged))
        return save_decision(kept, held.period.code, act)
