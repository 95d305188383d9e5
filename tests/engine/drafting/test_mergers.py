"""Tests of “(hợp nhất)”: a sentence says where an earlier figure is the sum of what a unit was made of."""

import past
import pytest
from report_drawing import Line, drafted, drawn_table, figures_of, shown

from ccbdesk.model.form import Style
from ccbdesk.model.report import Table

FIGURES = """
    | mã | tên       | công       | Một = cu + bon | Hai |
    | a  | Ngày công | công       | 27             | 18  |
    | b  | Buổi      | buổi       | 5              | 5   |
    | m  | Ủng hộ    | triệu đồng | 12,5           | 2   |
"""
BEFORE = past.kept("2022", "| mã | cu | bon | u2 |\n| a | 20 | 5 | 15 |\n| b | 2 | 2 | 4 |\n| m | 1 | 1 | 2 |")
WITHOUT_ONE = past.kept("2022", "| mã | cu | u2 |\n| a | 20 | 15 |")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Góp {a} công, {a|so_sanh:cung_ky}.", "Góp 45 công, tăng 12,5% so với cùng kỳ (hợp nhất)."),
        (
            "Góp {a} công, {a|so_sanh:cung_ky}, họp {b} buổi, {b|so_sanh:cung_ky}.",
            "Góp 45 công, tăng 12,5% so với cùng kỳ (hợp nhất), họp 10 buổi, tăng 25% so với cùng kỳ.",
        ),
        ("Góp {a} công[, cùng kỳ {a~cung_ky} công].", "Góp 45 công, cùng kỳ 40 công (hợp nhất)."),
        ("Năm trước góp {a~cung_ky} công và năm nay {a} công.", "Năm trước góp 40 công (hợp nhất) và năm nay 45 công."),
        ("Từ {a~cung_ky} lên {a} công.", "Từ 40 (hợp nhất) lên 45 công."),
        ("Cùng kỳ {a~cung_ky|don_vi}; nay {a|don_vi}.", "Cùng kỳ 40\u00a0công (hợp nhất); nay 45\u00a0công."),
        ("Góp {a} công (cùng kỳ {a~cung_ky} công).", "Góp 45 công (cùng kỳ 40 công, hợp nhất)."),
        ("Góp {a} công (cùng kỳ {a~cung_ky}), họp {b} buổi.", "Góp 45 công (cùng kỳ 40, hợp nhất), họp 10 buổi."),
        ("Ủng hộ {m}, cùng kỳ {m~cung_ky}.", "Ủng hộ 14 triệu 500 nghìn đồng, cùng kỳ 4 triệu đồng (hợp nhất)."),
        ("Tăng {a - a~cung_ky} ngày làm việc tốt", "Tăng 5 ngày làm việc tốt (hợp nhất)"),
        ("Hai: {a@u2|so_sanh:cung_ky}.", "Hai: tăng 20% so với cùng kỳ."),
        (
            "[mỗi đơn vị: {ten} {a|so_sanh:cung_ky}].",
            "Một tăng 8% so với cùng kỳ (hợp nhất); Hai tăng 20% so với cùng kỳ.",
        ),
        ("Góp {a} công[nếu a > a~cung_ky: , nhiều hơn cùng kỳ].", "Góp 45 công, nhiều hơn cùng kỳ."),
    ],
)
def test_the_words_stand_behind_what_they_are_about(sentence: str, expected: str) -> None:
    assert shown(drafted(FIGURES, sentence, earlier=(BEFORE,))) == [expected]


def test_without_one_of_them_nothing_is_compared() -> None:
    sentence = (
        "Góp {a} công[, {a|so_sanh:cung_ky}][nếu a >= a~cung_ky: , tăng | chưa có số: , không đủ số liệu so sánh]."
    )

    report = drafted(FIGURES, sentence, earlier=(WITHOUT_ONE,))

    assert shown(report) == ["Góp 45 công, không đủ số liệu so sánh."]


def test_the_figure_itself_stays_as_it_is() -> None:
    report = drafted(FIGURES, "Góp {a} công, {a|so_sanh:cung_ky}.", earlier=(BEFORE,))

    assert [figure.shown for figure in figures_of(report)] == ["45", "tăng 12,5% so với cùng kỳ"]


def test_below_a_table_it_is_said_of_whose_figures_the_sum_is() -> None:
    report = drafted(FIGURES, Line("{a}{a~cung_ky}", Style.TABLE), Line("{a}", Style.TABLE), earlier=(BEFORE,))
    with_it, without = (drawn_table(block).splitlines()[-1] for block in report.blocks if isinstance(block, Table))

    assert with_it == "| Một (hợp nhất): số kỳ trước là tổng của cu và bon. ×4 |"
    assert "hợp nhất" not in without
