"""Matrices, lists, plans and states: what stands in them, wherever their columns have gone."""

from dataclasses import replace
from decimal import Decimal

import drawing
import pytest
from returning import MODELS, PAPER, PERIOD, arrival, at, drawn, filled, number, received, values

from ccbdesk.engine.submissions.receiving import Received
from ccbdesk.engine.templates.planning import plan_common_template
from ccbdesk.model.book import Placed, TextCell
from ccbdesk.model.finding import (
    Finding,
    HiddenFigures,
    NotANumber,
    NotWhole,
    OutOfBounds,
    ReadAs,
    StateContradicts,
    UnknownRow,
    VagueQuantity,
    ValueMissing,
)
from ccbdesk.model.origin import CellOrigin, ColumnCode, IndicatorCode, Reading, RowKey
from ccbdesk.model.question import AmbiguousFigure
from ccbdesk.model.remark import Remark
from ccbdesk.model.submission import ListCell, ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Text, Value

CAPTION = "| Đơn vị báo cáo: | Hội CCB tỉnh Cao Bằng |"
STAMP = "_meta\n| bo_bieu_mau | lang-son-thu |"


def got_from(sheets: str, answers: dict[str, str] | None = None) -> Received:
    return received(drawn("a.xlsx", f"{sheets}\n{STAMP}"), answers=answers, form=PAPER)


def matrix(rows: str) -> Received:
    """Rows are drawn from row 4 on, the columns' figures are in D and E."""
    head = "|  |  |  | sl | tien |\n| Mã | STT | Chỉ tiêu | Số lượng (cuộc) | Kinh phí (triệu đồng) |"
    return got_from(f"Biểu 2\n{CAPTION}\n{head}\n{rows}")


def models(rows: str, answers: dict[str, str] | None = None) -> Received:
    """Rows are drawn from row 4 on: TT, name, capital, households."""
    head = "| | ten | von | ho |\n| TT | Tên mô hình | Vốn (triệu đồng) | Số hộ (hộ) |"
    return got_from(f"Mô hình\n{CAPTION}\n{head}\n{rows}", answers)


def list_readings(got: Received) -> list[tuple[Value, str, str]]:
    readings = [reading for reading in got.submissions[0].readings if reading.indicator.startswith("mh")]
    return [(each.value, each.as_typed, _cell_of(each)) for each in readings]


def _cell_of(reading: Reading) -> str:
    assert isinstance(reading.origin, CellOrigin)
    return reading.origin.cell


def in_matrix(cell: str, code: str | None, seen: str) -> Finding:
    return NotWhole(at(cell, code, seen, sheet="Biểu 2"))


# -- matrices ------------------------------------------------------------------------------------------------------


def test_every_cell_of_a_matrix_is_a_figure_of_its_own() -> None:
    got = matrix("""
        | hoi_thao | 1 | Hội thảo | 3 | 120.5 |
        | hoi_thi  | 2 | Hội thi  | x |       |
    """)

    assert values(got) == [
        {
            "hoi_thao_sl": number("3"),
            "hoi_thao_tien": number("120.5"),
            "hoi_thi_sl": NotApplicable(),
            "hoi_thi_tien": Blank(),
        }
    ]
    assert [_cell_of(reading) for reading in got.submissions[0].readings] == ["D4", "E4", "D5", "E5"]
    assert (got.findings, got.questions) == ((), ())


def test_a_matrix_without_codes_and_with_columns_moved_is_read_by_its_headings() -> None:
    got = got_from(f"""
        Biểu 2
        {CAPTION}
        | TT | Kinh phí | Nội dung | Số lượng |
        | 1  | 7.5      | Hội thi  | 2        |
    """)

    assert values(got) == [{"hoi_thi_sl": number("2"), "hoi_thi_tien": number("7.5")}]


