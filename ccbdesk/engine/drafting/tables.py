"""Tables of the report. This module holds how a sentence of the style table becomes a list, or figures by unit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.drafting.cells import TOTAL, caption_of, captioned, figure_cell, head, text
from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.drafting.notes import note_of
from ccbdesk.engine.drafting.pieces import find_row_loops, find_row_slots, find_slots
from ccbdesk.engine.drafting.rows import find_rows, find_unlisted, row_slot, said_in, sum_of
from ccbdesk.engine.drafting.slots import Scene, column_of
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Adding, Kind, ListColumn, Preparer, Sentence
from ccbdesk.model.report import Note, Table, TableCell
from ccbdesk.model.sentence import EachRow, RowSlot, Slot
from ccbdesk.model.value import Blank, NotApplicable, Unreadable
from ccbdesk.wording.histories import merged_notes

NUMBER_HEAD = "TT"
UNIT_HEAD = "Đơn vị"

_SUM = "Tổng cộng"
_NUMBER_WIDTH, _UNIT_WIDTH, _WIDTH, _WIDE = 6, 20, 14, 28


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table and what is missing from it; None where there is nothing to show."""

    table: Table | None
    shortfalls: tuple[Shortfall, ...] = ()


def tabled(sentence: Sentence, scene: Scene) -> Tabled:
    """Return the table of a sentence: of the list it goes through, or else of its figures by unit."""
    loop = next(find_row_loops(sentence.pieces), None)
    if loop is not None:
        return _list_table(loop, sentence.place, scene)
    slots = list(dict.fromkeys(find_slots(sentence.pieces)))
    return _figure_table(slots, sentence.place, scene)


# -- a list --------------------------------------------------------------------------------------------------------


def _list_table(loop: EachRow, place: str, scene: Scene) -> Tabled:
    unlisted = find_unlisted(loop.sheet, scene)
    slots = list(dict.fromkeys(find_row_slots(loop.pieces)))
    turns = list(find_rows(loop.sheet, scene))
    shown = turns[: loop.first] if loop.first else turns
    if not shown or not slots:
        return Tabled(None, unlisted)
    form = scene.consolidation.form
    columns = [column_of(form, loop.sheet, slot.column) for slot in slots]
    captions = (head(_caption(column, slot)) for column, slot in zip(columns, slots, strict=True))
    heads = (head(NUMBER_HEAD), head(UNIT_HEAD), *captions)
    rows = [_list_row(number, columns, slots, turn) for number, turn in enumerate(shown, start=1)]
    totals = _list_totals(columns, slots, scene) if len(shown) == len(turns) else ()
    note = _note_row(unlisted, len(heads), scene)
    widths = (_NUMBER_WIDTH, _UNIT_WIDTH, *(_WIDTH if _is_figure(column) else _WIDE for column in columns))
    return Tabled(Table((heads, *rows, *totals, *note), widths, place=place), unlisted)


def _caption(column: ListColumn, slot: RowSlot) -> str:
    return captioned(column.label, column.measure if _is_figure(column) else "", slot.ways)


def _note_row(shortfalls: Iterable[Shortfall], columns: int, scene: Scene) -> tuple[tuple[TableCell, ...], ...]:
    """Return the row under a table that says of whom figures are missing from it; none where nothing is."""
    note = note_of(shortfalls, scene.consolidation)
    return ((TableCell(tuple(Note(one.text.strip()) for one in note), across=columns),),) if note else ()


def _is_figure(column: ListColumn) -> bool:
    return column.kind not in (Kind.TEXT, Kind.DAY)


def _list_row(
    number: int, columns: Iterable[ListColumn], slots: Iterable[RowSlot], turn: Scene
) -> tuple[TableCell, ...]:
    name = turn.consolidation.form.unit(turn.unit).short_name if turn.unit else ""
    cells = (_list_cell(column, slot, turn) for column, slot in zip(columns, slots, strict=True))
    return (text(str(number)), text(name), *cells)


