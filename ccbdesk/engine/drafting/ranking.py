"""This module holds which turns of a loop over units are printed: all of them, or the first so many."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.model.expression import Expression
from ccbdesk.model.sentence import EachUnit
from ccbdesk.model.value import Number, Ratio

T = TypeVar("T")


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


def _rank(ranking: Expression, scene: Scene) -> Decimal:
    value = scene.value(scene.absolute(ranking))
    return value.amount if isinstance(value, Number | Ratio) else Decimal(0)
