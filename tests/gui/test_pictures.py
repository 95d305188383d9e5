"""Pictures of the window come from one command. This module holds the tests on what it writes."""

from pathlib import Path

import take
from gallery import SCENES
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from states import states, window_in

from ccbdesk.gui.widgets.overlay import Overlay


def test_a_piece_is_taken_as_large_as_asked_in_each_setting(qapp: QApplication, tmp_path: Path) -> None:
    for kind in ("narrow", "contrast"):
        take.take_pieces(qapp, {"chips": SCENES["chips"]}, take.SETTINGS[kind], tmp_path / kind)
    found = {path.relative_to(tmp_path).as_posix(): QImage(str(path)) for path in tmp_path.rglob("*.png")}
    sizes = {name: (image.width(), image.height()) for name, image in found.items()}

    assert sizes == {"narrow/chips.png": (1093, 590), "contrast/chips.png": (1366, 728)}
    assert found["contrast/chips.png"].pixelColor(2, 2).name() == "#ffffff"


def test_names_choose_what_is_taken_and_no_name_means_all() -> None:
    assert [take.wanted(["a"])(name) for name in ("a", "b")] == [True, False]
    assert take.wanted([])("b")


def test_the_settings_are_those_the_window_is_promised_for() -> None:
    settings = {(setting.width, setting.height, setting.factor) for setting in take.SETTINGS.values()}

    assert {(1366, 728, 1.0), (1093, 590, 1.0), (1366, 728, 1.6)} <= settings
    assert {setting.factor for setting in take.SETTINGS.values()} == {1.0, 1.3, 1.6}
    assert any(setting.is_high_contrast for setting in take.SETTINGS.values())


def test_every_page_is_taken_in_every_state() -> None:
    pages, kinds = ("receiving", "checking", "merging", "reporting"), ("empty", "one", "many", "long", "failed")

    assert {f"{page}-{kind}" for page in pages for kind in kinds} <= set(states())


def test_a_failed_state_shows_what_went_wrong_in_the_real_window(qtbot: QtBot) -> None:
    window = window_in(states()["merging-failed"])
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()

    assert [each.title.text() for each in window.findChildren(Overlay)] == ["Chưa làm được việc này"]
