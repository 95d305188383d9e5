"""Number formats and numbers mean what Excel makes of them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.files.excel.formats import Format, format_named, format_numbered
from ccbdesk.files.excel.values import Raw, content_of, number_written
from ccbdesk.model.grid import Content, ErrorShown, Missing


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("General", Format.PLAIN),
        ("@", Format.PLAIN),
        ("#,##0", Format.PLAIN),
        ("#,##0.00\\ [$₫-42A]", Format.PLAIN),
        ('_-* #,##0\\ "đồng"_-;\\-* #,##0_d_-', Format.PLAIN),
        ('0" ngày"', Format.PLAIN),
        ('0"%"', Format.PLAIN),
        ("0\\%", Format.PLAIN),
        ("0.00E+00", Format.PLAIN),
        ("[Red]General", Format.PLAIN),
        ("#,##0*y", Format.PLAIN),
        ("0%", Format.PERCENT),
        ("0.00 %", Format.PERCENT),
        ('[=0]"";0.0%', Format.PERCENT),
        ("[Red]-0%", Format.PERCENT),
        ("dd/mm/yyyy", Format.DAY),
        ("D\\-M\\-YY;@", Format.DAY),
        ("[$-42A]d mmmm yyyy", Format.DAY),
        ("mm/yyyy", Format.DAY),
        ("mmm", Format.DAY),
        ('"ngày" dd "tháng" mm', Format.DAY),
        ("dd/mm/yyyy hh:mm", Format.DAY),
        ("hh:mm", Format.TIME_OF_DAY),
        ("h:mm AM/PM", Format.TIME_OF_DAY),
        ("mm:ss", Format.TIME_OF_DAY),
        ("[h]:mm", Format.HOURS),
        ("[mm]:ss", Format.HOURS),
        ("", Format.PLAIN),
    ],
)
def test_a_format_code_means_what_excel_shows(code: str, meaning: Format) -> None:
    assert format_named(code) is meaning


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (0, Format.PLAIN),
        (9, Format.PERCENT),
        (10, Format.PERCENT),
        (11, Format.PLAIN),
        (14, Format.DAY),
        (20, Format.TIME_OF_DAY),
        (22, Format.DAY),
        (27, Format.PLAIN),
        (46, Format.HOURS),
        (49, Format.PLAIN),
    ],
)
def test_a_numbered_format_means_what_the_standard_says(number: int, meaning: Format) -> None:
    assert format_numbered(number) is meaning


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", "12"),
        ("007", "7"),
        ("-0.5", "-0.5"),
        ("1E3", "1000"),
        ("1.5e-05", "0.000015"),
        ("0.98000000000000009", "0.98"),
        ("0.30000000000000004", "0.3"),
        ("123456789012345678", "123456789012346000"),
        ("-0", "0"),
        ("1e-400", "0"),
        (" 5\n", "5"),
        (".5", "0.5"),
        ("4.", "4"),
    ],
)
def test_a_number_is_taken_at_fifteen_digits_and_written_out(written: str, number: str) -> None:
    assert str(number_written(written)) == number


@pytest.mark.parametrize("written", ["1e400", "-1e400", "NaN", "INF", "-Infinity", "1.#QNAN", "9" * 5000])
def test_what_is_beyond_a_double_is_an_error(written: str) -> None:
    assert number_written(written) == ErrorShown("#NUM!")


@pytest.mark.parametrize("written", ["12abc", "1,5", "1_000", "١٢", "", "--1", "0x10", "1 000"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        number_written(written)


@given(double=st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False))  # those have fewer digits
def test_any_double_comes_back_within_fifteen_digits(double: float) -> None:
    number = number_written(repr(double))

    assert isinstance(number, Decimal)
    assert abs(number - Decimal(double)) <= abs(Decimal(double)) * Decimal("1e-14")
    assert "E" not in str(number) or abs(double) < 1e-6


@pytest.mark.parametrize(
    ("raw", "meaning", "content"),
    [
        (Decimal(45296), Format.DAY, date(2024, 1, 5)),
        (Decimal("45296.75"), Format.DAY, date(2024, 1, 5)),
        (Decimal(61), Format.DAY, date(1900, 3, 1)),
        (Decimal(59), Format.DAY, date(1900, 2, 28)),
        (Decimal(1), Format.DAY, date(1900, 1, 1)),
        (Decimal(2_958_465), Format.DAY, date(9999, 12, 31)),
        (Decimal("0.5"), Format.DAY, "00/01/1900"),
        (Decimal(-1), Format.DAY, ErrorShown("#####")),
        (Decimal("0.60417"), Format.TIME_OF_DAY, "14:30"),
        (Decimal("45296.5"), Format.TIME_OF_DAY, "12:00"),
        (Decimal("1.0001"), Format.HOURS, "24:00:09"),
        (Decimal(-1), Format.HOURS, ErrorShown("#####")),
        (Decimal("0.98"), Format.PERCENT, Decimal("0.98")),
        ("chữ", Format.DAY, "chữ"),
        (Missing(), Format.PERCENT, Missing()),
    ],
)
def test_a_cell_holds_what_excel_shows(raw: Raw, meaning: Format, content: Content) -> None:
    assert content_of(raw, meaning, is_1904=False) == content


@given(day=st.dates(date(1904, 1, 1)))
def test_both_calendars_of_excel_find_the_same_day(day: date) -> None:
    serial = (day - date(1904, 1, 1)).days

    assert content_of(Decimal(serial), Format.DAY, is_1904=True) == day
    assert content_of(Decimal(serial + 1462), Format.DAY, is_1904=False) == day
