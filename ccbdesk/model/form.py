"""A cluster's whole job as its form workbook defines it. This module holds the form and its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NewType

from ccbdesk.model.expression import Expression
from ccbdesk.model.office import OfficeSheet
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.sentence import Piece, Way
from ccbdesk.model.unit import CLUSTER, Unit, UnitId

FormId = NewType("FormId", str)
RuleCode = NewType("RuleCode", str)


class Kind(Enum):
    """What may be written for an indicator."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"
    TEXT = "text"
    DAY = "day"


class Adding(Enum):
    """How an indicator's figures become the cluster's."""

    SUM_FLOW = "sum of the period"
    SUM_STOCK = "sum at the end of the period"
    RATIO = "ratio"
    LARGEST = "largest"
    NOT_ADDED = "not added"
    GIVEN = "given by the cluster"  # the members report it too, but the whole is the office's to say
    FORMULA = "formula"


class SheetKind(Enum):
    """What a sheet of the return is made of."""

    FIGURES = "figures"
    MATRIX = "matrix"
    LIST = "list"
    NARRATIVE = "narrative"


class Preparer(Enum):
    """Who fills in a sheet: every member, or the cluster's own office (the period sheet)."""

    UNIT = "unit"
    CLUSTER = "cluster"


class Better(Enum):
    """In which direction a change is an improvement."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of the return (biểu). ``office`` is where it stands in a file already in use; None: it is made by us.

    ``measure``: in what the rows of a list are counted."""

    code: SheetCode
    name: str
    title: str
    kind: SheetKind = SheetKind.FIGURES
    preparer: Preparer = Preparer.UNIT
    office: OfficeSheet | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list table or of a matrix. ``is_added``: its figures have a total of their own.

    ``measured_by`` is the column of the same list whose words are, row by row, the unit of measure of its figures.
    ``position`` is where it stands in a file already in use, counted from 1; 0 in sheets that are made by us."""

    sheet: SheetCode
    code: ColumnCode
    label: str
    measure: str = ""
    kind: Kind = Kind.TEXT
    required: bool = False
    is_added: bool = False
    measured_by: ColumnCode | None = None
    position: int = 0

    @property
    def is_numeric(self) -> bool:
        """Whether figures stand in it, not words or days."""
        return self.kind not in (Kind.TEXT, Kind.DAY)

    @property
    def asked(self) -> "Indicator":
        """The column as a figure or words of its kind would be asked for, cell by cell."""
        code = IndicatorCode(f"{self.sheet}_{self.code}")
        return Indicator(code, self.label, self.sheet, measure=self.measure, kind=self.kind)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The place of an indicator that is one cell of a matrix: the row's code and label, and the column."""

    row: IndicatorCode
    row_label: str
    column: ColumnCode


@dataclass(frozen=True, slots=True)
class ListCount:
    """The indicator counts the rows a unit wrote into a list."""

    sheet: SheetCode


@dataclass(frozen=True, slots=True)
class ListSum:
    """The indicator is the sum of a column of the rows a unit wrote into a list."""

    sheet: SheetCode
    column: ColumnCode


