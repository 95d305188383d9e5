"""Reading the lists of a return. This module holds the rows of a list, and the figures worked out from them.

The figures have the cells they stand on for their origin: a range such as ``B9:B11``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from hashlib import sha1
from itertools import count, product

from ccbdesk.engine.submissions.listings import Entry, Listing
from ccbdesk.engine.submissions.reading import CellRead, Spot, read_cell
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.model.finding import Finding, HiddenFigures, ValueMissing, Where
from ccbdesk.model.form import Form, Indicator, ListColumn, ListCount, ListSum
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import CellOrigin, ColumnCode, IndicatorCode, Reading, RowKey
from ccbdesk.model.question import AmbiguousFigure, Answers
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell, ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Text, Unreadable, Value, combined
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.numbers.reading import likely_kind, measure_behind
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.vietnamese.vocabulary.returns import ROWS

_KEY_LENGTH = 6
_LETTERS = "bcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class ReadList:
    """What a list gave: its rows, a reading for each figure worked out from it, and what is wrong or unclear."""

    rows: tuple[ListRow, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    questions: tuple[AmbiguousFigure, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the list, and what each of its filled cells gave."""

    entry: Entry
    key: RowKey
    cells: tuple[tuple[ListColumn, CellRead], ...]

    def value(self, column: ListColumn) -> Value:
        return next((read.reading.value for each, read in self.cells if each == column), Blank())


@dataclass(frozen=True, slots=True)
class _Reader:
    """One list of one return, with everything its cells are read by.

    ``sums`` are the form's indicators that add up a column of a list."""

    form: Form
    receipt: Receipt
    unit: UnitId
    answers: Answers
    listing: Listing
    sums: Mapping[ListSum, IndicatorCode]

    def lines(self) -> Iterator[_Line]:
        used: set[str] = set()
        for entry in self.listing.entries():
            key = _free_key(_name_of(entry, self.listing), used)
            used.add(key)
            cells = tuple((column, self._read(column, cell, entry, key)) for column, cell in entry.cells)
            yield _Line(entry, RowKey(key), (*cells, *self._measures_beside(entry, cells)))

    def _measures_beside(
        self, entry: Entry, cells: tuple[tuple[ListColumn, CellRead], ...]
    ) -> Iterator[tuple[ListColumn, CellRead]]:
        """Yield the measures that stand in the cell of the figure, for want of one in their own column."""
        columns = {column.code: column for column, _ in self.listing.columns}
        for column, read in cells:
            own = columns.get(column.measured_by) if column.measured_by else None
            words = measure_behind(read.reading.as_typed)
            if own and words and not _said_in(entry, own.code):
                yield own, CellRead(replace(read.reading, value=Text(words)))

    def _read(self, column: ListColumn, cell: Cell, entry: Entry, key: str) -> CellRead:
        name = f"{column.sheet}-{key}-{column.code}"
        address = self.listing.address(column, entry.number)
        sheet = self.listing.grid.name
        spot = Spot(self.receipt, self.unit, sheet, address, cell, self._total_of(column), name)
        asked = _asked_in(column)
        if column.measured_by:
            measure = _said_in(entry, column.measured_by) or measure_behind(spot.seen)
            asked = replace(asked, measure=measure, kind=likely_kind(column.kind, spot.seen, measure))
        return read_cell(asked, spot, self.answers)

    def _total_of(self, column: ListColumn) -> IndicatorCode | None:
        """A fault in an added column keeps its sum out of the cluster's; one elsewhere concerns no figure."""
        return self.sums.get(ListSum(column.sheet, column.code))

    def missing(self, line: _Line) -> Iterator[ValueMissing]:
        for column, _ in self.listing.columns:
            if column.required and isinstance(line.value(column), Blank):
                address = self.listing.address(column, line.entry.number)
                sheet = self.listing.grid.name
                yield ValueMissing(Where(self.receipt.name, self.unit, sheet, address, self._total_of(column)))

    def reading(self, indicator: Indicator, column: ListColumn, value: Value, typed: str, rows: list[int]) -> Reading:
        numbers = rows or [self.listing.last_heading_row + 1]
        first, last = (self.listing.address(column, number) for number in (numbers[0], numbers[-1]))
        cell = first if first == last else f"{first}:{last}"
        origin = CellOrigin(self.receipt.name, self.receipt.digest, self.listing.grid.name, cell)
        return Reading(indicator.code, value, typed, origin)


