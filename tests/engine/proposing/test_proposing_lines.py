"""Tests of what single lines, heads and cells of a template are taken for; each template is drawn in the test."""

from dataclasses import replace

import drawing
import pytest

from ccbdesk.engine.proposing.codes import Codes
from ccbdesk.engine.proposing.proposing import propose
from ccbdesk.model.form import Adding, Kind, SheetKind
from ccbdesk.model.layout import Area, Place, SheetLayout
from ccbdesk.model.proposal import About, Certainty, Proposal, ProposedFigure


def proposed(drawn: str, *layouts: SheetLayout) -> Proposal:
    """Return what is proposed from a drawing; layouts are found by the names of their sheets."""
    return propose(drawing.workbook(drawn), layouts, "mẫu.xlsx")


def figures(proposal: Proposal) -> tuple[ProposedFigure, ...]:
    """Return the figures of the template, without those of the cluster's own sheet."""
    return tuple(figure for figure in proposal.figures if figure.row)


def about(proposal: Proposal, what: About) -> list[tuple[str, str, str]]:
    """Return cell, words and proposal of the remarks about something."""
    return [(remark.cell, remark.seen, remark.proposed) for remark in proposal.remarks if remark.about is what]


def wholes(proposal: Proposal) -> dict[str, str]:
    """Return of which label each label is a part."""
    labels = {figure.code: figure.label for figure in proposal.figures}
    return {figure.label: labels[figure.parent] for figure in figures(proposal) if figure.parent}


TABLE = """
    Biểu
    | STT | Nội dung | ĐVT | Kết quả |
"""


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("| 1 | Hội viên | người | |\n | 1.1 | Mới kết nạp | người | |", {"Mới kết nạp": "Hội viên"}),
        ("| 1 | Hội viên | người | |\n | a | Nam | người | |\n | b | Nữ | người | |", {"Nam": "Hội viên", "Nữ": "Hội viên"}),
        ("| 1 | Hội viên | người | |\n | | - Nam | người | |\n | | + Nữ | người | |", {"Nam": "Hội viên", "Nữ": "Nam"}),
        ("| 1 | Hội viên | người | |\n | | Trong đó: nữ | người | |\n | 2 | Hộ | hộ | |", {"nữ": "Hội viên"}),
        ("| 1 | Hội viên | người | |\n | | Trong đó: | | |\n | | Nam | người | |\n | 2 | Khách | người | |", {"Nam": "Hội viên"}),
        ("| 1 | Nhà | căn | |\n | 1.1 | Kinh phí | triệu đồng | |", {}),
        ("| 1 | Nam | người | |\n | 2 | Nữ | người | |", {}),
        ("| I | XÃ | | |\n | 1 | Nam | người | |\n | II | HUYỆN | | |\n | 1.1 | Nữ | người | |", {}),
    ],
)  # fmt: skip
def test_parts_are_told_by_numbers_dashes_and_trong_do(lines: str, parts: dict[str, str]) -> None:
    assert wholes(proposed(TABLE + lines)) == parts


def test_parts_are_told_by_indents_where_there_are_no_numbers() -> None:
    drawn = """
        Biểu
        | Nội dung        | ĐVT   | Kết quả |
        | Hội viên        | người |         |
        | "   Hội viên nữ" | người |         |
        | Hộ              | hộ    |         |
    """
    blanks = proposed(drawn)
    cells = proposed(drawn.replace('"   Hội viên nữ"', "Hội viên nữ"), SheetLayout("Biểu", indents={Place(3, 1): 1}))

    assert wholes(blanks) == wholes(cells) == {"Hội viên nữ": "Hội viên"}


def test_a_section_is_no_figure_and_stands_over_those_beneath_it() -> None:
    proposal = proposed(
        TABLE
        + """
        | I  | CÔNG TÁC HỘI |       | |
        | 1  | Hội viên     | người | |
        | II | VỐN VAY      |       | |
        | 1  | Dư nợ        | tr.đ  | |
    """
    )

    assert [(f.section, f.label, f.cell) for f in figures(proposal)] == [
        ("I. CÔNG TÁC HỘI", "Hội viên", "D3"),
        ("II. VỐN VAY", "Dư nợ", "D5"),
    ]


