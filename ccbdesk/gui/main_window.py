"""The window. This module holds the frame of all screens: what is open, what is asked, what happened last.

State lives in the dossier: whatever is decided is asked of the engine, which answers with the desk as it then is, and
that is shown on every page. Nothing has to be saved but workbook and report."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from ccbdesk.gui import errors, picking
from ccbdesk.gui.dialogs.samples import Sample, SamplesDialog
from ccbdesk.gui.form_moves import FormMoves
from ccbdesk.gui.look.dressing import dress, larger, smaller, wants_contrast, worn
from ccbdesk.gui.menu_table import parts_of
from ccbdesk.gui.menus import Menus
from ccbdesk.gui.pages.page import Command, Frame, Onward, Page
from ccbdesk.gui.pages.start.page import StartPage
from ccbdesk.gui.period_moves import PeriodMoves
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.waiting import Waiting
from ccbdesk.gui.widgets.dropping import DropCatcher, DropZone
from ccbdesk.gui.workbench import STEPS, Workbench
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.cabinet import DossierCard
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Request
from ccbdesk.service.requests import desk as asking
from ccbdesk.service.requests.cabinet import Glance

AnswerT = TypeVar("AnswerT")

TITLE = "ccbdesk"
_BETWEEN = 150  # milliseconds between making two pages ahead of time
_UNSPOKEN = (asking.OpenDossier, asking.TakeIn, asking.Begin, asking.Undo)
"""After these no undoing is offered in the bar: it would undo something else than what the bar speaks of."""


@dataclass(frozen=True, slots=True)
class Screens:
    """What makes the page of each step, what opens the search for a figure, and the samples to try."""

    pages: Mapping[Step, Callable[[Frame], Page]]
    search: Callable[[Frame], None] | None = None
    samples: Callable[[], tuple[Sample, ...]] = tuple
    """Returns what the program can be tried with."""


class MainWindow(QMainWindow):
    """The window of the program; it is the ``Frame`` of its pages."""

    def __init__(self, tasks: Tasks, preferences: Preferences, screens: Screens) -> None:
        """Make the window; it is not shown yet, and nothing was asked yet."""
        super().__init__()
        self._tasks = tasks
        self._preferences = preferences
        self._screens = screens
        self._desk: Desk | None = None
        self._sample_folder: Path | None = None
        self._said = ""
        self._is_undo_offered = False
        self.start = StartPage()
        self.bench = Workbench({step: self._maker(step) for step in STEPS})
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.bench)
        self.setCentralWidget(self._stack)
        self.moves = PeriodMoves(self)
        self.forms = FormMoves(self)
        self.menus = Menus(self, parts_of(self))
        self.waiting = Waiting(tasks, self._tell_doing, self)
        self.catcher = DropCatcher(self)
        self._readying = QTimer(self, interval=_BETWEEN)
        self._readying.timeout.connect(self.get_ready)
        self._hints = QGuiApplication.styleHints().accessibility()  # what it tells by does not outlive it in Python
        self._connect()
        self._take_place()
        self.setWindowTitle(TITLE)
        self.setAccessibleName("Cửa sổ chính")

    # -- what pages ask of their frame -----------------------------------------------------------------------------

    @property
    def preferences(self) -> Preferences:
        """What is remembered about this person's window."""
        return self._preferences

    @property
    def tasks(self) -> Tasks:
        """The line to the engine."""
        return self._tasks

    @property
    def desk(self) -> Desk | None:
        """The desk as it was last shown."""
        return self._desk

    def ask(
        self,
        request: Request[AnswerT],
        then: Callable[[AnswerT], None],
        fail: Callable[[Failed], bool] | None = None,
        elsewhere: Callable[[], None] | None = None,
    ) -> None:
        """Ask the engine; a dialog says so where there is no answer and ``fail`` has not dealt with it."""

        def failed(failure: Failed) -> None:
            if fail is None or not fail(failure):
                self._meet(failure, lambda: self.ask(request, then, fail, elsewhere), elsewhere)

        self._tasks.ask(request, then, failed)

    def decide(self, request: Request[Desk], then: Callable[[Desk], None] | None = None) -> None:
        """Ask for something that changes the desk, show it, and go on with ``then``."""

        def shown(desk: Desk) -> None:
            self.show_desk(desk, offers_undo=not isinstance(request, _UNSPOKEN))
            if then is not None:
                then(desk)

        self.ask(request, shown)

    def take_in(self, files: tuple[Path, ...]) -> None:
        """Take files in; a dossier among them is opened first."""
        dossiers = [path for path in files if path.suffix.casefold() == picking.DOSSIER]
        others = tuple(path for path in files if path not in dossiers)
        if dossiers:
            self.open_dossier(dossiers[0], then=lambda _desk: self.take_in(others))
        elif others and self._desk is not None:
            self.decide(asking.TakeIn(self._desk.table, others), lambda _desk: self.go(Step.RECEIVING))
        elif others:
            self._begin(picking.dossiers(), others)

    def stop(self) -> None:
        """Stop what is being done."""
        self._tasks.stop()

    def go(self, step: Step, place: str = "") -> None:
        """Show a step of the open period."""
        if self._desk is not None:
            self._stack.setCurrentWidget(self.bench)
            self.bench.show_step(step, place)

    def say(self, words: str) -> None:
        """Write into the bar what happened last."""
        self._said, self._is_undo_offered = words, False
        self._show_said()

    # -- opening and showing ---------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk, *, offers_undo: bool = False) -> None:
        """Show a period as it stands now, everywhere."""
        is_other = self._desk is None or self._desk.table != desk.table
        self._desk = desk
        if desk.table.dossier.parent != self._sample_folder:
            self._preferences.remember_dossier(desk.table.dossier)
        self.menus.show_desk(desk)
        self.bench.show_desk(desk)
        self._said, self._is_undo_offered = desk.said, offers_undo and bool(desk.undo)
        self._show_said()
        self.setWindowTitle(f"{desk.period} – {desk.cluster} – {TITLE}")
        if is_other:
            self.go(Step.RECEIVING)

    def get_ready(self) -> None:
        """Make the pages one by one while nobody waits for anything, so that none has to be waited for later."""
        if not self._tasks.is_busy and not self.bench.make_next():
            self._readying.stop()
        elif not self._readying.isActive():
            self._readying.start()

    def open_dossier(self, dossier: Path, period: str = "", then: Callable[[Desk], None] | None = None) -> None:
        """Open a dossier, at its last period where none is named."""
        self.decide(asking.OpenDossier(dossier, period), then)

    def put_away(self) -> None:
        """Close the dossier and show those that can be opened."""
        self._desk = None
        self.menus.show_desk(None)
        self.setWindowTitle(TITLE)
        self._stack.setCurrentWidget(self.start)
        self.look_around()

    def look_around(self) -> None:
        """Show the dossiers that were opened lately, as they stand now."""
        recent = tuple(Path(each) for each in self._preferences.kept.recent)
        if recent:
            self.ask(Glance(recent), self._show_shelf)
        else:
            self._show_shelf(())

    def _show_shelf(self, dossiers: tuple[DossierCard, ...]) -> None:
        self.start.show_dossiers(dossiers)

    def _begin(self, folder: Path, files: tuple[Path, ...]) -> None:
        self.decide(asking.Begin(folder, files))

    def try_sample(self) -> None:
        """Ask which of the samples that ship with the program is to be tried."""
        samples = self._screens.samples()
        if not samples:
            errors.tell(self, "Không có dữ liệu mẫu", "Bản cài đặt này không kèm dữ liệu mẫu.")
            return
        self.offer_samples(samples)

    def offer_samples(self, samples: tuple[Sample, ...]) -> None:
        """Ask which of some samples is to be tried."""
        dialog = SamplesDialog(self, samples)
        dialog.chosen.connect(self._try)
        dialog.open()

    def _try(self, files: Path) -> None:
        """Begin a dossier of its own, in a folder that is nobody's, with the files of a sample."""
        self._sample_folder = Path(tempfile.mkdtemp(prefix="ccbdesk-thu-"))
        self._begin(self._sample_folder, (files,))

    # -- what menus and keys do ------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        if self._desk is not None and self._command(Step.RECEIVING, Command.CHOOSE_FILES):
            return
        files = picking.pick_workbooks(self, self._preferences.kept.last_folder)
        if files:
            self._preferences.change(last_folder=str(files[0].parent))
            self.take_in(files)

    def browse(self) -> None:
        """Ask for a dossier and open it."""
        dossier = picking.pick_dossier(self, str(picking.dossiers()))
        if dossier is not None:
            self.open_dossier(dossier)

    def command(self, step: Step, command: Command) -> None:
        """Show a step and let its page do something."""
        if self._desk is not None:
            self._command(step, command)

    def _command(self, step: Step, command: Command) -> bool:
        self.go(step)
        return self.bench.page.obey(command)

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def undo(self) -> None:
        """Undo the last decision."""
        if self._desk is not None and self._desk.undo:
            self.decide(asking.Undo(self._desk.table))

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._desk is not None and self._desk.redo:
            self.decide(asking.Redo(self._desk.table))

    def search(self) -> None:
        """Open the search for a figure."""
        if self._desk is not None and self._screens.search is not None:
            self._screens.search(self)

    def show_periods(self) -> None:
        """Offer the periods of the dossier, and the way to others."""
        desk = self._desk
        if desk is None:
            return
        menu = QMenu(self)
        for code, name in reversed(desk.periods):
            action = QAction(name, menu, checkable=True, checked=code == desk.table.period)
            action.triggered.connect(lambda _=False, code=code: self.open_dossier(desk.table.dossier, code))
            menu.addAction(action)
        menu.addSeparator()
        for words, do in (("&Lập kỳ báo cáo…", self.moves.begin_period), ("&Hồ sơ khác…", self.put_away)):
            menu.addAction(words).triggered.connect(lambda _=False, do=do: do())
        button = self.bench.rail.change
        place = button if button.isVisible() else self.bench.rail
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place.mapToGlobal(place.rect().bottomLeft() if place is button else place.rect().topRight()))

    # -- looks -----------------------------------------------------------------------------------------------------

    def enlarge(self) -> None:
        """Show larger text."""
        self._dress(factor=larger(worn().factor))

    def reduce(self) -> None:
        """Show smaller text."""
        self._dress(factor=smaller(worn().factor))

    def reset_size(self) -> None:
        """Show text as at first."""
        self._dress(factor=1.0)

    def set_contrast(self, is_high: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Show strong colours or calm ones, whatever the system is set to."""
        self._dress(is_high_contrast=is_high)

    def toggle_contrast(self) -> None:
        """Show the other of both palettes."""
        self.set_contrast(self.menus.actions["contrast"].isChecked())

    def _dress(self, **changes: Any) -> None:
        self._preferences.change(**changes)
        self.take_preferences()

    def take_preferences(self) -> None:
        """Wear the look that is remembered."""
        self.menus.actions["contrast"].setChecked(wear(self._preferences))
        self._fit()

    def _fit(self) -> None:
        self.bench.fit()
        self.start.set_low(worn().is_low(self.height()))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _maker(self, step: Step) -> Callable[[], Page]:
        return lambda: self._screens.pages[step](self)

    def _connect(self) -> None:
        rail, start = self.bench.rail, self.start
        rail.chosen.connect(lambda place: self.go(STEPS[place]))
        rail.period_pressed.connect(self.show_periods)
        rail.smaller_pressed.connect(self.reduce)
        rail.larger_pressed.connect(self.enlarge)
        rail.help_pressed.connect(self.moves.show_guide)
        self.bench.bar.undo_pressed.connect(self.undo)
        self.bench.onward_pressed.connect(self._go_onward)
        start.choose_pressed.connect(self.choose_files)
        start.browse_pressed.connect(self.browse)
        start.sample_pressed.connect(self.try_sample)
        start.new_pressed.connect(self.moves.begin_period)
        start.open_pressed.connect(self.open_dossier)
        start.forget_pressed.connect(self._forget)
        start.again_pressed.connect(self.look_around)
        start.stop_pressed.connect(self.stop)
        self._hints.contrastPreferenceChanged.connect(self.take_preferences)
        self.catcher.dropped.connect(self.take_in)
        self.catcher.hanging.connect(self._invite)
        self.catcher.gone.connect(self._invite)

    def _invite(self, hanging: int | None = None) -> None:
        """Let every field that takes files say how many hang over the window, or invite again."""
        for zone in self.findChildren(DropZone):
            if hanging is None:
                zone.set_empty()
            else:
                zone.set_hanging(hanging)

    def _forget(self, dossier: Path) -> None:
        self._preferences.forget_dossier(dossier)
        self.look_around()

    def _go_onward(self, onward: Onward) -> None:
        self.go(onward.step, onward.place)

    def _meet(self, failed: Failed, again: Callable[[], None], elsewhere: Callable[[], None] | None) -> None:
        """Say why there is no answer, and offer what can be done about it."""
        if failed.cause is Cause.STOPPED:
            self.say(failed.sentence)
            return
        ways = errors.Ways(again, elsewhere, self._reopen if self._desk is not None else None)
        errors.show(self, failed, ways)

    def _reopen(self) -> None:
        if self._desk is not None:
            self.open_dossier(self._desk.table.dossier, self._desk.table.period)

    def _tell_doing(self, words: str) -> None:
        self.start.tell_doing(words)
        self.bench.set_stop(self.waiting.stop if words else None)
        if words:
            self.bench.bar.tell(words)
        else:
            self._show_said()

    def _show_said(self) -> None:
        if not self.waiting.is_shown:
            self.bench.bar.tell(self._said, can_undo=self._is_undo_offered)

    def _take_place(self) -> None:
        """Stand where the window stood last; Qt brings it onto a screen that is there."""
        geometry = QByteArray.fromHex(self._preferences.kept.geometry.encode("ascii", "ignore"))
        if not self.restoreGeometry(geometry):
            self.resize(1366, 728)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.start.set_low(worn().is_low(self.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "bench"):
            self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and end the engine; everything decided is in the dossier already."""
        self._preferences.change(geometry=bytes(self.saveGeometry().toHex().data()).decode())
        self._tasks.close()
        super().closeEvent(event)


def wear(preferences: Preferences) -> bool:
    """Dress the program as is remembered and tell whether in strong colours; the system's where nobody has chosen."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError  # there is no widget without one
    kept = preferences.kept
    is_high = kept.is_high_contrast if kept.is_high_contrast is not None else wants_contrast(application)
    dress(application, kept.factor, is_high_contrast=is_high)
    return is_high
