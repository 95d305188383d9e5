"""Tests of plans in the cluster workbook: where they stand, that they are live, and how they are traced."""

import office
from book_drawing import drawn

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.book import Book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation

FIGURES = """
    | STT | Mã | Biểu | Mục | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Kế hoạch |
    | 1   | to | bieu | A   | Tổ          | tổ          | số nguyên    | Cộng – phát sinh | x        |
    | 2   | no | bieu | A   | Nợ          | tổ          | số nguyên    | Cộng – phát sinh |          |
"""
TABLE = """
    | mã          | u1 | u2 | u3 |
    | to          | 3  | 4  | x  |
    | no          | 1  | 1  | 1  |
    | to~ke_hoach | 4  |    | x  |
"""


def merged() -> Consolidation:
    form = office.form(FIGURES)
    return consolidate(form, office.PERIOD, office.returns(form, TABLE), (), Basis("b"))


def book(consolidation: Consolidation) -> Book:
    return plan_book(consolidation, Checks((), (), ()))


def test_behind_the_total_stand_the_plan_and_its_share_live() -> None:
    assert drawn(book(merged()), "Tổng hợp", 5) == [
        "Mã | TT | Chỉ tiêu | Đơn vị tính | Một | Hai | Ba | Toàn Cụm | Kế hoạch | % kế hoạch | Số đơn vị có số",
        "A",
        (
            'to | 1 | Tổ | tổ | 3 | 4 | x | =IF(COUNT(E7:G7)=0,"……",SUM(E7:G7)) → 7 | '
            "=IF(COUNT('Một'!E7,'Hai'!E7,'Ba'!E7)=0,\"……\",SUM('Một'!E7,'Hai'!E7,'Ba'!E7)) → 4? | "
            '=IFERROR(H7/I7*100,"……") → 175? | =COUNT(E7:G7)&"/2" → 2/2'
        ),
        'no | 2 | Nợ | tổ | 1 | 1 | 1 | =IF(COUNT(E8:G8)=0,"……",SUM(E8:G8)) → 3 |  |  | =COUNT(E8:G8)&"/3" → 3/3',
    ]


def test_a_units_plan_stands_on_its_own_sheet() -> None:
    planned = book(merged())

    head = "Mã | TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Số liệu | % kế hoạch | Ghi trong tệp | Tình trạng | Ghi chú"
    assert sorted(drawn(planned, "Một", 5)) == sorted(
        [
            head,
            "A",
            "to | 1 | Tổ | tổ | 4 | ='Tổng hợp'!E7 → 3 | =IFERROR(F7/E7*100,\"\") → 75 | 3 | có | ",
            "no | 2 | Nợ | tổ |  | ='Tổng hợp'!E8 → 1 |  | 1 | có | ",
        ]
    )
    assert drawn(planned, "Hai", 7)[0] == "to | 1 | Tổ | tổ | ……? | ='Tổng hợp'!F7 → 4 |  | 4 | có | "
    assert drawn(planned, "Ba", 7)[0] == "to | 1 | Tổ | tổ | x | ='Tổng hợp'!G7 → x |  | x | không có nhiệm vụ này | "


def test_plans_have_their_places_and_their_sources() -> None:
    consolidation = merged()
    found = places(consolidation)

    assert (found["to~ke_hoach"], found["to@u1~ke_hoach"]) == ("Tổng hợp!I7", "Một!E7")
    assert [line for line in drawn(book(consolidation), "Nguồn số liệu", 4) if "~ke_hoach" in line] == [
        "to~ke_hoach | Tổ – kế hoạch | u1 | Một | 4 | tổ | 4 | có | u1.xlsx | Biểu | D6 |  |  | u1",
        "to~ke_hoach | Tổ – kế hoạch | u2 | Hai | chưa có số | tổ |  | chưa có số | u2.xlsx | Biểu | D6 |  |  | u2",
        "to~ke_hoach | Tổ – kế hoạch | u3 | Ba | x | tổ | x | không có nhiệm vụ này | u3.xlsx | Biểu | D6 |  |  | u3",
    ]


def test_without_any_plan_the_cluster_has_none() -> None:
    form = office.form(FIGURES)
    table = TABLE.replace("| to~ke_hoach | 4  |    | x  |", "| to~ke_hoach | | | |")

    planned = book(consolidate(form, office.PERIOD, office.returns(form, table), (), Basis("b")))

    assert drawn(planned, "Tổng hợp", 7)[0].endswith(
        '| ……? | =IFERROR(H7/I7*100,"……") → ……? | =COUNT(E7:G7)&"/2" → 2/2'
    )


def test_a_computed_share_of_the_plan_is_live_only_where_the_same_units_have_both() -> None:
    form = office.form("""
        | Mã  | Biểu | Mục | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Kế hoạch | Công thức               |
        | to  | bieu | A   | Tổ          | tổ          | số nguyên    | Cộng – phát sinh | x        |                         |
        | no  | bieu | A   | Nợ          | tổ          | số nguyên    | Cộng – phát sinh |          |                         |
        | dat | bieu | A   | Đạt         | %           | phần trăm    | Công thức        |          | to / to~ke_hoach * 100  |
    """)
    even = TABLE.replace("| to~ke_hoach | 4  |    |", "| to~ke_hoach | 4  | 4 |")
    totals = [
        drawn(book(consolidate(form, office.PERIOD, office.returns(form, table), (), Basis("b"))), "Tổng hợp", 9)[0]
        for table in (even, TABLE)
    ]

    assert [line.split(" | ")[7] for line in totals] == ['=IFERROR(H7/I7*100,"……") → 87.5', "75?"]
