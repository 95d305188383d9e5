"""This module holds the value of an expression. It reckons in fractions, so nothing is rounded on the way.

A blank, unreadable or worded operand makes the result blank. What does not apply counts as nothing in sums and choices,
and makes a product, quotient or comparison not applicable too. A comparison is worth 1 or 0. A row of a list is blank:
its value is looked up, not reckoned (``lookup``)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from statistics import median
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
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value, combined

Lookup = Callable[[Reference], Value]

DIVISION_BY_ZERO = Unreadable("#DIV/0!")
"""The value of a quotient whose denominator is zero."""

_MOST_DIGITS = 28
_PRECISE = Context(prec=_MOST_DIGITS)


@dataclass(frozen=True, slots=True)
class _Figure:
    amount: Fraction
    exactness: Exactness = Exactness.EXACT


_Worth = _Figure | Blank | NotApplicable | Unreadable

_COMPARISONS: dict[Operator, Callable[[Fraction, Fraction], bool]] = {
    Operator.EQUAL: eq,
    Operator.UNEQUAL: ne,
    Operator.LESS: lt,
    Operator.LESS_OR_EQUAL: le,
    Operator.GREATER: gt,
    Operator.GREATER_OR_EQUAL: ge,
}


def evaluate(expression: Expression, lookup: Lookup) -> Value:
    """Return the value of an expression; a bare reference is worth whatever ``lookup`` gives, words and days included.

    A result is a Number where it is a decimal of at most 28 digits, else a Ratio."""
    if isinstance(expression, Reference):
        return lookup(expression)
    worth = _worth(expression, lookup)
    return _as_value(worth) if isinstance(worth, _Figure) else worth


def is_true(value: Value) -> bool:
    """Tell whether a condition holds: a figure other than zero, or words or a day where those were asked for."""
    match value:
        case Number() | Ratio():
            return value.amount != 0
        case Text():
            return bool(value.words.strip())
        case Day():
            return True
        case Blank() | NotApplicable() | Unreadable():
            return False
        case _:
            assert_never(value)


def _as_value(figure: _Figure) -> Value:
    numerator, denominator = figure.amount.as_integer_ratio()
    twos, rest = _divided_out(denominator, 2)
    fives, rest = _divided_out(rest, 5)
    places = max(twos, fives)
    if rest == 1 and abs(digits := int(figure.amount * 10**places)) < 10**_MOST_DIGITS:
        return Number(Decimal(digits).scaleb(-places, _PRECISE), figure.exactness)
    return Ratio(Decimal(numerator), Decimal(denominator), figure.exactness)


def _divided_out(number: int, prime: int) -> tuple[int, int]:
    """Return how often a prime divides a number, and what is left."""
    times = 0
    while number % prime == 0:
        number //= prime
        times += 1
    return times, number


def _worth(expression: Expression, lookup: Lookup) -> _Worth:
    match expression:
        case Literal():
            return _Figure(Fraction(expression.amount))
        case Reference():
            return _of_value(lookup(expression))
        case RowReference():
            return Blank()
        case Negation():
            return _negated(_worth(expression.operand, lookup))
        case Operation():
            return _operated(expression.operator, _worth(expression.left, lookup), _worth(expression.right, lookup))
        case Call(function=Function.IF):
            return _chosen(expression.arguments, lookup)
        case Call():
            return _called(expression.function, [_worth(argument, lookup) for argument in expression.arguments])
        case _:
            assert_never(expression)


def _of_value(value: Value) -> _Worth:
    match value:
        case Number():
            return _Figure(Fraction(value.amount), value.exactness)
        case Ratio():
            return _Figure(Fraction(value.numerator) / Fraction(value.denominator), value.exactness)
        case NotApplicable():
            return value
        case _:
            return Blank()


def _negated(worth: _Worth) -> _Worth:
    match worth:
        case _Figure():
            return _Figure(-worth.amount, _turned(worth.exactness))
        case NotApplicable():
            return worth
        case _:
            return Blank()


def _turned(exactness: Exactness) -> Exactness:
    """Return the exactness of a figure taken away or divided by: “trên” would become “dưới”, which none is."""
    return exactness if exactness in (Exactness.EXACT, Exactness.ESTIMATED) else Exactness.ABOUT


def _operated(operator: Operator, left: _Worth, right: _Worth) -> _Worth:
    if operator is Operator.ADD:
        return _summed([left, right])
    if operator is Operator.SUBTRACT:
        return _summed([left, _negated(right)])
    match left, right:
        case _Figure(), _Figure():
            return _combined(operator, left, right)
        case (NotApplicable(), _Figure() | NotApplicable()) | (_Figure(), NotApplicable()):
            return NotApplicable()
        case _:
            return Blank()


def _combined(operator: Operator, left: _Figure, right: _Figure) -> _Worth:
    if comparison := _COMPARISONS.get(operator):
        return _truth(comparison(left.amount, right.amount))
    if operator is Operator.MULTIPLY:
        return _Figure(left.amount * right.amount, combined((left.exactness, right.exactness)))
    if right.amount == 0:
        return DIVISION_BY_ZERO
    return _Figure(left.amount / right.amount, combined((left.exactness, _turned(right.exactness))))


def _truth(is_so: bool) -> _Figure:  # noqa: FBT001 - a truth value is what it turns into a figure
    return _Figure(Fraction(is_so))


def _summed(worths: Sequence[_Worth]) -> _Worth:
    return _applied(lambda amounts: sum(amounts, Fraction(0)), worths)


def _applied(reckon: Callable[[Sequence[Fraction]], Fraction], worths: Sequence[_Worth]) -> _Worth:
    """Return what is reckoned from those operands that apply; blank where one of them is missing."""
    if any(isinstance(worth, Blank | Unreadable) for worth in worths):
        return Blank()
    figures = _figures(worths)
    if not figures:
        return NotApplicable()
    return _Figure(reckon([figure.amount for figure in figures]), combined(figure.exactness for figure in figures))


def _figures(worths: Sequence[_Worth]) -> list[_Figure]:
    return [worth for worth in worths if isinstance(worth, _Figure)]


def _chosen(arguments: tuple[Expression, ...], lookup: Lookup) -> _Worth:
    """Return the worth of the branch that the condition chooses; the other one is not looked at."""
    condition, then, otherwise = arguments
    match _worth(condition, lookup):
        case _Figure(amount=amount):
            return _worth(then if amount else otherwise, lookup)
        case NotApplicable():
            return NotApplicable()
        case _:
            return Blank()


def _called(function: Function, worths: Sequence[_Worth]) -> _Worth:
    match function:
        case Function.MIN:
            return _applied(min, worths)
        case Function.MAX:
            return _applied(max, worths)
        case Function.SUM:
            return _summed(worths)
        case Function.MEDIAN:
            return _applied(median, worths)
        case Function.ABSOLUTE:
            return _applied(lambda amounts: abs(amounts[0]), worths)
        case Function.ROUND:
            return _rounded(worths)
        case Function.COUNT:
            return _counted(worths)
        case Function.AND:
            return _judged(all, worths)
        case Function.OR:
            return _judged(any, worths)
        case Function.NOT:
            return _judged(lambda amounts: not amounts[0], worths)
        case Function.IF:
            # Its arguments are not all to be evaluated, so it never comes here.
            raise AssertionError(function)
        case _:
            assert_never(function)


def _judged(judge: Callable[[Sequence[Fraction]], bool], worths: Sequence[_Worth]) -> _Worth:
    judged = _applied(lambda amounts: Fraction(judge(amounts)), worths)
    return _Figure(judged.amount) if isinstance(judged, _Figure) else judged


def _counted(worths: Sequence[_Worth]) -> _Worth:
    if all(isinstance(worth, NotApplicable) for worth in worths):
        return NotApplicable()
    return _Figure(Fraction(len(_figures(worths))))


def _rounded(worths: Sequence[_Worth]) -> _Worth:
    places = worths[1] if len(worths) > 1 else _Figure(Fraction(0))
    if not isinstance(places, _Figure):
        return Blank()
    # No figure of an office has more places than this, and a power of ten without bound would stop the machine.
    scale = Fraction(10) ** max(-_MOST_DIGITS, min(_MOST_DIGITS, int(places.amount)))
    return _applied(lambda amounts: _half_up(amounts[0] * scale) / scale, worths[:1])


def _half_up(amount: Fraction) -> Fraction:
    whole = int(abs(amount) + Fraction(1, 2))
    return Fraction(whole if amount >= 0 else -whole)
