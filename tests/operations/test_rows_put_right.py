"""Rows of lists: cells put right, rows entered and taken out, each for as long as the file says what it said then."""

from dataclasses import replace
from decimal import Decimal

import pytest
from book_drawing import drawn as sheet_of
from deciding import decided
from returning import CAO_BANG, MODELS, PAPER, PERIOD, drawn

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.settling.comparing import Version, compare
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.list_lines import free_key
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.comparison import Change, RowSpot
from ccbdesk.model.decision import Act, Answered, Corrected, Revoked, RowAdded, RowCorrected, RowOf, RowTakenOut
from ccbdesk.model.finding import (
    CorrectionOvertaken,
    Finding,
    NotANumber,
    Overtaken,
    RowOvertaken,
    UnitAbsent,
    ValueMissing,
    Where,
)
from ccbdesk.model.origin import (
    CellOrigin,
    ColumnCode,
    CorrectionOrigin,
    DecisionId,
    Digest,
    IndicatorCode,
    Reading,
    RowKey,
)
from ccbdesk.model.submission import ListCell, ListRow, Submission
from ccbdesk.model.value import Blank, Number, Text
from ccbdesk.operations.check import Checked, decide

NAME, CAPITAL, HOMES = ColumnCode("ten"), ColumnCode("von"), ColumnCode("ho")
BEES, CARP, TEA = free_key("Nuôi ong", ()), free_key("Nuôi cá", ()), free_key("Trồng chè", ())
COUNT, SUM = IndicatorCode("mh"), IndicatorCode("mh_von")
ROWS = """
    | 1 | Nuôi ong | 10 | 3 |
    | 2 | Nuôi cá  | 25 |   |
"""


def listed(rows: str = ROWS) -> Arrival:
    """Return a file of Cao Bằng: TT, name, capital (C), households (D), from row 4 on."""
    return drawn(
        "a.xlsx",
        f"""
        Mô hình
        | Đơn vị báo cáo: | Hội CCB tỉnh Cao Bằng |
        | | ten | von | ho |
        | TT | Tên mô hình | Vốn (triệu đồng) | Số hộ (hộ) |
        {rows}
        _meta
        | bo_bieu_mau | lang-son-thu |
        """,
    )


FILE = listed()


def of(key: RowKey, name: str) -> RowOf:
    return RowOf(CAO_BANG, MODELS, key, name)


def put_right(received: str, typed: str, column: ColumnCode = CAPITAL, key: RowKey = BEES) -> RowCorrected:
    return RowCorrected(of(key, "Nuôi ong"), column, received, typed, "điện thoại", Digest("e" * 64))


ENTERED = RowAdded(of(TEA, "Trồng chè"), ((NAME, "Trồng chè"), (CAPITAL, "7,5")), "công văn 12")
DROPPED = RowTakenOut(of(CARP, "Nuôi cá"), ((NAME, "Nuôi cá"), (CAPITAL, "25")), "đơn vị báo nhầm")


def got_from(*acts: Act, files: tuple[Arrival, ...] = (FILE,)) -> Checked:
    return decide(PAPER, PERIOD, files, settle(decided(*acts), PERIOD))


def returned(got: Checked) -> Submission:
    (submission,) = got.merged.submissions
    return submission


def figure(got: Checked, code: IndicatorCode) -> Reading:
    found = returned(got).reading(code)
    assert found is not None
    return found


def said(got: Checked) -> list[Finding]:
    """Return the findings, but for returns that are not in and what has nothing to do with the list."""
    others = (UnitAbsent, ValueMissing)
    return [each for each in got.checks.findings if not isinstance(each, others) or each.where.sheet == "Mô hình"]


def contents(got: Checked) -> list[tuple[str, ...]]:
    return [tuple(cell.as_typed for cell in row.cells) for row in returned(got).rows]


def number(amount: str) -> Number:
    return Number(Decimal(amount))


def in_file(cell: str) -> CellOrigin:
    return CellOrigin("a.xlsx", FILE.receipt.digest, "Mô hình", cell)


