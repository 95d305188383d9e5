"""What the world can do to us. This module holds the troubles; their sentences are in ``wording.trouble``."""

from dataclasses import dataclass


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
class TemplateUnreadable:
    """The file a form is to be proposed from is no .xlsx, or cannot be read."""

    path: str


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A file would take the place of one that a person may have worked on."""

    path: str


Trouble = (
    TargetOpen
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
    | SkeletonUnusable
    | ReportUnreadable
    | NoSuchFigure
    | NotOwnSheet
    | NotAReturn
    | NotInForm
    | TemplateUnreadable
    | AlreadyThere
)


class TroubleError(Exception):
    """Carries a trouble up to whoever tells the person at the desk."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble as facts."""
        super().__init__(repr(trouble))
        self.trouble = trouble
