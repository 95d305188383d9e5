"""Tests of checking one return: every kind of rule passed, failed and not evaluable; one cause gives one finding."""

from dataclasses import replace

import office
import pytest

from ccbdesk.engine.checking.checking import Checked, check
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.finding import ErrorInCell, Finding, RuleFailed, ValueMissing, Where
from ccbdesk.model.form import Form, Rule, RuleCode, RuleKind
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.question import AmbiguousFigure
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId

FIGURES = """
    | Mã    | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Bắt buộc | Áp dụng cho | Cách cộng        |
    | dau   | bieu | Đầu kỳ      | người       | số nguyên    | x        |             | Cộng – cuối kỳ   |
    | tang  | bieu | Tăng        | người       | số nguyên    |          |             | Cộng – phát sinh |
    | giam  | bieu | Giảm        | người       | số nguyên    |          |             | Cộng – phát sinh |
    | cuoi  | bieu | Cuối kỳ     | người       | số nguyên    | x        |             | Cộng – cuối kỳ   |
    | qua   | bieu | Quà         | suất        | số nguyên    |          |             | Cộng – phát sinh |
    | tien  | bieu | Tiền quà    | triệu đồng  | tiền         |          |             | Cộng – phát sinh |
    | rieng | bieu | Riêng       | lần         | số nguyên    |          | u2          | Cộng – phát sinh |
"""
SOUND = {"dau": "10", "tang": "2", "giam": "1", "cuoi": "11", "qua": "4", "tien": "2"}


def checked(rule: str, **changed: str) -> Checked:
    form = office.form(FIGURES, rule)
    return check(form, submission(form, **changed))


def submission(form: Form, **changed: str) -> Submission:
    typed = {**SOUND, **changed}
    table = "\n".join(["| mã | u1 |", *(f"| {code} | {value} |" for code, value in typed.items())])
    return office.returns(form, table)[0]


def told(result: Checked) -> tuple[list[str], list[str]]:
    """Return the findings' codes and figures, and the outcomes with their reasons."""
    findings = [f"{found.code} {found.where.indicator}" for found in result.findings]
    outcomes = [
        " ".join(str(word) for word in (one.rule, one.verdict.value, one.why_not and one.why_not.value) if word)
        for one in result.outcomes
    ]
    return findings, outcomes


BALANCE = "| A01 | Cộng lại bằng | cuoi | dau + tang - giam | | | lỗi | | | | |"
NOT_MORE = "| A02 | Không lớn hơn | tang | cuoi | | | lỗi | | | | |"
NEEDS = "| A04 | Có A phải có B | tien | qua | | | lỗi | coi là 0 | | | |"
AVERAGE = "| M02 | Bình quân A/B trong khoảng | tien | qua | 0,05 | 5 | cảnh báo | | | | |"
HOLDS = "| B01 | Biểu thức | NEU(dau > 0; tang <= dau; giam = 0) | | | | cảnh báo | | | | |"
EARLIER = "| X05 | So với kỳ trước | cuoi | cuoi~truoc | 70 | 130 | cảnh báo | | | | |"


@pytest.mark.parametrize(
    ("rule", "changed", "expected"),
    [
        (BALANCE, {}, ([], ["A01 passed"])),
        (BALANCE, {"cuoi": "12"}, (["A01 cuoi"], ["A01 failed"])),
        (BALANCE, {"tang": ""}, ([], ["A01 not evaluable figure missing"])),
        (BALANCE, {"tang": "x", "cuoi": "9"}, ([], ["A01 passed"])),
        (BALANCE, {"tang": "gần 3", "cuoi": "12"}, ([], ["A01 not evaluable only estimates"])),
        (NOT_MORE, {}, ([], ["A02 passed"])),
        (NOT_MORE, {"tang": "12"}, (["A02 tang"], ["A02 failed"])),
        (NOT_MORE, {"tang": "hàng trăm"}, ([], ["A02 not evaluable figure missing"])),
        (NOT_MORE, {"tang": "x"}, ([], [])),
        (NEEDS, {}, ([], ["A04 passed"])),
        (NEEDS, {"qua": "0"}, (["A04 tien"], ["A04 failed"])),
        (NEEDS, {"qua": ""}, (["A04 tien"], ["A04 failed"])),
        (NEEDS, {"tien": "0", "qua": "0"}, ([], ["A04 passed"])),
        (NEEDS, {"tien": "hàng trăm"}, ([], ["A04 not evaluable figure missing"])),
        (AVERAGE, {}, ([], ["M02 passed"])),
        (AVERAGE, {"tien": "2.000"}, (["M02 tien"], ["M02 failed"])),
        (AVERAGE, {"tien": "0,1"}, (["M02 tien"], ["M02 failed"])),
        (AVERAGE, {"tien": "0", "qua": "0"}, ([], ["M02 not evaluable division by zero"])),
        (HOLDS, {}, ([], ["B01 passed"])),
        (HOLDS, {"tang": "11", "cuoi": "20"}, (["B01 dau"], ["B01 failed"])),
        (HOLDS, {"giam": "", "dau": "0"}, ([], ["B01 not evaluable figure missing"])),
        (EARLIER, {}, ([], ["X05 not evaluable no earlier period"])),
    ],
)
def test_a_rule_passes_fails_or_says_that_it_cannot_tell(
    rule: str, changed: dict[str, str], expected: tuple[list[str], list[str]]
) -> None:
    assert told(checked(rule, **changed)) == expected


