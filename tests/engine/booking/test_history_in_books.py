"""The year before in the cluster workbook: beside the total in both layouts, live, and with its sources."""

from dataclasses import replace
from datetime import date

import office
import past
from book_drawing import drawn

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.book import Book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.form import Form
from ccbdesk.model.history import Earlier, EarlierPeriod, Stage
from ccbdesk.model.unit import Unit

FIGURES = """
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức             |
    | cong | bieu | Ngày công   | công        | số nguyên    | Cộng – phát sinh |                       |
    | nha  | bieu | Nhà         | nhà         | số nguyên    | Cộng – phát sinh |                       |
    | moi  | bieu | Việc mới    | việc        | số nguyên    | Cộng – phát sinh |                       |
    | tang | bieu | Tăng        | công        | số nguyên    | Công thức        | cong - cong~cung_ky   |
"""
NOW = "| mã | u1 | u2 | u3 |\n| cong | 27 | 18 | 0 |\n| nha | 1 | 2 | 3 |\n| moi | 1 | 1 | 1 |"
THEN = past.kept("2022", "| mã | u1 | u2 | u3 |\n| cong | 25 | 15 | 0 |\n| nha | 0 | 0 | 0 |", Stage.AT_MEETING)


def merged(form: Form, *kept: EarlierPeriod) -> Consolidation:
    bases = bases_of(form, office.PERIOD, Earlier(kept))
    return consolidate(form, office.PERIOD, office.returns(form, NOW), (), Basis("b"), bases=bases)


def book(form: Form, *kept: EarlierPeriod) -> Book:
    return plan_book(merged(form, *kept), Checks((), (), ()))


def test_beside_the_total_stand_the_year_before_the_change_and_its_percentage_live() -> None:
    heads, _, *lines = drawn(book(office.form(FIGURES), THEN), "Tổng hợp", 5)

    assert heads.endswith("Toàn Cụm | Cùng kỳ | Tăng, giảm | % tăng, giảm | Số đơn vị có số")
    assert [line.partition(" → 45 | ")[2] or line.partition(" → 6 | ")[2] for line in lines[:2]] == [
        '40 | =IFERROR(H7-I7,"……") → 5 | =IFERROR(IF(I7>0,(H7-I7)/I7*100,"……"),"……") → 12.5 | =COUNT(E7:G7)&"/3" → 3/3',
        '0 | =IFERROR(H8-I8,"……") → 6 | =IFERROR(IF(I8>0,(H8-I8)/I8*100,"……"),"……") → …… | =COUNT(E8:G8)&"/3" → 3/3',
    ]
    assert lines[2].endswith(' → 3 | …… |  |  | =COUNT(E9:G9)&"/3" → 3/3')


def test_a_computed_figure_takes_the_year_before_from_its_cell() -> None:
    line = drawn(book(office.form(FIGURES), THEN), "Tổng hợp", 10)[0]

    assert '=IFERROR(H7-I7,"……") → 5 | ' in line
    assert "=N(E7)-N((25)) → 2 | =N(F7)-N((15)) → 3 | =N(G7)-N((0)) → 0" in line


def test_without_history_nothing_is_added() -> None:
    planned = book(office.form(FIGURES))

    assert not any("Cùng kỳ" in line for line in drawn(planned, "Tổng hợp", 1))
    assert not any("Số liệu so sánh" in line for line in drawn(planned, "Kiểm tra", 1))


def test_what_was_compared_with_is_said_above_the_table_and_under_the_checks() -> None:
    planned = book(office.form(FIGURES), THEN)
    said = "Kỳ trước, cùng kỳ năm trước, đầu năm: số năm 2022, tại hội nghị (theo Sổ 2022.xlsx)."

    assert drawn(planned, "Tổng hợp", 1)[2] == said
    assert any(said in line for line in drawn(planned, "Kiểm tra", 1))


