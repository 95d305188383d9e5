"""Nhận tệp: files dropped and chosen, units as they stand, questions asked in place, what can be done about a unit."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import desk_drawing as drawn
import pytest
from framing import FrameHere, dialog_of, in_window, typed
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from seeing import cut_words, nameless, overlapping
from serving_here import SAMPLE, Service, begun, service

from ccbdesk.gui.dialogs.answering import QuestionsDialog
from ccbdesk.gui.dialogs.comparing import ComparisonDialog
from ccbdesk.gui.dialogs.messages import ReminderDialog
from ccbdesk.gui.dialogs.reasons import ReasonDialog
from ccbdesk.gui.dialogs.typing_in import TypeInDialog
from ccbdesk.gui.dialogs.versions import FilesDialog
from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.pages.page import Command
from ccbdesk.gui.pages.receiving import ReceivingPage
from ccbdesk.gui.pages.unit_deeds import Deed
from ccbdesk.gui.widgets.dropping import DropCatcher
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import desk as deciding
from ccbdesk.service.requests.checking import Compare, OpenCopy

Shown = tuple[ReceivingPage, FrameHere]
Show = Callable[..., Shown]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Show]:
    """Return what shows a desk on the page, in a window of a size."""
    windows: list[QWidget] = []

    def shown(desk: Desk, opened: Service | None = None, size: tuple[int, int] = (1110, 628)) -> Shown:
        frame = FrameHere(opened)
        page = ReceivingPage(frame, lambda _parent, _folder: (Path("a.xlsx"), Path("b.xlsx")))
        windows.append(in_window(page, frame, *size))
        frame.show(desk)
        windows[-1].show()
        page.set_low(worn().is_low(windows[-1].height()))
        qapp.processEvents()
        return page, frame

    yield shown
    for window in windows:
        window.close()


@pytest.fixture(scope="module")
def serving() -> Iterator[Service]:
    """Return a service."""
    with service() as opened:
        yield opened


def rows_of(page: ReceivingPage) -> list[str]:
    return [" | ".join(cell.shown for cell in row.cells) for row in page.table.rows.rows()]


# -- the table -----------------------------------------------------------------------------------------------------


def test_every_unit_has_a_row_with_its_file_its_figure_and_how_it_stands(show: Show) -> None:
    page, _ = show(drawn.many(7))

    assert rows_of(page)[:5] == [
        "Cụm thi đua số 3 | Phiếu kỳ.xlsx | 02/10/2026 08:00 |  | Đạt",
        "Hội CCB xã 1 | BC quý 3 (1).xlsx | 03/10/2026 08:01 | 1.237 | 2 lỗi, 1 điều cần xem",
        "Hội CCB xã 2 | BC quý 3 (2).xlsx | 04/10/2026 08:02 | 1.274 | 2 điều cần xem",
        "Hội CCB xã 3 | — |  |  | Chưa nhận",
        "Hội CCB xã 4 | BC quý 3 (4).xlsx | 06/10/2026 08:04 | 1.348 | Đạt, đã chấp nhận 1 điều",
    ]
    assert page.table.rows.headerData(3, Qt.Orientation.Horizontal) == "Hội viên"
    QAbstractItemModelTester(page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_table_sorts_figures_by_size_and_states_by_gravity(show: Show) -> None:
    page, _ = show(drawn.many(12))
    page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    by_size = [row.cells[3].words for row in page.table.rows.rows()]
    page.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    states = list(dict.fromkeys(row.cells[4].shown for row in page.table.rows.rows()))

    assert [words for words in by_size if words] == sorted(
        (words for words in by_size if words), key=lambda each: int(each.replace(".", ""))
    )
    assert states[:3] == ["2 lỗi, 1 điều cần xem", "1 điều cần trả lời", "2 điều cần xem"]
    assert page.table.chosen_key() == ""


def test_enter_on_a_unit_leads_to_the_first_thing_to_be_seen_to(show: Show) -> None:
    page, frame = show(drawn.many(5))
    page.table.choose("u2")

    QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert frame.went == [(Step.CHECKING, "u2")]


def test_the_pills_count_units_and_the_button_leads_onward(show: Show) -> None:
    page, frame = show(drawn.many(14, findings=1))
    onward = page.onward()
    clean, _ = show(drawn.desk_of((drawn.unit(7),)))

    assert [status.words for status in page.pills()] == [
        "4 đạt", "2 có lỗi", "2 cần xem", "2 chờ trả lời", "2 chờ bản sửa", "2 chưa gửi"
    ]  # fmt: skip
    assert onward is not None
    assert (onward.words, onward.step) == ("Tiếp: xem 14 điều cần xử lý", Step.CHECKING)
    assert clean.onward() is not None
    assert (clean.onward() or onward).words == "Tiếp: tổng hợp"
    assert frame.asked == []


def test_an_empty_period_invites_to_drop_files_and_leads_nowhere(show: Show) -> None:
    page, _ = show(drawn.EMPTY)

    assert page.onward() is None
    assert page.pills() == ()
    assert page.links() == ()
    assert page.head.lead.text() == "Chưa nhận tệp nào."
    assert (page.asked.isVisible(), page.strays.isVisible(), page.zone.isVisible()) == (False, False, True)


# -- files ---------------------------------------------------------------------------------------------------------


def test_files_that_are_chosen_are_taken_in_by_mouse_key_and_command(show: Show) -> None:
    page, frame = show(drawn.EMPTY)

    QTest.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.zone, Qt.MouseButton.LeftButton)

    assert page.obey(Command.CHOOSE_FILES)
    assert not page.obey(Command.MERGE)
    assert frame.taken == [(Path("a.xlsx"), Path("b.xlsx"))] * 3


def test_the_zone_follows_files_that_hang_over_the_window(show: Show) -> None:
    page, _ = show(drawn.EMPTY)
    page.window().hide()
    catcher = DropCatcher(page.window())
    page.window().show()

    catcher.hanging.emit(3)
    hanging = page.zone.words()
    catcher.gone.emit()

    assert (hanging, page.zone.words()) == ("Thả tay để nhận 3 tệp Excel", "Kéo các tệp Excel vào đây")


def test_a_file_of_nobody_is_told_of_until_it_is_put_away(show: Show) -> None:
    stray = drawn.file(5, "hỏng.xls", is_used=False, note="Tệp bị hỏng. Đề nghị gửi lại.")
    page, _ = show(drawn.desk_of((drawn.unit(0),), strays=(stray,)))
    two, _ = show(drawn.desk_of((drawn.unit(0),), strays=(stray, drawn.file(6, "lạ.xlsx", is_used=False))))
    away, _ = show(drawn.desk_of((drawn.unit(0),), strays=(replace(stray, is_put_away=True),)))

    assert page.strays.words.text() == "Tệp “hỏng.xls” chưa dùng được. Tệp bị hỏng."
    assert two.strays.words.text() == "2 tệp chưa dùng được: “hỏng.xls”, “lạ.xlsx”."
    assert not away.strays.isVisible()


def test_a_file_that_takes_the_place_of_another_is_told_of_and_compared(show: Show) -> None:
    before = drawn.desk_of((drawn.unit(7), drawn.unit(14)))
    newer = replace(drawn.unit(7), files=(drawn.file(50, "bản sửa.xlsx"), replace(drawn.file(7), is_used=False)))
    page, frame = show(before)
    first = page.replaced.isVisible()

    frame.show(replace(before, units=(newer, drawn.unit(14))))
    words = page.replaced.words.text()
    QTest.mouseClick(page.replaced.button, Qt.MouseButton.LeftButton)

    assert (first, words) == (False, "Hội CCB xã 7 có tệp mới “bản sửa.xlsx”, đang dùng thay tệp trước.")
    assert frame.asked == [Compare(before.table, newer.id, drawn.digest(7), drawn.digest(50))]
    assert not page.replaced.isVisible()


# -- sizes ---------------------------------------------------------------------------------------------------------

STATES = {
    "empty": drawn.EMPTY,
    "one": drawn.desk_of((drawn.own(is_in=False), drawn.unit(1))),
    "many": drawn.many(36),
    "long": drawn.desk_of(
        (drawn.unit(1, drawn.LONG), drawn.unit(2)),
        questions=(drawn.question(1),),
        strays=(drawn.file(3, f"{drawn.LONG}.xlsx", is_used=False, note=f"{drawn.LONG} bị hỏng."),),
    ),
    "asked": drawn.desk_of((drawn.unit(1),), questions=tuple(drawn.question(number) for number in range(4))),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("size", "factor"), [((1110, 628), 1.0), ((1015, 490), 1.0), ((1266, 597), 1.3), ((1250, 720), 1.6)]
)
def test_nothing_is_cut_or_without_a_name(
    show: Show, qapp: QApplication, state: str, size: tuple[int, int], factor: float
) -> None:
    dress(qapp, factor)
    page, _ = show(STATES[state], size=size)
    for row in page.table.rows.rows()[:1]:
        page.table.choose(row.key)
    QApplication.processEvents()

    assert (page.minimumSizeHint().width() <= size[0], page.minimumSizeHint().height() <= size[1]) == (True, True)
    assert cut_words(page) == []
    assert overlapping(page) == []
    assert nameless(page) == []


def test_a_hundred_and_sixty_eight_units_are_shown_in_one_go(show: Show) -> None:
    page, _ = show(drawn.many(168, findings=3))

    assert len(rows_of(page)) == 169


# -- deciding, with a real service ---------------------------------------------------------------------------------


@pytest.fixture
def at_work(show: Show, serving: Service, tmp_path: Path) -> Shown:
    """Return the page on the faulty files of the sample."""
    page, frame = show(begun(serving, tmp_path, "faulty"), serving)
    page.dialogs.open_url = lambda _url: True
    return page, frame


def opener(opened: list[QUrl]) -> Callable[[QUrl], bool]:
    """Return what writes down the files it is to open, and says that it has."""

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    return opens


def press(page: ReceivingPage, deed: Deed, unit: str) -> None:
    """Choose a unit and press what is to be done about it."""
    page.table.choose(unit)
    QTest.mouseClick(page.deeds.links[deed], Qt.MouseButton.LeftButton)


def test_questions_are_answered_one_after_the_other(at_work: Shown) -> None:
    page, frame = at_work
    assert page.asked.words.text().startswith("Có 4 điều cần trả lời: ")

    QTest.mouseClick(page.asked.button, Qt.MouseButton.LeftButton)
    first = dialog_of(page, QuestionsDialog)
    title, hint = first.title.text(), first.hint.text()
    QTest.mouseClick(first.choices.buttons[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Return)

    assert (title, hint) == ("Tệp ghi kỳ báo cáo khác", "Còn 3 câu nữa. Có thể hoàn tác bằng Ctrl+Z.")
    assert frame.desk is not None
    assert len(frame.desk.questions) == 3
    assert dialog_of(page, QuestionsDialog).title.text() != title
    for _ in range(3):
        QTest.mouseClick(dialog_of(page, QuestionsDialog).later, Qt.MouseButton.LeftButton)
    assert [each for each in page.window().findChildren(Overlay) if each.isVisible()] == []
    assert frame.failed == []


def test_nothing_is_answered_by_pressing_enter_alone(at_work: Shown) -> None:
    page, frame = at_work
    QTest.mouseClick(page.asked.button, Qt.MouseButton.LeftButton)

    QTest.keyClick(dialog_of(page, QuestionsDialog), Qt.Key.Key_Return)

    assert frame.desk is not None
    assert len(frame.desk.questions) == 4


def test_a_unit_is_left_out_with_a_reason_and_brought_back_by_undoing(at_work: Shown) -> None:
    page, frame = at_work
    press(page, Deed.LEAVE_OUT, "bac_giang")
    dialog = dialog_of(page, ReasonDialog)
    assert not dialog.decide.isEnabled()

    typed(dialog.reason, "mới thành lập")
    QTest.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)

    assert "Bắc Giang | — |  |  | Không tính vào kỳ này" in rows_of(page)
    frame.decide(deciding.Undo(page_table(frame)))
    assert "Bắc Giang | — |  |  | Chưa nhận" in rows_of(page)


def page_table(frame: FrameHere) -> Table:
    assert frame.desk is not None
    return frame.desk.table


def test_the_files_of_a_unit_are_compared_dated_and_put_away(at_work: Shown) -> None:
    page, frame = at_work
    press(page, Deed.VERSIONS, "bac_ninh")
    files = dialog_of(page, FilesDialog)
    files.table.choose(files.table.rows.rows()[1].key)

    QTest.mouseClick(files.compare, Qt.MouseButton.LeftButton)
    compared = dialog_of(page, ComparisonDialog)
    assert [row.cells[0].words for row in compared.cells.rows.rows()] == ["Ngày công lao động"]
    QTest.keyClick(compared, Qt.Key.Key_Escape)
    QTest.mouseClick(files.aside, Qt.MouseButton.LeftButton)
    why = dialog_of(page, ReasonDialog)
    typed(why.reason, "gửi nhầm")
    QTest.mouseClick(why.decide, Qt.MouseButton.LeftButton)

    assert [row.cells[3].shown for row in files.table.rows.rows()] == ["Đang dùng", "Để riêng"]
    files.day.setDate(files.day.date().addDays(-2))
    QTest.mouseClick(files.set_day, Qt.MouseButton.LeftButton)
    assert "08/10/2023" in [row.cells[2].words for row in files.table.rows.rows()]
    assert frame.failed == []


def test_the_reminder_is_copied(at_work: Shown) -> None:
    page, _ = at_work

    QTest.mouseClick(page.remind, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, ReminderDialog)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    assert "chưa nhận được báo cáo năm 2023" in QGuiApplication.clipboard().text()
    assert dialog.hint.text() == "Đã chép. Dán vào Zalo bằng Ctrl+V."


def test_a_return_is_typed_in_through_the_units_own_form(at_work: Shown) -> None:
    page, frame = at_work
    opened: list[QUrl] = []
    page.dialogs.open_url = opener(opened)
    press(page, Deed.TYPE_IN, "bac_giang")
    dialog = dialog_of(page, TypeInDialog)
    assert not dialog.take.isEnabled()

    QTest.mouseClick(dialog.open_form, Qt.MouseButton.LeftButton)
    typed(dialog.source, "công văn số 12")
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    assert [Path(url.toLocalFile()).name for url in opened] == ["tw-3_2023_bac_giang.xlsx"]
    assert [row for row in rows_of(page) if row.startswith("Bắc Giang | tw-3_2023_bac_giang.xlsx")] != []
    assert frame.failed == []


def test_a_file_is_opened_as_a_copy(at_work: Shown) -> None:
    page, frame = at_work
    opened: list[QUrl] = []
    page.dialogs.open_url = opener(opened)

    press(page, Deed.OPEN, "thai_nguyen")

    assert isinstance(frame.asked[-1], OpenCopy)
    assert Path(opened[0].toLocalFile()).read_bytes() == (SAMPLE / "faulty" / "Thái Nguyên.xlsx").read_bytes()
