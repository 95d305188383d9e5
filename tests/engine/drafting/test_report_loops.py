"""Loops of the report. This module holds the tests of the first units, of plans and of words in several lines."""

import pytest
from report_drawing import Line, drafted, figures_of, gap, marked, shown

from ccbdesk.model.form import Document, Style

TURNS = """
    | code | label    | measure | Một | Hai | Ba  | Bốn | Năm |
    | a    | Tuần tra | lần     | 5   | 9   | 9   | 0   | 12  |
    | b    | Vụ       | vụ      | 1   | 2   | x   | 4   | 6   |
"""


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("đầu 1 theo a", "Năm 12."),
        ("đầu 2 theo a", "Năm 12; Hai 9."),
        ('đầu 3 theo a; cuối " và "', "Năm 12; Hai 9 và Ba 9."),
        ("đầu 9 theo a", "Năm 12; Hai 9; Ba 9; Một 5."),
        ("đầu 2 theo a/b", "Một 5; Hai 9."),
        ("đầu 2 theo b", "Năm 12; Hai 9."),
        ("đầu 2", "Một 5; Hai 9."),
        ("đầu 1", "Một 5."),
        ("đầu 9", "Một 5; Hai 9; Ba 9; Năm 12."),
        ('nối ", "; cuối " và "', "Một 5, Hai 9, Ba 9 và Năm 12."),
        ('cuối " và "; đầu 2', "Một 5 và Hai 9."),
        ('cuối " và "; đầu 1', "Một 5."),
    ],
)
def test_the_first_units_are_those_with_the_largest_figure(settings: str, expected: str) -> None:
    assert shown(drafted(TURNS, f"[mỗi đơn vị ({settings}): {{ten}} {{a}}].")) == [expected]


def test_units_that_cannot_be_ranked_are_named_as_missing() -> None:
    report = drafted(
        """
        | code | label    | measure | Một | Hai | Ba | Bốn |
        | a    | Tuần tra | lần     | 5   | 9   | 1  | 2   |
        | b    | Vụ       | vụ      | 3   |     | 4  | 0   |
        """,
        "[mỗi đơn vị (đầu 2 theo b): {ten} {a}].",
    )

    assert marked(report) == ["Ba ⟦1⟧; Một ⟦5⟧‹ (mới có 3/4 đơn vị; chưa có số của Hai)›."]
    assert report.gaps == (gap("C2", "b", "u2"),)


@pytest.mark.parametrize("figures", ["0 | 0 | 0", "x | x | x", "5 | 7 | x", "5 | | 7"])
def test_which_units_come_first_is_not_said_of_fewer_than_three_or_of_nothing(figures: str) -> None:
    report = drafted(
        f"| code | label | measure | Một | Hai | Ba |\n| a | Vụ | vụ | {figures} |",
        "Hết[; nhiều nhất là [mỗi đơn vị (đầu 3 theo a): {ten} {a!}]].",
    )

    assert shown(report) == ["Hết."]


# -- plans ---------------------------------------------------------------------------------------------------------

PLANS = """
    | code | label     | measure      | Một        | Hai       | Ba    | Bốn   |
    | a    | Ngày công | ngày         | 12 kh 10   | 20 kh 25  | 8 kh  | x     |
    | r    | Tỷ lệ     | % không cộng | 90 kh 95   | 80 kh 100 |       | kh 50 |
"""