def test_every_kept_figure_that_was_compared_with_stands_among_the_sources() -> None:
    lines = [line for line in drawn(book(office.form(FIGURES), THEN), "Nguồn số liệu", 4) if "cong~cung_ky" in line]

    assert lines[0].startswith(
        "cong~cung_ky | Ngày công – cùng kỳ năm trước | u1 | Một | 25 | công |  | năm 2022, tại hội nghị | Sổ 2022.xlsx"
    )
    assert len(lines) == 3


def test_in_the_other_layout_the_year_before_stands_beneath_the_total() -> None:
    form = office.of_units(office.form(FIGURES), 9)
    units = "".join(f" u{number} |" for number in range(1, 10))
    kept = past.kept("2022", f"| mã |{units}\n| cong |{' 5 |' * 9}")

    assert places(merged(form, kept))["cong~cung_ky"] == "Tổng hợp!D20"
    lines = drawn(book(form, kept), "Tổng hợp", 19)[:5]
    assert [line.split(" | ")[:3] for line in lines] == [
        ["cum", "", "Toàn Cụm"],
        ["cum~cung_ky", "", "Cùng kỳ"],
        ["", "", "Tăng, giảm"],
        ["", "", "% tăng, giảm"],
        ["", "", "Số đơn vị có số"],
    ]
    assert lines[1].split(" | ")[3] == "45"
    assert lines[2].split(" | ")[3] == '=IFERROR(D19-D20,"……") → 0?'


HALF = past.kept("2023-6t", "| mã | u1 |\n| dau | 30 |\n| cong | 9 |")
STOCKS = """
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        |
    | cong | bieu | Ngày công   | công        | số nguyên    | Cộng – phát sinh |
    | dau  | bieu | Hội viên    | người       | số nguyên    | Cộng – cuối kỳ   |
"""


def unit_lines(kept: tuple[EarlierPeriod, ...], unit: Unit | None = None) -> list[list[str]]:
    """Return the heading and lines of the first unit's sheet."""
    form = office.form(STOCKS)
    form = replace(form, units=(unit or form.units[0], *form.units[1:]))
    returns = office.returns(form, "| mã | u1 |\n| cong | 27 |\n| dau | 40 |")
    bases = bases_of(form, office.PERIOD, Earlier(kept))
    made = plan_book(consolidate(form, office.PERIOD, returns, (), Basis("b"), bases=bases), Checks((), (), ()))
    name = form.units[0].short_name
    return [line.split(" | ") for line in drawn(made, name, 1) if line.startswith(("Mã", "cong", "dau"))]


def test_on_a_units_sheet_its_own_figures_of_before_stand_beside_those_of_now() -> None:
    year = past.kept("2022", "| mã | u1 |\n| cong | 25 |\n| dau | 20 |")

    heads, work, members = unit_lines((year, HALF))
    assert heads[4:8] == ["Số liệu", "Kỳ trước", "Cùng kỳ", "Ghi trong tệp"]
    assert [line[5:7] for line in (work, members)] == [["25", "25"], ["30", "20"]]


def test_where_the_period_before_is_the_year_before_it_stands_there_once() -> None:
    heads, work, _ = unit_lines((past.kept("2022", "| mã | u1 |\n| cong | 25 |\n| dau | 20 |"),))

    assert (heads[4:7], work[5]) == (["Số liệu", "Cùng kỳ", "Ghi trong tệp"], "25")
    assert unit_lines(())[0][4:6] == ["Số liệu", "Ghi trong tệp"]


def test_the_heading_says_that_they_are_sums_of_predecessors() -> None:
    first = office.form(STOCKS).units[0]
    merged_unit = replace(first, valid_from=date(2023, 1, 1), predecessors=("cu", "bon"))
    heads, work, _ = unit_lines((past.kept("2022", "| mã | cu | bon |\n| cong | 20 | 5 |"),), merged_unit)

    assert (heads[5], work[5]) == ("Cùng kỳ (hợp nhất)", "25")
