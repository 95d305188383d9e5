"""Báo cáo: the report as it will be saved, its head, what is missing, its figures, and how it is saved and printed."""

from pathlib import Path

import pytest
from framing import in_window
from pages_drawing import BOOK, CELL, LONG, PictureFrame, failed, figure, frame_in, gap, paper_with, report
from PySide6.QtCore import Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from seeing import cut_words, nameless, overlapping

from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.pages.page import Command
from ccbdesk.gui.pages.report.page import ReportPage
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.messages import Cause
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import Freshness, SavedPicture
from ccbdesk.service.pictures.report import ReportPicture
from ccbdesk.service.requests.checking import ShowSheet
from ccbdesk.service.requests.figures import LookUp, ShowFigure
from ccbdesk.service.requests.report import Choices, SaveReport, ShowReport, WriteHead

NAME = "Bao cao cum 2026-q3.docx"


class Shown:
    """A page in a window, its frame, and what was opened, chosen and printed."""

    def __init__(
        self, qtbot: QtBot, folder: Path, picture: ReportPicture, width: int = 1110, height: int = 628
    ) -> None:
        """Show a picture once it is laid out."""
        self.frame = frame_in(folder, {ShowReport: picture})
        self.opened: list[str] = []
        self.proposed: list[str] = []
        self.target: Path | None = None
        self.printer: QPrinter | None = None
        self.page = ReportPage(self.frame, self._pick, self._open, lambda _parent: self.printer)
        self.window = in_window(self.page, self.frame, width, height)
        qtbot.addWidget(self.window)
        self.page.set_low(worn().is_low(height + 100))
        self.page.show_desk(self.desk)
        with qtbot.waitExposed(self.window):
            self.window.show()
        qtbot.waitUntil(lambda: self.page.paper.is_laid_out)

    @property
    def desk(self) -> Desk:
        """The desk that is shown."""
        assert self.frame.desk is not None
        return self.frame.desk

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toLocalFile())
        return True

    def _pick(self, _parent: QWidget, _title: str, path: str, _kinds: str) -> Path | None:
        self.proposed.append(path)
        return self.target

    def button(self, words: str) -> Button:
        """Return a button of the page, or one it puts into the bottom bar, that begins with some words."""
        buttons = (*(each for each in self.window.findChildren(Button) if each.isVisible()), *self.page.links())
        return next(each for each in buttons if each.text().replace("&", "").startswith(words))

    def press(self, words: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def click(self, tag: str) -> None:
        """Click a figure of the report."""
        view = self.page.paper
        place = view.figure_at(tag)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def write(self, code: str, words: str) -> None:
        """Write a word of the head, and leave its field."""
        field = self.page.side.head.fields[code]
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        field.insert(words)  # QTest types ASCII only
        QTest.keyClick(field, Qt.Key.Key_Return)

    def saves(self) -> list[SaveReport]:
        """Return what was asked to be saved."""
        return [each for each in self.frame.asked if isinstance(each, SaveReport)]

    def texts(self) -> str:
        """Return all words of labels that are in sight."""
        shown = (each for each in self.window.findChildren(QWidget) if each.isVisible() and hasattr(each, "text"))
        return "\n".join(each.text() for each in shown)


# -- looking -------------------------------------------------------------------------------------------------------


def test_the_report_is_seen_with_its_head_and_that_it_fits_the_workbook(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, "a", "b"))

    assert [each.spot.text for each in shown.page.paper.figures] == ["12a", "12b"]
    assert [field.text() for field in shown.page.side.head.fields.values()] == ["", "05/10/2026", "Nguyễn Văn An"]
    assert [status.words for status in shown.page.pills()] == ["Số liệu khớp với sổ tổng hợp"]


@pytest.mark.parametrize("freshness", [Freshness.NEVER, Freshness.NOTHING])
def test_before_merging_the_page_leads_to_the_step_before(qtbot: QtBot, tmp_path: Path, freshness: Freshness) -> None:
    shown = Shown(qtbot, tmp_path, report(freshness))

    shown.press("Sang bước Tổng hợp")

    assert shown.frame.went == [(Step.MERGING, "")]
    assert "tổng hợp xong sẽ có bản thảo ở đây" in shown.texts().lower()
    assert not shown.page.save.isVisible()
    assert (shown.page.links(), shown.page.pills()) == ((), ())


