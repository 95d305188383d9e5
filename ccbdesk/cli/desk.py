"""What a command works with. This module holds the desk: a reader, the hand that decides, and where it speaks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TextIO

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand


@dataclass(frozen=True, slots=True)
class Desk:
    """A reader of workbooks, who works here and when, and where a command speaks."""

    reader: Reader
    hand: Hand
    out: TextIO
    aside: TextIO

    @property
    def today(self) -> date:
        """Today's date as the person at the desk has it."""
        return self.hand.at.date()

    def hand_of(self, who: str) -> Hand:
        """Return the hand of whoever was named; of who works here where nobody was."""
        return replace(self.hand, who=who.strip()) if who.strip() else self.hand

    def say(self, lines: Iterable[str]) -> None:
        """Print lines of the result."""
        for line in lines:
            self.out.write(f"{line}\n")

    def tell(self, doing: str) -> None:
        """Show what is being done now, in one line that is written over; only where somebody is watching."""
        if self.aside.isatty():
            self.aside.write(f"\r\x1b[K{doing} …")
            self.aside.flush()

    def fall_silent(self) -> None:
        """Take the progress line away."""
        if self.aside.isatty():
            self.aside.write("\r\x1b[K")
            self.aside.flush()
