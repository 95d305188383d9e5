"""This module holds the words “(hợp nhất)” behind an earlier figure that is a sum of predecessors."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ccbdesk.engine.drafting.manner import measured_like
from ccbdesk.engine.drafting.seams import Item, Merger, Raw
from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.expression import Expression
from ccbdesk.model.history import EARLIER
from ccbdesk.model.report import Figure, Phrase
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.wording.histories import MERGED, MERGED_INSIDE

_END_OF_CLAUSE = re.compile(r"[,;:.!?](?=\s|\Z)|\)|\n")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place among items: in which of them, and how many letters into it."""

    item: int
    letters: int = 0


def merger_of(expression: Expression, scene: Scene, *, is_said: bool = False) -> tuple[Merger, ...]:
    """Return the mark of a figure that states, or is compared with, sums of predecessors; none where it is not.

    ``is_said``: the words of the figure themselves say what it is compared with, so the mark comes right behind."""
    for reference in references(expression):
        if reference.when in EARLIER and scene.consolidation.bases.base(reference).merged:
            indicator = measured_like(expression, scene.consolidation.form)
            whose = None if reference.unit == CLUSTER else reference.unit
            return (Merger(whose, indicator.measure if indicator else "", is_said),)
    return ()


def marked(items: Iterable[Raw]) -> Iterator[Item]:
    """Yield the items with the words in the place of the marks: of the same unit only once in a sentence."""
    found = _joined(items)
    inserted: dict[_Place, None] = {}
    told: set[UnitId | None] = set()
    for number, item in enumerate(found):
        if isinstance(item, Merger) and item.whose not in told:
            told.add(item.whose)
            inserted[_place(item, number, found)] = None
    for number, item in enumerate(found):
        places = sorted(each.letters for each in inserted if each.item == number)
        if isinstance(item, Phrase):
            yield from _cut(item, places, _is_inside(found[:number], item))
        elif places:
            yield Phrase(MERGED_INSIDE if _depth(found[:number]) > 0 else f" {MERGED}")
        elif not isinstance(item, Merger):
            yield item


def _joined(items: Iterable[Raw]) -> list[Raw]:
    """Return the items, words that follow each other as one."""
    found: list[Raw] = []
    for item in items:
        if isinstance(item, Phrase) and found and isinstance(last := found[-1], Phrase):
            found[-1] = Phrase(last.text + item.text)
        else:
            found.append(item)
    return found


def _place(merger: Merger, number: int, items: Sequence[Raw]) -> _Place:
    """Behind the measure of the figure, or else at the end of its clause, before any further figure."""
    if merger.is_said:
        return _Place(number)
    for place, item in enumerate(items[number + 1 :], start=number + 1):
        if isinstance(item, Figure):
            return _Place(number)
        if isinstance(item, Phrase):
            if place == number + 1 and (letters := _behind_measure(item.text, merger.measure)):
                return _Place(place, letters)
            end = _END_OF_CLAUSE.search(item.text)
            if end:
                return _Place(place, end.start())
            is_last = not any(isinstance(each, Phrase | Figure) for each in items[place + 1 :])
            if is_last:
                return _Place(place, len(item.text.rstrip()))
    return _Place(number)


def _behind_measure(text: str, measure: str) -> int:
    found = re.match(rf"\s*{re.escape(measure)}(?!\w)", text) if measure else None
    return found.end() if found else 0


def _cut(phrase: Phrase, places: Sequence[int], is_inside: Sequence[bool]) -> Iterator[Phrase]:
    begin = 0
    for place in places:
        words = MERGED_INSIDE if is_inside[place] else f" {MERGED}"
        yield Phrase(f"{phrase.text[begin:place]}{words}")
        begin = place
    if phrase.text[begin:] or not places:
        yield Phrase(phrase.text[begin:])


def _is_inside(before: Sequence[Raw], phrase: Phrase) -> list[bool]:
    """Tell of every place in a phrase whether it stands in parentheses."""
    depth, found = _depth(before), []
    for sign in (*phrase.text, ""):
        found.append(depth > 0)
        depth += (sign == "(") - (sign == ")")
    return found


def _depth(items: Iterable[Raw]) -> int:
    text = "".join(item.text for item in items if isinstance(item, Phrase))
    return text.count("(") - text.count(")")
