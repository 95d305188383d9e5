"""The bytes at the head of a dossier and what lies beside it. This module holds what is looked at before SQLite opens
the file, for SQLite takes whatever it is given: it replays a journal into a file that is none of ours, and holds an
empty file to be an empty database."""

import os
from pathlib import Path

from ccbdesk.files.dossier.schema import APPLICATION
from ccbdesk.model.trouble import (
    DossierAltered,
    DossierBusy,
    DossierDamaged,
    DossierNewer,
    DossierUnreachable,
    NotADossier,
    NothingThere,
    StrangeFileBeside,
    Trouble,
    TroubleError,
)

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def look_at(path: Path, newest: int) -> None:
    """Raise TroubleError where the file is no dossier up to schema ``newest``, or something strange lies beside it.

    It opens and closes the file, which on POSIX gives up every lock this process has on it: only while the process has
    no connection to it (``opening.alone``)."""
    try:
        trouble = _trouble_of(path, _head_of(path), newest) or _trouble_beside(path)
    except OSError as error:
        raise TroubleError(DossierUnreachable(str(path))) from error
    if trouble is not None:
        raise TroubleError(trouble)


def look_beside(path: Path) -> None:
    """Raise TroubleError where a journal lies beside the file that SQLite would replay: a dossier travels alone.

    An empty journal, or one not begun, is what a write of ours leaves that ended before it changed anything."""
    journal = _beside(path, "-journal")
    if _ends_of(journal)[:1].strip(b"\0"):
        raise TroubleError(StrangeFileBeside(str(path), journal.name))


def _head_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError as error:
        is_here = path.parent.is_dir()
        raise TroubleError(NothingThere(str(path)) if is_here else DossierUnreachable(str(path))) from error
    except IsADirectoryError as error:
        raise TroubleError(NotADossier(str(path))) from error
    except PermissionError as error:  # on Windows: another program holds it for itself
        raise TroubleError(NotADossier(str(path)) if path.is_dir() else DossierBusy(str(path))) from error


def _trouble_of(path: Path, head: bytes, newest: int) -> Trouble | None:
    if not head.strip(b"\0"):
        return DossierDamaged(str(path), "tệp rỗng")
    if not head.startswith(_MAGIC) or int.from_bytes(head[68:72]) != APPLICATION:
        return NotADossier(str(path))
    if len(head) < _HEADER:
        return DossierDamaged(str(path), "tệp bị cắt ngắn")
    if int.from_bytes(head[60:64]) > newest:
        return DossierNewer(str(path))
    if head[18:20] != b"\1\1":
        return DossierAltered(str(path), "WAL")
    return None


def _trouble_beside(path: Path) -> Trouble | None:
    """A log of another kind is never ours; a journal of ours names no further file, which SQLite would delete."""
    for ending in ("-wal", "-shm"):
        if _beside(path, ending).exists():
            return StrangeFileBeside(str(path), _beside(path, ending).name)
    journal = _beside(path, "-journal")
    return StrangeFileBeside(str(path), journal.name) if _ends_in_a_name(journal) else None


def _ends_in_a_name(journal: Path) -> bool:
    content = _ends_of(journal)
    return len(content) > _HEADER and content.endswith(_JOURNAL_MAGIC)


def _ends_of(journal: Path) -> bytes:
    """Return the first and last bytes of a journal; empty where there is none, or SQLite is to say what ails it."""
    try:
        with journal.open("rb") as file:
            first = file.read(_HEADER + 1)
            file.seek(max(len(first), file.seek(0, os.SEEK_END) - len(_JOURNAL_MAGIC)))
            return first + file.read()
    except OSError:
        return b""


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
