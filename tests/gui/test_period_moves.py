"""The moves on a period as a whole: each dialog asks for what it needs, and the engine is asked for exactly that."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot
from window_here import DESK, Shown, shown

from ccbdesk.gui.dialogs.beginning import BeginDialog
from ccbdesk.gui.dialogs.days import DayField
from ccbdesk.gui.dialogs.decisions import DecisionsDialog
from ccbdesk.gui.dialogs.guide import FIRST_PAGE, GuideWindow, guide_page
from ccbdesk.gui.dialogs.writing import periods_from
from ccbdesk.gui.pages.page import Command
from ccbdesk.model.history import Stage
from ccbdesk.model.origin import DecisionId
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.cabinet import Ground, Written
from ccbdesk.service.requests import Request
from ccbdesk.service.requests import desk as asking
from ccbdesk.service.requests.cabinet import Export, Grounds, SetUp, WriteTemplates

OWN = Ground(
    "Cụm thi đua số 3 – hồ sơ “a”",
    Path("/d/a.ccbdesk"),
    "",
    ((UnitId("a"), "An"), (UnitId("b"), "Bình")),
    PeriodCode("2027"),
)
OTHER = Ground("Cụm khác – hồ sơ mới", None, "/forms/khac.xlsx", ((UnitId("c"), "Cao"),))
WRITTEN = Written(Path("/out/x"), Path("/out/x/Muc luc.docx"), "Đã xuất gói hồ sơ.")


def answer(request: Request[Any]) -> object:
    """Answer as the engine would."""
    match request:
        case Grounds():
            return (OWN, OTHER)
        case Export() | WriteTemplates():
            return WRITTEN
        case _:
            return DESK


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Shown:
    return shown(qtbot, tmp_path, answer, DESK)


def field(here: Shown, name: str) -> QLineEdit:
    """Return a field of the dialog by the name a screen reader says."""
    (found,) = (each for each in here.overlay.findChildren(QLineEdit) if each.accessibleName() == name)
    return found


def radio(here: Shown, words: str) -> QRadioButton:
    """Return a radio button of the dialog."""
    (found,) = (each for each in here.overlay.findChildren(QRadioButton) if each.text().replace("&", "") == words)
    return found


def write(widget: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Type words in place of what stands there; QTest types ASCII only."""
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def press(here: Shown, words: str) -> None:
    """Press a button of the dialog."""
    QTest.mouseClick(here.button(words, here.overlay), Qt.MouseButton.LeftButton)


# -- days ----------------------------------------------------------------------------------------------------------


def test_only_the_days_that_were_changed_are_moved(here: Shown) -> None:
    here.choose("days")
    assert field(here, "Hạn gửi báo cáo").text() == "05/10/2026"

    write(field(here, "Hạn gửi báo cáo"), "7/10/2026")
    write(field(here, "Ngày họp"), "ngay 20 thang 10 nam 2026")
    press(here, "Ghi các ngày")

    assert here.asked == [
        asking.Move(DESK.table, Milestone.DEADLINE, date(2026, 10, 7)),
        asking.Move(DESK.table, Milestone.MEETING, date(2026, 10, 20)),
    ]
    assert here.is_free


def test_a_day_the_calendar_does_not_have_is_named_and_nothing_is_asked(here: Shown) -> None:
    here.choose("days")

    write(field(here, "Ngày họp"), "31/9/2026")
    press(here, "Ghi các ngày")

    assert "Chưa rõ ngày “31/9/2026”." in said(here)
    assert here.asked == []


def said(here: Shown) -> str:
    """Return all words on the dialog."""
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - only here

    return "\n".join(label.text() for label in here.overlay.findChildren(QLabel) if label.isVisible())


def test_escape_closes_a_dialog_and_asks_nothing(here: Shown) -> None:
    here.choose("days")
    write(field(here, "Ngày họp"), "1/10/2026")

    QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Escape)

    assert (here.asked, here.is_free) == ([], True)


@pytest.mark.parametrize(
    ("typed", "day", "is_sound"),
    [
        ("", None, True),
        ("  ", None, True),
        ("5/10/2026", date(2026, 10, 5), True),
        ("05.10.2026", date(2026, 10, 5), True),
        ("mai", None, False),
    ],
)
def test_a_day_is_read_as_people_write_it(qtbot: QtBot, typed: str, day: date | None, *, is_sound: bool) -> None:
    one = DayField()
    qtbot.addWidget(one)
    one.setText(typed)

    assert (one.day, one.is_sound) == (day, is_sound)


# -- closing, opening again, issuing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "stage"),
    [("Số liệu chính thức", Stage.OFFICIAL), ("Số liệu tại hội nghị, sau còn bổ sung", Stage.AT_MEETING)],
)
def test_a_period_is_closed_at_a_stage(here: Shown, words: str, stage: Stage) -> None:
    here.choose("close")

    radio(here, words).click()
    press(here, "Chốt sổ")

    assert here.asked == [asking.Close(DESK.table, stage)]


