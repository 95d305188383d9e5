"""Charts of the report. This module holds how a sentence of the style chart becomes the bars of its figure by unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.drafting.cells import caption_of
from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.drafting.notes import note_of
from ccbdesk.engine.drafting.pieces import find_slots
from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.engine.expressions.tags import tag_of
from ccbdesk.model.form import Sentence
from ccbdesk.model.report import Bar, Chart
from ccbdesk.model.sentence import Slot, Way
from ccbdesk.model.value import Number, Ratio
from ccbdesk.vietnamese.numbers.writing import plain

AS_CHART = Way("bieu_do")
"""Behind the other ways in a chart's tag."""


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart and what is missing from it; None where there is nothing to show."""

    chart: Chart | None
    shortfalls: tuple[Shortfall, ...] = ()


def charted(sentence: Sentence, title: str, scene: Scene) -> Charted:
    """Return the chart of the first figure of a sentence, called ``title`` or else as the figure is."""
    slot = next(find_slots(sentence.pieces), None)
    if slot is None:
        return Charted(None)
    found = find_shortfalls(scene.consolidation, scene.absolute(slot.expression))
    shortfalls = tuple(shortfall for shortfall in found if shortfall.missing)
    bars = tuple(_find_bars(slot, scene))
    if not any(bar.amount for bar in bars):
        return Charted(None, shortfalls)
    form = scene.consolidation.form
    indicator = measured_like(slot.expression, form)
    note = "".join(note.text for note in note_of(shortfalls, scene.consolidation))
    chart = Chart(
        f"{title or caption_of(slot, form)}{note}",
        indicator.measure if indicator else "",
        bars,
        _tag(slot, bars, scene),
        sentence.place,
    )
    return Charted(chart, shortfalls)


def _find_bars(slot: Slot, scene: Scene) -> Iterator[Bar]:
    """Yield a bar for every unit that has a figure, zero included."""
    for unit in scene.consolidation.form.units:
        turn = replace(scene, unit=unit.id)
        value = turn.value(turn.absolute(slot.expression))
        if isinstance(value, Number | Ratio):
            yield Bar(unit.short_name, value.amount)


def _tag(slot: Slot, bars: tuple[Bar, ...], scene: Scene) -> str:
    shown = "; ".join(f"{bar.label} {plain(bar.amount)}" for bar in bars)
    return tag_of(scene.consolidation.period.code, scene.absolute(slot.expression), (*slot.ways, AS_CHART), shown)
