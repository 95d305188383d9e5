"""The package of a Word file. This module holds its parts: taken out of a zip or a folder, zipped, and followed."""

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ccbdesk.files.word.markup import Element, parse

Parts = Mapping[str, bytes]
"""The content of each part by its name, as in ``word/document.xml``."""

CONTENT_TYPES = "[Content_Types].xml"
"""The part that names the type of each part."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def unpack(content: bytes) -> Parts:
    """Return the parts of a package; ValueError where the bytes are no zip, damaged or locked with a password."""
    try:
        with ZipFile(BytesIO(content)) as package:
            return {member.filename: package.read(member) for member in package.infolist() if not member.is_dir()}
    # zipfile raises NotImplementedError for a compression it does not know, RuntimeError for a password.
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        msg = "no package"
        raise ValueError(msg) from error


def pack(parts: Parts) -> bytes:
    """Return the package of some parts: the same bytes for the same parts, whenever it is made."""
    return _zipped(parts, ZIP_DEFLATED)


def pack_folder(folder: Path) -> bytes:
    """Return the package of the files below a folder: the same bytes for the same files, on any machine.

    Nothing is compressed, because two builds of zlib may compress differently."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return _zipped({path.relative_to(folder).as_posix(): path.read_bytes() for path in files}, ZIP_STORED)


def _zipped(parts: Parts, compression: int) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            member = ZipInfo(name, _LONG_AGO)
            member.create_system = 0  # else it would be that of the machine at hand
            member.compress_type = compression
            package.writestr(member, parts[name])
    return made.getvalue()


def related(parts: Parts, source: str, kind: str) -> str | None:
    """Return the name of the part that ``source`` has of a kind; None where it has none.

    A kind is the last word of a relationship's type (``officeDocument``, ``styles``); the package itself is ``""``."""
    return next((name for found, name in find_related(parts, source) if found == kind), None)


def find_related(parts: Parts, source: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each part that ``source`` leads to, as in ``related``."""
    relationships = parts.get(relationships_of(source))
    if relationships is None:
        return
    for relationship in parse(relationships):
        if relationship.get("TargetMode") != "External":
            yield kind_of(relationship), target_of(relationship, source)


def relationships_of(source: str) -> str:
    """Return the name of the part that holds the relationships of a part; the package itself is ``""``."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def kind_of(relationship: Element) -> str:
    """Return the kind of a relationship: the last word of its type."""
    return relationship.get("Type", "").rpartition("/")[2]


def target_of(relationship: Element, source: str) -> str:
    """Return the name of the part that a relationship of ``source`` leads to."""
    folder = posixpath.dirname(source)
    return posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")


def main_document(parts: Parts) -> str:
    """Return the name of the part that holds the text; ValueError where the package is of no Word file."""
    name = related(parts, "", "officeDocument")
    if name is None or name not in parts:
        msg = "no main document"
        raise ValueError(msg)
    return name
