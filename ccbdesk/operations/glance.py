"""A glance at a dossier. This module holds what can be told of its periods at once, without reading a single return."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.engine.settling.folding import settle
from ccbdesk.files.dossier.clusters import load_cluster
from ccbdesk.files.dossier.decisions import load_all_decisions
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.papers import load_consolidations
from ccbdesk.files.dossier.periods import load_periods
from ccbdesk.files.dossier.receipts import load_receipts
from ccbdesk.model.decision import Decision
from ccbdesk.model.dossier import PeriodSpan, Revision
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.settled import Settled


@dataclass(frozen=True, slots=True)
class PeriodSeen:
    """A period of a dossier: how many files were received for it, what was decided, whether it was merged."""

    period: Period
    files: int
    settled: Settled
    is_merged: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A dossier at a glance: the cluster's name, who wrote last, and its periods, the last first."""

    cluster: str
    revision: Revision
    periods: tuple[PeriodSeen, ...]


def glance(path: Path) -> Seen:
    """Return what can be told of a dossier at once. Raises TroubleError for all that can happen to one."""
    with reading(path) as kept:
        decisions = load_all_decisions(kept)
        seen = (_seen(kept, span, decisions) for span in reversed(load_periods(kept)))
        return Seen(load_cluster(kept).name, kept.revision, tuple(each for each in seen if each))


def _seen(kept: Kept, span: PeriodSpan, decisions: tuple[Decision, ...]) -> PeriodSeen | None:
    period = period_of(span.period)
    if period is None:
        return None
    settled = settle(decisions, period)
    aside = sum(settled.reason_aside(each.receipt.digest) is not None for each in load_receipts(kept, period.code))
    files = len(load_receipts(kept, period.code)) - aside
    return PeriodSeen(period, files, settled, bool(load_consolidations(kept, period.code)))
