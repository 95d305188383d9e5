"""Changing a package without touching the rest of it. This module exchanges single parts and adds some.

Every other member keeps its compressed bytes, its place, its time and its attributes, whoever wrote it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.files.package.parts import normal_name

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_SIZES_FOLLOW = 0x08
_LARGE = 0x0001
"""The extra field of files beyond four gigabytes, which none of ours is."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A member as it is stored: its entry in the directory, its name and extra field, and its compressed bytes."""

    entry: zipfile.ZipInfo
    name: bytes
    extra: bytes
    data: bytes
    checksum: int
    size: int


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a sound package in which the parts named have other contents; all others keep their bytes.

    A part that is not there yet is added behind the others."""
    wanted = {normal_name(name): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries, comment = archive.infolist(), archive.comment
    members = {id(entry): _member(content, entry, wanted.get(normal_name(entry.filename))) for entry in entries}
    written = bytearray()
    places: dict[int, int] = {}
    for entry in sorted(entries, key=lambda each: each.header_offset):
        places[id(entry)] = len(written)
        written += _local(members[id(entry)])
    directory = b"".join(_central(members[id(entry)], places[id(entry)]) for entry in entries)
    there = {normal_name(entry.filename) for entry in entries}
    for member in (_added(name, part) for name, part in parts.items() if normal_name(name) not in there):
        directory += _central(member, len(written))
        written += _local(member)
        entries.append(member.entry)
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(written), len(comment))
    return bytes(written) + directory + end + comment


def _member(content: bytes, entry: zipfile.ZipInfo, replaced: bytes | None) -> _Member:
    fields = _LOCAL.unpack_from(content, entry.header_offset)
    name_start = entry.header_offset + _LOCAL.size
    extra_start = name_start + fields[-2]
    start = extra_start + fields[-1]
    name, extra = content[name_start:extra_start], _without_sizes(content[extra_start:start])
    if replaced is None:
        data = content[start : start + entry.compress_size]
        return _Member(entry, name, extra, data, entry.CRC, entry.file_size)
    data = _deflated(replaced) if entry.compress_type == zipfile.ZIP_DEFLATED else replaced
    return _Member(entry, name, extra, data, zlib.crc32(replaced), len(replaced))


def _added(name: str, part: bytes) -> _Member:
    entry = zipfile.ZipInfo(name)
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
    return _Member(entry, name.encode(), b"", _deflated(part), zlib.crc32(part), len(part))


def _deflated(part: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(part) + deflate.flush()


def _without_sizes(extra: bytes) -> bytes:
    kept, place = b"", 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind != _LARGE:
            kept += extra[place : place + 4 + length]
        place += 4 + length
    return kept


def _local(member: _Member) -> bytes:
    entry = member.entry
    head = _LOCAL.pack(
        b"PK\3\4",
        entry.extract_version,
        entry.flag_bits & ~_SIZES_FOLLOW,
        entry.compress_type,
        *_moment(entry),
        member.checksum,
        len(member.data),
        member.size,
        len(member.name),
        len(member.extra),
    )
    return head + member.name + member.extra + member.data


def _central(member: _Member, place: int) -> bytes:
    entry = member.entry
    extra = _without_sizes(entry.extra)
    head = _CENTRAL.pack(
        b"PK\1\2",
        entry.create_version | entry.create_system << 8,
        entry.extract_version,
        entry.flag_bits & ~_SIZES_FOLLOW,
        entry.compress_type,
        *_moment(entry),
        member.checksum,
        len(member.data),
        member.size,
        len(member.name),
        len(extra),
        len(entry.comment),
        0,
        entry.internal_attr,
        entry.external_attr,
        place,
    )
    return head + member.name + extra + entry.comment


def _moment(entry: zipfile.ZipInfo) -> tuple[int, int]:
    """Return the time and the day as DOS keeps them."""
    year, month, day, hour, minute, second = entry.date_time
    return hour << 11 | minute << 5 | second // 2, year - 1980 << 9 | month << 5 | day
