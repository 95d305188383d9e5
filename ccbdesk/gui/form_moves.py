"""What the menus do with forms. This module holds the moves: a new cluster, the form in Excel, one proposed."""

from pathlib import Path
from typing import TYPE_CHECKING

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.form_check import FormDialog
from ccbdesk.gui.dialogs.founding import FoundingDialog
from ccbdesk.gui.dialogs.opening import open_file
from ccbdesk.gui.dialogs.writing import WrittenDialog
from ccbdesk.service.pictures.cabinet import Written
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.forms import FormPicture, Foundations, ProposedPicture
from ccbdesk.service.requests import forms as asking

if TYPE_CHECKING:
    from ccbdesk.gui.main_window import MainWindow

_FORMS = "Bo bieu mau"  # below the folder of the dossiers
_WORKBOOKS = "Tệp Excel (*.xlsx)"


class FormMoves:
    """The moves of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Work on this window."""
        self._window = window

    # -- a new cluster ---------------------------------------------------------------------------------------------

    def found(self) -> None:
        """Make a new cluster from a form there is and members that are ticked; then set its first period up."""
        self._window.ask(asking.ShowFoundations(), self._found)

    def _found(self, foundations: Foundations) -> None:
        dialog = FoundingDialog(self._window, foundations)

        def founded(picture: FormPicture) -> None:
            dialog.dismiss()
            if picture.mistakes:
                self._show_form(picture)
            else:
                self._window.moves.begin_period(picture.path)

        def chosen(form: str, name: str, members: tuple[str, ...]) -> None:
            folder = picking.dossiers() / _FORMS
            self._window.ask(asking.Found(form, name, members, folder), founded)

        dialog.chosen.connect(chosen)
        dialog.open()

    # -- the form of the period ------------------------------------------------------------------------------------

    def work_on(self) -> None:
        """Lay the form in force where Excel can open it, read it again, put it into force."""
        if (desk := self._window.desk) is not None:
            folder = desk.table.dossier.parent / _FORMS
            self._window.ask(asking.CopyForm(desk.table, folder), self._show_form)

    def _show_form(self, picture: FormPicture) -> None:
        dialog = FormDialog(self._window, picture)
        dialog.excel_wanted.connect(lambda: open_file(self._window, dialog.picture.path))
        dialog.reading_wanted.connect(
            lambda: self._window.ask(asking.ReadForm(str(dialog.picture.path)), dialog.show_form)
        )
        dialog.use_wanted.connect(lambda: self._use(dialog))
        dialog.open()

    def _use(self, dialog: FormDialog) -> None:
        """Put the form into force in the period that is open; without one, set a period up with it."""
        desk: Desk | None = self._window.desk
        if desk is None:
            dialog.dismiss()
            self._window.moves.begin_period(dialog.picture.path)
        else:
            self._window.decide(asking.UseForm(desk.table, dialog.picture.path), lambda _desk: dialog.dismiss())

    # -- a form proposed -------------------------------------------------------------------------------------------

    def propose(self) -> None:
        """Propose a form from a template that an office uses already."""
        last = self._window.preferences.kept.last_folder
        template = picking.pick_file(self._window, "Chọn tệp mẫu đang dùng", last, _WORKBOOKS)
        if template is not None:
            self._propose(template)

    def _propose(self, template: Path) -> None:
        folder = picking.pick_folder(self._window, "Chọn nơi lưu bộ biểu mẫu", str(picking.dossiers()))
        if folder is not None:
            request = asking.ProposeForm(template, folder)
            self._window.ask(request, self._show_proposed, elsewhere=lambda: self._propose(template))

    def _show_proposed(self, proposed: ProposedPicture) -> None:
        words = " ".join(proposed.words) or "Đã lập bộ biểu mẫu."
        WrittenDialog(self._window, Written(proposed.path.parent, proposed.path, words)).open()
