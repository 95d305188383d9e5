"""Expressions in Vietnamese. This module holds the tests of how they are said."""

import pytest
from expression_drawing import KNOWN, tree

from ccbdesk.engine.expressions.speaking import as_vietnamese


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a", "“Số A”"),
        ("a + b - ngay_cong", "“Số A” + “Số B” − “Ngày công”"),
        ("a/b*100", "“Số A” : “Số B” × 100"),
        ("(a + 1234,5)*-b", "(“Số A” + 1.234,5) × −“Số B”"),
        ("a = b", "“Số A” bằng “Số B”"),
        ("a <> b", "“Số A” khác “Số B”"),
        ("a < b", "“Số A” nhỏ hơn “Số B”"),
        ("a <= b", "“Số A” không lớn hơn “Số B”"),
        ("a > b", "“Số A” lớn hơn “Số B”"),
        ("a >= b", "“Số A” không nhỏ hơn “Số B”"),
        ("MIN(a;b)", "số nhỏ nhất trong (“Số A”; “Số B”)"),
        ("MAX(a;b)", "số lớn nhất trong (“Số A”; “Số B”)"),
        ("TONG(a;b) = 1", "tổng của (“Số A”; “Số B”) bằng 1"),
        ("TRUNG_VI(a;b)", "số đứng giữa trong (“Số A”; “Số B”)"),
        ("DEM(a;b)", "số mục có số liệu trong (“Số A”; “Số B”)"),
        ("ABS(a-b)", "độ lớn của (“Số A” − “Số B”)"),
        ("LAM_TRON(a)", "số làm tròn của (“Số A”)"),
        ("LAM_TRON(a;1)", "số làm tròn của (“Số A”), lấy 1 chữ số thập phân"),
        ("NEU(a>0;b;1)", "nếu “Số A” lớn hơn 0 thì “Số B”, nếu không thì 1"),
        ("NEU(a>0;b;1) + 2", "(nếu “Số A” lớn hơn 0 thì “Số B”, nếu không thì 1) + 2"),
        ("VA(a>0;HOAC(b>0;b<0))", "“Số A” lớn hơn 0 và (“Số B” lớn hơn 0 hoặc “Số B” nhỏ hơn 0)"),
        ("KHONG(a=b)", "không phải “Số A” bằng “Số B”"),
    ],
)
def test_an_expression_is_said_with_labels_and_words(text: str, said: str) -> None:
    assert as_vietnamese(tree(text), lambda reference: KNOWN.indicators[reference.indicator]) == said
