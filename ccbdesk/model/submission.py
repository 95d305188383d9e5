"""A unit's return for a period. This module holds the submission."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ccbdesk.model.expression import Expression
from ccbdesk.model.finding import Where
from ccbdesk.model.origin import ColumnCode, CorrectionOrigin, IndicatorCode, Origin, Reading, RowKey, SheetCode
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

    @property
    def reading(self) -> Reading:
        """The cell as a reading; it goes by the code of the column."""
        return Reading(IndicatorCode(self.column), self.value, self.as_typed, self.origin)

    @property
    def as_received(self) -> "ListCell | None":
        """The cell as its file has it; None where nothing stands there in the file."""
        received = self.reading.as_received
        return (
            replace(self, value=received.value, as_typed=received.as_typed, origin=received.origin)
            if received
            else None
        )


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that a unit wrote into a list; the columns it left blank have no cell.

    ``by_hand``: the row was entered by the office, or taken out by it; None where its file has it."""

    sheet: SheetCode
    key: RowKey
    cells: tuple[ListCell, ...]
    by_hand: CorrectionOrigin | None = None

    @property
    def name(self) -> str:
        """What the row is called: what stands in its first filled cell."""
        return self.cells[0].as_typed if self.cells else ""

    @property
    def uncorrected(self) -> tuple[tuple[ColumnCode, str], ...]:
        """What stands in it, column by column, before cells are put right; entered by hand, what was entered."""
        return tuple((cell.column, typed) for cell in self.cells if (typed := self._uncorrected(cell)))

    def _uncorrected(self, cell: ListCell) -> str:
        correction = cell.reading.correction
        if correction is None or (self.by_hand and self.by_hand.decision == correction.decision):
            return cell.as_typed
        return correction.received.as_typed if correction.received else ""

    @property
    def is_corrected(self) -> bool:
        """Whether it was entered by hand or anything in it was put right."""
        return self.by_hand is not None or any(cell.reading.correction for cell in self.cells)

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
    the totals of the file itself. ``taken_out`` are rows of its lists that the office does not let count."""

    unit: UnitId
    period: Period
    receipt: Receipt
    readings: tuple[Reading, ...]
    form_version: str = ""
    cut_off: date | None = None
    plans: tuple[Reading, ...] = ()
    rows: tuple[ListRow, ...] = ()
    stated: tuple[Stated, ...] = ()
    taken_out: tuple[ListRow, ...] = ()
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
        if self.receipt.by_hand or self.taken_out or any(row.is_corrected for row in self.rows):
            return True
        return any(each.correction for each in (*self.readings, *self.plans))

    @property
    def as_received(self) -> "Submission":
        """The return as its file has it, without what was put right or entered by hand."""
        readings, plans = _as_received(self.readings), _as_received(self.plans)
        return replace(self, readings=readings, plans=plans, rows=tuple(_find_received_rows(self)), taken_out=())

    def plan(self, indicator: IndicatorCode) -> Reading | None:
        """Return the planned figure of an indicator, or None."""
        return self._plans.get(indicator)

    def rows_of(self, sheet: SheetCode) -> tuple[ListRow, ...]:
        """Return the rows of one list."""
        return tuple(row for row in self.rows if row.sheet == sheet)

    def taken_out_of(self, sheet: SheetCode) -> tuple[ListRow, ...]:
        """Return the rows of one list that the office does not let count."""
        return tuple(row for row in self.taken_out if row.sheet == sheet)

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
    return tuple(received for reading in readings if (received := reading.as_received))


def _find_received_rows(submission: Submission) -> Iterator[ListRow]:
    """Yield the rows as the file has them; those that were taken out come last."""
    for row in submission.rows:
        if row.by_hand is None:
            yield replace(row, cells=tuple(found for cell in row.cells if (found := cell.as_received)))
    yield from (replace(row, by_hand=None) for row in submission.taken_out if any(c.as_received for c in row.cells))
