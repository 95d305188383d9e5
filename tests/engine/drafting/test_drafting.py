"""Drafting. This module holds the tests of what each construct of a sentence becomes, as whole paragraphs."""

import pytest
from report_drawing import Line, drafted, fallen, figures_of, gap, marked, shown

from ccbdesk.engine.expressions.tags import LONGEST_TAG
from ccbdesk.model.form import Style
from ccbdesk.model.period import Period, Span
from ccbdesk.model.report import Paragraph, Phrase

FULL = """
    | code | label     | measure    | Một  | Hai  | Ba  |
    | a    | Ngày công | ngày       | 1265 | 500  | 100 |
    | b    | Đất hiến  | m2         | 20   | 30   | x   |
    | m    | Ủng hộ    | triệu đồng | 1,5  | 2    | 1   |
    | z    | Cầu       | cái        | 0    | 0    | 0   |
    | none | Bè        | cái        | x    | x    | x   |
    | gone | Đò        | cái        |      |      |     |
"""


# -- words and names -----------------------------------------------------------------------------------------------


def test_words_are_printed_as_they_stand() -> None:
    report = drafted(FULL, "Số:      /BC-[[x]], {{y}} .")

    assert shown(report) == ["Số:      /BC-[x], {y} ."]


def test_built_in_names_are_printed_as_words() -> None:
    report = drafted(
        FULL,
        "{ten_cum}: {ky}, {ky_sau}; {nam}, {nam_sau}; {so_don_vi} đơn vị: {cac_don_vi}",
        period=Period(2024, Span.HALF),
    )

    assert marked(report) == ["Cụm thi đua số 1: 6 tháng đầu năm 2024, năm 2024; 2024, 2025; 3 đơn vị: Một, Hai và Ba"]


# -- slots ---------------------------------------------------------------------------------------------------------


def test_a_slot_becomes_a_live_figure() -> None:
    report = drafted(FULL, "Đã huy động {a} ngày công.", cells={"a": "Tổng hợp!J20"})

    assert marked(report) == ["Đã huy động ⟦1.865⟧ ngày công."]
    (figure,) = figures_of(report)
    assert (figure.tag, figure.title, figure.totals) == ("ccb:2023/a#u3hpf", "Ngày công · Tổng hợp!J20 [a]", ("a",))


def test_a_slot_may_name_a_unit_a_sum_or_a_way_of_writing() -> None:
    report = drafted(FULL, "{a@u1}; {a@cum}; {a + b - 1}; {m}; {m|tien:trieu}; {a|tron:1000}; {m/a|tien}")

    assert marked(report) == [
        "⟦1.265⟧; ⟦1.865⟧; ⟦1.914⟧; ⟦4 triệu 500 nghìn đồng⟧; ⟦4,5 triệu đồng⟧; ⟦gần 2.000⟧; ⟦gần 2.413 đồng⟧"
    ]
    assert [figure.tag.partition("#")[0] for figure in figures_of(report)] == [
        "ccb:2023/a@u1",
        "ccb:2023/a",
        "ccb:2023/a+b-1",
        "ccb:2023/m",
        "ccb:2023/m|tien:trieu",
        "ccb:2023/a|tron:1000",
        "ccb:2023/m/a|tien",
    ]


def test_a_reported_qualifier_is_part_of_the_figure() -> None:
    report = drafted(
        """
        | code | label | measure | Một       | Hai |
        | a    | Lượt  | lượt    | trên 1500 | 500 |
        """,
        "Có {a} lượt, trong đó Một {a@u1}.",
    )

    assert marked(report) == ["Có ⟦trên 2.000⟧ lượt, trong đó Một ⟦trên 1.500⟧."]


def test_a_sentence_whose_figure_is_zero_falls_away_and_is_reported() -> None:
    report = drafted(FULL, "Làm {z} cầu, {a} ngày công.", "Có {a}.")

    assert shown(report) == ["Có 1.865."]
    assert report.dropped == (fallen("C2", "z"),)
    assert report.gaps == ()


