"""Stored readings. This module holds ``load_`` and ``save_`` of what was read from kept bytes, so that it need not be
read at every opening.

A reading is no fact of the dossier: it is made from bytes that are kept, and may be gone at any time. So it is written
without a revision, only where nobody else is in the way, and nothing ever fails for want of it. One that is damaged, or
of a program that reads otherwise, is not there. What a reading says is its reader's affair; here it is bytes."""

import contextlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ccbdesk.files.dossier.checking import check_table
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import storing
from ccbdesk.files.dossier.rows import seal_of
from ccbdesk.model.origin import Digest
from ccbdesk.model.trouble import TroubleError

_LARGEST = 256 * 2**20
"""The longest reading that is ever unpacked, in bytes."""

_SPARE = 16 * 2**20
"""How many bytes a disk must have left for a reading to be stored on it."""

_QUICK = 1

Readings = Mapping[Digest, bytes]


def load_readings(kept: Kept, digests: Iterable[Digest], program: str) -> Readings:
    """Return what this very program stored of readings of some kept bytes; what another stored is left out.

    ``program`` is the fingerprint of all that a reading depends on besides the bytes."""
    with contextlib.suppress(sqlite3.DatabaseError):  # its pages do not fit together: then nothing is stored
        return dict(_sound(kept, digests, program))
    return {}


def save_readings(path: Path, program: str, readings: Readings) -> None:
    """Store readings, in one transaction; those of another program make room.

    Nothing is written and nothing raised where the dossier cannot be written to now, or somebody else is in it."""
    rows = [_row(digest, program, readings[digest]) for digest in sorted(readings)]
    if not _has_room(path, sum(len(row[2]) for row in rows)):
        return
    with contextlib.suppress(sqlite3.Error, TroubleError), storing(path) as connection:
        check_table(connection, "reading")
        connection.executemany(
            "INSERT OR REPLACE INTO reading (digest, program, answer, seal) VALUES (?, ?, ?, ?)", rows
        )


def _has_room(path: Path, size: int) -> bool:
    """Tell whether a disk has room to spare: a write that a full disk breaks off is rolled back by whoever opens the
    file next, and that too may need room."""
    try:
        return shutil.disk_usage(path.parent).free > 2 * size + _SPARE
    except OSError:
        return False


def _row(digest: Digest, program: str, reading: bytes) -> tuple[str, str, bytes, bytes]:
    packed = zlib.compress(reading, _QUICK)
    return digest, program, packed, _seal(digest, program, packed)


def _sound(kept: Kept, digests: Iterable[Digest], program: str) -> Iterator[tuple[Digest, bytes]]:
    find = "SELECT answer, seal FROM reading WHERE digest = ? AND program = ?"
    for digest in digests:
        for packed, seal in kept.connection.execute(find, (digest, program)):
            reading = _unpacked(packed) if seal == _seal(digest, program, packed) else None
            if reading is not None:
                yield digest, reading


def _seal(digest: Digest, program: str, packed: bytes) -> bytes:
    return seal_of("reading", digest, program, packed.hex())


def _unpacked(packed: bytes) -> bytes | None:
    unpacking = zlib.decompressobj()
    with contextlib.suppress(zlib.error):
        reading = unpacking.decompress(packed, _LARGEST)
        return reading if unpacking.eof else None
    return None
