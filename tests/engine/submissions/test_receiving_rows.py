"""Where figures stand: rows and columns that were moved, doubled, hidden, relabelled or made up."""

from dataclasses import replace

import drawing
import pytest
from returning import CAO_BANG, arrival, at, drawn, number, received, received_rows, table, values

from ccbdesk.model.finding import HiddenFigures, UnknownRow
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.question import DoubtfulRow
from ccbdesk.model.value import Blank, Unreadable


def codes(*names: str) -> tuple[IndicatorCode, ...]:
    return tuple(IndicatorCode(name) for name in names)


@pytest.mark.parametrize(
    "text",
    [
        """
        Trang tính 1
        | Hội CCB tỉnh Cao Bằng |
        | TT | Chỉ tiêu         | Kết quả | ĐVT |
        | 1  | Tổng số hội viên | 10      |     |
        | 2  | Đảng viên        | 7       |     |
        """,
        """
        Sheet1 @ C9
        | Đơn vị: Hội CCB Cao Bằng |
        |
        | Số liệu | MÃ SỐ    | Đơn vị tính |
        | 10      | HOI_VIEN | người       |
        | 7       | dang_vien |            |
        """,
        """
        Biểu 1
        | Đơn vị báo cáo | Cao Bằng |
        | Mã | Chỉ tiêu | Số liệu (người) |
        | (1) | (2) | (3) |
        | | Tổng số hội viên | 10 |
        | | Dòng chèn thêm | |
        | dang_vien | Đảng viên của Hội | 7 |
        | Mã | Chỉ tiêu | Số liệu |
        | | NGƯỜI LẬP BIỂU | "Nguyễn Văn A" |
        """,
        """
        Biểu 1
        | Đơn vị báo cáo | Cao Bằng |
        | Nội dung | Kết quả năm 2023 |
        | 1. Tổng số hội viên | 10 |
        | - Trong đó: đảng viên | 7 |
        """,
    ],
)
def test_figures_are_found_wherever_rows_and_columns_were_moved(text: str) -> None:
    got = received(drawn("a.xlsx", text))

    assert (values(got), got.findings, got.questions) == (
        [{"hoi_vien": number("10"), "dang_vien": number("7")}],
        (),
        (),
    )


def test_labels_that_repeat_are_told_apart_by_what_stands_above_them() -> None:
    got = received_rows("""
        | | | Đảng viên        | | 7  |
        | | | Nữ               | | 2  |
        | | | Tổng số hội viên | | 10 |
        | | | Nữ               | | 4  |
    """)

    assert values(got) == [
        {"hoi_vien": number("10"), "hoi_vien_nu": number("4"), "dang_vien": number("7"), "dang_vien_nu": number("2")}
    ]


def test_a_label_nothing_tells_apart_is_asked_about() -> None:
    got = received_rows("| | | I. Tổ chức | | |\n| | | Nữ | | 4 |\n| dang_vien | | | | 7 |")

    assert got.questions == (
        DoubtfulRow(
            QuestionId("dong-cao_bang-E5-806d"), at("E5", None, "4"), "Nữ", codes("hoi_vien_nu", "dang_vien_nu")
        ),
    )
    assert values(got) == [{"hoi_vien_nu": Unreadable("4"), "dang_vien": number("7"), "dang_vien_nu": Unreadable("4")}]


CONTRADICTION = """
    | hoi_vien  | | Tổng số hội viên | | 10 |
    | dang_vien | | Quỹ Hội          | | 7  |
"""
CONTRADICTED = QuestionId("dong-cao_bang-E5-3951")


def test_a_code_and_a_label_that_contradict_each_other_are_asked_about() -> None:
    got = received_rows(CONTRADICTION)

    assert got.questions == (DoubtfulRow(CONTRADICTED, at("E5", None, "7"), "Quỹ Hội", codes("dang_vien", "quy")),)
    assert values(got) == [{"hoi_vien": number("10"), "dang_vien": Unreadable("7"), "quy": Unreadable("7")}]
    assert got.findings == ()


@pytest.mark.parametrize(
    ("choice", "found"), [("quy", {"quy": number("7")}), ("dang_vien", {"dang_vien": number("7")}), ("bo_qua", {})]
)
def test_an_answer_settles_whose_row_it_is(choice: str, found: dict[str, object]) -> None:
    got = received_rows(CONTRADICTION, {CONTRADICTED: choice})

    assert (values(got), got.questions) == ([{"hoi_vien": number("10"), **found}], ())


def test_a_row_in_doubt_without_a_figure_is_passed_over() -> None:
    got = received_rows(CONTRADICTION.replace("7", " "))

    assert (values(got), got.questions) == ([{"hoi_vien": number("10")}], ())


DOUBLED = """
    | hoi_vien | | Tổng số hội viên | | 10 |
    | hoi_vien | | Tổng số hội viên | | 12 |
    | hoi_vien | | Tổng số hội viên | | 10 |
    | hoi_vien | | Tổng số hội viên | |    |
"""
DOUBLE = QuestionId("dong-cao_bang-E5-525d")


