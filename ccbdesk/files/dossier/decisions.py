"""Decisions. This module holds ``load_`` and ``save_`` of what the office decided; they are only ever added."""

from ccbdesk.files.dossier.acts import read_act, written_act
from ccbdesk.files.dossier.fields import read, written
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.decision import Act, Decision
from ccbdesk.model.dossier import Revision
from ccbdesk.model.origin import DecisionId
from ccbdesk.model.period import PeriodCode

_DECISIONS = Table("decision", ("period", "kind", "act"))


def load_decisions(kept: Kept, period: PeriodCode) -> tuple[Decision, ...]:
    """Return the decisions for a period in the order in which they were made."""
    return _DECISIONS.load(kept, _decision, "period = ?", period)


def load_all_decisions(kept: Kept) -> tuple[Decision, ...]:
    """Return the decisions of all periods in the order in which they were made."""
    return _DECISIONS.load(kept, _decision)


def save_decision(kept: Kept, period: PeriodCode, act: Act) -> Decision:
    """Add a decision by whoever writes this revision, at its time."""
    kind, members = written_act(act)
    number = _DECISIONS.add(kept, period, kind, written(members))
    return Decision(DecisionId(number), period, kept.revision.who, kept.revision.at, act)


def _decision(number: int, revision: Revision, period: str, kind: str, act: str) -> Decision:
    return Decision(DecisionId(number), PeriodCode(period), revision.who, revision.at, read_act(kind, read(act)))
