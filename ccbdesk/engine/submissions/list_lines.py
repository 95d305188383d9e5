"""The rows of one list as they are read. This module holds the reader of a list, and its lines with all their cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha1
from itertools import count, product

from ccbdesk.engine.submissions.listings import Entry, Listing
from ccbdesk.engine.submissions.reading import CellRead, Spot, read_cell
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.model.finding import ValueMissing, Where
from ccbdesk.model.form import Form, FormSheet, ListColumn, ListSum
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import AnswerOrigin, ColumnCode, CorrectionOrigin, IndicatorCode, RowKey
from ccbdesk.model.question import Answers
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell, ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Text, Value
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.numbers.reading import likely_kind, measure_behind

_KEY_LENGTH = 6
_LETTERS = "bcdefghijklmnopqrstuvwxyz"

Cells = tuple[tuple[ListColumn, CellRead], ...]
ByOffice = Mapping[ColumnCode, CorrectionOrigin]
"""The columns of a row in which stands what the office typed, on whose word, and what stood there before."""

NOTHING_BY_OFFICE: ByOffice = {}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, and what each of its filled cells gave. Of a row entered by hand the entry's number is 0.

    ``by_hand``: the row was entered, or taken out, by the office."""

    entry: Entry
    key: RowKey
    cells: Cells
    by_hand: CorrectionOrigin | None = None

    @property
    def name(self) -> str:
        """What the row is called: what stands in its first filled cell."""
        return next((read.reading.as_typed for _, read in self.cells), "")

    def value(self, column: ListColumn) -> Value:
        """Return what a column was read as."""
        return next((read.reading.value for each, read in self.cells if each == column), Blank())

    def seen(self, code: ColumnCode) -> str:
        """Return what stands in a column, letter by letter; empty where that is nothing."""
        return next((cell.as_typed for cell in self._filled() if cell.column == code), "")

    @property
    def contents(self) -> tuple[tuple[ColumnCode, str], ...]:
        """What stands in the row, column by column."""
        return tuple((cell.column, cell.as_typed) for cell in self._filled())

    def row(self, sheet: FormSheet) -> ListRow:
        """Return the row as a submission keeps it; a cell that was put right is kept though it be blank now."""
        return ListRow(sheet.code, self.key, tuple(self._filled()), self.by_hand)

    def _filled(self) -> Iterator[ListCell]:
        for column, read in self.cells:
            if not isinstance(read.reading.value, Blank) or read.reading.correction:
                yield ListCell(column.code, read.reading.value, read.reading.as_typed, read.reading.origin)


@dataclass(frozen=True, slots=True)
class ListReader:
    """One list of one return, with everything its cells are read by.

    ``listing`` is None where the return has no such sheet; ``sums`` are the form's indicators that add up a column."""

    form: Form
    receipt: Receipt
    unit: UnitId
    answers: Answers
    sheet: FormSheet
    listing: Listing | None
    sums: Mapping[ListSum, IndicatorCode]

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns that the return has; those of the form where it has no such sheet."""
        if self.listing is None:
            return self.form.columns_of(self.sheet.code)
        return tuple(column for column, _ in self.listing.columns)

    @property
    def sheet_name(self) -> str:
        """What the sheet is called in the return."""
        return self.listing.grid.name if self.listing else self.sheet.name

    def address(self, column: ListColumn, number: int) -> str:
        """Return the name of a cell; empty where the row stands in no file."""
        return self.listing.address(column, number) if self.listing and number else ""

    def lines(self) -> Iterator[Line]:
        """Yield the rows as the file has them."""
        used: set[str] = set()
        for entry in self.listing.entries() if self.listing else ():
            key = free_key(_name_of(entry, self.columns), used)
            used.add(key)
            yield Line(entry, key, self.read(entry, key))

    def read(self, entry: Entry, key: RowKey, by_office: ByOffice = NOTHING_BY_OFFICE) -> Cells:
        """Return what the cells of a row give; in the columns ``by_office`` stands what the office typed."""
        cells = tuple(
            (column, self._read(column, cell, entry, key, by_office.get(column.code))) for column, cell in entry.cells
        )
        return (*cells, *self._measures_beside(entry, cells))

    def _measures_beside(self, entry: Entry, cells: Cells) -> Iterator[tuple[ListColumn, CellRead]]:
        """Yield the measures that stand in the cell of the figure, for want of one in their own column."""
        columns = {column.code: column for column in self.columns}
        for column, read in cells:
            own = columns.get(column.measured_by) if column.measured_by else None
            words = measure_behind(read.reading.as_typed)
            if own and words and not _said_in(entry, own.code):
                yield own, CellRead(replace(read.reading, value=Text(words)))

    def _read(
        self, column: ListColumn, cell: Cell, entry: Entry, key: RowKey, correction: CorrectionOrigin | None
    ) -> CellRead:
        spot = Spot(
            self.receipt,
            self.unit,
            self.sheet_name,
            self.address(column, entry.number),
            cell,
            self._total_of(column),
            f"{column.sheet}-{key}-{column.code}",
            correction is not None,
        )
        asked = column.asked
        if column.measured_by:
            measure = _said_in(entry, column.measured_by) or measure_behind(spot.seen)
            asked = replace(asked, measure=measure, kind=likely_kind(column.kind, spot.seen, measure))
        read = read_cell(asked, spot, self.answers)
        if correction is None:
            return read
        choice = read.reading.origin.choice if isinstance(read.reading.origin, AnswerOrigin) else ""
        return replace(read, reading=replace(read.reading, origin=replace(correction, choice=choice)))

    def _total_of(self, column: ListColumn) -> IndicatorCode | None:
        """A fault in an added column keeps its sum out of the cluster's; one elsewhere concerns no figure."""
        return self.sums.get(ListSum(column.sheet, column.code))

    def where(self, column: ListColumn, line: Line, seen: str = "", *, is_corrected: bool = False) -> Where:
        """Return the place of a cell."""
        address, total = self.address(column, line.entry.number), self._total_of(column)
        return Where(self.receipt.name, self.unit, self.sheet_name, address, total, seen, is_corrected)

    @property
    def place(self) -> Where:
        """The list itself."""
        return Where(self.receipt.name, self.unit, self.sheet_name)

    def missing(self, line: Line) -> Iterator[ValueMissing]:
        """Yield the cells of a row that must not be left blank and are."""
        for column in self.columns:
            if column.required and isinstance(line.value(column), Blank):
                yield ValueMissing(self.where(column, line, is_corrected=line.by_hand is not None))


def _said_in(entry: Entry, code: ColumnCode) -> str:
    """Return the words of a row in a column."""
    return next((tidy(shown(cell)) for column, cell in entry.cells if column.code == code), "")


def _name_of(entry: Entry, columns: tuple[ListColumn, ...]) -> str:
    """A row is called what stands in its first column."""
    cell = dict(entry.cells).get(columns[0])
    return str(cell.content) if cell else ""


def free_key(name: str, used: Iterable[str]) -> RowKey:
    """Return the key of a row: the same for the same name; rows of one name are told apart by a letter behind it."""
    taken = frozenset(used)
    trace = sha1(folded(name).encode(), usedforsecurity=False).hexdigest()[:_KEY_LENGTH]
    keys = (f"{trace[: _KEY_LENGTH - len(ending)]}{ending}" for ending in _endings())
    return RowKey(next(key for key in keys if key not in taken))


def _endings() -> Iterator[str]:
    """Yield nothing, then one letter, two letters and so on; there is no end to them."""
    for length in count():
        yield from ("".join(letters) for letters in product(_LETTERS, repeat=length))
