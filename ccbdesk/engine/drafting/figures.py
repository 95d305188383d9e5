"""This module holds the figures a sentence may name, and what is missing from each of them."""

from collections.abc import Container
from dataclasses import dataclass

from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.consolidation import Consolidation, Coverage, Part, PartState, Total
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Day, NotApplicable, Number, Ratio, Text, Value

_NO_COVERAGE = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An indicator and the units of which it has no figure, or no plan."""

    indicator: IndicatorCode
    missing: tuple[UnitId, ...]
    coverage: Coverage = _NO_COVERAGE
    when: When = When.NOW


def is_missing(value: Value) -> bool:
    """Tell whether there is nothing to print for a value that ought to be there."""
    match value:
        case Number() | Ratio() | Day() | NotApplicable():
            return False
        case Text():
            return not value.words.strip()
        case _:
            return True


def find_shortfalls(consolidation: Consolidation, expression: Expression) -> tuple[Shortfall, ...]:
    """Return what is missing from the figures an expression stands on, each named once."""
    shortfalls = (_shortfall(consolidation, reference) for reference in references(expression))
    return tuple(dict.fromkeys(shortfall for shortfall in shortfalls if shortfall is not None))


def _shortfall(consolidation: Consolidation, reference: Reference) -> Shortfall | None:
    is_absent = is_missing(figure(consolidation, reference))
    if reference.when not in (When.NOW, When.PLAN):
        return Shortfall(reference.indicator, ()) if is_absent else None
    if reference.unit not in (None, CLUSTER):
        return Shortfall(reference.indicator, (reference.unit,), when=reference.when) if is_absent else None
    coverage = coverage_of(consolidation, reference.indicator, reference.when)
    if coverage.is_complete and not is_absent:
        return None
    return Shortfall(reference.indicator, coverage.missing, coverage, reference.when)


def coverage_of(consolidation: Consolidation, code: IndicatorCode, when: When) -> Coverage:
    """Return of which units a total, or its plan, is made."""
    total = consolidation.total(code)
    return _plan_coverage(total) if when is When.PLAN else total.coverage


def _plan_coverage(total: Total) -> Coverage:
    """Return of which units a plan is made; a unit without the task plans nothing, and need not say so twice."""
    idle = {part.unit for part in total.parts if part.state is PartState.NOT_APPLICABLE}
    expected = [part for part in total.plan_parts if not _is_idle(part, idle)]
    missing = tuple(part.unit for part in expected if not part.is_counted)
    return Coverage(len(expected) - len(missing), len(expected), missing)


def _is_idle(planned: Part, idle: Container[UnitId]) -> bool:
    is_empty = planned.state is PartState.BLANK and planned.unit in idle
    return is_empty or planned.state is PartState.NOT_APPLICABLE
