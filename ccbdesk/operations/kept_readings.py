"""Reading what a dossier keeps. This module holds how kept workbooks are read once and stored as they read, and read
anew wherever what is stored is not of this program, not sound, or not there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.readings import Readings, load_readings, save_readings
from ccbdesk.files.excel.messages import MessageError, decoded, encoded
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.reading_program import reading_program
from ccbdesk.model.grid import Workbook
from ccbdesk.model.origin import Digest
from ccbdesk.model.receipt import Refused

Contents = Mapping[Digest, bytes]
Workbooks = Mapping[Digest, Workbook | Refused]
NOTHING_READ: Workbooks = {}


@dataclass(frozen=True, slots=True)
class ToRead:
    """Workbooks that a dossier keeps, as bytes, and what is stored of readings of them; ``path`` is the dossier."""

    path: Path
    contents: Contents
    stored: Readings


def load_to_read(kept: Kept, digests: Iterable[Digest], *, anew: bool = False) -> ToRead:
    """Return workbooks that are to be read; ``anew`` leaves aside what is stored."""
    program = "" if anew else reading_program()
    contents = {digest: load_content(kept, digest) for digest in sorted(digests)}
    return ToRead(Path(kept.path), contents, load_readings(kept, contents, program) if program else {})


def read_kept(
    wanted: ToRead, reader: Reader, tell: Callable[[Digest], None] = lambda _: None, read: Workbooks = NOTHING_READ
) -> Workbooks:
    """Return every workbook as it reads, and store what had to be read; the dossier is closed meanwhile.

    ``tell`` is told of each that is read now; ``read`` were read already in this move. Why a file could not be read is
    never stored: the next time the computer may have more time or memory for it."""
    known = dict(_decoded(wanted.stored))
    missing = [digest for digest in wanted.contents if digest not in known and digest not in read]
    now = dict(reader.read_each(_told(wanted.contents, missing, tell), len(missing)))
    all_read = {**known, **read, **now}
    found = {digest: all_read[digest] for digest in wanted.contents}
    new = {digest: each for digest, each in found.items() if isinstance(each, Workbook) and each != known.get(digest)}
    if new and reading_program():
        save_readings(wanted.path, reading_program(), {digest: encoded(each) for digest, each in new.items()})
    return found


def _decoded(stored: Readings) -> Iterator[tuple[Digest, Workbook]]:
    for digest, reading in stored.items():
        with suppress(MessageError):
            workbook = decoded(reading)
            if isinstance(workbook, Workbook):
                yield digest, workbook


def _told(
    contents: Contents, digests: Iterable[Digest], tell: Callable[[Digest], None]
) -> Iterator[tuple[Digest, bytes]]:
    for digest in digests:
        tell(digest)
        yield digest, contents[digest]
