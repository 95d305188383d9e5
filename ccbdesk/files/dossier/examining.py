"""A dossier looked through from end to end. This module holds the examination of one that comes from elsewhere, or is
handed on: everything SQLite can find, every seal, every digest, and that no number is missing."""

from pathlib import Path

from ccbdesk.files.dossier.checking import check_integrity
from ccbdesk.files.dossier.contents import load_content, load_digests
from ccbdesk.files.dossier.header import look_beside
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.rows import check_seal
from ccbdesk.files.dossier.schema import UNCHECKED, found
from ccbdesk.model.dossier import Revision
from ccbdesk.model.trouble import DossierDamaged, TroubleError


def examine(path: Path) -> Revision:
    """Read the whole of a dossier and return its newest revision; TroubleError where anything in it is not sound.

    Readings that are kept beside the bytes are not asked: none that is not sound is ever used.

    A dossier travels as one file: a journal beside it is refused here, while ``reading`` lets SQLite roll back a write
    that was broken off on this machine."""
    look_beside(path)
    with reading(path) as kept:
        check_integrity(kept.connection)
        for table in _tables(kept):
            _check_rows(kept, table)
        for digest in load_digests(kept):
            load_content(kept, digest)
        return kept.revision


def _tables(kept: Kept) -> tuple[str, ...]:
    return tuple(str(name) for kind, name, *_ in found(kept.connection) if kind == "table" and name not in UNCHECKED)


def _check_rows(kept: Kept, table: str) -> None:
    expected = 1
    for *columns, seal in kept.connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - a name of the schema we ship
        check_seal(kept.path, seal, table, *columns)
        if table != "figure" and columns[0] != expected:
            raise TroubleError(DossierDamaged(kept.path, f"{table} {expected}"))
        expected += 1
