"""What every screen of a step is to the window around it. This module holds the page and its frame."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.status import Status
from ccbdesk.service.messages import Failed
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Request

AnswerT = TypeVar("AnswerT")


class Command(Enum):
    """What a menu or a key of the frame may tell a page to do."""

    CHOOSE_FILES = "choose files"  # Ctrl+O
    OWN_SHEET = "own sheet"  # fill in what the cluster itself has to say
    REMIND = "remind"  # write the reminder for units that are late
    MERGE = "merge"  # F9
    SAVE_REPORT = "save report"  # Ctrl+S
    OPEN_FOLDER = "open folder"  # Ctrl+E


@dataclass(frozen=True, slots=True)
class Onward:
    """The button at the lower right: “Tiếp: …”, the step it leads to, and what is to be shown there."""

    words: str
    step: Step
    place: str = ""
    is_possible: bool = True


class Frame(Protocol):
    """What a page may ask of the window around it."""

    @property
    def preferences(self) -> Preferences:
        """What the program remembers about this person's window, folders and text size."""

    @property
    def tasks(self) -> Tasks:
        """The line to the engine, for its signals ``doing`` and ``busy_changed``; ask through the frame."""

    @property
    def desk(self) -> Desk | None:
        """The desk as it was last shown; None while no dossier is open."""

    def ask(
        self,
        request: Request[AnswerT],
        then: Callable[[AnswerT], None],
        fail: Callable[[Failed], bool] | None = None,
        elsewhere: Callable[[], None] | None = None,
    ) -> None:
        """Ask the engine. Answers come later, in the order of asking.

        Where there is no answer, ``fail`` may deal with it and return True; else a dialog says what happened. It offers
        to ask again, and where a file to be written is open in another program, “Lưu tên khác…”, which is
        ``elsewhere``."""

    def decide(self, request: Request[Desk], then: Callable[[Desk], None] | None = None) -> None:
        """Ask for something that is answered with the desk as it then is; every page shows it before ``then``."""

    def take_in(self, files: tuple[Path, ...]) -> None:
        """Take files and folders in: into the open period, or into a dossier that is found or made for them."""

    def stop(self) -> None:
        """Stop what is being done; whoever asked for it is told that it was stopped."""

    def go(self, step: Step, place: str = "") -> None:
        """Show a step; ``place`` is the id of a unit, question or finding to be shown there, or the page's own word."""

    def say(self, words: str) -> None:
        """Write into the bottom bar what happened last."""


class Page(QWidget):
    """A screen of one step. It shows pictures and asks its frame; it works nothing out itself."""

    step: ClassVar[Step]
    title: ClassVar[str]

    changed = Signal()
    """The way onward, the pills or the links are others than before; the frame asks for them again."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        """Keep the frame to ask."""
        super().__init__(parent)
        self.frame = frame

    def show_desk(self, desk: Desk) -> None:
        """Show the period as it stands now; called whenever anything was decided or received, on every page."""
        raise NotImplementedError  # each page shows something of its own; QWidget can be no abstract class

    def show_place(self, place: str) -> None:
        """Show one thing on the page, by the id it was called with in ``Frame.go``; called after ``show_desk``."""

    def onward(self) -> Onward | None:
        """Return what the button at the lower right says and does; None where there is no way onward from here."""
        return None

    def pills(self) -> tuple[Status, ...]:
        """Return how things stand, for the bottom bar: “7 đạt”, “2 có lỗi”."""
        return ()

    def links(self) -> tuple[Button, ...]:
        """Return the links that the page puts into the bottom bar; always the same buttons, kept by the page."""
        return ()

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Leave out what a low window has no room for; called when the window's height changes.

        The heads of the page see to their leads; a page that leaves out more says so here."""
        del is_low
        for head in self.findChildren(PageHead):
            head.fit()

    def obey(self, command: Command) -> bool:
        """Do what a menu or key says; return False where this page does not do such a thing."""
        del command
        return False

    def take_focus(self) -> None:
        """Put the keyboard where work on this page begins; called whenever the page comes to the front."""
        self.setFocus()
