"""This module holds the reading of an expression as a clerk would say it, with the labels of the form."""

from collections.abc import Callable
from typing import assert_never

from ccbdesk.engine.expressions.spelling import Spelling, spelled
from ccbdesk.model.expression import Expression, Function, Operator, Reference
from ccbdesk.vietnamese.numbers.writing import plain

_OPERATORS = {
    Operator.ADD: " + ",
    Operator.SUBTRACT: " − ",
    Operator.MULTIPLY: " × ",
    Operator.DIVIDE: " : ",
    Operator.EQUAL: " bằng ",
    Operator.UNEQUAL: " khác ",
    Operator.LESS: " nhỏ hơn ",
    Operator.LESS_OR_EQUAL: " không lớn hơn ",
    Operator.GREATER: " lớn hơn ",
    Operator.GREATER_OR_EQUAL: " không nhỏ hơn ",
}
_LOOSE = frozenset({Function.IF, Function.AND, Function.OR, Function.NOT})


def as_vietnamese(expression: Expression, label: Callable[[Reference], str]) -> str:
    """Return the expression in Vietnamese: “A” + “B” không lớn hơn “C”; ``label`` says what a figure is called."""

    def quoted(reference: Reference) -> str:
        return f"“{label(reference)}”"

    return spelled(expression, Spelling(quoted, plain, _said_operator, _said_call, "−", _LOOSE))


def _said_operator(operator: Operator) -> str:
    return _OPERATORS[operator]


def _said_call(function: Function, arguments: tuple[str, ...]) -> str:
    listed = f"({'; '.join(arguments)})"
    match function:
        case Function.MIN:
            return f"số nhỏ nhất trong {listed}"
        case Function.MAX:
            return f"số lớn nhất trong {listed}"
        case Function.SUM:
            return f"tổng của {listed}"
        case Function.MEDIAN:
            return f"số đứng giữa trong {listed}"
        case Function.COUNT:
            return f"số mục có số liệu trong {listed}"
        case Function.ABSOLUTE:
            return f"độ lớn của {listed}"
        case Function.ROUND if len(arguments) == 1:
            return f"số làm tròn của {listed}"
        case Function.ROUND:
            return f"số làm tròn của ({arguments[0]}), lấy {arguments[1]} chữ số thập phân"
        case Function.IF:
            condition, then, otherwise = arguments
            return f"nếu {condition} thì {then}, nếu không thì {otherwise}"
        case Function.AND:
            return " và ".join(arguments)
        case Function.OR:
            return " hoặc ".join(arguments)
        case Function.NOT:
            return f"không phải {arguments[0]}"
        case _:
            assert_never(function)
