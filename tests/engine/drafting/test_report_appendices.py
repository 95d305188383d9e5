"""Appendices of the report. This module holds the tests of the table of all figures, units across or down."""

from dataclasses import replace
from textwrap import dedent

import pytest
from report_drawing import Line, consolidation_of, drafted, drawn_table, fallen

from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Figure, Phrase, Report

TITLE = Line("PHỤ LỤC\nSố liệu {ky}", Style.APPENDIX)
FIGURES = """
    | code   | label     | measure    | Một | Hai | Ba |
    | §      | I. Kinh tế |
    | a      | Ngày công | ngày       | 10  | 20  | ?  |
    | m      | Ủng hộ    | triệu đồng | 1,5 | x   | ?  |
    | w      | Cách làm  | lời văn    | Tốt |     | ?  |
    | §      | II. Văn hóa |
    | z      | Cầu       | cái        | 0   |     | ?  |
    | r      | Tỷ lệ     | % không cộng | 90 | 80 | ?  |
    | *theme | Chỉ tiêu  | ngày       | 15  |
"""


def paragraphs(appendix: Appendix) -> list[str]:
    """Return the lines above the table of an appendix."""
    runs = ([run for run in paragraph.runs if isinstance(run, Phrase)] for paragraph in appendix.paragraphs)
    return ["".join(run.text for run in line) for line in runs]


def many(units: int, figures: int) -> str:
    """Return the drawing of so many units and figures, in two sections."""
    names = " | ".join(f"Xã {number}" for number in range(units))
    rows = (f"| c{row} | Số {row} | vụ | {' | '.join(str(row) for _ in range(units))} |" for row in range(figures))
    head, *others = rows
    return "\n".join([f"| code | label | measure | {names} |", "| § | Một |", head, "| § | Hai |", *others])


def drawn(report: Report) -> list[str]:
    """Return the tables of the appendices as text."""
    return [drawn_table(appendix.table) for appendix in report.appendices]


def test_up_to_eight_units_stand_side_by_side() -> None:
    report = drafted(FIGURES, TITLE, "Hết.")

    (appendix,) = report.appendices
    assert paragraphs(appendix) == [
        "PHỤ LỤC",
        "Số liệu năm 2023",
    ]
    assert drawn_table(appendix.table) == dedent("""\
        | TT | Chỉ tiêu | Đơn vị tính | Một | Hai | Ba | Toàn Cụm |
        | I. Kinh tế ×7 |
        | 1 | Ngày công | ngày | ⟦10⟧ | ⟦20⟧ | ⟦?…⟧ | ⟦?30⟧ |
        | 2 | Ủng hộ | triệu đồng | ⟦1,5⟧ | x | ⟦?…⟧ | ⟦?1,5⟧ |
        | II. Văn hóa ×7 |
        | 1 | Cầu | cái | ⟦0⟧ | ⟦?…⟧ | ⟦?…⟧ | ⟦?0⟧ |
        | 2 | Tỷ lệ | % | ⟦90⟧ | ⟦80⟧ | ⟦?…⟧ |  |""")
    assert {paragraph.style for paragraph in appendix.paragraphs} == {Style.APPENDIX}
    assert ([type(block).__name__ for block in report.blocks], report.dropped) == (["Paragraph"], ())


def test_a_section_with_numbers_of_its_own_has_no_others() -> None:
    drawing = "| code | label | measure | Một |\n| a | Vụ | vụ | 3 |\n| b | Vụ nhỏ | vụ | 2 |"
    drawn_first = consolidation_of(drawing, TITLE)
    numbered = replace(drawn_first.form.indicators[0], number="8.1")
    form = replace(drawn_first.form, indicators=(numbered, *drawn_first.form.indicators[1:]))

    report = draft(replace(drawn_first, form=form), {})

    assert [row.split(" | ")[0] for row in drawn(report)[0].splitlines()] == ["| TT", "| 8.1", "| "]


def test_an_appendix_of_all_returns_is_not_provisional() -> None:
    report = drafted("| code | label | measure | Một |\n| a | Vụ | vụ | 3 |", TITLE)

    (appendix,) = report.appendices
    assert paragraphs(appendix) == ["PHỤ LỤC", "Số liệu năm 2023"]
    assert drawn(report) == ["| TT | Chỉ tiêu | Đơn vị tính | Một | Toàn Cụm |\n| 1 | Vụ | vụ | ⟦3⟧ | ⟦3⟧ |"]


def test_without_units_or_figures_there_is_no_appendix() -> None:
    no_units = drafted("| code | label | measure |\n| a | Vụ | vụ |", TITLE)
    no_figures = drafted("| code | label | measure | Một |\n| a | Lời | lời văn | x |", TITLE)

    assert (no_units.appendices, no_units.dropped) == ((), (fallen("C2"),))
    assert (no_figures.appendices, no_figures.dropped) == ((), (fallen("C2"),))


@pytest.mark.parametrize(("units", "tables"), [(1, 1), (8, 1), (9, 3), (36, 3)])
def test_more_than_eight_units_have_a_row_each_and_every_section_its_tables(units: int, tables: int) -> None:
    report = drafted(many(units, 13), TITLE)

    assert len(report.appendices) == tables
    assert all(
        sum(cell.across for cell in row) == len(appendix.table.widths)
        for appendix in report.appendices
        for row in appendix.table.rows
    )


def test_a_section_of_more_than_eight_figures_is_continued() -> None:
    report = drafted(many(9, 10), TITLE)

    assert [paragraphs(appendix)[2:] for appendix in report.appendices] == [["Một"], ["Hai"], ["Hai (tiếp theo)"]]
    assert drawn(report)[0].splitlines() == [
        "| TT | Đơn vị | Số 0 (vụ) |",
        *(f"| {number + 1} | Xã {number} | ⟦0⟧ |" for number in range(9)),
        "| Toàn Cụm ×2 | ⟦0⟧ |",
    ]
    assert [drawing.splitlines()[0].count("Số") for drawing in drawn(report)] == [1, 4, 5]
    assert drawn(report)[1].splitlines()[0].endswith("| Số 4 (vụ) |")
    assert drawn(report)[2].splitlines()[0].startswith("| TT | Đơn vị | Số 5 (vụ) |")


def test_every_figure_of_an_appendix_is_live_and_its_tag_fits() -> None:
    names = "| code | label | measure | Một |\n"
    report = drafted(f"{names}| {'c' * 24} | Vụ | vụ | 3 |", TITLE)

    (appendix,) = report.appendices
    figures = [run for row in appendix.table.rows for cell in row for run in cell.runs if isinstance(run, Figure)]
    assert [figure.tag.partition("#")[0] for figure in figures] == [
        f"ccb:2023/{'c' * 24}@u1|bang",
        f"ccb:2023/{'c' * 24}|bang",
    ]


def test_an_appendix_may_be_left_out_on_a_condition() -> None:
    merged = consolidation_of(FIGURES, Line("PHỤ LỤC", Style.APPENDIX, condition="a > 1000"))

    assert draft(merged, {}).appendices == ()
