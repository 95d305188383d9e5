"""The provinces and those they were merged from. This module holds the table of them, and what it proposes for a form.

Provinces are told apart by name and days, never by code: after the merger some took over another's code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ccbdesk.model.form import Form
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.names import unit_key


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it is from one day to another; ``predecessors`` are those it was merged from on the first."""

    name: str
    kind: str
    valid_from: date
    valid_to: date | None
    predecessors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the sheet Đơn vị could say of a unit: from which day it is what it is, and its predecessors."""

    unit: UnitId
    valid_from: date
    predecessors: tuple[str, ...]


def read_provinces(text: str) -> tuple[Province, ...]:
    """Return the provinces of the table; its first line holds headings."""
    lines = text.splitlines()[1:]
    return tuple(_province(*line.split("\t")) for line in lines if line.strip())


def _province(name: str, kind: str, first: str, last: str, predecessors: str) -> Province:
    names = tuple(each.strip() for each in predecessors.split(";") if each.strip())
    return Province(name, kind, date.fromisoformat(first), date.fromisoformat(last) if last else None, names)


def propose_predecessors(form: Form, provinces: tuple[Province, ...]) -> tuple[Proposed, ...]:
    """Return what is to be said of members that are merged provinces and do not say of which.

    A cluster of provinces from before the merger is left alone: it has members that are no province any more."""
    merged = {unit_key(each.name): each for each in provinces if len(each.predecessors) > 1}
    former = {unit_key(name) for each in merged.values() for name in each.predecessors} - set(merged)
    keys = {unit.id: unit_key(unit.short_name) for unit in form.units}
    today = {unit_key(each.name) for each in provinces}
    if former & set(keys.values()) or not set(keys.values()) <= today:
        return ()
    return tuple(_find_proposed(form, merged))


def _find_proposed(form: Form, merged: dict[str, Province]) -> Iterator[Proposed]:
    for unit in form.units:
        province = merged.get(unit_key(unit.short_name))
        if province is not None and not unit.predecessors:
            yield Proposed(unit.id, province.valid_from, province.predecessors)
