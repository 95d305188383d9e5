"""Digits with dots, commas and spaces between them. This module holds what such a run of digits may mean.

A dot groups thousands and a comma begins the decimals, but people also type the reverse. Only a single separator with
three digits behind it can be either; then it depends on what is counted, and what remains open is asked."""

import re
from decimal import Decimal
from enum import Enum

from ccbdesk.model.remark import Remark
from ccbdesk.vietnamese.numbers.heard import Fault, Heard, NotUnderstood, doubtful, understood

RUN = r"[0-9](?:[0-9.,]|\ (?=[0-9]))*(?<![.,])"
"""The pattern of a run of digits (for verbose patterns too)."""


class Habit(Enum):
    """How figures of some measure are usually written."""

    WHOLE = "whole"  # counts, đồng, m²: 1.500 and 1,500 are both fifteen hundred
    THOUSANDS = "thousands"  # nghìn đồng: 1.500 is grouped, 1,500 is open
    MILLIONS = "millions"  # triệu đồng: 771.176 is grouped, 82,350 has decimals
    FRACTIONS = "fractions"  # tỷ đồng, km, ha, points: 4.093 is open, 1,068 has decimals
    PERCENT = "percent"  # 117,113 has decimals; 117.113 is open, but likelier has them too


_DOT_GROUPS = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?")
_COMMA_GROUPS = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?")
_SPACE_GROUPS = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,(?P<decimals>[0-9]+))?")
_COMMA_DECIMALS = re.compile(r"(?P<whole>[0-9]+)(?:,(?P<decimals>[0-9]+))?")
_DOT_DECIMALS = re.compile(r"(?P<whole>[0-9]+)\.(?P<decimals>[0-9]+)")
_SHAPES: tuple[tuple[re.Pattern[str], str, tuple[Remark, ...]], ...] = (
    (_COMMA_DECIMALS, ".", ()),
    (_DOT_GROUPS, ".", ()),
    (_COMMA_GROUPS, ",", (Remark.COMMA_GROUPED,)),
    (_SPACE_GROUPS, " ", (Remark.SPACE_GROUPED,)),
    (_DOT_DECIMALS, ".", (Remark.DOT_DECIMAL,)),
)
_MOST_DIGITS = 15  # as many as a cell of Excel holds


def read_digits(run: str, habit: Habit) -> Heard:
    """Return the number of a run of digits without sign, several where the habit leaves it open."""
    if sum(sign.isdigit() for sign in run) > _MOST_DIGITS:
        return NotUnderstood(Fault.NOT_A_NUMBER)
    if _DOT_GROUPS.fullmatch(run) and _DOT_DECIMALS.fullmatch(run):
        return _open_dot(run, habit)
    if _COMMA_GROUPS.fullmatch(run) and _COMMA_DECIMALS.fullmatch(run):
        return _open_comma(run, habit)
    return _plainly(run)


def _open_dot(run: str, habit: Habit) -> Heard:
    grouped, decimal = Decimal(run.replace(".", "")), Decimal(run)
    match habit:
        case Habit.WHOLE | Habit.THOUSANDS | Habit.MILLIONS:
            return understood(grouped)
        case Habit.FRACTIONS:
            return doubtful(grouped, decimal)
        case Habit.PERCENT:
            return doubtful(decimal, grouped)


def _open_comma(run: str, habit: Habit) -> Heard:
    grouped, decimal = Decimal(run.replace(",", "")), Decimal(run.replace(",", "."))
    match habit:
        case Habit.WHOLE:
            return understood(grouped, Remark.COMMA_GROUPED)
        case Habit.THOUSANDS:
            return doubtful(decimal, grouped)
        case Habit.MILLIONS | Habit.FRACTIONS:
            return understood(decimal, Remark.COMMA_DECIMAL)
        case Habit.PERCENT:
            return understood(decimal)


def _plainly(run: str) -> Heard:
    """Read a run that has one shape only, or none."""
    for shape, grouping, remarks in _SHAPES:
        if found := shape.fullmatch(run):
            whole, decimals = found["whole"].replace(grouping, ""), found["decimals"]
            if not decimals:
                return understood(Decimal(whole), *remarks)
            return understood(Decimal(f"{whole}.{decimals}"), *remarks)
    return NotUnderstood(Fault.BAD_GROUPING)
