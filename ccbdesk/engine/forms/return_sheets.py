"""The sheet Biểu. This module holds the checks of its rows and the sheets of a return they become."""

from collections.abc import Iterator

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.names import sheet_key
from ccbdesk.engine.forms.offices import Offices, open_office
from ccbdesk.engine.forms.tables import Row, Table, find_nothing, find_repeated, without
from ccbdesk.model.form import FormSheet, SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import SheetCode
from ccbdesk.vietnamese.vocabulary.forms import SheetColumn


def find_sheet_mistakes(table: Table) -> Iterator[FormMistake]:
    """Yield what is wrong with the sheets of a return: their cells, codes and names given twice."""
    yield from find_nothing(table, SheetColumn.CODE)
    for row in table.rows:
        yield from row.find_mistakes()
        yield from _find_needless_measure(row)
    repeated = tuple(find_repeated(table.rows, SheetColumn.CODE, sheet_key))
    yield from repeated
    yield from find_repeated(without(table.rows, repeated, SheetColumn.CODE), SheetColumn.NAME, key)


def _find_needless_measure(row: Row) -> Iterator[FormMistake]:
    """Yield the unit of measure of a sheet that is no list: nothing counts its rows."""
    kind, measure = row.get(SheetColumn.KIND), row.get(SheetColumn.MEASURE)
    if measure and kind not in (SheetKind.LIST, None):
        yield row.mistake(
            SheetColumn.MEASURE, Fault(Wrong.NOT_ALLOWED_HERE, measure, against=row.seen(SheetColumn.KIND))
        )


def read_sheets(table: Table, offices: Offices) -> tuple[FormSheet, ...]:
    """Return the sheets of the return, of a table without mistakes; a sheet without a title is titled by its name."""
    return tuple(_sheet(row, offices) for row in table.rows)


def _sheet(row: Row, offices: Offices) -> FormSheet:
    opened = open_office(row, offices)
    name = row.need(SheetColumn.NAME)
    return FormSheet(
        SheetCode(row.need(SheetColumn.CODE)),
        name,
        row.get(SheetColumn.TITLE) or name,
        row.need(SheetColumn.KIND),
        row.need(SheetColumn.PREPARER),
        opened.office if opened else None,
        row.get(SheetColumn.MEASURE) or "",
    )
