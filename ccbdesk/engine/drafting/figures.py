"""This module holds the figures a sentence may name, and what is missing from each of them."""

from dataclasses import dataclass

from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.consolidation import Consolidation, Coverage
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Day, NotApplicable, Number, Ratio, Text, Value

_NO_COVERAGE = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An indicator and the units of which it has no figure."""

    indicator: IndicatorCode
    missing: tuple[UnitId, ...]
    coverage: Coverage = _NO_COVERAGE


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
    if reference.when is not When.NOW:
        return Shortfall(reference.indicator, ())
    if reference.unit not in (None, CLUSTER):
        return Shortfall(reference.indicator, (reference.unit,)) if is_absent else None
    coverage = consolidation.total(reference.indicator).coverage
    if coverage.is_complete and not is_absent:
        return None
    return Shortfall(reference.indicator, coverage.missing, coverage)
