"""The desk. This module holds the picture of a period as it stands: units, files, questions, findings, decisions."""

from dataclasses import dataclass
from datetime import date

from ccbdesk.model.origin import DecisionId, Digest, IndicatorCode, QuestionId
from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Mark, Status, StepPicture
from ccbdesk.service.requests import Table


@dataclass(frozen=True, slots=True)
class FilePicture:
    """A file as it was received: ``when`` is “02/10 08:14”, ``day`` the one it counts as received on.

    ``is_used``: its figures are in use. ``note`` says why not, or from what it was typed in; empty otherwise.
    ``is_put_away``: the office has said that it is not to be used."""

    digest: Digest
    name: str
    when: str
    day: date | None
    is_used: bool
    note: str = ""
    is_put_away: bool = False


@dataclass(frozen=True, slots=True)
class UnitPicture:
    """A row of the table of units. ``files`` are all versions, newest first; empty where nothing was received.

    ``key`` is the unit's figure that the table shows, as text; ``to_see`` counts its findings still open."""

    id: UnitId
    name: str
    files: tuple[FilePicture, ...]
    key: str
    status: Status
    to_see: int = 0
    is_own: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether nothing of it is in, so that it is waited for."""
        return self.status.mark is Mark.WAITING

    @property
    def file(self) -> FilePicture | None:
        """The file in use; the newest where none is."""
        return next((each for each in self.files if each.is_used), self.files[0] if self.files else None)


@dataclass(frozen=True, slots=True)
class ChoicePicture:
    """A way to answer a question: its key, the words on the button or row, and what speaks for it."""

    key: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionPicture:
    """Something the program must not decide by itself.

    ``title`` is short, ``sentence`` says what stands where; ``rows`` are the first rows of the file, where they help.
    The choice that is likeliest comes first."""

    id: QuestionId
    unit: UnitId | None
    title: str
    sentence: str
    choices: tuple[ChoicePicture, ...]
    file: Digest | None = None
    sheet: str = ""
    cell: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastValue:
    """What a figure was in an earlier period: “Năm 2022”, “412”."""

    period: str
    value: str


@dataclass(frozen=True, slots=True)
class FindingPicture:
    """Something that is wrong or strange, and how it was settled.

    ``level`` is ERROR, WARNING or NOTE. ``related`` are cells of the same sheet that the sentence speaks of. ``figure``
    is None where no figure can be put right here. ``settled`` says who accepted it why, or that it was accepted on
    other values; empty where nobody has decided anything."""

    id: str
    unit: UnitId | None
    unit_name: str
    level: Mark
    title: str
    sentence: str
    place: str
    file: Digest | None = None
    sheet: str = ""
    cell: str = ""
    related: tuple[str, ...] = ()
    figure: IndicatorCode | None = None
    figure_name: str = ""
    seen: str = ""
    is_settled: bool = False
    settled: str = ""
    can_be_accepted: bool = False
    past: tuple[PastValue, ...] = ()

    @property
    def mark(self) -> Mark:
        """The mark that stands before it now."""
        return Mark.ACCEPTED if self.is_settled else self.level

    @property
    def can_be_corrected(self) -> bool:
        """Whether a figure stands behind it that can be put right by hand."""
        return self.figure is not None and self.unit is not None


@dataclass(frozen=True, slots=True)
class MilestonePicture:
    """A day of the period, where one is known."""

    milestone: Milestone
    words: str
    day: date | None


@dataclass(frozen=True, slots=True)
class DecisionPicture:
    """A line of the period's book of decisions."""

    id: DecisionId
    who: str
    when: str
    words: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Life:
    """Where the period is in its life: closed, issued; ``words`` tell when and by whom, empty while it is open."""

    is_closed: bool = False
    is_issued: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """A period of a dossier as it stands. ``cluster`` and ``period`` are as they stand in the rail.

    ``said`` is what was done last; ``undo`` and ``redo`` what would be undone or done again, empty where nothing can.
    ``basis`` is the fingerprint of all that the figures are made from. ``key_label`` heads the table's figure."""

    table: Table
    revision: int
    form: str
    cluster: str
    period: str
    periods: tuple[tuple[str, str], ...]
    milestones: tuple[MilestonePicture, ...]
    life: Life
    steps: tuple[StepPicture, ...]
    receiving_lead: str
    checking_lead: str
    key_label: str
    units: tuple[UnitPicture, ...]
    strays: tuple[FilePicture, ...]
    questions: tuple[QuestionPicture, ...]
    findings: tuple[FindingPicture, ...]
    decisions: tuple[DecisionPicture, ...]
    basis: str
    is_complete: bool
    said: str = ""
    undo: str = ""
    redo: str = ""

    @property
    def to_see(self) -> tuple[FindingPicture, ...]:
        """The errors and warnings that nobody has settled yet; notes only inform."""
        return tuple(each for each in self.findings if not each.is_settled and each.level in (Mark.ERROR, Mark.WARNING))

    @property
    def deadline(self) -> date | None:
        """The day by which the units were to send their returns."""
        return next((each.day for each in self.milestones if each.milestone is Milestone.DEADLINE), None)

    def unit(self, id: UnitId) -> UnitPicture | None:
        """Return a unit's row."""
        return next((each for each in self.units if each.id == id), None)
