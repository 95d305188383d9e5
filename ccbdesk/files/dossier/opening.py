"""Opening a dossier. This module holds ``reading`` and ``writing``, one operation each, ``storing`` for what is no fact
of the dossier, and all defences on the way.

A dossier may have come from anywhere. Before SQLite sees it its head is looked at; before its content is used its
schema must be, letter for letter, the one this program makes, so that no trigger, view or computed column of somebody
else's ever runs."""

import contextlib
import sqlite3
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath
from urllib.parse import quote

from ccbdesk.files.dossier import schema
from ccbdesk.files.dossier.checking import check_pages, check_schema
from ccbdesk.files.dossier.failing import failures_told
from ccbdesk.files.dossier.header import look_at
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.revisions import load_newest_revision, save_revision
from ccbdesk.files.dossier.upgrading import cannot_be_upgraded, upgrade, upgrade_copy
from ccbdesk.model.trouble import DossierBusy, DossierChanged, TroubleError

PATIENCE = 5.0
"""For how many seconds somebody else's write is waited for."""

_STEPS, _MOST_STEPS = 100_000, 20_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 256 * 2**20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 64,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 4,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 64,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "synchronous = EXTRA",
    "foreign_keys = ON",
)
if sys.version_info >= (3, 12):
    _SWITCHES = {
        sqlite3.SQLITE_DBCONFIG_DEFENSIVE: True,
        sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER: False,
        sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW: False,
    }
_one = threading.Lock()


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Kept]:
    """Open a dossier for one operation that only reads; all of it sees the same revision.

    Raises TroubleError where it cannot be read. Keep it short: a write waits until every reader is done."""
    with _opened(path, only_reads=True) as connection, _tidied(connection):
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield _admitted(path, connection)


@contextlib.contextmanager
def writing(path: Path, seen: int, who: str, at: datetime) -> Iterator[Kept]:
    """Open a dossier for one operation that writes: whole when the block ends well, else not at all.

    ``seen`` is the number of the revision that was read when this write was decided upon. Where somebody else wrote
    since, nothing is written: TroubleError(DossierChanged) says who and when."""
    with _opened(path) as connection, _tidied(connection):
        connection.execute("BEGIN IMMEDIATE")
        kept = _admitted(path, connection)
        if kept.revision.number != seen:
            raise TroubleError(DossierChanged(str(path), kept.revision.who, kept.revision.at))
        yield replace(kept, revision=save_revision(connection, seen + 1, who, at))
        connection.execute("COMMIT")


@contextlib.contextmanager
def storing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a dossier to write what may be gone again at any time: whole or not at all, and without a revision.

    So nobody who read before is refused for it. It waits for nobody: sqlite3.Error or TroubleError where the dossier
    cannot be written to at once."""
    with alone(path, patience=0.0), _connection(path, patience=0.0) as connection, _tidied(connection):
        connection.execute("BEGIN IMMEDIATE")
        _admitted(path, connection)
        yield connection
        connection.execute("COMMIT")


def address_of(path: Path) -> str:
    """Return the address under which SQLite opens a file, and never makes one."""
    return told_to_sqlite(path.absolute())


def told_to_sqlite(path: PurePath) -> str:
    """Return an absolute path as an address; a network share of Windows keeps both its bars behind the third."""
    whole = path.as_posix()
    return f"file://{'' if whole.startswith('/') else '/'}{quote(whole)}?mode=rw"


@contextlib.contextmanager
def alone(path: Path, patience: float | None = None) -> Iterator[None]:
    """Let one dossier be open at a time in this process, see ``header.look_at``; others wait their turn."""
    if not _one.acquire(timeout=PATIENCE if patience is None else patience):
        raise TroubleError(DossierBusy(str(path)))
    try:
        yield
    finally:
        _one.release()


def connected(path: Path, patience: float | None = None) -> sqlite3.Connection:
    """Return a guarded connection to a file whose head was looked at."""
    waits = PATIENCE if patience is None else patience
    return _guarded(sqlite3.connect(address_of(path), timeout=waits, isolation_level=None, uri=True))


def _guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    if sys.version_info >= (3, 12):
        for switch, is_on in _SWITCHES.items():
            connection.setconfig(switch, is_on)
    left = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(left, None) is None, _STEPS)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


@contextlib.contextmanager
def _opened(path: Path, *, only_reads: bool = False) -> Iterator[sqlite3.Connection]:
    with alone(path), failures_told(str(path)), _connection(path, only_reads=only_reads) as connection:
        yield connection


@contextlib.contextmanager
def _connection(path: Path, patience: float | None = None, *, only_reads: bool = False) -> Iterator[sqlite3.Connection]:
    look_at(path, len(schema.UPGRADES))
    connection = connected(path, patience)
    try:
        if only_reads and cannot_be_upgraded(connection, schema.UPGRADES):
            file, connection = connection, _guarded(sqlite3.connect(":memory:", isolation_level=None))
            with contextlib.closing(file):
                upgrade_copy(path, file, connection, schema.UPGRADES)
        else:
            upgrade(path, connection, schema.UPGRADES)
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def _tidied(connection: sqlite3.Connection) -> Iterator[None]:
    """End what is still open; where not even that works, whoever opens the file next rolls it back."""
    try:
        yield
    finally:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


def _admitted(path: Path, connection: sqlite3.Connection) -> Kept:
    """Look at the whole of a file inside its transaction, now that a broken-off write was rolled back."""
    check_schema(path, connection, schema.UPGRADES)
    check_pages(connection)
    return Kept(str(path), connection, load_newest_revision(str(path), connection))
