"""The arrival of a file. This module holds the receipt and the reasons for which a file cannot be read."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ccbdesk.model.origin import Digest


class Refusal(Enum):
    """Why the content of a file could not be read at all."""

    EMPTY = "empty"
    PASSWORD = "password"  # noqa: S105 - a reason, no secret
    NOT_EXCEL = "not excel"
    TOO_OLD = "too old"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    READER_DIED = "reader died"
    TIMEOUT = "timeout"
    NO_SHEET = "no sheet"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Refused:
    """A reader's answer for a file it could not read; ``detail`` names what was found, for the sentence."""

    why: Refusal
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file as it arrived. ``name`` is the file's name without its folder, NFC; empty where there is no file at all.

    ``received`` is the day it counts as received on, where somebody has said one; ``taken_in`` is when it was taken in,
    None where that is not kept. ``by_hand`` says from what an office typed it in for the unit; empty for a file that
    the unit made itself."""

    name: str
    digest: Digest
    size: int
    received: date | None = None
    taken_in: datetime | None = None
    by_hand: str = ""

    @property
    def is_file(self) -> bool:
        """Whether there is a file; without one all figures were entered by hand."""
        return bool(self.digest)

    @property
    def day(self) -> date | None:
        """The day on which it was received, as far as that is known."""
        return self.received or (self.taken_in.date() if self.taken_in else None)
