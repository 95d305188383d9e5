"""What passes between the window and the engine's process. This module holds the messages, all plain data."""

from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from typing import Generic, TypeAlias

from ccbdesk.service.requests import AnswerT_co, Request


@dataclass(frozen=True, slots=True)
class Asked(Generic[AnswerT_co]):
    """A request on its way in; answers carry its number."""

    number: int
    request: Request[AnswerT_co]


@dataclass(frozen=True, slots=True)
class Stop:
    """The person no longer wants the answer to the request being worked on."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What is being done now, before the answer."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Done(Generic[AnswerT_co]):
    """The answer."""

    number: int
    answer: AnswerT_co


class Cause(Enum):
    """What kept a request from being done, as far as the window must tell them apart."""

    WORLD = "world"  # a file open elsewhere, a full disk, a share that is gone: it can be tried again
    TARGET_OPEN = "target open"  # the file to be written is open in another program
    REFUSED = "refused"  # it cannot be decided so; the sentence says why
    STALE = "stale"  # somebody else wrote into the dossier in between
    STOPPED = "stopped"  # the person stopped it
    OURS = "ours"  # an error of the program


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no answer: one Vietnamese sentence or two. ``details`` are for the developers, without figures."""

    number: int
    cause: Cause
    sentence: str
    details: str = ""


Told: TypeAlias = Doing | Done[object] | Failed
"""What comes from the engine's process."""

Inside: TypeAlias = "Connection[Told, Asked[object] | Stop]"
"""The end of the line in the engine's process."""

Outside: TypeAlias = "Connection[Asked[object] | Stop, Told]"
"""The end of the line at the window."""
