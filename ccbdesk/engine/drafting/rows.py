"""This module holds the rows of lists that a sentence or table goes through, and which units have not listed theirs."""

from collections.abc import Iterator
from dataclasses import replace

from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.model.expression import Reference, RowReference
from ccbdesk.model.form import Form, Indicator, ListCount, ListSum, Source
from ccbdesk.model.origin import ColumnCode, SheetCode
from ccbdesk.model.sentence import RowSlot, Slot
from ccbdesk.model.value import Blank, Value


def find_rows(sheet: SheetCode, scene: Scene) -> Iterator[Scene]:
    """Yield the scene of every row of a list: of all units in the form's order, in a loop over units of that one."""
    for unit, row in scene.consolidation.rows_of(sheet):
        if scene.unit in (None, unit):
            yield replace(scene, unit=unit, row=row)


def said_in(slot: RowSlot, scene: Scene) -> Value:
    """Return what the row at hand says in a column; Blank where nothing stands there."""
    cell = scene.row.cell(slot.column) if scene.row else None
    return cell.value if cell else Blank()


def row_slot(slot: RowSlot, scene: Scene) -> Slot:
    """Return the slot of the row at hand; KeyError outside a loop over rows, where the grammar lets none stand."""
    if scene.row is None or scene.unit is None:
        raise KeyError(slot.column)
    return Slot(RowReference(scene.row.sheet, scene.row.key, slot.column, scene.unit), slot.ways)


def find_unlisted(sheet: SheetCode, scene: Scene) -> tuple[Shortfall, ...]:
    """Return the units whose rows of a list are not in, as the count of its rows tells."""
    count = count_of(scene.consolidation.form, sheet)
    if count is None:
        return ()
    found = find_shortfalls(scene.consolidation, Reference(count.code, scene.unit))
    return tuple(shortfall for shortfall in found if shortfall.missing)


def count_of(form: Form, sheet: SheetCode) -> Indicator | None:
    """Return the indicator that counts the rows of a list, None where the form has none."""
    return _indicator_from(form, ListCount(sheet))


def sum_of(form: Form, sheet: SheetCode, column: ColumnCode) -> Indicator | None:
    """Return the indicator that adds up a column of a list, None where it is not added up."""
    return _indicator_from(form, ListSum(sheet, column))


def _indicator_from(form: Form, source: Source) -> Indicator | None:
    return next((indicator for indicator in form.indicators if indicator.source == source), None)
