"""A unit's return for a period. This module holds the submission."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ccbdesk.model.expression import Expression
from ccbdesk.model.finding import Where
from ccbdesk.model.origin import ColumnCode, IndicatorCode, Origin, Reading, RowKey, SheetCode
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Value


@dataclass(frozen=True, slots=True)
class ListCell:
    """What stands in a column of a row of a list."""

    column: ColumnCode
    value: Value
    as_typed: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that a unit wrote into a list; the columns it left blank have no cell."""

    sheet: SheetCode
    key: RowKey
    cells: tuple[ListCell, ...]

    def cell(self, column: ColumnCode) -> ListCell | None:
        """Return what stands in a column, or None."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that a return's file states itself, where it stands, and what it should be.

    ``is_formula``: the file worked it out."""

    where: Where
    value: Number
    sum_of: Expression
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """What one unit reported: at most one reading an indicator, in the form's order.

    ``plans`` are the planned figures beside the achieved ones, ``rows`` those of its lists, as they stand, ``stated``
    the totals of the file itself."""

    unit: UnitId
    period: Period
    receipt: Receipt
    readings: tuple[Reading, ...]
    form_version: str = ""
    cut_off: date | None = None
    plans: tuple[Reading, ...] = ()
    rows: tuple[ListRow, ...] = ()
    stated: tuple[Stated, ...] = ()
    # Indexes of the tuples above, no facts of their own.
    _readings: Mapping[IndicatorCode, Reading] = field(init=False, repr=False, compare=False)
    _plans: Mapping[IndicatorCode, Reading] = field(init=False, repr=False, compare=False)
    _rows: Mapping[tuple[SheetCode, RowKey], ListRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the indexes."""
        object.__setattr__(self, "_readings", {each.indicator: each for each in reversed(self.readings)})
        object.__setattr__(self, "_plans", {each.indicator: each for each in reversed(self.plans)})
        object.__setattr__(self, "_rows", {(row.sheet, row.key): row for row in reversed(self.rows)})

    @property
    def is_corrected(self) -> bool:
        """Whether anything of it was put right or entered by hand by the office."""
        return bool(self.receipt.by_hand) or any(each.correction for each in (*self.readings, *self.plans))

    @property
    def as_received(self) -> "Submission":
        """The return as its file has it, without what was put right or entered by hand."""
        return replace(self, readings=_as_received(self.readings), plans=_as_received(self.plans))

    def plan(self, indicator: IndicatorCode) -> Reading | None:
        """Return the planned figure of an indicator, or None."""
        return self._plans.get(indicator)

    def rows_of(self, sheet: SheetCode) -> tuple[ListRow, ...]:
        """Return the rows of one list."""
        return tuple(row for row in self.rows if row.sheet == sheet)

    def row(self, sheet: SheetCode, key: RowKey) -> ListRow | None:
        """Return the row of a list that has this key, or None."""
        return self._rows.get((sheet, key))

    def reading(self, indicator: IndicatorCode) -> Reading | None:
        """Return what stands for an indicator; None where its row was not found."""
        return self._readings.get(indicator)

    def value(self, indicator: IndicatorCode) -> Value:
        """Return the value for an indicator; Blank where its row was not found."""
        found = self.reading(indicator)
        return found.value if found else Blank()


def _as_received(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    found = (reading.correction.received if reading.correction else reading for reading in readings)
    return tuple(reading for reading in found if reading)
