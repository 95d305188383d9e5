"""Parts added to a package. This module holds how a part gets a name, a type and the relationship that leads to it."""

import posixpath
from collections.abc import Container
from dataclasses import dataclass
from itertools import count

from lxml import etree

from ccbdesk.files.word.markup import Element, parse, to_bytes
from ccbdesk.files.word.packing import CONTENT_TYPES, Parts, related, relationships_of

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part to add: the kind of its relationship, its name, its type, and what it holds.

    The name starts at the folder of the main document; a ``#`` in it stands for the first number that is free."""

    kind: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Attached:
    """A part that was added: its whole name, and the id of the relationship that leads to it."""

    name: str
    id: str


class OpenPackage:
    """A package that grows; what is not added to stays byte for byte."""

    def __init__(self, parts: Parts, document_name: str) -> None:
        """Start from some parts; those added stand below the folder of the main document."""
        self._parts = dict(parts)
        self._folder = posixpath.dirname(document_name)

    @property
    def parts(self) -> Parts:
        """All parts as they are now."""
        return self._parts

    def attach(self, source: str, part: NewPart) -> Attached:
        """Add a part that ``source`` leads to."""
        name = _first_free(posixpath.join(self._folder, part.name), self._parts)
        self._parts[name] = part.content
        self._add_type(name, part.media_type)
        return Attached(name, self._relate(source, part.kind, posixpath.relpath(name, posixpath.dirname(source))))

    def related(self, source: str, kind: str) -> str | None:
        """Return the name of the part that ``source`` has of a kind; None where it has none."""
        return related(self._parts, source, kind)

    def replace(self, name: str, content: bytes) -> None:
        """Give a part another content."""
        self._parts[name] = content

    def _add_type(self, name: str, media_type: str) -> None:
        types = parse(self._parts.get(CONTENT_TYPES, f'<Types xmlns="{_TYPES}"/>'.encode()))
        ending = posixpath.splitext(name)[1].lstrip(".")
        if ending == "xml":
            _add(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=media_type)
        elif all(entry.get("Extension") != ending for entry in types):
            _add(types, f"{{{_TYPES}}}Default", Extension=ending, ContentType=media_type)
        self._parts[CONTENT_TYPES] = to_bytes(types)

    def _relate(self, source: str, kind: str, target: str) -> str:
        holder = relationships_of(source)
        relationships = parse(self._parts.get(holder, f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()))
        taken = {relationship.get("Id", "") for relationship in relationships}
        free = _first_free("rId#", taken)
        _add(relationships, f"{{{_RELATIONSHIPS}}}Relationship", Id=free, Type=f"{_KINDS}/{kind}", Target=target)
        self._parts[holder] = to_bytes(relationships)
        return free


def _first_free(name: str, taken: Container[str]) -> str:
    numbered = (name.replace("#", str(number)) for number in count(1))
    return next(each for each in numbered if each not in taken) if "#" in name else name


def _add(around: Element, name: str, **attributes: str) -> None:
    etree.SubElement(around, name, attributes)
