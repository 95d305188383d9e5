"""Charts of the report. This module holds the tests of their bars, titles and tags."""

from decimal import Decimal

from report_drawing import Line, drafted, fallen, gap

from ccbdesk.model.form import Style
from ccbdesk.model.report import Bar, Chart

FIGURES = """
    | code | label     | measure | Một | Hai | Ba | Bốn |
    | a    | Ngày công | ngày    | 10  | 0   | x  |     |
    | b    | Đất hiến  | m2      | 4   | 5   | 6  | 7   |
    | z    | Cầu       | cái     | 0   | 0   | x  |     |
    | gone | Đò        | cái     |     |     |    |     |
"""


def chart(text: str) -> Line:
    """Return a sentence of the style chart."""
    return Line(text, Style.CHART)


def bars(drawn: str) -> tuple[Bar, ...]:
    """Return the bars of a drawing such as ``Một 4, Hai 5``."""
    pairs = (bar.rsplit(" ", 1) for bar in drawn.split(", "))
    return tuple(Bar(label, Decimal(amount)) for label, amount in pairs)


def test_a_chart_has_a_bar_for_every_unit_with_a_figure() -> None:
    report = drafted(FIGURES, chart("Đất hiến {ky}: {b}"))

    assert report.blocks == (
        Chart("Đất hiến năm 2023", "m2", bars("Một 4, Hai 5, Ba 6, Bốn 7"), "ccb:2023/b|bieu_do#5mmu4", "C2"),
    )
    assert (report.gaps, report.dropped) == ((), ())


def test_a_chart_without_words_is_called_as_its_figure_and_says_who_is_missing() -> None:
    report = drafted(FIGURES, chart("{a}"))

    (found,) = report.blocks
    assert isinstance(found, Chart)
    assert (found.title, found.bars) == (
        "Ngày công (mới có 2/3 đơn vị; chưa có số của Bốn)",
        bars("Một 10, Hai 0"),
    )
    assert report.gaps == (gap("C2", "a", "u4"),)


def test_a_chart_of_a_quotient_has_its_values() -> None:
    (found,) = drafted(FIGURES, chart("Nửa {b/2}")).blocks

    assert isinstance(found, Chart)
    assert found.bars == bars("Một 2, Hai 2.5, Ba 3, Bốn 3.5")


def test_a_chart_of_nothing_but_zeros_or_gaps_is_left_out_and_reported() -> None:
    report = drafted(FIGURES, chart("{z}"), chart("{gone}"))

    assert (report.blocks, report.dropped) == ((), (fallen("C2", "z"), fallen("C3", "gone")))
    assert report.gaps == (gap("C2", "z", "u4"), gap("C3", "gone", "u1", "u2", "u3", "u4"))


def test_no_units_make_no_chart_and_one_makes_one() -> None:
    none = drafted("| code | label | measure |\n| a | Vụ | vụ |", chart("{a}"))
    one = drafted("| code | label | measure | Một |\n| a | Vụ | vụ | 3 |", chart("{a}"))

    assert none.blocks == ()
    assert [block.bars for block in one.blocks if isinstance(block, Chart)] == [bars("Một 3")]
