"""Tables of the report. This module holds the tests of lists and of figures by unit, as whole tables."""

from textwrap import dedent

import pytest
from report_drawing import Line, drafted, drawn_table, fallen, gap, shown

from ccbdesk.model.form import Style
from ccbdesk.model.report import Figure, Report, Table

FIGURES = r"""
    | code   | label     | measure    | Một        | Hai      | Ba    |
    | a      | Ngày công | ngày       | 1265 kh 10 | 500 kh 5 | 0     |
    | b      | Đất hiến  | m2         | trên 20    |          | x     |
    | m      | Ủng hộ    | triệu đồng | 1,5        | 2        | 1     |
    | p      | Bình quân | ngày       | = a / 3 |
    | w?     | Cách làm  | lời văn    | A.\nB      | C        |       |
    | *theme | Chủ đề    | lời văn    | Đoàn kết   |
"""
WORKS = """
    ct: Công trình
    | Đơn vị | viec: Tên việc * | gia: Giá trị (triệu đồng) + | xong: Ngày xong (ngày tháng) |
    | Hai    | Cầu tre          | 1200                        | 2023-05-05                   |
    | Một    |                  | 0                           |                              |
"""


def drawn(report: Report) -> str:
    """Return the one table of a report as text."""
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    return drawn_table(table)


def table(text: str) -> Line:
    """Return a sentence of the style table."""
    return Line(text, Style.TABLE)


def test_figures_by_unit_are_a_row_a_unit_and_a_row_of_totals() -> None:
    report = drafted(FIGURES, table("{a}{b}{m}"))

    assert drawn(report) == dedent("""\
        | TT | Đơn vị | Ngày công | Đất hiến (m2) | Ủng hộ (triệu đồng) |
        | 1 | Một | ⟦1.265⟧ | ⟦trên 20⟧ | ⟦1,5⟧ |
        | 2 | Hai | ⟦500⟧ | ⟦?…⟧ | ⟦2⟧ |
        | 3 | Ba | ⟦0⟧ | x | ⟦1⟧ |
        | Toàn Cụm ×2 | ⟦1.765⟧ | ⟦?trên 20⟧ | ⟦4,5⟧ |
        | ‹(mới có 1/2 đơn vị; chưa có số của Hai)› ×5 |""")
    assert (report.gaps, report.dropped) == ((gap("C2", "b", "u2"),), ())
    (block,) = report.blocks
    assert isinstance(block, Table)
    assert (block.head_rows, block.place, len(block.widths)) == (1, "C2", 5)


def test_every_figure_of_a_table_is_live() -> None:
    report = drafted(FIGURES, table("{a}"), cells={"a@u1": "Tổng hợp!E5", "a": "Tổng hợp!K5"})

    (block,) = report.blocks
    assert isinstance(block, Table)
    figures = [run for row in block.rows for cell in row for run in cell.runs if isinstance(run, Figure)]
    assert [(figure.tag.partition("#")[0], figure.title) for figure in figures] == [
        ("ccb:2023/a@u1|bang", "Ngày công, Một · Tổng hợp!E5 [a@u1|bang]"),
        ("ccb:2023/a@u2|bang", "Ngày công, Hai [a@u2|bang]"),
        ("ccb:2023/a@u3|bang", "Ngày công, Ba [a@u3|bang]"),
        ("ccb:2023/a|bang", "Ngày công · Tổng hợp!K5 [a|bang]"),
    ]
    assert {cell.is_figure for row in block.rows[1:] for cell in row[-1:]} == {True}


def test_expressions_plans_words_and_the_cluster_s_own_stand_in_a_table_too() -> None:
    report = drafted(FIGURES, table("{a + m}{a/a~ke_hoach*100|phan_tram:1}{m|tien}{p}{w}{theme}"))

    assert drawn(report) == dedent("""\
        | TT | Đơn vị | “Ngày công” + “Ủng hộ” | Ngày công so với kế hoạch | Ủng hộ | Bình quân (ngày) | Cách làm | Chủ đề |
        | 1 | Một | ⟦1.266,5⟧ | ⟦12.650%⟧ | ⟦1 triệu 500 nghìn đồng⟧ | ⟦421,67⟧ | A; B | Đoàn kết |
        | 2 | Hai | ⟦502⟧ | ⟦10.000%⟧ | ⟦2 triệu đồng⟧ | ⟦166,67⟧ | C | Đoàn kết |
        | 3 | Ba | ⟦1⟧ | ⟦?…⟧ | ⟦1 triệu đồng⟧ | ⟦0⟧ | ⟦?…⟧ | Đoàn kết |
        | Toàn Cụm ×2 | ⟦1.769,5⟧ | ⟦?11.766,7%⟧ | ⟦4 triệu 500 nghìn đồng⟧ | ⟦588,33⟧ |  | Đoàn kết |
        | ‹(kế hoạch “Ngày công”: mới có 2/3 đơn vị; chưa có số của Ba)› ×8 |""")


