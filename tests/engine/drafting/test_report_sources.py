"""Comments of the report. This module holds the tests of what they say of where figures stand."""

from report_drawing import consolidation_of

from ccbdesk.engine.drafting.drafting import draft

FIGURES = """
    | code | label     | measure | Một    | Hai |
    | a    | Ngày công | ngày    | 10 kh 5 | 20 kh 5 |
    | b    | Đất hiến  | m2      | 4      | 5   |
"""
CELLS = {"a": "Tổng hợp!K20", "a@u2": "Tổng hợp!F20", "b": "Tổng hợp!K21", "a~ke_hoach": "Kế hoạch!C5"}


def comments(*lines: str) -> list[str]:
    """Return the comments of a report on request."""
    report = draft(consolidation_of(FIGURES, *lines), CELLS, with_sources=True)
    return [paragraph.comment for paragraph in report.paragraphs]


def test_a_comment_names_each_figure_of_its_paragraph_once_with_its_cell() -> None:
    assert comments("Có {a} và {b}, lại {a}; Hai {a@u2}.", "Bình quân {a/b}.") == [
        "Nguồn (trang Tổng hợp): Ngày công K20; Đất hiến K21; Ngày công, Hai F20",
        "Nguồn (trang Tổng hợp): Ngày công K20; Đất hiến K21",
    ]


def test_figures_of_several_sheets_are_told_apart() -> None:
    assert comments("Đạt {a/a~ke_hoach}.") == [
        "Nguồn (trang Tổng hợp): Ngày công K20. Nguồn (trang Kế hoạch): Ngày công – kế hoạch C5"
    ]


def test_without_figures_or_cells_and_unless_asked_there_is_no_comment() -> None:
    assert comments("Chỉ có lời.", "Một {b@u1}.") == ["", ""]
    report = draft(consolidation_of(FIGURES, "Có {a}."), CELLS)
    assert [paragraph.comment for paragraph in report.paragraphs] == [""]
