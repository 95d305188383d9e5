"""The frame of the window: what menus, keys, rail, bar and drops do, with an engine that answers at once."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from window_here import DESK, DOSSIER, Answers, Shown, TasksHere, drop, shown, with_desk

from ccbdesk.gui import picking
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.pages.page import Command
from ccbdesk.gui.widgets.dropping import DropZone
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Mark, Status, Step
from ccbdesk.service.pictures.cabinet import DossierCard, PeriodCard
from ccbdesk.service.requests import Request
from ccbdesk.service.requests import desk as asking
from ccbdesk.service.requests.cabinet import Glance

Open = Callable[..., Shown]


def nothing(_request: Request[Any]) -> None:
    """Answer nothing: the engine is at it."""


def the_desk(request: Request[Any]) -> object:
    """Answer everything with the desk, and looks into the cabinet with an empty one."""
    return () if isinstance(request, Glance) else DESK


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Open:
    def open_window(answers: Answers = the_desk, **wishes: Any) -> Shown:
        return shown(qtbot, tmp_path, answers, **{"desk": DESK, **wishes})

    return open_window


# -- an empty program ----------------------------------------------------------------------------------------------


def test_the_first_start_greets_and_has_the_keyboard_on_the_button_to_begin_with(opened: Open) -> None:
    here = opened(desk=None)

    here.window.look_around()

    assert here.button("Chọn tệp Excel…").hasFocus()
    assert (here.asked, here.window.menus.actions["merge"].isEnabled()) == ([], False)


def test_files_dropped_on_an_empty_program_begin_a_dossier_in_the_documents(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picking, "documents", lambda: Path("/d"))
    here = opened(desk=None)

    drop(here.window, [Path("/t/a.xlsx"), Path("/t/b.xlsx")])

    assert here.asked == [asking.Begin(Path("/d/CCB"), (Path("/t/a.xlsx"), Path("/t/b.xlsx")))]
    assert here.window.windowTitle() == "Quý III năm 2026 – Cụm thi đua số 3 – ccbdesk"
    assert here.pages[Step.RECEIVING].isVisible()


def test_files_hanging_over_an_empty_program_are_counted_where_they_are_invited(opened: Open) -> None:
    here = opened(desk=None)

    here.window.catcher.hanging.emit(3)
    assert here.window.start.welcome.zone.words() == "Thả tay để nhận 3 tệp Excel"
    here.window.catcher.gone.emit()
    assert here.window.start.welcome.zone.words() == "Kéo các tệp Excel vào đây"


def test_a_dossier_that_is_dropped_is_opened_and_the_files_beside_it_are_taken_into_it(opened: Open) -> None:
    here = opened(desk=None)

    drop(here.window, [Path("/t/a.xlsx"), DOSSIER])

    assert here.asked == [asking.OpenDossier(DOSSIER), asking.TakeIn(DESK.table, (Path("/t/a.xlsx"),))]


CARDS = (
    DossierCard(
        DOSSIER,
        "Cụm thi đua số 3",
        "",
        (
            PeriodCard(
                "2026-q3", "Quý III năm 2026", "Hạn nhận tệp 05/10/2026", "12 tệp", Status(Mark.WAITING, "Đang làm")
            ),
            PeriodCard("2026-q2", "Quý II năm 2026", "Chốt sổ 06/7/2026", "14 tệp", Status(Mark.GOOD, "Đã chốt sổ")),
        ),
    ),
    DossierCard(Path("/mất.ccbdesk"), "mất", "", (), "Không tới được hồ sơ “/mất.ccbdesk”."),
)


def with_cards(opened: Open, folder: Path) -> Shown:
    """Return a window that lists two dossiers."""
    here = opened(lambda request: CARDS if isinstance(request, Glance) else DESK, desk=None)
    for card in reversed(CARDS):
        here.window.preferences.remember_dossier(card.path)
    here.window.look_around()
    assert folder.exists()
    return here


def test_later_starts_list_the_periods_of_the_dossiers_opened_lately(opened: Open, tmp_path: Path) -> None:
    here = with_cards(opened, tmp_path)

    assert here.asked == [Glance((DOSSIER, Path("/mất.ccbdesk")))]
    assert [button.accessibleName() for button in here.window.start.shelf.buttons] == [
        "Mở Quý III năm 2026, Cụm thi đua số 3",
        "Mở Quý II năm 2026, Cụm thi đua số 3",
    ]
    assert here.window.start.shelf.buttons[0].hasFocus()


def test_a_period_of_the_list_is_opened_with_its_button(opened: Open, tmp_path: Path) -> None:
    here = with_cards(opened, tmp_path)

    QTest.mouseClick(here.window.start.shelf.buttons[1], Qt.MouseButton.LeftButton)

    assert here.asked[-1] == asking.OpenDossier(DOSSIER, "2026-q2")


def test_a_dossier_that_cannot_be_reached_is_tried_again_or_forgotten(opened: Open, tmp_path: Path) -> None:
    here = with_cards(opened, tmp_path)

    QTest.mouseClick(here.button("Thử lại"), Qt.MouseButton.LeftButton)
    assert here.asked[-1] == Glance((DOSSIER, Path("/mất.ccbdesk")))
    QApplication.processEvents()
    QTest.mouseClick(here.button("Bỏ khỏi danh sách"), Qt.MouseButton.LeftButton)
    assert here.asked[-1] == Glance((DOSSIER,))


# -- an open period ------------------------------------------------------------------------------------------------


def test_the_rail_says_whose_period_it_is_and_how_far_each_step_is(opened: Open) -> None:
    rail = opened().window.bench.rail

    assert (rail.period.text(), rail.note.text()) == ("Quý III năm 2026", "Cụm thi đua số 3 · hạn 05/10/2026")
    assert [(each.text(), each.accessibleDescription()) for each in rail.buttons] == [
        ("Nhận tệp", "12 trên 14 đơn vị"),
        ("Kiểm tra", "3 lỗi, 5 điều cần xem"),
        ("Tổng hợp", "Chưa tổng hợp"),
        ("Báo cáo", "Sau khi tổng hợp"),
    ]


def test_files_dropped_anywhere_on_an_open_period_are_taken_into_it_and_the_first_step_shows_them(opened: Open) -> None:
    here = opened()
    here.window.go(Step.CHECKING)

    drop(here.window, [Path("/t/a.xlsx")])

    assert here.asked == [asking.TakeIn(DESK.table, (Path("/t/a.xlsx"),))]
    assert here.window.bench.step is Step.RECEIVING


def test_a_step_is_shown_by_its_place_in_the_rail_and_by_its_key(opened: Open) -> None:
    here = opened()

    QTest.mouseClick(here.window.bench.rail.buttons[1], Qt.MouseButton.LeftButton)
    assert here.pages[Step.CHECKING].isVisible()
    QTest.keyClick(here.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert here.pages[Step.REPORTING].isVisible()
    assert Step.MERGING not in here.pages  # a page is made when it is first shown


def test_a_page_that_is_shown_late_knows_the_desk(opened: Open) -> None:
    here = opened()

    here.window.go(Step.MERGING)

    assert here.pages[Step.MERGING].desks == [DESK]


def test_every_page_shows_what_was_decided_on_another(opened: Open, qtbot: QtBot) -> None:
    after = with_desk(DESK, said="Chấp nhận một điều.")
    here = opened(lambda _: after)
    here.window.go(Step.CHECKING)

    here.window.decide(asking.Redo(DESK.table))

    qtbot.waitUntil(lambda: [page.desks[-1] for page in here.pages.values()] == [after, after])


def test_the_button_onward_leads_to_the_next_step_and_the_first_thing_there(opened: Open) -> None:
    here = opened()

    QTest.mouseClick(here.button("Tiếp: checking"), Qt.MouseButton.LeftButton)

    assert (here.window.bench.step, here.pages[Step.CHECKING].places) == (Step.CHECKING, ["đầu tiên"])


@pytest.mark.parametrize(
    ("key", "step", "command"),
    [
        (Qt.Key.Key_F9, Step.MERGING, Command.MERGE),
        (Qt.Key.Key_S, Step.REPORTING, Command.SAVE_REPORT),
        (Qt.Key.Key_E, Step.MERGING, Command.OPEN_FOLDER),
    ],
)
def test_a_key_leads_to_the_page_that_does_it_from_anywhere(
    opened: Open, key: Qt.Key, step: Step, command: Command
) -> None:
    here = opened()
    modifier = Qt.KeyboardModifier.NoModifier if key == Qt.Key.Key_F9 else Qt.KeyboardModifier.ControlModifier

    QTest.keyClick(here.window, key, modifier)

    assert (here.window.bench.step, here.pages[step].obeyed) == (step, [command])


def test_files_are_chosen_with_a_key_where_the_last_ones_came_from(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        folders.append(folder)
        return [str(tmp_path / "a.xlsx")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    here = opened()

    for _ in range(2):
        QTest.keyClick(here.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    assert here.asked == [asking.TakeIn(DESK.table, (tmp_path / "a.xlsx",))] * 2
    assert folders == ["", str(tmp_path)]


# -- undo ----------------------------------------------------------------------------------------------------------


def test_undo_and_redo_say_what_of_and_ask_for_it(opened: Open) -> None:
    here = opened()
    actions = here.window.menus.actions

    assert actions["undo"].text() == "&Hoàn tác: chấp nhận một điều của Long Vân"
    assert actions["redo"].text() == "&Làm lại: bỏ Kim Sơn ra khỏi kỳ"
    QTest.keyClick(here.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(here.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert here.asked == [asking.Undo(DESK.table), asking.Redo(DESK.table)]


def test_where_nothing_can_be_undone_nothing_is_asked(opened: Open) -> None:
    here = opened(desk=with_desk(DESK, undo="", redo=""))

    QTest.keyClick(here.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (here.asked, here.window.menus.actions["undo"].text()) == ([], "&Hoàn tác")


def test_the_bar_says_what_was_decided_and_offers_to_undo_that_and_nothing_else(opened: Open) -> None:
    here = opened(lambda _: with_desk(DESK, said="Đã làm."))
    bar = here.window.bench.bar

    here.window.decide(asking.Redo(DESK.table))
    assert (bar.words.text(), bar.undo.isVisible()) == ("Đã làm.", True)
    here.window.decide(asking.TakeIn(DESK.table, ()))
    assert (bar.words.text(), bar.undo.isVisible()) == ("Đã làm.", False)


def test_undoing_in_the_bar_asks_for_it(opened: Open) -> None:
    here = opened()
    here.window.decide(asking.Redo(DESK.table))

    QTest.mouseClick(here.window.bench.bar.undo, Qt.MouseButton.LeftButton)

    assert here.asked[-1] == asking.Undo(DESK.table)


# -- room and looks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "is_narrow"), [(1366, False), (1240, False), (1239, True), (1093, True)])
def test_a_narrow_window_shows_numbers_only_in_the_rail(opened: Open, width: int, *, is_narrow: bool) -> None:
    here = opened(size=(width, 728))

    assert here.window.bench.rail.period.isHidden() == is_narrow


@pytest.mark.parametrize(("height", "is_low"), [(728, False), (650, False), (649, True), (590, True)])
def test_a_low_window_leaves_the_line_under_the_head_out(opened: Open, height: int, *, is_low: bool) -> None:
    here = opened(size=(1366, height))

    assert here.pages[Step.RECEIVING].head.lead.isHidden() == is_low


def test_keys_make_the_text_larger_and_smaller_and_the_next_start_knows(opened: Open) -> None:
    here = opened()
    control = Qt.KeyboardModifier.ControlModifier

    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(here.window, key, control)
        sizes.append(worn().factor)
    QTest.mouseClick(here.window.bench.rail.larger, Qt.MouseButton.LeftButton)

    assert sizes == [1.15, 1.3, 1.15, 1.0]
    assert (worn().factor, here.window.preferences.kept.factor) == (1.15, 1.15)


def test_high_contrast_is_chosen_in_the_menu_and_kept(opened: Open) -> None:
    here = opened()

    here.choose("contrast")

    assert (worn().palette.line_width, here.window.preferences.kept.is_high_contrast) == (2, True)


def test_the_contrast_of_the_computer_is_followed_until_somebody_chooses(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = opened()
    monkeypatch.setattr("ccbdesk.gui.main_window.wants_contrast", lambda _: True)

    here.window._hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)  # noqa: SLF001 - the system
    followed = worn().palette.line_width
    here.choose("contrast")
    here.window._hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)  # noqa: SLF001 - the system

    assert (followed, worn().palette.line_width) == (2, 1)


def test_files_hanging_over_an_open_period_are_counted_on_its_page(opened: Open) -> None:
    here = opened()

    here.window.catcher.hanging.emit(2)

    zones = here.window.findChildren(DropZone)
    assert {zone.words() for zone in zones} == {"Thả tay để nhận 2 tệp Excel"}


def test_pages_are_made_ahead_of_time_while_nobody_waits(opened: Open, qtbot: QtBot) -> None:
    here = opened()

    here.window.get_ready()
    qtbot.waitUntil(lambda: len(here.pages) == len(Step), timeout=5000)

    assert (here.window.bench.step, here.pages[Step.REPORTING].desks) == (Step.RECEIVING, [DESK])


def test_the_window_stands_where_it_stood(opened: Open) -> None:
    first = opened(size=(777, 600))
    first.window.close()

    again = opened(size=None)

    assert first.tasks.is_closed
    assert (again.window.width(), again.window.height()) == (777, 600)


# -- menus ---------------------------------------------------------------------------------------------------------


def mnemonic(words: str) -> str:
    """Return the letter behind the ampersand."""
    found = re.search(r"(?<!&)&(?!&)(.)", words)
    return found[1].casefold() if found else ""


def test_the_menus_open_with_letters_that_every_keyboard_types(opened: Open) -> None:
    menus = opened().window.menus.menus

    assert [mnemonic(menu.title()) for menu in menus] == ["t", "s", "k", "x", "g"]


def test_within_a_menu_every_line_has_a_letter_of_its_own(opened: Open) -> None:
    here = opened()
    letters = [
        [mnemonic(action.text()) for action in menu.actions() if not action.isSeparator()]
        for menu in here.window.menus.menus
    ]

    assert [len(set(each)) for each in letters] == [len(each) for each in letters]
    assert all(letter.isascii() and letter.isalpha() for each in letters for letter in each)


def test_no_two_actions_have_the_same_key(opened: Open) -> None:
    keys = [key.toString() for action in opened().window.menus.actions.values() for key in action.shortcuts()]

    assert len(set(keys)) == len(keys)
    assert {"Ctrl+1", "Ctrl+4", "Ctrl+O", "Ctrl+N", "Ctrl+F", "Ctrl+Z", "Ctrl+Y", "F9", "Ctrl+S", "Ctrl+E"} <= {*keys}
    assert {"Ctrl++", "Ctrl+-", "Ctrl+0", "F1"} <= {*keys}


@pytest.mark.parametrize(
    ("changes", "enabled"),
    [
        ({}, {"close", "days"}),
        ({"life": replace(DESK.life, is_closed=True)}, {"reopen"}),
    ],
)
def test_a_closed_period_can_be_opened_again_and_an_open_one_closed(
    opened: Open, changes: dict[str, Any], enabled: set[str]
) -> None:
    actions = opened(desk=with_desk(DESK, **changes)).window.menus.actions

    assert {name for name in ("close", "days", "reopen") if actions[name].isEnabled()} == enabled


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_periods_of_the_dossier_are_offered_and_the_one_open_is_marked(opened: Open) -> None:
    here = opened()

    QTest.mouseClick(here.window.bench.rail.change, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = [action for action in menu.actions() if action.isCheckable()]
    assert [(each.text(), each.isChecked()) for each in offered] == [
        ("Quý III năm 2026", True),
        ("Quý II năm 2026", False),
    ]
    offered[1].trigger()
    menu.close()

    assert here.asked == [asking.OpenDossier(DOSSIER, "2026-q2")]


def test_closing_the_dossier_shows_the_list_again(opened: Open) -> None:
    here = opened()

    here.choose("shelf")

    assert here.window.start.isVisible()
    assert (here.asked, here.window.desk) == ([Glance((DOSSIER,))], None)


# -- when something fails ------------------------------------------------------------------------------------------

FAILURES = {
    Cause.WORLD: ("Chưa làm được việc này", ["Đóng", "Thử lại"]),
    Cause.TARGET_OPEN: ("Chưa lưu được tệp", ["Đóng", "Thử lại"]),
    Cause.REFUSED: ("Không thực hiện được", ["Đóng"]),
    Cause.STALE: ("Hồ sơ vừa có người khác ghi", ["Đóng", "Mở lại hồ sơ"]),
    Cause.OURS: ("Chương trình gặp lỗi", ["Chép thông tin lỗi", "Đóng"]),
}


def failing(cause: Cause) -> Answers:
    """Answer with a failure once, then with the desk."""
    ends = iter([Failed(1, cause, "Điều đã xảy ra. Việc cần làm. Không mất gì.", "tệp:1 hàm" * (cause is Cause.OURS))])
    return lambda _: next(ends, DESK)


def words_on(here: Shown) -> list[str]:
    """Return the words on the buttons of the dialog that is open."""
    from ccbdesk.gui.widgets.buttons import Button  # noqa: PLC0415 - only here

    buttons = here.overlay.findChildren(Button)
    return [each.text().replace("&", "") for each in buttons if each.isVisible()]


@pytest.mark.parametrize("cause", FAILURES)
def test_one_dialog_says_what_happened_and_offers_what_makes_sense(
    opened: Open, cause: Cause, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ccbdesk.gui.errors.log_folder", lambda: tmp_path)
    here = opened(failing(cause))

    here.window.decide(asking.Redo(DESK.table))

    title, buttons = FAILURES[cause]
    assert (here.overlay.accessibleName(), words_on(here)) == (title, buttons)


def test_what_can_be_tried_again_is_asked_again(opened: Open) -> None:
    here = opened(failing(Cause.WORLD))
    here.window.decide(asking.Redo(DESK.table))

    QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Return)

    assert here.asked == [asking.Redo(DESK.table)] * 2
    assert here.is_free


def test_a_target_that_is_open_elsewhere_can_be_saved_under_another_name(opened: Open) -> None:
    here = opened(failing(Cause.TARGET_OPEN))
    chosen: list[str] = []
    here.window.ask(asking.Redo(DESK.table), lambda _: None, elsewhere=lambda: chosen.append("khác"))

    QTest.mouseClick(here.button("Lưu tên khác…", here.overlay), Qt.MouseButton.LeftButton)

    assert (chosen, here.is_free) == (["khác"], True)


def test_a_dossier_that_somebody_else_wrote_to_is_opened_again(opened: Open) -> None:
    here = opened(failing(Cause.STALE))
    here.window.decide(asking.Redo(DESK.table))

    QTest.mouseClick(here.button("Mở lại hồ sơ", here.overlay), Qt.MouseButton.LeftButton)

    assert here.asked[-1] == asking.OpenDossier(DOSSIER, "2026-q3")


def test_what_was_stopped_is_said_in_the_bar_without_a_dialog(opened: Open) -> None:
    here = opened(failing(Cause.STOPPED))

    here.window.decide(asking.Redo(DESK.table))

    assert (here.is_free, here.window.bench.bar.words.text()[:8]) == (True, "Điều đã ")


def test_a_page_may_deal_with_a_failure_itself(opened: Open) -> None:
    here = opened(failing(Cause.REFUSED))
    met: list[Failed] = []

    def meet(failed: Failed) -> bool:
        met.append(failed)
        return True

    here.window.ask(asking.Redo(DESK.table), lambda _: None, fail=meet)

    assert (len(met), here.is_free) == (1, True)


def test_the_details_of_our_own_errors_can_be_copied(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ccbdesk.gui.errors.log_folder", lambda: tmp_path)
    here = opened(failing(Cause.OURS))
    here.window.decide(asking.Redo(DESK.table))

    QTest.mouseClick(here.button("Chép thông tin lỗi", here.overlay), Qt.MouseButton.LeftButton)

    copied = QApplication.clipboard().text()
    assert (copied.startswith("ccbdesk "), "tệp:1 hàm" in copied, "Qt 6" in copied) == (True, True, True)


# -- while something is done ---------------------------------------------------------------------------------------


def busy(tasks: TasksHere, *words: str) -> None:
    """Let the engine be at something, and tell of it."""
    tasks.busy_changed.emit(True)  # noqa: FBT003 - a signal has no names for what it carries
    for each in words:
        tasks.doing.emit(each)


def test_work_that_takes_a_while_is_told_of_and_can_be_stopped(opened: Open, qtbot: QtBot) -> None:
    here = opened(nothing)
    bar = here.window.bench.bar
    busy(here.tasks, "Đang đọc a.xlsx")

    qtbot.waitUntil(lambda: bar.words.text() == "Đang đọc a.xlsx …")
    QTest.mouseClick(here.button("Dừng"), Qt.MouseButton.LeftButton)
    here.tasks.doing.emit("Đang đọc b.xlsx")
    later = bar.words.text()
    here.tasks.busy_changed.emit(False)  # noqa: FBT003 - as above

    assert (here.tasks.stopped, later, bar.words.text()) == (1, "Đang đọc b.xlsx …", "")
    assert not here.window.waiting.stop.isVisible()


def test_work_that_is_done_at_once_is_not_spoken_of(opened: Open, qtbot: QtBot) -> None:
    here = opened(nothing)

    busy(here.tasks, "Đang ghi")
    here.tasks.busy_changed.emit(False)  # noqa: FBT003 - as above
    qtbot.wait(450)

    assert here.window.bench.bar.words.text() == ""


def test_work_before_a_period_is_open_is_told_of_as_well(opened: Open, qtbot: QtBot) -> None:
    here = opened(nothing, desk=None)
    busy(here.tasks, "Đang đọc a.xlsx")

    qtbot.waitUntil(here.window.start.bar.isVisible)
    QTest.mouseClick(here.button("Dừng", here.window.start), Qt.MouseButton.LeftButton)

    assert (here.window.start.bar.words.text(), here.tasks.stopped) == ("Đang đọc a.xlsx …", 1)


def test_a_page_too_large_for_the_screen_scrolls_and_the_bar_stays_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    here = shown(qtbot, tmp_path, lambda _: None, DESK)
    here.pages[Step.RECEIVING].setMinimumSize(1500, 900)
    QApplication.processEvents()

    bar = here.window.bench.bar
    assert (here.window.width(), here.window.height()) == (1366, 728)
    assert bar.mapTo(here.window, bar.rect().bottomRight()).y() < 728
    assert here.pages[Step.RECEIVING].size() == QSize(1500, 900)
