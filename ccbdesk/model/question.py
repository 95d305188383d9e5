"""What the program must not decide by itself. This module holds the questions and their choices.

Unanswered, the value in question counts as missing and is named. An answer is a choice's key."""

from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.model.finding import Where
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number

LEAVE_OUT = "bo_qua"
"""The key with which a question is answered “do not use this”."""

Answers = Mapping[QuestionId, str]


@dataclass(frozen=True, slots=True)
class AmbiguousFigure:
    """A figure that can be read in more than one way; the first candidate is the likelier."""

    id: QuestionId
    where: Where
    measure: str
    candidates: tuple[Number, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The candidates' amounts as plain decimals, then leaving the figure out."""
        return (*(format(candidate.amount, "f") for candidate in self.candidates), LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class UnknownUnit:
    """A return whose unit could not be told, or whose evidence contradicts itself; likelier units first."""

    id: QuestionId
    where: Where
    seen: tuple[str, ...]
    candidates: tuple[UnitId, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the units, then leaving the file out."""
        return (*self.candidates, LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class OtherPeriod:
    """A return that says it is of another period; used only when that is said to be a slip."""

    id: QuestionId
    where: Where
    seen: str
    expected: str

    @property
    def choices(self) -> tuple[str, ...]:
        """The period being merged, then leaving the file out."""
        return (self.expected, LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class SameUnitTwice:
    """Several different files of one unit; ``files`` are their names and the beginnings of their digests."""

    id: QuestionId
    where: Where
    files: tuple[tuple[str, str], ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The beginning of each file's digest, then leaving them all out."""
        return (*(digest for _, digest in self.files), LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A row whose code and label name two different indicators, or that doubles another row's code."""

    id: QuestionId
    where: Where
    label: str
    candidates: tuple[IndicatorCode, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The codes of the indicators, then leaving the row out."""
        return (*self.candidates, LEAVE_OUT)


Question = AmbiguousFigure | UnknownUnit | OtherPeriod | SameUnitTwice | DoubtfulRow