Source = MatrixCell | ListCount | ListSum
"""Where an indicator stands in a return, when it has no line of its own."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure, or words, asked for (số liệu).

    Bounds and amounts are in ``measure``. ``formula`` defines a RATIO or a FORMULA in the figure's own measure (a
    percentage multiplies by 100 itself); both are computed, never asked for. ``applies_to`` names unit ids or kinds of
    unit; empty means every unit that fills in the sheet. ``office_row`` is its row in a file already in use, else 0.
    ``above`` is the code of the figure in the form of the body above, to which the cluster passes its total on.
    """

    code: IndicatorCode
    label: str
    sheet: SheetCode
    section: str = ""
    measure: str = ""
    kind: Kind = Kind.INTEGER
    adding: Adding = Adding.SUM_FLOW
    number: str = ""
    required: bool = False
    parent: IndicatorCode | None = None
    exhaustive: bool = False
    applies_to: tuple[str, ...] = ()
    formula: Expression | None = None
    planned: bool = False
    lowest: Decimal | None = None
    highest: Decimal | None = None
    better: Better | None = None
    ways: tuple[Way, ...] = ()
    headline: bool = False
    note: str = ""
    aliases: tuple[str, ...] = ()
    source: Source | None = None
    office_row: int = 0
    above: IndicatorCode | None = None

    @property
    def is_of_list(self) -> bool:
        """Whether the figure is worked out from the rows of a list, so that it has no cell of its own."""
        return isinstance(self.source, ListCount | ListSum)

    @property
    def is_computed(self) -> bool:
        """Whether the figure is worked out from others and so never stands in a return."""
        return self.adding in (Adding.RATIO, Adding.FORMULA)

    @property
    def is_numeric(self) -> bool:
        """Whether the indicator is a figure, not words or a day."""
        return self.kind not in (Kind.TEXT, Kind.DAY)


class RuleKind(Enum):
    """What a rule compares."""

    ADDS_UP = "adds up"  # subject = against
    NOT_MORE_THAN = "not more than"  # subject <= against
    NEEDS = "needs"  # subject > 0 requires against > 0
    AVERAGE_WITHIN = "average within"  # lowest <= subject / against <= highest
    CHANGE_WITHIN = "change within"  # lowest <= subject / earlier figure, in percent <= highest
    PEERS_WITHIN = "peers within"  # lowest <= (subject / against) / median of the units, in percent <= highest
    HOLDS = "holds"  # the expression is true
    THOUSANDFOLD = "thousandfold"  # subject is about a thousand times the earlier figure, or a thousandth of it
    SAME_AS_BEFORE = "same as before"  # no more than so many percent of the figures are those of the period before
    PLAN_KEPT = "plan kept"  # the plan is the one that was kept earlier in the year


class Level(Enum):
    """How serious a finding is: an error blocks the value, a warning wants an explanation, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class WhenBlank(Enum):
    """What a rule makes of a figure that is missing."""

    SKIP = "skip"
    ZERO = "zero"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between figures of one return. ``generated``: it follows from “trong đó”, nobody wrote it."""

    code: RuleCode
    kind: RuleKind
    subject: Expression
    against: Expression | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    level: Level = Level.ERROR
    when_blank: WhenBlank = WhenBlank.SKIP
    periods: tuple[str, ...] = ()
    message: str = ""
    instruction: str = ""
    generated: bool = False

    @property
    def measures_change(self) -> bool:
        """Whether it sets figures in relation, which only stretches alike allow; the others compare sizes."""
        return self.kind in (
            RuleKind.CHANGE_WITHIN,
            RuleKind.PEERS_WITHIN,
            RuleKind.AVERAGE_WITHIN,
            RuleKind.THOUSANDFOLD,
        )


class Style(Enum):
    """What a paragraph of the report is; the skeleton decides what that looks like."""

    SUPERIOR_BODY = "superior body"
    ISSUING_BODY = "issuing body"
    NUMBER = "number"
    PLACE_AND_DATE = "place and date"
    TITLE = "title"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    BODY = "body"
    ITEM = "item"
    CAPACITY = "capacity"
    SIGNER = "signer"
    RECIPIENT = "recipient"
    TABLE = "table"  # a small table inside the report: of a list, or of figures by unit
    CHART = "chart"
    APPENDIX = "appendix"  # the title of an appendix; the whole table of figures follows on pages of its own