def test_a_renamed_matrix_is_known_by_its_columns() -> None:
    got = got_from(f"Sheet1\n{CAPTION}\n| | | sl | tien |\n| Mã | Chỉ tiêu | A | B |\n| hoi_thi | | 2 | 3 |")

    assert values(got) == [{"hoi_thi_sl": number("2"), "hoi_thi_tien": number("3")}]


def test_what_is_wrong_with_a_cell_of_a_matrix_is_found_there() -> None:
    got = matrix("| hoi_thi | 2 | Hội thi | 1.2345 | nt |\n| hoi_thao | 1 | Hội thảo | 101 | |")

    assert got.findings == (
        in_matrix("D4", "hoi_thi_sl", "1,2345"),
        NotANumber(at("E4", "hoi_thi_tien", "nt", sheet="Biểu 2")),
    )


def test_bounds_hold_in_a_matrix_too() -> None:
    got = matrix("| hoi_thi | 2 | Hội thi | 101 | |")

    assert got.findings == (OutOfBounds(at("D4", "hoi_thi_sl", "101", sheet="Biểu 2"), None, Decimal(100)),)


def test_a_row_that_a_matrix_does_not_have_is_named_once_a_figure() -> None:
    got = matrix("| hoi_thi | 2 | Hội thi | 1 | |\n| | 3 | Chạy việt dã | 5 | |")

    assert got.findings == (
        UnknownRow(at("D5", None, "5", sheet="Biểu 2"), "Chạy việt dã – Số lượng", IndicatorCode("hoi_thi_sl")),
    )


# -- lists ---------------------------------------------------------------------------------------------------------


def test_the_rows_of_a_list_stand_as_they_were_written() -> None:
    got = models("| 1 | Vườn  mẫu | 120.5 | 3 |\n| 2 |  |  |  |\n| 3 | Tổ hợp tác | | x |")

    (digest,) = {
        reading.origin.digest for reading in got.submissions[0].readings if isinstance(reading.origin, CellOrigin)
    }

    def cell(column: str, value: Value, typed: str, place: str) -> ListCell:
        return ListCell(ColumnCode(column), value, typed, CellOrigin("a.xlsx", digest, "Mô hình", place))

    assert got.submissions[0].rows == (
        ListRow(
            MODELS,
            RowKey("461125"),
            (
                cell("ten", Text("Vườn mẫu"), "Vườn  mẫu", "B4"),
                cell("von", number("120.5"), "120,5", "C4"),
                cell("ho", number("3"), "3", "D4"),
            ),
        ),
        ListRow(
            MODELS,
            RowKey("209f6f"),
            (cell("ten", Text("Tổ hợp tác"), "Tổ hợp tác", "B6"), cell("ho", NotApplicable(), "x", "D6")),
        ),
    )
    assert (got.findings, got.questions) == ((), ())


def test_a_list_is_counted_and_its_added_columns_are_summed() -> None:
    got = models("| 1 | Vườn mẫu | 120.5 | |\n| 2 | Ao cá | trên 30 | |\n| 3 | Nuôi ong | | |")

    over = Number(Decimal("150.5"), Exactness.OVER)
    assert list_readings(got) == [(number("3"), "3 dòng", "B4:B6"), (over, "150,5", "C4:C5")]
    thirty = Number(Decimal(30), Exactness.OVER)
    told = at("C5", "mh_von", "trên 30", sheet="Mô hình")
    assert got.findings == (ReadAs(told, "triệu đồng", thirty, (Remark.APPROXIMATE,)),)


@pytest.mark.parametrize(
    ("rows", "readings"),
    [
        ("| 1 | | | |", [(number("0"), "0 dòng", "B4"), (number("0"), "0", "C4")]),
        ("", [(number("0"), "0 dòng", "B4"), (number("0"), "0", "C4")]),
        ("| 1 | Ao cá | | |", [(number("1"), "1 dòng", "B4"), (Blank(), "", "C4")]),
        ("| 1 | Ao cá | hàng trăm | |", [(number("1"), "1 dòng", "B4"), (Text("hàng trăm"), "hàng trăm", "C4")]),
    ],
)
def test_an_empty_list_is_none_and_a_column_without_figures_is_unknown(
    rows: str, readings: list[tuple[Value, str, str]]
) -> None:
    assert list_readings(models(rows)) == readings


