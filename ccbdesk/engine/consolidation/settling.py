"""What was decided, in a consolidation. This module holds the units left out, the moved cut-off, the explanations."""

from collections.abc import Container, Iterable
from dataclasses import replace

from ccbdesk.model.consolidation import Consolidation, Explanation, Omission, Part, PartState
from ccbdesk.model.period import Milestone
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import UnitId


def with_decisions(merged: Consolidation, settled: Settled, explanations: Iterable[Explanation]) -> Consolidation:
    """Return a consolidation that says of the units left out that they are, and no longer awaits them.

    They stay in the coverage of every total, among those that are missing; no total is changed."""
    omissions = tuple(Omission(each.act.unit, each.act.reason) for each in settled.left_out)
    left_out = frozenset(omission.unit for omission in omissions)
    totals = (
        replace(total, parts=_marked(total.parts, left_out), plan_parts=_marked(total.plan_parts, left_out))
        for total in merged.totals
    )
    return replace(
        merged,
        totals=tuple(totals) if left_out else merged.totals,
        absent=tuple(unit for unit in merged.absent if unit not in left_out),
        cut_off=settled.milestone(Milestone.CUT_OFF) or merged.cut_off,
        left_out=omissions,
        explanations=tuple(explanations),
    )


def _marked(parts: Iterable[Part], left_out: Container[UnitId]) -> tuple[Part, ...]:
    return tuple(
        replace(part, state=PartState.LEFT_OUT) if part.state is PartState.ABSENT and part.unit in left_out else part
        for part in parts
    )