class Document(Enum):
    """Which paper a sentence belongs to."""

    REPORT = "report"
    LETTER = "letter"  # the letter that asks the members for their returns
    MESSAGE = "message"  # the words that go with the files by Zalo or e-mail


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row of the sheet Câu mẫu; ``place`` is its cell there."""

    place: str
    style: Style
    pieces: tuple[Piece, ...]
    section: str = ""
    condition: Expression | None = None
    periods: tuple[str, ...] = ()
    document: Document = Document.REPORT


@dataclass(frozen=True, slots=True)
class Form:
    """One form workbook (bộ biểu mẫu), read and without mistakes."""

    id: FormId
    version: str
    cluster: Unit
    units: tuple[Unit, ...]
    sheets: tuple[FormSheet, ...]
    indicators: tuple[Indicator, ...]
    rules: tuple[Rule, ...]
    sentences: tuple[Sentence, ...]
    title: str = ""
    level: str = ""
    issuer: str = ""
    skeleton: str = ""
    columns: tuple[ListColumn, ...] = ()
    # Indexes of the tuples above, no facts of their own: a batch looks things up a hundred thousand times.
    _units: Mapping[UnitId, Unit] = field(init=False, repr=False, compare=False)
    _indicators: Mapping[IndicatorCode, Indicator] = field(init=False, repr=False, compare=False)
    _sheets: Mapping[SheetCode, FormSheet] = field(init=False, repr=False, compare=False)
    _columns: Mapping[SheetCode, tuple[ListColumn, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the indexes; of two with the same name the first is found."""
        object.__setattr__(self, "_units", {each.id: each for each in reversed(self.units)} | {CLUSTER: self.cluster})
        object.__setattr__(self, "_indicators", {each.code: each for each in reversed(self.indicators)})
        object.__setattr__(self, "_sheets", {sheet.code: sheet for sheet in reversed(self.sheets)})
        columns: dict[SheetCode, tuple[ListColumn, ...]] = {}
        for column in self.columns:
            columns[column.sheet] = (*columns.get(column.sheet, ()), column)
        object.__setattr__(self, "_columns", columns)

    def unit(self, id: UnitId) -> Unit:
        """Return the member of this id, or the cluster itself; KeyError where there is none."""
        return self._units[id]

    def indicator(self, code: IndicatorCode) -> Indicator:
        """Return the indicator of this code; KeyError where there is none."""
        return self._indicators[code]

    def sheet(self, code: SheetCode) -> FormSheet:
        """Return the sheet of this code; KeyError where there is none."""
        return self._sheets[code]

    def columns_of(self, sheet: SheetCode) -> tuple[ListColumn, ...]:
        """Return the columns of a list or matrix, in the form's order."""
        return self._columns.get(sheet, ())

    def asked_of(self, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators a unit reports, in the form's order: those of its sheets that apply to it.

        Those worked out from lists are among them, for they come with the unit's return. The cluster is asked behind
        its own also for the members' figures of which it gives the whole itself."""
        if unit.id == CLUSTER:
            return (*self._prepared_by(Preparer.CLUSTER), *self.given)
        return tuple(indicator for indicator in self._prepared_by(Preparer.UNIT) if applies(indicator, unit))

    @property
    def given(self) -> tuple[Indicator, ...]:
        """The members' indicators of which the cluster's office gives the whole itself."""
        return tuple(indicator for indicator in self.indicators if indicator.adding is Adding.GIVEN)

    @property
    def period_sheet(self) -> FormSheet | None:
        """The first sheet of the cluster's own with a line a figure, on which it gives figures of the members' too.

        One that stands in an office's own file gets no lines of ours."""
        kinds = (SheetKind.FIGURES, SheetKind.NARRATIVE)
        own = (sheet for sheet in self.sheets if sheet.preparer is Preparer.CLUSTER and sheet.kind in kinds)
        return next((sheet for sheet in own if sheet.office is None), None)

    def is_own(self, indicator: Indicator) -> bool:
        """Tell whether an indicator stands on a sheet of the cluster's own, so that no member has it."""
        return self.sheet(indicator.sheet).preparer is Preparer.CLUSTER

    def _prepared_by(self, preparer: Preparer) -> Iterator[Indicator]:
        for indicator in self.indicators:
            if not indicator.is_computed and self.sheet(indicator.sheet).preparer is preparer:
                yield indicator


def applies(indicator: Indicator, unit: Unit) -> bool:
    """Tell whether a unit has the task an indicator counts."""
    return not indicator.applies_to or unit.id in indicator.applies_to or unit.kind in indicator.applies_to