def test_a_measure_is_taken_from_column_brackets_corner_or_the_line_above() -> None:
    proposal = proposed("""
        Biểu
        |     |                 |       | Đơn vị tính: triệu đồng |
        | STT | Nội dung        | ĐVT   | Kết quả |
        | 1   | Hội viên        | người |         |
        | 2   | Đảng viên       | "nt"  |         |
        | 3   | Nhà mới (căn)   |       |         |
        | 4   | Quỹ nghĩa tình  |       |         |
    """)

    assert [(f.label, f.measure, f.kind) for f in figures(proposal)] == [
        ("Hội viên", "người", Kind.INTEGER),
        ("Đảng viên", "người", Kind.INTEGER),
        ("Nhà mới", "căn", Kind.INTEGER),
        ("Quỹ nghĩa tình", "triệu đồng", Kind.MONEY),
    ]
    assert about(proposal, About.MEASURE_INHERITED) == [("B6", "Quỹ nghĩa tình", "triệu đồng")]


def test_a_figure_without_a_measure_is_on_the_list() -> None:
    proposal = proposed("Biểu\n | STT | Nội dung | Kết quả |\n | 1 | Kinh phí | |\n | 2 | Số buổi | |")

    assert [f.measure for f in figures(proposal)] == ["", ""]
    assert about(proposal, About.MEASURE_MISSING) == [("B2", "Kinh phí", ""), ("B3", "Số buổi", "")]


@pytest.mark.parametrize(
    ("formula", "adding", "said"),
    [
        ("SUM(D3:D4)", Adding.FORMULA, "so_nam + nu"),
        ("D3+D4", Adding.FORMULA, "so_nam + nu"),
        ("D3-D4", Adding.FORMULA, "so_nam - nu"),
        ("IF(D4=0,0,D3/D4)", Adding.RATIO, "so_nam / nu"),
        ("IFERROR(D3/D4*100,0)", Adding.RATIO, "so_nam / nu * 100"),
    ],
)
def test_a_formula_of_the_template_becomes_one_of_the_form(formula: str, adding: Adding, said: str) -> None:
    lines = "| 1 | Chung | người | = 0 |\n | 2 | Nam | người | |\n | 3 | Nữ | người | |"
    proposal = proposed(TABLE + lines, SheetLayout("Biểu", formulas={Place(2, 4): formula}))

    assert [(f.adding, f.formula) for f in figures(proposal) if f.is_total] == [(adding, said)]


@pytest.mark.parametrize("formula", ["VLOOKUP(B2,X:Y,2)", "D3*2%", "Khác!D3", "SUM(H1:H9)", "D2+1", ""])
def test_a_line_with_a_formula_nobody_can_tell_is_left_out_and_on_the_list(formula: str) -> None:
    lines = "| 1 | Chung | người | = 0 |\n | 2 | Nam | người | |"
    proposal = proposed(TABLE + lines, SheetLayout("Biểu", formulas={Place(2, 4): formula}))

    assert [f.label for f in figures(proposal)] == ["Nam"]
    assert about(proposal, About.FORMULA_UNREAD) == [("D2", "Chung", f"={formula}")]


def test_a_total_that_is_typed_is_found_by_arithmetic() -> None:
    lines = "| 1 | Tổng số | cái | 7 |\n | 2 | Bàn | cái | 3 |\n | 3 | Ghế | cái | 4 |\n | 4 | Tủ | cái | 2 |"
    proposal = proposed(TABLE + lines)

    assert wholes(proposal) == {"Bàn": "Tổng số", "Ghế": "Tổng số"}
    assert [f.label for f in figures(proposal) if f.is_exhaustive] == ["Tổng số"]
    assert about(proposal, About.TOTAL_BY_ARITHMETIC) == [("D2", "Tổng số", "Bàn; Ghế")]


def test_a_part_larger_than_its_whole_is_no_part_and_on_the_list() -> None:
    proposal = proposed(TABLE + "| 1 | Hội viên | người | 7 |\n | 1.1 | Lượt khách | người | 9 |")

    assert wholes(proposal) == {}
    assert about(proposal, About.PART_TOO_LARGE) == [("D2", "Hội viên", "Lượt khách")]


