"""From received files to the Word report in three moves: drop them, press Tổng hợp, save. The engine is a real process.

The tests move as a person does: with the mouse, with keys, and by the names that a screen reader hears."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window_here import drop

from ccbdesk import resources
from ccbdesk.gui import picking
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES, SEARCH
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.paper.view import PaperView
from ccbdesk.service.pictures.figures import FigurePicture, PartPicture

LONG = 40_000
AT_A_GLANCE = 200  # before a button is pressed it has been seen at its place
CLEAN = resources.samples()
TW_3 = next(folder for folder in CLEAN if folder.name.startswith("tw-3"))


class Strangers(QObject):
    """Writes down what appeared as a window of its own beside the program's: a piece shown before it had a place."""

    def __init__(self) -> None:
        """Watch the whole application."""
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt calls it
        """Write down the kind of what appears."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def strangers(qapp: QApplication) -> Iterator[Strangers]:
    """Return what watches for windows that should not be."""
    watcher = Strangers()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Return the program as it is opened for the first time, with a folder of documents of its own."""
    monkeypatch.setattr(picking, "documents", lambda: tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, proposed, *_: (proposed, ""))
    preferences = Preferences.in_file(tmp_path / "preferences.json")
    wear(preferences)
    made = MainWindow(Tasks("Lan"), preferences, Screens(PAGES, SEARCH))
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.activateWindow()  # keys go to the window that is in front
    made.tasks.start()
    yield made
    made.close()


def named(window: QWidget, name: str) -> QPushButton | None:
    """Return the button that can be pressed under a name, as a screen reader hears it."""
    for button in window.findChildren(QPushButton):
        words = (button.accessibleName() or button.text()).replace("&", "")
        if words.startswith(name) and button.isVisible() and button.isEnabled():
            return button
    return None


def press(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Press the button of a name with the mouse, as soon as it is there."""
    qtbot.waitUntil(lambda: named(window, name) is not None, timeout=LONG)
    qtbot.wait(AT_A_GLANCE)
    button = named(window, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def saved(folder: Path) -> list[str]:
    """Return what lies in a folder now, by the ends of the names."""
    return sorted(path.suffix for path in folder.rglob("*") if path.suffix in (".xlsx", ".docx", ".ccbdesk"))


def words_in(folder: Path) -> list[str]:
    """Return the paragraphs of the one report in a folder, as python-docx reads them."""
    (path,) = folder.rglob("*.docx")
    return [each.text for each in Document(str(path)).paragraphs]


def test_drop_merge_save_with_the_mouse(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    drop(window, sorted((TW_3 / "clean").glob("*.xlsx")))
    press(qtbot, window, "Tiếp: tổng hợp")
    press(qtbot, window, "Tổng hợp 6 đơn vị")
    press(qtbot, window, "Tiếp: xem báo cáo")
    press(qtbot, window, "Lưu báo cáo Word")

    qtbot.waitUntil(lambda: saved(tmp_path) == [".ccbdesk", ".docx", ".xlsx"], timeout=LONG)
    assert "BÁO CÁO" in words_in(tmp_path)
    assert window.findChildren(Overlay) == []


@pytest.mark.parametrize("sample", CLEAN, ids=lambda folder: folder.name)
def test_drop_merge_save_with_keys(sample: Path, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    drop(window, sorted((sample / "clean").glob("*.xlsx")))
    qtbot.waitUntil(lambda: named(window, "Đổi kỳ") is not None, timeout=LONG)
    qtbot.wait(AT_A_GLANCE)
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: named(window, "Tiếp: xem báo cáo") is not None, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: saved(tmp_path) == [".ccbdesk", ".docx", ".xlsx"], timeout=LONG)
    assert "BÁO CÁO" in words_in(tmp_path)
    assert window.findChildren(Overlay) == []


def test_nothing_ever_appears_as_a_window_of_its_own(strangers: Strangers, qtbot: QtBot, window: MainWindow) -> None:
    drop(window, sorted((TW_3 / "faulty").glob("*.xlsx")))
    qtbot.waitUntil(lambda: named(window, "Đổi kỳ") is not None, timeout=LONG)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.wait(AT_A_GLANCE)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=LONG)

    assert set(strangers.seen) <= {"MainWindow Cửa sổ chính"}


def test_ten_figures_of_the_preview_lead_to_the_cells_they_stand_in(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[FigurePicture] = []
    cells = 0
    monkeypatch.setattr(window.tasks, "ask", noting(window.tasks.ask, answers))
    books = {path.name: openpyxl.load_workbook(path) for path in (TW_3 / "clean").glob("*.xlsx")}
    drop(window, sorted((TW_3 / "clean").glob("*.xlsx")))
    qtbot.waitUntil(lambda: named(window, "Đổi kỳ") is not None, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_F9)
    press(qtbot, window, "Tiếp: xem báo cáo")
    (paper,) = window.findChildren(PaperView)
    qtbot.waitUntil(lambda: paper.is_laid_out and bool(paper.figures), timeout=LONG)

    for figure in random.Random(18).sample(list(paper.figures), 10):  # noqa: S311 - chosen by lot, each time the same
        answers.clear()
        paper.show_figure(figure.spot.tag)
        QTest.mouseClick(
            paper.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            paper.figure_at(figure.spot.tag),
        )
        qtbot.waitUntil(lambda: answers != [], timeout=LONG)

        assert answers[-1].value == figure.spot.text
        assert held_in(books, answers[-1]) == told_by(answers[-1])
        cells += len(told_by(answers[-1]))
    assert cells >= 10


def noting(ask: Callable[..., None], answers: list[FigurePicture]) -> Callable[..., None]:
    """Return what asks as before, and writes down how figures are walked back."""

    def ask_and_note(request: Any, then: Callable[[Any], None], fail: Any) -> None:
        def note(answer: Any) -> None:
            then(answer)
            answers.extend([answer] if isinstance(answer, FigurePicture) else [])

        ask(request, note, fail)

    return ask_and_note


def told_by(figure: FigurePicture) -> list[Decimal]:
    """Return the plain numbers of the parts that stand in a cell, as they are told."""
    return [Decimal(part.value.replace(".", "")) for part in plain_parts(figure)]


def held_in(books: Mapping[str, openpyxl.Workbook], figure: FigurePicture) -> list[Decimal]:
    """Return what another reader finds in those cells; of a list's column the sum."""
    found = []
    for part in plain_parts(figure):
        assert part.cell is not None
        cells = part.cell.cell if ":" in part.cell.cell else f"{part.cell.cell}:{part.cell.cell}"
        rows = books[part.cell.file_name][part.cell.sheet][cells]
        found.append(sum((Decimal(str(cell.value)) for row in rows for cell in row), Decimal(0)))
    return found


def plain_parts(figure: FigurePicture) -> list[PartPicture]:
    parts = [part for group in figure.groups for part in group.parts]
    return [part for part in parts if part.cell is not None and re.fullmatch(r"[\d.]+", part.value)]
