"""This module holds in which measure the value of an expression is counted, and so how it is written."""

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
from ccbdesk.model.form import Form, Indicator, Kind


def measured_like(expression: Expression, form: Form) -> Indicator | None:
    """Return the indicator whose kind and measure the value has; None for a mere number or a quotient of two figures.

    What a row of a list says is no indicator's. Money shared out among a count is still money, and so is a count times
    money."""
    match expression:
        case Literal() | RowReference():
            return None
        case Reference():
            return form.indicator(expression.indicator)
        case Negation():
            return measured_like(expression.operand, form)
        case Operation():
            left, right = measured_like(expression.left, form), measured_like(expression.right, form)
            return _of_operation(expression.operator, left, right)
        case Call():
            arguments = expression.arguments[1:] if expression.function is Function.IF else expression.arguments
            return _first([measured_like(argument, form) for argument in arguments])
        case _:
            assert_never(expression)


def _of_operation(operator: Operator, left: Indicator | None, right: Indicator | None) -> Indicator | None:
    match operator:
        case Operator.ADD | Operator.SUBTRACT:
            return left or right
        case Operator.MULTIPLY if left is None or right is None:
            return left or right
        case Operator.MULTIPLY:
            return _only_money(left, right)
        case Operator.DIVIDE if right is None:
            return left
        case Operator.DIVIDE:
            return left if _only_money(left, right) is left else None
        case _:
            return None


def _only_money(left: Indicator | None, right: Indicator | None) -> Indicator | None:
    money = [indicator for indicator in (left, right) if indicator is not None and indicator.kind is Kind.MONEY]
    return money[0] if len(money) == 1 else None


def _first(indicators: list[Indicator | None]) -> Indicator | None:
    return next((indicator for indicator in indicators if indicator is not None), None)