def test_a_sentence_about_what_nobody_has_the_task_for_falls_away_and_is_reported() -> None:
    report = drafted(FULL, "Đóng {none!} bè.")

    assert (report.paragraphs, report.dropped) == ((), (fallen("C2", "none"),))


def test_a_zero_is_printed_where_it_is_kept() -> None:
    report = drafted(FULL, "Có {z!} vụ vi phạm.")

    assert (marked(report), report.dropped) == (["Có ⟦0⟧ vụ vi phạm."], ())


def test_a_figure_nobody_has_given_becomes_dots_and_is_reported() -> None:
    report = drafted(FULL, "Có {gone} đò, {a} ngày công.")

    assert marked(report) == ["Có ⟦?……⟧ đò, ⟦1.865⟧ ngày công."]
    assert report.gaps == (gap("C2", "gone", "u1", "u2", "u3"),)
    assert figures_of(report)[0].tag == "ccb:2023/gone#he44c"


def test_a_unit_s_missing_figure_becomes_dots_and_names_that_unit() -> None:
    report = drafted(FULL, "Một: {gone@u1}.")

    assert (marked(report), report.gaps) == (["Một: ⟦?……⟧."], (gap("C2", "gone", "u1"),))


def test_a_figure_of_another_period_becomes_dots_as_long_as_none_is_kept() -> None:
    report = drafted(FULL, "Năm trước {a~truoc}[, đầu năm {a~dau_nam}].")

    assert (marked(report), report.gaps) == (["Năm trước ⟦?……⟧."], (gap("C2", "a"),))


def test_a_quotient_by_zero_becomes_dots() -> None:
    report = drafted(FULL, "Bình quân {a/z}.")

    assert (marked(report), report.gaps) == (["Bình quân ⟦?……⟧."], (gap("C2", "a"), gap("C2", "z")))


PARTIAL = """
    | code | label     | measure | Một | Hai | Ba       | Bốn |
    | a    | Ngày công | ngày    | 10  | 20  | ?        | ?   |
    | b    | Đất hiến  | m2      | 1   |     | ?        | ?   |
    | c    | Lượt      | lượt    | 5   | !   | ?        | ?   |
    | d    | Buổi      | buổi    | 5   | hàng trăm | ?  | ?   |
    | z    | Cầu       | cái     | 0   | 0   | ?        | ?   |
"""


def test_an_incomplete_total_is_printed_with_a_note_and_reported() -> None:
    report = drafted(PARTIAL, "Có {a} ngày công.")

    assert marked(report) == ["Có ⟦?30⟧ ngày công‹ (mới có 2/4 đơn vị; chưa có số của Ba và Bốn)›."]
    assert report.gaps == (gap("C2", "a", "u3", "u4"),)


def test_figures_that_lack_the_same_share_one_note() -> None:
    report = drafted(PARTIAL, "Có {b} m2, {c} lượt và {d} buổi; {b}.")

    assert marked(report) == [
        "Có ⟦?1⟧ m2, ⟦?5⟧ lượt và ⟦?5⟧ buổi; ⟦?1⟧‹ (mới có 1/4 đơn vị; chưa có số của Hai, Ba và Bốn)›."
    ]


def test_figures_that_lack_different_units_are_named_in_the_note() -> None:
    report = drafted(PARTIAL, "Có {a} ngày công, {b} m2, {c} lượt")

    (paragraph,) = marked(report)
    assert paragraph == (
        "Có ⟦?30⟧ ngày công, ⟦?1⟧ m2, ⟦?5⟧ lượt‹ (“Ngày công”: mới có 2/4 đơn vị; chưa có số của Ba và Bốn; "
        "“Đất hiến” và “Lượt”: mới có 1/4 đơn vị; chưa có số của Hai, Ba và Bốn)›"
    )


def test_a_zero_from_an_incomplete_total_falls_away_but_is_reported_as_incomplete_too() -> None:
    report = drafted(PARTIAL, "Có {z} cầu.")

    assert (report.paragraphs, report.dropped, report.gaps) == (
        (),
        (fallen("C2", "z"),),
        (gap("C2", "z", "u3", "u4"),),
    )