def test_a_plan_is_looked_up_for_the_cluster_and_for_each_unit() -> None:
    report = drafted(
        PLANS,
        "Đạt {a/a~ke_hoach*100|phan_tram:1}, kế hoạch {a~ke_hoach}.",
        "[mỗi đơn vị: {ten} {a}/{a~ke_hoach}].",
        "{r@u2}/{r@u2~ke_hoach}, {r@u4~ke_hoach}",
        cells={"a~ke_hoach": "Tổng hợp!K5"},
    )

    assert marked(report) == [
        "Đạt ⟦?114,3%⟧, kế hoạch ⟦?35⟧‹ (kế hoạch “Ngày công”: mới có 2/3 đơn vị; chưa có số của Ba)›.",
        ("Một ⟦12⟧/⟦10⟧; Hai ⟦20⟧/⟦25⟧‹ (kế hoạch “Ngày công”: mới có 2/3 đơn vị; chưa có số của Ba)›."),
        "⟦80%⟧/⟦100%⟧, ⟦50%⟧",
    ]
    assert report.gaps == (gap("C2", "a", "u3"), gap("C3", "a", "u3"))
    assert [figure.title for figure in figures_of(report)][1:4] == [
        "Ngày công – kế hoạch · Tổng hợp!K5 [a~ke_hoach]",
        "Ngày công, Một [a@u1]",
        "Ngày công – kế hoạch, Một [a@u1~ke_hoach]",
    ]


def test_a_plan_nobody_has_given_becomes_dots() -> None:
    report = drafted(
        """
        | code | label     | measure | Một | Hai |
        | a    | Ngày công | ngày    | 12  | 20  |
        """,
        "Kế hoạch {a~ke_hoach}.",
    )

    assert (marked(report), report.gaps) == (["Kế hoạch ⟦?……⟧."], (gap("C2", "a"),))


# -- words in several lines ----------------------------------------------------------------------------------------

WORDS = r"""
    | code | label    | measure | Một                   | Hai   | Ba | Bốn              |
    | w    | Cách làm | lời văn | - Làm A.\n- Làm B;\n | Làm C |    | Dòng 1\n\nDòng 2 |
    | a    | Lần      | lần     | 1                     | 2     | 3  | 4                |
"""


def test_words_of_several_lines_are_paragraphs_where_the_loop_is_the_whole_sentence() -> None:
    report = drafted(WORDS, Line("[mỗi đơn vị: {ten}: {w}]", Style.ITEM))

    assert shown(report) == ["Một:", "- Làm A.", "- Làm B;", "Hai: Làm C", "Bốn:", "Dòng 1", "Dòng 2"]
    assert {paragraph.style for paragraph in report.paragraphs} == {Style.ITEM}


def test_words_of_several_lines_are_clauses_within_a_sentence() -> None:
    report = drafted(WORDS, "Cách làm hay ([mỗi đơn vị: {ten}: {w}]).", "[mỗi đơn vị: {ten}: {w}] và hết.")

    assert shown(report) == [
        "Cách làm hay (Một: Làm A; Làm B; Hai: Làm C; Bốn: Dòng 1; Dòng 2).",
        "Một: Làm A; Làm B; Hai: Làm C; Bốn: Dòng 1; Dòng 2 và hết.",
    ]


def test_a_loop_of_single_lines_alone_is_one_paragraph() -> None:
    assert shown(drafted(WORDS, "[mỗi đơn vị: {ten} {a}].")) == ["Một 1; Hai 2; Ba 3; Bốn 4."]


def test_forty_lines_of_one_unit_are_forty_paragraphs_below_its_name() -> None:
    words = r"\n".join(f"Việc {number}" for number in range(40))

    report = drafted(
        f"| code | label | measure | Một |\n| w | Cách làm | lời văn | {words} |", "[mỗi đơn vị: {ten}: {w}]"
    )

    assert shown(report) == ["Một:", *(f"Việc {number}" for number in range(40))]


# -- papers --------------------------------------------------------------------------------------------------------


def test_a_report_has_none_of_the_sentences_of_other_papers() -> None:
    lines = ("Báo cáo {a}.", Line("Đề nghị gửi.", document=Document.LETTER), Line("Mẫu.", document=Document.MESSAGE))

    assert shown(drafted(TURNS, *lines)) == ["Báo cáo 35."]
    assert shown(drafted(TURNS, *lines, document=Document.LETTER)) == ["Đề nghị gửi."]
    assert shown(drafted(TURNS, *lines, document=Document.MESSAGE)) == ["Mẫu."]
