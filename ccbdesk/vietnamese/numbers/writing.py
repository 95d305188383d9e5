"""Figures as a report prints them. This module holds the ways of writing a number, and of writing a day.

A dot stands after thousands, a comma before decimals (Luật Kế toán 2015, Điều 11). Whatever is rounded off is said:
“trên” where the true figure is larger, “gần” where it is smaller; an exact, unrounded figure gets no word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ccbdesk.model.form import Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Exactness, Number, Ratio
from ccbdesk.vietnamese.numbers.measures import NAMED_MEASURES, Dimension, measure_of, split_measure, spoken
from ccbdesk.vietnamese.numbers.words import number_words

_PLACES = re.compile(r"[0-9]")
_MONEY_UNIT = re.compile(r"ty|trieu|nghin|dong")
_STEP = re.compile(r"(?=.*[1-9])[0-9]{1,15}(?:\.[0-9]{1,9})?")
_CAPITAL = re.compile("hoa")
_UNIT = re.compile("|".join(NAMED_MEASURES))
_LARGE = re.compile(r"ty|trieu|nghin")
_ARGUMENTS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "so": (_PLACES,),
    "so_lien": (),
    "hai_chu_so": (),
    "tien": (_MONEY_UNIT, _PLACES),
    "tron": (_STEP,),
    "phan_tram": (_PLACES,),
    "bang_chu": (_CAPITAL,),
    "don_vi": (_UNIT, _PLACES),
    "doi": (_UNIT, _PLACES),
    "theo": (_LARGE, _PLACES),
    "ngay": (),
}
_NEEDING = ("tron", "doi", "theo")  # ways that say nothing without an argument

KNOWN_WAYS: tuple[str, ...] = tuple(_ARGUMENTS)
"""The names of the ways of writing, as a sentence of the form gives them behind a bar."""

_PLAINLY = Way("so")
_DEFAULTS = {Kind.MONEY: Way("tien"), Kind.PERCENT: Way("phan_tram")}
_WITH_MEASURE = ("tien", "don_vi")  # the ways that say the measure with the figure
_MULTIPLIERS = {"ty": ("tỷ", 9), "trieu": ("triệu", 6), "nghin": ("nghìn", 3)}
_UNITS = {"ty": ("tỷ đồng", 9), "trieu": ("triệu đồng", 6), "nghin": ("nghìn đồng", 3), "dong": ("đồng", 0)}
_WORDS = {
    Exactness.EXACT: "",
    Exactness.OVER: "trên",
    Exactness.MORE_THAN: "hơn",
    Exactness.NEARLY: "gần",
    Exactness.ABOUT: "khoảng",
    Exactness.ESTIMATED: "ước",
    Exactness.AT_LEAST: "trở lên",
}
_FROM_BELOW = (Exactness.MORE_THAN, Exactness.AT_LEAST)  # what was more than so much is more than what is less
_PRINTED = {"yen": "yến", "ta": "tạ", "tan": "tấn"}
_RAISED = re.compile(r"(?<=\bm)[23]\b|(?<=\bkm)[23]\b")
_NO_BREAK = "\u00a0"
_WHOLE_DECIMALS = 6  # what has no more is written whole without being told how (a đồng in triệu), the rest is rounded
_MONEY_DECIMALS = 15  # money is written whole however long; only a quotient without end is rounded


@dataclass(frozen=True, slots=True)
class _Shown:
    """A figure as it will be printed, and the amount the print claims, in the figure's own measure."""

    text: str
    claimed: Fraction


def way_problem(way: Way) -> str:
    """Return what is wrong with a way (its name, or the argument that does not fit), or an empty string."""
    arguments = _ARGUMENTS.get(way.name)
    if arguments is None or (way.name in _NEEDING and not way.arguments):
        return way.name
    for argument, allowed in zip(way.arguments, arguments, strict=False):
        if not allowed.fullmatch(argument):
            return argument or way.name
    return (way.arguments[len(arguments)] or way.name) if len(way.arguments) > len(arguments) else ""


