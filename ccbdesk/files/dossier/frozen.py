"""What is frozen. This module holds how a consolidation, or all that checking gave, is written down whole and read back
as it was, whatever the program reads and checks differently by then.

It is JSON in two lists: ``shapes`` names each class of the model that occurs, with its members, and ``nouns`` holds the
things themselves, each once: the number of its shape, then its members, in which a number stands for the noun at that
place. The last noun is the whole. So the names of the model's classes and members are part of dossiers: one that is
renamed needs its old name in ``_RENAMED``, one that is added needs a default. The form is not in it: its workbook is
kept by digest beside it."""

import inspect
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any, TypeVar

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import understood
from ccbdesk.model import (
    checks,
    consolidation,
    decision,
    expression,
    finding,
    form,
    history,
    origin,
    outcome,
    period,
    question,
    receipt,
    remark,
    settled,
    submission,
    unit,
    value,
)
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.origin import Digest, IndicatorCode

_ROOMS: tuple[ModuleType, ...] = (
    checks,
    consolidation,
    decision,
    expression,
    finding,
    form,
    history,
    origin,
    outcome,
    period,
    question,
    receipt,
    remark,
    settled,
    submission,
    unit,
    value,
)
_RENAMED: Mapping[str, str] = {}
"""From a name that stands in older dossiers to the one the class has now."""

_FORM, _INDICATOR, _FLAG, _COUNT = "form", "indicator", "flag", "count"
Known = Mapping[IndicatorCode, Indicator]
T = TypeVar("T", Consolidation, Checks)


def freeze(noun: Consolidation | Checks) -> bytes:
    """Return figures, or all that checking gave, as JSON: the same bytes for the same facts."""
    freezing = _Freezing()
    freezing.place_of(noun)
    whole = {"shapes": list(freezing.shapes), "nouns": list(freezing.nouns)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def load_frozen(kept: Kept, digest: Digest, form: Form) -> Consolidation:
    """Return a consolidation that was kept frozen, with the form it was made by."""
    return understood(kept.path, f"content {digest[:12]}", thaw_figures, load_content(kept, digest), form)


def thaw_figures(content: bytes, form: Form) -> Consolidation:
    """Return a frozen consolidation; ValueError, KeyError or TypeError where the bytes hold none of this form."""
    return _thaw(content, form, Consolidation)


def thaw_checks(content: bytes, form: Form) -> Checks:
    """Return frozen findings with all that belongs to them; raises as :func:`thaw_figures` does."""
    return _thaw(content, form, Checks)


def _thaw(content: bytes, form: Form, kind: type[T]) -> T:
    found = json.loads(content)
    thawing = _Thawing(form, {each.code: each for each in form.indicators})
    is_flat = isinstance(found, dict) and found.keys() == {"shapes", "nouns"}
    whole = thawing.whole(found["shapes"], found["nouns"]) if is_flat else thawing.nested(found)
    if not isinstance(whole, kind):
        raise TypeError(whole)
    return whole


# -- freezing ------------------------------------------------------------------------------------------------------

_Shape = tuple[str, ...]
_Row = tuple[object, ...]


@dataclass(slots=True)
class _Freezing:
    """Nouns as they are written down, in an order in which every one comes after what it is made of."""

    shapes: dict[_Shape, int] = field(default_factory=dict)
    nouns: dict[_Row, int] = field(default_factory=dict)
    _met: dict[int, int] = field(default_factory=dict)

    def place_of(self, noun: object) -> int:
        """Return the place of a noun, which is written down where it is met for the first time."""
        place = self._met.get(id(noun))
        if place is None:
            shape, members = _taken_apart(noun)
            row = (self.shapes.setdefault(shape, len(self.shapes)), *map(self._written, members))
            place = self.nouns.setdefault(row, len(self.nouns))
            self._met[id(noun)] = place  # it is part of the whole, so it outlives this and keeps its id
        return place

    def _written(self, member: object) -> object:
        """Return a member as it is hashed and written: no number and no flag, for a number is a place."""
        match member:
            case None | str() if not isinstance(member, Enum):
                return member
            case tuple():
                return tuple(map(self._written, member))
            case _:
                return self.place_of(member)


def _taken_apart(noun: object) -> tuple[_Shape, Iterable[object]]:
    match noun:
        case Form():
            return (_FORM, "id"), (noun.id,)
        case Indicator():
            return (_INDICATOR, "code"), (noun.code,)
        case Enum():
            return (_name_of(type(noun)), "value"), (noun.value,)
        case bool():
            return (_FLAG, "value"), ("x" if noun else "",)
        case int() | Decimal():
            return (_COUNT if isinstance(noun, int) else "decimal", "value"), (str(noun),)
        case datetime() | date():
            return (type(noun).__name__, "value"), (noun.isoformat(),)
        case _ if is_dataclass(noun):
            members = tuple(each.name for each in fields(noun) if each.init)
            return (_name_of(type(noun)), *members), (getattr(noun, name) for name in members)
        case _:
            raise TypeError(noun)


def _name_of(noun: type) -> str:
    name = f"{noun.__module__.rpartition('.')[2]}.{noun.__name__}"
    if _CLASSES.get(name) is not noun:
        raise TypeError(noun)
    return name


# -- thawing -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Thawing:
    """What nouns are made with that are not frozen themselves."""

    form: Form
    known: Known

    def whole(self, shapes: Any, nouns: Any) -> object:
        """Return the last noun, made of those before it."""
        known, made = dict(enumerate(shapes)), dict[object, object]()

        def member(written: object) -> object:
            if isinstance(written, int):
                return made[written]
            return tuple(map(member, written)) if isinstance(written, list) else written

        for place, (shape, *members) in enumerate(nouns):
            name, *names = known[shape]
            made[place] = self.noun(name, dict(zip(names, map(member, members), strict=True)))
        return made[len(nouns) - 1]

    def nested(self, found: Any) -> object:
        """Return a noun as the first dossiers hold it: every one a record that names it, one inside the other."""
        if isinstance(found, list):
            return tuple(map(self.nested, found))
        if not isinstance(found, dict):
            return found
        return self.noun(found["is"], {name: self.nested(each) for name, each in found.items() if name != "is"})

    def noun(self, name: str, members: Mapping[str, Any]) -> object:
        """Return the noun of a name with these members."""
        match name:
            case "form":
                return self.form
            case "indicator":
                return self.known[members["code"]]
            case "decimal":
                return Decimal(members["value"])
            case "flag":
                return bool(members["value"])
            case "count":
                return int(members["value"])
            case "date":
                return date.fromisoformat(members["value"])
            case "datetime":
                return datetime.fromisoformat(members["value"])
            case _:
                return _CLASSES[_RENAMED.get(name, name)](**members)


def _nouns_of(room: ModuleType) -> Mapping[str, type]:
    found = inspect.getmembers(room, inspect.isclass)
    own = (noun for _, noun in found if noun.__module__ == room.__name__)
    short = room.__name__.rpartition(".")[2]
    return {f"{short}.{noun.__name__}": noun for noun in own if is_dataclass(noun) or issubclass(noun, Enum)}


_CLASSES: Mapping[str, type] = {name: noun for room in _ROOMS for name, noun in _nouns_of(room).items()}
