"""Records in JSON. This module holds how the members of one are read back, each as what it must be.

A member that is missing or of another type is a ValueError or KeyError: nothing is guessed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

T = TypeVar("T")


def written(members: Mapping[str, object]) -> str:
    """Return a record as text, the same for the same record; letters stay as they are, for whoever reads the file."""
    return json.dumps(members, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> "Fields":
    """Return the record that a text holds."""
    return Fields(_is(json.loads(text), dict))


@dataclass(frozen=True, slots=True)
class Fields:
    """The members of a record."""

    members: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a member that is text."""
        member = self.members[name]
        return member if type(member) is str else _is(member, str)

    def text_or_none(self, name: str) -> str | None:
        """Return a member that is text, or None where it is empty (null)."""
        return None if self.members[name] is None else self.text(name)

    def flag(self, name: str) -> bool:
        """Return a member that is true or false."""
        return _is(self.members[name], bool)

    def number(self, name: str) -> int:
        """Return a member that counts something."""
        return _is(self.members[name], int)

    def day(self, name: str) -> date:
        """Return a member that is a day."""
        return date.fromisoformat(self.text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a member that is a list of texts."""
        return tuple(_is(each, str) for each in _is(self.members[name], list))

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return a member that is a list of pairs of texts."""
        return tuple([_pair(_is(each, list)) for each in _is(self.members[name], list)])

    def record(self, name: str) -> "Fields":
        """Return a member that is a record."""
        return Fields(_is(self.members[name], dict))

    def record_or_none(self, name: str) -> "Fields | None":
        """Return a member that is a record, or None where it is empty (null)."""
        return None if self.members[name] is None else self.record(name)

    def records(self, name: str) -> tuple["Fields", ...]:
        """Return a member that is a list of records."""
        return tuple(Fields(_is(each, dict)) for each in _is(self.members[name], list))


def _pair(both: list[object]) -> tuple[str, str]:
    first, second = both
    return _is(first, str), _is(second, str)


def _is(member: object, kind: type[T]) -> T:
    if not isinstance(member, kind):
        raise ValueError(member)  # noqa: TRY004 - a record that does not say what it should, whatever its types
    return member