def test_a_list_that_is_not_there_says_nothing() -> None:
    got = matrix("| hoi_thi | 2 | Hội thi | 1 | |")

    assert (list_readings(got), got.submissions[0].rows) == ([], ())


def test_rows_of_one_name_have_keys_of_their_own() -> None:
    got = models("| 1 | Ao cá | 1 | |\n| 2 | AO CÁ | 2 | |\n| 3 | Ao cá | 3 | |")

    first, second, third = (row.key for row in got.submissions[0].rows)
    assert (second, third) == (f"{first[:5]}b", f"{first[:5]}c")


def test_totals_and_signatures_are_no_rows() -> None:
    got = models("| 1 | Ao cá | 1 | |\n| 2 | | | |\n| | Tổng cộng | 1 | |\n| |\n| | Người lập biểu | | |")

    assert [[cell.as_typed for cell in row.cells] for row in got.submissions[0].rows] == [["Ao cá", "1"]]


def test_what_a_row_must_say_is_missed_at_its_cell() -> None:
    got = models("| 1 | | 12 | |")

    assert got.findings == (ValueMissing(at("B4", sheet="Mô hình")),)


def test_a_fault_in_an_added_column_keeps_its_sum_back() -> None:
    got = models("| 1 | Ao cá | nt | |\n| 2 | Vườn | 5 | 1.2345 |")

    assert got.findings == (
        NotANumber(at("C4", "mh_von", "nt", sheet="Mô hình")),
        NotWhole(at("D5", None, "1,2345", sheet="Mô hình")),
    )


def test_words_for_a_figure_are_told_of() -> None:
    got = models("| 1 | Ao cá | hàng trăm | |")

    assert got.findings == (VagueQuantity(at("C4", "mh_von", "hàng trăm", sheet="Mô hình")),)


def test_a_figure_of_a_list_with_two_meanings_is_asked_about_and_settled() -> None:
    asked = models('| 1 | Ao cá | "5-7" | |')
    (question,) = asked.questions

    settled = models('| 1 | Ao cá | "5-7" | |', {question.id: "7"})

    assert isinstance(question, AmbiguousFigure)
    assert question.where == at("C4", "mh_von", "5-7", sheet="Mô hình")
    assert list_readings(settled)[1] == (number("7"), "7", "C4")


def test_hidden_rows_of_a_list_are_told_of() -> None:
    book = drawing.workbook(f"Mô hình\n{CAPTION}\n| TT | Tên mô hình | Vốn | Số hộ |\n| 1 | Ao cá | | |\n{STAMP}")
    listing, stamp = book.grids
    hidden = replace(listing, cells=tuple(replace(cell, is_hidden=cell.row == 3) for cell in listing.cells))

    got = received(arrival("a.xlsx", replace(book, grids=(hidden, stamp))), form=PAPER)

    assert got.findings == (HiddenFigures(at("", sheet="Mô hình"), ("B3",)),)


# -- plans and states ----------------------------------------------------------------------------------------------


def planned(figure: str, plan: str = "", state: str = "", code: str = "ket_nap") -> Received:
    """The figure stands in D3, the plan in C3."""
    head = "| Mã | Chỉ tiêu | Kế hoạch | Số liệu | Tình trạng | Kiểm tra |"
    return got_from(f"Biểu 1\n{CAPTION}\n{head}\n| {code} | | {plan} | {figure} | {state} | Phải xem lại. |")


def plans(got: Received) -> list[tuple[str, Value, str, str]]:
    return [(each.indicator, each.value, each.as_typed, _cell_of(each)) for each in got.submissions[0].plans]


