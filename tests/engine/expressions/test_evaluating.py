"""The value of an expression. This module holds the tests of reckoning, of what is missing, and of exactness."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from expression_drawing import tree
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.expressions.evaluating import DIVISION_BY_ZERO, evaluate, is_true
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
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value

BLANK, NONE = Blank(), NotApplicable()


def number(amount: str, exactness: Exactness = Exactness.EXACT) -> Number:
    """Return a figure."""
    return Number(Decimal(amount), exactness)


def value(text: str, **figures: Value) -> Value:
    """Return the value of an expression whose names have these values."""
    return evaluate(tree(text), lambda reference: figures[reference.indicator])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2*3 - 4/2", "5"),
        ("7 - 2 - 1", "4"),
        ("-2*-3", "6"),
        ("0,1 + 0,2", "0.3"),
        ("1/8", "0.125"),
        ("1/3*3", "1"),
        ("2 > 1", "1"),
        ("2 <> 2", "0"),
        ("2 <= 2", "1"),
        ("(2 = 2) + (2 >= 3) + (1 < 2)", "2"),
        ("MIN(3;1;2)", "1"),
        ("MAX(3;1;2)", "3"),
        ("TONG(3;1;2)", "6"),
        ("ABS(1-3)", "2"),
        ("TRUNG_VI(5;1;3)", "3"),
        ("TRUNG_VI(1;2)", "1.5"),
        ("DEM(5;1;3)", "3"),
        ("LAM_TRON(2,5)", "3"),
        ("LAM_TRON(-2,5)", "-3"),
        ("LAM_TRON(2,3450;2)", "2.35"),
        ("LAM_TRON(1250;-2)", "1300"),
        ("LAM_TRON(2/3;3)", "0.667"),
        ("LAM_TRON(5;-999999)", "0"),
        ("NEU(1 > 0; 5; 1/0)", "5"),
        ("NEU(1 < 0; 1/0; 6)", "6"),
        ("VA(1;2)", "1"),
        ("VA(1;0)", "0"),
        ("HOAC(0;3)", "1"),
        ("HOAC(0;0)", "0"),
        ("KHONG(0)", "1"),
        ("KHONG(7)", "0"),
    ],
)
def test_figures_are_reckoned_exactly(text: str, expected: str) -> None:
    assert value(text) == number(expected)


def test_a_quotient_without_end_is_kept_as_numerator_and_denominator() -> None:
    assert value("a/b*100", a=number("2"), b=number("6")) == Ratio(Decimal(100), Decimal(3))


def test_a_decimal_of_more_than_28_digits_is_kept_as_numerator_and_denominator() -> None:
    longest = "9" * 28

    assert value(f"{longest}/1") == number(longest)
    assert value(f"{longest}*10") == Ratio(Decimal(longest + "0"), Decimal(1))


def test_a_ratio_goes_on_being_exact() -> None:
    assert value("a*3", a=Ratio(Decimal(1), Decimal(3))) == number("1")


@pytest.mark.parametrize("missing", [BLANK, Unreadable("#REF!"), Text("hàng trăm")])
@pytest.mark.parametrize(
    "text", ["a+1", "1-a", "a*2", "1/a", "-a", "a>1", "MIN(a;1)", "TONG(a;1)", "ABS(a)", "NEU(a;1;2)", "KHONG(a)"]
)
def test_whatever_stands_on_a_missing_figure_is_blank(text: str, missing: Value) -> None:
    assert value(text, a=missing) == BLANK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a+5", number("5")),
        ("5-a", number("5")),
        ("a-5", number("-5")),
        ("a+b", NONE),
        ("TONG(a;5;b)", number("5")),
        ("MIN(a;5)", number("5")),
        ("MAX(a;-5)", number("-5")),
        ("TRUNG_VI(a;b)", NONE),
        ("DEM(a;5)", number("1")),
        ("DEM(a;b)", NONE),
        ("a*5", NONE),
        ("5/a", NONE),
        ("a/b", NONE),
        ("a=5", NONE),
        ("-a", NONE),
        ("ABS(a)", NONE),
        ("LAM_TRON(a;1)", NONE),
        ("NEU(a;1;2)", NONE),
        ("VA(a;1)", number("1")),
        ("VA(a;b)", NONE),
        ("KHONG(a)", NONE),
    ],
)
def test_what_does_not_apply_counts_as_nothing_where_something_is_added_or_chosen(text: str, expected: Value) -> None:
    assert value(text, a=NONE, b=NONE) == expected


@pytest.mark.parametrize("text", ["a+b", "b+a", "a*b", "b/a", "a<b", "TONG(a;b)", "VA(b;a)"])
def test_a_missing_figure_weighs_more_than_one_that_does_not_apply(text: str) -> None:
    assert value(text, a=NONE, b=BLANK) == BLANK


def test_figures_are_counted_where_they_are() -> None:
    figures: Mapping[str, Value] = {"a": number("0"), "b": BLANK, "t1": Text("nhiều"), "t2": NONE}

    assert value("DEM(a;b;t1;t2)", **figures) == number("1")
    assert value("DEM(b;t1)", **figures) == number("0")


def test_a_division_by_zero_is_an_error_and_whatever_stands_on_it_is_blank() -> None:
    assert value("1/0") == DIVISION_BY_ZERO == Unreadable("#DIV/0!")
    assert value("1/0 + 1") == BLANK
    assert value("-(1/0)") == BLANK


def test_a_row_of_a_list_is_not_reckoned() -> None:
    assert evaluate(tree("ds.1.tien@u1"), lambda reference: pytest.fail(str(reference))) == BLANK


def test_a_bare_reference_is_worth_what_stands_there() -> None:
    assert value("a", a=Text("Đoàn kết")) == Text("Đoàn kết")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a+1", Exactness.OVER),
        ("a+a", Exactness.OVER),
        ("a+b", Exactness.ABOUT),
        ("a-1", Exactness.OVER),
        ("1-a", Exactness.ABOUT),
        ("-a", Exactness.ABOUT),
        ("a*2", Exactness.OVER),
        ("2/a", Exactness.ABOUT),
        ("a/2", Exactness.OVER),
        ("10-t1", Exactness.ESTIMATED),
        ("MAX(a;1)", Exactness.OVER),
        ("ABS(a)", Exactness.OVER),
        ("LAM_TRON(b)", Exactness.NEARLY),
        ("a>1", Exactness.EXACT),
        ("VA(a;b)", Exactness.EXACT),
        ("DEM(a;b)", Exactness.EXACT),
        ("NEU(a;1;2)", Exactness.EXACT),
        ("t2+1", Exactness.AT_LEAST),
        ("t2+t2", Exactness.AT_LEAST),
        ("a+t2", Exactness.OVER),
        ("b+t2", Exactness.ABOUT),
        ("100-t2", Exactness.ABOUT),
        ("b>=t2", Exactness.EXACT),
    ],
)
def test_a_result_is_as_exact_as_what_it_is_made_of(text: str, expected: Exactness) -> None:
    found = value(
        text,
        a=number("4", Exactness.OVER),
        b=number("5", Exactness.NEARLY),
        t2=number("7", Exactness.AT_LEAST),
        t1=number("6", Exactness.ESTIMATED),
    )

    assert isinstance(found, Number)
    assert found.exactness is expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (number("1"), True),
        (number("-0.5"), True),
        (number("0"), False),
        (Ratio(Decimal(0), Decimal(3)), False),
        (Ratio(Decimal(1), Decimal(3)), True),
        (Text("có"), True),
        (Text(" "), False),
        (BLANK, False),
        (NONE, False),
        (Unreadable("#DIV/0!"), False),
    ],
)
def test_a_condition_holds_where_something_other_than_zero_stands(found: Value, expected: bool) -> None:  # noqa: FBT001 - the answer expected is a truth value
    assert is_true(found) is expected


LITERALS = st.decimals(-1000, 1000, places=2).map(Literal)
PLAIN = st.recursive(
    LITERALS,
    lambda smaller: st.one_of(
        st.builds(Negation, smaller),
        st.builds(Operation, st.sampled_from(Operator), smaller, smaller),
        st.builds(
            Call,
            st.sampled_from([Function.MIN, Function.MAX, Function.SUM]),
            st.lists(smaller, min_size=1, max_size=3).map(tuple),
        ),
        st.builds(Call, st.just(Function.IF), st.tuples(smaller, smaller, smaller)),
    ),
    max_leaves=15,
)


def reckoned(expression: Expression) -> Fraction:
    """Return the value of an expression in Python's own fractions; ZeroDivisionError where it has none."""
    match expression:
        case Literal(amount):
            return Fraction(amount)
        case Negation(operand):
            return -reckoned(operand)
        case Operation(operator, left, right):
            return Fraction(PYTHON[operator](reckoned(left), reckoned(right)))
        case Call(Function.IF, (condition, then, otherwise)):
            return reckoned(then if reckoned(condition) else otherwise)
        case Call(Function.MIN, arguments):
            return min(reckoned(argument) for argument in arguments)
        case Call(Function.MAX, arguments):
            return max(reckoned(argument) for argument in arguments)
        case Call(_, arguments):
            return sum((reckoned(argument) for argument in arguments), Fraction(0))
        case Reference() | RowReference():
            raise AssertionError(expression)


PYTHON: Mapping[Operator, Callable[[Fraction, Fraction], Fraction | bool]] = {
    Operator.ADD: lambda left, right: left + right,
    Operator.SUBTRACT: lambda left, right: left - right,
    Operator.MULTIPLY: lambda left, right: left * right,
    Operator.DIVIDE: lambda left, right: left / right,
    Operator.EQUAL: lambda left, right: left == right,
    Operator.UNEQUAL: lambda left, right: left != right,
    Operator.LESS: lambda left, right: left < right,
    Operator.LESS_OR_EQUAL: lambda left, right: left <= right,
    Operator.GREATER: lambda left, right: left > right,
    Operator.GREATER_OR_EQUAL: lambda left, right: left >= right,
}


@given(PLAIN)
def test_reckoning_agrees_with_fractions(expression: Expression) -> None:
    found = evaluate(expression, lambda reference: pytest.fail(str(reference)))

    match found:
        case Number(amount):
            assert Fraction(amount) == reckoned(expression)
        case Ratio(numerator, denominator):
            assert Fraction(numerator) / Fraction(denominator) == reckoned(expression)
        case _:
            with pytest.raises(ZeroDivisionError):
                reckoned(expression)
