"""The meaning of a quantity. This module holds how its parts become a number in the measure asked for.

Each step takes what was heard so far and either carries it on, doubts it or refuses it."""

import re
from dataclasses import replace
from decimal import Context, Decimal
from typing import assert_never

from ccbdesk.model.form import Kind
from ccbdesk.model.remark import Remark
from ccbdesk.model.value import Exactness
from ccbdesk.vietnamese.numbers.digits import Habit, read_digits
from ccbdesk.vietnamese.numbers.heard import (
    Fault,
    Heard,
    NotUnderstood,
    Understood,
    changed,
    doubted,
    doubtful,
    numbers_of,
    remarked,
    understood,
)
from ccbdesk.vietnamese.numbers.measures import Asked, Dimension, Measure, local_area
from ccbdesk.vietnamese.numbers.phrases import Group, Opening, Quantity, split_opening, take_apart
from ccbdesk.vietnamese.numbers.words import AT_LEAST, is_plain_noun

_EXACT = Context(prec=60)  # sums of the longest figures and the largest multipliers stay whole
_ANOTHER_FIGURE = re.compile(r"(?![(\[,;:])[^\W\d_]?[\W_]*[0-9]|[⁰¹²³⁴-⁹]")  # 10x5, 1.5E+05, 10²
_LARGE = Decimal(10**6)  # seven digits: together with a multiplier one of the two may be a slip
_TOO_MUCH_MONEY = Decimal(
    10**13
)  # đồng: ten thousand tỷ passes no association's hands, but “175.000.000” triệu is more
_HABITS = {0: Habit.WHOLE, 3: Habit.THOUSANDS, 6: Habit.MILLIONS}


def read_quantity(text: str, asked: Asked) -> Heard | None:
    """Return what the quantity ``text`` means in the asked measure; None where no figure stands at its beginning."""
    least = AT_LEAST.fullmatch(text)
    if least:
        return _as_least(read_quantity(least["figure"], asked), asked)
    opening = split_opening(text)
    quantity = take_apart(opening.rest, asked)
    if quantity is None:
        return None
    heard = _in_asked_measure(_sum(quantity, asked), quantity, asked)
    heard = _followed(heard, quantity, asked)
    heard = remarked(heard, *_remarks(quantity, asked))
    return _opened(heard, opening)


def bare_figure(heard: Heard, asked: Asked) -> Heard:
    """Doubt a figure without any measure where another measure than the asked one is likely."""
    numbers = [number.amount for number in numbers_of(heard)]
    if not numbers:
        return heard
    exponent = asked.measure.exponent
    if asked.measure.dimension is Dimension.MONEY and exponent:
        in_dong = [_shifted(amount, -exponent) for amount in numbers]
        is_too_much = max(map(abs, numbers)) >= _shifted(_TOO_MUCH_MONEY, -exponent)
        return doubtful(*numbers, *in_dong) if is_too_much else heard
    if asked.measure.dimension is Dimension.PERCENT and 0 < abs(numbers[0]) < 1:
        return doubtful(_shifted(numbers[0], 2), *numbers)
    return heard


# -- adding up, in ones of the written measure ---------------------------------------------------------------------


def _sum(quantity: Quantity, asked: Asked) -> Heard:
    habit = _habit(quantity, asked)
    if len(quantity.groups) == 1:
        return _with_doubtful_multiplier(_group(quantity.last, habit), quantity.last, asked)
    steps = list(zip(quantity.groups, quantity.groups[1:], strict=False))
    if any(lower.exponent >= upper.exponent for upper, lower in steps):
        return NotUnderstood(Fault.NOT_A_NUMBER)
    heard = _group(quantity.groups[0], Habit.WHOLE)
    for upper, lower in steps:
        if not lower.multipliers:
            heard = _added(heard, _odd_figure(lower, upper, quantity.measure), upper)
        else:
            heard = _added(heard, _group(lower, habit if lower is quantity.last else Habit.WHOLE), upper)
    return heard


def _added(heard: Heard, below: Heard, upper: Group) -> Heard:
    """Add what stands below a group; in speech it is less than one of that group, which itself is whole."""
    if not (numbers := numbers_of(heard)):
        return heard
    above = numbers[0].amount
    added = changed(below, lambda number: replace(number, amount=_EXACT.add(above, number.amount)))
    one = _shifted(Decimal(1), upper.exponent)
    is_spoken = _EXACT.remainder(above, one) == 0 and all(number.amount < one for number in numbers_of(below))
    if not is_spoken or not isinstance(heard, Understood):
        return doubted(added)
    return remarked(added, *heard.remarks)


