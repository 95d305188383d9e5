"""Whose figures of then a unit of now is compared with: its own, or the sum of its predecessors'.

Never by a province's code, for codes were used twice: by the units' own ids and names, and by days."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccbdesk.engine.history.keeping import Kept
from ccbdesk.model.form import Form
from ccbdesk.model.history import WhyNoBase
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.vietnamese.names import unit_key


@dataclass(frozen=True, slots=True)
class Whose:
    """The units of then, and whether the unit of now stands for several of them."""

    units: tuple[UnitId, ...]
    is_merged: bool = False


def split_names(form: Form) -> frozenset[str]:
    """Return the predecessors that several units name: what they gave cannot be shared out."""
    named = Counter(key for unit in form.units for key in {unit_key(each) for each in unit.predecessors})
    return frozenset(key for key, count in named.items() if count > 1)


def whose(unit: Unit, kept: Kept, split: frozenset[str]) -> Whose | WhyNoBase:
    """Return whose figures of a period a unit is compared with, or why it cannot be."""
    if _is_itself(unit, kept):
        return Whose((unit.id,)) if unit.id in kept.names else _by_own_name(unit, kept)
    if any(unit_key(each) in split for each in unit.predecessors):
        return WhyNoBase.SPLIT
    found = [kept.unit(each) for each in unit.predecessors]
    units = tuple(dict.fromkeys(each for each in found if each is not None))
    if not units:
        return WhyNoBase.NOT_KEPT
    if len(units) < len(set(map(unit_key, unit.predecessors))):
        return WhyNoBase.NOT_ENOUGH
    return Whose(units, is_merged=len(units) > 1)


def _by_own_name(unit: Unit, kept: Kept) -> Whose | WhyNoBase:
    found = next(_find_called((unit.short_name, unit.name, *unit.aliases), kept), None)
    return Whose((found,)) if found else WhyNoBase.NOT_KEPT


def _find_called(names: Iterable[str], kept: Kept) -> Iterator[UnitId]:
    return (found for name in names if (found := kept.unit(name)))


def _is_itself(unit: Unit, kept: Kept) -> bool:
    """Tell whether the unit was what it is now: it has no predecessors, or came into being before the period closed.

    Without a day only a unit that shares no name with a predecessor can be told from it."""
    if not unit.predecessors:
        return True
    if unit.valid_from is not None:
        return unit.valid_from <= kept.last_day
    own = {unit_key(name) for name in (unit.id, unit.short_name, unit.name)}
    return unit.id in kept.names and own.isdisjoint(map(unit_key, unit.predecessors))
