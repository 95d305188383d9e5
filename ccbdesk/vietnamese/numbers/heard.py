"""What can come of reading a figure. This module holds the four answers and how they are carried on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from ccbdesk.model.remark import Remark
from ccbdesk.model.value import Blank, NotApplicable, Number


class Fault(Enum):
    """Why something cannot be read as the figure asked for."""

    NOT_A_NUMBER = "not a number"
    BAD_GROUPING = "bad grouping"
    NOT_WHOLE = "not whole"
    WRONG_MEASURE = "wrong measure"


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading, beyond doubt. ``target`` is the second of two figures written as result/target."""

    value: Number | NotApplicable | Blank
    remarks: tuple[Remark, ...] = ()
    target: Number | None = None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Readings that must be asked about, the likelier first; never empty."""

    candidates: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Vague:
    """A quantity without a figure, such as “hàng trăm”."""

    words: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing that could be proposed."""

    fault: Fault


Heard = Understood | Doubtful | Vague | NotUnderstood


def understood(amount: Decimal, *remarks: Remark) -> Understood:
    """Return an exact number, read without doubt."""
    return Understood(Number(amount), remarks)


def doubtful(*amounts: Decimal) -> Doubtful:
    """Return a doubt between exact numbers, each once, the likelier first."""
    return Doubtful(tuple(Number(amount) for amount in dict.fromkeys(amounts)))


def numbers_of(heard: Heard | None) -> tuple[Number, ...]:
    """Return every number heard or proposed, the likelier first."""
    match heard:
        case Understood(Number() as number):
            return (number,)
        case Doubtful(candidates):
            return candidates
        case _:
            return ()


def doubted(heard: Heard) -> Heard:
    """Return the same numbers as something to be asked about; what holds no number stays what it is."""
    numbers = numbers_of(heard)
    return Doubtful(numbers) if numbers else heard


def remarked(heard: Heard, *remarks: Remark) -> Heard:
    """Add remarks to what was understood, each once."""
    if not isinstance(heard, Understood):
        return heard
    return replace(heard, remarks=tuple(dict.fromkeys((*heard.remarks, *remarks))))


def changed(heard: Heard, change: Callable[[Number], Number]) -> Heard:
    """Change every number heard or proposed, the target beside it too."""
    match heard:
        case Understood(Number() as number, remarks, target):
            return Understood(change(number), remarks, change(target) if target is not None else None)
        case Doubtful(candidates):
            return Doubtful(tuple(dict.fromkeys(map(change, candidates))))
        case _:
            return heard