def test_words_beside_the_figures_stand_above_the_table() -> None:
    report = drafted(FIGURES, table("Bảng 1. Kết quả {ky}: {a}, {m}"))

    assert [type(block).__name__ for block in report.blocks] == ["Paragraph", "Table"]
    assert shown(report) == ["Bảng 1. Kết quả năm 2023"]


def test_one_unit_is_a_table_and_none_is_not() -> None:
    one = drafted("| code | label | measure | Một |\n| a | Vụ | vụ | 3 |", table("{a}"))
    none = drafted("| code | label | measure |\n| a | Vụ | vụ |", table("{a}"))

    assert drawn(one) == "| TT | Đơn vị | Vụ |\n| 1 | Một | ⟦3⟧ |\n| Toàn Cụm ×2 | ⟦3⟧ |"
    assert (none.blocks, none.dropped) == ((), (fallen("C2", "a"),))


def test_a_list_is_a_row_a_row_with_the_totals_of_what_is_added_up() -> None:
    report = drafted(FIGURES, table("[mỗi dòng ct: {viec}{gia}{xong}]"), lists=WORKS)

    assert drawn(report) == dedent("""\
        | TT | Đơn vị | Tên việc | Giá trị (triệu đồng) | Ngày xong |
        | 1 | Một | ⟦?…⟧ | ⟦0⟧ |  |
        | 2 | Hai | Cầu tre | ⟦1.200⟧ | 05/5/2023 |
        | Tổng cộng ×2 |  | ⟦1.200⟧ |  |""")
    assert (report.gaps, report.dropped) == ((), ())


def test_the_first_rows_of_a_list_have_no_totals() -> None:
    report = drafted(FIGURES, table("[mỗi dòng ct (đầu 1): {gia|tien:ty}]"), lists=WORKS)

    assert drawn(report) == "| TT | Đơn vị | Giá trị |\n| 1 | Một | ⟦0 tỷ đồng⟧ |"


def test_a_list_without_figures_has_no_totals_and_one_without_rows_is_left_out() -> None:
    words = drafted(FIGURES, table("[mỗi dòng ct: {viec}]"), lists=WORKS)
    empty = drafted(FIGURES, table("[mỗi dòng ct: {viec}]"), lists="\n".join(WORKS.strip().splitlines()[:2]))

    assert drawn(words) == "| TT | Đơn vị | Tên việc |\n| 1 | Một | ⟦?…⟧ |\n| 2 | Hai | Cầu tre |"
    assert (empty.blocks, empty.dropped) == ((), (fallen("C2", "ct"),))


def test_units_whose_list_is_not_in_are_named_below_the_table() -> None:
    report = drafted(
        """
        | code | label     | measure | Một | Hai | Ba |
        | a    | Ngày công | ngày    | 10  | 20  | ?  |
        """,
        table("[mỗi dòng ct: {gia}]"),
        lists=WORKS,
    )

    assert drawn(report).splitlines()[-2:] == [
        "| Tổng cộng ×2 | ⟦?1.200⟧ |",
        "| ‹(mới có 2/3 đơn vị; chưa có số của Ba)› ×3 |",
    ]
    assert report.gaps == (gap("C2", "ct", "u3"),)


@pytest.mark.parametrize(("condition", "tables"), [("a > 0", 1), ("a < 0", 0)])
def test_a_table_may_be_printed_on_a_condition(condition: str, tables: int) -> None:
    assert len(drafted(FIGURES, Line("{a}", Style.TABLE, condition=condition)).blocks) == tables


def test_a_heading_with_a_table_beneath_is_printed() -> None:
    report = drafted(FIGURES, Line("1. Bảng", Style.HEADING_2), table("{a}"), Line("2. Trống", Style.HEADING_2))

    assert [type(block).__name__ for block in report.blocks] == ["Paragraph", "Table"]
    assert shown(report) == ["1. Bảng"]