def read_lists(
    form: Form, receipt: Receipt, unit: UnitId, listings: Iterable[Listing], answers: Answers
) -> tuple[ReadList, ...]:
    """Return what each list of a return gives, in their order."""
    sums = {each.source: each.code for each in reversed(form.indicators) if isinstance(each.source, ListSum)}
    return tuple(_read_list(_Reader(form, receipt, unit, answers, listing, sums)) for listing in listings)


def _read_list(reader: _Reader) -> ReadList:
    lines = tuple(reader.lines())
    sheet = reader.listing.sheet.code
    findings = [
        *_find_hidden(reader, lines),
        *(finding for line in lines for _, read in line.cells for finding in read.findings),
        *(finding for line in lines for finding in reader.missing(line)),
    ]
    return ReadList(
        tuple(ListRow(sheet, line.key, tuple(_find_cells(line))) for line in lines),
        tuple(_find_readings(reader, lines)),
        tuple(findings),
        tuple(read.question for line in lines for _, read in line.cells if read.question),
    )


def _find_cells(line: _Line) -> Iterator[ListCell]:
    for column, read in line.cells:
        if not isinstance(read.reading.value, Blank):
            yield ListCell(column.code, read.reading.value, read.reading.as_typed, read.reading.origin)


def _find_readings(reader: _Reader, lines: tuple[_Line, ...]) -> Iterator[Reading]:
    sheet = reader.listing.sheet.code
    by_code = {column.code: column for column, _ in reader.listing.columns}
    for indicator in reader.form.indicators:
        match indicator.source:
            case ListCount(counted) if counted == sheet:
                first = reader.form.columns_of(sheet)[0]
                rows = [line.entry.number for line in lines]
                yield reader.reading(indicator, first, Number(Decimal(len(lines))), f"{len(lines)} {ROWS}", rows)
            case ListSum(summed, code) if summed == sheet and code in by_code:
                column = by_code[code]
                rows = [line.entry.number for line in lines if not isinstance(line.value(column), Blank)]
                value, typed = _summed([line.value(column) for line in lines])
                yield reader.reading(indicator, column, value, typed, rows)
            case _:
                pass


def _summed(values: list[Value]) -> tuple[Value, str]:
    """Return the sum of a column and how it is written; one figure that is none leaves no sum that could be believed.

    A list without rows adds up to zero; rows of which none has a figure add up to nothing that is known."""
    for spoilt in (value for kind in (Unreadable, Text) for value in values if isinstance(value, kind)):
        return spoilt, spoilt.shown if isinstance(spoilt, Unreadable) else spoilt.words
    if values and all(isinstance(value, Blank) for value in values):
        return Blank(), ""
    numbers = [value for value in values if isinstance(value, Number)]
    with localcontext() as exact:
        exact.prec = 60
        total = sum((number.amount for number in numbers), Decimal(0))
    return Number(total, combined(number.exactness for number in numbers)), plain(total)


def _find_hidden(reader: _Reader, lines: tuple[_Line, ...]) -> Iterator[HiddenFigures]:
    grid = reader.listing.grid
    filled = (cell for line in lines for _, cell in line.entry.cells)
    cells = tuple(cell.address for cell in filled if cell.is_hidden or grid.is_hidden)
    if cells:
        yield HiddenFigures(Where(reader.receipt.name, reader.unit, grid.name), cells)


def _asked_in(column: ListColumn) -> Indicator:
    """A cell of a list is read as a figure or words of its column's kind would be."""
    code = IndicatorCode(f"{column.sheet}_{column.code}")
    return Indicator(code, column.label, column.sheet, measure=column.measure, kind=column.kind)


def _said_in(entry: Entry, code: ColumnCode) -> str:
    """Return the words of a row in a column."""
    return next((tidy(shown(cell)) for column, cell in entry.cells if column.code == code), "")


def _name_of(entry: Entry, listing: Listing) -> str:
    """A row is called what stands in its first column."""
    first = listing.columns[0][0]
    cell = dict(entry.cells).get(first)
    return folded(str(cell.content)) if cell else ""


def _free_key(name: str, used: set[str]) -> str:
    """Return the key of a row: the same for the same name; rows of one name are told apart by a letter behind it."""
    trace = sha1(name.encode(), usedforsecurity=False).hexdigest()[:_KEY_LENGTH]
    keys = (f"{trace[: _KEY_LENGTH - len(ending)]}{ending}" for ending in _endings())
    return next(key for key in keys if key not in used)


def _endings() -> Iterator[str]:
    """Yield nothing, then one letter, two letters and so on; there is no end to them."""
    for length in count():
        yield from ("".join(letters) for letters in product(_LETTERS, repeat=length))
