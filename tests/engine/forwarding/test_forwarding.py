"""Passing figures on. This module holds the tests of what goes into the return from above, in which measure, and what not."""

from dataclasses import replace
from decimal import Decimal

import office
import pytest

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.forwarding.forwarding import forward
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.form import Form
from ccbdesk.model.forwarding import Forwarded
from ccbdesk.model.office import OfficeEntry
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.wording.forwarding import held_sentence

OWN = office.form(
    """
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức   | Áp dụng cho | Mã cấp trên |
    | cong | bieu | Ngày công   | ngày công   | số nguyên    |                  |             |             | ngay_cong   |
    | tien | bieu | Tiền quà    | triệu đồng  | tiền         |                  |             |             | tien_qua    |
    | dat  | bieu | Đất hiến    | m2          | số nguyên    |                  |             |             | dat_hien    |
    | to   | bieu | Số tổ       | tổ          | số nguyên    |                  |             |             |             |
    | bq   | bieu | Bình quân   | triệu đồng  | số thập phân | Tỷ lệ            | tien / cong |             | binh_quan   |
    | bien | bieu | Tuần tra    | lần         | số nguyên    |                  |             | u1          | tuan_tra    |
    | la   | bieu | Việc lạ     | việc        | số nguyên    |                  |             |             | viec_la     |
    """
)
ABOVE = office.form(
    """
    | Mã        | Biểu | Tên số liệu | Đơn vị tính    | Loại số liệu | Cách cộng | Công thức            |
    | ngay_cong | bieu | Công        | ngày công      | số nguyên    |           |                      |
    | tien_qua  | bieu | Quà         | đồng           | tiền         |           |                      |
    | dat_hien  | bieu | Đất         | ha             | số thập phân |           |                      |
    | so_to     | bieu | Tổ          | tổ             | số nguyên    |           |                      |
    | binh_quan | bieu | Quà một công | đồng          | số thập phân | Tỷ lệ     | tien_qua / ngay_cong |
    | tuan_tra  | bieu | Tuần tra    | lần            | số nguyên    |           |                      |
    """
)
TABLE = """
    | mã   | u1         | u2  | u3  |
    | cong | 10         | 20  | 30  |
    | tien | 1,5        | 2   | 3   |
    | dat  | trên 5.000 | 500 | 250 |
    | to   | 1          | 2   | 3   |
    | bien | 4          |     |     |
    | la   | 1          | 1   | 1   |
"""


def merged(table: str = TABLE, form: Form = OWN) -> Consolidation:
    """Return the consolidation of the returns drawn."""
    returns = office.returns(form, table)
    return consolidate(form, office.PERIOD, returns, (), Basis("b"))


def blank(form: Form = ABOVE, without: str = "") -> Submission:
    """Return the return from above as it was received: a row for every figure asked for, nothing in it."""
    asked = [one.code for one in form.asked_of(form.unit(UnitId("u1"))) if one.code != without]
    rows = "\n".join(f"| {code} | |" for code in asked)
    return replace(office.returns(form, f"| mã | u1 |\n{rows}")[0], unit=UnitId("u1"))


def entries(forwarded: Forwarded) -> dict[str, str | Decimal]:
    """Return what is written, by the code above."""
    places = {each.cell.cell: each.above.code for each in forwarded.passed}
    return {places[_address(entry)]: entry.content for entry in forwarded.entries}


def _address(entry: OfficeEntry) -> str:
    return f"{chr(ord('A') + entry.column - 1)}{entry.row}"


def sentences(forwarded: Forwarded) -> list[str]:
    """Return what is said of the figures that are held back."""
    return [held_sentence(OWN, held) for held in forwarded.held]


def test_totals_go_into_the_cells_of_their_codes_above_in_the_measure_asked_for_there() -> None:
    forwarded = forward(merged(), ABOVE, blank())

    assert entries(forwarded) == {
        "ngay_cong": Decimal(60),
        "tien_qua": Decimal(6_500_000),
        "dat_hien": "trên 0,575",
        "tuan_tra": Decimal(4),
    }
    assert [each.total.indicator.code for each in forwarded.passed] == ["cong", "tien", "dat", "bien"]


def test_what_the_form_above_works_out_itself_is_neither_passed_on_nor_held_back() -> None:
    forwarded = forward(merged(), ABOVE, blank())

    assert [held.indicator.code for held in forwarded.held] == ["la"]
    assert sentences(forwarded) == [
        "“Việc lạ” (mã cấp trên «viec_la»): bộ biểu mẫu của cấp trên không có mã này. "
        "Sửa lại cột «Mã cấp trên» ở trang «Số liệu»."
    ]


@pytest.mark.parametrize(
    ("table", "without", "sentence"),
    [
        (
            TABLE.replace("| 20  |", "|     |"),
            "",
            "“Ngày công” (mã cấp trên «ngay_cong»): chưa có số của Hai. Chờ đủ số, hoặc tự ghi số vào tệp.",
        ),
        (
            TABLE,
            "ngay_cong",
            "“Ngày công” (mã cấp trên «ngay_cong»): tệp của cấp trên không có dòng cho số liệu này. "
            "Kiểm tra lại tệp đã nhận.",
        ),
    ],
)
def test_a_figure_that_is_not_whole_or_has_no_row_above_is_held_back(table: str, without: str, sentence: str) -> None:
    forwarded = forward(merged(table), ABOVE, blank(without=without))

    assert "ngay_cong" not in entries(forwarded)
    assert sentences(forwarded)[0] == sentence


def test_a_measure_that_does_not_convert_is_held_back() -> None:
    strange = replace(
        ABOVE,
        indicators=tuple(
            replace(one, measure="buổi") if one.code == IndicatorCode("ngay_cong") else one for one in ABOVE.indicators
        ),
    )

    forwarded = forward(merged(), strange, blank(strange))

    assert sentences(forwarded)[0] == (
        "“Ngày công” (mã cấp trên «ngay_cong»): không đổi được từ đơn vị tính “ngày công” sang đơn vị tính của cấp trên. "
        "Tự ghi số vào tệp."
    )


def test_nobody_s_task_is_passed_on_as_such_and_nothing_as_nothing() -> None:
    idle = TABLE.replace("| bien | 4          |", "| bien | x          |")

    forwarded = forward(merged(idle), ABOVE, blank())

    assert entries(forwarded)["tuan_tra"] == "x"
