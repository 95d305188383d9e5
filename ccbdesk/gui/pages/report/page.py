"""Báo cáo. This module holds the page: the report as it will be saved, and all that is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.cell_sheet import show_cell
from ccbdesk.gui.dialogs.opening import Open, open_file, open_url_here
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.pages.marks import shown
from ccbdesk.gui.pages.page import Command, Frame, Page
from ccbdesk.gui.pages.report.empty import EmptyReport
from ccbdesk.gui.pages.report.side import ReportSide
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.paper.printing import print_pages, write_pdf
from ccbdesk.gui.widgets.paper.view import PaperView
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.paper import Paper
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.figures import CellPicture
from ccbdesk.service.pictures.merging import Freshness, SavedPicture
from ccbdesk.service.pictures.report import GapPicture, ReportPicture
from ccbdesk.service.requests.desk import OpenDossier
from ccbdesk.service.requests.figures import LookUp, ShowFigure
from ccbdesk.service.requests.report import Choices, SaveReport, ShowReport, WriteHead

PickTarget = Callable[[QWidget, str, str, str], Path | None]
"""Asks where to save: the parent, the title, the path to begin with, the kinds of files."""
Print = Callable[[QWidget], QPrinter | None]
"""Asks on which printer and which pages; None where the person thought better of it."""

_TITLE, _LEAD = "Báo cáo", "Bản thảo lấy số từ sổ của Cụm. Xem lại rồi lưu; câu chữ sửa tiếp trong Word."
_WORD, _PDF = "Tệp Word (*.docx)", "Tệp PDF (*.pdf)"
_DRAWN = frozenset({Freshness.FRESH, Freshness.STALE})


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was saved: where, how the file was then, and what was in it."""

    path: Path
    stamp: tuple[int, int] | None
    paper: Paper | None
    choices: Choices


