"""Names of periods. This module holds the tests of how they are said."""

from ccbdesk.model.period import Period, Span
from ccbdesk.wording.periods import period_name


def test_every_period_has_its_name() -> None:
    assert [period_name(Period(2024, span)) for span in Span] == [
        "năm 2024",
        "6 tháng đầu năm 2024",
        "9 tháng đầu năm 2024",
        "quý I năm 2024",
        "quý II năm 2024",
        "quý III năm 2024",
        "quý IV năm 2024",
    ]
