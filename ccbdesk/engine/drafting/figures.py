"""This module holds the figures a sentence may name, and what is missing from each of them."""

from dataclasses import dataclass, replace

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.reading import placed, references
from ccbdesk.model.consolidation import Consolidation, Coverage, Part, PartState
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.form import Preparer, applies
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Value

_NO_COVERAGE = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An indicator and the units of which it has no figure."""

    indicator: IndicatorCode
    missing: tuple[UnitId, ...]
    coverage: Coverage = _NO_COVERAGE


def figure(consolidation: Consolidation, reference: Reference) -> Value:
    """Return the value of a reference: without a unit the cluster's total, with one that unit's own figure.

    A unit's figure that is in no total (absent, unreadable, with an error on it, words for a number) is Blank. Figures
    of other periods and plans are Blank as long as none are kept."""
    if reference.when is not When.NOW:
        return Blank()
    if reference.unit in (None, CLUSTER):
        return consolidation.total(reference.indicator).value
    return _figure_of(consolidation, reference.indicator, reference.unit)


def _figure_of(consolidation: Consolidation, code: IndicatorCode, unit: UnitId) -> Value:
    indicator = consolidation.form.indicator(code)
    if not applies(indicator, consolidation.form.unit(unit)):
        return NotApplicable()
    if indicator.formula is not None:
        formula = of_unit(consolidation, indicator.formula, unit)
        return evaluate(formula, lambda reference: figure(consolidation, reference))
    part = next((part for part in consolidation.total(code).parts if part.unit == unit), None)
    return _value_of(part) if part else Blank()


def _value_of(part: Part) -> Value:
    match part.state:
        case PartState.COUNTED:
            return part.reading.value if part.reading else Blank()
        case PartState.NOT_APPLICABLE:
            return NotApplicable()
        case PartState.ABSENT | PartState.BLANK | PartState.VAGUE | PartState.BLOCKED:
            return Blank()


def of_unit(consolidation: Consolidation, expression: Expression, unit: UnitId) -> Expression:
    """Return the expression with its bare references turned into a unit's; those to the cluster's own figures stay."""

    def of_that_unit(reference: Reference) -> Reference:
        is_bare = reference.unit is None and not _is_own(consolidation, reference.indicator)
        return replace(reference, unit=unit) if is_bare else reference

    return placed(expression, of_that_unit)


def of_cluster(expression: Expression) -> Expression:
    """Return the expression with the references to the whole cluster bare, as a sentence means them anyway."""
    return placed(expression, _bare)


def _bare(reference: Reference) -> Reference:
    return replace(reference, unit=None) if reference.unit == CLUSTER else reference


def _is_own(consolidation: Consolidation, code: IndicatorCode) -> bool:
    form = consolidation.form
    return form.sheet(form.indicator(code).sheet).preparer is Preparer.CLUSTER


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
