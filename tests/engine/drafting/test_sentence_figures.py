"""The figures a sentence may name. This module holds the tests of their values, measures and shortfalls."""

from decimal import Decimal

import pytest
from report_drawing import consolidation_of, expression

from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.model.consolidation import Consolidation, Coverage
from ccbdesk.model.expression import Expression, Reference
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, NotApplicable, Number, Text, Value

DRAWN = """
    | code    | label     | measure    | Một | Hai       | Ba | Bốn | Năm |
    | a       | Ngày công | ngày       | 10  | hàng trăm | x  | !   | ?   |
    | b       | Buổi      | buổi       | 2   | 3         |    | 1   | ?   |
    | m       | Ủng hộ    | triệu đồng | 4   | 5         | 1  | 2   | ?   |
    | p       | Tỷ lệ     | %          | 4   | 5         | 1  | 2   | ?   |
    | word    | Kết quả   | lời văn    | Tốt |           |    |     | ?   |
    | twice   | Gấp đôi   | buổi       | = b * 2 |
    | *target | Chỉ tiêu  | ngày       | 15  |
"""
MERGED = consolidation_of(DRAWN)


def tree(text: str) -> Expression:
    """Return an expression about the drawn figures."""
    indicators = {indicator.code: indicator.label for indicator in MERGED.form.indicators}
    return expression(text, Known(indicators, frozenset(unit.id for unit in MERGED.form.units)))


def value(text: str, merged: Consolidation = MERGED) -> Value:
    """Return the value of a reference."""
    reference = tree(text)
    assert isinstance(reference, Reference)
    return figure(merged, reference)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("b", Number(Decimal(6))),
        ("b@cum", Number(Decimal(6))),
        ("a@u1", Number(Decimal(10))),
        ("a@u2", Text("hàng trăm")),
        ("a@u3", NotApplicable()),
        ("a@u4", Blank()),
        ("a@u5", Blank()),
        ("word@u1", Text("Tốt")),
        ("word@u2", Blank()),
        ("twice@u2", Number(Decimal(6))),
        ("twice@u3", Blank()),
        ("target", Number(Decimal(15))),
        ("target@u1", Blank()),
        ("b~truoc", Blank()),
        ("b@u1~ke_hoach", Blank()),
    ],
)
def test_a_reference_has_the_value_that_counts(reference: str, expected: Value) -> None:
    assert value(reference) == expected


def test_shortfalls_name_each_figure_that_lacks_a_unit_once() -> None:
    units = tuple(UnitId(unit) for unit in ("u2", "u4", "u5"))

    found = find_shortfalls(MERGED, tree("a + a@u1 + a@u4 + target + b~truoc - a@u3 - a"))

    assert found == (
        Shortfall(IndicatorCode("a"), units, Coverage(1, 4, units)),
        Shortfall(IndicatorCode("a"), (UnitId("u4"),)),
        Shortfall(IndicatorCode("b"), ()),
    )


def test_a_cluster_that_filled_in_nothing_lacks_its_own_figures() -> None:
    merged = consolidation_of("| code | label | measure | Một |\n| *target | Chỉ tiêu | ngày | ? |")

    found = find_shortfalls(merged, Reference(IndicatorCode("target")))

    assert found == (Shortfall(IndicatorCode("target"), (CLUSTER,), Coverage(0, 1, (CLUSTER,))),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a", "a"),
        ("-m", "m"),
        ("a + b", "a"),
        ("1 - m", "m"),
        ("m*2", "m"),
        ("m/12", "m"),
        ("m/b", "m"),
        ("b*m", "m"),
        ("m*100/b", "m"),
        ("TONG(1;m)", "m"),
        ("NEU(a>1;m;0)", "m"),
        ("m/m@u1", None),
        ("a/b", None),
        ("b/m", None),
        ("a*b", None),
        ("m*m", None),
        ("a/b*100", None),
        ("a>b", None),
        ("12", None),
    ],
)
def test_a_value_is_counted_like_the_figure_it_is_an_amount_of(text: str, code: str | None) -> None:
    found = measured_like(tree(text), MERGED.form)

    assert (found.code if found else None) == code
