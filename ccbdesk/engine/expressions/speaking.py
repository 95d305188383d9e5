"""This module holds the reading of expressions and rules as a clerk would say them, with the labels of the form."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from ccbdesk.engine.expressions.reading import canonical, placed
from ccbdesk.engine.expressions.spelling import Spelling, spelled, spelled_side
from ccbdesk.model.expression import Expression, Function, Operation, Operator, Reference, RowReference, When
from ccbdesk.model.form import Rule, RuleKind
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
_DEMANDS = {
    Operator.EQUAL: "phải bằng",
    Operator.UNEQUAL: "phải khác",
    Operator.LESS: "phải nhỏ hơn",
    Operator.LESS_OR_EQUAL: "không được lớn hơn",
    Operator.GREATER: "phải lớn hơn",
    Operator.GREATER_OR_EQUAL: "không được nhỏ hơn",
}
_LOOSE = frozenset({Function.IF, Function.AND, Function.OR, Function.NOT})


def as_vietnamese(expression: Expression, label: Callable[[Reference], str]) -> str:
    """Return the expression in Vietnamese: “A” + “B” không lớn hơn “C”; ``label`` says what a figure is called."""
    return spelled(expression, _spelling(label))


def rule_in_words(rule: Rule, label: Callable[[Reference], str]) -> str:
    """Return what a rule demands as one sentence without its full stop: “A” không được lớn hơn “B”."""
    subject, against = spelled_side(rule.subject, _spelling(label)), _against(rule, label)
    match rule.kind:
        case RuleKind.ADDS_UP:
            words = f"{subject} phải bằng {against}"
        case RuleKind.NOT_MORE_THAN:
            words = f"{subject} không được lớn hơn {against}"
        case RuleKind.NEEDS:
            words = f"nếu {subject} lớn hơn 0 thì {against} cũng phải lớn hơn 0"
        case RuleKind.AVERAGE_WITHIN:
            words = f"bình quân {_quotient(rule, label)} {_within(rule)}"
        case RuleKind.CHANGE_WITHIN:
            words = f"{subject} {_within(rule, '%')} {_earlier(rule, label)}"
        case RuleKind.PEERS_WITHIN:
            words = f"{_quotient(rule, label)} {_within(rule, '%')} trung vị của các đơn vị"
        case RuleKind.HOLDS:
            words = _demanded(rule.subject, label)
        case RuleKind.THOUSANDFOLD:
            earlier = _earlier(rule, label)
            words = f"{subject} không được gấp khoảng 1.000 lần hoặc chỉ bằng khoảng một phần nghìn {earlier}"
        case RuleKind.SAME_AS_BEFORE:
            words = f"tỷ lệ số liệu giống hệt kỳ trước {_within(rule, '%')}"
        case RuleKind.PLAN_KEPT:
            words = f"{subject} phải như đã ghi ở kỳ trước trong năm"
        case _:
            assert_never(rule.kind)
    return words[:1].upper() + words[1:]


def _spelling(label: Callable[[Reference], str]) -> Spelling:
    def quoted(reference: Reference) -> str:
        return f"“{label(reference)}”"

    return Spelling(quoted, _said_row, plain, _said_operator, _said_call, "−", _LOOSE)


def _against(rule: Rule, label: Callable[[Reference], str]) -> str:
    return plain(Decimal(0)) if rule.against is None else spelled_side(rule.against, _spelling(label))


def _quotient(rule: Rule, label: Callable[[Reference], str]) -> str:
    if rule.against is None:
        return as_vietnamese(rule.subject, label)
    return f"({as_vietnamese(Operation(Operator.DIVIDE, rule.subject, rule.against), label)})"


def _within(rule: Rule, sign: str = "") -> str:
    lowest, highest = (f"{plain(bound)}{sign}" if bound is not None else "" for bound in (rule.lowest, rule.highest))
    if lowest and highest:
        return f"phải trong khoảng từ {lowest} đến {highest}"
    if highest:
        return f"không được lớn hơn {highest}"
    return f"không được nhỏ hơn {lowest}" if lowest else "phải bằng"


def _earlier(rule: Rule, label: Callable[[Reference], str]) -> str:
    """Return the earlier figure a rule compares with; the same figure a period before needs no name."""
    is_same = rule.against is None or placed(rule.subject, _a_period_before) == rule.against
    return "số của kỳ trước" if is_same else _against(rule, label)


def _a_period_before(reference: Reference) -> Reference:
    return replace(reference, when=When.PREVIOUS) if reference.when is When.NOW else reference


def _demanded(condition: Expression, label: Callable[[Reference], str]) -> str:
    """Return what must hold; a comparison says so with its own verb."""
    if isinstance(condition, Operation) and (verb := _DEMANDS.get(condition.operator)):
        left, right = (spelled_side(side, _spelling(label)) for side in (condition.left, condition.right))
        return f"{left} {verb} {right}"
    return f"phải đúng: {as_vietnamese(condition, label)}"


def _said_row(reference: RowReference) -> str:
    return f"“{canonical(reference)}”"


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