def test_a_report_that_needs_merging_again_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.STALE))

    shown.press("Tổng hợp lại")

    assert "Số liệu đã thay đổi sau lần tổng hợp trước" in shown.texts()
    assert shown.frame.went == [(Step.MERGING, "")]


def test_a_provisional_report_says_what_every_page_says(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, notice="Tạm tính, 13/14 đơn vị."))

    assert "Tạm tính, 13/14 đơn vị. Câu này in ở đầu mỗi trang." in shown.texts()


def test_a_closed_period_can_be_saved_but_not_written_into(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, closed="Đã chốt sổ 06/10/2026 08:00."))

    assert all(field.isReadOnly() for field in shown.page.side.head.fields.values())
    assert "Đã chốt sổ 06/10/2026 08:00." in shown.texts()
    assert shown.page.save.isEnabled()


def test_what_is_decided_elsewhere_is_asked_for_only_when_the_page_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.window.hide()
    shown.page.show_desk(shown.desk)
    before = shown.frame.kinds()

    with qtbot.waitExposed(shown.window):
        shown.window.show()

    assert (before, shown.frame.kinds()) == (["ShowReport"], ["ShowReport", "ShowReport"])


# -- the head ------------------------------------------------------------------------------------------------------


def test_a_word_of_the_head_is_written_once_when_its_field_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())

    shown.write("so", "15")
    shown.write("so", "15")

    written = [each for each in shown.frame.asked if isinstance(each, WriteHead)]
    assert written == [WriteHead(shown.desk.table, ((IndicatorCode("so"), "15"),))]


def test_a_day_that_is_none_is_not_written_and_said(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())

    shown.write("ngay", "hôm nọ")
    told = shown.texts()
    shown.write("ngay", "6/10/2026")

    assert "Chưa rõ ngày “hôm nọ”" in told
    assert "Chưa rõ ngày" not in shown.texts()
    assert [each.words for each in shown.frame.asked if isinstance(each, WriteHead)] == [
        ((IndicatorCode("ngay"), "6/10/2026"),)
    ]


def test_a_report_changed_by_its_head_stays_where_it_was_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    many = [f"x{place}" for place in range(160)]
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, *many))
    shown.page.paper.verticalScrollBar().setValue(400)
    shown.frame.ready |= {ShowReport: report(Freshness.FRESH, *many, "moi")}

    shown.page.show_desk(shown.desk)
    qtbot.waitUntil(lambda: shown.page.paper.is_laid_out)

    assert len(shown.page.paper.figures) == 161
    assert shown.page.paper.verticalScrollBar().value() == 400


# -- what comes with it, what is missing ---------------------------------------------------------------------------


def test_what_comes_with_the_report_is_chosen_and_drawn_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    side = shown.page.side

    QTest.mouseClick(side.with_sources, Qt.MouseButton.LeftButton, pos=side.with_sources.rect().center())
    side.with_appendices.click()
    side.is_clean.click()

    asked = [each.choices for each in shown.frame.asked if isinstance(each, ShowReport)]
    assert asked[-1] == Choices(with_appendices=False, with_sources=False, is_clean=True)
    assert asked[-2] == Choices(with_appendices=False, with_sources=True)
    assert not side.with_sources.isEnabled()


def test_what_is_missing_leads_into_the_report_and_to_its_cause(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, "a", "b", gaps=(gap("Chưa có số của Kim Sơn: Hội viên"),)))

    shown.press("Xem chỗ thiếu")
    shown.press("Xem trong báo cáo")
    shown.press("Đến chỗ thiếu")

    assert shown.page.paper.viewport().rect().contains(shown.page.paper.figure_at("ccb:b"))
    assert shown.frame.went == [(Step.CHECKING, "K01-1")]