# -- words and days of the cluster's own sheet ---------------------------------------------------------------------

OWN = r"""
    | code     | label     | measure    | Một         | Hai |
    | word     | Kết quả   | lời văn    | Tốt\nRất tốt |     |
    | a        | Ngày công | ngày       | 10          | 20  |
    | *theme   | Chủ đề    | lời văn    | - Đoàn kết\n\n - Sáng tạo  |
    | *place   | Nơi       | lời văn    | Hà Nội      |
    | *day     | Ngày họp  | ngày tháng | 2024-02-05  |
    | *target  | Chỉ tiêu  | ngày       | 15          |
    | *empty   | Khác      | lời văn    |             |
"""


def test_words_and_days_are_printed_as_words() -> None:
    report = drafted(OWN, "{place}, {day}; {day|ngay}")

    assert report.paragraphs == (
        Paragraph(Style.BODY, (Phrase("Hà Nội, ngày 05 tháng 02 năm 2024; 05/02/2024"),), "C2"),
    )


def test_words_in_several_lines_become_paragraphs_of_the_same_style() -> None:
    report = drafted(OWN, Line("Chủ đề: {theme} ({a} ngày công).", Style.ITEM), "{word@u1}")

    assert [(paragraph.style, paragraph.place) for paragraph in report.paragraphs] == [
        (Style.ITEM, "C2"),
        (Style.ITEM, "C2"),
        (Style.BODY, "C3"),
        (Style.BODY, "C3"),
    ]
    assert marked(report) == ["Chủ đề: - Đoàn kết", "- Sáng tạo (⟦30⟧ ngày công).", "Tốt", "Rất tốt"]


def test_missing_words_become_dots_or_take_their_bracket_with_them() -> None:
    report = drafted(OWN, "Nội dung: {empty}.", "Tại {place}[ ({empty})].", "{word@u2}")

    assert marked(report) == ["Nội dung: ⟦?……⟧.", "Tại Hà Nội.", "⟦?……⟧"]
    assert report.gaps == (gap("C2", "empty", "cum"), gap("C3", "empty", "cum"), gap("C4", "word", "u2"))


def test_the_cluster_s_own_figures_stay_the_cluster_s_in_a_loop() -> None:
    report = drafted(OWN, "[mỗi đơn vị: {ten} {a}/{target}].")

    assert marked(report) == ["Một ⟦10⟧/⟦15⟧; Hai ⟦20⟧/⟦15⟧."]
    assert [figure.tag.partition("#")[0] for figure in figures_of(report)] == [
        "ccb:2023/a@u1",
        "ccb:2023/target",
        "ccb:2023/a@u2",
        "ccb:2023/target",
    ]


# -- brackets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có {a} ngày[, {z} cầu].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, {none} bè].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, {gone} đò].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, {b} m2].", "Có ⟦1.865⟧ ngày, ⟦50⟧ m2."),
        ("Có {a} ngày[, {b} m2 với {z} cầu].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, {b} m2 với {z!} cầu].", "Có ⟦1.865⟧ ngày, ⟦50⟧ m2 với ⟦0⟧ cầu."),
        ("Có {a} ngày[, {b} m2][, {z} cầu][, {m}].", "Có ⟦1.865⟧ ngày, ⟦50⟧ m2, ⟦4 triệu 500 nghìn đồng⟧."),
        ("Có {a} ngày[, {b} m2[ và {z} cầu]].", "Có ⟦1.865⟧ ngày, ⟦50⟧ m2."),
        ("Có {a} ngày[, {z} cầu[ và {b} m2]].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, gồm [{z} cầu | {gone} đò]].", "Có ⟦1.865⟧ ngày."),
        ("Có {a} ngày[, gồm [{z} cầu | {b} m2]].", "Có ⟦1.865⟧ ngày, gồm ⟦50⟧ m2."),
    ],
)
def test_a_bracket_vanishes_when_one_of_its_own_figures_is_missing_or_zero(text: str, expected: str) -> None:
    assert marked(drafted(FULL, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã [làm {z} cầu | đóng {none} bè] xong.", "Đã xong."),
        ("Đã [làm {z} cầu | hiến {b} m2] xong.", "Đã hiến ⟦50⟧ m2 xong."),
        ("Đã [góp {a} ngày | hiến {b} m2] xong.", "Đã góp ⟦1.865⟧ ngày, hiến ⟦50⟧ m2 xong."),
        (
            "Đã[ góp {a} ngày | làm {z} cầu | hiến {b} m2 | đóng {none} bè | ủng hộ {m} ]xong.",
            "Đã góp ⟦1.865⟧ ngày, hiến ⟦50⟧ m2, ủng hộ ⟦4 triệu 500 nghìn đồng⟧ xong.",
        ),
        ("Có {a} ngày[, làm {z} cầu | hiến {b} m2].", "Có ⟦1.865⟧ ngày, hiến ⟦50⟧ m2."),
        ("Đã[ làm {z} cầu | hiến {b} m2].", "Đã hiến ⟦50⟧ m2."),
    ],
)
def test_options_are_joined_by_commas_leaving_out_those_with_nothing(text: str, expected: str) -> None:
    assert marked(drafted(FULL, text)) == [expected]