def written(value: Number | Ratio, ways: tuple[Way, ...], kind: Kind, measure: str) -> str:
    """Return a figure as the report prints it, with the word that says how exact it is.

    Of several ways the roundings (``tron``) come first and the last other one decides the looks; without one it is
    the kind's: money in words of money, a percentage with its sign, anything else as a plain number. A way that has a
    problem is left out. ``phan_tram`` takes an amount in percent; ``tien`` takes one in đồng where ``measure`` is no
    measure of money. A figure is never rounded to zero, and money not at all unless a way says so (a quotient without
    end is shown in whole đồng). The decimals of a quotient have no end, so to show some of them is no rounding and
    gets no word, unless ``tron`` or ``tien`` makes it one (docs/decisions/0006)."""
    if isinstance(value, Number) and _is_whole_as_it_is(value.amount, ways, kind):
        return unrounded(value)
    true = _fraction(value)
    amount, looks = true, _DEFAULTS.get(kind, _PLAINLY)
    for way in ways:
        if way.name == "tron" and not way_problem(way):
            amount = _rounded(amount, Fraction(way.arguments[0]))
        elif not way_problem(way):
            looks = way
    shown = _shown(amount, looks, measure)
    is_average = isinstance(value, Ratio) and looks.name != "tien" and amount == true
    excess = Fraction(0) if is_average else abs(shown.claimed) - abs(true)
    return qualified(shown.text, _exactness_shown(value.exactness, excess))


def _is_whole_as_it_is(amount: Decimal, ways: tuple[Way, ...], kind: Kind) -> bool:
    """Tell whether a figure is shown plainly with all its decimals: most are, and nothing need be worked out."""
    exponent = amount.as_tuple().exponent
    is_short = isinstance(exponent, int) and exponent >= -_WHOLE_DECIMALS
    return is_short and (ways == (_PLAINLY,) or (not ways and kind not in _DEFAULTS))


def written_vague(words: str, ways: tuple[Way, ...], kind: Kind, measure: str) -> str:
    """Return a vague quantity as the report prints it: its words, with the measure where a figure would say it too."""
    looks = next((way for way in reversed(ways) if way.name != "tron" and not way_problem(way)), _DEFAULTS.get(kind))
    is_said = any(split_measure(word)[0] for word in spoken(words).split())
    return f"{words} {as_printed(measure)}" if looks and looks.name in _WITH_MEASURE and not is_said else words


def plain(amount: Decimal) -> str:
    """Return ``amount`` with dots for thousands, a comma before decimals and no zeros behind them: “4.093,7”."""
    whole, _, decimals = format(amount.copy_abs(), "f").partition(".")
    figure = f"{int(whole):,}".replace(",", ".")
    decimals = decimals.rstrip("0")
    sign = "-" if amount < 0 else ""
    return f"{sign}{figure},{decimals}" if decimals else f"{sign}{figure}"


def unrounded(value: Number) -> str:
    """Return a figure letter by letter with the word that says how exact it is: “trên 4.093,7”."""
    return qualified(plain(value.amount), value.exactness)


def qualified(figure: str, exactness: Exactness) -> str:
    """Return a written figure with the word that says how exact it is: “trên 90%”, “95% trở lên”."""
    word = _WORDS[exactness]
    return f"{figure} {word}" if exactness is Exactness.AT_LEAST else f"{word} {figure}".strip()


def written_day(day: date) -> str:
    """Return “ngày 05 tháng 7 năm 2024”: days below 10 and months 1, 2 with a zero (Nghị định 30/2020, Phụ lục I)."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def day_in_figures(day: date) -> str:
    """Return “05/7/2024”, with zeros as in :func:`written_day`."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def _shown(amount: Fraction, looks: Way, measure: str) -> _Shown:
    places = int(looks.arguments[-1]) if looks.arguments and _PLACES.fullmatch(looks.arguments[-1]) else None
    if looks.name == "tien":
        return _money(amount, looks.arguments[:1], places, measure)
    if looks.name in ("don_vi", "doi"):
        return _measured(amount, looks, places, measure)
    if looks.name == "theo" and looks.arguments:
        return _multiplied(amount, looks.arguments[0], places)
    figure = _decimal(amount, places)
    match looks.name:
        case "so_lien":
            text = plain(figure).replace(".", "")
        case "hai_chu_so":
            text = plain(figure).zfill(2) if figure else "0"
        case "phan_tram":
            text = f"{plain(figure)}%"
        case "bang_chu":
            text = _in_words(figure, is_capital=bool(looks.arguments))
        case _:
            text = plain(figure)
    return _Shown(text, Fraction(figure))


def _in_words(figure: Decimal, *, is_capital: bool) -> str:
    """Write a whole number below a hundred in words; any other stays in figures."""
    words = number_words(int(figure)) if figure == figure.to_integral_value() else ""
    return (words[:1].upper() + words[1:] if is_capital else words) or plain(figure)


def _measured(amount: Fraction, looks: Way, places: int | None, measure: str) -> _Shown:
    """Write a figure in its own measure or in another of the same dimension, with it (“1,5 km”) or without."""
    own, asked = measure_of(measure), NAMED_MEASURES.get(looks.arguments[0]) if looks.arguments else None
    is_other = own is not None and asked is not None and own.dimension is asked.dimension
    shift = own.exponent - asked.exponent if own and asked and is_other else 0
    figure = _decimal(amount * _ten_to(shift), places)
    words = looks.arguments[0] if is_other else measure
    text = f"{plain(figure)}{_NO_BREAK}{as_printed(words)}" if looks.name == "don_vi" and words else plain(figure)
    return _Shown(text, Fraction(figure) * _ten_to(-shift))


