"""The window's line to the process in which the work is done. This module holds the client of that one process.

The window only draws: whatever takes long is asked for here and answered later. A thread waits for what the process
says, so nothing is polled; what it hears reaches the window as signals, in the window's own thread."""

import multiprocessing
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ccbdesk.service import door
from ccbdesk.service.messages import Asked, Cause, Doing, Done, Failed, Inside, Outside, Stop
from ccbdesk.service.requests import Request

AnswerT = TypeVar("AnswerT")

Enter = Callable[[Inside, str], None]
"""What the process does: it serves the pipe until the other end goes away; the text is who decides."""

GRACE = 4.0
"""Seconds that a process has to hear that it is to stop, before it is ended."""

_BLINK = 0.04  # seconds between two words on what is being done: nobody reads faster
_LEAVE = 2.0  # seconds for ending by itself when the program ends
_DIED = (
    "Phần xử lý của chương trình dừng đột ngột khi đang làm việc này. "
    "Hồ sơ và các tệp đã nhận còn nguyên; phần xử lý đã được khởi động lại."
)
_STOPPED = "Đã dừng theo yêu cầu. Những gì đã ghi vào hồ sơ trước đó còn nguyên."


@dataclass(frozen=True, slots=True)
class _Question:
    """A request and who waits for its answer; each is for the type the other is for, which ``ask`` sees to."""

    request: Request[Any]
    then: Callable[[Any], None]
    fail: Callable[[Failed], None]


class Tasks(QObject):
    """Asks the engine's process, one request after the other in the order of asking.

    Every request comes to exactly one end: ``then`` is called with the answer, or ``fail`` with why there is none. A
    process that dies costs the request it was at and no other: a new one is started for those that wait."""

    doing = Signal(str)
    """What is being done now, in words to show."""

    busy_changed = Signal(bool)
    """Whether anything is being worked on."""

    def __init__(
        self, who: str, enter: Enter = door.enter, grace: float = GRACE, parent: QObject | None = None
    ) -> None:
        """Prepare to ask; ``who`` is the name that decisions are recorded under. No process is started yet."""
        super().__init__(parent)
        self._who = who
        self._enter = enter
        self._process: _Process | None = None
        self._waiting: deque[_Question] = deque()
        self._current: _Question | None = None
        self._number = 0
        self._has_proved_itself = False
        self._patience = QTimer(self, singleShot=True, interval=round(grace * 1000))
        self._patience.timeout.connect(self._end_the_deaf)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being worked on or waits."""
        return self._current is not None or bool(self._waiting)

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process if there is none, so that the first request need not wait for it."""
        if self._process is None:
            self._process = _Process(self._enter, self._who, self)
            self._process.heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
            self._process.gone.connect(self._bury, Qt.ConnectionType.QueuedConnection)

    def ask(self, request: Request[AnswerT], then: Callable[[AnswerT], None], fail: Callable[[Failed], None]) -> None:
        """Ask for something; exactly one of the two is called, later."""
        was_busy = self.is_busy
        self._waiting.append(_Question(request, then, fail))
        if not was_busy:
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal has no names for what it carries
            self._next()

    def stop(self) -> None:
        """Stop what is being worked on: politely first, and after a time of grace by ending the process."""
        if self._current is not None and self._process is not None and not self._patience.isActive():
            self._process.say(Stop())
            self._patience.start()

    def close(self) -> None:
        """End the process; whatever is still asked stays without an answer. Nothing in a dossier is half written."""
        self._patience.stop()
        self._waiting.clear()
        was_busy, self._current = self._current is not None, None
        process, self._process = self._process, None
        if process is not None:
            if was_busy:
                process.say(Stop())
            process.leave()

    # -- what the process says ---------------------------------------------------------------------------------------

    def _next(self) -> None:
        if self._current is None and self._waiting:
            self.start()
            self._number += 1
            self._current = self._waiting.popleft()
            if self._process is not None:
                self._process.say(Asked(self._number, self._current.request))

    @Slot(object, object)
    def _hear(self, process: object, message: object) -> None:
        if process is not self._process:
            return
        self._has_proved_itself = True
        match message:
            case Doing(number, words) if number == self._number and self._current is not None:
                self.doing.emit(words)
            case Done(number, answer) if number == self._number:
                self._settle(lambda question: question.then(answer))
            case Failed() as failed if failed.number == self._number:
                self._settle(lambda question: question.fail(failed))

    def _settle(self, tell: Callable[[_Question], None]) -> None:
        """Bring the current request to its end, once the next is on its way."""
        question, self._current = self._current, None
        self._patience.stop()
        if question is None:
            return
        self._next()
        if self._current is None:
            self.busy_changed.emit(False)  # noqa: FBT003 - a signal has no names for what it carries
        tell(question)

    @Slot(object)
    def _bury(self, process: object) -> None:
        if process is not self._process or self._process is None:
            return
        code = self._process.leave()
        self._process = None
        if self._has_proved_itself:  # one that dies at once would be started for ever
            self._has_proved_itself = False
            self.start()
        was_told_to_stop = self._patience.isActive()
        failed = Failed(self._number, Cause.STOPPED, _STOPPED)
        if not was_told_to_stop:
            failed = Failed(self._number, Cause.WORLD, _DIED, f"engine process ended with exit status {code}")
        self._settle(lambda question: question.fail(failed))

    def _end_the_deaf(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
        self.start()
        self._settle(lambda question: question.fail(Failed(self._number, Cause.STOPPED, _STOPPED)))


class _Process(QObject):
    """One process and the thread that listens to it."""

    heard = Signal(object, object)
    gone = Signal(object)

    def __init__(self, enter: Enter, who: str, parent: QObject) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")  # the only way on Windows, and everywhere without our threads
        pipe: tuple[Outside, Inside] = context.Pipe()
        self._connection, theirs = pipe
        self._leaving, self._left = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=enter, args=(theirs, who), daemon=True)
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        self._ear = Thread(target=self._listen, name="engine-ear", daemon=True)
        self._ear.start()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def say(self, message: Asked[object] | Stop) -> None:
        """Say something; where the process is dead, its end is on its way to us already."""
        with suppress(OSError, ValueError):
            self._connection.send(message)

    def leave(self) -> int | None:
        """Let the process end by itself, or end it; return its exit status."""
        self._close()
        self._process.join(_LEAVE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode
        self._process.close()
        self.deleteLater()
        return code

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self.leave()

    def _close(self) -> None:
        """Call the listening thread off before its pipe is closed under it."""
        self._left.send(None)
        self._ear.join()
        for end in (self._connection, self._leaving, self._left):
            end.close()

    def _listen(self) -> None:
        """Wait for words, for the end of the process, and for being called off; runs in a thread of its own."""
        sources = (self._connection, self._process.sentinel, self._leaving)
        told = 0.0
        while True:
            ready = wait(sources)
            if self._leaving in ready:
                return
            try:
                if self._connection not in ready:
                    raise EOFError  # noqa: TRY301 - the process is gone and has said everything
                message = self._connection.recv()
                if isinstance(message, Doing):
                    if monotonic() - told < _BLINK:
                        continue
                    told = monotonic()
                self.heard.emit(self, message)
            except (EOFError, OSError):
                self.gone.emit(self)
                return
