"""Reading received workbooks behind a wall. This module holds the reader that the rest of the program knows.

A file can take the process that reads it down without any exception. So it is read in a child process, whose death
costs one verdict: the next file gets a new child."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import ccbdesk
from ccbdesk.files.excel.messages import MessageError, decoded, receive, send
from ccbdesk.files.package.parts import LARGEST_FILE
from ccbdesk.model.grid import Workbook
from ccbdesk.model.receipt import Refusal, Refused

# -P: nothing that lies in the current folder can pass itself off as one of our modules.
_CHILD = (sys.executable, "-P", "-m", "ccbdesk.files.excel.child")
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


class Reader:
    """Reads workbooks one after another; use it in a ``with`` block, from one thread.

    Its child process is started for the first file, serves the following ones, and ends with the block."""

    def __init__(self, timeout: float = 30.0, child: Sequence[str] = _CHILD) -> None:
        """Prepare to read; a file that takes longer than ``timeout`` seconds is given up. ``child`` is its command."""
        self._timeout = timeout
        self._command = tuple(child)
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the reader; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    def close(self) -> None:
        """End the child; a further file would start another."""
        child, self._child = self._child, None
        if child is not None:
            _end(child)

    def read(self, path: Path) -> Workbook | Refused:
        """Return the workbook in a file, or why it cannot be read; never raises for anything in or about the file."""
        try:
            size = path.stat().st_size
            if size > LARGEST_FILE:
                return Refused(Refusal.TOO_LARGE, f"{size // 2**20} MB")
            content = path.read_bytes()
        except OSError as error:
            return Refused(Refusal.VANISHED, error.strerror or "")
        return self.read_bytes(content)

    def read_bytes(self, content: bytes) -> Workbook | Refused:
        """Return the workbook that these bytes of a file hold, or why it cannot be read; never raises for the bytes."""
        if len(content) > LARGEST_FILE:
            return Refused(Refusal.TOO_LARGE, f"{len(content) // 2**20} MB")
        if self._child is None:
            self._child = self._start()
        child = self._child
        overtime = threading.Event()
        timer = threading.Timer(self._timeout, _give_up, (child, overtime))
        timer.start()
        try:
            answer = _ask(child, content)
        finally:
            timer.cancel()
            timer.join()
        if answer is None or overtime.is_set():
            self.close()
        if answer is None:
            return Refused(Refusal.TIMEOUT, f"{self._timeout:g}") if overtime.is_set() else Refused(Refusal.READER_DIED)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        home = str(Path(ccbdesk.__file__).parent.parent)
        paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            creationflags=_NO_WINDOW,
        )


def _ask(child: subprocess.Popen[bytes], content: bytes) -> Workbook | Refused | None:
    """Return the child's answer, None if it died or spoke nonsense."""
    if child.stdin is None or child.stdout is None:
        return None
    try:
        send(child.stdin, content)
        return decoded(receive(child.stdout))
    except (OSError, MessageError):
        return None


def _give_up(child: subprocess.Popen[bytes], overtime: threading.Event) -> None:
    overtime.set()
    child.kill()


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    child.wait()