# -- cells ---------------------------------------------------------------------------------------------------------


def test_a_cell_put_right_takes_the_place_of_what_was_received_which_stands_beside_it() -> None:
    before = Reading(IndicatorCode("mh_von"), number("10"), "10", in_file("C4"))
    origin = CorrectionOrigin(DecisionId(1), "điện thoại", before, Digest("e" * 64))

    (row, _) = returned(got_from(put_right("10", "12"))).rows

    assert row == ListRow(
        MODELS,
        BEES,
        (
            ListCell(NAME, Text("Nuôi ong"), "Nuôi ong", in_file("B4")),
            ListCell(CAPITAL, number("12"), "12", origin),
            ListCell(HOMES, number("3"), "3", in_file("D4")),
        ),
    )


def test_the_sum_stands_on_the_same_word_and_keeps_what_the_file_gives_behind_it() -> None:
    plain = figure(got_from(), SUM)
    got = got_from(put_right("10", "12"))

    assert plain == Reading(SUM, number("35"), "35", in_file("C4:C5"))
    assert figure(got, SUM) == Reading(
        SUM,
        number("37"),
        "37",
        CorrectionOrigin(DecisionId(1), "điện thoại", plain, Digest("e" * 64), is_of_rows=True),
    )
    assert figure(got, COUNT) == figure(got_from(), COUNT)
    assert got.merged.total(SUM).value == number("37")


def test_a_blank_cell_is_filled_and_a_filled_one_emptied() -> None:
    filled = got_from(put_right("", "9", HOMES, CARP))
    emptied = got_from(put_right("10", ""))

    assert contents(filled)[1] == ("Nuôi cá", "25", "9")
    (row, _) = returned(emptied).rows
    cell = row.cell(CAPITAL)
    assert cell is not None
    assert (cell.value, cell.reading.received_as, figure(emptied, SUM).value) == (Blank(), "10", number("25"))


def test_a_row_that_is_renamed_keeps_its_key() -> None:
    (row, _) = returned(got_from(put_right("Nuôi ong", "Nuôi ong mật", NAME))).rows

    assert (row.key, row.name) == (BEES, "Nuôi ong mật")


@pytest.mark.parametrize("received", ["#REF!", "1#0", "nhiều lắm"])
def test_a_cell_put_right_settles_what_was_found_in_it(received: str) -> None:
    faulty = listed(f"| 1 | Nuôi ong | {received} | 3 |")

    assert said(got_from(files=(faulty,))) != []
    assert said(got_from(put_right(received, "12"), files=(faulty,))) == []


def test_what_the_office_types_is_read_like_a_cell_and_may_be_wrong_or_asked_about() -> None:
    wrong = got_from(put_right("10", "1#2"))
    asked = got_from(put_right("3", "1.200 (3 đợt 400)", HOMES))
    (question,) = asked.checks.questions

    assert said(wrong) == [NotANumber(Where("a.xlsx", CAO_BANG, "Mô hình", "C4", SUM, "1#2", is_corrected=True))]
    answered = got_from(put_right("3", "1.200 (3 đợt 400)", HOMES), Answered(question.id, question.choices[0]))
    (row, _) = returned(answered).rows
    assert answered.checks.questions == ()
    assert [cell.value for cell in row.cells if cell.column == HOMES] == [number(question.choices[0])]


def test_a_new_file_with_the_same_row_keeps_it_wherever_the_row_stands() -> None:
    moved = listed("| 1 | Trồng rừng | 4 | 1 |\n| 2 | NUÔI ONG | 10 | 8 |")

    assert contents(got_from(put_right("10", "12"), files=(moved,))) == [
        ("Trồng rừng", "4", "1"),
        ("NUÔI ONG", "12", "8"),
    ]


