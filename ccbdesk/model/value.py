"""What may stand where a figure is asked for. This module holds the kinds of value and how exactness adds up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from enum import Enum

_PRECISE = Context(prec=34)


class Exactness(Enum):
    """How exactly a figure was reported; the qualifier is kept as the unit wrote it."""

    EXACT = "exact"
    OVER = "over"  # trên
    MORE_THAN = "more than"  # hơn
    NEARLY = "nearly"  # gần
    ABOUT = "about"  # khoảng
    ESTIMATED = "estimated"  # ước
    AT_LEAST = "at least"  # … trở lên


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in its indicator's own unit of measure."""

    amount: Decimal
    exactness: Exactness = Exactness.EXACT


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient kept whole, so that it is rounded only where it is shown."""

    numerator: Decimal
    denominator: Decimal
    exactness: Exactness = Exactness.EXACT

    @property
    def amount(self) -> Decimal:
        """The quotient at 34 significant digits; the denominator is never zero."""
        return _PRECISE.divide(self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Text:
    """Words, where words were asked for or where a unit gave a vague quantity instead of a figure."""

    words: str


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""

    day: date


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was written, or it was written that there is no figure yet: not zero."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The unit has no such task: neither zero nor missing."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something stands there that cannot be used, or not before a question is answered."""

    shown: str


Value = Number | Ratio | Text | Day | Blank | NotApplicable | Unreadable

_UPWARD = frozenset({Exactness.OVER, Exactness.MORE_THAN, Exactness.AT_LEAST})


def combined(exactnesses: Iterable[Exactness]) -> Exactness:
    """Return the exactness of a sum: đúng + q = q, q + q = q, trên + hơn + trở lên = trên, any other mixture khoảng."""
    qualifiers = set(exactnesses) - {Exactness.EXACT}
    if not qualifiers:
        return Exactness.EXACT
    if len(qualifiers) == 1:
        return qualifiers.pop()
    return Exactness.OVER if qualifiers <= _UPWARD else Exactness.ABOUT
