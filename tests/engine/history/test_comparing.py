"""Tests of the one base of comparison: which period, which units, and why there is none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import office
import past
import pytest

from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form
from ccbdesk.model.history import Base, BasePart, Earlier, EarlierPeriod, Stage, WhyNoBase
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, PeriodCode, Span
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Ratio

FORM = office.form("""
    | Mã    | Biểu  | Tên số liệu | Đơn vị tính | Loại số liệu | Áp dụng cho | Cách cộng        | Công thức     | Kế hoạch |
    | dau   | bieu  | Đầu kỳ      | người       | số nguyên    |             | Cộng – cuối kỳ   |               |          |
    | cuoi  | bieu  | Cuối kỳ     | người       | số nguyên    |             | Cộng – cuối kỳ   |               |          |
    | cong  | bieu  | Ngày công   | công        | số nguyên    |             | Cộng – phát sinh |               | x        |
    | rieng | bieu  | Riêng       | lần         | số nguyên    | u2          | Cộng – phát sinh |               |          |
    | lon   | bieu  | Lớn nhất    | người       | số nguyên    |             | Lớn nhất         |               |          |
    | xep   | bieu  | Xếp thứ     |             | số nguyên    |             | Không cộng       |               |          |
    | tb    | bieu  | Bình quân   |             | số thập phân |             | Tỷ lệ            | cong / cuoi   |          |
    | dat   | bieu  | Đạt         |             | phần trăm    |             | Tỷ lệ            | cong * 100 / cong~ke_hoach |  |
    | muc   | phieu | Mức của Cụm | người       | số nguyên    |             |                  |               |          |
