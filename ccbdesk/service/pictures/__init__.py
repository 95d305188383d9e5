"""What the window is answered with, one module a screen: plain data, its words ready to be shown. No Qt, no files."""

from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """What stands before a line, as shape and colour; the words beside it say the same."""

    GOOD = "good"  # a tick in a circle
    ACCEPTED = "accepted"  # two ticks
    ERROR = "error"  # an octagon
    WARNING = "warning"  # a triangle
    NOTE = "note"  # an i in a circle
    ASKED = "asked"  # a question mark
    WAITING = "waiting"  # a dashed clock
    RETURNED = "returned"  # an arrow back
    LEFT_OUT = "left out"  # a dash in a circle


@dataclass(frozen=True, slots=True)
class Status:
    """A state in shape, words and colour."""

    mark: Mark
    words: str


class Step(Enum):
    """The four steps of the work."""

    RECEIVING = "receiving"
    CHECKING = "checking"
    MERGING = "merging"
    REPORTING = "reporting"


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A step in the rail: how far it is, in words."""

    step: Step
    words: str
    is_done: bool = False
