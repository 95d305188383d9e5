"""This module holds the way of writing that says how a figure has changed: ``so_sanh:cung_ky``."""

from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.history import EARLIER
from ccbdesk.model.sentence import Way

COMPARED = "so_sanh"
"""The name of the way; its one argument says with which state of the figure it is compared."""

STATES_COMPARED = tuple(when.value for when in EARLIER)
"""The arguments it can have."""


def comparison_problem(way: Way) -> str:
    """Return what is wrong with the way: the argument that does not fit, or the name where there is none."""
    if len(way.arguments) == 1 and way.arguments[0] in STATES_COMPARED:
        return ""
    return next((each for each in way.arguments if each not in STATES_COMPARED), "") or way.name


def is_comparable(expression: Expression) -> bool:
    """Tell whether an expression is one figure of this period, so that it has an earlier one."""
    return isinstance(expression, Reference) and expression.when is When.NOW


def compared_with(ways: tuple[Way, ...]) -> When | None:
    """Return with which state of itself a figure is to be compared; None where it is to be written itself."""
    way = next((way for way in ways if way.name == COMPARED), None)
    return When(way.arguments[0]) if way and not comparison_problem(way) else None
