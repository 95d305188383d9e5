"""Figures frozen. This module holds how a consolidation is written down whole and read back as it was, whatever the
program reads differently by then.

Every noun becomes a record that names it (``value.Number``) with its members; amounts are text. So the names of the
model's classes and members are part of dossiers: one that is renamed needs its old name in ``_RENAMED``, one that is
added needs a default. The form is not in it: its workbook is kept by digest beside it."""

import inspect
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import understood
from ccbdesk.model import consolidation, expression, finding, origin, period, receipt, submission, unit, value
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.origin import Digest, IndicatorCode

_ROOMS: tuple[ModuleType, ...] = (
    consolidation,
    expression,
    finding,
    origin,
    period,
    receipt,
    submission,
    unit,
    value,
)
_RENAMED: Mapping[str, str] = {}
"""From a name that stands in older dossiers to the one the class has now."""

_NAME, _FORM, _INDICATOR = "is", "form", "indicator"
Known = Mapping[IndicatorCode, Indicator]


def freeze(merged: Consolidation) -> bytes:
    """Return a consolidation as JSON, the same bytes for the same figures."""
    return json.dumps(_frozen(merged), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def load_frozen(kept: Kept, digest: Digest, form: Form) -> Consolidation:
    """Return a consolidation that was kept frozen, with the form it was made by."""
    return understood(kept.path, f"content {digest[:12]}", thaw, load_content(kept, digest), form)


def thaw(content: bytes, form: Form) -> Consolidation:
    """Return a frozen consolidation; ValueError, KeyError or TypeError where the bytes hold none of this form."""
    found = _thawed(json.loads(content), form, {each.code: each for each in form.indicators})
    if not isinstance(found, Consolidation):
        raise TypeError(found)
    return found


def _frozen(noun: object) -> object:
    match noun:
        case Form():
            return {_NAME: _FORM, "id": noun.id}
        case Indicator():
            return {_NAME: _INDICATOR, "code": noun.code}
        case Enum():
            return {_NAME: _name_of(type(noun)), "value": noun.value}
        case None | bool() | str() | int():
            return noun
        case Decimal():
            return {_NAME: "decimal", "value": str(noun)}
        case datetime() | date():
            return {_NAME: type(noun).__name__, "value": noun.isoformat()}
        case tuple():
            return [_frozen(each) for each in noun]
        case _ if is_dataclass(noun):
            members = {each.name: _frozen(getattr(noun, each.name)) for each in fields(noun) if each.init}
            return {_NAME: _name_of(type(noun)), **members}
        case _:
            raise TypeError(noun)


def _thawed(found: Any, form: Form, known: Known) -> object:
    if isinstance(found, list):
        return tuple(_thawed(each, form, known) for each in found)
    if not isinstance(found, dict):
        return found
    members = {name: member for name, member in found.items() if name != _NAME}
    match found[_NAME]:
        case "form":
            return form
        case "indicator":
            return known[members["code"]]
        case "decimal":
            return Decimal(members["value"])
        case "date":
            return date.fromisoformat(members["value"])
        case "datetime":
            return datetime.fromisoformat(members["value"])
        case name:
            made = _CLASSES[_RENAMED.get(name, name)]
            return made(**{member: _thawed(each, form, known) for member, each in members.items()})


def _name_of(noun: type) -> str:
    name = f"{noun.__module__.rpartition('.')[2]}.{noun.__name__}"
    if _CLASSES.get(name) is not noun:
        raise TypeError(noun)
    return name


def _nouns_of(room: ModuleType) -> Mapping[str, type]:
    found = inspect.getmembers(room, inspect.isclass)
    own = (noun for _, noun in found if noun.__module__ == room.__name__)
    short = room.__name__.rpartition(".")[2]
    return {f"{short}.{noun.__name__}": noun for noun in own if is_dataclass(noun) or issubclass(noun, Enum)}


_CLASSES: Mapping[str, type] = {name: noun for room in _ROOMS for name, noun in _nouns_of(room).items()}
