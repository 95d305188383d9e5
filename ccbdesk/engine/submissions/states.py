"""What is said of a figure beside it. This module holds the reading of its state, and what it makes of the figure."""

from dataclasses import replace
from typing import assert_never

from ccbdesk.engine.submissions.grasping import Grasp
from ccbdesk.model.finding import StateContradicts, Where
from ccbdesk.model.form import Indicator
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import STATE_ALIASES, State

_STATES = {folded(words): state for state in State for words in (state.value, *STATE_ALIASES[state])}


def state_named(words: str) -> State | None:
    """Return the state that words name; None for any other remark."""
    return _STATES.get(folded(words))


def stated(indicator: Indicator, grasped: Grasp, words: str, where: Where) -> Grasp:
    """Return a figure as what is said beside it makes it; where the two contradict each other the figure stands.

    ``where`` is the figure's place."""
    state = state_named(words)
    if state is None:
        return grasped
    match state:
        case State.ESTIMATED:
            return _estimated(indicator, grasped, words, where)
        case State.NO_TASK:
            if isinstance(grasped.value, Blank):
                return replace(grasped, value=NotApplicable())
            return grasped if isinstance(grasped.value, NotApplicable) else _contradicted(grasped, words, where)
        case State.NOT_YET:
            return grasped if isinstance(grasped.value, Blank) else _contradicted(grasped, words, where)
        case _:
            assert_never(state)


def _estimated(indicator: Indicator, grasped: Grasp, words: str, where: Where) -> Grasp:
    """A figure that says itself how exact it is keeps its own word."""
    match grasped.value:
        case Number(amount, Exactness.EXACT):
            return replace(grasped, value=Number(amount, Exactness.ESTIMATED))
        case NotApplicable() if indicator.is_numeric:
            return _contradicted(grasped, words, where)
        case _:
            return grasped


def _contradicted(grasped: Grasp, words: str, where: Where) -> Grasp:
    return replace(grasped, findings=(*grasped.findings, StateContradicts(where, words)))
