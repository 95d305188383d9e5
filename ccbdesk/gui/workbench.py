"""The screen of an open period. This module holds it: the rail of steps, the page of the current one, the bottom bar.

A page is made when it is first shown; until then nothing of it is loaded."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.pages.page import Onward, Page
from ccbdesk.gui.widgets import step_rail
from ccbdesk.gui.widgets.bottom_bar import BottomBar
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.labels import ground
from ccbdesk.gui.widgets.step_rail import StepRail, StepState
from ccbdesk.service.pictures import Step, StepPicture
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.vietnamese.numbers.writing import day_in_figures

STEPS = tuple(Step)
NAMES = {
    Step.RECEIVING: "Nhận tệp",
    Step.CHECKING: "Kiểm tra",
    Step.MERGING: "Tổng hợp",
    Step.REPORTING: "Báo cáo",
}

_LATER = 20  # milliseconds until the next of the pages behind is shown the desk
Makers = Mapping[Step, Callable[[], Page]]
"""What makes the page of each step."""


class _Holder(QWidget):
    """Holds a widget in a scroll area, never smaller than the widget can be made.

    A layout would ask for the height at which nothing has to give way; pages give way before they scroll."""

    def __init__(self, held: QWidget) -> None:
        """Hold the widget."""
        super().__init__()
        self._held = held
        held.setParent(self)
        held.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Return the least room for what is held."""
        return self._held.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all the room to what is held."""
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what is held when it needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False


class Workbench(QWidget):
    """Rail, page and bottom bar."""

    onward_pressed = Signal(object)
    """The button at the lower right was pressed; carries the ``Onward`` it stood for."""

    def __init__(self, makers: Makers) -> None:
        """Make the screen; no page is made yet."""
        super().__init__()
        self._makers = makers
        self._pages: dict[Step, Page] = {}
        self._desk: Desk | None = None
        self._onward: Onward | None = None
        self._stop: Button | None = None
        self._stale: set[Step] = set()
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._refresh_next)
        self.step = Step.RECEIVING
        self.rail = StepRail()
        self.bar = BottomBar()
        self._stack = QStackedWidget()
        column = QVBoxLayout()
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.bar.next_pressed.connect(self._go_onward)

    def _scrolled(self) -> QScrollArea:
        """Let pages scroll where the text is too large for the screen: rail and bar stay in sight."""
        room = QScrollArea()
        room.setAccessibleName("Trang đang mở")
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidgetResizable(True)
        room.setWidget(ground(_Holder(self._stack)))
        return room

    @property
    def page(self) -> Page:
        """The page of the current step."""
        return self.page_of(self.step)

    def page_of(self, step: Step) -> Page:
        """Return the page of a step, made now if it was never shown."""
        if step not in self._pages:
            page = self._makers[step]()
            page.changed.connect(self._take_page)
            self._pages[step] = page
            self._stack.addWidget(page)
            if self._desk is not None:
                page.show_desk(self._desk)
            page.set_low(worn().is_low(self.window().height()))
        self._refresh(step)
        return self._pages[step]

    def make_next(self) -> bool:
        """Make one more page that was not shown yet; tell whether there was one."""
        step = next((step for step in STEPS if step not in self._pages), None)
        if step is not None:
            self.page_of(step)
        return step is not None

    def show_desk(self, desk: Desk) -> None:
        """Show the period on every page there is, in the rail and in the bar."""
        self._desk = desk
        self._stale = set(self._pages)
        self._refresh(self.step)
        self._later.start()
        self.rail.show_period(desk.period, _note(desk))
        self._show_steps()
        self._take_page()

    def _refresh(self, step: Step) -> None:
        """Show a page the desk, unless it shows it already."""
        if step in self._stale and self._desk is not None:
            self._stale.discard(step)
            self._pages[step].show_desk(self._desk)

    def _refresh_next(self) -> None:
        """Show one more of the pages behind the desk, so that the window never stands still for all of them."""
        if self._stale:
            self._refresh(min(self._stale, key=STEPS.index))
            self._later.start()

    def show_step(self, step: Step, place: str = "") -> None:
        """Bring the page of a step to the front, and a thing on it."""
        page = self.page_of(step)
        is_other = self.step is not step or self._stack.currentWidget() is not page
        self.step = step
        self._stack.setCurrentWidget(page)
        if place:
            page.show_place(place)
        if is_other:
            page.take_focus()
        self._show_steps()
        self._take_page()

    def set_stop(self, stop: Button | None) -> None:
        """Show a link that stops what is being done, in front of the page's own; or take it away."""
        self._stop = stop
        self._take_page()

    def fit(self) -> None:
        """Use the room there is now."""
        look, window = worn(), self.window()
        self.rail.set_narrow(look.is_narrow(window.width()))
        for page in self._pages.values():
            page.set_low(look.is_low(window.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self.fit()

    def _show_steps(self) -> None:
        if self._desk is not None:
            known = {each.step: each for each in self._desk.steps}
            self.rail.show_steps(tuple(_step(step, known) for step in STEPS), STEPS.index(self.step))

    def _take_page(self) -> None:
        """Take from the current page what the bar shows."""
        if self.step not in self._pages:
            return
        page = self.page
        self._onward = page.onward()
        self.bar.set_next(
            self._onward.words if self._onward else "", is_enabled=self._onward is not None and self._onward.is_possible
        )
        self.bar.show_pills(page.pills())
        self.bar.show_links((*([self._stop] if self._stop else []), *page.links()))

    def _go_onward(self) -> None:
        if self._onward is not None:
            self.onward_pressed.emit(self._onward)


def _step(step: Step, known: Mapping[Step, StepPicture]) -> step_rail.Step:
    picture = known[step]
    waits = step is Step.REPORTING and not known[Step.MERGING].is_done
    state = StepState.DONE if picture.is_done else StepState.LATER if waits else StepState.AHEAD
    return step_rail.Step(NAMES[step], picture.words, state)


def _note(desk: Desk) -> str:
    """Return what stands below the period's name: whose it is, until when returns are due, whether it is closed."""
    day: date | None = desk.deadline
    parts = [desk.cluster, f"hạn {day_in_figures(day)}" if day else ""]
    if desk.life.is_issued:
        parts.append("đã ban hành")
    elif desk.life.is_closed:
        parts.append("đã chốt sổ")
    return " · ".join(part for part in parts if part)
