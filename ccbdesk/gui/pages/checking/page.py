"""Kiểm tra. This module holds the page: chips, search and list at the left, one finding at the right."""

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.checking import CheckingDialogs, PickTarget, pick_target
from ccbdesk.gui.dialogs.fields import line_field
from ccbdesk.gui.dialogs.opening import Open, open_copy, open_url_here
from ccbdesk.gui.dialogs.papers import PickPapers, pick_papers
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.pages.checking.detail import FindingDetail
from ccbdesk.gui.pages.checking.filtering import Filter, count, grouped, listed
from ccbdesk.gui.pages.checking.nothing import NothingToSee
from ccbdesk.gui.pages.page import Frame, Onward, Page
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.chips import ChipRow
from ccbdesk.gui.widgets.findings_list import FindingsList
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.model.origin import Digest
from ccbdesk.service.messages import Failed
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.desk import Desk, FindingPicture
from ccbdesk.service.requests.checking import ShowSheet

_TITLE = "Kiểm tra"
_WIDE, _NARROW, _NARROWEST = 386, 330, 220
_NO_MATCH = "Không có điều nào khớp với từ đang tìm."
_NOTHING_HERE = {
    Filter.ALL: "Không còn điều gì phải xử lý.",
    Filter.ERRORS: "Không còn lỗi nào.",
    Filter.WARNINGS: "Không còn điều gì cần xem.",
    Filter.DONE: "Chưa chấp nhận điều nào.",
    Filter.NOTES: "Không có lời nhắc nào.",
}
_NO_SHEET_NOW = "Chưa hiện được trang này. {}"
_MOST_SHEETS = 24


