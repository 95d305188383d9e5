"""What cells mean: values as people type them, what is wrong with them, and what must be asked."""

from datetime import date
from decimal import Decimal

import pytest
from returning import CAO_BANG, at, drawn, number, reading, received, received_rows, table, values

from ccbdesk.model.finding import (
    BadGrouping,
    DateInCell,
    ErrorInCell,
    Finding,
    FormulaWithoutResult,
    NotADay,
    NotANumber,
    NotWhole,
    OutOfBounds,
    ReadAs,
    VagueQuantity,
    WrongMeasure,
)
from ccbdesk.model.origin import AnswerOrigin, CellOrigin, IndicatorCode, QuestionId, Reading
from ccbdesk.model.question import AmbiguousFigure
from ccbdesk.model.remark import Remark
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Text, Unreadable, Value


def test_a_return_gives_what_stands_in_it_in_the_forms_order() -> None:
    file = drawn(
        "a.xlsx",
        table(
            """
            | dang_vien | 2 | Đảng viên        | người | 5.763 |
            | hoi_vien  | 1 | Tổng số hội viên | người | 13765 |
            | quy       | 3 | Quỹ Hội          | triệu đồng | 4093.7 |
            | the_bhyt  |   | Có thẻ BHYT      | %     | 98%   |
            | cach_lam  |   | Cách làm hay     |       | "Một  mô hình\\nở xã" |
            | ngay_hop  |   | Ngày họp         |       | 2023-10-05 |
        """.replace("5.763", '"5.763"')
        ),
    )

    got = received(file)

    assert got.submissions[0].readings == (
        reading("hoi_vien", number("13765"), "13.765", "E5", file),
        reading("dang_vien", number("5763"), "5.763", "E4", file),
        reading("quy", number("4093.7"), "4.093,7", "E6", file),
        reading("the_bhyt", number("98"), "98%", "E7", file),
        reading("cach_lam", Text("Một mô hình\nở xã"), "Một  mô hình\nở xã", "E8", file),
        reading("ngay_hop", Day(date(2023, 10, 5)), "05/10/2023", "E9", file),
    )
    assert (got.findings, got.questions) == ((), ())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", Blank()),
        ('"  "', Blank()),
        ("…", Blank()),
        ("x", NotApplicable()),
        ("0", number("0")),
        ('"12"', number("12")),
        ("12.0", number("12.0")),
        ("=12", number("12")),
    ],
)
def test_a_count_is_read_without_a_word_where_nothing_is_odd_about_it(typed: str, value: Value) -> None:
    got = received_rows(f"| hoi_vien | | Tổng số hội viên | | {typed} |")

    assert (values(got), got.findings, got.questions) == ([{"hoi_vien": value}], (), ())


@pytest.mark.parametrize(
    ("code", "typed", "value", "finding"),
    [
        ("hoi_vien", "#REF!", Unreadable("#REF!"), ErrorInCell(at("E4", "hoi_vien", "#REF!"))),
        ("hoi_vien", "=?", Unreadable(""), FormulaWithoutResult(at("E4", "hoi_vien", ""))),
        ("hoi_vien", "TRUE", Unreadable("TRUE"), NotANumber(at("E4", "hoi_vien", "TRUE"))),
        ("hoi_vien", "như trên", Unreadable("như trên"), NotANumber(at("E4", "hoi_vien", "như trên"))),
        ("hoi_vien", "2023-07-05", Unreadable("05/07/2023"), DateInCell(at("E4", "hoi_vien", "05/07/2023"))),
        ("hoi_vien", "50.700.00", Unreadable("50.700.00"), BadGrouping(at("E4", "hoi_vien", "50.700.00"))),
        ("hoi_vien", '"1.5"', Unreadable("1.5"), NotWhole(at("E4", "hoi_vien", "1.5"))),
        ("hoi_vien", '"100%"', Unreadable("100%"), WrongMeasure(at("E4", "hoi_vien", "100%"), "người")),
        ("hoi_vien", "hàng trăm", Text("hàng trăm"), VagueQuantity(at("E4", "hoi_vien", "hàng trăm"))),
        ("quy", "-5", number("-5"), OutOfBounds(at("E4", "quy", "-5"), Decimal(0), None)),
        ("the_bhyt", "120", number("120"), OutOfBounds(at("E4", "the_bhyt", "120"), None, Decimal(100))),
        ("ngay_hop", "sắp tới", Unreadable("sắp tới"), NotADay(at("E4", "ngay_hop", "sắp tới"))),
        ("ngay_hop", "12", Unreadable("12"), NotADay(at("E4", "ngay_hop", "12"))),
        ("cach_lam", "#N/A", Unreadable("#N/A"), ErrorInCell(at("E4", "cach_lam", "#N/A"))),
    ],
)
def test_what_is_wrong_with_a_cell_is_found_once(code: str, typed: str, value: Value, finding: Finding) -> None:
    got = received_rows(f"| {code} | | | | {typed} |")

    assert (values(got), got.findings, got.questions) == ([{code: value}], (finding,), ())


def test_a_figure_read_otherwise_than_letter_by_letter_is_noted() -> None:
    got = received_rows("| hoi_vien | | | | trên 200 |")

    over = Number(Decimal(200), Exactness.OVER)
    assert values(got) == [{"hoi_vien": over}]
    assert got.findings == (ReadAs(at("E4", "hoi_vien", "trên 200"), "người", over, (Remark.APPROXIMATE,)),)


def test_a_unit_that_says_it_has_none_of_what_is_asked_for_has_zero() -> None:
    got = received_rows("| quy | | | | Không có quỹ Hội |")

    none = Number(Decimal(0))
    assert values(got) == [{"quy": none}]
    assert got.findings == (ReadAs(at("E4", "quy", "Không có quỹ Hội"), "triệu đồng", none, (Remark.ZERO_WORD,)),)


