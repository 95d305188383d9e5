"""Calendar days, read and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.vietnamese.numbers.reading import read_day
from ccbdesk.vietnamese.numbers.writing import day_in_figures, written_day


@pytest.mark.parametrize(
    "typed",
    [
        *("10/7/2023", "10/07/2023", "10-7-2023", "10.7.2023", " 10 / 7 / 2023 ", "ngày 10/7/2023"),
        *("ngày 10 tháng 7 năm 2023", "Ngày 10 tháng 07 năm 2023", "ngay 10 thang 7 nam 2023"),
        *("2023-07-10", "2023-07-10 00:00:00", "2023-07-10T00:00:00"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str) -> None:
    assert read_day(typed) == date(2023, 7, 10)


@pytest.mark.parametrize(
    "typed", ["", "10/7", "31/6/2023", "2023", "10/7/23", "10/7-2023", "tháng 7 năm 2023", "7/2023"]
)
def test_what_is_no_whole_day_is_none(typed: str) -> None:
    assert read_day(typed) is None


@pytest.mark.parametrize(
    ("day", "words", "figures"),
    [
        (date(2024, 7, 5), "ngày 05 tháng 7 năm 2024", "05/7/2024"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024", "10/02/2024"),
        (date(2023, 10, 10), "ngày 10 tháng 10 năm 2023", "10/10/2023"),
    ],
)
def test_a_day_is_written_with_the_zeros_of_the_decree(day: date, words: str, figures: str) -> None:
    assert (written_day(day), day_in_figures(day)) == (words, figures)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_day_reads_back(day: date) -> None:
    assert [read_day(written_day(day)), read_day(day_in_figures(day)), read_day(day.isoformat())] == [day] * 3


@given(st.text())
def test_reading_a_day_never_raises(typed: str) -> None:
    assert isinstance(read_day(typed), date | None)
