"""Bringing an older dossier to the newest schema. This module holds the one way: a copy of the file is kept first, then
every upgrade that lacks is one transaction."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ccbdesk.files.dossier.checking import check_schema
from ccbdesk.files.dossier.schema import Upgrade, raise_to
from ccbdesk.files.whole import whole_file


def upgrade(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> None:
    """Bring an open dossier to the schema that ``upgrades`` lead to; nothing happens where it is there already."""
    if _version(connection) >= len(upgrades):
        return
    _keep_copy(path, connection, upgrades)
    for number, step in enumerate(upgrades, start=1):
        with _transaction(connection):
            if _version(connection) < number:
                raise_to(connection, number, step)


def copy_of(path: Path, version: int, revision: int) -> Path:
    """Return where the copy is kept: named by schema and revision, so that the same name is the same content."""
    return path.with_name(f"{path.stem} (ban truoc nang cap {version}-{revision}){path.suffix}")


def _keep_copy(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> None:
    """Copy what is there, as it was before; it is refused here where it is none of ours."""
    with _transaction(connection):
        version = _version(connection)
        check_schema(path, connection, upgrades[:version])
        revision: int = connection.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()[0]
        copy = copy_of(path, version, revision)
        if not copy.exists():
            with whole_file(copy) as temporary:
                _copy(connection, temporary)


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")  # whole_file flushes it before it counts
        copy.execute("PRAGMA journal_mode = OFF")
        connection.backup(copy)
    finally:
        copy.close()


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