""")
LAST_YEAR = past.kept(
    "2022",
    """
    | mã           | u1  | u2 | u3 | cum |
    | cuoi         | 100 | 50 | 10 |     |
    | cong         | 30  | 20 | x  |     |
    | cong~ke_hoach | 40 | 20 |    |     |
    | rieng        |     | 7  |    |     |
    | lon          | 5   | 9  | 2  |     |
    | xep          | 1   | 2  | 3  |     |
    | muc          |     |    |    | 60  |
    """,
)
HALF = past.kept("2023-6t", "| mã | u1 | u2 | u3 |\n| cuoi | 104 | 51 | 12 |\n| cong | 16 | 9 | 4 |")


def base(written: str, *kept: EarlierPeriod, form: Form = FORM, period: Period = office.PERIOD) -> Base:
    """Return the base of ``code@unit~when`` of a period, against what is kept."""
    return bases_of(form, period, Earlier(kept)).base(reference(written))


def reference(written: str) -> Reference:
    name, _, when = written.partition("~")
    code, _, unit = name.partition("@")
    return Reference(IndicatorCode(code), UnitId(unit) if unit else None, When(when))


def whole(amount: str) -> Number:
    return Number(Decimal(amount))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("cuoi@u1~cung_ky", whole("100")),
        ("cuoi@u1~dau_nam", whole("100")),
        ("cuoi@u1~truoc", whole("104")),  # how things stood last: at the half of this year
        ("cong@u1~truoc", whole("30")),  # what happened in a year beside what happened in a year
        ("cong@u3~cung_ky", NotApplicable()),
        ("cuoi~cung_ky", whole("160")),
        ("cuoi@cum~cung_ky", whole("160")),
        ("cong~cung_ky", whole("50")),
        ("rieng~cung_ky", whole("7")),
        ("rieng@u1~cung_ky", NotApplicable()),
        ("lon~cung_ky", whole("9")),
        ("xep@u2~cung_ky", whole("2")),
        ("muc~cung_ky", whole("60")),
        ("tb@u1~cung_ky", Ratio(Decimal("0.3"), Decimal(1))),
        ("tb~cung_ky", Ratio(Decimal(1), Decimal(3))),  # 50 / 150: the third has no such task
        ("dat@u1~cung_ky", Ratio(Decimal(75), Decimal(1))),
    ],
)
def test_every_figure_has_its_own_earlier_one(written: str, expected: object) -> None:
    found = base(written, LAST_YEAR, HALF)

    assert (found.value, found.why_not) == (expected, None)


@pytest.mark.parametrize(
    ("written", "kept", "period", "why_not"),
    [
        ("cuoi~cung_ky", (), Period(2023), WhyNoBase.NOT_KEPT),
        ("dau@u1~cung_ky", (LAST_YEAR,), Period(2023), WhyNoBase.NOT_KEPT),
        ("xep~cung_ky", (LAST_YEAR,), Period(2023), WhyNoBase.NOT_KEPT),
        ("cuoi~cung_ky", (HALF,), Period(2024), WhyNoBase.NOT_KEPT),
        ("cong@u1~truoc", (HALF,), Period(2023), WhyNoBase.OTHER_LENGTH),
        ("cong@u1~truoc", (LAST_YEAR,), Period(2023, Span.HALF), WhyNoBase.OTHER_LENGTH),
        (
            "cuoi@u1~cung_ky",
            (replace(LAST_YEAR, first_day=date(2021, 11, 16), last_day=date(2022, 11, 15)),),
            Period(2023),
            WhyNoBase.DAYS_DIFFER,
        ),
        (
            "cuoi@u1~dau_nam",
            (replace(LAST_YEAR, first_day=date(2021, 11, 16), last_day=date(2022, 11, 15)),),
            Period(2023),
            WhyNoBase.DAYS_DIFFER,
        ),
    ],
)
def test_where_there_is_none_it_is_said_why(
    written: str, kept: tuple[EarlierPeriod, ...], period: Period, why_not: WhyNoBase
) -> None:
    found = base(written, *kept, period=period)

    assert (found.value, found.why_not) == (Blank(), why_not)


def test_a_half_year_is_compared_with_a_half_year_and_opens_with_last_years_closing() -> None:
    half = Period(2024, Span.HALF)
    year = replace(LAST_YEAR, period=PeriodCode("2023"))

    assert base("cong@u1~cung_ky", HALF, year, period=half).value == whole("16")
    assert base("cuoi@u1~dau_nam", HALF, year, period=half).value == whole("100")


def test_a_year_of_its_own_days_meets_the_one_before() -> None:
    kept = replace(LAST_YEAR, first_day=date(2021, 11, 16), last_day=date(2022, 11, 15))
    earlier = Earlier((kept,), date(2022, 11, 16), date(2023, 11, 15))
    found = bases_of(FORM, office.PERIOD, earlier)

    assert [found.base(reference(f"cuoi@u1~{when}")).value for when in ("cung_ky", "dau_nam")] == [whole("100")] * 2


def test_the_year_so_far_is_less_than_the_year_but_no_measure_of_change() -> None:
    found = bases_of(FORM, office.PERIOD, Earlier((LAST_YEAR, HALF)))

    assert found.base_so_far(reference("cong@u1~truoc")).value == whole("16")
    assert found.base_so_far(reference("cuoi@u1~truoc")).value == whole("104")
    without = bases_of(FORM, office.PERIOD, Earlier((LAST_YEAR,)))
    assert without.base_so_far(reference("cong@u1~truoc")).why_not is WhyNoBase.OTHER_LENGTH


def test_the_official_figure_holds_where_it_is_kept_and_the_stage_is_told() -> None:
    at_meeting = past.kept("2022", "| mã | u1 | u2 | u3 |\n| cuoi | 98 | 50 | 10 |", Stage.AT_MEETING)
    official = past.kept("2022", "| mã | u1 |\n| cuoi | 100 |")

    both = [base(written, official, at_meeting) for written in ("cuoi@u1~cung_ky", "cuoi@u2~cung_ky", "cuoi~cung_ky")]
    assert [(found.value, found.stage) for found in both] == [
        (whole("100"), Stage.OFFICIAL),
        (whole("50"), Stage.AT_MEETING),
        (whole("160"), Stage.AT_MEETING),
    ]


def test_a_member_whose_figure_is_missing_leaves_the_cluster_without_enough() -> None:
    found = base("cuoi~cung_ky", past.kept("2022", "| mã | u1 | u2 | u3 | cum |\n| cuoi | 100 | - | 10 | 160 |"))

    assert (found.value, found.why_not) == (Blank(), WhyNoBase.NOT_ENOUGH)


def test_where_only_the_clusters_figure_was_kept_it_is_the_base() -> None:
    found = base("cuoi~cung_ky", past.kept("2022", "| mã | cum |\n| cuoi | 160 |\n| tb | 0.4 |"))

    assert found == Base(
        whole("160"),
        period=PeriodCode("2022"),
        parts=(BasePart(UnitId("cum"), "Cụm thử", whole("160"), "Sổ 2022.xlsx"),),
    )


def test_qualifiers_are_added_up_like_everywhere() -> None:
    found = base("cuoi~cung_ky", past.kept("2022", "| mã | u1 | u2 | u3 |\n| cuoi | khoảng 100 | 50 | trên 10 |"))

    assert found.value == Number(Decimal(160), Exactness.ABOUT)


# -- units that were merged ----------------------------------------------------------------------------------------


def merged_form(**unit: object) -> Form:
    """Return the form in which the first unit stands for two since July 2025."""
    changes = {"predecessors": ("Một cũ", "bon"), "valid_from": date(2025, 7, 1), **unit}
    first, *others = FORM.units
    return replace(FORM, units=(replace(first, **changes), *others))  # type: ignore[arg-type] # any member may change


BEFORE = replace(
    past.kept("2024", "| mã | mot_cu | bon | u2 | u3 |\n| cuoi | 60 | 40 | 50 | 10 |\n| cong | 20 | 4 | 20 | x |"),
    names=((UnitId("mot_cu"), "Hội CCB tỉnh Một cũ"), (UnitId("bon"), "Bốn")),
)


def test_a_successor_is_compared_with_the_sum_of_its_predecessors_and_ratios_with_their_summed_parts() -> None:
    found = [base(f"{code}@u1~cung_ky", BEFORE, form=merged_form(), period=Period(2025)) for code in ("cuoi", "tb")]

    assert [(each.value, each.merged) for each in found] == [
        (whole("100"), (UnitId("u1"),)),
        (Ratio(Decimal("0.24"), Decimal(1)), (UnitId("u1"),)),
    ]
    cluster = base("cuoi~cung_ky", BEFORE, form=merged_form(), period=Period(2025))
    assert (cluster.value, cluster.merged, len(cluster.parts)) == (whole("160"), (UnitId("u1"),), 4)


def test_a_former_unit_is_called_as_the_form_calls_it_where_nobody_has_kept_its_name() -> None:
    found = base("cuoi@u1~cung_ky", replace(BEFORE, names=()), form=merged_form(), period=Period(2025))

    assert [part.name for part in found.parts] == ["Một cũ", "bon"]


@pytest.mark.parametrize(
    ("form", "kept", "why_not"),
    [
        (merged_form(), past.kept("2024", "| mã | bon | u2 | u3 |\n| cuoi | 40 | 50 | 10 |"), WhyNoBase.NOT_ENOUGH),
        (merged_form(), past.kept("2024", "| mã | u1 | u2 |\n| cuoi | 40 | 50 |"), WhyNoBase.NOT_KEPT),
        (
            replace(merged_form(), units=(*merged_form().units[:2], replace(FORM.units[2], predecessors=("bon",)))),
            BEFORE,
            WhyNoBase.SPLIT,
        ),
    ],
)
def test_a_predecessor_that_is_missing_or_split_leaves_nothing_to_compare_with(
    form: Form, kept: EarlierPeriod, why_not: WhyNoBase
) -> None:
    found = base("cuoi@u1~cung_ky", kept, form=form, period=Period(2025))

    assert (found.value, found.why_not) == (Blank(), why_not)


def test_once_the_successor_has_closed_a_year_it_is_compared_with_itself() -> None:
    own = past.kept("2025", "| mã | u1 | u2 | u3 |\n| cuoi | 101 | 50 | 10 |")
    found = base("cuoi@u1~cung_ky", own, form=merged_form(), period=Period(2026))

    assert (found.value, found.merged) == (whole("101"), ())


def test_what_cannot_be_added_has_no_base_after_a_merger() -> None:
    kept = past.kept("2024", "| mã | mot_cu | bon |\n| xep | 1 | 2 |\n| lon | 5 | 9 |")
    form = merged_form(predecessors=("mot_cu", "bon"))

    assert base("xep@u1~cung_ky", kept, form=form, period=Period(2025)).why_not is WhyNoBase.NOT_ENOUGH
    assert base("lon@u1~cung_ky", kept, form=form, period=Period(2025)).value == whole("9")


def test_an_own_id_that_a_predecessor_had_too_is_never_taken_for_the_whole() -> None:
    kept = past.kept("2024", "| mã | u1 | bon |\n| cuoi | 60 | 40 |")

    for valid_from in (date(2025, 7, 1), None):
        form = merged_form(predecessors=("u1", "bon"), valid_from=valid_from)
        assert base("cuoi@u1~cung_ky", kept, form=form, period=Period(2025)).value == whole("100")