def test_a_sentence_that_is_not_printed_leads_to_its_figure(qtbot: QtBot, tmp_path: Path) -> None:
    dropped = gap("Mục “Khen thưởng”, câu ở ô D87: “Cờ” chưa có số", "", None, "")
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, dropped=(dropped,)))
    shown.frame.ready[LookUp] = figure("Long Vân")

    shown.press("Xem số liệu")

    assert shown.frame.asked[-1] == LookUp(shown.desk.table, IndicatorCode("hv"))
    assert shown.page.side.is_figure_shown


# -- figures -------------------------------------------------------------------------------------------------------


def test_a_click_on_a_figure_walks_it_back_and_escape_leaves_it(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, "a", "b"))
    shown.frame.ready[ShowFigure] = figure("Long Vân")

    shown.click("ccb:b")
    is_shown = shown.page.side.is_figure_shown
    shown.press("Thông tin báo cáo")

    assert shown.frame.asked[-1] == ShowFigure(shown.desk.table, "ccb:b", "12b")
    assert (is_shown, shown.page.side.is_figure_shown) == (True, False)


def test_the_cell_of_a_part_is_shown_on_the_sheet_it_stands_in(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, "a"))
    shown.frame.ready |= {
        ShowFigure: figure("Long Vân"),
        ShowSheet: SheetPicture(CELL.file, CELL.file_name, CELL.sheet, (CELL.sheet,), 20, (), ()),
    }
    shown.click("ccb:a")

    QTest.keyClick(shown.page.side.panel.tables[0], Qt.Key.Key_Down)
    shown.press("Mở ô này")

    assert shown.frame.asked[-1] == ShowSheet(shown.desk.table, CELL.file, CELL.sheet)
    (dialog,) = (each for each in shown.window.findChildren(Overlay) if each.isVisible())
    assert dialog.accessibleName() == "Ô của số liệu trong tệp đã nhận"


# -- saving --------------------------------------------------------------------------------------------------------


