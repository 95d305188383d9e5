"""What can be pressed. This module holds the tests on buttons, chips, the step rail, the bottom bar and stripes."""

import pytest
from gallery import STEPS, bottom_bar, chips, step_rail
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from seeing import click, heard, part, press, said, shown

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.widgets.bottom_bar import BottomBar
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.chips import Chip, ChipRow
from ccbdesk.gui.widgets.choices import Choice
from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.gui.widgets.step_rail import Step, StepRail, StepState
from ccbdesk.gui.widgets.stripes import Stripe

# -- buttons -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_mouse_and_keys(qtbot: QtBot, kind: Kind, key: Qt.Key) -> None:
    button = Button("Lưu", kind)
    qtbot.addWidget(button)
    button.show()
    pressed = heard(button.clicked)
    click(button)
    press(button, key)

    assert len(pressed) == 2


def test_buttons_are_large_enough_for_an_unsteady_hand(qtbot: QtBot) -> None:
    kinds = [Button("A", kind) for kind in Kind] + [Button("A").make_small(), Button("A", is_large=True)]
    for button in kinds:
        qtbot.addWidget(button)

    assert min(button.sizeHint().height() for button in kinds) >= worn().px(36)
    assert kinds[-1].sizeHint().height() > kinds[0].sizeHint().height()


# -- chips ---------------------------------------------------------------------------------------------------------


def test_exactly_one_chip_is_on_and_tells_when_another_is_chosen(qtbot: QtBot) -> None:
    page = chips()
    qtbot.addWidget(page)
    page.show()
    row = part(page, ChipRow)
    told = heard(row.chosen)
    click(part(row, Chip, "Cần xem 5"))

    assert told == [("xem",)]
    assert [said(chip) for chip in row.findChildren(Chip) if chip.isChecked()] == ["Cần xem 5"]
    assert row.code() == "xem"


def test_arrow_keys_home_and_end_go_from_chip_to_chip(qtbot: QtBot) -> None:
    page = chips()
    qtbot.addWidget(page)
    page.show()
    row = part(page, ChipRow)
    told = heard(row.chosen)
    part(row, Chip, "Tất cả 8").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(page, key)

    assert told == [("loi",), ("xem",), ("loi",), ("xong",), ("tat-ca",)]


def test_counts_change_in_place_and_choosing_by_code_tells_nobody(qtbot: QtBot) -> None:
    row = ChipRow("Lọc")
    qtbot.addWidget(row)
    row.add("loi", "Lỗi", 3)
    row.add("xong", "Xong")
    told = heard(row.chosen)
    row.set_count("loi", 2)
    row.set_count("xong", 1)
    row.choose("xong")

    assert [said(chip) for chip in row.findChildren(Chip)] == ["Lỗi 2", "Xong 1"]
    assert (row.code(), told) == ("xong", [])


def test_chips_break_into_lines_where_they_do_not_fit(qtbot: QtBot) -> None:
    page = chips()
    qtbot.addWidget(page)
    page.resize(300, 300)
    page.show()
    row = part(page, ChipRow)
    tops = {chip.y() for chip in row.findChildren(Chip)}

    assert len(tops) > 1
    assert max(chip.geometry().bottom() for chip in row.findChildren(Chip)) < row.height()


# -- choices -------------------------------------------------------------------------------------------------------


def a_choice(qtbot: QtBot, width: int) -> Choice:
    """Return a shown list of two periods, one with a long name."""
    choice = Choice("Kỳ")
    qtbot.addWidget(choice)
    choice.addItems(["Sáu tháng đầu năm 2026, tính đến hết ngày 30 tháng 6", "Năm 2025"])
    choice.resize(width, 42)
    choice.show()
    return choice


def test_a_long_name_is_shortened_where_there_is_no_room_and_stands_in_the_tooltip(qtbot: QtBot) -> None:
    narrow, wide = a_choice(qtbot, 200), a_choice(qtbot, 700)

    assert narrow.shown().endswith("…")
    assert narrow.toolTip() == "<p>Sáu tháng đầu năm 2026, tính đến hết ngày 30 tháng 6</p>"
    assert (wide.shown(), wide.toolTip()) == ("Sáu tháng đầu năm 2026, tính đến hết ngày 30 tháng 6", "")
    assert narrow.minimumSizeHint().width() < 200


def test_the_list_that_drops_down_shows_long_names_whole(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, 200)
    choice.showPopup()
    needed = choice.fontMetrics().horizontalAdvance(choice.itemText(0))

    assert choice.view().width() > needed
    choice.hidePopup()


def test_keys_choose_and_the_wheel_does_not(qtbot: QtBot) -> None:
    choice = a_choice(qtbot, 300)
    turned = QWheelEvent(
        QPointF(20, 20),
        QPointF(20, 20),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - as Qt asks for it
    )
    QApplication.sendEvent(choice, turned)
    after_wheel = choice.currentText()
    choice.setFocus()
    press(choice, Qt.Key.Key_Down)

    assert after_wheel.startswith("Sáu tháng")
    assert choice.currentText() == "Năm 2025"


# -- the rail ------------------------------------------------------------------------------------------------------


