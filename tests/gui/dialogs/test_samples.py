"""Trying the program: every sample that ships with it is offered by its name, as it arrives or clean."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from window_here import shown

from ccbdesk import resources
from ccbdesk.gui.dialogs.samples import Sample, SamplesDialog
from ccbdesk.gui.start import samples
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.service.requests.desk import Begin

ONE, OTHER = Sample("Cụm Một, năm 2023", Path("mot")), Sample("Cụm Hai, 6 tháng đầu năm 2024", Path("hai"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 728)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: SamplesDialog) -> None:
    button = next(each for each in dialog.findChildren(Button) if each.text().replace("&", "") == "Mở bộ mẫu")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_sample_is_chosen_as_it_arrives_or_clean(window: QWidget) -> None:
    given: list[Path] = []
    for name, is_clean in ((OTHER.name, False), (ONE.name, True)):
        dialog = SamplesDialog(window, (ONE, OTHER))
        dialog.chosen.connect(given.append)
        dialog.open()
        next(each for each in dialog.findChildren(QRadioButton) if each.text() == name).setChecked(True)
        dialog.is_clean.setChecked(is_clean)
        press(dialog)

    assert given == [Path("hai") / "received", Path("mot") / "clean"]


def test_all_five_samples_are_offered_by_their_names() -> None:
    offered = samples()

    assert [each.folder for each in offered] == list(resources.samples())
    assert all(each.files(is_clean=False).is_dir() and each.files(is_clean=True).is_dir() for each in offered)
    assert "Cụm thi đua số 3, Hội Cựu chiến binh Việt Nam, năm 2023" in [each.name for each in offered]


def test_trying_begins_a_dossier_in_a_folder_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    here = shown(qtbot, tmp_path, lambda _: None)
    here.window.offer_samples((ONE,))

    press(here.window.findChildren(SamplesDialog)[0])

    (begun,) = (each for each in here.asked if isinstance(each, Begin))
    assert begun.files == (Path("mot") / "received",)
    assert begun.folder.name.startswith("ccbdesk-thu-")
