"""Which period files are of: the words for periods, and what most files say."""

import drawing
import pytest

from ccbdesk.engine.submissions.periods import period_of_files, periods_in
from ccbdesk.model.grid import Workbook
from ccbdesk.model.period import Period, Span


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Năm 2023", (Period(2023),)),
        ("cả năm 2023", (Period(2023),)),
        ("BÁO CÁO 6 THÁNG ĐẦU NĂM 2024", (Period(2024, Span.HALF),)),
        ("sáu tháng/2024", (Period(2024, Span.HALF),)),
        ("9 tháng năm 2024", (Period(2024, Span.NINE_MONTHS),)),
        ("Quý I/2024", (Period(2024, Span.FIRST_QUARTER),)),
        ("quý 2 năm 2024", (Period(2024, Span.SECOND_QUARTER),)),
        ("Quý III-2024", (Period(2024, Span.THIRD_QUARTER),)),
        ("quý IV năm 2024", (Period(2024, Span.FOURTH_QUARTER),)),
        ("6 tháng cuối năm 2024", ()),
        ("ngày 05 tháng 7 năm 2024", ()),
        ("ngày … tháng … năm 2024", ()),
        ("tháng 10 năm 2023", ()),
        ("năm 2023 so với năm 2022", (Period(2023), Period(2022))),
        ("năm 2023, năm 2023", (Period(2023),)),
        ("năm 9999", ()),
        ("2023", ()),
        ("", ()),
    ],
)
def test_a_period_is_read_from_its_words(text: str, periods: tuple[Period, ...]) -> None:
    assert periods_in(text) == periods


def stamped(unit: str, period: str) -> Workbook:
    return drawing.workbook(f"_meta\n| don_vi | {unit} |\n| ky | {period} |")


def titled(*titles: str) -> Workbook:
    above = "\n".join(f"| {title} |" for title in titles)
    return drawing.workbook(f"Trang\n{above}\n| Chỉ tiêu | Số liệu |")


@pytest.mark.parametrize(
    ("workbooks", "period"),
    [
        ([], None),
        ([titled("Báo cáo")], None),
        ([stamped("a", "2023"), stamped("b", "2022"), stamped("c", "2023")], Period(2023)),
        ([stamped("a", '"2023"'), stamped("b", "2022")], None),
        ([stamped("a", "2022"), stamped("b", "2022"), stamped("cum", "2024-6t")], Period(2024, Span.HALF)),
        ([stamped("cum", "sau này"), stamped("b", "2022")], Period(2022)),
        ([titled("Năm 2023", "Năm 2023"), titled("Kỳ báo cáo: 2023"), titled("quý I năm 2022")], Period(2023)),
        ([titled("Năm 2023"), titled("Năm 2023"), stamped("a", "2022")], Period(2022)),
    ],
)
def test_the_clusters_own_return_decides_then_most_stamps_then_most_titles(
    workbooks: list[Workbook], period: Period | None
) -> None:
    assert period_of_files(workbooks) == period
