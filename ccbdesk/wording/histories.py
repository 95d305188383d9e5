"""Earlier periods in Vietnamese. This module holds what is said of the figures that were compared with."""

from collections.abc import Container, Iterator

from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.history import Base, Stage, WhyNoBase
from ccbdesk.model.period import PeriodCode, period_of
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.vietnamese.vocabulary.forms import STATES
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import unit_name

STAGES = {Stage.OFFICIAL: "chính thức", Stage.AT_MEETING: "tại hội nghị"}
"""The two states of a period's figures, as the office calls them."""

MERGED, MERGED_INSIDE = "(hợp nhất)", ", hợp nhất"
"""What is said of a figure that is the sum of a unit's predecessors, and how inside parentheses."""

_Kept = tuple[PeriodCode, Stage, tuple[str, ...]]


def history_notes(merged: Consolidation) -> tuple[str, ...]:
    """Return what was compared with: of which period and stage, from where, whose sums, and for whom there is not
    enough; nothing where nothing was kept."""
    states: dict[_Kept, dict[When, None]] = {}
    for reference, base in merged.bases.used():
        if base.parts and base.period and reference.unit is None:
            kept = (base.period, base.stage, _sources(base))
            states.setdefault(kept, {})[reference.when] = None
    notes = (_note(kept, tuple(whens)) for kept, whens in states.items())
    return (*notes, *merged_notes(merged), *_find_lacking(merged))


def _sources(base: Base) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.source for part in base.parts))


def _note(kept: _Kept, whens: tuple[When, ...]) -> str:
    period, stage, sources = kept
    parsed = period_of(period)
    states = ", ".join(STATES[when] for when in whens)
    source = f" (theo {listed(sources)})" if any(sources) else ""
    return f"{states[:1].upper()}{states[1:]}: số {period_name(parsed) if parsed else period}, {STAGES[stage]}{source}."


def merged_notes(merged: Consolidation, references: Container[Reference] | None = None) -> Iterator[str]:
    """Yield, of each unit that stands for several, of whose figures its earlier ones are the sum; of certain figures
    only, where these are given."""
    found: dict[UnitId, dict[str, None]] = {}
    for reference, base in merged.bases.used():
        is_meant = references is None or reference in references
        if is_meant and reference.unit in base.merged and reference.unit is not None:
            found.setdefault(reference.unit, {}).update(dict.fromkeys(part.name for part in base.parts))
    for unit, names in found.items():
        yield f"{unit_name(merged.form, unit)} {MERGED}: số kỳ trước là tổng của {listed(list(names))}."


def _find_lacking(merged: Consolidation) -> Iterator[str]:
    found: dict[UnitId, None] = {}
    for reference, base in merged.bases.found:
        is_reported = merged.form.indicator(reference.indicator).formula is None
        is_short = is_reported and base.why_not in (WhyNoBase.NOT_ENOUGH, WhyNoBase.SPLIT)
        if is_short and reference.unit is not None and reference.unit != CLUSTER:
            found[reference.unit] = None
    if found:
        yield f"Không đủ số liệu so sánh: {listed([unit_name(merged.form, unit) for unit in found])}."