def _list_cell(column: ListColumn, slot: RowSlot, turn: Scene) -> TableCell:
    """Return what a row says in a column; where it need not say anything and does not, the cell stays empty."""
    value = said_in(slot, turn)
    if isinstance(value, NotApplicable | Blank) and not column.required:
        return text("")
    return figure_cell(row_slot(slot, turn), turn)


def _list_totals(
    columns: Iterable[ListColumn], slots: Iterable[RowSlot], scene: Scene
) -> tuple[tuple[TableCell, ...], ...]:
    """Return the row of totals, if any of the columns is added up."""
    form = scene.consolidation.form
    cells = [
        figure_cell(Slot(Reference(added.code, scene.unit), slot.ways), scene) if added else text("")
        for column, slot in zip(columns, slots, strict=True)
        for added in [sum_of(form, column.sheet, column.code)]
    ]
    if not any(cell.runs for cell in cells):
        return ()
    return ((head(_SUM, across=2), *cells),)


# -- figures by unit -----------------------------------------------------------------------------------------------


def _figure_table(slots: list[Slot], place: str, scene: Scene) -> Tabled:
    form = scene.consolidation.form
    if not slots or not form.units:
        return Tabled(None)
    shortfalls = tuple(dict.fromkeys(_find_shortfalls(slots, scene)))
    captions = (head(caption_of(slot, form)) for slot in slots)
    heads = (head(NUMBER_HEAD), head(UNIT_HEAD), *captions)
    widths = (_NUMBER_WIDTH, _UNIT_WIDTH, *(_WIDTH for _ in slots))
    notes = (*_merged_rows(slots, len(heads), scene), *_note_row(shortfalls, len(heads), scene))
    rows = (*unit_rows(slots, scene), *notes)
    return Tabled(Table((heads, *rows), widths, place=place), shortfalls)


def _merged_rows(slots: list[Slot], columns: int, scene: Scene) -> Iterator[tuple[TableCell, ...]]:
    """Yield a row for every unit whose earlier figures in the table are the sums of its predecessors'."""
    turns = [replace(scene, unit=unit.id) for unit in scene.consolidation.form.units]
    shown = {one for slot in slots for turn in turns for one in references(turn.absolute(slot.expression))}
    for words in merged_notes(scene.consolidation, shown):
        yield (text(words, across=columns),)


def unit_rows(slots: list[Slot], scene: Scene) -> Iterator[tuple[TableCell, ...]]:
    """Yield a row of these figures for every unit, and that of the cluster."""
    form = scene.consolidation.form
    for number, unit in enumerate(form.units, start=1):
        turn = replace(scene, unit=unit.id)
        yield (text(str(number)), text(unit.short_name), *(figure_cell(slot, turn) for slot in slots))
    yield (head(TOTAL, across=2), *(total_cell(slot, scene) for slot in slots))


def total_cell(slot: Slot, scene: Scene) -> TableCell:
    """Return the cluster's figure; an empty cell where there can be none, for what is not added up."""
    value = scene.value(scene.absolute(slot.expression))
    if isinstance(value, Blank | Unreadable) and not _has_total(slot, scene):
        return text("")
    return figure_cell(slot, scene)


def _has_total(slot: Slot, scene: Scene) -> bool:
    form = scene.consolidation.form
    indicator = measured_like(slot.expression, form)
    if indicator is None or form.sheet(indicator.sheet).preparer is Preparer.CLUSTER:
        return True
    return indicator.is_numeric and indicator.adding is not Adding.NOT_ADDED


def _find_shortfalls(slots: Iterable[Slot], scene: Scene) -> Iterator[Shortfall]:
    for slot in slots:
        found = find_shortfalls(scene.consolidation, scene.absolute(slot.expression))
        yield from (shortfall for shortfall in found if shortfall.missing)
