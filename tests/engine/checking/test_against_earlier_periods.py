"""Tests of rules against earlier periods: evaluated with figures of both periods, or why they could not be."""

from dataclasses import replace
from datetime import date

import office
import past
import pytest

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.history import Earlier, EarlierPeriod
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.rules import why_not_evaluable

FIGURES = """
    | Mã    | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        |
    | dau   | bieu | Đầu kỳ      | người       | số nguyên    | Cộng – cuối kỳ   |
    | cuoi  | bieu | Cuối kỳ     | người       | số nguyên    | Cộng – cuối kỳ   |
    | cong  | bieu | Ngày công   | công        | số nguyên    | Cộng – phát sinh |
"""
YEAR = past.kept("2022", "| mã | u1 |\n| cuoi | 10 |\n| cong | 40 |")
HALF = past.kept("2023-6t", "| mã | u1 |\n| cuoi | 12 |\n| cong | 60 |")
OPENING = "| X01 | Cộng lại bằng | dau | cuoi~dau_nam | | | lỗi | | | Số đầu kỳ phải bằng số cuối năm trước | |"
SO_FAR = "| X02 | Không lớn hơn | cong~truoc | cong | | | lỗi | | | Số cả năm không nhỏ hơn 6 tháng | |"
CHANGE = "| X04 | So với kỳ trước | cong | cong~cung_ky | 50 | 120 | cảnh báo | | | Biến động lớn | |"
STOCK = "| X05 | So với kỳ trước | cuoi | | 70 | 130 | cảnh báo | | | Biến động lớn | |"
ALL_KEPT = (YEAR, HALF)


def told(rule: str, *kept: EarlierPeriod, typed: str = "11 | 12 | 50") -> str:
    """Return what becomes of a rule for a return: the finding's sentence, the verdict, or why there is none."""
    form = office.form(FIGURES, rule)
    amounts = [amount.strip() for amount in typed.split("|")]
    rows = (f"| {code} | {amount} |" for code, amount in zip(("dau", "cuoi", "cong"), amounts, strict=True))
    (submission,) = office.returns(form, "\n".join(("| mã | u1 |", *rows)))
    result = check(form, submission, bases=bases_of(form, office.PERIOD, Earlier(kept)))
    if result.findings:
        return finding_sentence(form, result.findings[0]).partition(": ")[2]
    (outcome,) = result.outcomes
    return why_not_evaluable(form, outcome) or outcome.verdict.value


@pytest.mark.parametrize(
    ("rule", "kept", "typed", "expected"),
    [
        (
            OPENING,
            ALL_KEPT,
            "11 | 12 | 70",
            "ghi 11, cuối năm trước 10, lệch 1 (“Đầu kỳ” = 11; “Cuối kỳ” năm 2022 = 10)."
            " Số đầu kỳ phải bằng số cuối năm trước.",
        ),
        (OPENING, ALL_KEPT, "10 | 12 | 70", "passed"),
        (OPENING, (HALF,), "10 | 12 | 70", "chưa có số liệu kỳ trước để so sánh"),
        (
            SO_FAR,
            ALL_KEPT,
            "10 | 12 | 50",
            "60 lớn hơn 50 (“Ngày công” 6 tháng đầu năm 2023 = 60; “Ngày công” = 50). Số cả năm không nhỏ hơn 6 tháng.",
        ),
        (SO_FAR, ALL_KEPT, "10 | 12 | 70", "passed"),
        (SO_FAR, (YEAR,), "10 | 12 | 30", "kỳ đã lưu dài ngắn khác kỳ này nên không so sánh được"),
        (
            CHANGE,
            ALL_KEPT,
            "10 | 12 | 70",
            "ghi 70, cùng kỳ năm trước 40, bằng 175%, ngoài khoảng từ 50 đến 120%"
            " (“Ngày công” = 70; “Ngày công” năm 2022 = 40). Biến động lớn.",
        ),
        (CHANGE, ALL_KEPT, "10 | 12 | 44", "passed"),
        (CHANGE, (past.kept("2022", "| mã | u1 |\n| cong | 0 |"),), "10 | 12 | 44", "số chia bằng 0"),
        (
            STOCK,
            ALL_KEPT,
            "10 | 20 | 70",
            "ghi 20, kỳ trước 12, bằng 166,7%, ngoài khoảng từ 70 đến 130%"
            " (“Cuối kỳ” = 20; “Cuối kỳ” 6 tháng đầu năm 2023 = 12). Biến động lớn.",
        ),
        (STOCK, (YEAR,), "10 | 12 | 70", "passed"),
        (STOCK, (), "10 | 12 | 70", "chưa có số liệu kỳ trước để so sánh"),
    ],
)
def test_a_rule_against_an_earlier_period_tells_both_periods(
    rule: str, kept: tuple[EarlierPeriod, ...], typed: str, expected: str
) -> None:
    assert told(rule, *kept, typed=typed) == expected


def merged(*kept: EarlierPeriod) -> str:
    """Return what becomes of a rule of change for a unit that was merged from two in July 2023."""
    form = office.form(FIGURES, CHANGE)
    first, *others = form.units
    unit = replace(first, valid_from=date(2023, 7, 1), predecessors=("mot_cu", "Bốn"))
    form = replace(form, units=(unit, *others))
    (submission,) = office.returns(form, "| mã | u1 |\n| cong | 90 |")
    result = check(form, submission, bases=bases_of(form, office.PERIOD, Earlier(kept)))
    if result.findings:
        return finding_sentence(form, result.findings[0]).partition(": ")[2]
    return f"{result.outcomes[0].verdict.value}: {why_not_evaluable(form, result.outcomes[0])}"


def test_a_merged_unit_is_measured_by_the_sum_of_its_predecessors_or_not_at_all() -> None:
    assert merged(past.kept("2022", "| mã | mot_cu | bon |\n| cong | 25 | 15 |")) == (
        "ghi 90, cùng kỳ năm trước 40, bằng 225%, ngoài khoảng từ 50 đến 120%"
        " (“Ngày công” = 90; “Ngày công” năm 2022 (hợp nhất) = 40). Biến động lớn."
    )
    assert merged(past.kept("2022", "| mã | mot_cu |\n| cong | 25 |")) == "not evaluable: không đủ số liệu so sánh"
    assert merged(past.kept("2022", "| mã | u1 |\n| cong | 25 |")) == (
        "not evaluable: chưa có số liệu kỳ trước để so sánh"
    )
