"""Units of measure as a form's author writes them."""

import pytest

from ccbdesk.model.form import Kind
from ccbdesk.vietnamese.numbers.measures import Dimension, Measure, asked_by, measure_of

MILLIONS = Measure(Dimension.MONEY, 6)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("triệu đồng", MILLIONS),
        ("Triệu đồng", MILLIONS),
        ("tr.đ", MILLIONS),
        ("trđ", MILLIONS),
        ("triệu", MILLIONS),
        ("1.000.000 đồng", MILLIONS),
        ("triệu đồng/người", MILLIONS),
        ("đồng", Measure(Dimension.MONEY, 0)),
        ("1000đ", Measure(Dimension.MONEY, 3)),
        ("ngàn đồng", Measure(Dimension.MONEY, 3)),
        ("tỉ đồng", Measure(Dimension.MONEY, 9)),
        ("tỷ\u0309 đồng", Measure(Dimension.MONEY, 9)),
        ("m²", Measure(Dimension.AREA, 0)),
        ("M2 đất", Measure(Dimension.AREA, 0)),
        ("ha", Measure(Dimension.AREA, 4)),
        ("km²", Measure(Dimension.AREA, 6)),
        ("km đường", Measure(Dimension.LENGTH, 3)),
        ("mét", Measure(Dimension.LENGTH, 0)),
        ("%", Measure(Dimension.PERCENT, 0)),
        ("nghìn người", Measure(Dimension.COUNT, 3)),
        ("đồng chí", None),
        ("đ/c", None),
        ("ngày công", None),
        ("mô hình", None),
        ("", None),
    ],
)
def test_words_of_a_measure_are_known(words: str, measure: Measure | None) -> None:
    assert measure_of(words) == measure


@pytest.mark.parametrize(
    ("kind", "words", "measure"),
    [
        (Kind.INTEGER, "nhà", Measure(Dimension.COUNT, 0)),
        (Kind.INTEGER, "m²", Measure(Dimension.AREA, 0)),
        (Kind.MONEY, "", Measure(Dimension.MONEY, 0)),
        (Kind.MONEY, "suất", Measure(Dimension.MONEY, 0)),
        (Kind.PERCENT, "", Measure(Dimension.PERCENT, 0)),
        (Kind.DECIMAL, "%", Measure(Dimension.PERCENT, 0)),
    ],
)
def test_the_kind_says_what_is_asked_where_the_measure_does_not(kind: Kind, words: str, measure: Measure) -> None:
    assert asked_by(kind, words).measure == measure
