"""Reading received workbooks behind a wall. This module holds the reader that the rest of the program knows.

A file can take the process that reads it down without any exception. So it is read in a child process, whose death
costs one verdict: the next file gets a new child."""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import ccbdesk
from ccbdesk.files.excel.messages import MessageError, decoded, receive, send
from ccbdesk.files.package.parts import LARGEST_FILE
from ccbdesk.model.grid import Workbook
from ccbdesk.model.receipt import Refusal, Refused

# -P: nothing that lies in the current folder can pass itself off as one of our modules.
_CHILD = (sys.executable, "-P", "-m", "ccbdesk.files.excel.child")
_MANY = 12  # of fewer files a second child would be waited for longer than it helps
_Name = TypeVar("_Name")
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


class Reader:
    """Reads workbooks; use it in a ``with`` block, from one thread.

    Its child process is started for the first file, serves the following ones, and ends with the block. Where many
    files are read at once and the computer can do two things at a time, a second child takes every other one."""

    def __init__(self, timeout: float = 30.0, child: Sequence[str] = _CHILD) -> None:
        """Prepare to read; a file that takes longer than ``timeout`` seconds is given up. ``child`` is its command."""
        self._hands = (_Hand(timeout, tuple(child)), _Hand(timeout, tuple(child)))

    def __enter__(self) -> Self:
        """Return the reader; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the children."""
        self.close()

    def close(self) -> None:
        """End the children; a further file would start another."""
        for hand in self._hands:
            hand.close()

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
        return self._hands[0].read(content)

    def read_each(
        self, files: Iterable[tuple[_Name, bytes | Refused]], count: int
    ) -> Generator[tuple[_Name, Workbook | Refused], None, None]:
        """Yield for each of ``count`` files, in their order, its name and what ``read_bytes`` returns for its bytes.

        What is refused already stays so. At most two files' bytes are held at a time."""
        if count < _MANY or (os.cpu_count() or 1) < len(self._hands):
            yield from ((name, self._hands[0].read(content)) for name, content in files)
            return
        with ThreadPoolExecutor(len(self._hands)) as pool:
            try:
                yield from _in_order(pool, self._hands, files)
            except BaseException:
                self.close()  # else leaving the pool would wait for what nobody wants any more
                raise


def _in_order(
    pool: ThreadPoolExecutor, hands: Sequence["_Hand"], files: Iterable[tuple[_Name, bytes | Refused]]
) -> Iterator[tuple[_Name, Workbook | Refused]]:
    """Yield what the hands read, each of them busy with one file at most."""
    waiting: deque[tuple[_Name, Future[Workbook | Refused]]] = deque()
    for number, (name, content) in enumerate(files):
        if len(waiting) == len(hands):
            first, reading = waiting.popleft()
            yield first, reading.result()
        waiting.append((name, pool.submit(hands[number % len(hands)].read, content)))
    for name, reading in waiting:
        yield name, reading.result()


class _Hand:
    """One child process and what is asked of it, one file after another; it is started when it is needed."""

    def __init__(self, timeout: float, command: tuple[str, ...]) -> None:
        self._timeout = timeout
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            _end(child)

    def read(self, content: bytes | Refused) -> Workbook | Refused:
        if isinstance(content, Refused):
            return content
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