def test_a_plan_is_read_beside_the_figure() -> None:
    got = planned("12", "20")

    assert (values(got), plans(got)) == ([{"ket_nap": number("12")}], [("ket_nap", number("20"), "20", "C3")])
    assert (got.findings, got.questions) == ((), ())


def test_a_target_behind_the_figure_is_its_plan_unless_another_is_written() -> None:
    beside, written = planned('"1.757/1.800"'), planned('"1.757/1.800"', "1900")

    assert plans(beside) == [("ket_nap", number("1800"), "1.757/1.800", "D3")]
    assert plans(written) == [("ket_nap", number("1900"), "1.900", "C3")]


def test_a_faulty_plan_is_found_at_its_own_cell() -> None:
    got = planned("12", "như trên")

    assert values(got) == [{"ket_nap": number("12")}]
    assert got.findings == (NotANumber(at("C3", None, "như trên")),)


def test_what_is_not_planned_has_no_plan() -> None:
    got = planned("12", "20", code="dang_vien")

    assert (values(got), plans(got)) == ([{"dang_vien": number("12")}], [])


@pytest.mark.parametrize(
    ("figure", "state", "value"),
    [
        ("12", "số ước", Number(Decimal(12), Exactness.ESTIMATED)),
        ("trên 12", "Ước tính", Number(Decimal(12), Exactness.OVER)),
        ("", "số ước", Blank()),
        ("", "không có nhiệm vụ", NotApplicable()),
        ("x", "không có nhiệm vụ", NotApplicable()),
        ("", "Chưa có số", Blank()),
        ("12", "đã ký", number("12")),
    ],
)
def test_what_is_said_beside_a_figure_counts(figure: str, state: str, value: Value) -> None:
    got = planned(figure, state=state)

    assert values(got) == [{"ket_nap": value}]
    assert [type(finding) for finding in got.findings] == ([ReadAs] if figure.startswith("trên") else [])


@pytest.mark.parametrize(
    ("figure", "state", "value"),
    [
        ("12", "không có nhiệm vụ", number("12")),
        ("0", "không có nhiệm vụ", number("0")),
        ("12", "chưa có số", number("12")),
        ("x", "chưa có số", NotApplicable()),
        ("x", "số ước", NotApplicable()),
    ],
)
def test_a_figure_stands_where_what_is_said_contradicts_it(figure: str, state: str, value: Value) -> None:
    got = planned(figure, state=state)

    assert values(got) == [{"ket_nap": value}]
    assert got.findings == (StateContradicts(at("D3", "ket_nap", figure), state),)


# -- whole templates -----------------------------------------------------------------------------------------------


def test_words_of_forty_lines_are_kept_whole() -> None:
    lines = "\\n".join(f"Dòng thứ {line} của ý kiến" for line in range(1, 41))

    got = got_from(f"Lời văn\n{CAPTION}\n| Mã | Chỉ tiêu | Số liệu |\n| y_kien | Ý kiến | {lines} |")

    assert values(got) == [{"y_kien": Text(lines.replace("\\n", "\n"))}]


def test_a_common_template_is_known_by_the_name_chosen_in_it() -> None:
    book = plan_common_template(PAPER, PERIOD, None)
    first = book.sheets[0]
    chosen = Placed(2, 3, TextCell("Hội CCB tỉnh Bắc Kạn"), 2)
    cells = tuple(chosen if (each.row, each.column) == (2, 3) else each for each in first.cells)
    book = replace(book, sheets=(replace(first, cells=cells), *book.sheets[1:]))

    blank, named = (
        received(arrival("a.xlsx", filled(each, {"hoi_vien": Decimal(5)})), form=PAPER)
        for each in (plan_common_template(PAPER, PERIOD, None), book)
    )

    assert [type(question).__name__ for question in blank.questions] == ["UnknownUnit"]
    assert [each.unit for each in named.submissions] == [UnitId("bac_kan")]
    assert named.submissions[0].value(IndicatorCode("hoi_vien")) == number("5")
    assert (named.findings, named.questions) == ((), ())
