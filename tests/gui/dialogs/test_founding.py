"""A new cluster in the window: names are typed or ticked, what is lacking is said, and the form shows its mistakes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ccbdesk.gui.dialogs.form_check import FormDialog
from ccbdesk.gui.dialogs.founding import FoundingDialog
from ccbdesk.gui.look.dressing import dress
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.labels import Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.forms import FormPicture, Foundations

FOUNDATIONS = Foundations(
    (("tw-3", "Cụm thi đua số 3"), ("lak-3", "Cụm thi đua huyện")),
    (("thành phố", "Huế"), ("tỉnh", "Cà Mau"), ("tỉnh", "Đắk Lắk")),
)
PATH = Path("bieu mau") / "tw-3.xlsx"
SOUND = FormPicture(PATH, "Bộ biểu mẫu tw-3: 6 đơn vị. Không có chỗ nào phải sửa.")
FAULTY = FormPicture(
    PATH, "Có 2 chỗ phải sửa trong “tw-3.xlsx”.", ("Trang «Quy tắc», ô B2: …", "Trang «Câu mẫu», ô D3: …")
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    dress(qapp)
    made = QWidget()
    made.resize(1366, 728)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: Overlay, words: str) -> Button:
    return next(each for each in dialog.findChildren(Button) if each.text().replace("&", "") == words)


def field(dialog: Overlay, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def tick(dialog: Overlay, words: str) -> QCheckBox:
    return next(each for each in dialog.findChildren(QCheckBox) if each.text() == words)


def test_name_and_members_are_given_as_they_are_called(qtbot: QtBot, window: QWidget) -> None:
    dialog = FoundingDialog(window, FOUNDATIONS)
    dialog.open()

    QTest.keyClicks(field(dialog, "Tên Cụm"), "Cum 5")
    for words in ("thành phố Huế", "tỉnh Đắk Lắk"):
        QTest.keyClick(tick(dialog, words), Qt.Key.Key_Space)
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("xã Nam Hòa\n\n  xã Đông Hòa ")
    with qtbot.waitSignal(dialog.chosen) as given:
        QTest.mouseClick(button(dialog, "Lập Cụm"), Qt.MouseButton.LeftButton)

    assert given.args == ["tw-3", "Cum 5", ("thành phố Huế", "tỉnh Đắk Lắk", "xã Nam Hòa", "xã Đông Hòa")]
    assert dialog.hint.text() == "4 đơn vị."


def test_what_is_lacking_is_said_and_nothing_can_be_made(window: QWidget) -> None:
    dialog = FoundingDialog(window, FOUNDATIONS)
    dialog.open()
    at_first = dialog.hint.text()

    QTest.keyClicks(field(dialog, "Tên Cụm"), "Cum 5")

    assert (at_first, dialog.hint.text()) == ("Còn thiếu: tên Cụm, đơn vị.", "Còn thiếu: đơn vị.")
    assert not button(dialog, "Lập Cụm").isEnabled()


def test_provinces_are_found_without_marks_and_a_tick_stays(window: QWidget) -> None:
    dialog = FoundingDialog(window, FOUNDATIONS)
    dialog.open()
    tick(dialog, "thành phố Huế").setChecked(True)

    QTest.keyClicks(field(dialog, "Tìm"), "dak")

    assert [each.text() for each in dialog.findChildren(QCheckBox) if each.isEnabled()] == [
        "thành phố Huế",
        "tỉnh Đắk Lắk",
    ]
    assert dialog.members == ("thành phố Huế",)


def test_every_mistake_is_listed_and_a_form_with_mistakes_is_not_used(qtbot: QtBot, window: QWidget) -> None:
    dialog = FormDialog(window, FAULTY)
    dialog.open()
    shown = [each.text() for each in dialog.findChildren(Label)]

    assert set(FAULTY.mistakes) <= set(shown)
    assert not button(dialog, "Dùng cho kỳ này").isEnabled()
    with qtbot.waitSignal(dialog.reading_wanted):
        QTest.mouseClick(button(dialog, "Đọc lại"), Qt.MouseButton.LeftButton)


def test_once_it_is_put_right_it_can_be_used(qtbot: QtBot, window: QWidget) -> None:
    dialog = FormDialog(window, FAULTY)
    dialog.open()

    dialog.show_form(SOUND)

    assert button(dialog, "Dùng cho kỳ này").isEnabled()
    with qtbot.waitSignals([dialog.excel_wanted, dialog.use_wanted]):
        button(dialog, "Mở trong Excel").click()
        button(dialog, "Dùng cho kỳ này").click()
