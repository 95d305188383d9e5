"""What was made of a period. This module holds how the last workbook and report that were kept are found again."""

from dataclasses import dataclass

from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.papers import load_consolidations, load_reports
from ccbdesk.model.dossier import KeptConsolidation, KeptReport
from ccbdesk.operations.holding import Held


@dataclass(frozen=True, slots=True)
class Made:
    """The last consolidation and the last report that the dossier keeps of a period; None where there is none."""

    consolidation: KeptConsolidation | None = None
    report: KeptReport | None = None


def made_of(held: Held) -> Made:
    """Return what was last made of a period; TroubleError for all that can happen to a dossier."""
    with reading(held.path) as kept:
        consolidations = load_consolidations(kept, held.period.code)
        reports = load_reports(kept, held.period.code)
    return Made(consolidations[-1] if consolidations else None, reports[-1] if reports else None)
