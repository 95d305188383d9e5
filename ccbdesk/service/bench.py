"""What the engine's process works with. This module holds the bench: a reader, and what was read and opened last."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.grid import Workbook
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.receipt import Refused
from ccbdesk.operations.holding import Held, check_held, hold, periods_of, revision_of
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import Case, open_case
from ccbdesk.service.requests import Table

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Bench:
    """A reader of workbooks, who works here and by which clock; ``tell`` is called with what is being done.

    What was read stays at hand by digest, and the period opened last until the dossier has another revision."""

    reader: Reader
    who: str
    clock: Clock
    tell: Progress
    read: dict[Digest, Workbook | Refused] = field(default_factory=dict)
    opened: Case | None = None

    @property
    def hand(self) -> Hand:
        """Who does what is done now, and when."""
        return Hand(self.who, self.clock())

    def periods(self, dossier: Path) -> tuple[PeriodCode, ...]:
        """Return the periods a dossier holds, in the order of their days; never none. Raises TroubleError."""
        return periods_of(dossier)

    def remember(self, held: Held) -> None:
        """Keep what was read of a period's files, so that they need not be read again."""
        self.read = {each.receipt.digest: each.workbook for each in held.arrivals}

    def held(self, table: Table) -> Held:
        """Return what the dossier holds now of the period on the table. Raises TroubleError."""
        if self.opened is not None and self._is_at_hand(self.opened.held, table):
            return self.opened.held
        held = hold(table.dossier, table.period, self.reader, self.tell, self.read)
        self.remember(held)
        return held

    def case(self, table: Table) -> Case:
        """Return the period on the table as it stands in the dossier now. Raises TroubleError."""
        held = self.held(table)
        if self.opened is not None and self.opened.held is held:
            return self.opened
        self.tell("Đang kiểm tra")
        self.opened = Case(held, check_held(held))
        return self.opened

    def checked_anew(self, table: Table) -> Case:
        """Return the same, every return checked again and told of as it is. Raises TroubleError."""
        held = self.case(table).held
        self.opened = Case(held, check_held(held, progress=self.tell))
        return self.opened

    def opened_anew(self, table: Table) -> Case:
        """Return the same, read from the bytes that are kept and from nothing else. Raises TroubleError."""
        self.opened = open_case(table.dossier, table.period, self.reader, self.tell, anew=True)
        return self.opened

    def _is_at_hand(self, held: Held, table: Table) -> bool:
        is_it = (held.path, held.period.code) == (table.dossier, table.period)
        return is_it and revision_of(table.dossier) == held.revision
