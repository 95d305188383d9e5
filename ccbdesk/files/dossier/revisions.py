"""Who wrote when. This module holds ``load_`` and ``save_`` of revisions."""

import sqlite3
from datetime import datetime

from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import revision_of, seal_of
from ccbdesk.model.dossier import Revision
from ccbdesk.model.trouble import DossierDamaged, TroubleError


def load_revisions(kept: Kept, after: int = 0) -> tuple[Revision, ...]:
    """Return every write after a revision, in order."""
    rows = kept.connection.execute(
        "SELECT number, who, at, seal FROM revision WHERE number > ? ORDER BY number", (after,)
    )
    return tuple(revision_of(kept.path, *row) for row in rows)


def load_newest_revision(path: str, connection: sqlite3.Connection) -> Revision:
    """Return the last write of a file that was just opened."""
    row = connection.execute("SELECT number, who, at, seal FROM revision ORDER BY number DESC LIMIT 1").fetchone()
    if row is None:
        raise TroubleError(DossierDamaged(path, "revision"))
    return revision_of(path, *row)


def save_revision(connection: sqlite3.Connection, number: int, who: str, at: datetime) -> Revision:
    """Add a write and return it."""
    row = (number, who, at.isoformat())
    connection.execute(
        "INSERT INTO revision (number, who, at, seal) VALUES (?, ?, ?, ?)", (*row, seal_of("revision", *row))
    )
    return Revision(number, who, at)