class CheckingPage(Page):
    """The page. It asks for the sheet of whatever is chosen, and keeps those it has seen: what was received stays."""

    step: ClassVar[Step] = Step.CHECKING
    title: ClassVar[str] = _TITLE

    def __init__(
        self,
        frame: Frame,
        save: PickTarget = pick_target,
        papers: PickPapers = pick_papers,
        open_url: Open = open_url_here,
    ) -> None:
        """Make the page without a desk; the three ask for files and open them."""
        super().__init__(frame)
        self._desk: Desk | None = None
        self._open_url = open_url
        self._shown: dict[str, FindingPicture] = {}
        self._sheets: dict[tuple[Digest, str], SheetPicture] = {}
        self._wanted: set[tuple[Digest, str]] = set()
        self.dialogs = CheckingDialogs(self, frame, save, papers)
        self.head = PageHead(_TITLE)
        self.chips = ChipRow("Lọc các điều đã kiểm tra")
        self._chips = {chosen: self.chips.add(chosen.value, chosen.value) for chosen in Filter}
        self.search = line_field(hint="Tìm, gõ không dấu cũng được")
        self.search.setAccessibleName("Tìm trong các điều đã kiểm tra")
        self.search.setClearButtonEnabled(True)
        self.list = FindingsList("Các điều đã kiểm tra")
        self.detail = FindingDetail()
        self.nothing = NothingToSee()
        self._lay_out()
        self._connect()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk) -> None:
        """Show what was found, and of it what was looked at before."""
        is_other = self._desk is not None and self._desk.table != desk.table
        self._desk = desk
        if is_other:
            self._sheets.clear()
            self.search.clear()
            self.chips.choose(Filter.ALL.value)
        self.head.say(_TITLE, desk.checking_lead)
        self._count(desk)
        has_any = bool(desk.findings)
        self._stack.setCurrentWidget(self._both if has_any else self.nothing)
        self.nothing.show_desk(has_files=any(unit.files for unit in desk.units))
        self._show_list()
        self.changed.emit()

    def show_place(self, place: str) -> None:
        """Show a finding, or the first of a unit, whatever was filtered before."""
        if self._desk is None:
            return
        found = [each for each in self._desk.findings if place in (each.id, each.unit)]
        first = next((each for each in found if not each.is_settled and each.level is not Mark.NOTE), None)
        wanted = next((each for each in found if each.id == place), first or next(iter(found), None))
        if wanted is None:
            return
        self.search.clear()
        if wanted.id not in {each.id for each in listed(self._desk.findings, self._filter(), "")}:
            self.chips.choose(_filter_of(wanted).value)
        self._show_list()
        self.list.choose(wanted.id)
        self.list.setFocus()

    def onward(self) -> Onward | None:
        """Lead to merging, whatever is still open: an error keeps out its figure, not the unit."""
        if self._desk is None or not any(unit.files for unit in self._desk.units):
            return Onward("Tiếp: nhận tệp", Step.RECEIVING) if self._desk else None
        return Onward("Tiếp: tổng hợp", Step.MERGING)

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Leave less air where the window is low."""
        super().set_low(is_low)
        self._take_look()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between list and finding."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._blank = QWidget()  # keeps the list where it is while nothing is chosen
        self._left = Card(margin=12, spacing=10)
        self._left.setAccessibleName("Danh sách")
        for part in (self.chips, self.search):
            self._left.content.addWidget(part)
        self._left.content.addWidget(self.list, 1)
        self._both = QWidget()
        self._row = QHBoxLayout(self._both)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._left)
        self._row.addWidget(self.detail, 1)
        self._row.addWidget(self._blank, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.nothing)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._stack, 1)
        detail = self.detail
        order: tuple[QWidget, ...] = (
            self.list, self.chips, self.search, detail.before, detail.after, detail.find_cell, detail.open_file,
            detail.sheet, detail.give_back, detail.accept, detail.correct,
        )  # fmt: skip
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        self._take_look()

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda _code: self._show_list())
        self.search.textChanged.connect(lambda _words: self._show_list())
        self.list.chosen.connect(lambda _key: self._show_chosen())
        self.list.opened.connect(lambda _key: self._decide())
        self.detail.stepped.connect(self.list.step)
        self.detail.open_pressed.connect(self._open_file)
        self.detail.accept_pressed.connect(self._accept)
        self.detail.correct_pressed.connect(self._correct)
        self.detail.give_back_pressed.connect(self._give_back)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.list.step(by))

    def _take_look(self) -> None:
        look = worn()
        is_low = look.is_low(self.window().height())
        self._column.setContentsMargins(*look.margins((28, 8, 28, 8) if is_low else (28, 18, 28, 14)))
        self._column.setSpacing(look.px(8 if is_low else 14))
        self._row.setSpacing(look.px(14))
        self._share_width()

    def _share_width(self) -> None:
        look = worn()
        wanted = look.px(_NARROW if look.is_narrow(self.window().width()) else _WIDE)
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._row.spacing()
        left = room - self.detail.minimumSizeHint().width()
        self._left.setFixedWidth(max(min(wanted, left), look.px(_NARROWEST)))

    def _count(self, desk: Desk) -> None:
        """Count on every chip; one that would show nothing is left out, unless it is on."""
        for chosen, chip in self._chips.items():
            amount = count(desk.findings, chosen)
            chip.set_count(amount)
            chip.setVisible(amount > 0 or chosen is Filter.ALL or chip.isChecked())

    def _show_list(self) -> None:
        if self._desk is None:
            return
        chosen, words = self._filter(), self.search.text()
        found = listed(self._desk.findings, chosen, words)
        self._shown = {each.id: each for each in found}
        self.list.set_empty(_NO_MATCH if words.strip() else _NOTHING_HERE[chosen])
        with QSignalBlocker(self.list):  # what is chosen in the end is shown once
            self.list.show_groups(grouped(found))
            if found and not self.list.chosen_key():
                self.list.choose(found[0].id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        desk, finding = self._desk, self._chosen()
        self.detail.setVisible(finding is not None)
        self._blank.setVisible(finding is None)
        if desk is None or finding is None:
            return
        place = f"{self.list.place() + 1} trên {len(self._shown)}"
        unit = desk.unit(finding.unit) if finding.unit else None
        can_give_back = unit is not None and not unit.is_own and finding.level is not Mark.NOTE and bool(finding.file)
        self.detail.show_finding(finding, place, is_open=not desk.life.is_closed, can_give_back=can_give_back)
        self.detail.before.setEnabled(self.list.place() > 0)
        self.detail.after.setEnabled(self.list.place() + 1 < len(self._shown))
        self._show_sheet(desk, finding)

    def _show_sheet(self, desk: Desk, finding: FindingPicture) -> None:
        if finding.file is None or not finding.sheet:
            self.detail.show_no_sheet()
            return
        key = (finding.file, finding.sheet)
        if key in self._sheets:
            self.detail.show_sheet(self._sheets[key], finding)
            return
        self.detail.show_no_sheet("Đang mở trang tính…")
        if key not in self._wanted:
            self._wanted.add(key)
            self._ask_for_sheet(desk, key)

    def _ask_for_sheet(self, desk: Desk, key: tuple[Digest, str]) -> None:
        def seen(picture: SheetPicture) -> None:
            self._wanted.discard(key)
            if len(self._sheets) >= _MOST_SHEETS:
                self._sheets.pop(next(iter(self._sheets)))
            self._sheets[key] = picture
            chosen = self._chosen()
            if chosen is not None and (chosen.file, chosen.sheet) == key:
                self.detail.show_sheet(picture, chosen)

        def failed(failed: Failed) -> bool:
            self._wanted.discard(key)
            chosen = self._chosen()
            if chosen is not None and (chosen.file, chosen.sheet) == key:
                self.detail.show_no_sheet(_NO_SHEET_NOW.format(failed.sentence))
            return True

        self.frame.ask(ShowSheet(desk.table, *key), seen, failed)

    def _chosen(self) -> FindingPicture | None:
        return self._shown.get(self.list.chosen_key())

    def _filter(self) -> Filter:
        return Filter(self.chips.code())

    # -- doing -----------------------------------------------------------------------------------------------------

    def _decide(self) -> None:
        """Enter does what is nearest: a warning is accepted, an error put right, else the file given back."""
        for button in (self.detail.accept, self.detail.correct, self.detail.give_back):
            if button.isVisible():
                button.click()
                return

    def _open_file(self) -> None:
        finding = self._chosen()
        if self._desk is not None and finding is not None and finding.file is not None:
            open_copy(self.frame, self._desk.table, finding.file, self._open_url)

    def _accept(self) -> None:
        finding = self._chosen()
        if self._desk is not None and finding is not None:
            self.dialogs.accept(self._desk, finding)

    def _correct(self) -> None:
        finding = self._chosen()
        if self._desk is not None and finding is not None:
            self.dialogs.correct(self._desk, finding)

    def _give_back(self) -> None:
        finding = self._chosen()
        if self._desk is not None and finding is not None and finding.unit is not None:
            self.dialogs.give_back(self._desk, finding.unit)


def _filter_of(finding: FindingPicture) -> Filter:
    if finding.is_settled:
        return Filter.DONE
    return Filter.NOTES if finding.level is Mark.NOTE else Filter.ALL
