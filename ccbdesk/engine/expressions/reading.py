"""This module holds the plain readings of an expression: its one canonical spelling, and the figures it stands on."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import assert_never

from ccbdesk.engine.expressions.spelling import Spelling, spelled
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

_LIKE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def canonical(expression: Expression) -> str:
    """Return the expression as tags carry it: ASCII, no spaces, no needless parentheses; it parses to the same tree."""
    return spelled(expression, _CANONICAL)


def plain_number(amount: Decimal) -> str:
    """Return a number with a decimal point and without needless zeros."""
    written = format(amount, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _clear_number(amount: Decimal) -> str:
    written = plain_number(amount)
    # The parser refuses 1.125, which might be meant as thousands; a fourth decimal makes it clear.
    return f"{written}0" if _LIKE_THOUSANDS.fullmatch(written) else written


def _written_reference(reference: Reference) -> str:
    unit = "" if reference.unit is None else f"@{reference.unit}"
    when = f"~{reference.when.value}" if reference.when.value else ""
    return f"{reference.indicator}{unit}{when}"


def _written_row(reference: RowReference) -> str:
    return f"{reference.sheet}.{reference.row}.{reference.column}@{reference.unit}"


def _written_operator(operator: Operator) -> str:
    return operator.value


def _written_call(function: Function, arguments: tuple[str, ...]) -> str:
    return f"{function.value}({';'.join(arguments)})"


_CANONICAL = Spelling(_written_reference, _written_row, _clear_number, _written_operator, _written_call)


def references(expression: Expression) -> tuple[Reference, ...]:
    """Return the figures of indicators an expression stands on, from left to right, each once; rows are no such."""
    return tuple(dict.fromkeys(_find_references(expression)))


def _find_references(expression: Expression) -> Iterator[Reference]:
    match expression:
        case Reference():
            yield expression
        case Negation():
            yield from _find_references(expression.operand)
        case Operation():
            yield from _find_references(expression.left)
            yield from _find_references(expression.right)
        case Call():
            for argument in expression.arguments:
                yield from _find_references(argument)
        case Literal() | RowReference():
            return
        case _:
            assert_never(expression)


def placed(expression: Expression, place: Callable[[Reference], Reference]) -> Expression:
    """Return the expression with every reference replaced, such as by the same figure of a certain unit."""
    match expression:
        case Reference():
            return place(expression)
        case Negation():
            return Negation(placed(expression.operand, place))
        case Operation():
            return Operation(expression.operator, placed(expression.left, place), placed(expression.right, place))
        case Call():
            return Call(expression.function, tuple(placed(argument, place) for argument in expression.arguments))
        case Literal() | RowReference():
            return expression
        case _:
            assert_never(expression)
