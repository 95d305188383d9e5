"""Lists in sentences. This module holds the tests of loops over the rows that units wrote."""

import pytest
from report_drawing import consolidation_of, drafted, fallen, figures_of, gap, marked, shown

from ccbdesk.engine.expressions.lookup import value_of
from ccbdesk.engine.expressions.tags import LONGEST_TAG
from ccbdesk.model.expression import RowReference
from ccbdesk.model.origin import ColumnCode, RowKey, SheetCode
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank

ALL_IN = """
    | code | label     | measure | Một | Hai | Ba |
    | a    | Ngày công | ngày    | 10  | 20  | 30 |
    | *own | Nơi       | lời văn | Hà Nội |
"""
ONE_OUT = """
    | code | label     | measure | Một | Hai | Ba |
    | a    | Ngày công | ngày    | 10  | 20  | ?  |
"""
WORKS = r"""
    ct: Công trình
    | Đơn vị | viec: Tên việc * | gia: Giá trị (triệu đồng) + | dai: Dài (m) | xong: Ngày xong (ngày tháng) |
    | Hai    | Cầu tre          | 50                          | 12           | 2023-05-05                   |
    | Một    | Đường làng       | 0                           |              |                              |
    | Hai    | Kênh\n- nhánh 2  |                             | khoảng 300   |                              |
"""
NO_WORKS = """
    ct: Công trình
    | Đơn vị | viec: Tên việc * | gia: Giá trị (triệu đồng) + |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gồm [mỗi dòng ct: {viec}].", "Gồm Đường làng; Cầu tre; Kênh; nhánh 2."),
        (
            '[mỗi dòng ct (nối ", "; cuối " và "): {viec} ({ten})].',
            "Đường làng (Một), Cầu tre (Hai) và Kênh; nhánh 2 (Hai).",
        ),
        ("[mỗi dòng ct: {viec} {dai} m].", "Cầu tre ⟦12⟧ m; Kênh; nhánh 2 ⟦khoảng 300⟧ m."),
        ("[mỗi dòng ct: {viec}[ {dai} m]].", "Đường làng; Cầu tre ⟦12⟧ m; Kênh; nhánh 2 ⟦khoảng 300⟧ m."),
        ("[mỗi dòng ct: {viec} {gia}].", "Đường làng ⟦0 đồng⟧; Cầu tre ⟦50 triệu đồng⟧."),
        ("[mỗi dòng ct: {viec}[ {gia|tien:ty}]].", "Đường làng; Cầu tre ⟦0,05 tỷ đồng⟧; Kênh; nhánh 2."),
        ("[mỗi dòng ct: {viec} {xong}].", "Cầu tre ngày 05 tháng 5 năm 2023."),
        ("[mỗi dòng ct: {viec} {xong|ngay}].", "Cầu tre 05/5/2023."),
        ("[mỗi dòng ct (đầu 1): {viec}].", "Đường làng."),
        ("[mỗi dòng ct (đầu 2): {viec} {dai}].", "Cầu tre ⟦12⟧; Kênh; nhánh 2 ⟦khoảng 300⟧."),
        ("[mỗi dòng ct (đầu 9): {viec}].", "Đường làng; Cầu tre; Kênh; nhánh 2."),
        ("[mỗi dòng ct: {viec}/{a}].", "Đường làng/⟦10⟧; Cầu tre/⟦20⟧; Kênh; nhánh 2/⟦20⟧."),
        ("[mỗi đơn vị: {ten} có [mỗi dòng ct: {viec}]].", "Một có Đường làng; Hai có Cầu tre; Kênh; nhánh 2."),
        (
            '[mỗi đơn vị: {ten} {a}[: [mỗi dòng ct (nối ", "): {dai}]]].',
            "Một ⟦10⟧; Hai ⟦20⟧: ⟦12⟧, ⟦khoảng 300⟧; Ba ⟦30⟧.",
        ),
        ("Có {a}[, gồm [mỗi dòng ct: {viec}]].", "Có ⟦60⟧, gồm Đường làng; Cầu tre; Kênh; nhánh 2."),
        ("Có {ct} việc, {ct_gia}.", "Có ⟦3⟧ việc, ⟦50 triệu đồng⟧."),
    ],
)
def test_the_rows_of_all_units_are_gone_through_in_the_form_s_order(text: str, expected: str) -> None:
    assert marked(drafted(ALL_IN, text, lists=WORKS)) == [expected]


def test_one_row_is_a_list_too() -> None:
    one = f"{NO_WORKS}| Ba | Trạm | 7 |"

    assert marked(drafted(ALL_IN, '[mỗi dòng ct (cuối " và "): {viec} {gia}].', lists=one)) == ["Trạm ⟦7 triệu đồng⟧."]


def test_no_row_at_all_makes_the_loop_vanish_and_a_sentence_of_nothing_else_fall_away() -> None:
    report = drafted(ALL_IN, "Có {a}[ ([mỗi dòng ct: {viec}])].", "[mỗi dòng ct: {viec}].", lists=NO_WORKS)

    assert (shown(report), report.dropped, report.gaps) == (["Có 60."], (fallen("C3", "ct"),), ())


def test_units_whose_list_is_not_in_are_named_and_reported() -> None:
    report = drafted(ONE_OUT, "Gồm [mỗi dòng ct: {viec}].", "[mỗi dòng ct (đầu 1): {ten}{gia}]", lists=WORKS)

    assert marked(report) == [
        "Gồm Đường làng; Cầu tre; Kênh; nhánh 2‹ (mới có 2/3 đơn vị; chưa có số của Ba)›.",
        "Một⟦0 đồng⟧‹ (mới có 2/3 đơn vị; chưa có số của Ba)›",
    ]
    assert report.gaps == (gap("C2", "ct", "u3"), gap("C3", "ct", "u3"))


def test_a_list_that_nobody_has_sent_is_reported_as_a_gap() -> None:
    report = drafted(
        """
        | code | label     | measure | Một |
        | a    | Ngày công | ngày    | ?   |
        """,
        "[mỗi dòng ct: {viec}].",
        lists=NO_WORKS,
    )

    assert (report.blocks, report.dropped, report.gaps) == ((), (fallen("C2", "ct"),), (gap("C2", "ct", "u1"),))


def test_the_cluster_s_own_list_is_gone_through_too() -> None:
    own = f"{NO_WORKS}| Cụm | Trạm | 7 |"

    assert shown(drafted(ALL_IN, "[mỗi dòng ct: {ten} {viec}].", lists=own)) == ["Cụm Trạm."]


def test_what_a_row_says_is_live_and_can_be_looked_up_again() -> None:
    merged = consolidation_of(ALL_IN, lists=WORKS)
    report = drafted(ALL_IN, "[mỗi dòng ct: {viec} {gia|tien:ty,1} {dai}]", lists=WORKS, cells={"ct.1.dai@u2": "ct!E9"})

    price, length = figures_of(report)
    assert (price.shown, price.tag.partition("#")[0], price.title) == (
        "0,05 tỷ đồng",
        "ccb:2023/ct.1.gia@u2|tien:ty,1",
        "Giá trị, Hai [ct.1.gia@u2|tien:ty,1]",
    )
    assert (length.title, length.totals) == ("Dài, Hai · ct!E9 [ct.1.dai@u2]", ())
    assert len(price.tag) <= LONGEST_TAG
    assert price.expression == RowReference(SheetCode("ct"), RowKey("1"), ColumnCode("gia"), UnitId("u2"))
    assert value_of(merged, price.expression) == merged.rows_of(SheetCode("ct"))[1][1].cells[1].value


@pytest.mark.parametrize(("row", "column", "unit"), [("9", "gia", "u2"), ("1", "x", "u2"), ("1", "gia", "u3")])
def test_a_row_that_is_not_there_says_nothing(row: str, column: str, unit: str) -> None:
    reference = RowReference(SheetCode("ct"), RowKey(row), ColumnCode(column), UnitId(unit))

    assert value_of(consolidation_of(ALL_IN, lists=WORKS), reference) == Blank()