def test_plans_beside_results_are_the_same_figure() -> None:
    proposal = proposed("""
        Biểu
        | STT | Nội dung | ĐVT   | Kế hoạch năm 2024 | Thực hiện năm 2024 | % đạt | Cùng kỳ năm 2023 | Ghi chú |
        | 1   | Hội viên | người |                   |                    |       |                  |         |
    """)
    (sheet, _) = proposal.sheets
    (figure,) = figures(proposal)

    assert (sheet.kind, sheet.figure_column, sheet.plan_column, sheet.earlier_column) == (
        SheetKind.FIGURES,
        "E",
        "D",
        "G",
    )
    assert (figure.cell, figure.plan_cell, figure.is_planned) == ("E2", "D2", True)
    assert about(proposal, About.COLUMN_COMPUTED) == [("F1", "% đạt", "")]


def test_columns_that_number_themselves_as_sums_give_a_rule_a_row() -> None:
    proposal = proposed("""
        Biểu
        | TT | Chi hội | Hội viên  | Nam | Nữ  |
        | A  | B       | (1)=(2)+(3) | (2) | (3) |
        | 1  | Thôn Đông |         |     |     |
        | 2  | Thôn Tây  |         |     |     |
    """)

    assert [(rule.subject, rule.against) for rule in proposal.rules] == [
        (f"{row}_hoi_vien", f"{row}_nam + {row}_nu") for row in ("thon_dong", "thon_tay")
    ]


def test_quarters_that_the_template_adds_up_are_what_units_fill_in() -> None:
    formulas = {Place(2, 6): "SUM(D2:E2)"}
    proposal = proposed(
        "Biểu\n | STT | Nội dung | ĐVT | Quý I | Quý II | Cả năm |\n | 1 | Số buổi | buổi | | | = 0 |",
        SheetLayout("Biểu", formulas=formulas),
    )

    assert [(column.label, column.column, column.is_added) for column in proposal.columns] == [
        ("Quý I", "D", True),
        ("Quý II", "E", True),
    ]
    assert [(total.cell, total.label) for total in proposal.totals] == [("F2", "Số buổi – Cả năm")]


def test_cells_beside_and_below_the_table_are_on_the_list() -> None:
    proposal = proposed("""
        Biểu
        | STT | Nội dung | ĐVT   | Kết quả |  | nháp |
        | 1   | Hội viên | người |         |  | 77   |
        |
        |
        | Ngày 5 tháng 6 năm 2024 |
        | Kèm  | 12 |
    """)

    assert about(proposal, About.CELL_LEFT) == [("F1", "nháp", ""), ("F2", "77", ""), ("B6", "12", "")]


def test_sheets_without_a_table_and_hidden_sheets_are_on_the_list() -> None:
    book = drawing.workbook(
        "Lời dặn\n | Gửi trước ngày 5 |\n\n Kho\n | STT | Nội dung | ĐVT | Kết quả |\n | 1 | a | b | |"
    )
    hidden = replace(book, grids=(book.grids[0], replace(book.grids[1], is_hidden=True)))
    proposal = propose(hidden, (), "mẫu.xlsx")

    told = [(r.about, r.sheet) for r in proposal.remarks if r.about in {About.NO_TABLE, About.HIDDEN_SHEET}]
    assert (figures(proposal), told) == ((), [(About.NO_TABLE, "Lời dặn"), (About.HIDDEN_SHEET, "Kho")])


def test_a_line_without_a_name_is_on_the_list() -> None:
    proposal = proposed(TABLE + "| 1 | Hội viên | người | |\n | | | | 77 |\n | 2 | Hộ | hộ | |")

    assert [f.label for f in figures(proposal)] == ["Hội viên", "Hộ"]
    assert about(proposal, About.CELL_LEFT) == [("D3", "77", "")]


def test_a_comparison_with_the_plan_is_no_plan() -> None:
    proposal = proposed("""
        Biểu
        | STT | Nội dung | ĐVT   | Kế hoạch | Thực hiện | So sánh (%) |         |
        |     |          |       |          |           | KH          | Cùng kỳ |
        | 1   | Hội viên | người |          |           |             |         |
    """, SheetLayout("Biểu", merges=(Area(1, 6, 1, 7),)))  # fmt: skip

    assert [(f.cell, f.plan_cell) for f in figures(proposal)] == [("E3", "D3")]
    assert [cell for cell, *_ in about(proposal, About.COLUMN_COMPUTED)] == ["F1", "G1"]


