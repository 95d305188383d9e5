"""A folder of files that is written as one (gói). This module holds how a newer one takes the place of an older.

A list of all its files with their hashes lies in the folder, in the form of the program ``sha256sum``. What the list of
an older parcel names, and nobody has changed since, is replaced or taken away; anything else is somebody's own: it is
neither written over nor deleted."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.trouble import FolderUnwritable, NotOfTheParcel, TroubleError

LIST_NAME = "Ma SHA-256.txt"
"""The list of the files with their hashes."""

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<place>.+)")

Files = Mapping[str, bytes]
"""The files by where they lie in the folder, with ``/`` between folders."""


def write_parcel(out: Path, files: Files) -> None:
    """Write all files and their list into a folder; nothing that an older parcel left there stays behind.

    Raises TroubleError(NotOfTheParcel) before anything is written where a file lies in the way that no parcel put
    there, or where one of an older parcel was changed since."""
    make_folder(out)
    older, newer = _listed(out), {place: frozenset((_digest(content),)) for place, content in files.items()}
    both = {place: older.get(place, frozenset()) | newer.get(place, frozenset()) for place in (*older, *newer)}
    for place, digests in both.items():
        _refuse_strange(out / place, digests)
    # Whatever stops the writing, the list names all that may lie in the folder.
    _write_list(out, both)
    for place, content in files.items():
        make_folder((out / place).parent)
        write_whole(out / place, content, content.__eq__)
    _take_away(out, [place for place in older if place not in files])
    _write_list(out, newer)


def _write_list(out: Path, digests: Mapping[str, frozenset[str]]) -> None:
    lines = (f"{digest}  {place}\n" for place in sorted(digests) for digest in sorted(digests[place]))
    content = "".join(lines).encode()
    write_whole(out / LIST_NAME, content, content.__eq__)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _listed(out: Path) -> dict[str, frozenset[str]]:
    """Return what the list of an older parcel names, but nothing that leads out of the folder."""
    found: dict[str, frozenset[str]] = {}
    try:
        lines = (out / LIST_NAME).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return found
    for line in map(_LINE.fullmatch, lines):
        if line and _is_within(out, line["place"]):
            found[line["place"]] = found.get(line["place"], frozenset()) | {line["digest"]}
    return found


def _is_within(out: Path, place: str) -> bool:
    path = PurePosixPath(place)
    is_plain = not path.is_absolute() and ".." not in path.parts and "\\" not in place and ":" not in place
    return is_plain and (out / place).resolve().is_relative_to(out.resolve())


def _refuse_strange(target: Path, known: frozenset[str]) -> None:
    is_plain = target.is_file() and not target.is_symlink()
    if target.is_symlink() or (target.exists() and not (is_plain and _read(target) in known)):
        raise TroubleError(NotOfTheParcel(str(target)))


def _read(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError as error:
        raise TroubleError(FolderUnwritable(str(path.parent))) from error


def _take_away(out: Path, stale: Iterable[str]) -> None:
    """Delete files of an older parcel, and the folders that are empty then."""
    folders: set[Path] = set()
    for place in stale:
        path = out / place
        folders |= {parent for parent in path.parents if parent != out and parent.is_relative_to(out)}
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise TroubleError(FolderUnwritable(str(path.parent))) from error
    for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
