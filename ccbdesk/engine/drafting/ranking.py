"""This module holds which turns of a loop over units are printed: all of them, those chosen, or the first so many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.engine.expressions.evaluating import is_true
from ccbdesk.model.expression import Expression
from ccbdesk.model.sentence import EachUnit
from ccbdesk.model.value import Number, Ratio

T = TypeVar("T")

_LEAST_RANKED = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The units a loop goes through, and the figures for want of which it is not known whether it goes through more."""

    scenes: tuple[Scene, ...]
    undecided: tuple[Shortfall, ...] = ()


def chosen_of(loop: EachUnit, scene: Scene) -> Chosen:
    """Return the units of the kinds that a loop names, and of those the ones for which its condition holds."""
    units = scene.consolidation.form.units
    scenes = tuple(replace(scene, unit=unit.id) for unit in units if not loop.kinds or unit.kind in loop.kinds)
    if loop.condition is None:
        return Chosen(scenes)
    conditions = [(turn, turn.absolute(loop.condition)) for turn in scenes]
    unknown = (find_shortfalls(scene.consolidation, condition) for _, condition in conditions)
    return Chosen(
        tuple(turn for turn, condition in conditions if is_true(turn.value(condition))),
        tuple(shortfall for found in unknown for shortfall in found if shortfall.missing),
    )


def first_of(loop: EachUnit, turns: Sequence[tuple[Scene, T]]) -> list[T]:
    """Return the turns that a loop prints, the largest first where it ranks them.

    Of equal units the form's first comes first; those without a figure to be ranked by, or with zero, are left out."""
    if loop.ranking is not None:
        ranks = [(_rank(loop.ranking, scene), turn) for scene, turn in turns]
        # The sort keeps what is equal in its order.
        ranked = sorted(((rank, turn) for rank, turn in ranks if rank), key=lambda pair: -pair[0])
        found = [turn for _, turn in ranked]
    else:
        found = [turn for _, turn in turns]
    return found[: loop.first] if loop.first else found


def is_telling(loop: EachUnit, scenes: Iterable[Scene]) -> bool:
    """Tell whether it says anything which units come first: of fewer than three with a figure it does not."""
    if loop.ranking is None:
        return True
    values = [scene.value(scene.absolute(loop.ranking)) for scene in scenes]
    return sum(isinstance(value, Number | Ratio) for value in values) >= _LEAST_RANKED


def _rank(ranking: Expression, scene: Scene) -> Decimal:
    value = scene.value(scene.absolute(ranking))
    return value.amount if isinstance(value, Number | Ratio) else Decimal(0)
