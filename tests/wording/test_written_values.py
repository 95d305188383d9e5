"""Values in Vietnamese. This module holds the tests of how each is written, and of what a total lacks."""

from datetime import date
from decimal import Decimal

import pytest

from ccbdesk.model.consolidation import Coverage
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.model.origin import IndicatorCode, SheetCode
from ccbdesk.model.sentence import Way
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value
from ccbdesk.wording.figures import incomplete, qualifier, reported_as, written_coverage, written_value
from ccbdesk.wording.listing import listed


def indicator(kind: Kind, measure: str = "", *ways: Way) -> Indicator:
    """Return an indicator of a kind."""
    return Indicator(IndicatorCode("a"), "A", SheetCode("B1"), measure=measure, kind=kind, ways=ways)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (Number(Decimal(164799)), Kind.INTEGER, "164.799"),
        (Number(Decimal(13765), Exactness.OVER), Kind.INTEGER, "trên 13.765"),
        (Number(Decimal("4093.7")), Kind.DECIMAL, "4.093,7"),
        (Number(Decimal("12.5")), Kind.PERCENT, "12,5%"),
        (Ratio(Decimal(1), Decimal(4)), Kind.DECIMAL, "0,25"),
        (Text("Tốt"), Kind.TEXT, "Tốt"),
        (Text("hàng trăm"), Kind.INTEGER, "hàng trăm"),
        (Day(date(2024, 7, 5)), Kind.DAY, "ngày 05 tháng 7 năm 2024"),
        (Blank(), Kind.INTEGER, "chưa có số"),
        (Blank(), Kind.TEXT, "chưa có nội dung"),
        (Blank(), Kind.DAY, "chưa có ngày"),
        (NotApplicable(), Kind.INTEGER, "x"),
        (Unreadable("#REF!"), Kind.INTEGER, "không đọc được “#REF!”"),
    ],
)
def test_any_value_is_written(value: Value, kind: Kind, expected: str) -> None:
    assert written_value(value, indicator(kind)) == expected


def test_the_form_says_how_a_figure_is_written_unless_other_ways_are_asked_for() -> None:
    money = indicator(Kind.MONEY, "triệu đồng", Way("tien", ("ty", "1")))

    assert written_value(Number(Decimal(1500)), money) == "1,5 tỷ đồng"
    assert written_value(Number(Decimal(1500)), money, (Way("tien", ("trieu",)),)) == "1.500 triệu đồng"


def test_every_exactness_but_the_exact_one_has_its_word() -> None:
    assert [qualifier(exactness) for exactness in Exactness] == ["", "trên", "hơn", "gần", "khoảng", "ước", "từ"]


def test_every_exactness_is_one_word_where_nothing_follows() -> None:
    words = [reported_as(exactness) for exactness in Exactness]

    assert words == ["đúng", "trên", "hơn", "gần", "khoảng", "ước", "trở lên"]


def test_a_coverage_is_written_as_a_fraction_of_units() -> None:
    assert written_coverage(Coverage(5, 6, (UnitId("u1"),))) == "5/6 đơn vị"


def test_what_a_total_lacks_is_said_with_names() -> None:
    assert incomplete(Coverage(5, 6, (UnitId("u1"),)), ["Một"]) == "mới có 5/6 đơn vị; chưa có số của Một"
    assert incomplete(Coverage(0, 0), ["Một", "Hai"]) == "chưa có số của Một và Hai"


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["Một"], "Một"), (["Một", "Hai"], "Một và Hai"), (["Một", "Hai", "Ba"], "Một, Hai và Ba")],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert listed(names) == expected
