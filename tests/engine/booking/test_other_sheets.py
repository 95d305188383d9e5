"""Tests of the sheets of units, lists, words and charts: each drawn whole, with what makes it hard."""

from dataclasses import replace

import office
from book_drawing import drawn, named
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.booking.narratives import portions
from ccbdesk.engine.booking.pages import unit_pages
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.book import Book, TextCell
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.finding import ErrorInCell, Finding, Where
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.question import AmbiguousFigure
from ccbdesk.model.unit import UnitId

FIGURES = """
    | STT | Mã   | Biểu  | Mục | Tên số liệu  | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức | Nổi bật |
    | 1   | to   | bieu  | A   | Tổ           | tổ          | số nguyên    | Cộng – phát sinh |           | x       |
    | 2   | no   | bieu  | A   | Nợ           | triệu đồng  | tiền         | Cộng – phát sinh |           |         |
    |     | bq   | bieu  | A   | Bình quân    | triệu đồng  | số thập phân | Tỷ lệ            | no/to     | x       |
    |     | cach | bieu  | B   | Cách làm hay |             | lời văn      |                  |           |         |
    |     | noi  | phieu |     | Nơi họp      |             | lời văn      |                  |           |         |
"""
TABLE = """
    | mã   | cum     | u1     | u2  |
    | to   |         | #REF!  | 4   |
    | no   |         | 9      |     |
    | cach |         | Nuôi ong |   |
    | noi  | Hội trường |     |     |
"""
ERROR = ErrorInCell(Where("u1.xlsx", UnitId("u1"), "Biểu", "E6", IndicatorCode("to"), "#REF!"))


def merged(*findings: Finding) -> Consolidation:
    form = office.with_list(office.form(FIGURES))
    own, one, two = office.returns(form, TABLE)
    one = office.with_rows(one, "ds", "| ten | so |\n| Vườn | 3 |\n| Ao | |")
    two = office.with_rows(two, "ds", "| ten | so |\n| Rừng | 4 |")
    return consolidate(form, office.PERIOD, (own, one, two), findings, Basis("b"))


def book(consolidation: Consolidation, checks: Checks | None = None) -> Book:
    return plan_book(consolidation, checks or Checks((), (), ()))


def test_a_units_sheet_shows_what_was_read_and_what_is_said_of_it() -> None:
    asked = AmbiguousFigure(
        QuestionId("q"),
        Where("u1.xlsx", UnitId("u1"), "Biểu", "E7", IndicatorCode("no"), "9"),
        "triệu đồng",
        (office.number("9"), office.number("9000")),
    )

    planned = book(merged(ERROR), Checks((ERROR,), (asked,), ()))

    assert drawn(planned, "Một", 1) == [
        "Hội xã Một: số liệu năm 2023",
        "Tạm tính, 2/3 đơn vị; chưa có báo cáo của Ba.",
        "Tệp: u1.xlsx.",
        "Mã | TT | Chỉ tiêu | Đơn vị tính | Số liệu | Ghi trong tệp | Tình trạng | Ghi chú",
        "A",
        (
            "to | 1 | Tổ | tổ | ='Tổng hợp'!E7 → #REF!! | #REF! | chưa dùng được | "
            "Excel báo lỗi #REF!. Ô này chưa có số liệu; đề nghị sửa công thức hoặc ghi số."
        ),
        (
            "no | 2 | Nợ | triệu đồng | ='Tổng hợp'!E8 → 9 | 9 | có | Ghi “9”, có thể hiểu là 9 triệu đồng hay "
            "9.000 triệu đồng. Đề nghị xác nhận; khi chưa xác nhận thì coi là chưa có số."
        ),
        "bq |  | Bình quân | triệu đồng | ='Tổng hợp'!E9 → …… |  | tự tính | ",
    ]


def test_the_rows_of_a_list_stand_together_with_their_units_and_their_sum() -> None:
    consolidation = merged()
    planned = book(consolidation)

    assert drawn(planned, "Danh sách", 1) == [
        "MÔ HÌNH",
        "Tạm tính, 2/3 đơn vị; chưa có báo cáo của Ba.",
        "TT | Đơn vị | Tên | Số hộ (hộ)",
        "1 | Một | Vườn | 3",
        "2 | Một | Ao | ",
        "3 | Hai | Rừng | 4",
        " | Toàn Cụm |  | =SUM(D4:D6) → 7",
    ]
    assert {name: place for name, place in places(consolidation).items() if name.startswith("ds.")} == {
        "ds.r1.ten@u1": "Danh sách!C4",
        "ds.r1.so@u1": "Danh sách!D4",
        "ds.r2.ten@u1": "Danh sách!C5",
        "ds.r1.ten@u2": "Danh sách!C6",
        "ds.r1.so@u2": "Danh sách!D6",
    }
    assert [line for line in drawn(planned, "Nguồn số liệu", 4) if line.startswith("ds.")][:2] == [
        "ds.r1.ten | Mô hình – Tên | u1 | Một | Vườn |  | Vườn | có | u1.xlsx | ds | B9 |  |  | u1",
        "ds.r1.so | Mô hình – Số hộ | u1 | Một | 3 | hộ | 3 | có | u1.xlsx | ds | C9 |  |  | u1",
    ]


