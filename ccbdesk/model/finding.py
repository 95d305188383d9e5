"""Everything that can be wrong with what was received. This module holds the findings, in families.

A finding carries facts; its Vietnamese sentence is made in ``wording.findings``. Codes are those of the field's own
list of checks. A finding of level error on an indicator keeps that value out of the totals until it is put right."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Level, Rule
from ccbdesk.model.history import Base
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.receipt import Refused
from ccbdesk.model.remark import Remark
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number, Value


@dataclass(frozen=True, slots=True)
class Where:
    """The subject of a finding; what does not apply is empty. ``seen`` is what stands there, as it was written.

    ``is_corrected``: it is about a figure that was put right or entered by hand, not about what the cell shows."""

    file: str = ""
    unit: UnitId | None = None
    sheet: str = ""
    cell: str = ""
    indicator: IndicatorCode | None = None
    seen: str = ""
    is_corrected: bool = False


# -- files ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileRefused:
    """The file could not be read."""

    code: ClassVar[str] = "T01"
    level: ClassVar[Level] = Level.ERROR
    where: Where
    refused: Refused


@dataclass(frozen=True, slots=True)
class NotOurForm:
    """The file is a workbook, but no return of this form; ``form_seen`` is the form it names, or empty."""

    code: ClassVar[str] = "T03"
    level: ClassVar[Level] = Level.ERROR
    where: Where
    form_seen: str


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """The return was made with another version of the form."""

    code: ClassVar[str] = "T04"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    version_seen: str
    version: str


@dataclass(frozen=True, slots=True)
class FileLeftOut:
    """The file was left out by an answer."""

    code: ClassVar[str] = "T06"
    level: ClassVar[Level] = Level.NOTE
    where: Where


@dataclass(frozen=True, slots=True)
class SameFileAgain:
    """The same bytes were received under another name too."""

    code: ClassVar[str] = "T09"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    first: str


@dataclass(frozen=True, slots=True)
class FileReplaced:
    """A later file of the same unit is used instead; this one is kept as an earlier version."""

    code: ClassVar[str] = "T08"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    newer: str


@dataclass(frozen=True, slots=True)
class FileSetAside:
    """The office has set the file aside, with a reason; it is kept."""

    code: ClassVar[str] = "T15"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    reason: str


@dataclass(frozen=True, slots=True)
class HiddenFigures:
    """Cells that count stand in hidden rows, columns or sheets."""

    code: ClassVar[str] = "T11"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A row holds a figure, but neither its code nor its label is the form's; nothing of it is used."""

    code: ClassVar[str] = "T05"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    label: str
    nearest: IndicatorCode | None = None


@dataclass(frozen=True, slots=True)
class OutsideLinks:
    """The file takes values from other workbooks, as they were when it was last saved; or it carries macros."""

    code: ClassVar[str] = "T12"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    has_macros: bool


# -- completeness --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ValueMissing:
    """A required indicator is blank or its row is gone."""

    code: ClassVar[str] = "C01"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class UnitAbsent:
    """A member whose return is not in."""

    code: ClassVar[str] = "C04"
    level: ClassVar[Level] = Level.NOTE
    where: Where


@dataclass(frozen=True, slots=True)
class CutOffDiffers:
    """The return's figures were closed on another day than the cluster's period sheet says; days as ISO dates."""

    code: ClassVar[str] = "C05"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    expected: str


@dataclass(frozen=True, slots=True)
class DayMoved:
    """The cluster's period sheet says another day than the office has moved it to since: the latter is used."""

    code: ClassVar[str] = "C11"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    milestone: Milestone
    day: date


@dataclass(frozen=True, slots=True)
class ReceivedLate:
    """The unit's first file came after the deadline."""

    code: ClassVar[str] = "C08"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    received: date
    deadline: date


@dataclass(frozen=True, slots=True)
class UnitLeftOut:
    """The office has left the unit out of the period, with a reason."""

    code: ClassVar[str] = "C09"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectionOvertaken:
    """A figure was put right, but what stands in the file now is not what it was put right from: the file's is used.

    ``received`` is what stood there then, ``corrected`` what it was put right to."""

    code: ClassVar[str] = "C10"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    received: str
    corrected: str


class Overtaken(Enum):
    """Why what was decided about a row of a list no longer holds."""

    GONE = "gone"  # a cell of it was put right; the file has no such row any more
    THERE = "there"  # it was entered by hand; now the file has it, saying otherwise
    CHANGED = "changed"  # it was taken out; now the file's row says otherwise