def test_dashes_after_trong_do_stand_beside_each_other() -> None:
    lines = "| 1 | Hộ làm giỏi | hộ | |\n | | Trong đó: - Cấp trên | hộ | |\n | | - Cấp dưới | hộ | |"

    assert wholes(proposed(TABLE + lines)) == {"Cấp trên": "Hộ làm giỏi", "Cấp dưới": "Hộ làm giỏi"}


def test_headings_may_span_columns_without_being_merged() -> None:
    framed = frozenset(Place(row, column) for row in (1, 2) for column in range(1, 6))
    proposal = proposed("""
        Biểu
        | STT | Chi hội | Hội viên |     |    |
        |     |         | Tổng số  | Nam | Nữ |
        | 1   | Một     |          |     |    |
        | Cộng |        | =1       | =1  | =1 |
    """, SheetLayout("Biểu", framed=framed, formulas={Place(4, c): f"SUM({'ABCDE'[c - 1]}3:{'ABCDE'[c - 1]}3)" for c in (3, 4, 5)}))  # fmt: skip

    assert [(column.label, column.column) for column in proposal.columns] == [
        ("Tổng số", "C"),
        ("Nam", "D"),
        ("Nữ", "E"),
    ]
    assert [(total.cell, total.label) for total in proposal.totals] == [
        ("C4", "Cộng – Tổng số"),
        ("D4", "Cộng – Nam"),
        ("E4", "Cộng – Nữ"),
    ]


def test_a_label_over_the_whole_width_leaves_nothing_to_fill_in() -> None:
    layout = SheetLayout("Biểu", merges=(Area(2, 1, 2, 4),))
    proposal = proposed(TABLE + "| Phần chung |\n | 1 | Hội viên | người | |", layout)

    assert [(f.section, f.label) for f in figures(proposal)] == [("Phần chung", "Hội viên")]


def test_codes_are_short_plain_and_given_once() -> None:
    codes = Codes()

    assert [codes.take(label) for label in ("Tổng số hội viên", "Số hội viên", "60 tuổi", "Và")] == [
        "hoi_vien",
        "so_hoi_vien",
        "m_60_tuoi",
        "so_va",
    ]
    assert codes.take("Nữ", whole="hoi_vien") == "hoi_vien_nu"
    assert codes.take("Bằng khen cấp bộ, ngành", 13) == "bkc_bo_nganh"
    assert all(len(codes.take("Lượt hội viên dự các buổi sinh hoạt chi hội ở thôn")) <= 24 for _ in range(20))


def test_what_is_asked_as_figures_or_words_is_told_by_label_and_measure() -> None:
    lines = [
        ("Diện tích trồng", "ha", Kind.DECIMAL),
        ("Trị giá quà", "nghìn đồng", Kind.MONEY),
        ("Tỷ lệ hộ nghèo", "%", Kind.PERCENT),
        ("Đồng chí được thăm", "đồng chí", Kind.INTEGER),
        ("Kiến nghị với cấp trên", "", Kind.TEXT),
        ("Ngày tổ chức đại hội", "ngày/tháng/năm", Kind.DAY),
    ]
    drawn = "\n".join(f"| {place} | {label} | {measure} | |" for place, (label, measure, _) in enumerate(lines, 1))

    assert [(f.label, f.measure, f.kind) for f in figures(proposed(TABLE + drawn))] == lines


def test_of_several_results_the_last_is_taken_and_the_others_are_on_the_list() -> None:
    proposal = proposed("Biểu\n | STT | Nội dung | ĐVT | 6 tháng | Cả năm |\n | 1 | Hội viên | người | | |")

    assert [f.cell for f in figures(proposal)] == ["E2"]
    assert [(r.cell, r.certainty) for r in proposal.remarks if r.about is About.FIGURE_COLUMN] == [
        ("E1", Certainty.DOUBTFUL)
    ]
