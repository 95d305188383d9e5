"""Tổng hợp. This module holds the page: what goes in and what not, the big button, and what came out."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.opening import Open, open_file, open_url_here
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.pages.merging_after import AfterMerging
from ccbdesk.gui.pages.merging_before import BeforeMerging
from ccbdesk.gui.pages.page import Command, Frame, Onward, Page
from ccbdesk.gui.pages.working import Working
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import Freshness, MergingPicture, SavedPicture
from ccbdesk.service.requests.desk import OpenDossier
from ccbdesk.service.requests.merging import Merge, ShowMerging

PickFolder = Callable[[QWidget, str, str], Path | None]
"""Asks for a folder: the parent, the title, where to begin."""

_TITLE, _AGAIN, _DONE = "Tổng hợp thành sổ của Cụm", "Cần tổng hợp lại", "Đã tổng hợp xong sổ của Cụm"
_GONE = "Không thấy sổ ở nơi đã lưu. Bấm Tổng hợp lại để lập lại sổ, hoặc chọn nơi lưu khác."


class MergingPage(Page):
    """The page. It asks for its picture when it is in sight; what is decided on other pages makes that stale."""

    step: ClassVar[Step] = Step.MERGING
    title: ClassVar[str] = "Tổng hợp"

    def __init__(self, frame: Frame, pick: PickFolder = picking.pick_folder, open_url: Open = open_url_here) -> None:
        """Make the page without a desk; ``pick`` asks for a folder, ``open_url`` opens what was saved."""
        super().__init__(frame)
        self._pick = pick
        self._open_url = open_url
        self._desk: Desk | None = None
        self._picture: MergingPicture | None = None
        self._is_behind = False
        self._is_wanted = False
        self.head = PageHead(_TITLE)
        self.changed_since = Stripe("", "", Tone.WARNING)
        self.before = BeforeMerging()
        self.after = AfterMerging()
        self._stack = QStackedWidget()
        self._working: Working | None = None
        self._lay_out()
        self._connect()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk) -> None:
        """Take note of what was decided; the picture is asked for while the page is in sight."""
        self._desk = desk
        self._is_behind = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the page up to date."""
        super().showEvent(event)
        if self._is_behind:
            self._refresh()

    def onward(self) -> Onward | None:
        """Lead to the report once there is a workbook."""
        is_fresh = self._picture is not None and self._picture.freshness is Freshness.FRESH
        return Onward("Tiếp: xem báo cáo", Step.REPORTING) if is_fresh else None

    def obey(self, command: Command) -> bool:
        """Merge, or open the folder the workbook lies in."""
        match command:
            case Command.MERGE:
                self._merge()
            case Command.OPEN_FOLDER:
                self._open_folder()
            case _:
                return False
        return True

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Leave out the small words that a low window has no room for."""
        super().set_low(is_low)
        for note in (self.before.note, self.after.note):
            note.setVisible(not is_low)

    def take_focus(self) -> None:
        """Put the keyboard onto what is to be done next."""
        self._first().setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()

    def _first(self) -> QWidget:
        return self.after.open_book if self._stack.currentWidget() is self.after else self.before.merge

    def _refresh(self) -> None:
        if self._desk is not None:
            self._is_behind = False
            self.frame.ask(ShowMerging(self._desk.table), self._show)

    def _show(self, picture: MergingPicture) -> None:
        self._picture = picture
        is_fresh = picture.freshness is Freshness.FRESH
        is_there = is_fresh and self._book().is_file()
        folder = self._folder()
        titles = {Freshness.FRESH: _DONE, Freshness.STALE: _AGAIN}
        title = titles.get(picture.freshness, _TITLE) if is_there or not is_fresh else _TITLE
        self.head.say(title, _lead(picture) if is_there else picture.lead)
        self._show_stripe(picture, is_gone=is_fresh and not is_there)
        self.before.show_picture(picture, folder)
        self.after.show_picture(picture, folder)
        self._stack.setCurrentWidget(self.after if is_there else self.before)
        self.changed.emit()
        if self._is_wanted:
            self._is_wanted = False
            self._merge()

    def _show_stripe(self, picture: MergingPicture, *, is_gone: bool) -> None:
        words = picture.changes or (_GONE if is_gone else "") or picture.closed
        tone = Tone.LOCKED if words == picture.closed else Tone.WARNING
        self.changed_since.say(words, "", tone)
        self.changed_since.setVisible(bool(words))

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.changed_since)
        self._column.addWidget(self._stack, 1)
        self._stack.addWidget(self.before)
        self._stack.addWidget(self.after)
        self.changed_since.hide()
        self._take_look()

    def _connect(self) -> None:
        self.before.merge.clicked.connect(self._merge)
        self.before.elsewhere.clicked.connect(self._choose_folder)
        self.before.seen.connect(self.frame.go)
        self.after.again.clicked.connect(self._merge)
        self.after.open_book.clicked.connect(lambda: open_file(self.frame, self._book(), self._open_url))
        self.after.open_folder.clicked.connect(self._open_folder)

    def _take_look(self) -> None:
        look = worn()
        self._column.setContentsMargins(*look.margins((28, 18, 28, 16)))
        self._column.setSpacing(look.px(14))

    # -- doing -----------------------------------------------------------------------------------------------------

    def _folder(self) -> Path:
        return self.frame.preferences.saving_folder(self._desk.table.dossier) if self._desk else Path()

    def _book(self) -> Path:
        return self._folder() / (self._picture.book_name if self._picture else "")

    def _choose_folder(self) -> None:
        folder = self._pick(self, "Chọn nơi lưu sổ và báo cáo", str(self._folder()))
        if folder is not None and self._desk is not None:
            self.frame.preferences.remember_saving(self._desk.table.dossier, folder)
            self._refresh()

    def _open_folder(self) -> None:
        open_file(self.frame, self._folder(), self._open_url)

    def _merge(self) -> None:
        if self._picture is None or self._is_behind:
            self._is_wanted = True
            self._refresh()
        elif self._desk is not None and self._picture.freshness is not Freshness.NOTHING:
            self._merge_into(self._book())

    def _merge_into(self, path: Path) -> None:
        if self._desk is None:
            return
        self._working = Working(self.window(), self.frame, "Đang tổng hợp sổ của Cụm")
        self._working.open()
        self.frame.ask(Merge(self._desk.table, path), self._merged, self._failed, self._merge_elsewhere)

    def _merge_elsewhere(self) -> None:
        """Write the workbook into another folder, as one under its name is open in Excel."""
        folder = self._pick(self, "Chọn nơi lưu sổ và báo cáo", str(self._folder()))
        if folder is not None and self._desk is not None and self._picture is not None:
            self.frame.preferences.remember_saving(self._desk.table.dossier, folder)
            self._merge_into(folder / self._picture.book_name)

    def _merged(self, saved: SavedPicture) -> None:
        self._end()
        if self._desk is not None:
            table = self._desk.table
            self.frame.preferences.remember_saving(table.dossier, saved.path.parent)
            done = f"Đã tổng hợp, sổ lưu ở {saved.path.name}."
            self.frame.decide(OpenDossier(table.dossier, table.period), lambda _desk: self._after_merging(done))

    def _after_merging(self, words: str) -> None:
        self.frame.say(words)
        if self.isVisible():
            self.take_focus()

    def _failed(self, failed: Failed) -> bool:
        """Close the progress; that it was stopped is told in the bar, all else in a dialog."""
        self._end()
        if failed.cause is Cause.STOPPED:
            self.frame.say("Đã dừng tổng hợp. Không có gì bị mất.")
            return True
        return False

    def _end(self) -> None:
        if self._working is not None:
            self._working.dismiss()
            self._working = None


def _lead(picture: MergingPicture) -> str:
    return f"{picture.coverage.words}. Tổng hợp lúc {picture.made}."