def test_closing_says_what_is_not_done_yet(here: Shown) -> None:
    here.choose("close")

    assert "còn điều chưa xong" in said(here)


def test_a_closed_period_is_opened_again_with_a_reason_that_must_be_given(here: Shown) -> None:
    here.window.show_desk(replace(DESK, life=replace(DESK.life, is_closed=True)))
    here.choose("reopen")
    press(here, "Mở lại kỳ")
    assert "Cần ghi lý do." in said(here)

    (reason,) = here.overlay.findChildren(QPlainTextEdit)
    write(reason, "Don vi gui lai")
    press(here, "Mở lại kỳ")

    assert here.asked == [asking.Reopen(DESK.table, "Don vi gui lai")]


def test_a_signed_report_is_taken_back_with_its_number_day_and_files(
    here: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = iter(["/ký/Bao cao.docx", "/ký/quét.pdf"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    here.choose("issue")
    for wanted in ("Cần ghi số báo cáo.", "Cần ghi ngày ký.", "Cần chọn tệp Word của báo cáo đã ký."):
        press(here, "Ghi nhận")
        assert wanted in said(here)
        fill = {"Cần ghi số báo cáo.": ("Số báo cáo", "12/BC"), "Cần ghi ngày ký.": ("Ngày ký", "20/12/2026")}
        if wanted in fill:
            write(field(here, fill[wanted][0]), fill[wanted][1])

    for name in ("Chọn báo cáo đã ký (Word)", "Chọn bản quét"):
        (button,) = (
            each for each in here.overlay.findChildren(type(here.button("Hủy"))) if each.accessibleName() == name
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    press(here, "Ghi nhận")

    assert here.asked == [
        asking.Issue(DESK.table, "12/BC", date(2026, 12, 20), Path("/ký/Bao cao.docx"), Path("/ký/quét.pdf"))
    ]


# -- the book of decisions -----------------------------------------------------------------------------------------


def test_every_decision_is_listed_and_one_that_holds_can_be_undone(here: Shown) -> None:
    here.choose("decisions")
    dialog = here.overlay
    assert isinstance(dialog, DecisionsDialog)
    lines = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]

    assert [[line.text(column) for column in range(3)] for line in lines if line] == [
        ["04/10/2026 09:12", "Lan", "Chấp nhận một điều của Long Vân."],
        ["04/10/2026 09:05", "Lan", "(đã hoàn tác) Bỏ Kim Sơn ra khỏi kỳ."],
    ]
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert not dialog.button.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    press(here, "Hoàn tác việc này")
    assert here.asked == [asking.Undo(DESK.table, DecisionId(2))]


def test_a_period_without_decisions_says_so(here: Shown) -> None:
    here.window.show_desk(replace(DESK, decisions=()))

    here.choose("decisions")

    assert "Chưa có việc nào." in said(here)
    assert not here.button("Hoàn tác việc này", here.overlay).isEnabled()


# -- packages and templates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "is_whole"), [("Kỳ đang mở: Quý III năm 2026", False), ("Cả hồ sơ, mọi kỳ", True)])
def test_a_package_goes_into_a_folder_that_is_remembered(
    here: Shown, monkeypatch: pytest.MonkeyPatch, words: str, *, is_whole: bool
) -> None:
    asked_in: list[str] = []

    def pick(_parent: object, _title: str, folder: str) -> str:
        asked_in.append(folder)
        return "/out"

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", pick)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    for _ in range(2):
        here.choose("export")
        radio(here, words).click()
        press(here, "Chọn nơi lưu…")
        press(here, "Mở thư mục")

    assert here.asked == [Export(DESK.table, Path("/out"), is_whole)] * 2
    assert (asked_in, opened) == (["/hồ sơ", "/out"], ["/out/x", "/out/x"])


def test_where_no_folder_is_chosen_nothing_is_written(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    here.choose("export")

    press(here, "Chọn nơi lưu…")

    assert (here.asked, here.is_free) == ([], True)


def test_templates_are_written_for_the_period_that_is_chosen(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/out")
    here.choose("templates")

    press(here, "Chọn nơi lưu…")
    here.overlay.cancel()
    here.choose("templates")
    QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Down)
    radio(here, "Một tệp chung, đơn vị tự chọn tên").click()
    write(field(here, "Số liệu tính đến"), "15/12/2026")
    press(here, "Chọn nơi lưu…")

    assert here.asked == [
        WriteTemplates(DESK.table, PeriodCode("2026-q3"), Path("/out"), date(2026, 9, 30)),
        WriteTemplates(DESK.table, PeriodCode("2026-q4"), Path("/out"), date(2026, 12, 15), is_common=True),
    ]


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        ("2026", ["2026", "2027"]),
        ("2026-6t", ["2026-6t", "2026", "2027", "2027-6t"]),
        ("2026-q3", ["2026-q3", "2026-q4", "2027-q1", "2027-q2", "2027-q3", "2027-q4"]),
        ("gì đó", []),
    ],
)
def test_templates_are_offered_for_this_period_and_those_that_follow(code: str, offered: list[str]) -> None:
    assert [each.code for each in periods_from(code)] == offered


# -- beginning -----------------------------------------------------------------------------------------------------


def begin(here: Shown) -> BeginDialog:
    """Open the dialog that begins a period."""
    QTest.keyClick(here.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = here.overlay
    assert isinstance(dialog, BeginDialog)
    return dialog


def test_the_next_period_of_the_dossier_that_is_open_is_proposed(here: Shown) -> None:
    dialog = begin(here)

    assert here.asked == [Grounds((DESK.table.dossier,))]
    assert (dialog.period.code, dialog.cut_off.text(), dialog.place.text()) == ("2027", "31/12/2027", "d › a.ccbdesk")
    assert not dialog.elsewhere.isEnabled()


def test_a_period_is_set_up_without_an_id_being_typed(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/kho")
    dialog = begin(here)

    dialog.span.setCurrentIndex(1)
    write(dialog.deadline, "5/7/2027")
    dialog.members.item(1).setCheckState(Qt.CheckState.Unchecked)
    press(here, "Lập kỳ")
    press(here, "Để sau")
    second = begin(here)
    second.cluster.setCurrentIndex(1)
    second.year.setValue(2026)
    QTest.mouseClick(second.elsewhere, Qt.MouseButton.LeftButton)
    press(here, "Lập kỳ")

    cut_off, deadline = (Milestone.CUT_OFF, date(2027, 6, 30)), (Milestone.DEADLINE, date(2027, 7, 5))
    assert [each for each in here.asked if isinstance(each, SetUp)] == [
        SetUp(Path("/d/a.ccbdesk"), "", PeriodCode("2027-6t"), (cut_off, deadline), (UnitId("b"),)),
        SetUp(Path("/kho"), "/forms/khac.xlsx", PeriodCode("2026"), ((Milestone.CUT_OFF, date(2026, 12, 31)),)),
    ]


def test_a_period_without_members_is_not_set_up(here: Shown) -> None:
    dialog = begin(here)
    for row in range(dialog.members.count()):
        dialog.members.item(row).setCheckState(Qt.CheckState.Unchecked)

    press(here, "Lập kỳ")

    assert "Cần ít nhất một đơn vị tham gia." in said(here)
    assert len(here.asked) == 1


def test_another_form_is_chosen_as_a_file_and_stands_first(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/forms/khac.xlsx", ""))
    begin(here)

    press(here, "Bộ biểu mẫu khác…")

    dialog = here.overlay
    assert isinstance(dialog, BeginDialog)
    assert here.asked[-1] == Grounds((DESK.table.dossier,), Path("/forms/khac.xlsx"))
    assert dialog.cluster.currentText() == "Cụm khác – hồ sơ mới"


def test_what_most_do_next_is_offered_after_a_period_was_set_up(here: Shown) -> None:
    begin(here)
    press(here, "Lập kỳ")
    assert here.overlay.accessibleName() == "Đã lập kỳ Quý III năm 2026"

    press(here, "Ghi Phiếu kỳ…")

    assert here.pages[Step.RECEIVING].obeyed == [Command.OWN_SHEET]


# -- help ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("action", "title"), [("keys", "Phím tắt"), ("about", "Giới thiệu")])
def test_help_is_a_dialog_that_enter_closes(here: Shown, action: str, title: str) -> None:
    here.choose(action)
    assert here.overlay.accessibleName() == title

    QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Return)

    assert here.is_free


def test_every_key_of_the_menus_is_listed(here: Shown) -> None:
    here.choose("keys")
    words = said(here)

    keys = [each.shortcuts()[0].toString() for each in here.window.menus.actions.values() if each.shortcuts()]
    assert [key for key in keys if key not in words] == []


# -- the guide -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [None, *Step])
def test_every_step_has_its_page_in_the_guide(step: Step | None) -> None:
    page = guide_page(step)

    assert page is not None
    assert page.read_text(encoding="utf-8").startswith("# ")
    assert (page.name == FIRST_PAGE) == (step is None)


def test_the_guide_opens_at_the_page_of_the_step_and_stays_beside_the_work(here: Shown) -> None:
    here.window.go(Step.CHECKING)

    QTest.keyClick(here.window, Qt.Key.Key_F1)
    (guide,) = here.window.findChildren(GuideWindow)
    first = guide.text.toPlainText()
    here.window.go(Step.MERGING)
    here.choose("guide")

    assert guide.isVisible()
    assert "Kiểm tra" in first.splitlines()[0]
    assert "Tổng hợp" in guide.text.toPlainText().splitlines()[0]


def test_a_program_installed_without_its_guide_shows_the_keys(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccbdesk.resources.guide", lambda: Path("/nowhere"))

    QTest.keyClick(here.window, Qt.Key.Key_F1)

    assert here.overlay.accessibleName() == "Phím tắt"
