"""Tổng hợp: what goes in is seen before, one button merges, and what came out is seen after."""

from pathlib import Path

import pytest
from framing import in_window
from pages_drawing import BOOK, LONG, PictureFrame, failed, frame_in, merging
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from seeing import cut_words, nameless, overlapping

from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.pages.merging import MergingPage
from ccbdesk.gui.pages.page import Command, Onward
from ccbdesk.gui.pages.working import Working
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.service.messages import Cause
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import Freshness, MergingPicture, SavedPicture
from ccbdesk.service.requests.merging import Merge, ShowMerging


class Shown:
    """A page in a window, its frame, and what was opened and chosen."""

    def __init__(
        self, qtbot: QtBot, folder: Path, picture: MergingPicture, width: int = 1110, height: int = 628
    ) -> None:
        """Show a picture."""
        self.frame = frame_in(folder, {ShowMerging: picture})
        self.opened: list[str] = []
        self.folder: Path | None = None
        self.page = MergingPage(self.frame, lambda *_about: self.folder, self._open)
        self.window = in_window(self.page, self.frame, width, height)
        qtbot.addWidget(self.window)
        self.page.set_low(worn().is_low(height + 100))
        self.page.show_desk(desk_of(self.frame))
        with qtbot.waitExposed(self.window):
            self.window.show()

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toLocalFile())
        return True

    def button(self, words: str) -> Button:
        """Return the button that is in sight and begins with some words."""
        buttons = (each for each in self.window.findChildren(Button) if each.isVisible())
        return next(each for each in buttons if each.text().replace("&", "").startswith(words))

    def press(self, words: str) -> None:
        """Press a button with the mouse."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def working(self) -> Working | None:
        """Return the dialog of what is being done."""
        return next((each for each in self.window.findChildren(Working) if each.isVisible()), None)

    def texts(self) -> str:
        """Return all words of labels that are in sight."""
        return "\n".join(
            each.text() for each in self.window.findChildren(QWidget) if each.isVisible() and hasattr(each, "text")
        )


def desk_of(frame: PictureFrame) -> Desk:
    assert frame.desk is not None
    return frame.desk


def saved(folder: Path) -> SavedPicture:
    """Lay a workbook where the page looks for it, and return what says so."""
    (folder / BOOK).write_bytes(b"")
    return SavedPicture(folder / BOOK)


def test_what_goes_in_and_what_not_is_seen_with_the_way_there(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())

    for link in [each for each in shown.window.findChildren(Button) if each.text() == "Xem"]:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    assert shown.frame.went == [(Step.RECEIVING, ""), (Step.CHECKING, "error")]
    assert "3 lỗi phải sửa ở 2 đơn vị" in shown.texts()


def test_one_button_merges_into_the_folder_of_the_dossier(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())

    shown.press("Tổng hợp 2 đơn vị")

    assert shown.frame.asked[-1] == Merge(desk_of(shown.frame).table, tmp_path / BOOK)
    assert shown.working() is not None


def test_f9_merges_even_before_the_page_was_ever_seen(qtbot: QtBot, tmp_path: Path) -> None:
    frame = frame_in(tmp_path, {ShowMerging: merging()})
    page = MergingPage(frame)
    qtbot.addWidget(page)
    assert frame.desk is not None
    page.show_desk(frame.desk)

    assert page.obey(Command.MERGE)

    assert frame.kinds() == ["ShowMerging", "Merge"]


def test_progress_is_told_unit_by_unit_and_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())
    shown.press("Tổng hợp")

    shown.frame.tasks.doing.emit("Đang kiểm tra Long Vân, 7 trên 12 đơn vị")
    working = shown.working()
    assert working is not None
    seen = (working.panel.words.text(), working.panel.bar.value(), working.panel.bar.maximum())
    shown.press("Dừng")

    assert seen == ("Đang kiểm tra Long Vân, 7 trên 12 đơn vị", 7, 12)
    assert shown.frame.stopped == 1


def test_after_merging_figures_chart_and_workbook_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())
    shown.frame.ready |= {Merge: saved(tmp_path), ShowMerging: merging(Freshness.FRESH)}

    shown.press("Tổng hợp")

    assert shown.working() is None
    assert shown.page.onward() == Onward("Tiếp: xem báo cáo", Step.REPORTING)
    assert "Đã tổng hợp xong sổ của Cụm" in shown.texts()
    assert shown.page.after.chart.accessibleDescription() == "Long Vân 0: 400; Long Vân: chưa có số"
    shown.press("Mở sổ trong Excel")
    shown.press("Mở thư mục")
    assert shown.opened == [str(tmp_path / BOOK), str(tmp_path)]


def test_another_figure_can_be_drawn_and_stays_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path)
    shown = Shown(qtbot, tmp_path, merging(Freshness.FRESH))
    QTest.keyClick(shown.page.after.choice, Qt.Key.Key_Down)

    shown.page.show_desk(desk_of(shown.frame))

    assert shown.page.after.choice.currentText() == "Kết nạp mới theo đơn vị"
    assert shown.page.after.chart.accessibleName() == "Biểu đồ Kết nạp mới theo đơn vị"


def test_what_changed_since_is_said_and_it_can_be_merged_again(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path)
    shown = Shown(qtbot, tmp_path, merging(Freshness.STALE, button="&Tổng hợp lại 2 đơn vị"))

    assert "Cần tổng hợp lại" in shown.texts()
    assert "Số liệu đã thay đổi" in shown.texts()
    assert shown.page.onward() is None
    shown.press("Tổng hợp lại")
    assert shown.frame.kinds()[-1] == "Merge"


def test_a_workbook_that_was_moved_away_is_missed(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging(Freshness.FRESH))

    assert "Không thấy sổ ở nơi đã lưu" in shown.texts()
    assert shown.button("Tổng hợp").isEnabled()


def test_without_returns_there_is_nothing_to_press(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging(Freshness.NOTHING, 0, lines=(), button="&Tổng hợp", lead="Chưa có tệp."))

    shown.page.obey(Command.MERGE)

    assert not shown.button("Tổng hợp").isEnabled()
    assert shown.frame.kinds() == ["ShowMerging"]


def test_the_folder_can_be_changed_before(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())
    shown.folder = tmp_path / "Nơi khác"

    shown.press("Đổi nơi lưu")
    shown.press("Tổng hợp")

    asked = shown.frame.asked[-1]
    assert isinstance(asked, Merge)
    assert asked.path == tmp_path / "Nơi khác" / BOOK


def test_a_workbook_open_in_excel_can_be_written_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())
    shown.frame.ready[Merge] = failed(Cause.TARGET_OPEN, "Tệp đang mở trong Excel.")

    shown.press("Tổng hợp")
    told = (shown.working(), [each.sentence for each in shown.frame.failed])
    shown.folder = tmp_path / "Nơi khác"
    assert shown.frame.elsewhere is not None
    shown.frame.elsewhere()

    asked = shown.frame.asked[-1]
    assert told == (None, ["Tệp đang mở trong Excel."])
    assert isinstance(asked, Merge)
    assert asked.path == tmp_path / "Nơi khác" / BOOK


def test_that_it_was_stopped_is_told_without_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, merging())
    shown.frame.ready[Merge] = failed(Cause.STOPPED, "Đã dừng.")

    shown.press("Tổng hợp")

    assert (shown.frame.failed, shown.frame.said) == ([], ["Đã dừng tổng hợp. Không có gì bị mất."])


@pytest.mark.parametrize("room", [(1110, 628, 1.0), (1020, 490, 1.0), (1110, 628, 1.3), (1240, 628, 1.6)])
@pytest.mark.parametrize("freshness", [Freshness.NEVER, Freshness.STALE, Freshness.FRESH])
def test_nothing_is_cut_or_nameless_however_long_the_names(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, freshness: Freshness, room: tuple[int, int, float]
) -> None:
    width, height, factor = room
    dress(qapp, factor)
    saved(tmp_path)

    shown = Shown(qtbot, tmp_path, merging(freshness, 36, LONG), width, height)

    qtbot.waitUntil(lambda: not cut_words(shown.window))
    assert (overlapping(shown.window), nameless(shown.window)) == ([], [])
    filled = [each for each in shown.window.findChildren(Button) if each.isVisible() and each.kind is Kind.FILLED]
    assert len(filled) == 1