class ReportPage(Page):
    """The page. It asks for the report when it is in sight; what is decided on other pages makes that stale."""

    step: ClassVar[Step] = Step.REPORTING
    title: ClassVar[str] = _TITLE

    def __init__(
        self,
        frame: Frame,
        pick: PickTarget | None = None,
        open_url: Open = open_url_here,
        choose_printer: Print | None = None,
    ) -> None:
        """Make the page without a desk; what asks the person is given by tests."""
        super().__init__(frame)
        self._pick = pick or pick_target
        self._open_url = open_url
        self._choose_printer = choose_printer or choose_printer_here
        self._desk: Desk | None = None
        self._picture: ReportPicture | None = None
        self._is_behind = False
        self._shown: Paper | None = None
        self._written: Written | None = None
        self._waiting: Callable[[], None] | None = None
        self.open_word = Button("Mở bằng &Word", Kind.OUTLINED, Icon.WORD)
        self.save = Button("&Lưu báo cáo Word…", Kind.FILLED, Icon.SAVE)
        self.head = PageHead(_TITLE, (self.open_word, self.save))
        self.notice = Stripe("", "", Tone.WARNING)
        self.paper = PaperView()
        self.side = ReportSide()
        self.empty = EmptyReport()
        self.print = Button("&In…", Kind.LINK, Icon.PRINT)
        self.save_pdf = Button("Lưu P&DF…", Kind.LINK, Icon.DOWNLOAD)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk) -> None:
        """Take note of what was decided; the report is asked for while the page is in sight."""
        is_other = self._desk is None or self._desk.table != desk.table
        self._desk = desk
        self._is_behind = True
        if is_other:
            self.paper.clear()
            self._shown = None
            self.side.show_cards()
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the report up to date."""
        super().showEvent(event)
        if self._is_behind:
            self._refresh()

    def pills(self) -> tuple[Status, ...]:
        """Say whether the report fits the workbook."""
        return (shown(self._picture.status),) if self._picture is not None and self._is_drawn else ()

    def links(self) -> tuple[Button, ...]:
        """Offer printing and PDF once there is a report."""
        return (self.print, self.save_pdf) if self._is_drawn else ()

    def obey(self, command: Command) -> bool:
        """Save the report, or open the folder it is saved in."""
        match command:
            case Command.SAVE_REPORT:
                self._when_drawn(self._ask_where)
            case Command.OPEN_FOLDER:
                open_file(self.frame, self._folder(), self._open_url)
            case _:
                return False
        return True

    def take_focus(self) -> None:
        """Put the keyboard onto the report, or onto the way to it."""
        (self.paper if self._is_drawn else self.empty.merge).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the paper more than half of the width."""
        super().resizeEvent(event)
        self.side.set_room(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()

    @property
    def _is_drawn(self) -> bool:
        return self._picture is not None and self._picture.freshness in _DRAWN

    def _refresh(self) -> None:
        if self._desk is not None:
            self._is_behind = False
            self.frame.ask(ShowReport(self._desk.table, self.side.choices), self._show)

    def _show(self, picture: ReportPicture) -> None:
        self._picture = picture
        self.head.say(_TITLE, _LEAD if self._is_drawn else "")
        self.empty.show_picture(picture)
        self._stack.setCurrentIndex(0 if self._is_drawn else 1)
        for button in (self.open_word, self.save):
            button.setVisible(self._is_drawn)
        self._show_notice(picture)
        self.side.show_report(picture)
        if self._is_drawn and picture.paper is not None and picture.paper != self._shown:
            self.paper.show_paper(picture.paper, stays=self._shown is not None)
            self._shown = picture.paper
        self.changed.emit()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _show_notice(self, picture: ReportPicture) -> None:
        """Say what must be known before anything is saved: the gravest first."""
        if picture.freshness is Freshness.STALE:
            words = "Số liệu đã thay đổi sau lần tổng hợp trước. Bản thảo này lấy số mới nhất; sổ đã lưu thì chưa."
            self.notice.say(words, "Tổng hợp &lại", Tone.WARNING)
        elif picture.notice:
            self.notice.say(f"{picture.notice} Câu này in ở đầu mỗi trang.", "Xem chỗ &thiếu", Tone.WARNING)
        elif picture.gaps:
            self.notice.say("Báo cáo còn chỗ thiếu số liệu, tô vàng.", "Xem chỗ &thiếu", Tone.WARNING)
        else:
            self.notice.say(picture.closed, "", Tone.LOCKED)
        self.notice.setVisible(self._is_drawn and bool(self.notice.words.text()))

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        drawn = QWidget()
        self._row = QHBoxLayout(drawn)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.paper, 1)
        self._row.addWidget(self.side)
        self._stack.addWidget(drawn)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.notice)
        self._column.addWidget(self._stack, 1)
        self.notice.hide()
        for one, other in ((self.paper, self.save), (self.save, self.open_word)):
            QWidget.setTabOrder(one, other)
        self._take_look()

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self._when_drawn(self._ask_where))
        self.open_word.clicked.connect(lambda: self._when_drawn(self._open_in_word))
        self.print.clicked.connect(self._print)
        self.save_pdf.clicked.connect(self._save_pdf)
        self.notice.pressed.connect(self._follow_notice)
        self.empty.merge.clicked.connect(lambda: self.frame.go(Step.MERGING))
        self.paper.figure_asked.connect(self._walk_back)
        self.side.chosen.connect(self._refresh)
        self.side.head.written.connect(self._write)
        self.side.back.clicked.connect(self._leave_figure)
        self.side.panel.cell_asked.connect(self._show_cell)
        self.side.missing.sight_asked.connect(self._bring_into_sight)
        self.side.missing.place_asked.connect(self._go_to_cause)
        self.side.missing.figure_asked.connect(self._look_up)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave_figure)

    def _take_look(self) -> None:
        look = worn()
        self._column.setContentsMargins(*look.margins((28, 18, 28, 12)))
        self._column.setSpacing(look.px(12))
        self._row.setSpacing(look.px(14))
        self.side.set_room(self.width())

    def _follow_notice(self) -> None:
        if self._picture is not None and self._picture.freshness is Freshness.STALE:
            self.frame.go(Step.MERGING)
        else:
            self.side.show_missing()

    # -- figures ---------------------------------------------------------------------------------------------------

    def _walk_back(self, tag: str) -> None:
        if self._desk is not None:
            text = next((each.spot.text for each in self.paper.figures if each.spot.tag == tag), "")
            self.paper.mark(tag)
            self.frame.ask(ShowFigure(self._desk.table, tag, text), self.side.show_figure)

    def _look_up(self, code: str) -> None:
        if self._desk is not None:
            self.frame.ask(LookUp(self._desk.table, IndicatorCode(code)), self.side.show_figure)

    def _leave_figure(self) -> None:
        if self.side.is_figure_shown:
            self.side.show_cards()
            self.paper.mark("")
            self.paper.setFocus()

    def _show_cell(self, cell: CellPicture) -> None:
        if self._desk is not None:
            show_cell(self.window(), self.frame, self._desk.table, cell)

    def _bring_into_sight(self, tag: str) -> None:
        if self.paper.show_figure(tag):
            self.paper.mark(tag)
            self.paper.setFocus()

    def _go_to_cause(self, gap: GapPicture) -> None:
        if gap.step is not None:
            self.frame.go(gap.step, gap.place)

    def _write(self, code: str, typed: str) -> None:
        if self._desk is not None:
            self.frame.decide(WriteHead(self._desk.table, ((IndicatorCode(code), typed),)))

    # -- saving ----------------------------------------------------------------------------------------------------

    def _folder(self) -> Path:
        return self.frame.preferences.saving_folder(self._desk.table.dossier) if self._desk else Path()

    def _target(self, ending: str) -> Path:
        name = self._picture.report_name if self._picture else ""
        suffix = " (ban sach)" if self.side.choices.is_clean else ""
        return (self._folder() / name).with_suffix("").with_name(f"{Path(name).stem}{suffix}{ending}")

    def _when_drawn(self, do: Callable[[], None]) -> None:
        """Do something once the report is there as it stands now."""
        if self._picture is None or self._is_behind:
            self._waiting = lambda: self._when_drawn(do)
            self._refresh()
        elif self._is_drawn:
            do()

    def _ask_where(self) -> None:
        """Ask where to save; what lies there already may have been edited, so a name is proposed that is free."""
        path = self._pick(self, "Lưu báo cáo Word", str(free_name(self._target(".docx"))), _WORD)
        if path is not None:
            self._save_to(path, self._tell_saved)

    def _save_to(self, path: Path, then: Callable[[SavedPicture], None]) -> None:
        if self._desk is None or self._picture is None:
            return
        book = self._folder() / self._picture.book_name
        request = SaveReport(self._desk.table, path, self.side.choices, book)
        self.frame.ask(request, then, None, self._ask_where)

    def _tell_saved(self, saved: SavedPicture) -> None:
        self._remember(saved)
        self.frame.say(saved.note or f"Đã lưu báo cáo: {saved.path}")

    def _remember(self, saved: SavedPicture) -> None:
        """Remember where the report is saved and as what, and let the rail say what is made now."""
        self._written = Written(saved.path, _stamp(saved.path), self._shown, self.side.choices)
        if self._desk is not None:
            table = self._desk.table
            if not (self._folder() / (self._picture.book_name if self._picture else "")).is_file():
                self.frame.preferences.remember_saving(table.dossier, saved.path.parent)
            self.frame.decide(OpenDossier(table.dossier, table.period))

    def _open_in_word(self) -> None:
        """Open the report that was saved; where there is none, or it says something else, save it first.

        One that was changed in Word since is never written over."""
        written, target = self._written, self._target(".docx")
        if written is not None and written == Written(
            written.path, _stamp(written.path), self._shown, self.side.choices
        ):
            open_file(self.frame, written.path, self._open_url)
            return
        path = target if not target.exists() else self._pick(self, "Lưu báo cáo Word", str(free_name(target)), _WORD)
        if path is not None:
            self._save_to(path, self._open_saved)

    def _open_saved(self, saved: SavedPicture) -> None:
        self._remember(saved)
        open_file(self.frame, saved.path, self._open_url)

    def _save_pdf(self) -> None:
        path = self._pick(self, "Lưu PDF", str(self._target(".pdf")), _PDF)
        if path is None:
            return
        title = self._picture.paper.title if self._picture and self._picture.paper else ""
        is_written = write_pdf(self.paper.pages, path, title)
        failed = (
            f"Chưa lưu được “{path.name}”. Tệp có thể đang mở, hoặc nơi lưu không ghi được. Chọn tên hoặc nơi khác."
        )
        self.frame.say(f"Đã lưu PDF: {path.name}." if is_written else failed)

    def _print(self) -> None:
        printer = self._choose_printer(self)
        if printer is not None:
            is_printed = print_pages(self.paper.pages, printer)
            self.frame.say(
                "Đã gửi báo cáo đến máy in." if is_printed else "Máy in không nhận. Kiểm tra máy in rồi thử lại."
            )


def free_name(path: Path) -> Path:
    """Return a path at which nothing lies yet: with a number behind the name where need be."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return by what it can be told whether a file was changed; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def pick_target(parent: QWidget, title: str, path: str, kinds: str) -> Path | None:
    """Ask where to save with the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, path, kinds)
    return Path(chosen) if chosen else None


def choose_printer_here(parent: QWidget) -> QPrinter | None:
    """Ask on which printer, and which pages, with the system's own dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() else None
