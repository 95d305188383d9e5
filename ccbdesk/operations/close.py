"""Closing a period. This module holds the move that freezes its figures, and keeps them for later periods."""

from collections.abc import Iterator

from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.decisions import save_decision
from ccbdesk.files.dossier.frozen import freeze
from ccbdesk.files.dossier.histories import save_history
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.papers import save_consolidation
from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.model.decision import Closed, Decision, Hand
from ccbdesk.model.dossier import KeptFigure, Stage
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import Blank
from ccbdesk.operations.record import Case, refuse


def close(case: Case, hand: Hand, stage: Stage = Stage.OFFICIAL) -> Decision:
    """Close a period on the figures as they are now, in one transaction; from then on these are its figures.

    They are kept for later periods too, as those of the meeting or as the official ones."""
    held, merged = case.held, case.checked.merged
    figures = freeze(merged)
    act = Closed(merged.basis, digest_of(figures))
    refuse(case, act)
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        save_consolidation(kept, held.period.code, merged.basis, figures)
        save_history(kept, held.period.code, stage, str(merged.basis), tuple(_find_figures(merged)))
        return save_decision(kept, held.period.code, act)


def _find_figures(merged: Consolidation) -> Iterator[KeptFigure]:
    for total in merged.totals:
        yield from _of_total(total)


def _of_total(total: Total) -> Iterator[KeptFigure]:
    code = total.indicator.code
    for value, parts, is_plan in ((total.value, total.parts, False), (total.plan, total.plan_parts, True)):
        if not isinstance(value, Blank):
            yield KeptFigure(CLUSTER, code, value, is_plan)
        for part in parts:
            if part.reading and part.unit != CLUSTER and part.is_counted:
                yield KeptFigure(part.unit, code, part.reading.value, is_plan)
