"""An engine of a few lines. This module holds requests and a process that the tests of the window's line can ill-treat.

It imports nothing of Qt: the process that it runs in begins with importing it."""

import os
import time
from dataclasses import dataclass

from ccbdesk.service.messages import Asked, Cause, Doing, Done, Failed, Inside, Stop
from ccbdesk.service.requests import Request


@dataclass(frozen=True, slots=True)
class Echo(Request[str]):
    """Answered with the same words and who asked."""

    words: str


@dataclass(frozen=True, slots=True)
class Who(Request[int]):
    """Answered with the number of the process."""


@dataclass(frozen=True, slots=True)
class Work(Request[str]):
    """Takes many short steps and tells of each; may be stopped between them."""

    steps: int


@dataclass(frozen=True, slots=True)
class Sleep(Request[str]):
    """Takes long and listens to nobody."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Die(Request[str]):
    """Ends the process with a status."""

    status: int


@dataclass(frozen=True, slots=True)
class Refuse(Request[str]):
    """Is answered with why not."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Loaded(Request[tuple[str, ...]]):
    """Answered with which of some modules the process has loaded."""

    names: tuple[str, ...]


def enter(connection: Inside, who: str) -> None:
    """Answer until the other end goes away."""
    while True:
        try:
            message = connection.recv()
            if isinstance(message, Asked):
                connection.send(answered(connection, message.number, message.request, who))
        except (EOFError, OSError):
            return


def stillborn(connection: Inside, who: str) -> None:
    """Die before anything is asked."""
    del connection, who
    os._exit(3)


def answered(connection: Inside, number: int, request: object, who: str) -> Done[object] | Failed:
    """Return the end of a request."""
    match request:
        case Echo(words):
            return Done(number, f"{words} – {who}")
        case Who():
            return Done(number, os.getpid())
        case Work(steps):
            return worked(connection, number, steps)
        case Sleep(seconds):
            time.sleep(seconds)
            return Done(number, "slept")
        case Die(status):
            os._exit(status)
        case Refuse(sentence):
            return Failed(number, Cause.REFUSED, sentence)
        case Loaded(names):
            import sys  # noqa: PLC0415 - nothing else here needs it

            return Done(number, tuple(name for name in names if name in sys.modules))
        case _:
            raise AssertionError(request)


def worked(connection: Inside, number: int, steps: int) -> Done[object] | Failed:
    """Take the steps, and hear in between whether to stop."""
    for step in range(steps):
        connection.send(Doing(number, f"bước {step + 1}"))
        if connection.poll(0.01) and isinstance(connection.recv(), Stop):
            return Failed(number, Cause.STOPPED, "đã dừng")
    return Done(number, "xong")
