"""Tests of merging: exact sums by each figure's own rule, ratios from summed parts, and who is missing from what."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import office
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.consolidation import Basis, Consolidation, Coverage, PartState
from ccbdesk.model.finding import ErrorInCell, Finding, Where
from ccbdesk.model.form import Form
from ccbdesk.model.origin import IndicatorCode, SheetCode
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Ratio

FORM = """
    | Mã    | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức | Áp dụng cho |
    | to    | bieu | Tổ          | tổ          | số nguyên    | Cộng – cuối kỳ   |           |             |
    | no    | bieu | Dư nợ       | triệu đồng  | tiền         | Cộng – cuối kỳ   |           |             |
    | cao   | bieu | Cao nhất    | điểm        | số nguyên    | Lớn nhất         |           |             |
    | ty_le | bieu | Tỷ lệ báo   | %           | phần trăm    | Không cộng       |           |             |
    | bq    | bieu | Bình quân   | triệu đồng  | tiền         | Tỷ lệ            | no/to     |             |
    | gop   | bieu | Gộp         | tổ          | số nguyên    | Công thức        | to + cao  |             |
    | rieng | bieu | Riêng       | lần         | số nguyên    | Cộng – phát sinh |           | u2          |
"""


def merged(table: str, findings: tuple[Finding, ...] = ()) -> Consolidation:
    form = office.form(FORM)
    return consolidate(form, office.PERIOD, office.returns(form, table), findings, Basis("b"))


def told(result: Consolidation) -> dict[str, tuple[object, str]]:
    """Return for each indicator its value and its coverage as “counted/expected missing …”."""
    return {
        total.indicator.code: (
            total.value,
            " ".join([f"{total.coverage.counted}/{total.coverage.expected}", *total.coverage.missing]),
        )
        for total in result.totals
    }


def test_every_figure_is_added_by_its_own_rule() -> None:
    result = merged("""
        | mã    | u1    | u2   | u3   |
        | to    | 3     | 4    | 5    |
        | no    | 10,5  | 20   | 0,25 |
        | cao   | 7     | 9    | 8    |
        | ty_le | 98    | 97,5 | 100  |
        | rieng |       | 6    |      |
    """)

    assert told(result) == {
        "to": (office.number("12"), "3/3"),
        "no": (office.number("30.75"), "3/3"),
        "cao": (office.number("9"), "3/3"),
        "ty_le": (Blank(), "0/0"),
        "bq": (Ratio(Decimal("2.5625"), Decimal(1)), "3/3"),
        "gop": (office.number("21"), "3/3"),
        "rieng": (office.number("6"), "1/1"),
    }
    assert (result.absent, result.own) == ((), None)


def test_a_missing_figure_is_named_and_is_not_a_zero() -> None:
    result = merged("""
        | mã  | u1 | u2        | u3 |
        | to  | 3  |           | x  |
        | no  | 9  | 20        | 7  |
        | cao | 1  | hàng trăm | 5  |
    """)

    assert told(result) == {
        "to": (office.number("3"), "1/2 u2"),
        "no": (office.number("36"), "3/3"),
        "cao": (office.number("5"), "2/3 u2"),
        "ty_le": (Blank(), "0/0"),
        "bq": (Ratio(Decimal(3), Decimal(1)), "1/2 u2"),
        "gop": (office.number("8"), "2/3 u2"),
        "rieng": (Blank(), "0/1 u2"),
    }


def test_a_unit_whose_return_is_not_in_is_missing_everywhere() -> None:
    result = merged("""
        | mã | u1 | u3 |
        | to | 3  | 4  |
        | no | 1  | 1  |
    """)

    assert result.absent == (UnitId("u2"),)
    assert told(result)["to"] == (office.number("7"), "2/3 u2")
    assert told(result)["bq"] == (Ratio(Decimal(2), Decimal(7)), "2/3 u2")


def test_a_figure_with_an_error_is_kept_out_and_a_warning_keeps_nothing_out() -> None:
    error = ErrorInCell(Where(unit=UnitId("u1"), indicator=IndicatorCode("to")))

    result = merged("| mã | u1 | u2 | u3 |\n| to | 3 | 4 | 5 |", (error,))

    assert told(result)["to"] == (office.number("9"), "2/3 u1")
    assert [part.state for part in result.total(IndicatorCode("to")).parts] == [
        PartState.BLOCKED,
        PartState.COUNTED,
        PartState.COUNTED,
    ]


def test_where_nobody_has_the_task_the_total_does_not_apply() -> None:
    result = merged("| mã | u1 | u2 | u3 |\n| to | x | x | x |\n| no | 1 | 1 | 1 |")

    assert told(result)["to"] == (NotApplicable(), "0/0")
    assert isinstance(told(result)["bq"][0], NotApplicable)


def test_no_return_at_all_gives_no_figure_and_names_everybody() -> None:
    result = consolidate(office.form(FORM), office.PERIOD, (), (), Basis("b"))

    assert told(result)["to"] == (Blank(), "0/3 u1 u2 u3")
    assert told(result)["bq"] == (Blank(), "0/3 u1 u2 u3")


def test_qualifiers_add_up_as_reported() -> None:
    result = merged("| mã | u1 | u2 | u3 |\n| to | trên 3 | 4 | hơn 5 |\n| no | gần 1 | trên 1 | 1 |")

    assert result.total(IndicatorCode("to")).value == Number(Decimal(12), Exactness.OVER)
    assert result.total(IndicatorCode("no")).value == Number(Decimal(3), Exactness.ABOUT)


def test_plans_are_added_like_what_was_achieved_and_no_error_keeps_them_out() -> None:
    form = office.form(FORM)
    planned = tuple(replace(one, planned=one.code in ("to", "cao")) for one in form.indicators)
    form = replace(form, indicators=planned)
    table = """
        | mã            | u1 | u2 |
        | to            | 3  | 4  |
        | to~ke_hoach   | 5  | 6  |
        | cao~ke_hoach  | 7  | 9  |
        | no~ke_hoach   | 1  | 1  |
    """
    error = ErrorInCell(Where(unit=UnitId("u1"), indicator=IndicatorCode("to")))

    result = consolidate(form, office.PERIOD, office.returns(form, table), (error,), Basis("b"))

    assert [(total.indicator.code, total.plan) for total in result.totals if total.plan_parts] == [
        ("to", office.number("11")),
        ("cao", office.number("9")),
    ]
    assert [part.state for part in result.total(IndicatorCode("to")).plan_parts] == [
        PartState.COUNTED,
        PartState.COUNTED,
        PartState.ABSENT,
    ]
    assert told(result)["to"] == (office.number("4"), "1/3 u1 u3")
    assert result.total(IndicatorCode("no")).plan == Blank()


def test_the_rows_of_a_list_stand_in_the_forms_order_with_their_unit() -> None:
    form = office.form(FORM)
    two, one = reversed(office.returns(form, "| mã | u1 | u2 |\n| to | 1 | 1 |"))
    two = office.with_rows(two, "ds", "| ten |\n| Ba |")
    one = office.with_rows(one, "ds", "| ten |\n| Một |\n| Hai |")

    result = consolidate(form, office.PERIOD, (two, one), (), Basis("b"))

    assert [(unit, row.cells[0].as_typed) for unit, row in result.rows_of(SheetCode("ds"))] == [
        ("u1", "Một"),
        ("u1", "Hai"),
        ("u2", "Ba"),
    ]
    assert result.rows_of(SheetCode("khac")) == ()


amounts = st.decimals(min_value=0, max_value=10**9, places=3)


@given(st.lists(amounts, min_size=3, max_size=3))
def test_a_total_equals_the_sum_of_its_parts_whatever_the_order_of_the_returns(typed: list[Decimal]) -> None:
    form = office.form(FORM)
    submissions = [_with(one, amount) for one, amount in zip(_blank_returns(form), typed, strict=True)]

    totals = {
        consolidate(form, office.PERIOD, order, (), Basis("b")).total(IndicatorCode("no"))
        for order in permutations(submissions)
    }

    (total,) = totals
    assert total.value == Number(sum(typed, Decimal(0)))
    assert total.coverage == Coverage(3, 3)
    assert [part.reading and part.reading.value for part in total.parts] == [Number(amount) for amount in typed]


def _blank_returns(form: Form) -> tuple[Submission, ...]:
    return office.returns(form, "| mã | u1 | u2 | u3 |\n| no | 0 | 0 | 0 |")


def _with(submission: Submission, amount: Decimal) -> Submission:
    (reading,) = submission.readings
    return replace(submission, readings=(replace(reading, value=Number(amount)),))
