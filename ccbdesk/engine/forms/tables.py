"""A sheet of the form workbook as rows. This module holds rows whose cells are read, and know where they stand."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from ccbdesk.engine.forms.cells import Entry, read_entry
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.headings import Heading, read_heading
from ccbdesk.model.grid import Cell, Grid, column_letters
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import Choice, Column, FormPage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that exists whether or not something stands in it, and its column's heading as spelled in the file."""

    address: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet. ``home`` is its first cell, at which a mistake stands whose column the sheet does not have.

    ``is_whole``: of every column it is known what it is, so that what is not there is not hidden somewhere."""

    sheet: str
    home: str
    spots: Mapping[Column[Any], Spot]
    entries: Mapping[Column[Any], Entry]
    is_whole: bool = True

    def get(self, column: Column[T]) -> T | None:
        """Return what a cell holds; None where it is empty or could not be read."""
        entry = self.entries.get(column)
        # The cell was read by its column's own holding, so what it holds is a T.
        return cast("T | None", entry.value) if entry else None

    def need(self, column: Column[T]) -> T:
        """Return what a required cell holds, of a form without mistakes; otherwise ValueError."""
        value = self.get(column)
        if value is None:
            raise ValueError(column.heading)
        return value

    def seen(self, column: Column[Any]) -> str:
        """Return what stands in a cell, empty where nothing does."""
        entry = self.entries.get(column)
        return entry.seen if entry else ""

    def name(self, column: Column[str]) -> str:
        """Return the name a row defines; of one that is malformed the name that was probably meant."""
        entry = self.entries.get(column)
        if entry is None:
            return ""
        meant = next((fault.nearest for fault in entry.faults if fault.wrong is Wrong.NAME_MALFORMED), "")
        return meant or self.get(column) or ""

    def is_faulty(self, column: Column[Any]) -> bool:
        """Tell whether something stands in a cell that could not be read, or may stand in a column without its name."""
        is_hidden = column not in self.spots and not self.is_whole
        return is_hidden or (column in self.entries and self.entries[column].value is None)

    def spot(self, column: Column[Any]) -> Spot:
        """Return where a column's cell stands in this row."""
        return self.spots.get(column) or Spot(self.home, column.heading)

    def mistake(self, column: Column[Any], fault: Fault) -> FormMistake:
        """Return a fault with its place."""
        spot = self.spot(column)
        return FormMistake(
            fault.wrong,
            self.sheet,
            spot.address,
            spot.heading,
            fault.seen,
            fault.nearest,
            fault.expected,
            fault.position,
            fault.against,
        )

    def find_mistakes(self, needless: Column[Any] | None = None) -> Iterator[FormMistake]:
        """Yield what is wrong with single cells: they cannot be read as what they should be, or are missing.

        ``needless`` is a column that this row can do without."""
        for column in self.spots:
            if column in self.entries:
                yield from (self.mistake(column, fault) for fault in self.entries[column].faults)
            elif column.required and column is not needless:
                yield self.mistake(column, Fault(Wrong.VALUE_MISSING, expected=proper_words(column)))


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the form workbook: its rows, and what is wrong with its headings.

    Without a heading the sheet is not there, or could not be recognised: then nothing is known of its rows."""

    rows: tuple[Row, ...] = ()
    heading: Heading | None = None
    mistakes: tuple[FormMistake, ...] = ()
    next_row: int = field(default=0)

    def has(self, column: Column[Any]) -> bool:
        """Tell whether the sheet is there and has this column."""
        return self.heading is not None and column in self.heading.places

    def vacancy(self, column: Column[Any], row: int) -> Spot:
        """Return a cell below the last row, the first such row being 0; only of a table with headings."""
        if self.heading is None:
            raise ValueError(column.heading)
        place = self.heading.places.get(column, 1)
        return Spot(f"{column_letters(place)}{self.next_row + row}", self.heading.title(column))


def read_table(grid: Grid, page: FormPage) -> Table:
    """Read a sheet of the form workbook; rows that say nothing are passed over, row numbers stay true."""
    heading = read_heading(grid, page)
    if heading is None:
        return Table(mistakes=(_unheaded(grid, page),))
    rows = tuple(_find_rows(grid, page, heading))
    last = max((row for row, _ in rows), default=heading.row)
    return Table(tuple(row for _, row in rows), heading, heading.mistakes, last + 1)


def _unheaded(grid: Grid, page: FormPage) -> FormMistake:
    expected = tuple(column.heading for column in page.columns if column.required)
    return FormMistake(Wrong.COLUMN_MISSING, grid.name, "A1", expected=expected)


def _find_rows(grid: Grid, page: FormPage, heading: Heading) -> Iterator[tuple[int, Row]]:
    for number, cells in grid.rows():
        if number <= heading.row:
            continue
        row = _read_row(number, cells, page, heading)
        if any(not column.is_idle for column in row.entries):
            yield number, row


def _read_row(number: int, cells: tuple[Cell, ...], page: FormPage, heading: Heading) -> Row:
    by_place = {cell.column: cell for cell in cells}
    places = {column: heading.places[column] for column in page.columns if column in heading.places}
    spots = {
        column: Spot(f"{column_letters(place)}{number}", heading.title(column)) for column, place in places.items()
    }
    read = {
        column: read_entry(by_place[place], column.holding) for column, place in places.items() if place in by_place
    }
    entries = {column: entry for column, entry in read.items() if entry is not None}
    home = f"{column_letters(min(places.values()))}{number}"
    return Row(heading.sheet, home, spots, entries, heading.is_whole)


def proper_words(column: Column[Any]) -> tuple[str, ...]:
    """Return the words a column may hold, where they are few."""
    return column.holding.proper_words if isinstance(column.holding, Choice) else ()


def find_nothing(table: Table, column: Column[Any]) -> Iterator[FormMistake]:
    """Yield one mistake, below the headings, where a sheet has no rows though it must have some."""
    if table.heading and table.has(column) and not table.rows:
        spot = table.vacancy(column, 0)
        yield FormMistake(Wrong.VALUE_MISSING, table.heading.sheet, spot.address, spot.heading)


def find_repeated(rows: Iterable[Row], column: Column[str], key: Callable[[str], Hashable]) -> Iterator[FormMistake]:
    """Yield the names that stand in an earlier row already."""
    first: dict[Hashable, str] = {}
    for row in rows:
        name = row.get(column)
        if name is None:
            continue
        here = row.spot(column).address
        earlier = first.setdefault(key(name), here)
        if earlier != here:
            yield row.mistake(column, Fault(Wrong.NAME_TWICE, name, against=earlier))


def without(rows: Iterable[Row], mistakes: Iterable[FormMistake], column: Column[Any]) -> tuple[Row, ...]:
    """Return the rows whose cell of this column is not among the mistakes: what is said of it is said of the row."""
    told = {mistake.cell for mistake in mistakes}
    return tuple(row for row in rows if row.spot(column).address not in told)
