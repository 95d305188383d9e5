"""How the look is put on. This module holds the tests on text factor, fonts, icons and Qt's own words."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ccbdesk import resources
from ccbdesk.gui.look.dressing import LARGEST, SMALLEST, STEPS, dress, larger, smaller, wants_contrast, worn
from ccbdesk.gui.look.fonts import load_fonts
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.palette import CALM, HIGH_CONTRAST
from ccbdesk.gui.look.style_sheet import style_sheet
from ccbdesk.gui.look.text import Text

WORDS = Path(resources.qt_words()).with_suffix(".ts")
TRANSLATIONS = [
    (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
    for context in ET.parse(WORDS).iter("context")  # noqa: S314 - our own file
    for message in context.iter("message")
]


# -- sizes ---------------------------------------------------------------------------------------------------------


def test_the_text_factor_stays_between_its_bounds(qapp: QApplication) -> None:
    assert [dress(qapp, factor).factor for factor in (0.2, 0.9, 1.3, 1.6, 5)] == [SMALLEST, 0.9, 1.3, 1.6, LARGEST]


def test_larger_and_smaller_go_through_the_steps_and_stop_at_the_ends() -> None:
    up = [SMALLEST]
    while larger(up[-1]) != up[-1]:
        up.append(larger(up[-1]))
    down = [LARGEST]
    while smaller(down[-1]) != down[-1]:
        down.append(smaller(down[-1]))

    assert tuple(up) == STEPS
    assert tuple(reversed(down)) == STEPS
    assert larger(1.07) == 1.15


@pytest.mark.parametrize("factor", STEPS)
def test_everything_grows_with_the_text(qapp: QApplication, factor: float) -> None:
    usual = dress(qapp)
    sizes = [usual.px(44), usual.font(Text.BODY).pixelSize(), usual.icon(Icon.SAVE).availableSizes()[0].width()]
    look = dress(qapp, factor)
    grown = [look.px(44), look.font(Text.BODY).pixelSize(), look.icon(Icon.SAVE).availableSizes()[0].width()]

    assert grown == [round(size * factor) for size in sizes]
    assert qapp.font().pixelSize() == look.font(Text.BODY).pixelSize()
    assert f"font-size: {look.px(16)}px" in qapp.styleSheet()


def test_a_label_changes_with_the_look_it_is_worn_in(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    label = QLabel("Nhận tệp")
    label.setProperty("text_kind", Text.TITLE.role)
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.font().pixelSize()
    dress(qapp, 1.6, is_high_contrast=True)

    assert (before, label.font().pixelSize()) == (28, round(28 * 1.6))
    assert label.palette().windowText().color().name().upper() == HIGH_CONTRAST.ink


def test_nothing_in_the_style_sheet_is_left_unfilled(qapp: QApplication) -> None:
    sheet = style_sheet(dress(qapp))

    assert "$" not in sheet
    assert "/*" not in sheet
    assert [path for path in re.findall(r'url\("([^"]+)"\)', sheet) if not Path(path).is_file()] == []


def test_high_contrast_is_asked_of_the_computer_and_switched_by_hand(qapp: QApplication) -> None:
    assert wants_contrast(qapp) is False
    assert dress(qapp, is_high_contrast=True).palette is HIGH_CONTRAST
    assert worn().palette is HIGH_CONTRAST
    assert dress(qapp).palette is CALM


def test_narrow_and_low_grow_with_the_text(qapp: QApplication) -> None:
    look = dress(qapp)
    assert (look.is_narrow(1366), look.is_narrow(1093), look.is_low(728), look.is_low(590)) == (
        False,
        True,
        False,
        True,
    )
    assert dress(qapp, 1.3).is_narrow(1600)


# -- fonts ---------------------------------------------------------------------------------------------------------

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
SIGNS = "0123456789.,;:!?%()[]“”‘’…–—−×÷·›‹°²₫&@#/\\+=*"


def test_the_fonts_are_those_that_ship_with_the_program(qapp: QApplication) -> None:
    look = dress(qapp)

    assert {"Noto Sans", "Tinos"} <= set(load_fonts())
    assert [QFontInfo(look.font(text)).family() for text in Text] == ["Noto Sans"] * len(Text)
    assert QFontInfo(look.font(Text.TITLE)).weight() == Text.TITLE.weight


@pytest.mark.usefixtures("qapp")
def test_every_font_has_every_vietnamese_letter() -> None:
    lacking = {
        path.name: [sign for sign in VIETNAMESE + VIETNAMESE.upper() + SIGNS if not font.supportsCharacter(ord(sign))]
        for path in resources.fonts()
        if (font := QRawFont(str(path), 16)).isValid()
    }

    assert {name: signs for name, signs in lacking.items() if signs} == {}
    assert len(lacking) == 7


def test_figures_are_all_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(dress(qapp).font(Text.STRONG))

    assert {metrics.horizontalAdvance(figure) for figure in "0123456789"} == {metrics.horizontalAdvance("0")}


def test_every_font_lies_beside_its_licence() -> None:
    folder = resources.folder() / "fonts"

    assert {path.name.split("-")[0] for path in resources.fonts()} == {"NotoSans", "Tinos"}
    for name in ("NotoSans", "Tinos"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / f"OFL-{name}.txt").read_text(encoding="utf-8")


# -- icons ---------------------------------------------------------------------------------------------------------


def test_every_icon_has_a_drawing_and_every_drawing_a_name() -> None:
    drawings = {path.stem for path in (resources.folder() / "icons").glob("*.svg")}

    assert drawings == {icon.value for icon in Icon}
    assert "check-circle" in drawings


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_is_drawn_in_the_colour_that_is_asked_for_and_no_other(qapp: QApplication, icon: Icon) -> None:
    image = dress(qapp).icon(icon, "#A12B28", 48).pixmap(48, 48).toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    edges = [image.pixelColor(x, y).alpha() for x in range(48) for y in (0, 47)]

    assert colours == {"#A12B28"}
    assert max(edges) < 255


# -- Qt's own words ------------------------------------------------------------------------------------------------


def test_qt_reads_what_the_translation_says_now(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    program = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([program, WORDS, "-qm", made], check=True, capture_output=True)

    assert made.read_bytes() == resources.qt_words().read_bytes()


def test_a_mnemonic_stands_before_a_letter_that_alt_can_be_pressed_with() -> None:
    marked = [words for _, _, words in TRANSLATIONS if "&" in words]

    assert len(marked) > 20
    assert [words for words in marked if not re.search("&[A-Za-z]", words)] == []


def test_what_is_filled_in_is_filled_in_the_translation_too() -> None:
    gaps = re.compile(r"%\d")

    assert [(source, words) for _, source, words in TRANSLATIONS if gaps.findall(source) != gaps.findall(words)] == []
    assert [source for _, source, words in TRANSLATIONS if not words] == []


def test_the_buttons_of_qt_are_vietnamese(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Yes | kinds.No | kinds.Retry | kinds.Close)
    qtbot.addWidget(box)

    assert {button.text() for button in box.buttons()} == {"Đồng ý", "Hủy", "Lưu", "&Có", "&Không", "Thử lại", "Đóng"}


def test_the_file_dialog_of_qt_is_vietnamese(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    dress(qapp)
    dialog = QFileDialog(None, "Chọn tệp", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    qtbot.addWidget(dialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}

    assert words == {"Tì&m trong:", "&Tên tệp:", "&Loại tệp:"}


def test_context_menu_and_undo_of_qt_are_vietnamese(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    field = QLineEdit("chữ")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    stack = QUndoStack()
    stack.push(QUndoCommand("chấp nhận ô C15"))
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]

    assert words == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả"]
    assert stack.createUndoAction(stack).text() == "Hoàn tác: chấp nhận ô C15"


def test_a_message_box_says_no_english_word(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    box = QMessageBox()
    box.setDetailedText("…")
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Help)
    qtbot.addWidget(box)

    assert {button.text() for button in box.buttons()} == {"Không lưu", "Trợ giúp", "Xem chi tiết…"}


def test_numbers_and_dates_are_written_as_in_vietnam(qapp: QApplication) -> None:
    dress(qapp)
    locale = QLocale()

    assert locale.toString(1234567) == "1.234.567"
    assert locale.toString(1234.5, "f", 1) == "1.234,5"
    assert locale.toString(QDate(2026, 9, 30), "dddd, d MMMM, yyyy") == "Thứ Tư, 30 tháng 9, 2026"