def _multiplied(amount: Fraction, name: str, places: int | None) -> _Shown:
    """Write a count in nghìn, triệu or tỷ, “200 nghìn”; one that is less than one of them stays as it is."""
    words, exponent = _MULTIPLIERS[name]
    if abs(amount) < _ten_to(exponent):
        figure = _decimal(amount, places)
        return _Shown(plain(figure), Fraction(figure))
    figure = _decimal(amount * _ten_to(-exponent), places)
    return _Shown(f"{plain(figure)}{_NO_BREAK}{words}", Fraction(figure) * _ten_to(exponent))


def as_printed(measure: str) -> str:
    """Return a measure as reports print it: m² for m2, tấn for tan."""
    return _RAISED.sub(lambda found: "²³"[int(found[0]) - 2], _PRINTED.get(measure, measure))


def _money(amount: Fraction, unit: tuple[str, ...], places: int | None, measure: str) -> _Shown:
    """Write money in the one unit asked for, or in all it takes: “4.425 tỷ 611 triệu đồng”."""
    found = measure_of(measure)
    own = found.exponent if found and found.dimension is Dimension.MONEY else 0
    words, exponent = _UNITS[unit[0] if unit else "dong"]
    figure = _decimal(amount * _ten_to(own - exponent), places, _MONEY_DECIMALS, otherwise=2 if exponent else 0)
    text = f"{plain(figure)} {words}" if unit or Fraction(figure) % 1000 else _groups(int(figure))
    return _Shown(text, Fraction(figure) * _ten_to(exponent - own))


def _groups(dong: int) -> str:
    """Write whole nghìn of đồng in tỷ, triệu and nghìn; what has single đồng behind them reads better undivided."""
    billions, rest = divmod(abs(dong), 10**9)
    millions, rest = divmod(rest, 10**6)
    groups = ((billions, "tỷ"), (millions, "triệu"), (rest // 1000, "nghìn"))
    figures = " ".join(f"{plain(Decimal(count))} {word}" for count, word in groups if count)
    return f"{'-' if dong < 0 else ''}{figures or '0'} đồng"


def _exactness_shown(reported: Exactness, excess: Fraction) -> Exactness:
    """Return how exact a figure is of which ``excess`` more (or less) is printed than was reported."""
    if not excess or reported in (Exactness.ABOUT, Exactness.ESTIMATED):
        return reported
    direction = Exactness.NEARLY if excess > 0 else Exactness.OVER
    if reported is Exactness.EXACT:
        return direction
    if direction is Exactness.OVER and reported in _FROM_BELOW:
        return reported
    return direction if reported is direction else Exactness.ABOUT  # nearly what was rounded down: nobody knows


def _fraction(value: Number | Ratio) -> Fraction:
    match value:
        case Number(amount):
            return Fraction(amount)
        case Ratio(numerator, denominator):
            return Fraction(numerator) / Fraction(denominator)


def _decimal(amount: Fraction, places: int | None, longest: int = _WHOLE_DECIMALS, *, otherwise: int = 2) -> Decimal:
    """Return ``amount`` at ``places`` decimals; without, whole if it has at most ``longest``, else at ``otherwise``."""
    if places is None:
        places = next((count for count in range(longest + 1) if _has_no_more(amount, count)), otherwise)
    rounded = amount if _has_no_more(amount, places) else _rounded(amount, _ten_to(-places))
    exponent = 0
    while rounded.denominator > 1:  # ends: what was rounded to a step of decimals has decimals only
        rounded, exponent = rounded * 10, exponent - 1
    digits = tuple(map(int, str(abs(rounded.numerator))))
    return Decimal((int(rounded < 0), digits, exponent))  # not through a context, which would round once more


def _has_no_more(amount: Fraction, places: int) -> bool:
    """Tell whether so many decimals write an amount whole."""
    return bool(10**places % amount.denominator == 0)


def _rounded(amount: Fraction, step: Fraction) -> Fraction:
    """Round to a multiple of ``step``, halves away from zero; a step larger than the figure itself is made smaller."""
    while amount and abs(amount) < step:
        step /= 10
    count = int(abs(amount) / step + Fraction(1, 2))
    return count * step if amount >= 0 else -count * step


def _ten_to(exponent: int) -> Fraction:
    return Fraction(10) ** exponent