def test_a_file_that_says_otherwise_overtakes_it_and_says_so() -> None:
    other, corrected, gone = listed("| 1 | Nuôi ong | 11 | |"), listed("| 1 | Nuôi ong | 12 | |"), listed("")

    assert said(got_from(put_right("10", "12"), files=(other,))) == [
        CorrectionOvertaken(Where("a.xlsx", CAO_BANG, "Mô hình", "C4", SUM, "11"), "10", "12")
    ]
    assert said(got_from(put_right("10", "12"), files=(corrected,))) == []
    assert said(got_from(put_right("10", "12"), files=(gone,))) == [
        RowOvertaken(Where("a.xlsx", CAO_BANG, "Mô hình"), "Nuôi ong", Overtaken.GONE, "12")
    ]


# -- rows ----------------------------------------------------------------------------------------------------------


def test_a_row_entered_by_hand_counts_like_any_other() -> None:
    got = got_from(ENTERED)

    assert contents(got) == [("Nuôi ong", "10", "3"), ("Nuôi cá", "25"), ("Trồng chè", "7,5")]
    assert returned(got).rows[-1].by_hand == CorrectionOrigin(DecisionId(1), "công văn 12")
    assert [figure(got, code).value for code in (COUNT, SUM)] == [number("3"), number("42.5")]
    assert [figure(got, code).received_as for code in (COUNT, SUM)] == ["2 dòng", "35"]


def test_rows_can_be_entered_for_a_unit_without_a_file_or_without_the_sheet() -> None:
    words = drawn("a.xlsx", "Lời văn\n| Đơn vị báo cáo: | Hội CCB tỉnh Cao Bằng |\n| Mã | Chỉ tiêu | Nội dung |\n"
                            "| y_kien | Ý kiến | Tốt |\n_meta\n| bo_bieu_mau | lang-son-thu |")  # fmt: skip

    for files in ((), (words,)):
        got = got_from(ENTERED, files=files)
        assert contents(got) == [("Trồng chè", "7,5")]
        assert [figure(got, code).value for code in (COUNT, SUM)] == [number("1"), number("7.5")]
        assert [figure(got, code).as_received for code in (COUNT, SUM)] == [None, None]


def test_a_row_taken_out_counts_nowhere_and_is_kept() -> None:
    got = got_from(DROPPED)

    assert contents(got) == [("Nuôi ong", "10", "3")]
    assert [(row.key, row.by_hand) for row in returned(got).taken_out] == [
        (CARP, CorrectionOrigin(DecisionId(1), "đơn vị báo nhầm"))
    ]
    assert [figure(got, code).value for code in (COUNT, SUM)] == [number("1"), number("10")]


def test_a_faulty_row_taken_out_is_no_longer_found_fault_with() -> None:
    faulty = listed("| 1 | Nuôi ong | 10 | 3 |\n| 2 | Nuôi cá | 2#5 | |")
    act = replace(DROPPED, received=((NAME, "Nuôi cá"), (CAPITAL, "2#5")))

    assert [type(each) for each in said(got_from(files=(faulty,)))] == [NotANumber]
    assert said(got_from(act, files=(faulty,))) == []


@pytest.mark.parametrize(
    ("act", "rows", "expected"),
    [
        (ENTERED, "| 1 | Trồng chè | 7,5 | |", []),
        (ENTERED, "| 1 | Trồng chè | 8 | |", [Overtaken.THERE]),
        (DROPPED, "| 1 | Nuôi cá | 25 | |", []),
        (DROPPED, "| 1 | Nuôi cá | 26 | |", [Overtaken.CHANGED]),
        (DROPPED, "| 1 | Nuôi ong | 26 | |", []),
    ],
)
def test_a_new_file_is_used_where_it_speaks_of_the_row_itself(act: Act, rows: str, expected: list[Overtaken]) -> None:
    got = got_from(act, files=(listed(rows),))

    assert [each.how for each in said(got) if isinstance(each, RowOvertaken)] == expected
    assert len(returned(got).rows) == (0 if act is DROPPED and not expected and "Nuôi cá" in rows else 1)


# -- one beside the other ------------------------------------------------------------------------------------------