def test_a_bracket_that_vanishes_for_want_of_figures_is_reported_and_one_for_zeros_is_not() -> None:
    report = drafted(FULL, "Có {a} ngày[, {gone} đò][, {z} cầu][, {none} bè].")

    assert (report.dropped, report.gaps) == ((), (gap("C2", "gone", "u1", "u2", "u3"),))


def test_a_bracket_that_vanishes_for_want_of_what_need_not_be_given_is_not_reported() -> None:
    report = drafted(
        """
        | code   | label     | measure | Một | Hai |
        | a      | Ngày công | ngày    | 10  | 20  |
        | b?     | Đất hiến  | m2      |     |     |
        | *more? | Khác      | lời văn |     |
        """,
        "Có {a} ngày[, {b} m2][ ({more})].",
        Line("Khác: {more}.", condition="more"),
        "{b}",
    )

    assert marked(report) == ["Có ⟦30⟧ ngày.", "⟦?……⟧"]
    assert (report.dropped, report.gaps) == ((fallen("C3", "more"),), (gap("C4", "b", "u1", "u2"),))


def test_a_sentence_of_which_nothing_is_left_falls_away_and_is_reported() -> None:
    report = drafted(FULL, "[Làm {z} cầu[, {none} bè]].", "[mỗi đơn vị: {ten} {z}][{gone}]")

    assert report.paragraphs == ()
    assert report.dropped == (fallen("C2", "z", "none"), fallen("C3", "z", "gone"))
    assert report.gaps == (gap("C3", "gone", "u1", "u2", "u3"),)


# -- loops ---------------------------------------------------------------------------------------------------------