def test_none_of_something_else_is_not_taken_for_zero() -> None:
    got = received_rows("| quy | | | | Không có sổ quỹ |")

    assert values(got) == [{"quy": Unreadable("Không có sổ quỹ")}]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Không có", Text("Không có")),
        ("x", NotApplicable()),
        ("X", NotApplicable()),
        ("...", Blank()),
        ("…", Blank()),
        ("12.5", Text("12,5")),
        ("TRUE", Text("TRUE")),
        ("2023-10-05", Text("05/10/2023")),
    ],
)
def test_words_stay_as_they_are_but_for_the_marks_of_the_instruction(typed: str, value: Value) -> None:
    got = received_rows(f"| cach_lam | | | | {typed} |")

    assert (values(got), got.findings) == ([{"cach_lam": value}], ())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ('"10/10/2023"', Day(date(2023, 10, 10))),
        ("ngày 10 tháng 10 năm 2023", Day(date(2023, 10, 10))),
        ("x", NotApplicable()),
        ("…", Blank()),
        ("", Blank()),
    ],
)
def test_a_day_may_be_typed_in_words(typed: str, value: Value) -> None:
    got = received_rows(f"| ngay_hop | | | | {typed} |")

    assert (values(got), got.findings) == ([{"ngay_hop": value}], ())


def test_a_percentage_sign_of_the_cell_is_no_reason_for_a_note() -> None:
    got = received_rows("| the_bhyt | | | | 98.27% |")

    assert (values(got), got.findings) == ([{"the_bhyt": number("98.27")}], ())


DOUBT = '| duong | | Đường bê tông | km | "1.500" |'
ASKED = QuestionId("so-cao_bang-duong-dbf6")


def test_a_figure_with_two_meanings_is_asked_about_and_counts_for_nothing() -> None:
    got = received_rows(DOUBT)

    candidates = (number("1500"), number("1.5"))
    assert values(got) == [{"duong": Unreadable("1.500")}]
    assert got.questions == (AmbiguousFigure(ASKED, at("E4", "duong", "1.500"), "km", candidates),)
    assert got.findings == ()


def test_an_answer_settles_the_figure_and_is_remembered_as_its_origin() -> None:
    file = drawn("a.xlsx", table(DOUBT))

    got = received(file, answers={ASKED: "1500"})

    cell = CellOrigin("a.xlsx", file.receipt.digest, "Biểu 1", "E4")
    origin = AnswerOrigin(cell, ASKED, "1500")
    assert got.submissions[0].readings == (Reading(IndicatorCode("duong"), number("1500"), "1.500", origin),)
    assert (got.findings, got.questions) == ((), ())


def test_a_figure_that_is_to_be_left_out_is_blank() -> None:
    assert values(received_rows(DOUBT, {ASKED: "bo_qua"})) == [{"duong": Blank()}]


def test_an_answer_that_was_not_offered_settles_nothing() -> None:
    got = received_rows(DOUBT, {ASKED: "15"})

    assert (values(got), len(got.questions)) == ([{"duong": Unreadable("1.500")}], 1)


def test_an_answer_to_what_stood_there_before_settles_nothing() -> None:
    got = received_rows(DOUBT.replace("1.500", "1.600"), {ASKED: "1500"})

    assert values(got) == [{"duong": Unreadable("1.600")}]


def test_an_answer_does_not_lift_the_bounds() -> None:
    bounded = drawn("a.xlsx", table('| the_bhyt | | | % | "1.500" |'))

    question = received(bounded).questions[0]
    got = received(bounded, answers={question.id: "1500"})

    assert values(got) == [{"the_bhyt": number("1500")}]
    assert got.findings == (OutOfBounds(at("E4", "the_bhyt", "1.500"), None, Decimal(100)),)


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("| Số liệu tính đến ngày: | 10/10/2023 |", date(2023, 10, 10)),
        ("| Số liệu tính đến ngày: | 2023-10-10 |", date(2023, 10, 10)),
        ("| Ngày lập: 10/10/2023 |", None),
        ("| Ngày chốt số liệu: 10/10/2023 |", date(2023, 10, 10)),
        ("| (Số liệu tính đến hết ngày 10 tháng 10 năm 2023) |", date(2023, 10, 10)),
        ("| Số liệu tính đến ngày: |", None),
    ],
)
def test_the_cut_off_day_is_read_above_the_table(caption: str, day: date | None) -> None:
    got = received(drawn("a.xlsx", table("| hoi_vien | | | | 1 |").replace("Biểu 1\n", f"Biểu 1\n{caption}\n", 1)))

    assert ([each.cut_off for each in got.submissions], got.findings) == ([day], ())


def test_a_cut_off_day_that_is_none_is_found() -> None:
    text = table("| hoi_vien | | | | 1 |").replace("Biểu 1\n", "Biểu 1\n| Số liệu tính đến ngày: | cuối năm |\n", 1)

    got = received(drawn("a.xlsx", text))

    assert [each.cut_off for each in got.submissions] == [None]
    assert got.findings == (NotADay(at("B1", None, "cuối năm")),)


def test_the_cut_off_day_of_the_stamp_holds_where_no_other_is_written() -> None:
    stamp = '_meta\n| bo_bieu_mau | lang-son-thu |\n| phien_ban | "2" |\n| tinh_den | 2023-10-10 |'

    got = received(drawn("a.xlsx", table("| hoi_vien | | | | 1 |") + stamp))

    assert [(each.unit, each.cut_off, each.form_version) for each in got.submissions] == [
        (CAO_BANG, date(2023, 10, 10), "2")
    ]