def test_a_failed_rule_knows_what_it_compared_and_where_it_stands() -> None:
    result = checked(BALANCE, cuoi="12")

    (found,) = result.findings
    assert isinstance(found, RuleFailed)
    assert found.where == Where("u1.xlsx", UnitId("u1"), "Biểu", "E9", IndicatorCode("cuoi"), "12")
    assert (found.left, found.right) == (office.number("12"), office.number("11"))
    assert found.values == tuple(
        (Reference(IndicatorCode(code)), office.number(amount))
        for code, amount in (("cuoi", "12"), ("dau", "10"), ("tang", "2"), ("giam", "1"))
    )


def test_a_required_figure_left_blank_is_one_finding_and_its_rules_are_not_evaluable() -> None:
    assert told(checked(BALANCE, dau="")) == (["C01 dau"], ["A01 not evaluable figure missing"])


def test_a_zero_is_not_blank() -> None:
    assert told(checked("", dau="0")) == ([], [])


def test_a_required_figure_of_a_unit_without_that_task_is_not_missing() -> None:
    assert told(checked("", dau="x")) == ([], [])


def test_a_rule_on_a_figure_of_another_unit_is_not_run() -> None:
    assert told(checked("| A10 | Không lớn hơn | rieng | cuoi | | | lỗi | | | | |")) == ([], [])


def test_what_receiving_found_is_not_found_again() -> None:
    form = office.form(FIGURES, BALANCE)
    known: list[Finding] = [ErrorInCell(Where("u1.xlsx", UnitId("u1"), "Biểu", "E6", IndicatorCode("dau"), "#REF!"))]

    result = check(form, submission(form, dau=""), known)

    assert told(result) == ([], ["A01 not evaluable figure missing"])


def test_a_figure_in_question_is_neither_missing_nor_judged() -> None:
    form = office.form(FIGURES, BALANCE)
    asked = AmbiguousFigure(
        QuestionId("so-u1-dau-0000"),
        Where("u1.xlsx", UnitId("u1"), "Biểu", "E6", IndicatorCode("dau"), "1.5"),
        "người",
        (office.number("15"),),
    )

    result = check(form, submission(form, dau=""), questions=[asked])

    assert told(result) == ([], ["A01 not evaluable figure missing"])


def test_a_rule_of_another_period_is_not_run() -> None:
    assert told(checked("| A01 | Cộng lại bằng | cuoi | dau | | | lỗi | | 6t | | |")) == ([], [])


def test_parts_of_a_figure_give_their_rule_by_themselves() -> None:
    figures = """
        | Mã  | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Trong đó của | Đủ phần | Cách cộng        |
        | nha | bieu | Nhà         | nhà         | số nguyên    |              | x       | Cộng – phát sinh |
        | xay | bieu | Xây         | nhà         | số nguyên    | nha          |         | Cộng – phát sinh |
        | sua | bieu | Sửa         | nhà         | số nguyên    | nha          |         | Cộng – phát sinh |
    """
    form = office.form(figures)
    (one,) = office.returns(form, "| mã | u1 |\n| nha | 5 |\n| xay | 3 |\n| sua | 1 |")

    result = check(form, one)

    assert [found.code for found in result.findings] == [rule.code for rule in form.rules]
    assert [found.where.indicator for found in result.findings] == ["nha"]


def test_a_missing_row_names_the_sheet_it_belongs_to() -> None:
    form = office.form(FIGURES)
    (one,) = office.returns(form, "| mã | u1 |\n| dau | 5 |")

    assert check(form, one).findings == (
        ValueMissing(Where("u1.xlsx", UnitId("u1"), "Biểu", "", IndicatorCode("cuoi"))),
    )


def test_a_rule_may_compare_a_figure_with_its_plan() -> None:
    rule = Rule(
        RuleCode("K01"),
        RuleKind.NOT_MORE_THAN,
        Reference(IndicatorCode("cuoi"), when=When.PLAN),
        Reference(IndicatorCode("cuoi")),
    )
    form = replace(office.form(FIGURES), rules=(rule,))
    (short,) = office.returns(form, "| mã | u1 |\n| dau | 1 |\n| cuoi | 11 |\n| cuoi~ke_hoach | 12 |")
    (open_,) = office.returns(form, "| mã | u1 |\n| dau | 1 |\n| cuoi | 11 |")

    assert told(check(form, short)) == (["K01 cuoi"], ["K01 failed"])
    assert told(check(form, open_)) == ([], ["K01 not evaluable figure missing"])
