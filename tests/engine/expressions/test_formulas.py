"""Expressions as Excel formulas. This module holds the tests of their spelling, and that LibreOffice reckons the same."""

import pytest

from ccbdesk.engine.expressions.formulas import as_formula
from ccbdesk.model.expression import Reference
from expression_drawing import tree


def cell(reference: Reference) -> str:
    """Return where a figure stands."""
    return {"a": "B2", "b": "'Tổng hợp'!C3"}[reference.indicator]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a", "B2"),
        ("a@u1 + b", "B2+'Tổng hợp'!C3"),
        ("(a - 1,5)*b", "(B2-1.5)*'Tổng hợp'!C3"),
        ("a - (b - 1)", "B2-('Tổng hợp'!C3-1)"),
        ("1,1250", "1.125"),
        ("-a", "-B2"),
        ("a <> b", "B2<>'Tổng hợp'!C3"),
        ("MIN(a;MAX(b;1))", "MIN(B2,MAX('Tổng hợp'!C3,1))"),
        ("TONG(a;b)", "SUM(B2,'Tổng hợp'!C3)"),
        ("NEU(VA(a>0;KHONG(b=1));1;2)", "IF(AND(B2>0,NOT('Tổng hợp'!C3=1)),1,2)"),
        ("LAM_TRON(a)", "ROUND(B2,0)"),
        ("LAM_TRON(a;2)", "ROUND(B2,2)"),
        ("HOAC(TRUNG_VI(a;1);DEM(a);ABS(a))", "OR(MEDIAN(B2,1),COUNT(B2),ABS(B2))"),
    ],
)
def test_a_formula_has_english_names_commas_and_decimal_points(text: str, formula: str) -> None:
    assert as_formula(tree(text), cell) == formula