def test_every_part_of_the_rail_tells_that_it_was_pressed(qtbot: QtBot) -> None:
    page = step_rail()
    qtbot.addWidget(page)
    page.resize(600, 728)
    page.show()
    rail = part(page, StepRail)
    told = [
        heard(signal) for signal in (rail.period_pressed, rail.smaller_pressed, rail.larger_pressed, rail.help_pressed)
    ]
    chosen = heard(rail.chosen)
    for name in ("Đổi kỳ…", "Chữ nhỏ hơn", "Chữ to hơn", "Trợ giúp"):
        click(part(rail, Button, name))
    for button in rail.buttons:
        click(button)

    assert told == [[()]] * 4
    assert chosen == [(0,), (1,), (2,), (3,)]


def test_steps_are_read_with_number_name_and_state(qtbot: QtBot) -> None:
    page = step_rail()
    qtbot.addWidget(page)
    rail = part(page, StepRail)

    assert [said(button) for button in rail.buttons] == [
        "Bước 1: Nhận tệp, đã xong",
        "Bước 2: Kiểm tra",
        "Bước 3: Tổng hợp",
        "Bước 4: Báo cáo",
    ]
    assert rail.buttons[1].accessibleDescription() == "3 lỗi, 5 điều cần xem"
    assert [button.isChecked() for button in rail.buttons] == [False, True, False, False]


def test_a_narrow_rail_shows_numbers_and_keeps_the_words_as_tooltips(qtbot: QtBot) -> None:
    page = step_rail(is_narrow=True)
    qtbot.addWidget(page)
    page.resize(600, 590)
    page.show()
    rail = part(page, StepRail)
    words = {said(widget) for widget in shown(rail) if said(widget)}

    assert rail.width() == worn().px(78)
    assert words == {"Các bước", *(said(button) for button in rail.buttons)}
    assert "3 lỗi, 5 điều cần xem" in rail.buttons[1].toolTip()
    rail.set_narrow(False)
    assert rail.width() == worn().px(256)


def test_what_a_file_says_is_never_markup(qtbot: QtBot) -> None:
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.show_period("<b>Quý III</b>", "Cụm <i>số 3</i>")
    rail.show_steps((Step("Nhận tệp", "<u>tệp</u>" * 9, StepState.DONE), *STEPS[1:]), 0)

    assert rail.period.textFormat() == Qt.TextFormat.PlainText
    assert rail.buttons[0].toolTip().count("&lt;u&gt;") == 9


# -- the bar -------------------------------------------------------------------------------------------------------


def test_the_bar_offers_to_undo_and_to_go_on(qtbot: QtBot) -> None:
    page = bottom_bar()
    qtbot.addWidget(page)
    page.show()
    bar = part(page, BottomBar)
    undone, gone_on = heard(bar.undo_pressed), heard(bar.next_pressed)
    click(part(bar, Button, "Hoàn tác"))
    click(part(bar, Button, "Tiếp: xem 8 điều cần xử lý"))

    assert (undone, gone_on) == ([()], [()])
    bar.tell("")
    bar.set_next("")
    assert [bar.undo.isVisible(), bar.next.isVisible(), bar.words.isVisible()] == [False, False, False]


def test_the_pills_go_where_the_bar_is_narrow_and_come_back(qtbot: QtBot) -> None:
    page = bottom_bar()
    qtbot.addWidget(page)
    page.show()
    bar = part(page, BottomBar)
    seen = []
    for width in (1500, 800, 1500):
        page.resize(width, 200)
        seen.append("7 đạt" in [said(widget) for widget in shown(bar)])

    assert seen == [True, False, True]
    assert bar.minimumSizeHint().width() < 800


def test_links_of_one_page_make_room_for_those_of_the_next(qtbot: QtBot) -> None:
    bar = BottomBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 62)
    bar.show()
    first, second = Button("Soạn lời nhắc…", Kind.LINK), Button("Mở thư mục", Kind.LINK)
    qtbot.addWidget(first)
    bar.show_links((first,))
    bar.show_links((second,))
    bar.show_pills((Status(Tone.GOOD, "7 đạt"),))
    bar.show_pills((Status(Tone.GOOD, "8 đạt"),))

    assert first.parentWidget() is None
    assert {said(widget) for widget in shown(bar)} & {"Mở thư mục", "8 đạt", "7 đạt", "Soạn lời nhắc…"} >= {
        "Mở thư mục",
        "8 đạt",
    }


# -- stripes -------------------------------------------------------------------------------------------------------


def test_a_stripe_says_its_sentence_and_tells_that_its_button_was_pressed(qtbot: QtBot) -> None:
    stripe = Stripe("Chưa rõ tệp của đơn vị nào.", "Chọn đơn &vị…")
    qtbot.addWidget(stripe)
    stripe.show()
    pressed = heard(stripe.pressed)
    click(part(stripe, Button))

    assert pressed == [()]
    assert stripe.accessibleName() == "Chưa rõ tệp của đơn vị nào."
    stripe.say("Kỳ đã khóa.", tone=Tone.LOCKED)
    assert (stripe.words.text(), part(stripe, Button).isVisible()) == ("Kỳ đã khóa.", False)