@dataclass(frozen=True, slots=True)
class RowOvertaken:
    """Something was decided about a row of a list, but the file is no longer what it was then: the file's is used.

    ``row`` is what the row was called, ``corrected`` what a cell of it was put right to."""

    code: ClassVar[str] = "C10"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    row: str
    how: Overtaken
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class StateContradicts:
    """What is said of a figure beside it does not go with what stands there; the figure is kept."""

    code: ClassVar[str] = "C07"
    level: ClassVar[Level] = Level.WARNING
    where: Where
    state: str


# -- cells ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ErrorInCell:
    """Excel shows an error in the cell."""

    code: ClassVar[str] = "T13"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class FormulaWithoutResult:
    """The cell is a formula that was never calculated."""

    code: ClassVar[str] = "T12"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class NotANumber:
    """What stands in the cell cannot be read as a figure."""

    code: ClassVar[str] = "F01"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class BadGrouping:
    """The dots or commas do not stand where thousands end."""

    code: ClassVar[str] = "F03"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class NotWhole:
    """A count with decimals."""

    code: ClassVar[str] = "F04"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class DateInCell:
    """A day stands where a figure is asked for: Excel made a date of what was typed."""

    code: ClassVar[str] = "F05"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class WrongMeasure:
    """The unit of measure written in the cell does not belong to the indicator (100 % in a count)."""

    code: ClassVar[str] = "F06"
    level: ClassVar[Level] = Level.ERROR
    where: Where
    measure: str


@dataclass(frozen=True, slots=True)
class VagueQuantity:
    """Words such as “hàng trăm” instead of a figure; kept as text, in no total."""

    code: ClassVar[str] = "F08"
    level: ClassVar[Level] = Level.WARNING
    where: Where


@dataclass(frozen=True, slots=True)
class OutOfBounds:
    """A figure below the form's lowest or above its highest amount."""

    code: ClassVar[str] = "F10"
    level: ClassVar[Level] = Level.ERROR
    where: Where
    lowest: Decimal | None
    highest: Decimal | None


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A figure that was read, but not letter by letter: ``how`` says which reading was applied."""

    code: ClassVar[str] = "F07"
    level: ClassVar[Level] = Level.NOTE
    where: Where
    measure: str
    value: Number
    how: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class NotADay:
    """What stands in the cell is no calendar day."""

    code: ClassVar[str] = "F05"
    level: ClassVar[Level] = Level.ERROR
    where: Where


@dataclass(frozen=True, slots=True)
class TotalDiffers:
    """A total that the return's file states itself is not the sum of what it adds up.

    Typed, nobody knows which of them is wrong; a formula (``is_formula``) only adds up too little or too much."""

    code: ClassVar[str] = "A14"
    where: Where
    stated: Number
    summed: Number
    is_formula: bool = False

    @property
    def level(self) -> Level:
        """An error where somebody typed the total."""
        return Level.WARNING if self.is_formula else Level.ERROR


# -- rules ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RuleFailed:
    """A rule of the form does not hold: ``left`` and ``right`` were compared, ``values`` are what they were made of.

    ``bases`` say from which period and units those of the values are that belong to an earlier one."""

    where: Where
    rule: Rule
    left: Value
    right: Value | None
    values: tuple[tuple[Reference, Value], ...] = field(default=())
    bases: tuple[tuple[Reference, Base], ...] = ()

    @property
    def code(self) -> str:
        """The rule's own code in the form."""
        return self.rule.code

    @property
    def level(self) -> Level:
        """The level the form gives the rule."""
        return self.rule.level


Finding = (
    FileRefused
    | NotOurForm
    | OtherVersion
    | FileLeftOut
    | SameFileAgain
    | FileReplaced
    | FileSetAside
    | HiddenFigures
    | UnknownRow
    | OutsideLinks
    | ValueMissing
    | UnitAbsent
    | CutOffDiffers
    | DayMoved
    | ReceivedLate
    | UnitLeftOut
    | CorrectionOvertaken
    | RowOvertaken
    | StateContradicts
    | ErrorInCell
    | FormulaWithoutResult
    | NotANumber
    | BadGrouping
    | NotWhole
    | DateInCell
    | WrongMeasure
    | VagueQuantity
    | OutOfBounds
    | ReadAs
    | NotADay
    | TotalDiffers
    | RuleFailed
)
