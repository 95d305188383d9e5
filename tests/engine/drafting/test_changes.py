"""Tests of ``so_sanh``: rise, fall, no change, no data, a base of zero, percentages, units; a live figure as usual."""

import past
import pytest
from report_drawing import drafted, gap, marked, shown

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.sentences import Faulty, parse_sentence
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Figure, Report
from ccbdesk.model.unit import UnitId


def compared(now: str, then: str, measure: str = "công", sentence: str = "Góp {a!}[, {a|so_sanh:cung_ky}].") -> Report:
    """Return the report of two units with the figures now, and what was kept of each of them a year before."""
    figures = f"| mã | tên | {measure} | Một | Hai |\n| a | Ngày công | {measure} | {now} |"
    earlier = (past.kept("2022", f"| mã | u1 | u2 |\n| a | {then} |"),) if then else ()
    return drafted(figures, sentence, earlier=earlier)


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("27 | 18", "25 | 15", "Góp 45, tăng 12,5% so với cùng kỳ."),
        ("27 | 18", "30 | 20", "Góp 45, giảm 10% so với cùng kỳ."),
        ("27 | 18", "20 | 25", "Góp 45, bằng cùng kỳ."),
        ("27 | 18", "", "Góp 45."),
        ("27 | 18", "20 | -", "Góp 45."),
        ("27 | 18", "0 | 0", "Góp 45, tăng 45\u00a0công so với cùng kỳ."),
        ("0 | 0", "0 | 0", "Góp 0, bằng cùng kỳ."),
        ("0 | 0", "20 | 25", "Góp 0, giảm 100% so với cùng kỳ."),
        ("1000001 | 0", "1000000 | 0", "Góp 1.000.001, tăng 0,0001% so với cùng kỳ."),
        ("trên 27 | 18", "20 | 20", "Góp trên 45, tăng khoảng 12,5% so với cùng kỳ."),
        ("27 | 18", "x | x", "Góp 45."),
    ],
)
def test_a_change_is_said_in_percent_and_vanishes_without_an_earlier_figure(now: str, then: str, expected: str) -> None:
    assert shown(compared(now, then)) == [expected]


def test_money_from_nothing_and_percentages_are_said_in_their_own_way() -> None:
    assert shown(compared("12,5 | 0", "0 | 0", "triệu đồng"))[0].endswith(
        "tăng 12 triệu 500 nghìn đồng so với cùng kỳ."
    )
    report = drafted(
        "| mã | tên | % | Một |\n| r | Tỷ lệ | % | = a * 100 / b |\n| a | A | người | 30 |\n| b | B | người | 40 |",
        "Đạt {r}[, {r|so_sanh:cung_ky}].",
        earlier=(past.kept("2022", "| mã | u1 |\n| a | 29 |\n| b | 40 |"),),
    )
    assert shown(report) == ["Đạt 75%, tăng 2,5 điểm phần trăm so với cùng kỳ."]


def test_the_change_is_a_live_figure_that_carries_its_way() -> None:
    (paragraph,) = compared("27 | 18", "25 | 15").paragraphs
    figure = [run for run in paragraph.runs if isinstance(run, Figure)][-1]

    assert figure.shown == "tăng 12,5% so với cùng kỳ"
    assert figure.tag.startswith("ccb:2023/a|so_sanh:cung_ky#")
    assert figure.totals == (IndicatorCode("a"),)


def test_outside_an_optional_part_dots_stand_where_nothing_was_kept() -> None:
    report = compared("27 | 18", "", sentence="Góp {a} công, {a|so_sanh:cung_ky}.")

    assert marked(report) == ["Góp ⟦45⟧ công, ⟦?……⟧."]
    assert report.gaps == (gap("C2", "a"),)


def test_each_unit_is_compared_with_itself() -> None:
    report = compared("27 | 18", "20 | 20", sentence="[mỗi đơn vị: {ten} {a|so_sanh:cung_ky}].")

    assert shown(report) == ["Một tăng 35% so với cùng kỳ; Hai giảm 10% so với cùng kỳ."]


@pytest.mark.parametrize(
    ("sentence", "wrong", "seen"),
    [
        ("{a|so_sanh}", Wrong.VALUE_UNKNOWN, "so_sanh"),
        ("{a|so_sanh:nam_ngoai}", Wrong.VALUE_UNKNOWN, "nam_ngoai"),
        ("{a + a|so_sanh:truoc}", Wrong.NOT_ALLOWED_HERE, "so_sanh"),
        ("{a~truoc|so_sanh:cung_ky}", Wrong.NOT_ALLOWED_HERE, "so_sanh"),
        ("{a|so|so_sanh:truoc}", Wrong.NOT_ALLOWED_HERE, "so_sanh"),
    ],
)
def test_only_one_figure_of_this_period_is_compared(sentence: str, wrong: Wrong, seen: str) -> None:
    parsed = parse_sentence(sentence, Known({IndicatorCode("a"): "A"}, frozenset({UnitId("u1")})))

    assert isinstance(parsed, Faulty)
    assert [(problem.wrong, problem.seen) for problem in parsed.problems] == [(wrong, seen)]
