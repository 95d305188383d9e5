"""Figures as people type them. This module holds the order in which a cell's content is tried to be understood.

Nothing ambiguous is decided here: what can be meant in two ways is heard as a doubt, which becomes a question."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from ccbdesk.model.form import Kind
from ccbdesk.model.remark import Remark
from ccbdesk.model.value import Blank, NotApplicable, Number
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.numbers.days import read_day
from ccbdesk.vietnamese.numbers.heard import (
    Doubtful,
    Fault,
    Heard,
    NotUnderstood,
    Understood,
    Vague,
    changed,
    doubted,
    doubtful,
    numbers_of,
    remarked,
    understood,
)
from ccbdesk.vietnamese.numbers.measures import Asked, Dimension, asked_by, measure_of, spoken
from ccbdesk.vietnamese.numbers.quantities import bare_figure, read_quantity
from ccbdesk.vietnamese.numbers.words import BLANKS, NOT_APPLICABLE, PERHAPS_ZERO, ZEROS, is_plain_noun, is_vague

__all__ = [
    "Doubtful",
    "Fault",
    "Heard",
    "NotUnderstood",
    "Remark",
    "Understood",
    "Vague",
    "likely_kind",
    "measure_behind",
    "read_amount",
    "read_day",
    "read_figure",
    "says_none_of",
]

_LONGEST = 200  # characters; what is longer is a narrative
_MOST_DIGITS = 28  # of an amount, as everywhere in the program
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES_BEFORE = re.compile(r"^['’‘`\"“”]+(?=[^\W_])")
_SIGN_BEHIND = re.compile(r"(?<=[\w%])['’\"”.,;:]$")
_DOTS = re.compile(r"[.…]{2,}|…")
_NONE_OF = re.compile(r"(?:không|ko)(?: có)? (.+)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_MISTYPED = re.compile(r"(?<!\w)(?=[0-9oli.,]*[0-9])(?=[0-9.,]*[oli])[0-9oli.,]+(?!\w)")
_MEANT = str.maketrans("oli", "011")
_SUM = re.compile(r"=?([0-9][0-9.,]*(?: ?\+ ?[0-9][0-9.,]*)+)([^0-9+]*)")
_RANGE = re.compile(r"([0-9][0-9.,]*) ?- ?([0-9].*)")
_BESIDE = re.compile(r"(?P<result>[^/]*[0-9][^/]*)/(?P<target>[^/]*[0-9][^/]*)")
_TWO_MEASURES = re.compile(
    r"(?P<upper>[^0-9]*[0-9][0-9.,]*\s*(?P<unit>km|ha|tấn|tạ))\s*(?:(?P<metres>[0-9]{3})|(?P<lower>[0-9][0-9.,]*\s*[^\W\d].*))"
)
_MEASURED = (Dimension.LENGTH, Dimension.AREA, Dimension.MASS)
_BEHIND_FIGURE = re.compile(r"^[^0-9]*[0-9][0-9., ]*(?P<words>(?:[^\W\d_]|[ .%]|(?<=m)[23])*)$")
_DAY_OR_MONTH = re.compile(
    r"(?<![0-9.,])(?:(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2})(?![0-9.,])"
)


def read_figure(typed: str, kind: Kind, measure: str) -> Heard:
    """Return what a cell of text says where a figure of this kind is asked for; amounts are in ``measure``.

    Never raises. Whether the figure is within bounds is judged elsewhere: a negative number is read as one. A kind that
    is no figure is read like a decimal."""
    text = spoken(typed).translate(_DASHES)
    cleaned = _cleaned(text)
    asked = asked_by(kind, measure)
    heard = _checked(_first_heard(cleaned, asked), asked)
    if isinstance(heard, Vague):
        return Vague(_without_measure(tidy(typed), asked))
    return heard if cleaned == text else remarked(heard, Remark.CLEANED)


def says_none_of(typed: str, names: Iterable[str]) -> bool:
    """Tell whether a cell says “không có” of what is asked for by one of its names; brackets behind a name are no part
    of it."""
    none_of = _NONE_OF.fullmatch(_cleaned(spoken(typed)))
    said = folded(none_of[1]) if none_of else ""
    return bool(said) and said in {folded(_IN_BRACKETS.sub("", name)) for name in names}


def read_amount(amount: Decimal, is_percent: bool, kind: Kind, measure: str) -> Heard:  # noqa: FBT001 - a fact of the cell
    """Return what a cell of number says; ``is_percent``: the cell shows it as a percentage, so that 0.98 reads 98%."""
    asked = asked_by(kind, measure)
    if not amount.is_finite() or len(amount.as_tuple().digits) > _MOST_DIGITS or abs(amount.adjusted()) > _MOST_DIGITS:
        return NotUnderstood(Fault.NOT_A_NUMBER)
    if is_percent:
        return _checked(_percentage(amount, asked), asked)
    if _asks_whole(asked) and amount != amount.to_integral_value():
        return _checked(_whole_again(amount), asked)
    return _checked(_number(amount, asked), asked)


def measure_behind(typed: str) -> str:
    """Return the words behind the one figure of a cell, “lượt người” of “trên 1.300 lượt người”; empty for none."""
    found = _BEHIND_FIGURE.fullmatch(tidy(typed))
    words = found["words"].strip() if found else ""
    return words if measure_of(words) or is_plain_noun(words) else ""


def likely_kind(kind: Kind, typed: str, measure: str) -> Kind:
    """Return as what a figure is likely meant whose measure is known only where it stands.

    Things counted, metres and square metres are whole where they can be read so: “1.300 lượt” are thirteen hundred."""
    is_base = asked_by(kind, measure).measure.exponent == 0
    is_whole = kind is Kind.DECIMAL and is_base and isinstance(read_figure(typed, Kind.INTEGER, measure), Understood)
    return Kind.INTEGER if is_whole else kind


def _first_heard(text: str, asked: Asked) -> Heard:
    if len(text) > _LONGEST:
        return NotUnderstood(Fault.NOT_A_NUMBER)
    for read in _READERS:
        heard = read(text, asked)
        if heard is not None:
            return heard
    return NotUnderstood(Fault.NOT_A_NUMBER)


# -- the readers, each of which hears its own sort of content or nothing --------------------------------------------


def _read_nothing(text: str, asked: Asked) -> Heard | None:
    """Hear an empty cell, dots to be filled in, “chưa có số liệu”."""
    rest = _DOTS.sub("", text).strip()
    is_left_empty = not text or (rest != text and (rest in ("", asked.words) or measure_of(rest) is not None))
    return Understood(Blank()) if is_left_empty or _whole_words(text) in BLANKS else None


def _read_no_task(text: str, _: Asked) -> Heard | None:
    """Hear “x”, “/”, “không có nhiệm vụ”."""
    return Understood(NotApplicable()) if text in ("/", "×") or _whole_words(text) in NOT_APPLICABLE else None


def _read_zero(text: str, asked: Asked) -> Heard | None:
    """Hear “-”, “không”, “không có”, also with the asked measure behind it."""
    if text == "-":
        return understood(Decimal(0), Remark.DASH)
    words, none_of = _whole_words(text), _NONE_OF.fullmatch(text)
    if words in ZEROS or (none_of and (none_of[1] == asked.words or measure_of(none_of[1]))):
        return understood(Decimal(0), Remark.ZERO_WORD)
    return doubtful(Decimal(0)) if words in PERHAPS_ZERO or re.fullmatch(r"-[- ]*", text) else None


def _read_vague(text: str, _: Asked) -> Heard | None:
    """Hear “hàng trăm”, “nhiều”."""
    return Vague(text) if is_vague(text) else None


def _read_day_instead(text: str, _: Asked) -> Heard | None:
    """Refuse a calendar day before its figures are taken for something."""
    return NotUnderstood(Fault.NOT_A_NUMBER) if read_day(text) else None


def _read_mistyped(text: str, asked: Asked) -> Heard | None:
    """Ask about letters that stand for digits: O for 0, l and I for 1."""
    meant = _MISTYPED.sub(lambda found: found[0].translate(_MEANT), text)
    return doubted(_first_heard(meant, asked)) if meant != text else None


def _read_sum(text: str, asked: Asked) -> Heard | None:
    """Ask about “10+5” whether the sum is meant."""
    found = _SUM.fullmatch(text)
    if not found:
        return None
    heard = [read_quantity(f"{part.strip()}{found[2]}", asked) for part in found[1].split("+")]
    amounts = [number.amount for part in heard if part for number in numbers_of(part)[:1]]
    return doubtful(sum(amounts, Decimal(0))) if len(amounts) == len(heard) else NotUnderstood(Fault.NOT_A_NUMBER)


def _read_range(text: str, asked: Asked) -> Heard | None:
    """Ask about “5-7”, which may also be a day that Excel was kept from changing."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    ends = [numbers for part in found.groups() if (numbers := numbers_of(read_quantity(part, asked)))]
    return Doubtful((ends[0][0], ends[1][0])) if len(ends) == 2 else NotUnderstood(Fault.NOT_A_NUMBER)


