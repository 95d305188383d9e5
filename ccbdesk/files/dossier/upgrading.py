"""Bringing an older dossier to the newest schema. This module holds the one way: a copy of the file is kept first, then
every upgrade that lacks is one transaction."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ccbdesk.files.dossier.checking import check_pages, check_schema
from ccbdesk.files.dossier.schema import Upgrade, raise_to
from ccbdesk.files.whole import whole_file
from ccbdesk.model.trouble import DossierBusy, TroubleError


def upgrade(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> None:
    """Bring an open dossier to the schema that ``upgrades`` lead to; nothing happens where it is there already."""
    if _version(connection) >= len(upgrades):
        return
    kept = _keep_copy(path, connection, upgrades)
    for number, step in enumerate(upgrades, start=1):
        with _transaction(connection, "IMMEDIATE"):
            if _revision(connection) != kept:  # somebody wrote between the copy and this
                raise TroubleError(DossierBusy(str(path)))
            if _version(connection) < number:
                raise_to(connection, number, step)


def cannot_be_upgraded(connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> bool:
    """Tell whether an open dossier is of an older schema and lies where nothing can be written."""
    version = _version(connection)
    if version >= len(upgrades):
        return False
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {version}")  # SQLite says so only to whoever writes
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_READONLY
    finally:
        _end(connection)
    return False


def upgrade_copy(
    path: Path, connection: sqlite3.Connection, memory: sqlite3.Connection, upgrades: tuple[Upgrade, ...]
) -> None:
    """Bring a copy in memory to the schema that ``upgrades`` lead to, as :func:`upgrade` would the file."""
    with _transaction(connection, "DEFERRED"):
        version = _check_version(path, connection, upgrades)
        connection.backup(memory)
    for number, step in enumerate(upgrades[version:], start=version + 1):
        with _transaction(memory, "IMMEDIATE"):
            raise_to(memory, number, step)


def copy_of(path: Path, version: int, revision: int) -> Path:
    """Return where the copy is kept: named by schema and revision, so that the same name is the same content."""
    return path.with_name(f"{path.stem} (ban truoc nang cap {version}-{revision}){path.suffix}")


def _keep_copy(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> int:
    """Copy what is there, as it was before, and return its revision; what is none of ours is refused here."""
    with _transaction(connection, "DEFERRED"):  # SQLite copies nothing out of a transaction that writes
        version = _check_version(path, connection, upgrades)
        revision = _revision(connection)
        copy = copy_of(path, version, revision)
        if not copy.exists():
            with whole_file(copy) as temporary:
                _copy(connection, temporary)
        return revision


def _check_version(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> int:
    """Return of which schema a dossier is; what is none of ours is refused."""
    version = _version(connection)
    check_schema(path, connection, upgrades[:version])  # before any table is read, for it might be a view
    check_pages(connection)
    return version


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")  # whole_file flushes it before it counts
        copy.execute("PRAGMA journal_mode = OFF")
        connection.backup(copy)
    finally:
        copy.close()


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        _end(connection)
        raise
    connection.execute("COMMIT")


def _end(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _revision(connection: sqlite3.Connection) -> int:
    revision: int = connection.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()[0]
    return revision
