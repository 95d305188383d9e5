"""What SQLite reports, as troubles. This module holds which failures are the world's; any other is ours."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ccbdesk.model.trouble import (
    DiskFull,
    DossierBusy,
    DossierDamaged,
    DossierReadOnly,
    DossierUnreachable,
    Trouble,
    TroubleError,
)

_BLOCK = 2**20


@contextlib.contextmanager
def failures_told(path: str) -> Iterator[None]:
    """Turn what SQLite says of the world into TroubleError."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = _trouble(path, error)
        if trouble is None:
            raise
        raise TroubleError(trouble) from error


def _trouble(path: str, error: sqlite3.Error) -> Trouble | None:
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF:  # no code: our own check, or no UTF-8
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return DossierBusy(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOLFS:
            return DossierUnreachable(path)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return DossierReadOnly(path) if _answers(path) else DossierUnreachable(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT | sqlite3.SQLITE_INTERRUPT:
            return DossierDamaged(path, str(error)) if _answers(path) else DossierUnreachable(path)
        case _:
            return None


def _answers(path: str) -> bool:
    """Tell whether the file can be read to its end: to SQLite's checks, a share that vanished looks like damage."""
    try:
        with Path(path).open("rb") as file:
            while file.read(_BLOCK):
                pass
    except OSError:
        return False
    return True
