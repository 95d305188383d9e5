"""Figures as a report prints them, each way of writing, and that what is written reads back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.model.form import Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Exactness, Number, Ratio
from ccbdesk.vietnamese.numbers.heard import numbers_of
from ccbdesk.vietnamese.numbers.reading import Understood, read_figure
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS, plain, way_problem, written

COUNT = (Kind.INTEGER, "nhà")
DECIMAL = (Kind.DECIMAL, "km")
MILLIONS = (Kind.MONEY, "triệu đồng")
PERCENT = (Kind.PERCENT, "%")

Row = tuple[Kind, str]


def ways(text: str) -> tuple[Way, ...]:
    """Return the ways of a drawing such as “tron:1000|tien:ty,1”."""
    parts = [part.partition(":") for part in text.split("|") if part]
    return tuple(Way(name, tuple(rest.split(",")) if colon else ()) for name, colon, rest in parts)


def shown(amount: str, row: Row, drawn: str = "", exactness: Exactness = Exactness.EXACT) -> str:
    return written(Number(Decimal(amount), exactness), ways(drawn), *row)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("999", "999"),
        ("164799", "164.799"),
        ("1E+6", "1.000.000"),
        ("4093.70", "4.093,7"),
        ("0.125", "0,125"),
        ("-1234", "-1.234"),
        ("-0.5", "-0,5"),
        ("12345678901234567890123456789012.5", "12.345.678.901.234.567.890.123.456.789.012,5"),
    ],
)
def test_a_plain_figure_has_dots_for_thousands_and_a_comma_before_decimals(amount: str, text: str) -> None:
    assert plain(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "row", "text"),
    [
        ("164799", COUNT, "164.799"),
        ("1.5", DECIMAL, "1,5"),
        ("12.5", PERCENT, "12,5%"),
        ("117.113", PERCENT, "117,113%"),
        ("4425611", MILLIONS, "4.425 tỷ 611 triệu đồng"),
        ("18720", MILLIONS, "18 tỷ 720 triệu đồng"),
        ("2437.65", MILLIONS, "2 tỷ 437 triệu 650 nghìn đồng"),
        ("312033", MILLIONS, "312 tỷ 33 triệu đồng"),
        ("10000", MILLIONS, "10 tỷ đồng"),
        ("175", MILLIONS, "175 triệu đồng"),
        ("0.65", MILLIONS, "650 nghìn đồng"),
        ("0", MILLIONS, "0 đồng"),
        ("-1234", MILLIONS, "-1 tỷ 234 triệu đồng"),
        ("1234.567891", MILLIONS, "1.234.567.891 đồng"),
        ("0.0000015", MILLIONS, "1,5 đồng"),  # shown rather than lost
        ("5220000", (Kind.MONEY, "đồng"), "5 triệu 220 nghìn đồng"),
        ("45.7", (Kind.MONEY, "tỷ đồng"), "45 tỷ 700 triệu đồng"),
        ("5220000", (Kind.MONEY, "suất"), "5 triệu 220 nghìn đồng"),
    ],
)
def test_without_a_way_the_kind_decides(amount: str, row: Row, text: str) -> None:
    assert shown(amount, row) == text


@pytest.mark.parametrize(
    ("amount", "row", "drawn", "text"),
    [
        ("4093.70", DECIMAL, "so", "4.093,7"),
        ("4093", DECIMAL, "so:1", "4.093"),
        ("4093.74", DECIMAL, "so:1", "trên 4.093,7"),
        ("4093.75", DECIMAL, "so:1", "gần 4.093,8"),
        ("-4093.75", DECIMAL, "so:1", "gần -4.093,8"),
        ("0.3", DECIMAL, "so:0", "0,3"),  # never rounded away
        ("7855", COUNT, "so_lien", "7855"),
        ("2", COUNT, "hai_chu_so", "02"),
        ("12", COUNT, "hai_chu_so", "12"),
        ("1234", COUNT, "hai_chu_so", "1.234"),
        ("0", COUNT, "hai_chu_so", "0"),
        ("4425611", MILLIONS, "tien", "4.425 tỷ 611 triệu đồng"),
        ("4093700", MILLIONS, "tien:ty,1", "4.093,7 tỷ đồng"),
        ("4093712", MILLIONS, "tien:ty,1", "trên 4.093,7 tỷ đồng"),
        ("4093690", MILLIONS, "tien:ty,1", "gần 4.093,7 tỷ đồng"),
        ("10400", MILLIONS, "tien:ty", "10,4 tỷ đồng"),
        ("20", MILLIONS, "tien:ty,1", "0,02 tỷ đồng"),
        ("771176", MILLIONS, "tien:trieu", "771.176 triệu đồng"),
        ("82.35", MILLIONS, "tien:trieu", "82,35 triệu đồng"),
        ("0.5", MILLIONS, "tien:nghin", "500 nghìn đồng"),
        ("5.22", MILLIONS, "tien:dong", "5.220.000 đồng"),
        ("13765", COUNT, "tron:1000", "gần 14.000"),
        ("164200", COUNT, "tron:1000", "trên 164.000"),
        ("164000", COUNT, "tron:1000", "164.000"),
        ("3", COUNT, "tron:1000", "3"),  # the step is larger than the figure
        ("4425611", MILLIONS, "tron:1000", "gần 4.426 tỷ đồng"),
        ("4425611", MILLIONS, "tron:1000|tien:trieu", "gần 4.426.000 triệu đồng"),
        ("12.34", DECIMAL, "tron:0.5", "gần 12,5"),
        ("12.5", PERCENT, "phan_tram:1", "12,5%"),
        ("12.56", PERCENT, "phan_tram:1", "gần 12,6%"),
        ("12.5", DECIMAL, "khong_co|so:9,9", "12,5"),  # ways that cannot be used are left out
    ],
)
def test_each_way_writes_and_says_what_it_rounds(amount: str, row: Row, drawn: str, text: str) -> None:
    assert shown(amount, row, drawn) == text


@pytest.mark.parametrize(
    ("exactness", "exact", "lower", "higher"),
    [
        (Exactness.EXACT, "13.765", "trên 13.700", "gần 13.770"),
        (Exactness.OVER, "trên 13.765", "trên 13.700", "khoảng 13.770"),
        (Exactness.MORE_THAN, "hơn 13.765", "hơn 13.700", "khoảng 13.770"),
        (Exactness.NEARLY, "gần 13.765", "khoảng 13.700", "gần 13.770"),
        (Exactness.ABOUT, "khoảng 13.765", "khoảng 13.700", "khoảng 13.770"),
        (Exactness.ESTIMATED, "ước 13.765", "ước 13.700", "ước 13.770"),
    ],
)
def test_a_reported_word_is_kept_as_long_as_the_rounding_does_not_belie_it(
    exactness: Exactness, exact: str, lower: str, higher: str
) -> None:
    texts = [shown("13765", COUNT, drawn, exactness) for drawn in ("", "tron:685", "tron:10")]

    assert texts == [exact, lower, higher]


@pytest.mark.parametrize(
    ("numerator", "denominator", "row", "drawn", "text"),
    [
        ("1", "8", DECIMAL, "", "0,125"),
        ("100", "3", PERCENT, "", "33,33%"),
        ("200", "3", PERCENT, "phan_tram:0", "67%"),
        ("50", "1", PERCENT, "phan_tram:1", "50%"),
        ("10", "3", MILLIONS, "", "trên 3.333.333 đồng"),
        ("10", "3", MILLIONS, "tien:trieu", "trên 3,33 triệu đồng"),
        ("-10", "4", DECIMAL, "so:0", "-3"),
        ("10", "3", DECIMAL, "tron:1", "trên 3"),
    ],
)
def test_a_quotient_is_rounded_only_where_it_is_shown(
    numerator: str, denominator: str, row: Row, drawn: str, text: str
) -> None:
    assert written(Ratio(Decimal(numerator), Decimal(denominator)), ways(drawn), *row) == text


@pytest.mark.parametrize(
    ("drawn", "problem"),
    [
        *(
            (usable, "")
            for usable in ("so", "so:2", "so_lien", "hai_chu_so", "tien", "tien:ty", "tien:ty,1", "tron:1000")
        ),
        *((usable, "") for usable in ("tron:0.5", "phan_tram", "phan_tram:1", "ngay")),
        ("dep", "dep"),
        ("so:x", "x"),
        ("so:10", "10"),
        ("so:1,2", "2"),
        ("so:", "so"),
        ("so_lien:1", "1"),
        ("tien:1", "1"),
        ("tien:ty,xa", "xa"),
        ("tron", "tron"),
        ("tron:0", "0"),
        ("tron:-5", "-5"),
        ("phan_tram:%", "%"),
    ],
)
def test_what_is_wrong_with_a_way_is_named(drawn: str, problem: str) -> None:
    assert way_problem(ways(drawn)[0]) == problem


def test_the_ways_of_the_form_language_are_known() -> None:
    assert KNOWN_WAYS == (
        "so",
        "so_lien",
        "hai_chu_so",
        "tien",
        "tron",
        "phan_tram",
        "bang_chu",
        "don_vi",
        "doi",
        "theo",
        "ngay",
    )


# -- what is written reads back -----------------------------------------------------------------------------------

WHOLE = st.integers(-(10**9), 10**9).map(Decimal)
MONEY = st.integers(-(10**12) + 1, 10**12 - 1).map(lambda thousands: Decimal(thousands).scaleb(-3))  # 15 digits of đồng
TENTHS = st.integers(-(10**9), 10**9).map(lambda tenths: Decimal(tenths).scaleb(-1))
EXACTNESSES = st.sampled_from(Exactness)
OF_RESULTS = EXACTNESSES.filter(
    lambda exactness: exactness is not Exactness.AT_LEAST
)  # no result, so it is asked about


@given(WHOLE, OF_RESULTS, st.sampled_from(["", "so", "so_lien", "hai_chu_so", "tron:1"]))
def test_a_written_count_reads_back(amount: Decimal, exactness: Exactness, drawn: str) -> None:
    heard = read_figure(written(Number(amount, exactness), ways(drawn), *COUNT), *COUNT)

    assert isinstance(heard, Understood)
    assert heard.value == Number(amount, exactness)


@given(
    MONEY,
    EXACTNESSES,
    st.sampled_from(["", "tien", "tien:dong", "tien:nghin", "tien:trieu", "tien:ty"]),
    st.sampled_from(["triệu đồng", "nghìn đồng", "tỷ đồng"]),
)
def test_written_money_reads_back_or_is_the_first_proposal(
    thousands: Decimal, exactness: Exactness, drawn: str, measure: str
) -> None:
    number = Number(thousands.scaleb({"triệu đồng": 0, "nghìn đồng": 3, "tỷ đồng": -3}[measure]), exactness)

    heard = read_figure(written(number, ways(drawn), Kind.MONEY, measure), Kind.MONEY, measure)

    assert numbers_of(heard)[0] == number


@given(st.integers(-(10**12) + 1, 10**12 - 1), EXACTNESSES)
def test_written_single_dong_read_back(amount: int, exactness: Exactness) -> None:
    number = Number(Decimal(amount), exactness)

    heard = read_figure(written(number, (), Kind.MONEY, "đồng"), Kind.MONEY, "đồng")

    assert numbers_of(heard)[0] == number


@given(TENTHS, EXACTNESSES, st.sampled_from([DECIMAL, PERCENT, (Kind.DECIMAL, "điểm"), (Kind.MONEY, "triệu đồng")]))
def test_a_plain_figure_reads_back_or_is_among_the_proposals(tenths: Decimal, exactness: Exactness, row: Row) -> None:
    heard = read_figure(shown(str(tenths), row, "so:1", exactness), *row)

    assert Number(tenths, exactness) in numbers_of(heard)


@given(st.decimals(-(10**15), 10**15, places=10), st.integers(0, 9))
def test_a_rounded_figure_is_near_and_says_on_which_side(amount: Decimal, places: int) -> None:
    text = shown(str(amount), DECIMAL, f"so:{places}")

    word, _, figure = text.rpartition(" ")
    printed = Decimal(figure.replace(".", "").replace(",", "."))
    expected = "trên" if abs(printed) < abs(amount) else "gần" if abs(printed) > abs(amount) else ""
    assert (word, abs(printed - amount) <= Decimal(5).scaleb(-places - 1)) == (expected, True)
