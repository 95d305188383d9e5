"""Whatever happens to the engine or the dossier, one dialog says so and the program goes on. With a real engine."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from serving_here import SAMPLES
from window_here import drop

from ccbdesk.gui import picking
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.model.period import Milestone
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import desk as asking

LONG = 60_000
FILES = SAMPLES / "lak-3-2020" / "clean"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(picking, "documents", lambda: tmp_path)
    preferences = Preferences.in_file(tmp_path / "preferences.json")
    wear(preferences)
    window = MainWindow(Tasks("Lan"), preferences, Screens(PAGES))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    drop(window, [FILES])
    qtbot.waitUntil(lambda: window.desk is not None and not window.tasks.is_busy, timeout=LONG)
    yield window
    window.close()


def opened(window: MainWindow) -> Desk:
    """Return the desk that is shown."""
    assert window.desk is not None
    return window.desk


def dialogs(window: MainWindow) -> list[Overlay]:
    """Return the dialogs that are open."""
    return [each for each in window.findChildren(Overlay) if each.isVisible()]


def told(qtbot: QtBot, window: MainWindow) -> str:
    """Wait for the one dialog and return all its words."""
    qtbot.waitUntil(lambda: bool(dialogs(window)), timeout=LONG)
    (dialog,) = dialogs(window)
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def try_again(qtbot: QtBot, window: MainWindow) -> None:
    """Press the button and wait until the engine is done."""
    (button,) = (each for each in window.findChildren(Button) if each.isVisible() and each.text() == "&Thử lại")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=LONG)


def move_a_day(window: MainWindow) -> None:
    """Ask for something that is written into the dossier."""
    desk = opened(window)
    day = next(each.day for each in desk.milestones if each.milestone is Milestone.CUT_OFF)
    assert day
    window.decide(asking.Move(desk.table, Milestone.DEADLINE, day))


def test_files_dropped_on_an_empty_program_are_received_by_a_real_engine(window: MainWindow) -> None:
    assert " trên 4 đơn vị." in opened(window).receiving_lead
    assert window.bench.bar.words.text() == opened(window).said != ""
    assert window.bench.step is Step.RECEIVING


def test_an_engine_that_is_killed_costs_one_dialog_and_the_work_is_done_at_the_second_try(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.tasks.pid
    assert before
    move_a_day(window)
    os.kill(before, signal.SIGTERM)

    words = told(qtbot, window)
    try_again(qtbot, window)

    assert "dừng đột ngột" in words
    assert "còn nguyên" in words
    assert (window.tasks.pid != before, dialogs(window)) == (True, [])
    assert opened(window).said.startswith("Hạn gửi báo cáo là")


def test_a_dossier_on_a_share_that_is_gone_costs_one_dialog_and_is_there_again_with_the_share(
    qtbot: QtBot, window: MainWindow
) -> None:
    folder = opened(window).table.dossier.parent
    away = folder.rename(folder.with_name("gone"))
    move_a_day(window)

    words = told(qtbot, window)
    away.rename(folder)
    try_again(qtbot, window)

    assert "Ho so lak-3.ccbdesk" in words
    assert (dialogs(window), opened(window).said[:20]) == ([], "Hạn gửi báo cáo là 3")
