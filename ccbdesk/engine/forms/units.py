"""The sheet Đơn vị. This module holds the checks of its rows and the members they become."""

from collections.abc import Iterator

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.names import name_key
from ccbdesk.engine.forms.tables import Row, Table, find_nothing, find_repeated, without
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.vietnamese.vocabulary.forms import Column, UnitColumn


def find_unit_mistakes(table: Table) -> Iterator[FormMistake]:
    """Yield what is wrong with the members: their cells, ids and names given twice, days the wrong way round."""
    yield from find_nothing(table, UnitColumn.ID)
    for row in table.rows:
        yield from row.find_mistakes()
        yield from _find_reversed_days(row)
    repeated = tuple(find_repeated(table.rows, UnitColumn.ID, str.casefold))
    yield from repeated
    yield from _find_same_names(without(table.rows, repeated, UnitColumn.ID))


def _find_reversed_days(row: Row) -> Iterator[FormMistake]:
    first, last = row.get(UnitColumn.VALID_FROM), row.get(UnitColumn.VALID_TO)
    if first and last and first > last:
        seen, against = row.seen(UnitColumn.VALID_TO), row.seen(UnitColumn.VALID_FROM)
        yield row.mistake(UnitColumn.VALID_TO, Fault(Wrong.BOUNDS_REVERSED, seen, against=against))


def _find_same_names(rows: tuple[Row, ...]) -> Iterator[FormMistake]:
    """Yield, once a row, the first name by which another unit is called already."""
    first: dict[str, str] = {}
    for row in rows:
        clashes = [(column, name, first[name_key(name)]) for column, name in _names(row) if name_key(name) in first]
        for column, name, against in clashes[:1]:
            yield row.mistake(column, Fault(Wrong.NAME_TWICE, name, against=against))
        for column, name in _names(row):
            first.setdefault(name_key(name), row.spot(column).address)


def _names(row: Row) -> tuple[tuple[Column[str] | Column[tuple[str, ...]], str], ...]:
    name, short_name = row.get(UnitColumn.NAME), row.get(UnitColumn.SHORT_NAME)
    aliases = row.get(UnitColumn.ALIASES) or ()
    return (
        *(((UnitColumn.NAME, name),) if name else ()),
        *(((UnitColumn.SHORT_NAME, short_name),) if short_name else ()),
        *((UnitColumn.ALIASES, alias) for alias in aliases),
    )


def read_units(table: Table) -> tuple[Unit, ...]:
    """Return the members by their order, which is by default that of the rows; of a table without mistakes."""
    units = (_unit(row, place) for place, row in enumerate(table.rows, start=1))
    return tuple(sorted(units, key=lambda unit: unit.order))


def _unit(row: Row, place: int) -> Unit:
    order = row.get(UnitColumn.ORDER)
    return Unit(
        UnitId(row.need(UnitColumn.ID)),
        row.need(UnitColumn.NAME),
        row.need(UnitColumn.SHORT_NAME),
        row.get(UnitColumn.KIND) or "",
        row.get(UnitColumn.ALIASES) or (),
        place if order is None else order,
        row.get(UnitColumn.VALID_FROM),
        row.get(UnitColumn.VALID_TO),
        row.get(UnitColumn.PREDECESSORS) or (),
    )
