"""This module holds the cells of a report's tables: live figures written plainly, gaps, words and heads."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from ccbdesk.engine.drafting.figures import find_shortfalls
from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.drafting.narratives import as_clauses
from ccbdesk.engine.drafting.slots import Scene, live, measure_of_row
from ccbdesk.engine.expressions.speaking import as_vietnamese
from ccbdesk.engine.expressions.tags import LONGEST_TAG, longest_tag
from ccbdesk.model.expression import Expression, Literal, Operation, Operator, Reference, RowReference, When
from ccbdesk.model.form import Form, Kind
from ccbdesk.model.report import Phrase, Run, TableCell
from ccbdesk.model.sentence import Slot, Way
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable
from ccbdesk.vietnamese.numbers.writing import day_in_figures, written
from ccbdesk.vietnamese.vocabulary.books import CLUSTER as WHOLE_CLUSTER
from ccbdesk.wording.figures import NOT_APPLICABLE

IN_TABLE = Way("bang")
"""Behind the other ways in a figure's tag: it stands in a table, so its measure is not said with it."""

TOTAL = WHOLE_CLUSTER
GAP = "…"

_PLAIN, _PERCENT = "so", "phan_tram"
_SAYING_THE_MEASURE = frozenset({"tien", "phan_tram", "don_vi"})
_QUOTIENT_PLACES = ("2",)


def head(text: str, across: int = 1) -> TableCell:
    """Return a cell that is a heading."""
    return TableCell((Phrase(text),), is_head=True, across=across)


def text(words: str, across: int = 1) -> TableCell:
    """Return a cell of words; an empty one where there are none."""
    return TableCell((Phrase(words),) if words else (), across=across)


def figure_cell(slot: Slot, scene: Scene) -> TableCell:
    """Return the cell that shows a figure: for the cluster, or for the unit or row whose turn it is."""
    expression = scene.absolute(slot.expression)
    value = scene.value(expression)
    match value:
        case Text() | Day():
            return TableCell((Phrase(_words(value)),))
        case NotApplicable():
            return TableCell((Phrase(NOT_APPLICABLE),), is_figure=True)
        case Number() | Ratio():
            is_gap = any(shortfall.missing for shortfall in find_shortfalls(scene.consolidation, expression))
            ways = _ways(slot, scene, is_quotient=isinstance(value, Ratio))
            shown = written(value, ways, Kind.DECIMAL, _measure(slot, scene))
            return TableCell((_live(expression, slot.ways, shown, scene, is_gap=is_gap),), is_figure=True)
        case Blank() | Unreadable():
            return TableCell((_live(expression, slot.ways, GAP, scene, is_gap=True),), is_figure=True)
        case _:
            assert_never(value)


def _words(value: Text | Day) -> str:
    return as_clauses(value.words) if isinstance(value, Text) else day_in_figures(value.day)


def _live(expression: Expression, ways: tuple[Way, ...], shown: str, scene: Scene, *, is_gap: bool) -> Run:
    for told in ((*ways, IN_TABLE), ways):
        if longest_tag(expression, told) <= LONGEST_TAG:
            return live(expression, told, shown, scene, is_gap=is_gap)
    return Phrase(shown)


def _ways(slot: Slot, scene: Scene, *, is_quotient: bool) -> tuple[Way, ...]:
    """Return how a figure is written in a table: as the sentence says, or plainly, with its indicator's decimals.

    A quotient has the same number of them in every row, two where nobody says how many."""
    if slot.ways:
        return slot.ways
    indicator = measured_like(slot.expression, scene.consolidation.form)
    ways = indicator.ways if indicator else ()
    plainly = tuple(way for way in ways if way.name == _PLAIN)
    if plainly or not is_quotient:
        return plainly or (Way(_PLAIN),)
    places = next((way.arguments for way in ways if way.name == _PERCENT and way.arguments), _QUOTIENT_PLACES)
    return (Way(_PLAIN, places),)


def _measure(slot: Slot, scene: Scene) -> str:
    if isinstance(slot.expression, RowReference):
        return measure_of_row(slot.expression, scene)
    indicator = measured_like(slot.expression, scene.consolidation.form)
    return indicator.measure if indicator else ""


def caption_of(slot: Slot, form: Form) -> str:
    """Return what stands over the column of a figure: its name, and its measure where the figures do not say it."""
    indicator = measured_like(slot.expression, form)
    measure = indicator.measure if indicator and indicator.is_numeric else ""
    return captioned(_said(slot.expression, form), measure, slot.ways)


def captioned(label: str, measure: str, ways: tuple[Way, ...]) -> str:
    """Return a label with the measure in parentheses, unless the label or the ways of writing say the measure."""
    is_plain = all(way.name not in _SAYING_THE_MEASURE for way in ways)
    is_said = bool(re.search(rf"\b{re.escape(measure.casefold())}\b", label.casefold()))
    return f"{label} ({measure})" if measure and is_plain and not is_said else label


def _said(expression: Expression, form: Form) -> str:
    def label(reference: Reference) -> str:
        plan = " – kế hoạch" if reference.when is When.PLAN else ""
        return f"{form.indicator(reference.indicator).label}{plan}"

    if (achieved := _achieved(expression)) is not None:
        return f"{label(achieved)} so với kế hoạch"
    return label(expression) if isinstance(expression, Reference) else as_vietnamese(expression, label)


def _achieved(expression: Expression) -> Reference | None:
    """Return the figure that an expression shows in percent of its own plan, None where it shows something else."""
    match expression:
        case Operation(Operator.MULTIPLY, Operation(Operator.DIVIDE, Reference() as done, planned), Literal()):
            is_so = planned == replace(done, when=When.PLAN) and expression.right == Literal(Decimal(100))
            return done if is_so else None
        case _:
            return None
