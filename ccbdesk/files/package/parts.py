"""A zip package and the check before anything in it is used. This module holds its parts by name.

Nothing is ever unpacked to the disk. The limits lie well above the largest honest workbook and well below what would
harm an ordinary PC. A directory that claims less than there is gains nothing: ``zipfile`` inflates no more of a part
than is claimed, and then the checksum fails."""

import io
import re
import struct
import zipfile
import zlib

from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.receipt import Refusal

LARGEST_FILE = 64 * 2**20
"""The largest file that is read, in bytes."""

_LARGEST_PART = 192 * 2**20
_LARGEST_TOTAL = 256 * 2**20
_MOST_MEMBERS = 5_000
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_CHUNK = 2**18

# The standard of Office packages forbids document type definitions, so an honest part has none. In UTF-16 every other
# byte is zero; without the last one the same pattern finds both byte orders.
_MARKUP = (".xml", ".rels", ".vml")
_FORBIDDEN = re.compile(rb"<!DOCTYPE|<!ENTITY|<\0!\0D\0O\0C\0T\0Y\0P\0E|<\0!\0E\0N\0T\0I\0T\0Y")
_OVERLAP = 20

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,  # what zipfile raises for a kind of compression it does not know
    RuntimeError,
    ValueError,
    struct.error,
)


class Package:
    """The parts of a zip file; neither the case of a name nor the direction of its slashes matters."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take over an archive whose directory has been checked."""
        self._archive = archive
        self._members = {normal_name(member.filename): member for member in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters with forward slashes."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return normal_name(name) in self._members

    def part(self, name: str) -> bytes:
        """Return a part's content; RefusedError if there is none of this name or it is broken."""
        member = self._members.get(normal_name(name))
        if member is None:
            raise RefusedError(Refusal.DAMAGED)
        try:
            return self._archive.read(member)
        except _BROKEN as error:
            raise RefusedError(Refusal.DAMAGED) from error

    def check_contents(self) -> None:
        """Inflate every part once: its checksum is right and it defines no document type; RefusedError if not."""
        for name, member in self._members.items():
            try:
                self._check_part(member, may_define=not name.endswith(_MARKUP))
            except _BROKEN as error:
                raise RefusedError(Refusal.DAMAGED) from error

    def _check_part(self, member: zipfile.ZipInfo, *, may_define: bool) -> None:
        tail = b""
        with self._archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                if not may_define and _FORBIDDEN.search(tail + chunk):
                    raise RefusedError(Refusal.UNSAFE, "khai báo DOCTYPE")
                tail = chunk[-_OVERLAP:]


def open_package(content: bytes) -> Package:
    """Open a zip file after checking its directory; RefusedError if it is broken, locked, too large or ambiguous."""
    if len(content) > LARGEST_FILE:
        raise RefusedError(Refusal.TOO_LARGE, f"{len(content) // 2**20} MB")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise RefusedError(Refusal.DAMAGED) from error
    _check_directory(archive.infolist())
    return Package(archive)


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_MEMBERS:
        raise RefusedError(Refusal.TOO_LARGE, f"{len(members)} phần")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise RefusedError(Refusal.PASSWORD)
    if any(member.compress_type not in _METHODS for member in members):
        raise RefusedError(Refusal.UNSAFE, "cách nén lạ")
    if len({normal_name(member.filename) for member in members}) < len(members):
        # Two readers would take different ones: what was checked need not be what is read.
        raise RefusedError(Refusal.UNSAFE, "hai phần cùng tên")
    claimed = sum(member.file_size for member in members)
    if claimed > _LARGEST_TOTAL or any(member.file_size > _LARGEST_PART for member in members):
        raise RefusedError(Refusal.TOO_LARGE, f"{claimed // 2**20} MB")


def normal_name(name: str) -> str:
    """Return what names of parts are compared by."""
    return name.replace("\\", "/").lstrip("/").casefold()
