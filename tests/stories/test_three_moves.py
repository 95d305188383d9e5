"""The whole use in three moves: files are dropped, Tổng hợp is pressed, the report is saved; no dialog in between.

Only mouse, keys and accessible names are used, on the window as it starts, with the engine in its own process."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from desk import CLEAN
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from window_here import drop

from ccbdesk.gui import picking
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES, SEARCH
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.overlay import Overlay

LONG = 120_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Return the window as it is after a first start, with documents in a folder of the test's."""
    monkeypatch.setattr(picking, "documents", lambda: tmp_path)
    preferences = Preferences.in_file(tmp_path / "preferences.json")
    wear(preferences)
    window = MainWindow(Tasks("Lan"), preferences, Screens(PAGES, SEARCH))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    window.tasks.start()
    yield window
    window.close()


def button(window: MainWindow, name: str) -> QAbstractButton:
    """Return the button on the screen that a screen reader calls so, or that begins so."""
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    named = [each for each in buttons if (each.accessibleName() or each.text()).replace("&", "").startswith(name)]
    return named[0]


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Press a button, once it is there, with the mouse."""
    qtbot.waitUntil(lambda: _is_there(window, name), timeout=LONG)
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _is_there(window: MainWindow, name: str) -> bool:
    try:
        return button(window, name).isVisible() and not window.tasks.is_busy
    except IndexError:
        return False


def test_drop_merge_save_gives_workbook_and_report(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "Bao cao.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(saved), ""))

    drop(window, [CLEAN])
    press(qtbot, window, "Tiếp: tổng hợp")
    press(qtbot, window, "Tổng hợp 6 đơn vị")
    press(qtbot, window, "Tiếp: xem báo cáo")
    press(qtbot, window, "Lưu báo cáo Word…")
    qtbot.waitUntil(lambda: saved.exists() and not window.tasks.is_busy, timeout=LONG)

    (book,) = (tmp_path / "CCB").glob("So tong hop*.xlsx")
    assert "Tổng hợp" in openpyxl.load_workbook(book, read_only=True).sheetnames
    assert etree.QName(_document(saved)).localname == "document"
    assert [each for each in window.findChildren(Overlay) if each.isVisible()] == []


def _document(path: Path) -> etree._Element:
    import zipfile  # noqa: PLC0415 - only here

    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))
