"""Tests of rules against earlier periods: evaluated with figures of both periods, or why they could not be."""

from dataclasses import replace
from datetime import date

import office
import past
import pytest

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.history import Earlier, EarlierPeriod
from ccbdesk.model.mistake import Wrong
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


# -- what was kept, looked at figure by figure ---------------------------------------------------------------------

SEVERAL = """
    | Mã    | Biểu | Tên số liệu    | Đơn vị tính | Loại số liệu | Cách cộng        | Kế hoạch |
    | cong  | bieu | Ngày công      | công        | số nguyên    | Cộng – phát sinh | x        |
    | quy   | bieu | Quỹ            | triệu đồng  | tiền         | Cộng – cuối kỳ   |          |
    | quy_c | bieu | Quỹ năm trước  | triệu đồng  | tiền         | Cộng – cuối kỳ   |          |
    | nha   | bieu | Nhà            | nhà         | số nguyên    | Cộng – phát sinh |          |
    | qua   | bieu | Quà            | suất        | số nguyên    | Cộng – phát sinh |          |
    | lop   | bieu | Lớp            | lớp         | số nguyên    | Cộng – phát sinh |          |
    | buoi  | bieu | Buổi           | buổi        | số nguyên    | Cộng – phát sinh |          |
"""
SAME = "| X03 | Giống hệt kỳ trước | TONG(cong; nha; qua; lop; buoi) | | | 30 | cảnh báo | | | Có thể gửi nhầm tệp | |"
THOUSAND = "| X06 | Lệch nghìn lần | quy | | | | cảnh báo | | | Xem lại đơn vị tính | |"
RESTATED = "| X09 | Cộng lại bằng | quy_c | quy~cung_ky | | | cảnh báo | | | Số năm trước khác số đã lưu | |"
PLAN = "| X10 | Giữ nguyên kế hoạch | cong~ke_hoach | | | | cảnh báo | | | Khác giao ước | |"
SIX_MONTHS = past.kept(
    "2023-6t",
    "| mã | u1 |\n| cong | 60 |\n| cong~ke_hoach | 100 |\n| quy | 40 |\n| nha | 2 |\n| qua | 5 |\n| lop | 3 |\n| buoi | 4 |",
)
YEAR_BEFORE = past.kept("2022", "| mã | u1 |\n| quy | 40 |\n| cong~ke_hoach | 90 |")
ONE_SAME = {"cong": "90", "nha": "2", "qua": "9", "lop": "6", "buoi": "7"}
ALL_SAME = {"cong": "60", "nha": "2", "qua": "5", "lop": "3", "buoi": "4"}


def judged(rule: str, *kept: EarlierPeriod, **typed: str) -> str:
    """Return what becomes of a rule for a return with these figures."""
    form = office.form(SEVERAL, rule)
    rows = (f"| {code.replace('__', '~')} | {amount} |" for code, amount in typed.items())
    (submission,) = office.returns(form, "\n".join(("| mã | u1 |", *rows)))
    result = check(form, submission, bases=bases_of(form, office.PERIOD, Earlier(kept)))
    if result.findings:
        return finding_sentence(form, result.findings[0])
    return next((why_not_evaluable(form, each) or each.verdict.value for each in result.outcomes), "not run")


@pytest.mark.parametrize(
    ("kept", "typed", "expected"),
    [
        ((SIX_MONTHS,), ONE_SAME, "passed"),
        (
            (SIX_MONTHS,),
            ALL_SAME | {"buoi": "5"},
            "Một: 4/5 số liệu giống hệt 6 tháng đầu năm 2023, bằng 80%, lớn hơn 30% (“Ngày công” = 60; “Nhà” = 2; “Quà” "
            "= 5; “Lớp” = 3). Có thể gửi nhầm tệp.",
        ),
        ((SIX_MONTHS,), ALL_SAME | {"buoi": ""}, "chưa đủ 5 số liệu để so với kỳ trước"),
        ((past.kept("2023-6t", "| mã | u1 |\n| cong | 60 |\n| nha | 0 |"),), {"cong": "60", "nha": "0"},
         "chưa đủ 5 số liệu để so với kỳ trước"),
        ((), ALL_SAME, "chưa có số liệu kỳ trước để so sánh"),
        ((SIX_MONTHS,), dict.fromkeys(ALL_SAME, "x"), "not run"),
    ],
)  # fmt: skip
def test_a_file_sent_a_second_time_is_known_by_its_figures(
    kept: tuple[EarlierPeriod, ...], typed: dict[str, str], expected: str
) -> None:
    assert judged(SAME, *kept, **typed) == expected


