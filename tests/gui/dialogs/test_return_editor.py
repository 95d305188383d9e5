"""A return filled in by hand: only what was typed otherwise is given, and never without its source."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ccbdesk.gui.dialogs.return_editor import ReturnEditor
from ccbdesk.gui.look.dressing import dress
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.desk import PastValue
from ccbdesk.service.pictures.returns import FieldPicture, ReturnPicture, SectionPicture
from ccbdesk.service.requests.returns import Filled

PHOTO = Path("anh.jpg")


def field(code: str, label: str, typed: str = "", received: str = "", **more: object) -> FieldPicture:
    return FieldPicture(IndicatorCode(code), label, "người", typed, received, "Số nguyên (người).", **more)  # type: ignore[arg-type]  # the rest of the fields by name


UNIT = ReturnPicture(
    UnitId("u1"),
    "Hội CCB phường Đông Phong",
    is_own=False,
    sections=(
        SectionPicture(
            "I. Tổ chức",
            (
                field(
                    "hoi_vien", "Tổng số hội viên", "520", "520", is_required=True, past=(PastValue("Năm 2022", "512"),)
                ),
                field("nu", "Nữ", "41", "14", note="sửa theo công văn 3"),
                field("dang_vien", "Đảng viên"),
                field("cach_lam", "Cách làm hay", is_long=True),
            ),
        ),
    ),
    elsewhere=("Mô hình",),
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    dress(qapp)
    made = QWidget()
    made.resize(1366, 728)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: QWidget, picture: ReturnPicture = UNIT) -> ReturnEditor:
    editor = ReturnEditor(window, picture, lambda _: [PHOTO])
    editor.open()
    return editor


def line(editor: ReturnEditor, name: str) -> QLineEdit:
    return next(each for each in editor.findChildren(QLineEdit) if each.accessibleName() == name)


def button(editor: ReturnEditor, words: str) -> Button:
    return next(each for each in editor.findChildren(Button) if each.text().replace("&", "").startswith(words))


def test_what_was_typed_is_given_with_its_source_and_papers(qtbot: QtBot, window: QWidget) -> None:
    editor = opened(window)

    QTest.keyClicks(line(editor, "Số liệu lấy từ đâu"), "ong Ba")
    QTest.keyClicks(line(editor, "Đảng viên"), "97")
    QTest.mouseClick(button(editor, "Kèm ảnh"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(editor.filled) as given:
        QTest.mouseClick(button(editor, "Ghi 1 số liệu"), Qt.MouseButton.LeftButton)

    assert given.args == [(Filled(IndicatorCode("dang_vien"), "97"),), "ong Ba", (PHOTO,)]
    assert editor.isVisible()


def test_without_a_source_nothing_is_recorded_and_it_says_what_is_lacking(window: QWidget) -> None:
    editor = opened(window)

    QTest.keyClicks(line(editor, "Đảng viên"), "97")

    assert not button(editor, "Ghi 1 số liệu").isEnabled()
    assert editor.hint.text() == "Còn thiếu: số liệu lấy từ đâu."


def test_what_stands_there_already_is_no_change(window: QWidget) -> None:
    editor = opened(window)

    QTest.keyClicks(line(editor, "Số liệu lấy từ đâu"), "ong Ba")
    line(editor, "Nữ").setText(" 41 ")

    assert not button(editor, "Ghi").isEnabled()


def test_words_are_typed_over_lines_and_the_field_grows(qtbot: QtBot, window: QWidget) -> None:
    editor = opened(window)
    words = next(each for each in editor.findChildren(QPlainTextEdit) if each.accessibleName() == "Cách làm hay")
    before = words.height()

    words.setPlainText("Một\nHai\nBa")
    QTest.keyClicks(line(editor, "Số liệu lấy từ đâu"), "thu")

    assert words.height() > before
    with qtbot.waitSignal(editor.filled) as given:
        button(editor, "Ghi 1 số liệu").click()
    assert given.args[0] == (Filled(IndicatorCode("cach_lam"), "Một\nHai\nBa"),)


def test_beside_a_figure_stands_what_it_was_and_what_the_file_has(window: QWidget) -> None:
    told = {each.field.figure: each.told for each in opened(window).fields}

    assert told == {
        "hoi_vien": "Năm 2022: 512",
        "nu": "sửa theo công văn 3; trong tệp ghi “14”",
        "dang_vien": "",
        "cach_lam": "",
    }


def test_the_cluster_fills_in_its_own_sheet_and_lists_go_to_excel(qtbot: QtBot, window: QWidget) -> None:
    editor = opened(window, ReturnPicture(UnitId("cum"), "Cụm 1", is_own=True, sections=(), elsewhere=("Nhiệm vụ",)))

    assert line(editor, "Số liệu lấy từ đâu").text() == "văn phòng Cụm"
    with qtbot.waitSignal(editor.excel_asked):
        QTest.mouseClick(button(editor, "Mở biểu mẫu trong Excel"), Qt.MouseButton.LeftButton)
