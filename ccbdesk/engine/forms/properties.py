"""The sheet Thông tin. This module holds the reading of its properties, one a row."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ccbdesk.engine.forms.cells import Entry, key, read_entry
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.guessing import fill_gaps
from ccbdesk.engine.forms.tables import Row, Spot, Table
from ccbdesk.model.form import FormId
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.unit import CLUSTER, Unit
from ccbdesk.vietnamese.folding import nearest
from ccbdesk.vietnamese.vocabulary.forms import PROPERTIES, Column, Property, PropertyColumn

_BY_KEY = {key(heading): column for column in PROPERTIES for heading in column.headings}

_SKELETON = "bao-cao"


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a form as one row, and what is wrong with their names."""

    row: Row
    mistakes: tuple[FormMistake, ...]


def read_properties(table: Table) -> Properties:
    """Read the properties; one whose name is wrong, but can be guessed, is a mistake and read all the same."""
    if not (table.has(PropertyColumn.NAME) and table.has(PropertyColumn.CONTENT)):
        return Properties(Row("", "", {}, {}), ())
    named = _named(table)
    guessed = _guessed_by_spelling(table, named)
    found = named | guessed | _guessed_by_place(table, named | guessed)
    spots = {column: _spot(row, column) for column, row in found.items()}
    read = {column: _entry(row, column) for column, row in found.items()}
    entries = {column: entry for column, entry in read.items() if entry is not None}
    name = table.heading.sheet if table.heading else ""
    row = Row(name, "", spots, entries)
    mistakes = (*_find_strangers(table, named, found), *_find_missing(table, row), *row.find_mistakes())
    return Properties(row, mistakes)


def _column(row: Row) -> Column[Any] | None:
    return _BY_KEY.get(key(row.seen(PropertyColumn.NAME)))


def _named(table: Table) -> dict[Column[Any], Row]:
    """Return the first row of each property."""
    found: dict[Column[Any], Row] = {}
    for row in table.rows:
        if column := _column(row):
            found.setdefault(column, row)
    return found


def _guessed_by_spelling(table: Table, named: dict[Column[Any], Row]) -> dict[Column[Any], Row]:
    """Return the rows of the missing properties whose name is only misspelt."""
    found: dict[Column[Any], Row] = {}
    absent = [heading for column in PROPERTIES if column not in named for heading in column.headings]
    for row in table.rows:
        if _column(row) is None and (near := nearest(row.seen(PropertyColumn.NAME), absent)):
            found.setdefault(_BY_KEY[key(near)], row)
    return found


def _guessed_by_place(table: Table, known: dict[Column[Any], Row]) -> dict[Column[Any], Row]:
    """Return the rows of the missing properties that stand where they should, but under no name of theirs."""
    required = [column for column in PROPERTIES if column.required]
    sure = known | _filled(table.rows, known, required)
    unnamed = tuple(row for row in table.rows if not row.seen(PropertyColumn.NAME) or row in sure.values())
    return sure | _filled(unnamed, sure, PROPERTIES)


def _filled(
    rows: tuple[Row, ...], known: dict[Column[Any], Row], wanted: Collection[Column[Any]]
) -> dict[Column[Any], Row]:
    by_home = {row.home: column for column, row in known.items()}
    in_order = [row for row in rows if row.home in by_home or _column(row) is None]
    filled = fill_gaps([by_home.get(row.home) for row in in_order], PROPERTIES, wanted)
    return {column: row for column, row in zip(filled, in_order, strict=True) if column is not None}


def _spot(row: Row, column: Column[Any]) -> Spot:
    content, name = row.spot(PropertyColumn.CONTENT), row.seen(PropertyColumn.NAME)
    return Spot(content.address, f"{content.heading} – {name or column.heading}")


def _entry(row: Row, column: Column[Any]) -> Entry | None:
    written = row.entries.get(PropertyColumn.CONTENT)
    return read_entry(written.cell, column.holding) if written else None


def _find_strangers(
    table: Table, named: dict[Column[Any], Row], found: dict[Column[Any], Row]
) -> Iterator[FormMistake]:
    for row in table.rows:
        seen, column = row.seen(PropertyColumn.NAME), _column(row)
        if not seen:
            yield row.mistake(PropertyColumn.NAME, Fault(Wrong.VALUE_MISSING, expected=_headings()))
        elif column is None:
            meant = next((column.heading for column, guess in found.items() if guess is row), "")
            fault = Fault(Wrong.VALUE_UNKNOWN, seen, meant, _headings())
            yield row.mistake(PropertyColumn.NAME, fault)
        elif named[column] is not row:
            first = named[column].spot(PropertyColumn.NAME).address
            yield row.mistake(PropertyColumn.NAME, Fault(Wrong.NAME_TWICE, seen, against=first))


def _headings() -> tuple[str, ...]:
    return tuple(column.heading for column in PROPERTIES)


def _find_missing(table: Table, row: Row) -> Iterator[FormMistake]:
    """Yield the properties that have no row, each at a row below the last where it can be written."""
    missing = [column for column in PROPERTIES if column.required and column not in row.spots]
    for place, column in enumerate(missing):
        spot = table.vacancy(PropertyColumn.NAME, place)
        expected = (column.heading,)
        yield FormMistake(Wrong.VALUE_MISSING, row.sheet, spot.address, spot.heading, expected=expected)


def form_id(row: Row) -> FormId:
    """Return the form's id."""
    return FormId(row.need(Property.FORM_ID))


def cluster(row: Row) -> Unit:
    """Return the cluster itself, a unit like the others."""
    name, short_name = row.need(Property.CLUSTER_NAME), row.need(Property.CLUSTER_SHORT_NAME)
    return Unit(CLUSTER, name, short_name)


def skeleton(row: Row) -> str:
    """Return the name of the report's skeleton without its ending; the one that comes with the program by default."""
    return row.get(Property.SKELETON) or _SKELETON
