"""Tests of what a period leaves to later ones: what is kept is what the next year compares with."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import office
import pytest

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.history.keeping_figures import earlier_of, figures_to_keep
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.dossier import History, PeriodSpan, Revision
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.history import KeptFigure, Stage, WhyNoBase
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import NotApplicable, Number, Ratio

FORM = office.form("""
    | Mã    | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức   | Kế hoạch |
    | cong  | bieu | Ngày công   | công        | số nguyên    | Cộng – phát sinh |             | x        |
    | nguoi | bieu | Người       | người       | số nguyên    | Cộng – cuối kỳ   |             |          |
    | tb    | bieu | Bình quân   |             | số thập phân | Tỷ lệ            | cong / nguoi |         |
""")
MERGED = consolidate(
    FORM,
    office.PERIOD,
    office.returns(
        FORM, "| mã | u1 | u2 | u3 |\n| cong | 27 | 18 | x |\n| cong~ke_hoach | 30 | 20 | |\n| nguoi | 9 | 6 | 3 |"
    ),
    (),
    Basis("b"),
)
REVISION = Revision(1, "Lan", datetime(2024, 1, 1, tzinfo=UTC))
NEXT = Period(2024)


def test_every_units_figure_and_plan_and_every_whole_total_is_kept() -> None:
    kept = figures_to_keep(MERGED)
    cong = IndicatorCode("cong")

    assert [each for each in kept if each.indicator == cong] == [
        KeptFigure(UnitId("u1"), cong, office.number("27")),
        KeptFigure(UnitId("u2"), cong, office.number("18")),
        KeptFigure(UnitId("u3"), cong, NotApplicable()),
        KeptFigure(UnitId("u1"), cong, office.number("30"), is_plan=True),
        KeptFigure(UnitId("u2"), cong, office.number("20"), is_plan=True),
        KeptFigure(UnitId("cum"), cong, office.number("45")),
        KeptFigure(UnitId("cum"), cong, office.number("50"), is_plan=True),
    ]


@pytest.mark.parametrize("first_day", [None, date(2022, 11, 16)])
def test_the_next_year_compares_with_exactly_what_was_kept(first_day: date | None) -> None:
    history = History(1, office.PERIOD.code, Stage.OFFICIAL, "khóa kỳ", REVISION, figures_to_keep(MERGED))
    spans = (PeriodSpan(office.PERIOD.code, first_day, date(2023, 11, 15), REVISION),) if first_day else ()
    following = (PeriodSpan(NEXT.code, date(2023, 11, 16), date(2024, 11, 15), REVISION),) if first_day else ()
    bases = bases_of(FORM, NEXT, earlier_of((history, replace(history, period=NEXT.code)), (*spans, *following), NEXT))

    for code in ("cong", "nguoi", "tb"):
        total = MERGED.total(IndicatorCode(code)).value
        base = bases.base(Reference(IndicatorCode(code), None, When.LAST_YEAR)).value
        assert isinstance(total, Number | Ratio)
        assert isinstance(base, Number | Ratio)
        assert base.amount == total.amount
    assert bases.base(Reference(IndicatorCode("cong"), UnitId("u1"), When.LAST_YEAR)).value == Number(Decimal(27))


def test_days_that_moved_only_for_one_of_the_periods_do_not_meet() -> None:
    history = History(1, office.PERIOD.code, Stage.OFFICIAL, "khóa kỳ", REVISION, figures_to_keep(MERGED))
    spans = (PeriodSpan(office.PERIOD.code, date(2022, 11, 16), date(2023, 11, 15), REVISION),)
    bases = bases_of(FORM, NEXT, earlier_of((history,), spans, NEXT))

    assert bases.base(Reference(IndicatorCode("cong"), None, When.LAST_YEAR)).why_not is WhyNoBase.DAYS_DIFFER