def _read_result_and_target(text: str, asked: Asked) -> Heard | None:
    """Hear “1.757/1.500” as a result beside its target; “5/7” may be a day of the year and is asked."""
    found = _BESIDE.fullmatch(text)
    if not found:
        return None
    result, target = found["result"].strip(), found["target"].strip()
    result_words, target_words = _words_behind(result), _words_behind(target)
    # “4,5/5 tỷ”: what stands behind both is the measure of both.
    left = read_quantity(result if result_words else f"{result} {target_words or ''}".strip(), asked)
    right = read_quantity(target, asked)
    is_clear = target_words is not None and result_words in ("", target_words or result_words)
    is_share = asked.measure.dimension is Dimension.PERCENT and "%" not in text
    if is_clear and not is_share and not _DAY_OR_MONTH.search(text):
        return _beside(left, right)
    return doubted(left) if left else None


def _read_two_measures(text: str, asked: Asked) -> Heard | None:
    """Hear “1 km 500 m”, “1 ha 2 sào” as one figure; of “1km500” it is asked whether the 500 are metres."""
    found = _TWO_MEASURES.fullmatch(text)
    if not found or asked.measure.dimension not in _MEASURED:
        return None
    is_bare = found["metres"] is not None
    upper, one = (read_quantity(part, asked) for part in (found["upper"], f"1 {found['unit']}"))
    lower = read_quantity(f"{found['metres']} m" if is_bare else found["lower"], asked)
    (whole, *_), (unit, *_) = numbers_of(upper) or (None,), numbers_of(one) or (None,)
    if whole is None or unit is None or not all(0 < number.amount < unit.amount for number in numbers_of(lower)):
        return None
    heard = changed(lower, lambda number: replace(whole, amount=whole.amount + number.amount)) if lower else None
    if heard is None or not numbers_of(heard):
        return None
    return doubted(heard) if is_bare else remarked(heard, Remark.MEASURE_CONVERTED)


