"""Writing and reading agree. This module holds the property that every way of writing a number reads back to it.

What is printed is typed into a cell of the same kind and measure. It is read as the number that the print claims, as
exactly as it says. Where a reader must ask (0,5 where percents are asked for, 1.500 where hectares are), the number meant
is among those asked about."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.forms.ways import find_unsuited
from ccbdesk.model.form import Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Exactness, Number
from ccbdesk.vietnamese.numbers.measures import measure_of
from ccbdesk.vietnamese.numbers.reading import Doubtful, Understood, read_figure
from ccbdesk.vietnamese.numbers.words import NUMBER_WORDS, number_words
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS, as_printed, written

ROUNDED_UP = {
    Exactness.EXACT: Exactness.NEARLY,
    Exactness.NEARLY: Exactness.NEARLY,
    Exactness.OVER: Exactness.ABOUT,
    Exactness.AT_LEAST: Exactness.ABOUT,
    Exactness.MORE_THAN: Exactness.ABOUT,
    Exactness.ABOUT: Exactness.ABOUT,
    Exactness.ESTIMATED: Exactness.ESTIMATED,
}
"""What is said of a figure that is printed larger than it is."""
ROUNDED_DOWN = {
    Exactness.EXACT: Exactness.OVER,
    Exactness.OVER: Exactness.OVER,
    Exactness.MORE_THAN: Exactness.MORE_THAN,
    Exactness.AT_LEAST: Exactness.AT_LEAST,
    Exactness.NEARLY: Exactness.ABOUT,
    Exactness.ABOUT: Exactness.ABOUT,
    Exactness.ESTIMATED: Exactness.ESTIMATED,
}
"""What is said of a figure that is printed smaller than it is."""
PLACES = st.sampled_from(["", "0", "1", "2", "3"])


@dataclass(frozen=True)
class Row:
    """What a form asks for: a kind of figure in a measure, and how many decimals such figures have at most."""

    kind: Kind
    measure: str
    decimals: int


ROWS = (
    Row(Kind.INTEGER, "nhà", 0),
    Row(Kind.INTEGER, "ngày công", 0),
    Row(Kind.INTEGER, "m2", 0),
    Row(Kind.INTEGER, "m", 0),
    Row(Kind.DECIMAL, "km", 3),
    Row(Kind.DECIMAL, "ha", 4),
    Row(Kind.DECIMAL, "m²", 2),
    Row(Kind.DECIMAL, "tấn", 3),
    Row(Kind.MONEY, "triệu đồng", 6),
    Row(Kind.MONEY, "nghìn đồng", 3),
    Row(Kind.MONEY, "đồng", 0),
    Row(Kind.PERCENT, "%", 2),
)


@st.composite
def ways(draw: st.DrawFn, row: Row) -> tuple[Way, ...]:
    """Draw ways that suit a row, perhaps with a rounding; never the day's, which writes no number."""
    places = draw(PLACES)
    fraction = (places,) if places else ()
    units = ("cm", "m", "km", "m2", "ha", "km2", "kg", "ta", "tan")
    looks = [
        Way("so", fraction),
        Way("so_lien"),
        Way("hai_chu_so"),
        Way("phan_tram", fraction),
        Way("bang_chu"),
        *(Way("theo", (large, *fraction)) for large in ("nghin", "trieu", "ty")),
        Way("bang_chu", ("hoa",)),
        Way("don_vi"),
        *(Way(name, (unit, *fraction)) for name in ("don_vi", "doi") for unit in units),
        Way("tien"),
        *(Way("tien", (unit, *fraction)) for unit in ("ty", "trieu", "nghin", "dong")),
    ]
    fitting = [way for way in looks if not any(find_unsuited((way,), row.kind, "", row.measure))]
    rounding = draw(st.sampled_from([(), (Way("tron", ("10",)),), (Way("tron", ("1000",)),)]))
    return (*rounding, draw(st.sampled_from(fitting)))


@st.composite
def written_rows(draw: st.DrawFn) -> tuple[Row, Number, tuple[Way, ...]]:
    """Draw a row, a number that may stand in it, and ways to write it."""
    row = draw(st.sampled_from(ROWS))
    amount = draw(st.integers(0, 99) | st.integers(0, 10**9))
    places = draw(st.integers(0, row.decimals))
    exactness = draw(st.sampled_from(Exactness))
    return row, Number(Decimal(amount).scaleb(-places), exactness), draw(ways(row))


@given(written_rows())
def test_every_way_of_writing_a_number_reads_back_to_it(drawn: tuple[Row, Number, tuple[Way, ...]]) -> None:
    row, number, chosen = drawn
    shown = written(number, chosen, row.kind, row.measure)
    # The measure a figure is shown in without its name is that of the sentence, so it is typed with it here.
    unit = as_printed(chosen[-1].arguments[0]) if chosen[-1].name == "doi" else ""
    typed = f"{shown} {unit}".strip()

    claims = [claim for claim in read_back(typed, row) if is_true(claim, number)]

    assert claims, typed
    assert is_rounded(chosen) or is_too_fine(number, chosen, row) or number in claims, typed


def read_back(typed: str, row: Row) -> tuple[Number, ...]:
    """Return what is heard, or asked about."""
    match read_figure(typed, row.kind, row.measure):
        case Understood(Number() as number):
            return (number,)
        case Doubtful(candidates):
            return candidates
        case heard:
            pytest.fail(f"{typed!r} is read as {heard}")


def is_rounded(chosen: tuple[Way, ...]) -> bool:
    """Tell whether a way may leave digits out."""
    return any(way.name == "tron" or (way.arguments and way.arguments[-1].isdigit()) for way in chosen)


def is_too_fine(number: Number, chosen: tuple[Way, ...], row: Row) -> bool:
    """Tell whether a figure has more than six decimals in the measure it is shown in: no more are printed."""
    own = measure_of(row.measure)
    others = [measure_of(way.arguments[0]) for way in chosen if way.name in ("doi", "don_vi") and way.arguments]
    shown = [number.amount.scaleb(own.exponent - other.exponent) for other in others if own and other]
    return any(amount != round(amount, 6) for amount in shown)


def is_true(claim: Number, number: Number) -> bool:
    """Tell whether a claim is true of a number: the same, or rounded to one word away, in the direction of its word."""
    if claim.amount == number.amount:
        return claim.exactness is number.exactness
    words = ROUNDED_UP if claim.amount > number.amount else ROUNDED_DOWN
    return claim.exactness is words[number.exactness] and claim.amount <= 2 * number.amount


def test_every_way_of_writing_a_number_is_tried() -> None:
    assert set(KNOWN_WAYS) - {"ngay"} == {
        "so",
        "so_lien",
        "hai_chu_so",
        "phan_tram",
        "bang_chu",
        "don_vi",
        "doi",
        "theo",
        "tien",
        "tron",
    }


@pytest.mark.parametrize("amount", range(1, 100))
def test_number_words_are_read_as_they_are_written(amount: int) -> None:
    words = number_words(amount)

    assert NUMBER_WORDS[words] == amount
    assert read_figure(words.capitalize(), Kind.INTEGER, "mô hình") == read_figure(words, Kind.INTEGER, "mô hình")


def test_no_other_number_has_words() -> None:
    assert [number_words(amount) for amount in (-1, 0, 100, 1000)] == ["", "", "", ""]