def test_an_indicator_on_two_rows_with_different_figures_is_asked_about() -> None:
    got = received_rows(DOUBLED)

    assert got.questions == (DoubtfulRow(DOUBLE, at("E5", None, "12"), "Tổng số hội viên", codes("hoi_vien")),)
    assert values(got) == [{"hoi_vien": Unreadable("10")}]


@pytest.mark.parametrize(("choice", "amount"), [("hoi_vien", "12"), ("bo_qua", "10")])
def test_an_answer_puts_the_later_row_in_the_first_ones_place_or_drops_it(choice: str, amount: str) -> None:
    got = received_rows(DOUBLED, {DOUBLE: choice})

    assert (values(got), got.questions) == ([{"hoi_vien": number(amount)}], ())


def test_answers_that_name_two_rows_for_one_indicator_settle_nothing() -> None:
    rows = DOUBLED + "| hoi_vien | | Tổng số hội viên | | 13 |"
    everything: dict[str, str] = {question.id: "hoi_vien" for question in received_rows(rows).questions}

    got = received_rows(rows, everything)

    assert (len(everything), values(got), len(got.questions)) == (2, [{"hoi_vien": Unreadable("10")}], 2)


def test_the_same_figure_on_two_rows_is_used_once() -> None:
    got = received_rows("| hoi_vien | | | | |\n| hoi_vien | | | | 10 |\n| | | Tổng số hội viên | | 10 |")

    assert (values(got), got.questions) == ([{"hoi_vien": number("10")}], ())


def test_the_sheet_with_the_forms_name_goes_before_a_copy_of_it() -> None:
    copy = table("| hoi_vien | | | | 10 |")
    text = copy.replace("Biểu 1", "Biểu 1 (2)") + copy.replace("| 10 |", "| 12 |")

    got = received(drawn("a.xlsx", text))

    assert values(got) == [{"hoi_vien": Unreadable("12")}]
    assert [question.where.sheet for question in got.questions] == ["Biểu 1 (2)"]


def test_a_figure_in_a_row_nobody_knows_is_never_lost_in_silence() -> None:
    rows = """
        | hoi_vien | | Tổng số hội viên | | 10 |
        | la       | | Quỹ của Hội      | | 5  |
        |          | | Chuyện khác      | | "6 việc" |
        |          | |                  | | 8  |
        | quy      | | Quỹ Hội          | | 1  |
        |          | |                  | | 9  |
        |          | | Tiền chi         | | 30 |
        |          | | Thủ trưởng       | | ký tên |
    """

    got = received(drawn("a.xlsx", f"{table(rows)}\n_meta\n| bo_bieu_mau | lang-son-thu |"))

    assert got.findings == (
        UnknownRow(at("E5", None, "5"), "Quỹ của Hội", IndicatorCode("quy")),
        UnknownRow(at("E6", None, "6 việc"), "Chuyện khác", None),
        UnknownRow(at("E7", None, "8"), "", None),
        UnknownRow(at("E10", None, "30"), "Tiền chi", None),
    )
    assert values(got) == [{"hoi_vien": number("10"), "quy": number("1")}]


def test_a_figure_for_a_task_the_unit_does_not_have_is_told_unless_it_is_zero() -> None:
    told = received_rows("| hoi_vien | | | | 1 |\n| tau_ca | | Tàu cá | | 3 |")
    silent = received_rows("| hoi_vien | | | | 1 |\n| tau_ca | | Tàu cá | | 0 |")

    assert told.findings == (UnknownRow(at("E5", None, "3"), "Tàu cá", IndicatorCode("tau_ca")),)
    assert (values(told), values(silent), silent.findings) == (
        [{"hoi_vien": number("1")}],
        [{"hoi_vien": number("1")}],
        (),
    )


def test_what_is_computed_anyway_is_passed_over() -> None:
    got = received_rows("| hoi_vien | | | | 1 |\n| binh_quan | | Quỹ bình quân | | 3 |")

    assert (values(got), got.findings) == ([{"hoi_vien": number("1")}], ())


def test_hidden_figures_are_read_and_told_once_a_sheet() -> None:
    book = drawing.workbook(table("| hoi_vien | | | | 10 |\n| quy | | | | 7 |\n| duong | | | | |"))
    grid = book.grids[0]
    hidden = replace(grid, cells=tuple(replace(cell, is_hidden=cell.row >= 5) for cell in grid.cells))

    some = received(arrival("a.xlsx", replace(book, grids=(hidden,))))
    whole = received(arrival("a.xlsx", replace(book, grids=(replace(grid, is_hidden=True),))))

    assert some.findings == (HiddenFigures(at(""), ("E5",)),)
    assert whole.findings == (HiddenFigures(at(""), ("E4", "E5")),)
    assert values(some) == values(whole) == [{"hoi_vien": number("10"), "quy": number("7"), "duong": Blank()}]


def test_a_section_heading_is_no_row() -> None:
    got = received_rows("| | | I. Tổ chức | | |\n| hoi_vien | | | | 1 |\n| | II. Kinh tế |\n| quy | | | | 2 |")

    assert (values(got), got.findings) == ([{"hoi_vien": number("1"), "quy": number("2")}], ())


def test_every_submission_is_of_the_unit_it_was_read_for() -> None:
    assert [each.unit for each in received_rows("| hoi_vien | | | | 1 |").submissions] == [CAO_BANG]