def test_a_row_entered_by_hand_can_be_put_right_and_taken_out() -> None:
    corrected = RowCorrected(of(TEA, "Trồng chè"), CAPITAL, "7,5", "8", "thư điện tử")
    dropped = RowTakenOut(of(TEA, "Trồng chè"), ENTERED.cells, "nhầm")

    assert contents(got_from(ENTERED, corrected))[-1] == ("Trồng chè", "8")
    assert contents(got_from(ENTERED, corrected, dropped)) == contents(got_from())


def test_a_sum_put_right_itself_is_overtaken_when_its_rows_are_put_right_afterwards() -> None:
    whole = Corrected(CAO_BANG, SUM, "35", "36", "điện thoại")
    after_rows = Corrected(CAO_BANG, SUM, "37", "38", "điện thoại")

    assert figure(got_from(whole), SUM).value == number("36")
    assert [type(each) for each in said(got_from(whole, put_right("10", "12")))] == [CorrectionOvertaken]
    got = got_from(put_right("10", "12"), after_rows)
    assert (figure(got, SUM).value, figure(got, SUM).received_as, said(got)) == (number("38"), "35", [])


def test_undone_all_is_as_it_was() -> None:
    acts = (put_right("10", "12"), ENTERED, DROPPED)
    undone = tuple(Revoked(DecisionId(number)) for number in (1, 2, 3))

    assert replace(got_from(*acts, *undone).merged, basis=got_from().merged.basis) == got_from().merged


def test_without_what_was_decided_a_return_is_as_its_file_has_it() -> None:
    decided_on, plain = (returned(got) for got in (got_from(put_right("10", "12"), ENTERED, DROPPED), got_from()))

    assert decided_on.is_corrected
    assert not plain.is_corrected
    assert decided_on.as_received == plain


def test_versions_are_compared_as_they_were_received_and_what_was_put_right_counts_as_asked() -> None:
    older = returned(got_from(put_right("10", "12"), DROPPED))
    newer = returned(got_from(files=(listed("| 1 | Nuôi ong | 13 | 4 |"),)))

    cells = compare(PAPER, Version(older), Version(newer)).cells

    assert [(each.spot.key, each.spot.column, each.change, each.is_unasked) for each in cells
            if isinstance(each.spot, RowSpot)] == [
        (BEES, NAME, Change.UNCHANGED, False),
        (BEES, CAPITAL, Change.CHANGED, False),
        (BEES, HOMES, Change.CHANGED, True),
        (CARP, NAME, Change.GONE, False),
        (CARP, CAPITAL, Change.GONE, False),
    ]  # fmt: skip


# -- where it is seen ----------------------------------------------------------------------------------------------


def test_the_workbook_shows_received_corrected_and_difference() -> None:
    got = got_from(put_right("10", "12"), ENTERED, DROPPED)
    book = plan_book(got.merged, got.checks)

    assert sheet_of(book, "Danh sách", 3) == [
        "TT | Đơn vị | Tên mô hình | Vốn (triệu đồng) | Số hộ (hộ) | Sửa hoặc nhập tay",
        "1 | Cao Bằng | Nuôi ong | 12 | 3 | Vốn: Đơn vị ghi “10”, dùng 12 (chênh lệch +2), sửa theo điện thoại.",
        "2 | Cao Bằng | Trồng chè | 7.5 |  | Dòng nhập tay từ công văn 12.",
        " | Toàn Cụm |  | =SUM(D4:D5) → 19.5 | ",
        "Không tính: Cao Bằng – Nuôi cá; 25 (bỏ theo đơn vị báo nhầm).",
    ]
    rows = [row.split(" | ") for row in sheet_of(book, "Nguồn số liệu", 3)]
    shown = [(row[0], row[4], row[6], row[7], row[10], *row[14:17]) for row in rows if row[0].endswith(".von")]
    assert shown == [
        (f"mh.{BEES}.von", "12", "10", "có", "C4", "12", "2", "sửa theo điện thoại"),
        (f"mh.{TEA}.von", "7.5", "", "có", "", "7,5", "", "nhập tay từ công văn 12"),
        (f"mh.{CARP}.von", "", "25", "bỏ ra", "C5", "", "", "bỏ theo đơn vị báo nhầm"),
    ]
