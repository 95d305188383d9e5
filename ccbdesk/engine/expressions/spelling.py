"""This module holds the one way in which an expression is written out again, whatever the language it is written in."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ccbdesk.model.expression import (
    Call,
    Expression,
    Function,
    Literal,
    Negation,
    Operation,
    Operator,
    Reference,
    RowReference,
)

_LOOSE = -1
_COMPARISON = 0
_SUM = 1
_PRODUCT = 2
_SIGN = 3
_WHOLE = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the parts of an expression are written. ``loose`` functions are put into parentheses within anything else."""

    reference: Callable[[Reference], str]
    row: Callable[[RowReference], str]
    number: Callable[[Decimal], str]
    operator: Callable[[Operator], str]
    call: Callable[[Function, tuple[str, ...]], str]
    minus: str = "-"
    loose: frozenset[Function] = frozenset()


def spelled(expression: Expression, spelling: Spelling) -> str:
    """Return an expression written out, with no parentheses but those needed."""
    match expression:
        case Literal():
            return spelling.number(expression.amount)
        case Reference():
            return spelling.reference(expression)
        case RowReference():
            return spelling.row(expression)
        case Negation():
            return f"{spelling.minus}{_within(expression.operand, _SIGN, spelling)}"
        case Operation():
            return _spelled_operation(expression, spelling)
        case Call():
            rank = _COMPARISON if expression.function in spelling.loose else _LOOSE
            arguments = tuple(_within(argument, rank, spelling) for argument in expression.arguments)
            return spelling.call(expression.function, arguments)
        case _:
            assert_never(expression)


def spelled_side(expression: Expression, spelling: Spelling) -> str:
    """Return an expression written out as one side of a comparison."""
    return _within(expression, _SUM, spelling)


def _spelled_operation(operation: Operation, spelling: Spelling) -> str:
    rank = _rank(operation, spelling)
    # A sum or product groups from the left; a comparison does not chain, so neither of its sides may be one.
    left = _within(operation.left, max(rank, _SUM), spelling)
    right = _within(operation.right, rank + 1, spelling)
    return f"{left}{spelling.operator(operation.operator)}{right}"


def _within(expression: Expression, rank: int, spelling: Spelling) -> str:
    written = spelled(expression, spelling)
    return written if _rank(expression, spelling) >= rank else f"({written})"


def _rank(expression: Expression, spelling: Spelling) -> int:
    """Return how tightly an expression holds together."""
    match expression:
        case Operation(operator=Operator.ADD | Operator.SUBTRACT):
            return _SUM
        case Operation(operator=Operator.MULTIPLY | Operator.DIVIDE):
            return _PRODUCT
        case Operation():
            return _COMPARISON
        case Negation():
            return _SIGN
        case Call() if expression.function in spelling.loose:
            return _LOOSE
        case _:
            return _WHOLE