TURNS = """
    | code | label     | measure | Một | Hai | Ba | Bốn |
    | a    | Tuần tra  | lần     | 265 | 500 | 7  | 1   |
    | one  | Vụ        | vụ      | 0   | 4   | x  |     |
    | two  | Lượt      | lượt    | 10  |     | x  | 20  |
    | z    | Cầu       | cái     | 0   | 0   | 0  | 0   |
    | gone | Đò        | cái     |     |     |    |     |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuần tra ([mỗi đơn vị: {ten} {z}]) đều.", "Tuần tra đều."),
        (
            "Tuần tra ([mỗi đơn vị: {ten} {one} vụ]).",
            "Tuần tra (Hai ⟦4⟧ vụ)‹ (mới có 2/3 đơn vị; chưa có số của Bốn)›.",
        ),
        (
            "Tuần tra ([mỗi đơn vị: {ten} {a} lần[ với {two} lượt]]).",
            "Tuần tra (Một ⟦265⟧ lần với ⟦10⟧ lượt; Hai ⟦500⟧ lần; Ba ⟦7⟧ lần; Bốn ⟦1⟧ lần với ⟦20⟧ lượt).",
        ),
        ('[mỗi đơn vị (nối ", "): {ten_day_du}: {z!}].', "Hội Một: ⟦0⟧, Hội Hai: ⟦0⟧, Hội Ba: ⟦0⟧, Hội Bốn: ⟦0⟧."),
        (
            "[mỗi đơn vị: {ten} {two} lượt, {a/a@cum*100|phan_tram:1}].",
            "Một ⟦10⟧ lượt, ⟦34,3%⟧; Bốn ⟦20⟧ lượt, ⟦0,1%⟧‹ (mới có 2/3 đơn vị; chưa có số của Hai)›.",
        ),
        ("Có {a}[, trong đó: [mỗi đơn vị: {ten} {z}]].", "Có ⟦773⟧."),
        ("Có {a}[ gồm [mỗi đơn vị: {ten} {a}]].", "Có ⟦773⟧ gồm Một ⟦265⟧; Hai ⟦500⟧; Ba ⟦7⟧; Bốn ⟦1⟧."),
        ("[mỗi đơn vị: {ten} [{one} vụ | {two} lượt]].", "Một ⟦10⟧ lượt; Hai ⟦4⟧ vụ; Bốn ⟦20⟧ lượt."),
    ],
)
def test_a_loop_lists_the_units_that_have_all_their_figures(text: str, expected: str) -> None:
    (found,) = marked(drafted(TURNS, text))

    assert found == expected


def test_a_loop_over_one_unit_is_that_unit() -> None:
    report = drafted(
        """
        | code | label    | measure | Một |
        | a    | Tuần tra | lần     | 3   |
        """,
        "[mỗi đơn vị: {ten} {a} lần]. {cac_don_vi}.",
    )

    assert marked(report) == ["Một ⟦3⟧ lần. Một."]


def test_a_loop_over_no_unit_takes_its_sentence_with_it_unless_it_is_optional_or_in_parentheses() -> None:
    report = drafted(
        "| code | label | measure |\n| a | Tuần tra | lần |",
        "Tuần tra: [mỗi đơn vị: {ten} {a} lần]; hết.",
        "Tuần tra đều[: [mỗi đơn vị: {ten} {a} lần]]; hết.",
        "Tuần tra đều ([mỗi đơn vị: {ten} {a} lần]); hết.",
    )

    assert marked(report) == ["Tuần tra đều; hết.", "Tuần tra đều; hết."]
    assert report.dropped == (fallen("C2", "a"),)


def test_units_left_out_for_want_of_figures_are_reported_in_the_form_s_order() -> None:
    report = drafted(TURNS, "Có {a} ([mỗi đơn vị: {ten} {one}[, {two}]]; [mỗi đơn vị: {gone}]).")

    assert report.gaps == (
        gap("C2", "one", "u4"),
        gap("C2", "two", "u2"),
        gap("C2", "gone", "u1", "u2", "u3", "u4"),
    )


def test_units_left_out_of_a_list_of_figures_that_are_not_added_up_are_named_too() -> None:
    report = drafted(
        """
        | code | label  | measure      | Một | Hai | Ba | Bốn |
        | rate | Tỷ lệ  | % không cộng | 98  |     | x  |     |
        | note? | Lý do | lời văn      | mưa |     |    |     |
        """,
        "[mỗi đơn vị: {ten} {rate}].",
        "[mỗi đơn vị: {ten} do {note}].",
    )

    assert marked(report) == ["Một ⟦98%⟧‹ (chưa có số của Hai và Bốn)›.", "Một do mưa."]
    assert report.gaps == (gap("C2", "rate", "u2", "u4"),)


def test_a_computed_figure_is_reckoned_for_each_unit() -> None:
    report = drafted(
        """
        | code | label     | measure | Một | Hai | Ba  | Bốn |
        | a    | Tuần tra  | lần     | 265 | 500 | 0   | 1   |
        | two  | Lượt      | lượt    | 10  | 40  |     | 20  |
        | per  | Bình quân | lượt    | = two / a |
        | half | Một nửa   | lượt    | = per / 2 |
        """,
        "[mỗi đơn vị: {ten} {half@u4}/{per|so:2}].",
    )

    assert marked(report) == [
        "Một ⟦10⟧/⟦0,04⟧; Hai ⟦10⟧/⟦0,08⟧; Bốn ⟦10⟧/⟦20⟧‹ (mới có 3/4 đơn vị; chưa có số của Ba)›."
    ]


# -- whether a sentence is for now ---------------------------------------------------------------------------------


def test_a_sentence_whose_condition_does_not_hold_falls_away_and_is_reported() -> None:
    report = drafted(
        FULL,
        Line("Nhiều: {a}.", condition="a > 1000"),
        Line("Ít: {a}.", condition="a < 1000 + z"),
        Line("Đò: {a}.", condition="gone > 1"),
        Line("Bè: {a}.", condition="none"),
    )

    assert shown(report) == ["Nhiều: 1.865."]
    assert report.dropped == (fallen("C3", "a", "z"), fallen("C4", "gone"), fallen("C5", "none"))
    assert report.gaps == (gap("C4", "gone", "u1", "u2", "u3"),)


def test_a_sentence_for_other_periods_is_not_there_at_all() -> None:
    report = drafted(
        FULL, Line("Năm.", periods=("năm",)), Line("Sáu tháng.", periods=("6t", "9t")), period=Period(2024, Span.HALF)
    )

    assert (shown(report), report.dropped) == (["Sáu tháng."], ())


# -- the report as a whole -----------------------------------------------------------------------------------------


def test_headings_with_no_text_beneath_are_left_out_without_a_word() -> None:
    report = drafted(
        FULL,
        Line("BÁO CÁO", Style.TITLE),
        Line("I. Một", Style.HEADING_1),
        Line("1. Cầu", Style.HEADING_2),
        "Làm {z} cầu.",
        Line("2. Đất", Style.HEADING_2),
        "Hiến {b} m2.",
        Line("II. Hai", Style.HEADING_1),
        Line("a) Bè", Style.HEADING_3),
        Line("Đóng {none} bè.", Style.ITEM),
        Line("CỤM TRƯỞNG", Style.CAPACITY),
    )

    assert shown(report) == ["BÁO CÁO", "I. Một", "1. Đất", "Hiến 50 m2.", "CỤM TRƯỞNG"]
    assert report.dropped == (fallen("C5", "z"), fallen("C10", "none"))


def test_the_title_is_the_kind_and_the_subject_as_printed() -> None:
    report = drafted(FULL, Line("BÁO CÁO", Style.TITLE), Line("Kết quả {ky}, {a} ngày công", Style.SUBJECT), "Hết.")

    assert (report.title, report.basis) == ("BÁO CÁO Kết quả năm 2023, 1.865 ngày công", "basis")


def test_a_report_without_title_is_called_as_the_form_is() -> None:
    assert drafted(FULL).title == "Báo cáo năm 2023"


def test_a_title_of_a_figure_is_cut_so_that_its_brackets_stay_whole() -> None:
    report = drafted(
        """
        | code     | label                                                            | measure | Cao |
        | ngay_cong| Tổng số ngày công lao động tham gia xây dựng nông thôn mới đã góp | ngày    | 5   |
        | b        | Đất                                                              | m2      | 6   |
        """,
        "{ngay_cong} {ngay_cong@u1} {ngay_cong + b|so:1} {b + 1} {12}",
        cells={"ngay_cong@u1": "Tổng hợp!E20", "b": "Tổng hợp!E21"},
    )

    assert [figure.title for figure in figures_of(report)] == [
        "Tổng số ngày công lao động tham gia xây dựng nông t… [ngay_cong]",
        "Tổng số ngày công lao động tham g… · Tổng hợp!E20 [ngay_cong@u1]",
        "Tổng số ngày công lao động tham gia xây dựng… [ngay_cong+b|so:1]",
        "Đất [b+1]",
        "[12]",
    ]
    assert all(len(figure.title) <= LONGEST_TAG for figure in figures_of(report))
