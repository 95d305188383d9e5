"""This module holds the reading of an expression as an Excel formula."""

from collections.abc import Callable

from ccbdesk.engine.expressions.reading import plain_number
from ccbdesk.engine.expressions.spelling import Spelling, spelled
from ccbdesk.model.expression import Expression, Function, Operator, Reference, RowReference

_NAMES = {
    Function.MIN: "MIN",
    Function.MAX: "MAX",
    Function.SUM: "SUM",
    Function.ABSOLUTE: "ABS",
    Function.IF: "IF",
    Function.ROUND: "ROUND",
    Function.MEDIAN: "MEDIAN",
    Function.COUNT: "COUNT",
    Function.AND: "AND",
    Function.OR: "OR",
    Function.NOT: "NOT",
}


def as_formula(expression: Expression, cell: Callable[[Reference], str]) -> str:
    """Return the formula as it stands in a file: English names, commas, decimal points, no equals sign before it.

    ``cell`` gives the address at which a figure stands."""
    return spelled(expression, Spelling(cell, _written_row, plain_number, _written_operator, _written_call))


def _written_row(_: RowReference) -> str:
    return "NA()"  # no formula is made of single rows of lists


def _written_operator(operator: Operator) -> str:
    return operator.value


def _written_call(function: Function, arguments: tuple[str, ...]) -> str:
    if function is Function.ROUND and len(arguments) == 1:
        arguments = (*arguments, "0")
    return f"{_NAMES[function]}({','.join(arguments)})"
