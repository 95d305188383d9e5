"""What is decided about files and units. This module holds how dialogs are opened, and what becomes of answers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccbdesk.gui.dialogs.answering import QuestionsDialog
from ccbdesk.gui.dialogs.checking import CheckingDialogs
from ccbdesk.gui.dialogs.comparing import ComparisonDialog
from ccbdesk.gui.dialogs.messages import ReminderDialog
from ccbdesk.gui.dialogs.opening import Open, open_copy, open_file, open_url_here
from ccbdesk.gui.dialogs.papers import pick_papers
from ccbdesk.gui.dialogs.reasons import ReasonDialog
from ccbdesk.gui.dialogs.return_editor import ReturnEditor
from ccbdesk.gui.dialogs.typing_in import TypeInDialog
from ccbdesk.gui.dialogs.versions import FilesDialog
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.pages.page import Frame
from ccbdesk.model.origin import Digest
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.checking import BlankForm
from ccbdesk.service.pictures.desk import Desk, FilePicture, UnitPicture
from ccbdesk.service.pictures.returns import ReturnPicture
from ccbdesk.service.requests import Request, Table
from ccbdesk.service.requests.checking import Compare, Remind, WriteBlank
from ccbdesk.service.requests.desk import Answer, DateReceived, Enter, LeaveOut, SetAside
from ccbdesk.service.requests.returns import Fill, Filled, ShowReturn

Again = Callable[[Desk], None]
"""Shows the desk as it is after something was decided."""

Act = Callable[[str], Request[Desk]]
"""Makes a request of a reason."""

_KEPT = "Mọi tệp đã nhận đều được giữ nguyên trong hồ sơ, kể cả tệp không dùng."


class ReceivingDialogs:
    """Opens the dialogs about files and units; they lie on the window that ``page`` is in.

    ``open_url`` opens a file in another program."""

    def __init__(self, page: QWidget, frame: Frame) -> None:
        """Open nothing yet."""
        self._page = page
        self._frame = frame
        self.checking = CheckingDialogs(page, frame)
        self.open_url: Open = open_url_here

    # -- questions -------------------------------------------------------------------------------------------------

    def ask_questions(self, desk: Desk, first: str = "") -> None:
        """Go through the questions, beginning with ``first``."""
        dialog = QuestionsDialog(self._page.window(), desk.questions, first)

        def answered(question: str, choice: str) -> None:
            request = Answer(desk.table, question, choice)
            self._frame.decide(request, lambda now: dialog.show_questions(now.questions))

        dialog.answered.connect(answered)
        dialog.open()

    # -- files -----------------------------------------------------------------------------------------------------

    def show_versions(self, desk: Desk, unit: UnitPicture) -> None:
        """List the files of a unit."""
        title = f"Các tệp của {unit.name}"
        dialog = FilesDialog(self._page.window(), title, _KEPT, unit.files, is_open=not desk.life.is_closed)

        def shown_again(now: Desk) -> None:
            again = now.unit(unit.id)
            dialog.show_files(again.files if again else ())

        self._connect_files(desk.table, dialog, shown_again)
        dialog.compare_wanted.connect(lambda digest: self._compare_in(desk, unit, dialog, digest))
        dialog.open()

    def show_strays(self, desk: Desk) -> None:
        """List the files that are nobody's."""
        lead = "Các tệp này không đọc được, hoặc không phải biểu mẫu của Cụm. Bấm vào từng tệp để biết vì sao."
        dialog = FilesDialog(
            self._page.window(), "Tệp chưa dùng được", lead, desk.strays, is_open=not desk.life.is_closed
        )
        self._connect_files(desk.table, dialog, lambda now: dialog.show_files(now.strays))
        dialog.open()

    def _connect_files(self, table: Table, dialog: FilesDialog, again: Again) -> None:
        dialog.open_wanted.connect(lambda digest: open_copy(self._frame, table, Digest(digest), self.open_url))

        def aside(digest: str) -> None:
            file = dialog.chosen()
            if file is not None:
                self._ask_aside(table, file, Digest(digest), again)

        def dated(digest: str, day: date) -> None:
            self._frame.decide(DateReceived(table, Digest(digest), day), again)

        dialog.aside_wanted.connect(aside)
        dialog.date_wanted.connect(dated)

    def _ask_aside(self, table: Table, file: FilePicture, digest: Digest, again: Again) -> None:
        lead = f"Tệp “{file.name}” vẫn được giữ trong hồ sơ, chỉ là không dùng để tổng hợp."
        self._ask_why("Để riêng tệp này?", lead, "Để &riêng", lambda why: SetAside(table, digest, why), again)

    def compare(self, desk: Desk, unit: UnitPicture, older: FilePicture, newer: FilePicture) -> None:
        """Show what a newer file of a unit changed."""
        request = Compare(desk.table, unit.id, older.digest, newer.digest)
        self._frame.ask(request, lambda picture: ComparisonDialog(self._page.window(), picture).open())

    def _compare_in(self, desk: Desk, unit: UnitPicture, dialog: FilesDialog, digest: str) -> None:
        older, newer = dialog.chosen(), dialog.later_than(digest)
        if older is not None and newer is not None:
            self.compare(desk, unit, older, newer)

    # -- units -----------------------------------------------------------------------------------------------------

    def give_back(self, desk: Desk, unit: UnitId) -> None:
        """Give a unit's file back."""
        self.checking.give_back(desk, unit)

    def leave_out(self, desk: Desk, unit: UnitPicture) -> None:
        """Ask why a unit is left out of the period."""
        lead = "Số liệu của Cụm sẽ không gồm đơn vị này; mọi số tổng hợp đều ghi rõ điều đó và lý do."
        title = f"Bỏ {unit.name} ra khỏi kỳ?"
        self._ask_why(title, lead, "Bỏ ra &khỏi kỳ", lambda why: LeaveOut(desk.table, unit.id, why), None)

    def _ask_why(self, title: str, lead: str, action: str, act: Act, again: Again | None) -> None:
        dialog = ReasonDialog(self._page.window(), title, lead, action, Icon.DASH_CIRCLE)

        def given(why: str) -> None:
            self._frame.decide(act(why), done)

        def done(now: Desk) -> None:
            dialog.dismiss()
            if again is not None:
                again(now)

        dialog.given.connect(given)
        dialog.open()

    def remind(self, desk: Desk) -> None:
        """Show the words to units that are waited for."""
        self._frame.ask(Remind(desk.table), lambda picture: ReminderDialog(self._page.window(), picture).open())

    # -- typing in -------------------------------------------------------------------------------------------------

    def type_in(self, desk: Desk, unit: UnitPicture) -> None:
        """Offer to type a unit's return in; of the cluster's own every figure is shown at once."""
        if unit.is_own:
            self._show_figures(desk, unit)
        else:
            self._offer_form(desk, unit)

    def _offer_form(self, desk: Desk, unit: UnitPicture) -> None:
        dialog = TypeInDialog(self._page.window(), unit.name)

        def written(form: BlankForm) -> None:
            dialog.show_form(form.path, was_there=form.was_there)
            open_file(self._frame, form.path, self.open_url)

        def taken(path: Path, source: str, papers: tuple[Path, ...]) -> None:
            request = Enter(desk.table, unit.id, path, source, papers)
            self._frame.decide(request, lambda _desk: dialog.dismiss())

        def fill() -> None:
            dialog.dismiss()
            self._show_figures(desk, unit)

        dialog.open_wanted.connect(lambda: self._frame.ask(WriteBlank(desk.table, unit.id), written))
        dialog.taken.connect(taken)
        dialog.fill_wanted.connect(fill)
        dialog.open()

    def _show_figures(self, desk: Desk, unit: UnitPicture) -> None:
        self._frame.ask(ShowReturn(desk.table, unit.id), lambda picture: self._edit(desk, unit, picture))

    def _edit(self, desk: Desk, unit: UnitPicture, picture: ReturnPicture) -> None:
        editor = ReturnEditor(self._page.window(), picture, lambda parent: list(pick_papers(parent)))

        def filled(values: tuple[Filled, ...], source: str, papers: tuple[Path, ...]) -> None:
            request = Fill(desk.table, unit.id, values, source, papers)
            self._frame.decide(request, lambda _desk: editor.dismiss())

        def in_excel() -> None:
            editor.dismiss()
            self._offer_form(desk, unit)

        editor.filled.connect(filled)
        editor.excel_asked.connect(in_excel)
        editor.open()
