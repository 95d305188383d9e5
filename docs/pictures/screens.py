"""A walk through the window with the samples. This module holds the way, and where on it a picture is taken.

The names are those of the pictures in the guide (docs/huong-dan)."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from ccbdesk import resources
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES, SEARCH
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.findings_list import FindingsList
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.service.pictures import Step
from ccbdesk.service.requests import desk as asking

PATIENCE = 120
"""Seconds after which the engine is given up."""

CLUSTER = "tw-3-2023"  # the folder of samples that is walked through


class Walk:
    """A window with an engine of its own and a home of its own. Whoever walks hands it back with ``leave``."""

    def __init__(self) -> None:
        """Open the window as on the first day."""
        self._folder = tempfile.TemporaryDirectory(prefix="ccbdesk-pictures-", ignore_cleanup_errors=True)
        self._home = Path(self._folder.name)
        os.environ["HOME"] = str(self._home)  # paths on the screen begin at the person's own folder
        self._sample = next(path for path in resources.samples() if path.name == CLUSTER)
        preferences = Preferences.in_file(self._home / "preferences.json")
        wear(preferences)
        self.window = MainWindow(Tasks("Lan"), preferences, Screens(PAGES, SEARCH))
        self.window.take_preferences()
        self.window.resize(1366, 728)
        self.window.show()
        self.window.tasks.start()
        self.window.look_around()
        self.settle()

    def leave(self) -> None:
        """Close the window and its engine; nothing is left of its home."""
        self.window.close()
        self._folder.cleanup()

    def wear(self, factor: float, *, is_high_contrast: bool) -> None:
        """Wear another look."""
        self.window.preferences.change(factor=factor, is_high_contrast=is_high_contrast)
        self.window.take_preferences()

    def settle(self) -> None:
        """Wait until the engine rests and every layout has its place."""
        until = time.monotonic() + PATIENCE
        QApplication.processEvents()
        while self.window.tasks.is_busy and time.monotonic() < until:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        for _ in range(5):
            QApplication.processEvents()

    def screens(self) -> Iterator[str]:
        """Walk, and stop with its name at each screen that is to be taken."""
        yield "chao-mung"
        yield from self._with_faulty_files()
        yield from self._with_sound_files()

    # -- the way ---------------------------------------------------------------------------------------------------

    def _with_faulty_files(self) -> Iterator[str]:
        self._begin("CCB thử", "faulty")
        yield from self._at("nhan-tep", lambda: self.window.go(Step.RECEIVING))
        yield from self._at("cau-hoi", lambda: self._press("Trả lời…"))
        yield from self._at("phieu-ky", lambda: self._choose("own"))
        yield from self._at("lap-ky", lambda: self._choose("new"))
        self.window.go(Step.CHECKING)
        self.settle()
        self._go_on_to(lambda: self._is_shown(SheetView) and self._button("Sửa") is not None)
        yield from self._at("kiem-tra", lambda: None)
        yield from self._at("sua-so", lambda: self._press("Sửa"))
        self._go_on_to(lambda: self._button("Chấp nhận") is not None)
        yield from self._at("chap-nhan", lambda: self._press("Chấp nhận"))
        yield from self._at("tong-hop", lambda: self.window.go(Step.MERGING))
        yield from self._at("bo-bieu-mau", lambda: self._choose("form"))
        yield from self._at("cum-moi", lambda: self._choose("found"))

    def _with_sound_files(self) -> Iterator[str]:
        self.window.put_away()
        self._begin("CCB", "received")
        self._choose("merge")
        yield from self._at("da-tong-hop", self.settle)
        yield from self._at("bao-cao", lambda: self.window.go(Step.REPORTING))
        yield from self._at("tra-so", lambda: self._choose("search"))

    # -- what a person does ----------------------------------------------------------------------------------------

    def _begin(self, folder: str, files: str) -> None:
        place = self._home / "Tài liệu" / folder
        place.mkdir(parents=True)
        self.window.decide(asking.Begin(place, (self._sample / files,)))
        self.settle()

    def _at(self, name: str, come: Callable[[], None]) -> Iterator[str]:
        """Come to a screen, stop there, and close the dialogs that were opened on the way."""
        come()
        self.settle()
        yield name
        for dialog in reversed(self.window.findChildren(Overlay)):
            dialog.dismiss()
        self.settle()

    def _choose(self, action: str) -> None:
        self.window.menus.actions[action].trigger()
        self.settle()

    def _press(self, words: str) -> None:
        button = self._button(words)
        if button is None:
            raise LookupError(words)
        button.click()

    def _button(self, words: str) -> Button | None:
        """Return the button in sight whose words begin so."""
        buttons = (button for button in self.window.findChildren(Button) if button.isVisible() and button.isEnabled())
        return next((button for button in buttons if button.text().replace("&", "").startswith(words)), None)

    def _is_shown(self, kind: type[QWidget]) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(kind))

    def _go_on_to(self, is_there: Callable[[], bool]) -> None:
        """Go down the list of findings until something is in sight."""
        found = next(each for each in self.window.findChildren(FindingsList) if each.isVisible())
        while not is_there():
            if found.place() == len(found.entries.keys()) - 1:
                raise LookupError
            found.step(1)
            self.settle()
