"""Figures as people type them, beyond the table: each sort of content and what must come of it."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ccbdesk.model.form import Kind
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number
from ccbdesk.vietnamese.numbers.reading import (
    Doubtful,
    Fault,
    Heard,
    NotUnderstood,
    Remark,
    Understood,
    Vague,
    read_amount,
    read_figure,
    says_none_of,
)

COUNT = (Kind.INTEGER, "nhà")
MILLIONS = (Kind.MONEY, "triệu đồng")
DONG = (Kind.MONEY, "đồng")
LENGTH = (Kind.DECIMAL, "km")
AREA = (Kind.INTEGER, "m²")
PERCENT = (Kind.PERCENT, "%")

Row = tuple[Kind, str]


def number(amount: str, *remarks: Remark, exactness: Exactness = Exactness.EXACT, target: str = "") -> Understood:
    return Understood(Number(Decimal(amount), exactness), remarks, Number(Decimal(target)) if target else None)


def ask(*amounts: str) -> Doubtful:
    return Doubtful(tuple(Number(Decimal(amount)) for amount in amounts))


NOT_A_NUMBER, BAD_GROUPING, NOT_WHOLE, WRONG_MEASURE = (NotUnderstood(fault) for fault in Fault)


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0", "…", "...", "………", "… nhà", "Chưa có số liệu", "chưa tổng hợp"])
def test_what_says_that_there_is_no_figure_yet_is_blank(typed: str) -> None:
    assert read_figure(typed, *COUNT) == Understood(Blank())


@pytest.mark.parametrize("typed", ["x", "X", "/", "×", "không áp dụng", "Không có nhiệm vụ", "n/a"])
def test_what_says_that_there_is_no_such_task_is_not_applicable(typed: str) -> None:
    assert read_figure(typed, *COUNT) == Understood(NotApplicable())


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("0", number("0")),
        ("-", number("0", Remark.DASH)),
        ("–", number("0", Remark.DASH)),
        ("không", number("0", Remark.ZERO_WORD)),
        ("Không có", number("0", Remark.ZERO_WORD)),
        ("ko", number("0", Remark.ZERO_WORD)),
        ("không có nhà", number("0", Remark.ZERO_WORD)),
        ("không đồng", number("0", Remark.ZERO_WORD)),
        ("chưa có", ask("0")),  # none, or not counted yet
        ("--", ask("0")),
        ("O", ask("0")),
        ("không?", NOT_A_NUMBER),
    ],
)
def test_zero_is_heard_in_words_and_signs(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *COUNT) == heard


@pytest.mark.parametrize(
    "typed", ["hàng trăm", "Nhiều lượt", "đa số", "một số", "vài chục xã", "gần trăm hộ", "Hầu hết các xã"]
)
def test_a_quantity_without_a_figure_is_vague_in_its_own_words(typed: str) -> None:
    assert read_figure(f" {typed}  ", *COUNT) == Vague(typed)


@pytest.mark.parametrize(
    ("typed", "kind", "measure", "words"),
    [
        ("hàng trăm ngày công", Kind.INTEGER, "ngày công", "hàng trăm"),
        ("Hàng trăm  Ngày  công làm đường", Kind.INTEGER, "ngày công", "Hàng trăm"),
        ("hàng nghìn m²", Kind.DECIMAL, "m2", "hàng nghìn"),
        ("hàng nghìn m2 đất", Kind.DECIMAL, "m²", "hàng nghìn"),
        ("hàng trăm triệu đồng", Kind.MONEY, "triệu đồng", "hàng trăm"),
        ("hàng triệu đồng", Kind.MONEY, "triệu đồng", "hàng triệu đồng"),
        ("hàng triệu đồng", Kind.MONEY, "đồng", "hàng triệu"),
        ("hàng trăm nghìn đồng", Kind.MONEY, "triệu đồng", "hàng trăm nghìn đồng"),
        ("nhiều lượt người", Kind.INTEGER, "lượt", "nhiều"),
        ("hàng trăm lượt", Kind.INTEGER, "", "hàng trăm lượt"),
    ],
)
def test_vague_words_are_told_apart_from_the_measure(typed: str, kind: Kind, measure: str, words: str) -> None:
    assert read_figure(typed, kind, measure) == Vague(words)


@pytest.mark.parametrize(
    "typed", ["nt", "//", "như trên", '"', "″", "?", "abc", "½", "10/10/2023", "ngày 5 tháng 7 năm 2024"]
)
def test_what_is_no_figure_is_not_taken_for_one(typed: str) -> None:
    assert read_figure(typed, *COUNT) == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1.234.567", number("1234567")),
        ("1.500", number("1500")),
        ("1,500", number("1500", Remark.COMMA_GROUPED)),
        ("1,234,567", number("1234567", Remark.COMMA_GROUPED)),
        ("1\u202f500", number("1500", Remark.SPACE_GROUPED)),
        ("1\u00a0234\u00a0567", number("1234567", Remark.SPACE_GROUPED)),
        ("１.５００", number("1500", Remark.CLEANED)),
        ("1500.", number("1500", Remark.CLEANED)),
        ("'1500", number("1500", Remark.CLEANED)),
        ("+5", number("5", Remark.CLEANED)),
        ("12,0", number("12")),
        ("5.0", number("5", Remark.DOT_DECIMAL)),
        ("007", number("7")),
        ("1.5", NOT_WHOLE),
        ("0,5", NOT_WHOLE),
        ("0.125", NOT_WHOLE),
        ("1.234,5", NOT_WHOLE),
        ("1.234.56", BAD_GROUPING),
        ("1.23.456", BAD_GROUPING),
        ("1,2,3", BAD_GROUPING),
        ("1.234,567,890", BAD_GROUPING),
        ("1 50", BAD_GROUPING),
        ("1. 500", BAD_GROUPING),
        ("9999999999999999", NOT_A_NUMBER),  # more digits than Excel holds
    ],
)
def test_separators_in_a_count_group_or_are_refused(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *COUNT) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1.500", ask("1500", "1.5")),
        ("1,500", number("1.5", Remark.COMMA_DECIMAL)),
        ("1.500,5", number("1500.5")),
        ("1,234.5", number("1234.5", Remark.COMMA_GROUPED)),
        ("1 500,25", number("1500.25", Remark.SPACE_GROUPED)),
        ("45.7", number("45.7", Remark.DOT_DECIMAL)),
        ("12.35", number("12.35", Remark.DOT_DECIMAL)),
        ("0.125", number("0.125", Remark.DOT_DECIMAL)),
        ("0,125", number("0.125")),
        ("1,50", number("1.5")),
        ("1.500 m", number("1.5", Remark.MEASURE_CONVERTED)),
        ("1,5km đường bê tông", number("1.5", Remark.CLEANED)),
        ("5 m²", WRONG_MEASURE),
        ("5 nhà", WRONG_MEASURE),
        ("2 nghìn", ask("2000")),
    ],
)
def test_separators_in_a_decimal_row_are_decimal_unless_they_must_be_asked(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *LENGTH) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("20 nhà", number("20")),
        ("20 (nhà)", number("20")),
        ("20nhà", number("20")),
        ("02 công trình", number("2")),
        ("30 công", number("30")),
        ("5 công ty", number("5")),
        ("5 đồng chí", number("5")),
        ("5 đ/c", number("5")),
        ("5 trạm y tế", number("5")),  # no trăm
        ("5 ngân hàng", number("5")),  # no ngàn
        ("5 ti vi", number("5")),  # no tỷ
        ("có 5 nhà", number("5", Remark.CLEANED)),
        ("5 đồng", WRONG_MEASURE),
        ("5 triệu đồng", WRONG_MEASURE),
        ("5 km", WRONG_MEASURE),
        ("2ha", WRONG_MEASURE),
        ("3 sào", WRONG_MEASURE),
        ("100 %", WRONG_MEASURE),
        ("12 (3 nữ)", ask("12")),
        ("20 nhà (15 mới, 5 sửa)", ask("20")),
        ("12, trong đó 3 nữ", ask("12")),
        ("5 nhà/xã", ask("5")),
        ("5 nhà mỗi xã", ask("5")),
        ("2 tá", ask("2")),
        ("5?", ask("5")),
        ("5 x", ask("5")),
        ("10x5", NOT_A_NUMBER),
        ("1.5E+05", NOT_A_NUMBER),
        ("10²", NOT_A_NUMBER),
        ("năm 2023", NOT_A_NUMBER),
    ],
)
def test_words_behind_a_count_are_judged(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *COUNT) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("một", number("1", Remark.NUMBER_WORD)),
        ("Hai mươi mốt nhà", number("21", Remark.NUMBER_WORD)),
        ("chín mươi chín", number("99", Remark.NUMBER_WORD)),
        ("hai chục", number("20", Remark.NUMBER_WORD)),
        ("200 nghìn", number("200000", Remark.NUMBER_WORD)),
        ("2 vạn", number("20000", Remark.NUMBER_WORD)),
        ("một nghìn hai trăm", number("1200", Remark.NUMBER_WORD)),
        ("2 triệu lượt", number("2000000", Remark.NUMBER_WORD)),
        ("2 triệu", ask("2000000")),  # perhaps money in the wrong row
        ("5 ng", ask("5000", "5")),  # nghìn or người
        ("5tr", ask("5000000", "5")),
        ("hai bên", ask("2")),
        ("1 nghìn 5", ask("1500", "1005")),
        ("nam", NOT_A_NUMBER),  # men, not five
    ],
)
def test_number_words_and_multipliers_count(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *COUNT) == heard


@pytest.mark.parametrize(
    ("typed", "exactness"),
    [
        ("trên 200", Exactness.OVER),
        ("> 200", Exactness.OVER),
        ("hơn 200 nhà", Exactness.MORE_THAN),
        ("Gần 200", Exactness.NEARLY),
        ("khoảng 200", Exactness.ABOUT),
        ("~200", Exactness.ABOUT),
        ("ước 200", Exactness.ESTIMATED),
        ("ước đạt 200", Exactness.ESTIMATED),
        ("khoảng trên 200", Exactness.ABOUT),
    ],
)
def test_the_word_before_a_figure_is_kept_as_its_exactness(typed: str, exactness: Exactness) -> None:
    assert read_figure(typed, *COUNT) == number("200", Remark.APPROXIMATE, exactness=exactness)


@pytest.mark.parametrize("typed", ["95% trở lên", "từ 95% trở lên", "Từ 95 % trở lên", "95 trở lên"])
def test_a_share_may_be_given_as_the_least(typed: str) -> None:
    assert read_figure(typed, *PERCENT) == number("95", Remark.APPROXIMATE, exactness=Exactness.AT_LEAST)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("200 nhà trở lên", COUNT),
        ("từ 200 trở lên", COUNT),
        ("trên 200% trở lên", PERCENT),
        ("dưới 200% trở lên", PERCENT),
    ],
)
def test_any_other_least_is_asked_about(typed: str, asked: tuple[Kind, str]) -> None:
    assert read_figure(typed, *asked) == Doubtful((Number(Decimal(200), Exactness.AT_LEAST),))


@pytest.mark.parametrize("typed", ["không có nợ xấu", "Không có nợ xấu", "không nợ xấu", "Ko có nợ xấu."])
def test_none_of_what_is_asked_for_is_known_by_its_name(typed: str) -> None:
    assert says_none_of(typed, ("Nợ xấu (nợ quá hạn, nợ khoanh)",))


@pytest.mark.parametrize(
    "typed", ["không có nợ", "không có nợ xấu ở huyện A", "không có", "nợ xấu", "chưa có nợ xấu", ""]
)
def test_none_of_anything_else_is_not(typed: str) -> None:
    assert not says_none_of(typed, ("Nợ xấu (nợ quá hạn, nợ khoanh)", "Nợ xấu tồn đọng"))


def test_a_limit_is_asked_about() -> None:
    assert read_figure("dưới 200", *COUNT) == Doubtful((Number(Decimal(200), Exactness.ABOUT),))


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("-5", number("-5")),
        ("−1.234", number("-1234")),
        ("- 5", ask("5", "-5")),  # a minus, or the dash of a list
        ("- 5 km", WRONG_MEASURE),
        ("1O0", ask("100")),
        ("l5 nhà", ask("15")),
        ("10+5", ask("15")),
        ("10 + 5 nhà", ask("15")),
        ("10+5 km", NOT_A_NUMBER),
        ("5-7", ask("5", "7")),
        ("5/7", ask("5")),  # the 5th of July, or 5 of 7
        ("5/7 nhà", ask("5")),
        ("07/2024", ask("7")),
        ("98/100", number("98", Remark.TARGET_BESIDE, target="100")),
        ("1.757/1.500 nhà", number("1757", Remark.TARGET_BESIDE, target="1500")),
        ("20 nhà/15 nhà", number("20", Remark.TARGET_BESIDE, target="15")),
        ("20 nhà/15 xã", ask("20")),
        ("98/100 (98%)", ask("98")),
        ("1.23/1.500", NOT_WHOLE),
    ],
)
def test_signs_between_figures_are_judged(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *COUNT) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("771.176", number("771176")),
        ("12,5", number("12.5")),
        ("12,683", number("12.683", Remark.COMMA_DECIMAL)),
        ("5.220.000đ", number("5.22")),
        ("45 tỷ\u0309", number("45000")),
        ("45 ty", number("45000", Remark.ABBREVIATED)),
        ("500 ngđ", number("0.5", Remark.ABBREVIATED)),
        ("2 nghìn tỷ", number("2000000")),
        ("5 trăm triệu", number("500")),
        ("3 triệu rưỡi", number("3.5", Remark.NUMBER_WORD)),
        ("một tỷ hai trăm triệu đồng", number("1200", Remark.NUMBER_WORD)),
        ("4.093 tỷ 500 triệu", number("4093500")),
        ("650 nghìn 500 đồng", number("0.6505")),
        ("4,425 tỷ 611 triệu", number("4425611", Remark.COMMA_GROUPED)),
        ("hơn 45,7 tỷ", number("45700", Remark.APPROXIMATE, exactness=Exactness.MORE_THAN)),
        ("-5 triệu", number("-5")),
        ("250 triệu đồng tiền mặt", number("250", Remark.CLEANED)),
        ("4,5/5 tỷ đồng", number("4500", Remark.TARGET_BESIDE, target="5000")),
        ("1.068 tỷ đồng", ask("1068000", "1068")),
        ("12,683 nghìn đồng", ask("0.012683", "12.683")),
        ("163.200.000 ngàn đồng", ask("163200", "163.2")),
        ("1.000.000.000", ask("1000000000", "1000")),
        ("175.000.000", ask("175000000", "175")),
        ("4.425.611", number("4425611")),
        ("1 tỷ 20", ask("1200", "1020")),
        ("1tr2", ask("1.2", "1.002")),
        ("1,5 tỷ 200 triệu", ask("1700")),
        ("2 tỷ 4.500 triệu", ask("6500")),
        ("5 triệu tiền mặt", ask("5")),
        ("5 triệu/suất", ask("5")),
        ("4 triệu 2 tỷ", NOT_A_NUMBER),
        ("50.700.00 ngàn đồng", BAD_GROUPING),
        ("5 nhà", WRONG_MEASURE),
        ("5%", WRONG_MEASURE),
        ("5 km", WRONG_MEASURE),
    ],
)
def test_money_comes_in_the_measure_asked_for(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *MILLIONS) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("5.220.000", number("5220000")),
        ("1,500", number("1500", Remark.COMMA_GROUPED)),
        ("1,5 triệu", number("1500000")),
        ("45,7", NOT_WHOLE),  # nobody counts parts of a đồng
    ],
)
def test_single_dong_are_whole(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *DONG) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1.500m2", number("1500")),
        ("1.500 mét vuông", number("1500")),
        ("2 ha", number("20000", Remark.MEASURE_CONVERTED)),
        ("0,5ha", number("5000", Remark.MEASURE_CONVERTED)),
        ("1.500 ha", ask("15000000", "15000")),
        ("3 sào", ask("1080", "1500")),
        ("1 công", ask("1000")),
        ("1 công đất", ask("1000")),
        ("1,5 ha/2 ha", number("15000", Remark.MEASURE_CONVERTED, Remark.TARGET_BESIDE, target="20000")),
        ("0,00005 ha", NOT_WHOLE),
        ("2 km", WRONG_MEASURE),
    ],
)
def test_land_comes_in_the_measure_asked_for(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *AREA) == heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("98%", number("98")),
        ("98", number("98")),
        ("98 phần trăm", number("98")),
        ("117,113", number("117.113")),
        ("117.113%", ask("117.113", "117113")),
        ("0,98%", number("0.98")),
        ("0,98", ask("98", "0.98")),
        ("98,5%/95%", number("98.5", Remark.TARGET_BESIDE, target="95")),
        ("95/100", ask("95")),
        ("đạt trên 70%", number("70", Remark.CLEANED, Remark.APPROXIMATE, exactness=Exactness.OVER)),
        ("5 triệu", WRONG_MEASURE),
        ("5 km", WRONG_MEASURE),
    ],
)
def test_a_percentage_comes_in_percent(typed: str, heard: Heard) -> None:
    assert read_figure(typed, *PERCENT) == heard


def test_a_count_in_thousands_is_converted_by_its_own_word() -> None:
    heard = [read_figure(typed, Kind.INTEGER, "nghìn người") for typed in ("200", "200 nghìn", "200 nghìn người")]

    assert heard == [number("200"), *[number("200", Remark.NUMBER_WORD)] * 2]


@pytest.mark.parametrize(
    ("amount", "is_percent", "row", "heard"),
    [
        ("13765", False, COUNT, number("13765")),
        ("-5", False, COUNT, number("-5")),
        ("1E+3", False, COUNT, number("1000")),
        ("13.765", False, COUNT, ask("13765")),
        ("2.5", False, COUNT, ask("2500")),
        ("0.5", False, COUNT, NOT_WHOLE),
        ("1234.5", False, COUNT, NOT_WHOLE),
        ("13.76543", False, COUNT, NOT_WHOLE),
        ("0.98", True, COUNT, WRONG_MEASURE),
        ("0.98", True, MILLIONS, WRONG_MEASURE),
        ("0.98", True, PERCENT, number("98")),
        ("1.17113", True, PERCENT, number("117.113")),
        ("98", True, PERCENT, ask("98", "9800")),
        ("98", False, PERCENT, number("98")),
        ("0.98", False, PERCENT, ask("98", "0.98")),
        ("1", False, PERCENT, ask("100", "1")),
        ("0", False, PERCENT, number("0")),
        ("4425611.5", False, MILLIONS, number("4425611.5")),
        ("175000000", False, MILLIONS, ask("175000000", "175")),
        ("1.50", False, LENGTH, number("1.5")),
        ("NaN", False, COUNT, NOT_A_NUMBER),
        ("1E+999999", False, COUNT, NOT_A_NUMBER),
    ],
)
def test_a_cell_of_number_is_judged_by_what_is_asked(amount: str, is_percent: bool, row: Row, heard: Heard) -> None:  # noqa: FBT001 - drawn input
    assert read_amount(Decimal(amount), is_percent, *row) == heard


def test_an_amount_is_held_without_needless_zeros_for_it_is_the_key_of_an_answer() -> None:
    heard = [read_figure("1,50", *LENGTH), read_amount(Decimal("1E+3"), False, *COUNT), read_figure("-0", *COUNT)]  # noqa: FBT003 - no percentage

    assert [
        str(one.value.amount) for one in heard if isinstance(one, Understood) and isinstance(one.value, Number)
    ] == [
        "1.5",
        "1000",
        "0",
    ]


PARTS = st.sampled_from(
    [
        *(
            "1",
            "500",
            "1.500",
            "12,683",
            "0,5",
            "45.7",
            "1 500",
            "50.700.00",
            "１２",
            "1O",
            "²",
            "½",
            "một",
            "hai mươi",
        ),
        *("tỷ", "triệu", "nghìn", "ngàn", "k", "tr", "trăm", "rưỡi", "đồng", "đ", "đ/c", "%", "m2", "km", "ha", "sào"),
        *("trên", "gần", "dưới", "ước đạt", "~", ">", "đạt", "không", "chưa có", "hàng", "x", "nhà", "người"),
        *("/", "-", "+", "(", ")", "…", "...", ",", ".", "?", '"', " ", "\u00a0", "\u0309", "\x00", "\ud800"),
    ]
)
ROWS = st.one_of(
    st.sampled_from([COUNT, MILLIONS, DONG, LENGTH, AREA, PERCENT, (Kind.TEXT, ""), (Kind.DAY, "")]),
    st.tuples(st.sampled_from(Kind), st.one_of(st.text(max_size=8), PARTS)),
)


@given(st.one_of(st.text(), st.lists(PARTS, max_size=7).map("".join), st.lists(PARTS, max_size=5).map(" ".join)), ROWS)
@example("1" * 40_000, COUNT)
@example("một " * 50, COUNT)
@example("999999999999999 nghìn vạn triệu tỷ 5 chục 3", MILLIONS)
def test_any_text_is_answered_for_and_a_doubt_always_proposes_something(typed: str, row: Row) -> None:
    heard = read_figure(typed, *row)

    assert heard != Doubtful(())


@given(st.decimals(), st.booleans(), ROWS)
def test_any_amount_is_answered_for(amount: Decimal, is_percent: bool, row: Row) -> None:  # noqa: FBT001 - drawn input
    heard = read_amount(amount, is_percent, *row)

    assert heard != Doubtful(())


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_read_alike_from_a_number_and_from_its_digits(amount: int) -> None:
    assert read_figure(str(amount), *COUNT) == read_amount(Decimal(amount), False, *COUNT) == number(str(amount))  # noqa: FBT003 - no percentage
