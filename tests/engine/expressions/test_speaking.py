"""Expressions and rules in Vietnamese. This module holds the tests of how they are said."""

from decimal import Decimal

import pytest
from expression_drawing import KNOWN, tree

from ccbdesk.engine.expressions.speaking import as_vietnamese, rule_in_words
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Rule, RuleCode, RuleKind


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


def test_a_row_of_a_list_is_called_as_tags_call_it() -> None:
    assert as_vietnamese(tree("ds.1a.tien@u1"), str) == "“DS.1a.tien@u1”"


def rule(kind: RuleKind, subject: str, against: str = "", lowest: str = "", highest: str = "") -> str:
    """Return what a rule demands, in words."""
    least, most = (Decimal(bound) if bound else None for bound in (lowest, highest))
    drawn = Rule(RuleCode("q1"), kind, tree(subject), tree(against) if against else None, least, most)
    return rule_in_words(drawn, label)


def label(reference: Reference) -> str:
    """Return what a figure is called, and of when it is."""
    return KNOWN.indicators[reference.indicator] + (" (kế hoạch)" if reference.when is When.PLAN else "")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (rule(RuleKind.ADDS_UP, "a", "b + ngay_cong"), "“Số A” phải bằng “Số B” + “Ngày công”"),
        (rule(RuleKind.NOT_MORE_THAN, "a", "b"), "“Số A” không được lớn hơn “Số B”"),
        (rule(RuleKind.NOT_MORE_THAN, "a", "b~ke_hoach*2"), "“Số A” không được lớn hơn “Số B (kế hoạch)” × 2"),
        (rule(RuleKind.NEEDS, "a", "b"), "Nếu “Số A” lớn hơn 0 thì “Số B” cũng phải lớn hơn 0"),
        (
            rule(RuleKind.AVERAGE_WITHIN, "a", "b", "1", "5.5"),
            "Bình quân (“Số A” : “Số B”) phải trong khoảng từ 1 đến 5,5",
        ),
        (rule(RuleKind.AVERAGE_WITHIN, "a", "b", "1000"), "Bình quân (“Số A” : “Số B”) không được nhỏ hơn 1.000"),
        (rule(RuleKind.AVERAGE_WITHIN, "a", "b", "", "3"), "Bình quân (“Số A” : “Số B”) không được lớn hơn 3"),
        (
            rule(RuleKind.CHANGE_WITHIN, "a", "a~truoc", "80", "120"),
            "“Số A” phải trong khoảng từ 80% đến 120% số của kỳ trước",
        ),
        (rule(RuleKind.CHANGE_WITHIN, "a", "", "", "120"), "“Số A” không được lớn hơn 120% số của kỳ trước"),
        (
            rule(RuleKind.CHANGE_WITHIN, "a", "b~ke_hoach", "50"),
            "“Số A” không được nhỏ hơn 50% “Số B (kế hoạch)”",
        ),
        (
            rule(RuleKind.PEERS_WITHIN, "a", "b", "20", "500"),
            "(“Số A” : “Số B”) phải trong khoảng từ 20% đến 500% trung vị của các đơn vị",
        ),
        (
            rule(RuleKind.PEERS_WITHIN, "a", "", "20", "500"),
            "“Số A” phải trong khoảng từ 20% đến 500% trung vị của các đơn vị",
        ),
        (rule(RuleKind.PEERS_WITHIN, "a", "", "", "500"), "“Số A” không được lớn hơn 500% trung vị của các đơn vị"),
        (
            rule(RuleKind.THOUSANDFOLD, "a", "a~truoc"),
            "“Số A” không được gấp khoảng 1.000 lần hoặc chỉ bằng khoảng một phần nghìn số của kỳ trước",
        ),
        (
            rule(RuleKind.THOUSANDFOLD, "a", "b~ke_hoach"),
            "“Số A” không được gấp khoảng 1.000 lần hoặc chỉ bằng khoảng một phần nghìn “Số B (kế hoạch)”",
        ),
        (
            rule(RuleKind.SAME_AS_BEFORE, "TONG(a; b)", "", "", "30"),
            "Tỷ lệ số liệu giống hệt kỳ trước không được lớn hơn 30%",
        ),
        (rule(RuleKind.PLAN_KEPT, "b~ke_hoach"), "“Số B (kế hoạch)” phải như đã ghi ở kỳ trước trong năm"),
        (rule(RuleKind.HOLDS, "a >= b"), "“Số A” không được nhỏ hơn “Số B”"),
        (rule(RuleKind.HOLDS, "a > b + 1"), "“Số A” phải lớn hơn “Số B” + 1"),
        (rule(RuleKind.HOLDS, "a = b"), "“Số A” phải bằng “Số B”"),
        (rule(RuleKind.HOLDS, "a <> b"), "“Số A” phải khác “Số B”"),
        (rule(RuleKind.HOLDS, "MAX(a;b) < 5"), "Số lớn nhất trong (“Số A”; “Số B”) phải nhỏ hơn 5"),
        (rule(RuleKind.HOLDS, "a <= b"), "“Số A” không được lớn hơn “Số B”"),
        (rule(RuleKind.HOLDS, "HOAC(a>0;b=0)"), "Phải đúng: “Số A” lớn hơn 0 hoặc “Số B” bằng 0"),
    ],
)
def test_a_rule_is_said_in_one_sentence(said: str, expected: str) -> None:
    assert said == expected
