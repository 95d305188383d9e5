"""A sentence of the report before it has figures. This module holds its pieces.

The grammar that makes them is in ``engine.drafting``; ``docs/form-language.md`` explains it to the office."""

from dataclasses import dataclass
from enum import Enum

from ccbdesk.model.expression import Expression
from ccbdesk.model.origin import ColumnCode, SheetCode


class Builtin(Enum):
    """Words that a sentence may name beside figures, by the name used in braces."""

    UNIT_SHORT_NAME = "ten"  # in a loop over units
    UNIT_NAME = "ten_day_du"  # in a loop over units
    NUMBER = "tt"  # in any loop: the place among what is printed
    CLUSTER_NAME = "ten_cum"
    PERIOD = "ky"
    NEXT_PERIOD = "ky_sau"
    YEAR = "nam"
    NEXT_YEAR = "nam_sau"
    UNIT_COUNT = "so_don_vi"
    UNIT_LIST = "cac_don_vi"
    CUT_OFF = "ngay_chot"  # the day, in digits


@dataclass(frozen=True, slots=True)
class Way:
    """A way of writing: its name and its arguments, as in ``tien:ty,1``."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is printed as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A built-in word; a number in a loop may be written in ways of its own."""

    builtin: Builtin
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure: an expression and how it is written. ``keeps_zero``: a zero is printed and drops nothing."""

    expression: Expression
    ways: tuple[Way, ...] = ()
    keeps_zero: bool = False


@dataclass(frozen=True, slots=True)
class Bracket:
    """Parts of which those with a missing or zero figure fall away; the others are joined as those of a loop are."""

    options: tuple[tuple["Piece", ...], ...]
    joiner: str = ", "
    last_joiner: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A part that is printed on a condition."""

    condition: Expression
    pieces: tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of several parts whose condition holds; ``otherwise`` where none does.

    ``unknown`` stands for all of them where a condition cannot be decided for want of figures. A figure that is missing
    or zero makes the chosen part vanish, as it does an optional one."""

    cases: tuple[Case, ...]
    otherwise: tuple["Piece", ...] = ()
    unknown: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True)
class EachUnit:
    """A part repeated for every unit that has its figures, joined by ``joiner`` (the last by ``last_joiner``).

    With ``first`` only so many units, those with the largest ``ranking`` (ties in the form's order). With ``kinds``
    only units of these kinds, with a ``condition`` only those for which it holds; then no figure need be named."""

    pieces: tuple["Piece", ...]
    joiner: str = "; "
    last_joiner: str = ""
    first: int = 0
    ranking: Expression | None = None
    kinds: tuple[str, ...] = ()
    condition: Expression | None = None

    @property
    def is_choosing(self) -> bool:
        """Whether it goes through some of the units only, by a choice of its own."""
        return bool(self.kinds) or self.condition is not None


@dataclass(frozen=True, slots=True)
class RowSlot:
    """What a row of a list says in a column; only inside a loop over the rows of that list."""

    column: ColumnCode
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class EachRow:
    """A part repeated for every row of a list, units in the form's order; inside a loop over units, for that unit's.

    A row that lacks a column named outside a bracket is left out."""

    sheet: SheetCode
    pieces: tuple["Piece", ...]
    joiner: str = "; "
    last_joiner: str = ""
    first: int = 0


Piece = Words | Name | Slot | Bracket | Choice | EachUnit | RowSlot | EachRow


def parts_of(piece: Bracket | Choice) -> tuple[tuple[Piece, ...], ...]:
    """Return all parts of a piece that may or may not be printed."""
    match piece:
        case Bracket(options=options):
            return options
        case Choice(cases, otherwise, unknown):
            return (*(case.pieces for case in cases), otherwise, unknown)


def conditions_of(piece: Bracket | Choice) -> tuple[Expression, ...]:
    """Return the conditions on which the parts of a piece are printed."""
    match piece:
        case Bracket():
            return ()
        case Choice(cases=cases):
            return tuple(case.condition for case in cases)
