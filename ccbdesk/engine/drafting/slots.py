"""This module holds the filling of a slot: how its value is written, and the tag and title that make it traceable."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.expressions.lookup import of_cluster, of_unit, said_in_row, value_of
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.engine.expressions.tags import LONGEST_TAG, tag_around, written_slot
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Expression, Reference, RowReference
from ccbdesk.model.form import Form, Kind, ListColumn
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.report import Figure
from ccbdesk.model.sentence import Slot, Way
from ccbdesk.model.submission import ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Day, Number, Ratio, Text, Value
from ccbdesk.vietnamese.numbers.writing import day_in_figures, written, written_day, written_vague
from ccbdesk.vietnamese.vocabulary.forms import STATES

DOTS = "……"
"""What stands where a figure ought to be but nobody has given one."""

_AS_DIGITS = "ngay"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence is drafted from; in a loop ``unit`` is the one whose turn it is, ``row`` that of its list.

    ``cells`` says where the cluster workbook shows a figure, by its canonical reference. ``is_alone``: the sentence is
    one loop and nothing else, so that its turns may be paragraphs. ``number`` is the place of a turn among the
    printed ones."""

    consolidation: Consolidation
    cells: Mapping[str, str]
    unit: UnitId | None = None
    row: ListRow | None = None
    is_alone: bool = False
    number: int = 0

    def absolute(self, expression: Expression) -> Expression:
        """Return an expression that means the same wherever it stands."""
        placed = expression if self.unit is None else of_unit(self.consolidation, expression, self.unit)
        return of_cluster(placed)

    def value(self, expression: Expression) -> Value:
        """Return the value of an absolute expression."""
        return value_of(self.consolidation, expression)


def figure_of(slot: Slot, value: Number | Ratio, scene: Scene, *, is_gap: bool) -> Figure:
    """Return the live figure for a slot that has a value."""
    shown = written(value, *_manner(slot, scene))
    return live(scene.absolute(slot.expression), slot.ways, shown, scene, is_gap=is_gap)


def vague_of(slot: Slot, value: Text, scene: Scene, *, is_gap: bool) -> Figure:
    """Return the live figure for a slot whose value is a quantity in words."""
    shown = written_vague(value.words.strip(), *_manner(slot, scene))
    return live(scene.absolute(slot.expression), slot.ways, shown, scene, is_gap=is_gap)


def is_quantity(slot: Slot, scene: Scene) -> bool:
    """Tell whether a slot asks for a figure, so that words in it are a vague quantity."""
    if isinstance(slot.expression, RowReference):
        return column_of(scene.consolidation.form, slot.expression.sheet, slot.expression.column).is_numeric
    indicator = measured_like(slot.expression, scene.consolidation.form)
    return indicator is not None and indicator.is_numeric


def dots_of(slot: Slot, scene: Scene) -> Figure:
    """Return the dots for a slot whose value nobody has given."""
    return live(scene.absolute(slot.expression), slot.ways, DOTS, scene, is_gap=True)


def day_of(slot: Slot, value: Day) -> str:
    """Return a day in words, or in digits where the slot asks for them."""
    if any(way.name == _AS_DIGITS for way in slot.ways):
        return day_in_figures(value.day)
    return written_day(value.day)


def codes_of(expression: Expression) -> tuple[IndicatorCode, ...]:
    """Return the indicators an expression stands on, each once."""
    return tuple(dict.fromkeys(reference.indicator for reference in references(expression)))


def _manner(slot: Slot, scene: Scene) -> tuple[tuple[Way, ...], Kind, str]:
    """Return the ways of writing, the kind and the measure of a slot's value; a sum has those of its first figure."""
    if isinstance(slot.expression, RowReference):
        column = column_of(scene.consolidation.form, slot.expression.sheet, slot.expression.column)
        return slot.ways, column.kind, measure_of_row(slot.expression, scene)
    indicator = measured_like(slot.expression, scene.consolidation.form)
    if indicator is None:
        return slot.ways, Kind.DECIMAL, ""
    return slot.ways or indicator.ways, indicator.kind, indicator.measure


def measure_of_row(reference: RowReference, scene: Scene) -> str:
    """Return in what measure a row of a list says a figure: that of the column, or what another column says there."""
    column = column_of(scene.consolidation.form, reference.sheet, reference.column)
    if column.measured_by is None:
        return column.measure
    beside = said_in_row(scene.consolidation, replace(reference, column=column.measured_by))
    return beside.words if isinstance(beside, Text) else ""


def column_of(form: Form, sheet: SheetCode, code: ColumnCode) -> ListColumn:
    """Return a column of a list; KeyError where the form has none of this code."""
    for column in form.columns_of(sheet):
        if column.code == code:
            return column
    raise KeyError(code)


def live(expression: Expression, ways: tuple[Way, ...], shown: str, scene: Scene, *, is_gap: bool) -> Figure:
    """Return the live figure that shows these words for an absolute expression."""
    written_as = written_slot(expression, ways)
    return Figure(
        shown=shown,
        expression=expression,
        tag=tag_around(scene.consolidation.period.code, written_as, shown),
        title=_title(expression, written_as, scene),
        totals=codes_of(expression),
        is_gap=is_gap,
    )


def _title(expression: Expression, written_as: str, scene: Scene) -> str:
    """Return what Word shows when the figure is clicked: its name, its cell, and the whole expression in brackets."""
    bracket = f"[{written_as}]"
    cell = scene.cells.get(canonical(expression))
    tail = f" · {cell} {bracket}" if cell else f" {bracket}"
    standing = (expression,) if isinstance(expression, RowReference) else references(expression)
    name = " + ".join(named(one, scene) for one in standing)
    room = LONGEST_TAG - len(tail)
    if room < 2 or not name:
        return bracket
    return f"{name if len(name) <= room else name[: room - 1].rstrip() + '…'}{tail}"


def named(reference: Reference | RowReference, scene: Scene) -> str:
    """Return what a figure is called, with its unit where it has one: “Ngày công – kế hoạch, Hai”."""
    form = scene.consolidation.form
    match reference:
        case Reference():
            state = f" – {STATES[reference.when]}" if STATES[reference.when] else ""
            label = f"{form.indicator(reference.indicator).label}{state}"
        case RowReference():
            label = column_of(form, reference.sheet, reference.column).label
    return label if reference.unit is None else f"{label}, {form.unit(reference.unit).short_name}"
