"""Starting the window. This module holds how it is put together and shown, once a person and computer.

The window is shown before anything else is done: the engine's process is started right behind it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ccbdesk import resources
from ccbdesk.gui.dialogs.samples import Sample
from ccbdesk.gui.errors import Hook
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences, preferences_file
from ccbdesk.gui.screens import PAGES, SEARCH
from ccbdesk.gui.single import Listener, hand_over, name_for
from ccbdesk.gui.tasks import Tasks


def run(files: Sequence[Path], who: str) -> int:
    """Show the window until it is closed; files are taken in. Where one is open already, it gets them instead."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ccbdesk")
    application.setApplicationDisplayName("")  # or Qt would put it behind every title
    name = name_for(f"{who} {Path.home()}")
    if hand_over(name, files):
        return 0
    listener = Listener(name)
    window = made(who)
    listener.handed_over.connect(lambda handed: welcome(window, handed))
    hook = Hook(window)
    window.show()
    QTimer.singleShot(0, lambda: begin(window, tuple(files)))
    status = application.exec()
    listener.close()
    hook.leave()
    return status


def made(who: str) -> MainWindow:
    """Return the window with all its screens; nothing is asked yet and no process runs."""
    preferences = Preferences.in_file(preferences_file())
    wear(preferences)  # before there is any widget that would have to change its clothes
    window = MainWindow(Tasks(who), preferences, Screens(PAGES, SEARCH, samples))
    window.take_preferences()
    return window


def begin(window: MainWindow, files: tuple[Path, ...]) -> None:
    """Start the engine's process, and take in what was named."""
    window.tasks.start()
    if files:
        window.take_in(files)
    window.look_around()
    window.get_ready()


def welcome(window: MainWindow, files: tuple[Path, ...]) -> None:
    """Come to the front for a later start, and take its files in."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if files:
        window.take_in(files)


def samples() -> tuple[Sample, ...]:
    """Return what ships with the program to try it with; each is called what its description begins with."""
    return tuple(Sample(_title(folder), folder) for folder in resources.samples())


def _title(folder: Path) -> str:
    """Return the first line of a sample's description, “# Mẫu: …”, without what stands before the name."""
    try:
        first = (folder / "README.md").read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError):
        return folder.name
    return first.partition(":")[2].strip() or folder.name
