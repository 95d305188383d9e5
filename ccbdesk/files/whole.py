"""Writing a file whole or not at all. This module holds the one way in which the program writes to disk.

The bytes go into a temporary file of the same folder, are read back and judged, flushed to the disk, and only then take
the place of the old file. Whatever fails before that leaves the old file as it was. On Windows a target that is open in
another program, or briefly in the hands of a virus scanner, makes ``os.replace`` fail with PermissionError; it is tried
again for a second before that is reported (written from documentation, not tried on Windows)."""

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ccbdesk.model.trouble import DiskFull, FolderUnwritable, TargetOpen, TroubleError, WriteFailed

_PATIENCE = (0.05, 0.1, 0.2, 0.3, 0.35)
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a system reports where files can have one name only, as on a stick."""


class PlaceTakenError(Exception):
    """Where a new file was to be made there is one already; it stays as it is."""


def make_folder(folder: Path) -> None:
    """Make a folder and see that a file can be made in it; TroubleError(FolderUnwritable) where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise TroubleError(FolderUnwritable(str(folder))) from error


def write_whole(target: Path, content: bytes, is_sound: Callable[[bytes], bool]) -> None:
    """Put ``content`` in the place of ``target``, or leave ``target`` as it was and raise TroubleError.

    ``is_sound`` judges the bytes as they came back from the disk."""
    with whole_file(target) as temporary:
        temporary.write_bytes(content)
        if not is_sound(temporary.read_bytes()):
            raise TroubleError(WriteFailed(str(target), "kiểm tra lại không đạt"))


def make_whole(target: Path, content: bytes, is_sound: Callable[[bytes], bool]) -> None:
    """Make a new file, whole or not at all; of several that are made there at once one is made.

    Raises PlaceTakenError where there is one already, else as :func:`write_whole` does."""
    with whole_file(target, _take_free_place) as temporary:
        temporary.write_bytes(content)
        if not is_sound(temporary.read_bytes()):
            raise TroubleError(WriteFailed(str(target), "kiểm tra lại không đạt"))


@contextlib.contextmanager
def whole_file(target: Path, take: Callable[[Path, Path], None] | None = None) -> Iterator[Path]:
    """Give a file to be filled, which takes the place of ``target`` when the block ends well.

    Whatever goes wrong leaves ``target`` as it was; what the system reports becomes TroubleError. ``take`` is how it
    takes the place, by default that of whatever stands there."""
    temporary: Path | None = None
    try:
        temporary = _made_beside(target)
        yield temporary
        _flush(temporary)
        temporary.chmod(0o644)
        (take or _take_the_place)(temporary, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise TroubleError(_trouble(target, error)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _made_beside(target: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".ccbdesk-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """See that the new name outlasts a power cut; the file is whole either way, and Windows has no such call."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _take_the_place(temporary: Path, target: Path) -> None:
    for pause in _PATIENCE:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _take_free_place(temporary: Path, target: Path) -> None:
    """Give the file its name where nothing has it. To Windows a name that is taken is an error; elsewhere a second name
    is given, for renaming would put it in the place of another, and the first is taken away with the temporary file."""
    try:
        if os.name == "nt":
            temporary.rename(target)
        else:
            os.link(temporary, target)
    except FileExistsError as error:
        raise PlaceTakenError(target) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_reserved_place(temporary, target)


def _take_reserved_place(temporary: Path, target: Path) -> None:
    """Do the same where files have one name only: an empty file holds the place, for a moment.

    If the power fails in that moment the empty file stays, and is told to be one when it is opened."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError as error:
        raise PlaceTakenError(target) from error
    try:
        _take_the_place(temporary, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _trouble(target: Path, error: OSError) -> DiskFull | TargetOpen | FolderUnwritable | WriteFailed:
    if error.errno in _FULL:
        return DiskFull(str(target))
    if isinstance(error, PermissionError | IsADirectoryError):
        return TargetOpen(str(target)) if target.exists() else FolderUnwritable(str(target.parent))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FolderUnwritable(str(target.parent))
    return WriteFailed(str(target), error.strerror or type(error).__name__)