def _beside(left: Heard | None, right: Heard | None) -> Heard | None:
    match left, right:
        case Understood(value, remarks), Understood(Number() as target):
            return Understood(value, (*remarks, Remark.TARGET_BESIDE), target)
        case None, _:
            return None
        case _:
            return doubted(left)


def _words_behind(part: str) -> str | None:
    """Return the words behind the one figure of a part; None where there are more figures."""
    found = _BEHIND_FIGURE.fullmatch(part)
    return found["words"].strip() if found else None


_Reader = Callable[[str, Asked], Heard | None]

_READERS: tuple[_Reader, ...] = (
    _read_nothing,
    _read_no_task,
    _read_zero,
    _read_vague,
    _read_day_instead,
    _read_mistyped,
    _read_sum,
    _read_range,
    _read_result_and_target,
    _read_two_measures,
    read_quantity,
)
"""The order of resolution: the first reader that hears anything decides."""


# -- cells of number -----------------------------------------------------------------------------------------------


def _percentage(amount: Decimal, asked: Asked) -> Heard:
    """Read a cell shown as a percentage; 98 there shows 9800%, which nobody means."""
    if asked.measure.dimension is not Dimension.PERCENT:
        return NotUnderstood(Fault.WRONG_MEASURE)
    shown = amount.scaleb(2)
    return doubtful(amount, shown) if abs(amount) > 10 else understood(shown)


