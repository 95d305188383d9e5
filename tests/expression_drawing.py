"""Expressions drawn by chance. This module holds the names they may use and the strategy that makes their trees."""

from decimal import Decimal

from hypothesis import strategies as st

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import parse
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
    When,
)
from ccbdesk.model.origin import ColumnCode, IndicatorCode, RowKey, SheetCode
from ccbdesk.model.unit import CLUSTER, UnitId

KNOWN = Known(
    {
        IndicatorCode(code): label
        for code, label in {
            "a": "Số A",
            "b": "Số B",
            "ngay_cong": "Ngày công",
            "t1": "Trùng tên",
            "t2": "Trùng tên",
        }.items()
    },
    frozenset({UnitId("u1"), UnitId("u2")}),
    {
        SheetCode("DS"): {ColumnCode("viec"): "Tên việc", ColumnCode("tien"): "Số tiền"},
        SheetCode("hop-1.2"): {ColumnCode("ngay"): "Ngày họp"},
    },
    ("xã", "thị trấn"),
)
"""The names that the expressions of the tests use."""

ARITIES = {
    Function.MIN: (2, 3),
    Function.MAX: (2, 3),
    Function.SUM: (1, 3),
    Function.ABSOLUTE: (1, 1),
    Function.IF: (3, 3),
    Function.ROUND: (1, 2),
    Function.MEDIAN: (1, 3),
    Function.COUNT: (1, 3),
    Function.AND: (2, 3),
    Function.OR: (2, 3),
    Function.NOT: (1, 1),
}


def tree(text: str) -> Expression:
    """Return the tree of an expression that a test has right."""
    parsed = parse(text, KNOWN)
    assert not isinstance(parsed, tuple), parsed
    return parsed


def expressions() -> st.SearchStrategy[Expression]:
    """Return a strategy for trees of every shape that the language knows."""
    literals = st.decimals(0, 10**6, allow_nan=False, places=3).map(Literal)
    references = st.builds(
        Reference,
        st.sampled_from(sorted(KNOWN.indicators)),
        st.sampled_from([None, CLUSTER, *sorted(KNOWN.units)]),
        st.sampled_from(When),
    )
    return st.recursive(st.one_of(literals, references), _larger, max_leaves=12)


def rows() -> st.SearchStrategy[RowReference]:
    """Return a strategy for what the rows of the lists say in their columns."""
    places = [(sheet, column) for sheet, columns in KNOWN.columns.items() for column in columns]
    keys = st.text("0123456789abcdef", min_size=1, max_size=6).map(RowKey)
    units = st.sampled_from([CLUSTER, *sorted(KNOWN.units)])
    return st.builds(
        lambda place, key, unit: RowReference(place[0], key, place[1], unit), st.sampled_from(places), keys, units
    )


def _larger(smaller: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Negation, smaller),
        st.builds(Operation, st.sampled_from(Operator), smaller, smaller),
        st.sampled_from(Function).flatmap(lambda function: _calls(function, smaller)),
    )


def _calls(function: Function, smaller: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    fewest, most = ARITIES[function]
    return st.lists(smaller, min_size=fewest, max_size=most).map(lambda found: Call(function, tuple(found)))


def literal(amount: str) -> Literal:
    """Return a number as it stands in an expression."""
    return Literal(Decimal(amount))
