"""What the world can do to us. This module holds the troubles; their sentences are in ``wording.trouble``."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TargetOpen:
    """A file to be written is open in another program, or may not be replaced."""

    path: str


@dataclass(frozen=True, slots=True)
class FolderUnwritable:
    """A folder cannot be made or written in."""

    path: str


@dataclass(frozen=True, slots=True)
class DiskFull:
    """There is no room left where a file was to be written."""

    path: str


@dataclass(frozen=True, slots=True)
class WriteFailed:
    """Writing failed for another reason of the system's, given in its own words."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The work was stopped on request."""


@dataclass(frozen=True, slots=True)
class NothingThere:
    """A file or folder that was named does not exist, or holds no workbook."""

    path: str


@dataclass(frozen=True, slots=True)
class FormUnreadable:
    """The form workbook cannot be read, or has mistakes; ``mistakes`` counts them."""

    path: str
    mistakes: int = 0


@dataclass(frozen=True, slots=True)
class NoForm:
    """No form was named and none could be told from the files."""

    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoPeriod:
    """None of the files says which period it is of, or the code given is no period."""

    seen: str


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """A day was given that the calendar does not have, or in another way than year-month-day."""

    seen: str


@dataclass(frozen=True, slots=True)
class AnswersUnusable:
    """The file of answers cannot be read, or answers something with a choice that does not exist."""

    path: str
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class EarlierUnusable:
    """A table of earlier figures has no headings (row 0), or a row of which one column cannot be used."""

    path: str
    row: int
    column: str
    seen: str


@dataclass(frozen=True, slots=True)
class SkeletonUnusable:
    """The report's skeleton is missing, damaged or lacks a place the report needs."""

    path: str
    lacking: str


@dataclass(frozen=True, slots=True)
class ReportUnreadable:
    """A file given as a report is no Word file, or it is damaged or has a password."""

    path: str


@dataclass(frozen=True, slots=True)
class NoSuchFigure:
    """A figure was asked for that the output does not hold; ``nearest`` is the closest name."""

    asked: str
    nearest: str


@dataclass(frozen=True, slots=True)
class NotOwnSheet:
    """A file given as the cluster's period sheet is none of this form and period; ``period`` is the code wanted."""

    path: str
    period: str


@dataclass(frozen=True, slots=True)
class NotAReturn:
    """A file given as a return to be filled in is none of that form and period, or it is not clear whose."""

    path: str
    form: str
    period: str


@dataclass(frozen=True, slots=True)
class NotInForm:
    """Codes were given that the form does not have, each with the nearest that it has; or none was given at all."""

    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NoMembers:
    """A new cluster was to be made without a name or members, or with members that are named ``twice``."""

    twice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateUnreadable:
    """The file a form is to be proposed from is no .xlsx, or cannot be read."""

    path: str


@dataclass(frozen=True, slots=True)
class NotADossier:
    """A file given as a dossier is another kind of file."""

    path: str


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A file would take the place of one that a person may have worked on."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierThere:
    """A new dossier was to be made where a file already is."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierNewer:
    """A dossier was written by a newer program."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierAltered:
    """A dossier holds something that this program never puts there; ``found`` names it."""

    path: str
    found: str


@dataclass(frozen=True, slots=True)
class DossierDamaged:
    """A dossier's bytes are not as they were written; ``place`` says where that was seen."""

    path: str
    place: str


@dataclass(frozen=True, slots=True)
class StrangeFileBeside:
    """A file lies beside a dossier that would change it when it is opened, and that is none of ours."""

    path: str
    beside: str


@dataclass(frozen=True, slots=True)
class DossierBusy:
    """Another program, or another window, holds a dossier for longer than can be waited."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierReadOnly:
    """A dossier, or its folder, may be read but not written."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierUnreachable:
    """The disk or network share of a dossier does not answer, or no longer."""

    path: str


@dataclass(frozen=True, slots=True)
class DossierChanged:
    """Somebody else wrote to a dossier after what is to be written was decided upon; ``who`` and when."""

    path: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TooLargeToKeep:
    """A file is larger than a dossier keeps; ``megabytes`` is what it may have at most."""

    name: str
    megabytes: int


@dataclass(frozen=True, slots=True)
class WhichPeriod:
    """A dossier holds several periods, or none, and none was named."""

    path: str
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingInPeriod:
    """A dossier does not hold the period that was named."""

    path: str
    period: str


@dataclass(frozen=True, slots=True)
class OtherCluster:
    """A form is another cluster's than the dossier is; ``cluster`` is whose the dossier is."""

    path: str
    cluster: str
    form: str


@dataclass(frozen=True, slots=True)
class FormFixed:
    """A period was closed or its report issued, so another form cannot come into force in it."""

    path: str
    period: str


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Nothing that a period holds goes by the name given: a finding, a file, a unit, a figure."""

    asked: str


@dataclass(frozen=True, slots=True)
class ManyHeld:
    """Several things go by the name given; ``choices`` are names that tell them apart."""

    asked: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no decision left that could be undone, or none undone that could be done again."""

    is_redo: bool = False


@dataclass(frozen=True, slots=True)
class OneVersion:
    """A unit has no two versions of its return to compare."""

    unit: str


@dataclass(frozen=True, slots=True)
class NothingToAsk:
    """Nothing is to be put right in a unit's file, or there is no file of it to give back."""

    unit: str


@dataclass(frozen=True, slots=True)
class NotIssued:
    """No report of the period was taken back as issued, so there is nothing to amend."""

    period: str


@dataclass(frozen=True, slots=True)
class NothingAmended:
    """Since the report was issued no figure and no sentence has changed."""

    number: str


@dataclass(frozen=True, slots=True)
class NotOfTheParcel:
    """A file lies in the way of a package that is to be written: no package put it there, or it was changed since."""

    path: str


RequestTrouble = (
    NotOfTheParcel
    | WhichPeriod
    | NothingInPeriod
    | OtherCluster
    | FormFixed
    | NotHeld
    | ManyHeld
    | NothingToUndo
    | OneVersion
    | NothingToAsk
    | NotIssued
    | NothingAmended
)
"""What can be wrong with what is asked of a dossier."""

DossierTrouble = (
    NotADossier
    | DossierThere
    | DossierNewer
    | DossierAltered
    | DossierDamaged
    | StrangeFileBeside
    | DossierBusy
    | DossierReadOnly
    | DossierUnreachable
    | DossierChanged
    | TooLargeToKeep
)
"""What can happen to a dossier, besides a full disk and a file that is not there."""

Trouble = (
    DossierTrouble
    | RequestTrouble
    | TargetOpen
    | FolderUnwritable
    | DiskFull
    | WriteFailed
    | Interrupted
    | NothingThere
    | FormUnreadable
    | NoForm
    | NoPeriod
    | NoSuchDay
    | AnswersUnusable
    | EarlierUnusable
    | SkeletonUnusable
    | ReportUnreadable
    | NoSuchFigure
    | NotOwnSheet
    | NotAReturn
    | NotInForm
    | NoMembers
    | TemplateUnreadable
    | AlreadyThere
)


class TroubleError(Exception):
    """Carries a trouble up to whoever tells the person at the desk."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble as facts."""
        super().__init__(repr(trouble))
        self.trouble = trouble
