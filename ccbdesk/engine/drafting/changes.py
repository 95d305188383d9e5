"""This module holds the live figure that says by how much a figure differs from an earlier one."""

from dataclasses import replace

from ccbdesk.engine.drafting.slots import Scene, live
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.report import Figure
from ccbdesk.model.sentence import Slot
from ccbdesk.model.value import Number, Ratio
from ccbdesk.wording.changes import change_words


def at(expression: Expression, when: When) -> Reference:
    """Return the same figure in another state; only a single figure is ever compared."""
    if not isinstance(expression, Reference):
        raise TypeError(expression)  # the parser lets nothing else through
    return replace(expression, when=when)


def change_of(slot: Slot, value: Number | Ratio, base: Number | Ratio, when: When, scene: Scene) -> Figure:
    """Return the live figure of a slot that says how its figure has changed."""
    expression = at(scene.absolute(slot.expression), When.NOW)
    words = change_words(value, base, scene.consolidation.form.indicator(expression.indicator), when)
    return live(expression, slot.ways, words, scene, is_gap=False)
