"""The arrival of a file. This module holds the receipt and the reasons for which a file cannot be read."""

from dataclasses import dataclass
from datetime import date
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
    """A file as it arrived. ``name`` is the file's name without its folder, NFC."""

    name: str
    digest: Digest
    size: int
    received: date | None = None