def _group(group: Group, habit: Habit) -> Heard:
    heard = understood(group.word) if group.word is not None else read_digits(group.run, habit)
    if group.has_half:
        heard = changed(heard, lambda number: replace(number, amount=_EXACT.add(number.amount, Decimal("0.5"))))
    return _scaled(heard, group.exponent)


def _odd_figure(group: Group, upper: Group, measure: Measure | None) -> Heard:
    """Read the 2 of “1 tỷ 2”: decimals of what stands before it, or so many of what comes next below."""
    if not group.run.isdigit():
        return NotUnderstood(Fault.BAD_GROUPING)
    figure = Decimal(group.run)
    amounts = [_shifted(figure, upper.exponent - len(group.run)), _shifted(figure, max(upper.exponent - 3, 0))]
    if measure is not None:
        amounts.append(figure)
    return understood(figure) if set(amounts) == {figure} else doubtful(*amounts)


def _with_doubtful_multiplier(heard: Heard, group: Group, asked: Asked) -> Heard:
    """Ask whether the multiplier is meant: “163.200.000 ngàn đồng”, “5 ng” where things are counted."""
    amounts = [number.amount for number in numbers_of(heard)]
    if not amounts or not group.multipliers:
        return heard
    without = [_shifted(amount, -group.exponent) for amount in amounts]
    is_large = group.exponent >= 3 and max(without) >= _LARGE
    is_short_for_something_else = group.is_short and asked.measure.dimension is Dimension.COUNT
    return doubtful(*amounts, *without) if is_large or is_short_for_something_else else heard


def _habit(quantity: Quantity, asked: Asked) -> Habit:
    """Return how the last figure is usually written: by its multiplier, else its measure, else what is asked."""
    written, wanted = quantity.measure, asked.measure
    if quantity.last.multipliers:
        return _HABITS.get(quantity.last.exponent, Habit.FRACTIONS)
    if written is not None and written != wanted:
        return Habit.WHOLE if written.exponent < wanted.exponent else Habit.FRACTIONS
    if wanted.dimension is Dimension.PERCENT:
        return Habit.PERCENT
    match asked.kind:
        case Kind.INTEGER:
            return Habit.WHOLE
        case Kind.MONEY:
            return _HABITS.get(wanted.exponent, Habit.FRACTIONS)
        case Kind.DECIMAL | Kind.PERCENT | Kind.TEXT | Kind.DAY:
            return Habit.FRACTIONS
        case _:
            assert_never(asked.kind)


# -- the asked measure, and what follows ---------------------------------------------------------------------------


def _in_asked_measure(heard: Heard, quantity: Quantity, asked: Asked) -> Heard:
    written, wanted = quantity.measure, asked.measure
    if not numbers_of(heard):
        return heard
    if written is not None and written.dimension is not wanted.dimension:
        return NotUnderstood(Fault.WRONG_MEASURE)
    if written is not None:
        converted = _scaled(heard, written.exponent - wanted.exponent)
        is_silent = written == wanted or wanted.dimension is Dimension.MONEY  # money names its unit, nothing is guessed
        return converted if is_silent else remarked(converted, Remark.MEASURE_CONVERTED)
    if not quantity.is_multiplied:
        return heard
    if wanted.dimension is Dimension.PERCENT:
        return NotUnderstood(Fault.WRONG_MEASURE)
    if wanted.dimension is Dimension.MONEY:
        return _scaled(heard, -wanted.exponent)  # “45 tỷ” are đồng without saying so
    if wanted.dimension is Dimension.COUNT:
        return _scaled(heard, -wanted.exponent) if quantity.noun else _perhaps_money(heard, quantity, asked)
    return doubted(heard)


def _perhaps_money(heard: Heard, quantity: Quantity, asked: Asked) -> Heard:
    """Ask about millions in a count that do not say of what: they may belong in a row of money."""
    counted = _scaled(heard, -asked.measure.exponent)
    return doubted(counted) if quantity.groups[0].exponent >= 6 else counted


