"""Gathering received files. This module holds how files and folders that were named become arrivals."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.origin import Digest
from ccbdesk.model.receipt import Receipt, Refusal, Refused
from ccbdesk.model.trouble import NothingThere, TroubleError
from ccbdesk.operations.progress import Progress
from ccbdesk.vietnamese.folding import tidy

WORKBOOKS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xltx"}
"""The endings of files that are workbooks."""


def gather(named: Iterable[Path], reader: Reader, progress: Progress) -> tuple[Arrival, ...]:
    """Read every file named, and every workbook of every folder named; a file that cannot be read is an arrival too.

    Raises TroubleError(NothingThere) for a name that does not exist or a folder without a workbook."""
    paths = files_in(named)
    return tuple(Arrival(receipt, read) for receipt, read in reader.read_each(_opened(paths, progress), len(paths)))


def files_in(named: Iterable[Path]) -> tuple[Path, ...]:
    """Return every file named and every workbook of every folder named, each once; raises as :func:`gather` does."""
    return tuple(dict.fromkeys(_files(named)))


def _files(named: Iterable[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            workbooks = sorted(found for found in path.iterdir() if _is_workbook(found))
            if not workbooks:
                raise TroubleError(NothingThere(str(path)))
            yield from workbooks
        elif path.exists():
            yield path
        else:
            raise TroubleError(NothingThere(str(path)))


def _is_workbook(path: Path) -> bool:
    """Leave out folders, other kinds of file, and the owner files that Excel and LibreOffice put beside an open one."""
    return path.is_file() and path.suffix.lower() in WORKBOOKS and not path.name.startswith(("~$", ".~lock", "."))


def _opened(paths: Iterable[Path], progress: Progress) -> Iterator[tuple[Receipt, bytes | Refused]]:
    """Yield each file's bytes, taken once: what is hashed is what is read."""
    for path in paths:
        progress(f"Đang đọc {path.name}")
        yield content_of(path)


def content_of(path: Path) -> tuple[Receipt, bytes | Refused]:
    """Return a file's receipt and bytes; a file that cannot be read from the disk is refused."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return _receipt(path, b""), Refused(Refusal.VANISHED, error.strerror or "")
    return _receipt(path, content), content


def _receipt(path: Path, content: bytes) -> Receipt:
    return Receipt(tidy(path.name), Digest(hashlib.sha256(content).hexdigest()), len(content))
