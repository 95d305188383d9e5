"""A frame in the test's own process. This module holds what pages ask in tests, answered at once by a real service."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from serving_here import Service

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.pages.page import Page
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.messages import Asked, Failed
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import AnswerT_co, Request
from ccbdesk.service.requests.desk import TakeIn
from ccbdesk.service.serving import answered


@dataclass
class FrameHere:
    """Answers from a service where there is one, and writes down what pages wanted of it.

    Without a service every request is kept in ``asked`` and answered by nobody."""

    service: Service | None = None
    desk: Desk | None = None
    pages: list[Page] = field(default_factory=list)
    asked: list[Request[object]] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    went: list[tuple[Step, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    taken: list[tuple[Path, ...]] = field(default_factory=list)
    _waiting: list[tuple[Callable[[Any], None], Callable[[Failed], bool] | None]] = field(default_factory=list)
    preferences: Preferences = field(default_factory=lambda: Preferences(Path(os.devnull) / "preferences.json"))

    @property
    def tasks(self) -> Tasks:
        """No page under test listens to the line itself."""
        raise NotImplementedError  # no page may reach for it

    def ask(
        self,
        request: Request[AnswerT_co],
        then: Callable[[AnswerT_co], None],
        fail: Callable[[Failed], bool] | None = None,
        elsewhere: Callable[[], None] | None = None,
    ) -> None:
        """Answer at once."""
        del elsewhere
        self.asked.append(request)
        if self.service is None:
            self._waiting.append((then, fail))
            return
        answer = answered(Asked(len(self.asked), request), self.service.bench)
        if isinstance(answer, Failed):
            if fail is None or not fail(answer):
                self.failed.append(answer)
        else:
            then(answer.answer)  # type: ignore[arg-type] # the answer to this very request

    def answer(self, answer: object, at: int = -1) -> None:
        """Answer one of the requests that were kept."""
        self._waiting[at][0](answer)

    def refuse(self, failed: Failed, at: int = -1) -> None:
        """Say of one of the requests that were kept why it has no answer."""
        fail = self._waiting[at][1]
        if fail is None or not fail(failed):
            self.failed.append(failed)

    def decide(self, request: Request[Desk], then: Callable[[Desk], None] | None = None) -> None:
        """Ask, and show every page the desk as it then is."""

        def show(desk: Desk) -> None:
            self.show(desk)
            if then is not None:
                then(desk)

        self.ask(request, show)

    def show(self, desk: Desk) -> None:
        """Show every page a desk."""
        self.desk = desk
        for page in self.pages:
            page.show_desk(desk)

    def take_in(self, files: tuple[Path, ...]) -> None:
        """Take files in."""
        self.taken.append(files)
        if self.desk is not None and self.service is not None:
            self.decide(TakeIn(self.desk.table, files))

    def stop(self) -> None:
        """There is nothing to stop."""

    def go(self, step: Step, place: str = "") -> None:
        """Write down where a page leads."""
        self.went.append((step, place))

    def say(self, words: str) -> None:
        """Write down what is said."""
        self.said.append(words)


def in_window(page: Page, frame: FrameHere, width: int = 1110, height: int = 628) -> QWidget:
    """Return a window that holds nothing but a page, as large as the room that menus and bottom bar leave it."""
    window = QWidget()
    window.resize(width, height + worn().px(100))
    page.setParent(window)
    page.resize(width, height)
    page.setGeometry(0, 0, width, height)
    frame.pages.append(page)
    return window


DialogT = TypeVar("DialogT", bound=Overlay)


def dialog_of(page: QWidget, kind: type[DialogT]) -> DialogT:
    """Return the dialog of a kind that lies on top of the page's window."""
    *_, found = (each for each in page.window().findChildren(kind) if each.isVisible())
    return found


def typed(field: QWidget, words: str) -> None:
    """Type words into a field, letter by letter; the keys of letters with marks are known to no keyboard."""
    for letter in words:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
