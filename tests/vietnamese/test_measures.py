"""Units of measure as a form's author writes them."""

from decimal import Decimal

import pytest

from ccbdesk.model.form import Kind
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.numbers.measures import Dimension, Measure, asked_by, measure_of
from ccbdesk.vietnamese.numbers.reading import Doubtful, NotUnderstood, Understood, read_figure

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


@pytest.mark.parametrize(
    ("typed", "kind", "measure", "amount"),
    [
        ("0,5 ha", Kind.INTEGER, "m2", "5000"),
        ("0,5ha", Kind.DECIMAL, "m²", "5000"),
        ("1.500 m", Kind.DECIMAL, "km", "1.5"),
        ("1.250m", Kind.DECIMAL, "km", "1.25"),
        ("300 mét", Kind.DECIMAL, "km", "0.3"),
        ("1,5km", Kind.DECIMAL, "km", "1.5"),
        ("1,5 km kênh mương", Kind.INTEGER, "m", "1500"),
        ("1.500m2", Kind.INTEGER, "m2", "1500"),
        ("7.800 mét vuông", Kind.INTEGER, "m2", "7800"),
        ("1.500 m2", Kind.DECIMAL, "ha", "0.15"),
        ("0,15 km2", Kind.DECIMAL, "ha", "15"),
        ("2,5 tạ", Kind.DECIMAL, "kg", "250"),
        ("500kg", Kind.DECIMAL, "tấn", "0.5"),
        ("1 km 500 m", Kind.DECIMAL, "km", "1.5"),
        ("2km 50m đường", Kind.INTEGER, "m", "2050"),
        ("1 ha 500 m2", Kind.DECIMAL, "ha", "1.05"),
        ("1 tấn 2 tạ", Kind.DECIMAL, "tấn", "1.2"),
    ],
)
def test_a_length_an_area_or_a_mass_is_taken_over_into_the_measure_asked_for(
    typed: str, kind: Kind, measure: str, amount: str
) -> None:
    heard = read_figure(typed, kind, measure)

    assert isinstance(heard, Understood), heard
    assert heard.value == Number(Decimal(amount))


@pytest.mark.parametrize(
    ("typed", "measure", "amounts"),
    [
        ("2 sào", "m2", ("720", "1000")),
        ("1,5 mẫu", "ha", ("0.54", "0.75")),
        ("3 công đất", "m2", ("3000",)),
        ("1 ha 2 sào", "ha", ("1.072", "1.1")),
        ("1km500", "km", ("1.5",)),
        ("1.500", "km", ("1500", "1.5")),
    ],
)
def test_a_measure_that_may_be_worth_more_than_one_thing_is_asked(
    typed: str, measure: str, amounts: tuple[str, ...]
) -> None:
    assert read_figure(typed, Kind.DECIMAL, measure) == Doubtful(tuple(Number(Decimal(amount)) for amount in amounts))


@pytest.mark.parametrize(
    ("typed", "measure"), [("12 ha", "m"), ("1 km 2 ha", "km"), ("1 km 1500 m", "km"), ("3 km", "m2")]
)
def test_another_dimension_or_too_much_of_the_lower_measure_is_refused(typed: str, measure: str) -> None:
    assert isinstance(read_figure(typed, Kind.DECIMAL, measure), NotUnderstood)