def test_ctrl_s_and_the_button_save_where_one_chooses(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / "khac.docx"
    shown.frame.ready[SaveReport] = SavedPicture(shown.target)

    shown.page.obey(Command.SAVE_REPORT)
    shown.press("Lưu báo cáo Word")

    asked = SaveReport(shown.desk.table, tmp_path / "khac.docx", Choices(), tmp_path / BOOK)
    assert shown.saves() == [asked, asked]
    assert shown.proposed == [str(tmp_path / NAME)] * 2
    assert shown.frame.said[-1] == f"Đã lưu báo cáo: {tmp_path / 'khac.docx'}"


def test_a_name_is_proposed_under_which_nothing_lies_yet(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"edited")
    shown = Shown(qtbot, tmp_path, report())

    shown.press("Lưu báo cáo Word")

    assert shown.proposed == [str(tmp_path / "Bao cao cum 2026-q3 (2).docx")]


def test_saving_before_the_page_was_ever_seen_waits_for_the_report(qtbot: QtBot, tmp_path: Path) -> None:
    frame = frame_in(tmp_path, {ShowReport: report()})
    page = ReportPage(frame, lambda *_about: tmp_path / NAME)
    qtbot.addWidget(page)
    assert frame.desk is not None
    page.show_desk(frame.desk)

    page.obey(Command.SAVE_REPORT)

    assert frame.kinds() == ["ShowReport", "SaveReport"]


def test_what_was_not_chosen_is_not_saved(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())

    shown.press("Lưu báo cáo Word")

    assert shown.saves() == []


def test_a_report_open_in_word_can_be_saved_under_another_name(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / NAME
    shown.frame.ready[SaveReport] = failed(Cause.TARGET_OPEN, "Tệp đang mở trong Word.")

    shown.press("Lưu báo cáo Word")
    shown.target = tmp_path / "khac.docx"
    assert shown.frame.elsewhere is not None
    shown.frame.elsewhere()

    assert [each.path.name for each in shown.saves()] == [NAME, "khac.docx"]
    assert [each.sentence for each in shown.frame.failed] == ["Tệp đang mở trong Word."] * 2


def test_what_is_to_be_known_about_the_workbook_is_told_after_saving(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / NAME
    shown.frame.ready[SaveReport] = SavedPicture(tmp_path / NAME, "Sổ tổng hợp đang mở trong Excel.")

    shown.press("Lưu báo cáo Word")

    assert shown.frame.said[-1] == "Sổ tổng hợp đang mở trong Excel."


def test_the_report_is_saved_before_word_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.frame.ready[SaveReport] = SavedPicture(tmp_path / NAME)

    shown.press("Mở bằng Word")
    (tmp_path / NAME).write_bytes(b"saved")
    shown.target = tmp_path / "khac.docx"
    shown.press("Mở bằng Word")

    assert [each.path for each in shown.saves()] == [tmp_path / NAME, tmp_path / "khac.docx"]
    assert shown.opened == [str(tmp_path / NAME)] * 2


def test_what_is_saved_already_is_opened_and_not_written_again(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / NAME
    shown.frame.ready[SaveReport] = SavedPicture(tmp_path / NAME)
    shown.press("Lưu báo cáo Word")

    shown.press("Mở bằng Word")

    assert len(shown.saves()) == 1
    assert shown.opened == [str(tmp_path / NAME)]


def test_a_clean_copy_is_proposed_under_its_own_name(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.page.side.is_clean.click()

    shown.press("Lưu báo cáo Word")

    assert shown.proposed == [str(tmp_path / "Bao cao cum 2026-q3 (ban sach).docx")]


def test_the_pages_that_are_seen_are_written_as_pdf_and_printed(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / "a.pdf"
    shown.printer = QPrinter()
    shown.printer.setOutputFileName(str(tmp_path / "in.pdf"))

    shown.page.save_pdf.click()
    shown.page.print.click()

    assert [(tmp_path / name).read_bytes()[:5] for name in ("a.pdf", "in.pdf")] == [b"%PDF-", b"%PDF-"]
    assert shown.frame.said == ["Đã lưu PDF: a.pdf.", "Đã gửi báo cáo đến máy in."]


def test_a_pdf_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report())
    shown.target = tmp_path / "co.pdf"
    shown.target.mkdir()

    shown.page.save_pdf.click()

    assert shown.frame.said[0].startswith("Chưa lưu được “co.pdf”")


@pytest.mark.parametrize("room", [(1110, 628, 1.0), (1020, 490, 1.0), (1110, 628, 1.3), (1240, 628, 1.6)])
@pytest.mark.parametrize("freshness", [Freshness.NEVER, Freshness.STALE, Freshness.FRESH])
def test_nothing_is_cut_or_nameless_however_long_the_names(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, freshness: Freshness, room: tuple[int, int, float]
) -> None:
    width, height, factor = room
    dress(qapp, factor)
    gaps = tuple(gap(f"Chưa có số của {LONG}: {LONG} {place}") for place in range(20))

    shown = Shown(qtbot, tmp_path, report(freshness, "a", name=LONG, gaps=gaps, dropped=gaps), width, height)

    qtbot.waitUntil(lambda: not cut_words(shown.window))
    assert (overlapping(shown.window), nameless(shown.window)) == ([], [])
    filled = [each for each in shown.window.findChildren(Button) if each.isVisible() and each.kind is Kind.FILLED]
    assert len(filled) == 1


def test_the_paper_of_another_period_takes_the_place_of_the_one_before(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, report(Freshness.FRESH, "a"))
    shown.frame.ready |= {ShowReport: report(Freshness.FRESH, paper=paper_with("c"))}
    (tmp_path / "khac").mkdir()

    shown.page.show_desk(other(shown.frame, tmp_path / "khac"))
    qtbot.waitUntil(lambda: shown.page.paper.is_laid_out)

    assert [each.spot.text for each in shown.page.paper.figures] == ["12c"]


def other(frame: PictureFrame, folder: Path) -> Desk:
    """Return the desk of another dossier."""
    frame.desk = frame_in(folder, {}).desk
    assert frame.desk is not None
    return frame.desk