@pytest.mark.parametrize(
    ("kept", "typed", "expected"),
    [
        ((SIX_MONTHS,), "41", "passed"),
        (
            (SIX_MONTHS,),
            "40.000",
            "Một – trang “Biểu”, ô E7 “Quỹ”: ghi 40.000, kỳ trước 40, lệch khoảng 1.000 lần (“Quỹ” = 40.000; “Quỹ” 6 tháng "
            "đầu năm 2023 = 40). Xem lại đơn vị tính.",
        ),
        (
            (SIX_MONTHS,),
            "0,04",
            "Một – trang “Biểu”, ô E7 “Quỹ”: ghi 0,04, kỳ trước 40, lệch khoảng 1.000 lần (“Quỹ” = 0,04; “Quỹ” 6 tháng "
            "đầu năm 2023 = 40). Xem lại đơn vị tính.",
        ),
        ((SIX_MONTHS,), "31.900", "passed"),
        ((SIX_MONTHS,), "0", "passed"),
        ((past.kept("2023-6t", "| mã | u1 |\n| quy | 0 |"),), "40", "passed"),
        ((), "40", "chưa có số liệu kỳ trước để so sánh"),
    ],
)
def test_a_slip_of_the_measure_is_a_thousandfold(kept: tuple[EarlierPeriod, ...], typed: str, expected: str) -> None:
    assert judged(THOUSAND, *kept, cong="1", quy=typed) == expected


@pytest.mark.parametrize(
    ("kept", "typed", "expected"),
    [
        ((YEAR_BEFORE,), "40", "passed"),
        (
            (YEAR_BEFORE,),
            "42",
            "Một – trang “Biểu”, ô E8 “Quỹ năm trước”: ghi 42, cùng kỳ năm trước 40, lệch 2 (“Quỹ năm trước” = 42; “Quỹ” năm "
            "2022 = 40). Số năm trước khác số đã lưu.",
        ),
        ((SIX_MONTHS,), "42", "chưa có số liệu kỳ trước để so sánh"),
        ((YEAR_BEFORE,), "", "thiếu số liệu: “Quỹ năm trước”"),
    ],
)
def test_what_a_unit_states_anew_of_last_year_is_held_against_what_was_kept(
    kept: tuple[EarlierPeriod, ...], typed: str, expected: str
) -> None:
    assert judged(RESTATED, *kept, cong="1", quy="1", quy_c=typed) == expected


@pytest.mark.parametrize(
    ("kept", "typed", "expected"),
    [
        ((SIX_MONTHS, YEAR_BEFORE), "100", "passed"),
        (
            (SIX_MONTHS,),
            "120",
            "Một – trang “Biểu”, ô E6 “Ngày công”: kế hoạch ghi 120, 6 tháng đầu năm 2023 ghi 100. Khác giao ước.",
        ),
        (
            (SIX_MONTHS,),
            "",
            "Một – trang “Biểu”, ô E6 “Ngày công”: chưa ghi kế hoạch, 6 tháng đầu năm 2023 ghi 100. Khác giao ước.",
        ),
        ((YEAR_BEFORE,), "90", "chưa có số liệu kỳ trước để so sánh"),
    ],
)
def test_a_years_plan_is_made_once(kept: tuple[EarlierPeriod, ...], typed: str, expected: str) -> None:
    assert judged(PLAN, *kept, cong="50", cong__ke_hoach=typed) == expected


def test_of_many_figures_that_are_the_same_the_first_are_named() -> None:
    extra = "".join(f"\n    | s{n} | bieu | Số {n} | | số nguyên | Cộng – phát sinh | |" for n in range(9))
    codes = [f"s{n}" for n in range(9)]
    rule = f"| X03 | Giống hệt kỳ trước | TONG({'; '.join(codes)}) | | | 30 | cảnh báo | | | Gửi nhầm | |"
    form = office.form(SEVERAL.rstrip() + extra, rule)
    rows = "\n".join(f"| {code} | 7 |" for code in codes)
    (submission,) = office.returns(form, f"| mã | u1 |\n{rows}")
    kept = past.kept("2023-6t", f"| mã | u1 |\n{rows}")
    (found,) = check(form, submission, bases=bases_of(form, office.PERIOD, Earlier((kept,)))).findings

    assert finding_sentence(form, found).endswith("“Số 5” = 7; và 3 số khác). Gửi nhầm.")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("| X | Giống hệt kỳ trước | TONG(cong; nha) | | | | cảnh báo | | | | |", (Wrong.VALUE_MISSING, "Đến", "")),
        (
            "| X | Giống hệt kỳ trước | TONG(cong; nha) | | 10 | 30 | cảnh báo | | | | |",
            (Wrong.NOT_ALLOWED_HERE, "Từ", "10"),
        ),
        (
            "| X | Giống hệt kỳ trước | cong + nha~truoc | | | 30 | cảnh báo | | | | |",
            (Wrong.NOT_ALLOWED_HERE, "Số liệu", "nha~truoc"),
        ),
        ("| X | Giữ nguyên kế hoạch | cong | | | | cảnh báo | | | | |", (Wrong.NOT_ALLOWED_HERE, "Số liệu", "cong")),
        (
            "| X | Giữ nguyên kế hoạch | cong~ke_hoach + 1 | | | | cảnh báo | | | | |",
            (Wrong.NOT_ALLOWED_HERE, "Số liệu", "cong~ke_hoach + 1"),
        ),
        ("| X | Lệch nghìn lần | quy | | 1 | | cảnh báo | | | | |", (Wrong.NOT_ALLOWED_HERE, "Từ", "1")),
    ],
)
def test_a_rule_that_cannot_be_is_the_authors_mistake(rule: str, expected: tuple[Wrong, str, str]) -> None:
    with pytest.raises(AssertionError) as raised:
        office.form(SEVERAL, rule)

    (mistake,) = raised.value.args[0]
    assert (mistake.wrong, mistake.column, mistake.seen) == expected


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
