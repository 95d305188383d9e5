"""Words that keep a rule or sentence to certain periods. This module holds the tests of what they mean."""

import pytest

from ccbdesk.engine.expressions.periods import PERIOD_WORDS, is_for, is_period_word
from ccbdesk.model.period import Period, Span, period_of

ALL = [Period(2024, span) for span in Span]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ((), ["2024", "2024-6t", "2024-9t", "2024-q1", "2024-q2", "2024-q3", "2024-q4"]),
        (("năm",), ["2024"]),
        (("Cả năm",), ["2024"]),
        (("6t",), ["2024-6t"]),
        (("6 tháng",), ["2024-6t"]),
        (("9T", "NĂM"), ["2024", "2024-9t"]),
        (("quý",), ["2024-q1", "2024-q2", "2024-q3", "2024-q4"]),
        (("q1", "quý IV"), ["2024-q1", "2024-q4"]),
        (("2024-6t",), ["2024-6t"]),
        (("2023",), []),
        (("tháng",), []),
    ],
)
def test_words_choose_periods(words: tuple[str, ...], codes: list[str]) -> None:
    assert [period.code for period in ALL if is_for(words, period)] == codes


def test_only_words_that_name_periods_are_period_words() -> None:
    assert all(is_period_word(word) for word in (*PERIOD_WORDS, "2024-q1", "Quý I"))
    assert not any(is_period_word(word) for word in ("tháng", "", "20245", "q5"))


def test_every_period_of_the_calendar_is_for_the_word_of_its_own_code() -> None:
    assert all(is_for((str(period.code),), period) and period_of(period.code) == period for period in ALL)
