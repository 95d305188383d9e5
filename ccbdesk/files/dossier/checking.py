"""Whether an open file is a sound dossier. This module holds the checks of every opening."""

import sqlite3
from pathlib import Path

from ccbdesk.files.dossier.schema import APPLICATION, UNCHECKED, Upgrade, found, shipped
from ccbdesk.model.trouble import DossierAltered, DossierNewer, NotADossier, TroubleError


def check_schema(path: Path, connection: sqlite3.Connection, upgrades: tuple[Upgrade, ...]) -> None:
    """Refuse a file whose schema is not, letter for letter, the one that ``upgrades`` make."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise TroubleError(NotADossier(str(path)))
    if version > len(upgrades):
        raise TroubleError(DossierNewer(str(path)))
    ours, here = set(shipped(upgrades)), set(found(connection))
    if ours != here:
        names = sorted({f"{row[0]} {row[1]}" for row in ours ^ here})
        raise TroubleError(DossierAltered(str(path), ", ".join(names[:3])))


def check_pages(connection: sqlite3.Connection) -> None:
    """Refuse a file whose pages do not fit together; the bytes of kept files are checked as they are loaded."""
    for table in _small_tables(connection):
        check_table(connection, table)


def check_table(connection: sqlite3.Connection, table: str) -> None:
    """Raise sqlite3.DatabaseError where the pages of a table do not fit together."""
    _judge(connection.execute(f"PRAGMA quick_check({table})").fetchone()[0])


def check_integrity(connection: sqlite3.Connection) -> None:
    """Refuse a file in which SQLite finds anything at all; this reads the whole of it."""
    _judge(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if (broken := connection.execute("PRAGMA foreign_key_check").fetchone()) is not None:
        _judge(f"{broken[0]} {broken[1]}")


def _judge(verdict: str) -> None:
    """Raise what SQLite raises where it meets damage itself."""
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict.splitlines()[0])


def _small_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(name for kind, name, *_ in found(connection) if kind == "table" and name and name not in UNCHECKED)
