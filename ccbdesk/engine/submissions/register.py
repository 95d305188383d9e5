"""The names by which units are known. This module holds the register of a form's units and finds them in texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ccbdesk.model.form import Form
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.names import unit_key

_SHORTEST_KEY = 3

Units = frozenset[UnitId]


@dataclass(frozen=True, slots=True)
class Register:
    """The units of a form by their folded names, by their keys, and by the phrases to look for, longest first.

    A phrase without units is one that names something else, such as the cluster, though a unit's name is in it.
    ``former`` are the names, by their folded phrases, of predecessors that no unit bears any more."""

    names: Mapping[str, Units]
    keys: Mapping[str, Units]
    phrases: tuple[tuple[str, Units], ...]
    former: Mapping[str, str] = field(default_factory=dict)

    def called(self, text: str) -> Units:
        """Return the units whose name a text is; several where members share it, none where it is nobody's."""
        return self.names.get(folded(text)) or self.keys.get(unit_key(text)) or frozenset()

    def former_names(self, text: str) -> tuple[str, ...]:
        """Return the names of predecessors that a text speaks of."""
        words = f" {folded(text).replace('_', ' ')} "
        return tuple(dict.fromkeys(name for phrase, name in self.former.items() if f" {phrase} " in words))

    def mentioned(self, text: str) -> Units:
        """Return the units a text speaks of; of names within each other only the longest counts."""
        words = f" {folded(text).replace('_', ' ')} "
        found: Units = frozenset()
        for phrase, units in self.phrases:
            if f" {phrase} " in words:
                words = words.replace(f" {phrase} ", " | ")
                found |= units
        return found


def register_of(form: Form) -> Register:
    """Return the register of a form's members and the cluster itself."""
    everybody = (*form.units, form.cluster)
    names = _gathered((folded(name), unit.id) for unit in everybody for name in names_of(unit))
    keys = _gathered((unit_key(name), unit.id) for unit in everybody for name in names_of(unit))
    members = _gathered((phrase, unit.id) for unit in form.units for phrase in _find_phrases(unit))
    phrases = {words: frozenset[UnitId]() for name in _other_names(form) if (words := folded(name))} | members
    in_order = tuple(sorted(phrases.items(), key=lambda each: (-len(each[0]), each[0])))
    return Register(
        names, keys, in_order, {unit_key(name): name for name in _former_names(form) if unit_key(name) not in keys}
    )


def _former_names(form: Form) -> Iterator[str]:
    """Yield the predecessors as they are called; one that is given by its id is called by the words in it."""
    for unit in form.units:
        yield from (name.replace("_", " ") for name in unit.predecessors)


def names_of(unit: Unit) -> tuple[str, ...]:
    """Return all names a unit goes by, as they are written."""
    return (unit.short_name, unit.name, *unit.aliases)


def _find_phrases(unit: Unit) -> Iterator[str]:
    """A key too short to be looked for in a sentence is looked for with what stands before it in the full name."""
    for name in names_of(unit):
        key = unit_key(name)
        yield folded(name)
        if len(key.replace(" ", "")) >= _SHORTEST_KEY:
            yield key
            yield key.replace(" ", "")


def _other_names(form: Form) -> tuple[str, ...]:
    titles = (text for sheet in form.sheets for text in (sheet.title, sheet.name))
    return (*names_of(form.cluster), form.id, form.issuer, form.title, *titles)


def _gathered(pairs: Iterator[tuple[str, UnitId]]) -> dict[str, Units]:
    gathered: dict[str, Units] = {}
    for words, unit in pairs:
        if words:
            gathered[words] = gathered.get(words, frozenset()) | {unit}
    return gathered