def test_each_of_several_lists_has_its_sheet_and_an_empty_one_says_so() -> None:
    form = office.with_list(office.with_list(office.form(FIGURES)), "dx", "Đề xuất, kiến nghị: rất dài / quá dài")

    planned = book(consolidate(form, office.PERIOD, (), (), Basis("b")))

    names = [sheet.name for sheet in planned.sheets if sheet.name.startswith("Danh sách")]
    assert names == ["Danh sách Mô hình", "Danh sách Đề xuất, kiến nghị rấ"]
    assert drawn(planned, names[0], 4) == ["Không có."]


def test_words_stand_by_what_was_asked_and_the_silent_are_named() -> None:
    assert drawn(book(merged()), "Nội dung", 3) == [
        "Đơn vị | Nội dung | Trang | Ô",
        "Cách làm hay",
        "Một | Nuôi ong | Biểu | E8",
        " | Chưa có nội dung: Hai. |  | ",
        "Nơi họp",
        "Cụm thử | Hội trường | Phiếu kỳ | E6",
    ]


def test_a_headline_figure_has_a_chart_on_the_cells_of_the_summary() -> None:
    sheet = named(book(merged()), "Biểu đồ")

    assert [
        (chart.row, chart.column, chart.title, chart.measure, chart.names, chart.values) for chart in sheet.charts
    ] == [
        (3, 1, "Tổ", "tổ", "'Tổng hợp'!$E$5:$G$5", "'Tổng hợp'!$E$7:$G$7"),
        (3, 2, "Bình quân", "triệu đồng", "'Tổng hợp'!$E$5:$G$5", "'Tổng hợp'!$E$9:$G$9"),
    ]


def test_charts_stand_below_each_other_where_names_or_figures_are_long() -> None:
    def places_of(consolidation: Consolidation) -> list[tuple[int, int, int]]:
        return [(chart.row, chart.column, chart.width) for chart in named(book(consolidation), "Biểu đồ").charts]

    usual = merged()
    units = tuple(replace(unit, short_name=f"{unit.short_name} của một tỉnh có tên dài") for unit in usual.form.units)
    form = office.form(FIGURES)
    large = consolidate(form, office.PERIOD, office.returns(form, "| | u1 |\n| to | 1000000000 |"), (), Basis("b"))

    assert places_of(usual) == [(3, 1, 410), (3, 2, 410)]
    for long in (replace(usual, form=replace(usual.form, units=units)), large):
        assert places_of(long) == [(3, 1, 820), (12, 1, 820)]


def test_the_digest_of_a_file_is_on_the_screen_and_not_on_paper() -> None:
    sheet = named(book(merged()), "Nguồn số liệu")

    headings = [placed.cell.text for placed in sheet.cells if placed.row == 3 and isinstance(placed.cell, TextCell)]
    assert headings[sheet.printed_columns :] == ["Mã SHA-256 của tệp"]


def test_names_of_units_make_names_of_sheets_that_excel_takes() -> None:
    form = office.of_units(office.form(FIGURES), 6)
    wanted = ("Kiểm tra", "A/B: [c]?*", "An", "AN", "'", "Một tên gọi dài hơn ba mươi mốt ký tự")
    units = tuple(replace(unit, short_name=name) for unit, name in zip(form.units, wanted, strict=True))

    assert list(unit_pages(replace(form, units=units)).names.values()) == [
        "Kiểm tra 2",
        "A B c",
        "An",
        "AN 2",
        "Đơn vị",
        "Một tên gọi dài hơn ba mươi mốt",
    ]


@given(st.lists(st.text("ab .\n", max_size=5000), max_size=3).map("".join))
def test_long_words_lose_nothing_when_they_are_cut_into_portions(words: str) -> None:
    found = portions(words)

    assert "".join("".join(found).split()) == "".join(words.split())
    assert all(len(portion) <= 2200 and portion.count("\n") < 20 for portion in found)
