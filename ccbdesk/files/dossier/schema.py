"""The tables of a dossier. This module holds them as numbered upgrades; the newest schema is all of them in order.

An upgrade that was ever shipped is never edited: ``tests/dossiers`` keeps a file of each schema. Every table is only
added to, but for ``reading``, which may be emptied at any time (``readings``). ``seal`` is a hash of the row
(``rows.sealed``), which finds the changed letter that SQLite's own check does not see. Figures are decimals as text."""

import sqlite3
from functools import lru_cache

APPLICATION = 0x63636264
"""``application_id`` of a dossier: “ccbd”."""

Upgrade = tuple[str, ...]
"""The statements that lead from one schema to the next."""

Schema = tuple[tuple[str | None, ...], ...]
"""The rows of ``sqlite_schema`` without the places of the tables in the file."""

_FIRST: Upgrade = (
    """CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE content (
        digest TEXT NOT NULL PRIMARY KEY,
        bytes BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE cluster (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        form TEXT NOT NULL,
        name TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE period (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE form (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        digest TEXT NOT NULL REFERENCES content,
        name TEXT NOT NULL,
        version TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE receipt (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        digest TEXT NOT NULL REFERENCES content,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        received TEXT,
        source TEXT NOT NULL,
        seal BLOB NOT NULL,
        UNIQUE (period, digest)
    ) STRICT""",
    """CREATE TABLE attachment (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        digest TEXT NOT NULL REFERENCES content,
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE decision (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        kind TEXT NOT NULL,
        act TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE consolidation (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        basis TEXT NOT NULL,
        figures TEXT NOT NULL REFERENCES content,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE report (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        basis TEXT NOT NULL,
        name TEXT NOT NULL,
        document TEXT NOT NULL REFERENCES content,
        texts TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE history (
        number INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL REFERENCES revision,
        period TEXT NOT NULL,
        stage TEXT NOT NULL,
        source TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE figure (
        history INTEGER NOT NULL REFERENCES history,
        unit TEXT NOT NULL,
        indicator TEXT NOT NULL,
        is_plan INTEGER NOT NULL,
        kind TEXT NOT NULL,
        amount TEXT NOT NULL,
        exactness TEXT NOT NULL,
        seal BLOB NOT NULL,
        PRIMARY KEY (history, unit, indicator, is_plan)
    ) STRICT, WITHOUT ROWID""",
)

_SECOND: Upgrade = (
    """CREATE TABLE reading (
        digest TEXT NOT NULL PRIMARY KEY REFERENCES content,
        program TEXT NOT NULL,
        answer BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
)

UPGRADES: tuple[Upgrade, ...] = (_FIRST, _SECOND)
"""From the empty file to schema 1, from 1 to 2, and so on."""

UNCHECKED = frozenset({"content", "reading"})
"""Tables that openings do not look through: bytes are named by their digest, and readings can be read anew."""


def raise_to(connection: sqlite3.Connection, version: int, upgrade: Upgrade) -> None:
    """Apply one upgrade and note its number; the caller holds the transaction."""
    for statement in upgrade:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def blank(upgrades: tuple[Upgrade, ...]) -> sqlite3.Connection:
    """Return an empty dossier in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for version, upgrade in enumerate(upgrades, start=1):
        raise_to(connection, version, upgrade)
    return connection


@lru_cache
def shipped(upgrades: tuple[Upgrade, ...]) -> Schema:
    """Return the schema that these upgrades make."""
    connection = blank(upgrades)
    try:
        return found(connection)
    finally:
        connection.close()


def found(connection: sqlite3.Connection) -> Schema:
    """Return the schema of an open file, by kind and name."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return tuple(rows.fetchall())
