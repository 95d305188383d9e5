"""The window in the test's own process. This module holds a line to no process, pages of a few words, and a drawn desk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccbdesk.gui.main_window import MainWindow, Screens
from ccbdesk.gui.pages.page import Command, Frame, Onward, Page
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.model.origin import DecisionId
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.service.messages import Failed
from ccbdesk.service.pictures import Step, StepPicture
from ccbdesk.service.pictures.desk import DecisionPicture, Desk, Life, MilestonePicture
from ccbdesk.service.requests import AnswerT_co, Request, Table

DOSSIER = Path("/hồ sơ/Ho so cum.ccbdesk")
DESK = Desk(
    Table(DOSSIER, PeriodCode("2026-q3")),
    7,
    "cum",
    "Cụm thi đua số 3",
    "Quý III năm 2026",
    (("2026-q2", "Quý II năm 2026"), ("2026-q3", "Quý III năm 2026")),
    (
        MilestonePicture(Milestone.CUT_OFF, "Ngày chốt số liệu", date(2026, 9, 30)),
        MilestonePicture(Milestone.DEADLINE, "Hạn gửi báo cáo", date(2026, 10, 5)),
        MilestonePicture(Milestone.MEETING, "Ngày họp", None),
    ),
    Life(),
    (
        StepPicture(Step.RECEIVING, "12 trên 14 đơn vị"),
        StepPicture(Step.CHECKING, "3 lỗi, 5 điều cần xem"),
        StepPicture(Step.MERGING, "Chưa tổng hợp"),
        StepPicture(Step.REPORTING, "Sau khi tổng hợp"),
    ),
    "Đã nhận 12 trên 14 đơn vị.",
    "3 lỗi phải sửa và 5 điều cần xem, ở 5 đơn vị.",
    "Hội viên",
    (),
    (),
    (),
    (),
    (
        DecisionPicture(DecisionId(2), "Lan", "04/10/2026 09:12", "Chấp nhận một điều của Long Vân.", holds=True),
        DecisionPicture(DecisionId(1), "Lan", "04/10/2026 09:05", "Bỏ Kim Sơn ra khỏi kỳ.", holds=False),
    ),
    "0f68",
    is_complete=False,
    undo="chấp nhận một điều của Long Vân",
    redo="bỏ Kim Sơn ra khỏi kỳ",
)
"""A period half done; names and figures are invented."""

Answers = Callable[[Request[Any]], object]


class TasksHere(Tasks):
    """Answers at once with what ``answers`` gives for a request, a ``Failed`` included, and writes requests down.

    Where it gives None the request waits, as if the engine were at it."""

    def __init__(self, answers: Answers) -> None:
        """Answer so."""
        super().__init__("Lan")
        self.answers = answers
        self.asked: list[Request[Any]] = []
        self.stopped = 0
        self.is_closed = False

    def start(self) -> None:
        """There is no process to start."""

    def ask(
        self, request: Request[AnswerT_co], then: Callable[[AnswerT_co], None], fail: Callable[[Failed], None]
    ) -> None:
        """Answer at once."""
        self.asked.append(request)
        answer: Any = self.answers(request)
        if isinstance(answer, Failed):
            fail(answer)
        elif answer is not None:
            then(answer)

    def stop(self) -> None:
        """Count how often somebody wanted to stop."""
        self.stopped += 1

    def close(self) -> None:
        """Remember that nothing is asked any more."""
        self.is_closed = True


class PlainPage(Page):
    """A page of one line that writes down what it is told."""

    def __init__(self, frame: Frame, step: Step) -> None:
        """Show the step's name."""
        super().__init__(frame)
        self.of = step
        self.head = PageHead(step.value)
        self.link = Button("Soạn lời nhắc…")
        self.desks: list[Desk] = []
        self.places: list[str] = []
        self.obeyed: list[Command] = []
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addStretch(1)

    def show_desk(self, desk: Desk) -> None:
        """Write the desk down."""
        self.desks.append(desk)
        self.head.say(self.of.value, desk.receiving_lead)

    def show_place(self, place: str) -> None:
        """Write the place down."""
        self.places.append(place)

    def onward(self) -> Onward | None:
        """Lead to the next step."""
        steps = tuple(Step)
        place = steps.index(self.of) + 1
        return Onward(f"Tiếp: {steps[place].value}", steps[place], "đầu tiên") if place < len(steps) else None

    def links(self) -> tuple[Button, ...]:
        """Show one link."""
        return (self.link,)

    def obey(self, command: Command) -> bool:
        """Write the command down; files are the frame's to choose."""
        self.obeyed.append(command)
        return command is not Command.CHOOSE_FILES


@dataclass
class Shown:
    """A window that is shown, and what was asked of its engine."""

    window: MainWindow
    tasks: TasksHere
    pages: dict[Step, PlainPage] = field(default_factory=dict)

    @property
    def asked(self) -> list[Request[Any]]:
        """What was asked so far."""
        return self.tasks.asked

    @property
    def overlay(self) -> Overlay:
        """The dialog that is open."""
        (found,) = (each for each in self.window.findChildren(Overlay) if each.isVisible())
        return found

    @property
    def is_free(self) -> bool:
        """Whether no dialog is open."""
        return not any(each.isVisible() for each in self.window.findChildren(Overlay))

    def button(self, words: str, parent: QWidget | None = None) -> Button:
        """Return the button with these words, mnemonics aside."""
        buttons = (parent or self.window).findChildren(Button)
        (found,) = (each for each in buttons if each.isVisible() and each.text().replace("&", "") == words)
        return found

    def choose(self, action: str) -> None:
        """Choose from a menu."""
        assert self.window.menus.actions[action].isEnabled()
        self.window.menus.actions[action].trigger()


def shown(
    qtbot: QtBot, folder: Path, answers: Answers, desk: Desk | None = None, size: tuple[int, int] | None = (1366, 728)
) -> Shown:
    """Return a window that is shown, at the start or with a desk."""
    tasks = TasksHere(answers)
    made: dict[Step, PlainPage] = {}

    def maker(step: Step) -> Callable[[Frame], Page]:
        def make(frame: Frame) -> Page:
            made[step] = PlainPage(frame, step)
            return made[step]

        return make

    preferences = Preferences.in_file(folder / "preferences.json")
    window = MainWindow(tasks, preferences, Screens({step: maker(step) for step in Step}))
    qtbot.addWidget(window)
    window.take_preferences()
    if size is not None:
        window.resize(*size)
    window.show()
    if desk is not None:
        window.show_desk(desk)
    QApplication.processEvents()
    return Shown(window, tasks, made)


def with_desk(desk: Desk, **changes: Any) -> Desk:
    """Return a desk that is otherwise."""
    return replace(desk, **changes)


def drop(window: QWidget, files: Iterable[Path]) -> None:
    """Drop files on a window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    place = window.rect().center()
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, actions, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), actions, data, buttons, keys))