def _whole_again(amount: Decimal) -> Heard:
    """Propose 13765 for 13.765: Excel of another country takes the dot of thousands for a decimal one."""
    could_be_group = 1 <= abs(amount) < 1000
    return doubtful(amount.scaleb(3)) if could_be_group else NotUnderstood(Fault.NOT_WHOLE)


def _number(amount: Decimal, asked: Asked) -> Heard:
    if asked.measure.dimension is Dimension.PERCENT and abs(amount) == 1:
        return doubtful(amount.scaleb(2), amount)  # 100% whose cell lost its look
    return bare_figure(understood(amount), asked)


def _without_measure(words: str, asked: Asked) -> str:
    """Return vague words without the asked measure and what stands behind it: “hàng trăm ngày công”, “hàng trăm”.

    Where the measure is itself what is vague (“hàng triệu đồng”) they stay whole."""
    if not asked.words:
        return words
    measure = re.escape(asked.words).replace(r"\ ", r"\s+")
    measure = re.sub(r"(?<=m)[23](?!\w)", lambda found: f"[{found[0]}{'²³'[int(found[0]) - 2]}]", measure)
    found = re.search(rf"\s*(?<!\w){measure}(?!\w)", words, re.IGNORECASE)
    before = words[: found.start()] if found else ""
    return before if is_vague(before) else words


def _whole_words(text: str) -> str:
    return "" if "?" in text else folded(text)  # who asks does not say


# -- before and after ----------------------------------------------------------------------------------------------


def _cleaned(text: str) -> str:
    """Write digits of other scripts and widths as usual; leave out quotes before and one stray sign behind."""
    usual = "".join(map(_usual, text))
    return _SIGN_BEHIND.sub("", _QUOTES_BEFORE.sub("", usual))


def _usual(sign: str) -> str:
    if (digit := unicodedata.decimal(sign, None)) is not None:
        return str(digit)
    return unicodedata.normalize("NFKC", sign) if "\uff01" <= sign <= "\uff5e" else sign


def _asks_whole(asked: Asked) -> bool:
    is_dong = asked.measure.dimension is Dimension.MONEY and asked.measure.exponent == 0
    return asked.kind is Kind.INTEGER or (asked.kind is Kind.MONEY and is_dong)


def _checked(heard: Heard, asked: Asked) -> Heard:
    """Leave only amounts that the kind allows and the program can hold, written without needless zeros."""
    neat = changed(heard, _neat)
    if not numbers_of(neat):
        return neat
    held = _only(neat, lambda number: len(number.amount.as_tuple().digits) <= _MOST_DIGITS, Fault.NOT_A_NUMBER)
    return _only(held, _is_whole, Fault.NOT_WHOLE) if _asks_whole(asked) else held


def _only(heard: Heard, is_allowed: Callable[[Number], bool], fault: Fault) -> Heard:
    match heard:
        case Understood(Number() as number, _, target) if is_allowed(number):
            return heard if target is None or is_allowed(target) else replace(heard, target=None)
        case Doubtful(candidates) if allowed := tuple(filter(is_allowed, candidates)):
            return Doubtful(allowed)
        case _:
            return NotUnderstood(fault)


def _is_whole(number: Number) -> bool:
    return number.amount == number.amount.to_integral_value()


def _neat(number: Number) -> Number:
    """Write the amount without exponent and needless zeros, for it is the key of an answer."""
    digits = format(number.amount, "f")
    shortest = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Number(Decimal("0" if shortest == "-0" else shortest), number.exactness)
