"""What a reference is worth. This module holds the look-up in a consolidation: totals, plans, single units, rows."""

from dataclasses import replace
from decimal import Decimal

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.reading import placed
from ccbdesk.model.consolidation import Consolidation, Part, PartState
from ccbdesk.model.expression import Expression, Reference, RowReference, When
from ccbdesk.model.form import Adding, Indicator, Preparer, applies
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, NotApplicable, Number, Ratio, Value


def value_of(consolidation: Consolidation, expression: Expression) -> Value:
    """Return the value of an expression, or what a row of a list says."""
    if isinstance(expression, RowReference):
        return said_in_row(consolidation, expression)
    return evaluate(expression, lambda reference: figure(consolidation, reference))


def said_in_row(consolidation: Consolidation, reference: RowReference) -> Value:
    """Return what a row of a list says in a column; Blank where the row is not there or says nothing."""
    submission = consolidation.submission(reference.unit)
    row = submission.row(reference.sheet, reference.row) if submission else None
    cell = row.cell(reference.column) if row else None
    return cell.value if cell else Blank()


def figure(consolidation: Consolidation, reference: Reference) -> Value:
    """Return the value of a reference: without a unit the cluster's total, with one that unit's own figure.

    A unit's figure that is in no total (absent, unreadable, with an error on it) is Blank; words for a number are in
    none either, but they are said. Figures of other periods are Blank as long as none are kept."""
    match reference.when:
        case When.NOW if reference.unit in (None, CLUSTER):
            return consolidation.total(reference.indicator).value
        case When.NOW if reference.unit is not None:
            return _figure_of(consolidation, reference.indicator, reference.unit)
        case When.PLAN:
            return _plan(consolidation, reference)
        case _:
            return Blank()


def _plan(consolidation: Consolidation, reference: Reference) -> Value:
    unit = reference.unit
    if unit is None or (unit == CLUSTER and not _is_own(consolidation, reference.indicator)):
        return consolidation.total(reference.indicator).plan
    planned = _plan_of(consolidation, reference.indicator, unit)
    has_task = planned != Blank() or _figure_of(consolidation, reference.indicator, unit) != NotApplicable()
    # A unit without the task plans nothing, and need not say so twice.
    return planned if has_task else NotApplicable()


def _plan_of(consolidation: Consolidation, code: IndicatorCode, unit: UnitId) -> Value:
    part = consolidation.total(code).plan_part(unit)
    if part:
        return _value_of(part)
    # What is not added up has no parts, but each unit may still have planned it.
    submission = consolidation.submission(unit)
    reading = submission.plan(code) if submission else None
    return reading.value if reading and isinstance(reading.value, Number | Ratio) else Blank()


def _figure_of(consolidation: Consolidation, code: IndicatorCode, unit: UnitId) -> Value:
    indicator = consolidation.form.indicator(code)
    if not applies(indicator, consolidation.form.unit(unit)):
        return NotApplicable()
    if indicator.formula is not None:
        formula = of_unit(consolidation, indicator.formula, unit)
        return as_quotient(indicator, evaluate(formula, lambda reference: figure(consolidation, reference)))
    part = consolidation.total(code).part(unit)
    return _value_of(part) if part else Blank()


def _value_of(part: Part) -> Value:
    match part.state:
        case PartState.COUNTED | PartState.GIVEN | PartState.VAGUE:
            return part.reading.value if part.reading else Blank()
        case PartState.NOT_APPLICABLE:
            return NotApplicable()
        case PartState.ABSENT | PartState.LEFT_OUT | PartState.BLANK | PartState.BLOCKED:
            return Blank()


def of_unit(consolidation: Consolidation, expression: Expression, unit: UnitId) -> Expression:
    """Return the expression with its bare references turned into a unit's; those to the cluster's own figures stay."""

    def of_that_unit(reference: Reference) -> Reference:
        is_bare = reference.unit is None and not _is_own(consolidation, reference.indicator)
        return Reference(reference.indicator, unit, reference.when) if is_bare else reference

    return placed(expression, of_that_unit)


def of_cluster(expression: Expression) -> Expression:
    """Return the expression with the references to the whole cluster bare, as a sentence means them anyway."""
    return placed(expression, _bare)


def _bare(reference: Reference) -> Reference:
    return replace(reference, unit=None) if reference.unit == CLUSTER else reference


def _is_own(consolidation: Consolidation, code: IndicatorCode) -> bool:
    form = consolidation.form
    return form.sheet(form.indicator(code).sheet).preparer is Preparer.CLUSTER


def as_quotient(indicator: Indicator, value: Value) -> Value:
    """Return a ratio as a quotient even where its decimals happen to end: it is written alike every year."""
    if indicator.adding is Adding.RATIO and isinstance(value, Number):
        return Ratio(value.amount, Decimal(1), value.exactness)
    return value
