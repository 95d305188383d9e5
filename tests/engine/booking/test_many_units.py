"""Tests of the sheet Tổng hợp with the units as rows, and of the workbook with no, one and many units."""

import office
import pytest
from book_drawing import drawn, named

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.book import Book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.form import Form

FIGURES = """
    | STT | Mã   | Biểu  | Mục | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức | Kế hoạch | Nổi bật |
    | 1   | to   | bieu  | A   | Tổ          | tổ          | số nguyên    | Cộng – phát sinh |           | x        | x       |
    | 2   | no   | bieu  | A   | Nợ          | triệu đồng  | tiền         | Cộng – phát sinh |           |          |         |
    |     | bq   | bieu  | B   | Bình quân   | triệu đồng  | số thập phân | Tỷ lệ            | no/to     |          |         |
    |     | dich | phieu | C   | Đích        | tổ          | số nguyên    | Không cộng       |           |          |         |
"""


def form(units: int) -> Form:
    return office.of_units(office.form(FIGURES), units)


def merged(units: int, received: int) -> Consolidation:
    drawn_form = form(units)
    heads = " | ".join(f"u{number}" for number in range(1, received + 1))
    table = f"""
        | mã | cum | {heads} |
        | dich | 7 |{" |" * received}
        | to | | {" | ".join(str(number) for number in range(1, received + 1))} |
        | no | |{" 2 |" * received}
        | to~ke_hoach | |{" 5 |" * received}
    """
    returns = office.returns(drawn_form, table)
    return consolidate(drawn_form, office.PERIOD, returns, (), Basis("b"))


def book(consolidation: Consolidation) -> Book:
    return plan_book(consolidation, Checks((), (), ()))


def test_more_than_eight_units_are_rows_beneath_the_figures_of_each_section() -> None:
    planned = book(merged(9, 8))

    plans = ",".join(f"'Đơn vị {number}'!E7" for number in range(1, 9))
    lines = drawn(planned, "Tổng hợp", 6)
    assert lines[:5] == [
        "A",
        "Mã số liệu |  |  | to | no",
        " | TT | Đơn vị | Tổ | Nợ",
        " |  | Đơn vị tính | tổ | triệu đồng",
        "u1 | 1 | Đơn vị 1 | 1 | 2",
    ]
    assert lines[11:19] == [
        "u8 | 8 | Đơn vị 8 | 8 | 2",
        "u9 | 9 | Đơn vị 9 | ……? | ……?",
        (
            'cum |  | Toàn Cụm | =IF(COUNT(D10:D18)=0,"……",SUM(D10:D18)) → 36? | '
            '=IF(COUNT(E10:E18)=0,"……",SUM(E10:E18)) → 16?'
        ),
        f'cum~ke_hoach |  | Kế hoạch | =IF(COUNT({plans})=0,"……",SUM({plans})) → 40? | ',
        ' |  | % kế hoạch | =IFERROR(D19/D20*100,"……") → 90? | ',
        ' |  | Số đơn vị có số | =COUNT(D10:D18)&"/9" → 8/9? | =COUNT(E10:E18)&"/9" → 8/9?',
        "B",
        "Mã số liệu |  |  | bq",
    ]
    assert lines[21] == "u1 | 1 | Đơn vị 1 | =N(E10)/N(D10) → 2"
    assert lines[30:] == [
        'cum |  | Toàn Cụm | =IFERROR(E19/D19,"……") → 0.4444444444444444444444444444444444?',
        " |  | Số đơn vị có số | ",
        "C",
        "Mã số liệu |  |  | dich",
        " | TT | Đơn vị | Đích",
        " |  | Đơn vị tính | tổ",
        "cum |  | Toàn Cụm | ='Nguồn số liệu'!$E$30 → 7",
    ]


def test_the_units_own_sheets_and_charts_lead_to_that_layout() -> None:
    consolidation = merged(9, 9)
    planned = book(consolidation)

    (chart,) = named(planned, "Biểu đồ").charts
    assert (chart.names, chart.values) == ("'Tổng hợp'!$C$10:$C$18", "'Tổng hợp'!$D$10:$D$18")
    assert drawn(planned, "Đơn vị 3", 7)[0].startswith("to | 1 | Tổ | tổ | 5 | ='Tổng hợp'!D12 → 3 | ")
    found = places(consolidation)
    assert {name: found[name] for name in ("to", "no@u2", "bq", "to~ke_hoach", "dich")} == {
        "to": "Tổng hợp!D19",
        "no@u2": "Tổng hợp!E11",
        "bq": "Tổng hợp!D37",
        "to~ke_hoach": "Tổng hợp!D20",
        "dich": "Tổng hợp!D44",
    }


def test_a_section_of_many_figures_is_cut_into_blocks_of_alike_size_and_none_over_a_page() -> None:
    rows = "\n".join(
        f"| {n} | f{n} | bieu | A | Số {n} | tổ | số nguyên | Cộng – phát sinh | | | |" for n in range(1, 19)
    )
    drawn_form = office.of_units(office.form(FIGURES.splitlines()[1] + "\n" + rows), 36)

    planned = book(consolidate(drawn_form, office.PERIOD, (), (), Basis("b")))

    sheet = named(planned, "Tổng hợp")
    titles = [line for line in drawn(planned, "Tổng hợp", 6) if line.startswith("A")]
    assert (titles, sheet.page_ends, sheet.hidden_rows) == (["A", "A (tiếp)", "A (tiếp)"], (48, 91), (7, 50, 93))
    assert len(sheet.widths) >= 3 + 6


@pytest.mark.parametrize(("units", "received"), [(1, 0), (1, 1), (8, 0), (8, 8), (9, 0), (9, 1), (36, 36)])
def test_every_figure_has_its_place_whatever_the_number_of_units(units: int, received: int) -> None:
    consolidation = merged(units, received) if received else consolidate(form(units), office.PERIOD, (), (), Basis("b"))
    planned = book(consolidation)
    taken = {
        (sheet.name, f"{'ABCDEFGHIJKLMNOP'[placed.column - 1]}{placed.row}")
        for sheet in planned.sheets
        for placed in sheet.cells
    }

    assert {tuple(place.rsplit("!", 1)) for place in places(consolidation).values()} <= taken
    names = [sheet.name for sheet in planned.sheets]
    assert len(names) == len(set(names)) == 5 + received
    for sheet in planned.sheets:
        spots = [(placed.row, placed.column) for placed in sheet.cells]
        assert len(spots) == len(set(spots)), sheet.name
