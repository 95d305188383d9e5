"""Whom an indicator applies to. This module holds the reading of “Áp dụng cho”: ids, names or kinds of units."""

from collections.abc import Iterator
from dataclasses import replace

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Line
from ccbdesk.engine.forms.names import Names, name_key, sheet_key
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.form import Preparer
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.folding import nearest
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn, UnitColumn


def find_scope_mistakes(line: Line, units: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield units that nobody knows, and a choice of units for what the cluster itself fills in."""
    row = line.row
    words = row.get(IndicatorColumn.APPLIES_TO) or ()
    if words and line.preparer is Preparer.CLUSTER and line.sheet:
        seen, against = row.seen(IndicatorColumn.APPLIES_TO), line.sheet.seen(SheetColumn.PREPARER)
        yield row.mistake(IndicatorColumn.APPLIES_TO, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=against))
        return
    candidates = [name for unit in units for name in _names(unit)]
    sound = frozenset(sheet_key(name) for unit in units if _is_named(unit) for name in _names(unit))
    lost = tuple(_label(unit) for unit in units if not _is_named(unit))
    known = replace(names.declared_units, sound=sound, lost=(*lost, *_lost_kinds(words, units)))
    for word in words:
        near = nearest(word, candidates)
        if not _meant(word, units) and known.lacks(word, near):
            yield row.mistake(IndicatorColumn.APPLIES_TO, Fault(Wrong.NAME_UNKNOWN, word, near))


def _names(unit: Row) -> tuple[str, ...]:
    names = (unit.name(UnitColumn.ID), unit.get(UnitColumn.SHORT_NAME), unit.get(UnitColumn.KIND))
    return tuple(name for name in names if name)


def _is_named(unit: Row) -> bool:
    entries = (unit.entries.get(UnitColumn.ID), unit.entries.get(UnitColumn.SHORT_NAME))
    return all(entry and not entry.faults for entry in entries)


def _label(unit: Row) -> str:
    return f"{unit.seen(UnitColumn.NAME)} {unit.seen(UnitColumn.SHORT_NAME)}"


def _lost_kinds(words: tuple[str, ...], units: tuple[Row, ...]) -> tuple[str, ...]:
    """Return all the words where a unit's kind cannot be read: any of them may be that kind."""
    return words if any(unit.is_faulty(UnitColumn.KIND) for unit in units) else ()


def applies_to(row: Row, units: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the ids and kinds of units an indicator applies to, in the words of the sheet Đơn vị; empty means all."""
    words = row.get(IndicatorColumn.APPLIES_TO) or ()
    return tuple(dict.fromkeys(name for word in words for name in _meant(word, units)))


def _meant(word: str, units: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the id of the unit a word names, or else the kind, in every spelling it has."""
    named = [unit for unit in units if unit.name(UnitColumn.ID).casefold() == word.casefold()]
    named += [unit for unit in units if name_key(unit.get(UnitColumn.SHORT_NAME) or "") == name_key(word)]
    if named:
        return (named[0].name(UnitColumn.ID) or word,)
    kinds = (unit.get(UnitColumn.KIND) or "" for unit in units)
    return tuple(dict.fromkeys(kind for kind in kinds if key(kind) == key(word)))
