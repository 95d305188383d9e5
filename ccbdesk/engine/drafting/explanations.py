"""This module holds the notes that tell why a figure that looked wrong was accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ccbdesk.engine.drafting.notes import with_note
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.consolidation import Consolidation, Explanation
from ccbdesk.model.expression import Reference, RowReference
from ccbdesk.model.form import Form
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Block, Figure, Note, Paragraph
from ccbdesk.model.unit import CLUSTER


def explained(blocks: Sequence[Block], merged: Consolidation) -> tuple[Block, ...]:
    """Return the blocks with each explanation behind the first paragraph that prints its figure.

    A figure that is worked out from the one explained counts as well. Where none is printed nothing is told."""
    told = list(blocks)
    for explanation in merged.explanations:
        for place, block in enumerate(told):
            if isinstance(block, Paragraph) and _prints(block, explanation, merged.form):
                told[place] = replace(block, runs=with_note(block.runs, (_note(explanation, merged.form),)))
                break
    return tuple(told)


def _note(explanation: Explanation, form: Form) -> Note:
    return Note(f" ({form.unit(explanation.unit).short_name}: {explanation.reason.strip().rstrip('.')})")


def _prints(paragraph: Paragraph, explanation: Explanation, form: Form) -> bool:
    figures = (run.expression for run in paragraph.runs if isinstance(run, Figure))
    found = (one for each in figures if not isinstance(each, RowReference) for one in references(each))
    return any(_is_about(one, explanation, form) for one in found)


def _is_about(reference: Reference, explanation: Explanation, form: Form) -> bool:
    is_of_unit = reference.unit in (None, CLUSTER, explanation.unit)
    return is_of_unit and explanation.indicator in _reported(form, (reference.indicator,))


def _reported(form: Form, codes: Iterable[IndicatorCode]) -> frozenset[IndicatorCode]:
    """Return figures and, of what is computed, the figures it comes down to."""
    found: set[IndicatorCode] = set()
    for code in codes:
        formula = form.indicator(code).formula
        found.add(code)
        if formula is not None:
            found |= _reported(form, (reference.indicator for reference in references(formula)))
    return frozenset(found)
