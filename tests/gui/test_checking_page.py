"""Kiểm tra: what is listed, what is shown of one finding, and what can be decided about it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import desk_drawing as drawn
import openpyxl
import pytest
from framing import FrameHere, dialog_of, in_window, typed
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from seeing import cut_words, nameless, overlapping
from serving_here import Service, begun, service

from ccbdesk.gui.dialogs.accepting import OTHER, AcceptDialog
from ccbdesk.gui.dialogs.correcting import CorrectDialog
from ccbdesk.gui.dialogs.messages import GiveBackDialog
from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.pages.checking.filtering import Filter
from ccbdesk.gui.pages.checking.page import CheckingPage
from ccbdesk.gui.widgets.chips import Chip
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk, Life
from ccbdesk.service.requests.checking import ShowSheet
from ccbdesk.service.requests.desk import Undo

Shown = tuple[CheckingPage, FrameHere]
Show = Callable[..., Shown]

FOUND = drawn.desk_of(
    (drawn.unit(1), drawn.unit(2)),
    (
        drawn.finding(0),
        drawn.finding(1, level=Mark.WARNING),
        drawn.finding(2, 2, Mark.WARNING),
        drawn.finding(3, 2, Mark.NOTE),
        replace(
            drawn.finding(4, 2, Mark.WARNING), is_settled=True, settled="Đã chấp nhận: đã hỏi lại (Lan, 04/10/2026)."
        ),
    ),
)


@pytest.fixture
def show(qapp: QApplication, tmp_path: Path) -> Iterator[Show]:
    """Return what shows a desk on the page, in a window of a size."""
    windows: list[QWidget] = []

    def shown(desk: Desk, opened: Service | None = None, size: tuple[int, int] = (1110, 628)) -> Shown:
        frame = FrameHere(opened)
        page = CheckingPage(frame, save=lambda _parent, name: tmp_path / name, open_url=lambda _url: True)
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


@pytest.fixture
def at_work(show: Show, serving: Service, tmp_path: Path) -> Shown:
    """Return the page on the faulty files of the sample."""
    return show(begun(serving, tmp_path, "faulty"), serving)


def lines_of(page: CheckingPage) -> list[str]:
    """Return the list as it reads, headings and entries."""
    model = page.list.entries
    lines = (model.line(model.index(row, 0)) for row in range(model.rowCount()))
    return [line if isinstance(line, str) else f"- {line.title} ({line.note})" for line in lines]


def chip(page: CheckingPage, words: str) -> Chip:
    return next(each for each in page.chips.findChildren(Chip) if each.text().startswith(words) and each.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# -- the list ------------------------------------------------------------------------------------------------------


def test_what_must_be_seen_to_is_listed_by_unit_and_notes_are_counted_nowhere_else(show: Show) -> None:
    page, _ = show(FOUND)

    assert lines_of(page) == [
        "Hội CCB xã 1",
        "- Dòng Cộng không khớp (Lỗi phải sửa · Trang Biểu 1, ô C5)",
        "- Số đầu kỳ khác số cuối kỳ trước (Cần xem · Trang Biểu 1, ô C6)",
        "Hội CCB xã 2",
        "- Số đầu kỳ khác số cuối kỳ trước (Cần xem · Trang Biểu 1, ô C7)",
    ]
    assert [each.text() for each in page.chips.findChildren(Chip)] == [
        "Tất cả 3",
        "Lỗi 1",
        "Cần xem 2",
        "Xong 1",
        "Nhắc 1",
    ]
    assert page.chips.code() == Filter.ALL.value
    QAbstractItemModelTester(page.list.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Lỗi", ["Hội CCB xã 1", "- Dòng Cộng không khớp (Lỗi phải sửa · Trang Biểu 1, ô C5)"]),
        ("Xong", ["Hội CCB xã 2", "- Số đầu kỳ khác số cuối kỳ trước (Đã chấp nhận · Trang Biểu 1, ô C9)"]),
        ("Nhắc", ["Hội CCB xã 2", "- Số đầu kỳ khác số cuối kỳ trước (Nhắc · Trang Biểu 1, ô C8)"]),
    ],
)
def test_a_chip_narrows_the_list(show: Show, words: str, listed: list[str]) -> None:
    page, _ = show(FOUND)

    click(chip(page, words))

    assert lines_of(page) == listed


@pytest.mark.parametrize(
    ("words", "count"), [("khong khop", 1), ("CUỐI KỲ TRƯỚC", 2), ("hoi vien", 3), ("c6 xa 1", 1), ("khác gì", 0)]
)
def test_the_search_does_not_ask_for_marks(show: Show, words: str, count: int) -> None:
    page, _ = show(FOUND)

    typed(page.search, words)

    assert len(page.list.entries.keys()) == count
    assert page.detail.isVisible() == bool(count)


def test_alt_and_arrows_go_through_the_list_and_tell_where_one_is(show: Show) -> None:
    page, _ = show(FOUND)
    places = [page.detail.place_in_list.text()]
    page.list.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(page.list, key, Qt.KeyboardModifier.AltModifier)
        places.append(page.detail.place_in_list.text())

    assert places == ["1 trên 3", "2 trên 3", "3 trên 3", "3 trên 3", "2 trên 3"]
    assert (page.detail.before.isEnabled(), page.detail.after.isEnabled()) == (True, True)


def test_another_page_can_lead_to_a_unit_or_a_finding_whatever_is_filtered(show: Show) -> None:
    page, _ = show(FOUND)
    click(chip(page, "Lỗi"))
    typed(page.search, "cộng")

    page.show_place("u2")
    first = page.list.chosen_key()
    page.show_place("F3")

    assert (first, page.list.chosen_key(), page.search.text()) == ("F2", "F3", "")
    assert page.chips.code() == Filter.NOTES.value


def test_what_was_settled_makes_room_for_its_neighbour(show: Show) -> None:
    page, frame = show(FOUND)
    page.show_place("F1")

    settled = replace(FOUND.findings[1], is_settled=True)
    frame.show(replace(FOUND, findings=(FOUND.findings[0], settled, *FOUND.findings[2:])))

    assert page.list.chosen_key() == "F2"
    assert page.detail.place_in_list.text() == "2 trên 2"


# -- one finding ---------------------------------------------------------------------------------------------------


def test_a_finding_says_what_is_wrong_what_to_do_where_and_what_stood_before(show: Show) -> None:
    page, _ = show(FOUND)
    detail = page.detail

    assert detail.title.text() == "Dòng Cộng không khớp"
    assert detail.words.what.text() == "Ô C5 ghi 286, nhưng cộng được 287."
    assert detail.words.advice.text() == "Đề nghị đơn vị kiểm tra lại dòng Cộng."
    assert detail.words.past.text() == "Hội viên: Quý II năm 2026: 284"
    assert detail.place.text() == "Hội CCB xã 1 › Trang Biểu 1, ô C5"
    click(chip(page, "Xong"))
    assert detail.words.settled.text() == "Đã chấp nhận: đã hỏi lại (Lan, 04/10/2026)."


def test_an_error_cannot_be_accepted_and_it_is_said_why(show: Show) -> None:
    page, _ = show(FOUND)
    error = [page.detail.accept.isVisible(), page.detail.correct.isVisible(), page.detail.give_back.isVisible()]
    why = page.detail.deeds.why.text()
    page.show_place("F1")

    assert (error, why) == ([False, True, True], "Lỗi phải sửa, không chấp nhận.")
    assert (page.detail.accept.isVisible(), page.detail.deeds.why.text()) == (True, "")


def test_in_a_closed_period_findings_are_only_looked_at(show: Show) -> None:
    closed = replace(
        FOUND,
        life=Life(is_closed=True),
        findings=tuple(replace(each, can_be_accepted=False, figure=None) for each in FOUND.findings),
    )
    page, _ = show(closed)

    buttons = (page.detail.give_back, page.detail.accept, page.detail.correct)

    assert [button.isVisible() for button in buttons] == [False] * 3
    assert page.detail.deeds.why.text() == "Kỳ này đã chốt sổ nên chỉ xem."


def test_the_sheet_is_asked_for_once_and_its_cell_is_ringed(show: Show) -> None:
    page, frame = show(FOUND)
    (request,) = frame.asked
    assert isinstance(request, ShowSheet)
    assert (request.file, request.sheet) == (drawn.digest(1), "Biểu 1")
    assert page.detail.no_sheet.text() == "Đang mở trang tính…"

    frame.answer(drawn.sheet(request.file))
    first = page.detail.sheet.cells.sheet
    page.show_place("F1")
    second = page.detail.sheet.cells.sheet

    assert (first.ringed, first.related) == ((4, 2), frozenset({(4, 1)}))
    assert (second.ringed, len(frame.asked)) == ((5, 2), 1)
    assert page.detail.sheet.isVisible()


def test_a_sheet_that_comes_late_is_shown_only_if_it_is_still_wanted(show: Show) -> None:
    page, frame = show(FOUND)
    page.show_place("F2")

    frame.answer(drawn.sheet(drawn.digest(1)), at=0)

    assert not page.detail.sheet.isVisible()
    assert page.detail.no_sheet.text() == "Đang mở trang tính…"


def test_a_sheet_that_cannot_be_shown_says_why_in_its_place(show: Show) -> None:
    page, frame = show(FOUND)

    frame.refuse(Failed(1, Cause.WORLD, "Hồ sơ nằm ở ổ đĩa không còn nối."))

    assert page.detail.no_sheet.text() == "Chưa hiện được trang này. Hồ sơ nằm ở ổ đĩa không còn nối."
    assert page.detail.no_sheet.isVisible()


def test_a_page_without_findings_says_whether_all_is_well_or_nothing_is_in(show: Show) -> None:
    empty, _ = show(drawn.EMPTY)
    clean, _ = show(drawn.desk_of((drawn.unit(7),)))
    onward = (empty.onward(), clean.onward())

    assert (empty.nothing.title.text(), empty.nothing.isVisible()) == ("Chưa có tệp nào để kiểm tra.", True)
    assert (clean.nothing.title.text(), clean.nothing.isVisible()) == ("Không có điều gì cần xử lý.", True)
    assert [each and each.step for each in onward] == [Step.RECEIVING, Step.MERGING]


# -- sizes ---------------------------------------------------------------------------------------------------------

LONG = replace(
    drawn.finding(1, level=Mark.WARNING, sentence=f"Ô C6 ghi 286. {'Đề nghị kiểm tra lại từng dòng của biểu. ' * 12}"),
    unit_name=drawn.LONG,
    title=f"Số đầu kỳ khác số cuối kỳ trước của {drawn.LONG}",
)
STATES = {
    "empty": drawn.EMPTY,
    "one": FOUND,
    "many": drawn.many(36, findings=6),
    "long": drawn.desk_of((drawn.unit(1, drawn.LONG),), (LONG,)),
    "none left": drawn.desk_of((drawn.unit(7),), (replace(drawn.finding(1, level=Mark.WARNING), is_settled=True),)),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("size", "factor"), [((1110, 628), 1.0), ((1015, 490), 1.0), ((1266, 597), 1.3), ((1250, 720), 1.6)]
)
def test_nothing_is_cut_or_without_a_name(
    show: Show, qapp: QApplication, state: str, size: tuple[int, int], factor: float
) -> None:
    dress(qapp, factor)
    page, frame = show(STATES[state], size=size)
    if frame.asked:
        frame.answer(drawn.sheet(drawn.digest(1)))
    qapp.processEvents()

    assert (page.minimumSizeHint().width() <= size[0], page.minimumSizeHint().height() <= size[1]) == (True, True)
    assert cut_words(page) == []
    assert overlapping(page) == []
    assert nameless(page) == []


def test_a_thousand_findings_are_listed_in_one_go(show: Show) -> None:
    page, _ = show(drawn.many(168, findings=6))

    assert len(page.list.entries.keys()) == 168 * 4


# -- deciding, with a real service ---------------------------------------------------------------------------------


def of(frame: FrameHere, title: str, unit: str) -> str:
    """Return the id of a finding."""
    assert frame.desk is not None
    return next(each.id for each in frame.desk.findings if (each.title, each.unit_name) == (title, unit))


def test_a_warning_is_accepted_with_a_usual_reason_and_more(at_work: Shown) -> None:
    page, frame = at_work
    page.show_place(of(frame, "Số liệu nằm ở chỗ bị ẩn", "Cao Bằng"))
    click(page.detail.accept)
    dialog = dialog_of(page, AcceptDialog)
    assert not dialog.decide.isEnabled()

    click(dialog.reasons[2])
    typed(dialog.more, "ông Ba báo qua điện thoại")
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert frame.desk is not None
    (accepted,) = (each for each in frame.desk.findings if each.is_settled)
    assert (
        accepted.settled == "Đã chấp nhận: Đã hỏi lại đơn vị, số này đúng. ông Ba báo qua điện thoại (Lan, 10/10/2023)."
    )
    assert chip(page, "Xong").text() == "Xong 1"
    frame.decide(Undo(frame.desk.table))
    assert [each for each in frame.desk.findings if each.is_settled] == []


def test_another_reason_must_be_written(at_work: Shown) -> None:
    page, frame = at_work
    page.show_place(of(frame, "Số liệu nằm ở chỗ bị ẩn", "Cao Bằng"))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    dialog = dialog_of(page, AcceptDialog)
    click(next(each for each in dialog.reasons if each.text() == OTHER))
    without = dialog.decide.isEnabled()
    typed(dialog.more, "máy cũ")

    assert (without, dialog.decide.isEnabled(), dialog.reason()) == (False, True, "máy cũ")


def test_a_figure_is_put_right_with_its_source_and_said_how_far_apart(at_work: Shown, qtbot: QtBot) -> None:
    page, frame = at_work
    page.show_place(of(frame, "Cộng lại không khớp", "Thái Nguyên"))
    click(page.detail.correct)
    dialog = dialog_of(page, CorrectDialog)

    typed(dialog.value, "65.450")
    qtbot.waitUntil(lambda: bool(dialog.said.text()), timeout=3000)
    said, without = dialog.said.text(), dialog.decide.isEnabled()
    typed(dialog.source, "công văn số 12")
    click(dialog.decide)

    assert (said, without) == ("Được hiểu là 65.450, chênh lệch -1 so với số đang dùng.", False)
    assert frame.desk is not None
    assert "Cộng lại không khớp" not in [each.title for each in frame.desk.findings if each.unit_name == "Thái Nguyên"]
    assert not dialog.isVisible()


def test_what_is_refused_leaves_the_dialog_open(at_work: Shown) -> None:
    page, frame = at_work
    page.show_place(of(frame, "Cộng lại không khớp", "Thái Nguyên"))
    click(page.detail.correct)
    dialog = dialog_of(page, CorrectDialog)
    typed(dialog.value, "65.451")
    typed(dialog.source, "điện thoại")

    click(dialog.decide)

    assert [failed.cause for failed in frame.failed] == [Cause.REFUSED]
    assert dialog.isVisible()


def test_a_file_is_given_back_by_copying_or_by_saving_the_marked_copy(at_work: Shown, tmp_path: Path) -> None:
    page, frame = at_work
    page.show_place(of(frame, "Cộng lại không khớp", "Thái Nguyên"))
    click(page.detail.give_back)
    dialog = dialog_of(page, GiveBackDialog)

    click(dialog.copy)
    assert frame.desk is not None
    copied = [unit.status.words for unit in frame.desk.units if unit.name == "Thái Nguyên"]
    click(dialog.save)

    assert QGuiApplication.clipboard().text().startswith("Kính gửi Hội Cựu chiến binh tỉnh Thái Nguyên,")
    assert copied == ["Đã trả lại 10/10, chờ bản sửa"]
    book = openpyxl.load_workbook(tmp_path / "Thái Nguyên (can sua).xlsx")
    assert book["Biểu số liệu"]["F68"].comment is not None
    assert frame.failed == []


def test_the_file_is_opened_in_another_program_as_a_copy(show: Show, serving: Service, tmp_path: Path) -> None:
    page, frame = show(begun(serving, tmp_path, "faulty"), serving)
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return False

    page._open_url = opens  # noqa: SLF001 - what the frame would give it
    page.show_place(of(frame, "Cộng lại không khớp", "Thái Nguyên"))
    click(page.detail.open_file)

    assert [Path(url.toLocalFile()).name for url in opened] == ["Thái Nguyên.xlsx"]
    assert frame.said[-1].startswith("Không mở được bằng chương trình nào trên máy này. Tệp nằm ở ")