def _followed(heard: Heard, quantity: Quantity, asked: Asked) -> Heard:
    """Judge a figure by what stands behind it, or by nothing standing there."""
    noun = quantity.noun
    if not numbers_of(heard):
        return heard
    if not noun:
        return heard if quantity.measure or quantity.is_multiplied else bare_figure(heard, asked)
    if noun == asked.words:
        return heard
    if _ANOTHER_FIGURE.match(noun):
        return NotUnderstood(Fault.NOT_A_NUMBER)
    if quantity.measure is None and (square_metres := local_area(noun)):
        return _in_local_measure(heard, square_metres, noun, asked)
    if not is_plain_noun(noun):
        return heard if noun.startswith("/") and asked.words.endswith(noun) else doubted(heard)
    if quantity.measure is not None:
        return remarked(heard, Remark.CLEANED)
    return _with_noun_only(heard, quantity, asked)


def _with_noun_only(heard: Heard, quantity: Quantity, asked: Asked) -> Heard:
    """Accept the thing counted; “hai” before another word than the asked one may belong to a name."""
    if asked.measure.dimension is not Dimension.COUNT:
        return doubted(heard) if quantity.is_multiplied else NotUnderstood(Fault.WRONG_MEASURE)
    if quantity.last.word is not None and not (asked.words and quantity.noun.startswith(asked.words)):
        return doubted(heard)
    return heard


def _in_local_measure(heard: Heard, square_metres: tuple[Decimal, ...], noun: str, asked: Asked) -> Heard:
    """Propose what a sào, mẫu or công may be; in a count, công is a day's work and the others are out of place."""
    if asked.measure.dimension is Dimension.AREA:
        amounts = [number.amount for number in numbers_of(heard)]
        worths = (_EXACT.multiply(amount, metres) for metres in square_metres for amount in amounts)
        return doubtful(*(_shifted(worth, -asked.measure.exponent) for worth in worths))
    if asked.measure.dimension is Dimension.COUNT and len(square_metres) == 1:
        return heard if is_plain_noun(noun) else doubted(heard)
    return NotUnderstood(Fault.WRONG_MEASURE)


def _remarks(quantity: Quantity, asked: Asked) -> list[Remark]:
    remarks = []
    if any(group.is_short for group in quantity.groups):
        remarks.append(Remark.ABBREVIATED)
    has_words = any(group.word is not None or group.has_half for group in quantity.groups)
    if has_words or (quantity.is_multiplied and asked.measure.dimension is not Dimension.MONEY):
        remarks.append(Remark.NUMBER_WORD)
    return remarks


def _opened(heard: Heard, opening: Opening) -> Heard:
    """Give what was heard its sign and exactness."""
    numbers = numbers_of(heard)
    if not numbers:
        return heard
    if opening.signs == (-1,):
        heard = changed(heard, lambda number: replace(number, amount=number.amount.copy_negate()))
    elif len(opening.signs) > 1:
        heard = doubtful(*(number.amount for number in numbers), *(number.amount.copy_negate() for number in numbers))
    if opening.has_filler:
        heard = remarked(heard, Remark.CLEANED)
    exactness = Exactness.ABOUT if opening.is_limit else opening.exactness
    if exactness is not Exactness.EXACT:
        heard = remarked(changed(heard, lambda number: replace(number, exactness=exactness)), Remark.APPROXIMATE)
    return doubted(heard) if opening.is_limit else heard


def _as_least(heard: Heard | None, asked: Asked) -> Heard | None:
    """Make what was heard before “trở lên” the least it may be.

    A share is set as a target so. A count or a sum given so is no result, and “trên 90% trở lên” says two things: both
    are asked about."""
    if heard is None or not (numbers := numbers_of(heard)):
        return heard
    least = changed(heard, lambda number: replace(number, exactness=Exactness.AT_LEAST))
    is_share = asked.measure.dimension is Dimension.PERCENT
    is_clear = is_share and all(number.exactness is Exactness.EXACT for number in numbers)
    return remarked(least if is_clear else doubted(least), Remark.APPROXIMATE)


def _scaled(heard: Heard, exponent: int) -> Heard:
    return changed(heard, lambda number: replace(number, amount=_shifted(number.amount, exponent)))


def _shifted(amount: Decimal, exponent: int) -> Decimal:
    return _EXACT.scaleb(amount, exponent)
