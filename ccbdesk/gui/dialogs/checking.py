"""What is decided about findings. This module holds how each dialog is opened, and what becomes of its answer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ccbdesk.gui.dialogs.accepting import AcceptDialog
from ccbdesk.gui.dialogs.correcting import CorrectDialog
from ccbdesk.gui.dialogs.messages import GiveBackDialog
from ccbdesk.gui.dialogs.papers import PickPapers, pick_papers
from ccbdesk.gui.pages.page import Frame
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.checking import GivingBackPicture
from ccbdesk.service.pictures.desk import Desk, FindingPicture
from ccbdesk.service.requests import Table
from ccbdesk.service.requests.checking import GiveBack, PrepareGivingBack, TryFigure
from ccbdesk.service.requests.desk import Accept, Correct

PickTarget = Callable[[QWidget, str], Path | None]
"""Asks where a file is to be saved, beginning with a name; None where the person thought better of it."""


def pick_target(parent: QWidget, name: str) -> Path | None:
    """Ask with the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Lưu bản có ghi chú", name, "Tệp Excel (*.xlsx)")
    return Path(chosen) if chosen else None


class CheckingDialogs:
    """Opens the dialogs about findings; they lie on the window that ``page`` is in."""

    def __init__(
        self, page: QWidget, frame: Frame, save: PickTarget = pick_target, papers: PickPapers = pick_papers
    ) -> None:
        """Open nothing yet; ``save`` and ``papers`` ask for files."""
        self._page = page
        self._frame = frame
        self._save = save
        self._papers = papers

    def accept(self, desk: Desk, finding: FindingPicture) -> None:
        """Ask why a finding is accepted."""
        dialog = AcceptDialog(self._page.window(), finding)

        def given(reason: str, is_told: bool) -> None:  # noqa: FBT001 - as the signal calls it
            request = Accept(desk.table, finding.id, reason, is_told)
            self._frame.decide(request, lambda _desk: dialog.dismiss())

        dialog.given.connect(given)
        dialog.open()

    def correct(self, desk: Desk, finding: FindingPicture) -> None:
        """Ask for the right figure."""
        unit, figure = finding.unit, finding.figure
        if unit is None or figure is None:
            return
        dialog = CorrectDialog(self._page.window(), finding, self._papers)

        def tried(typed: str) -> None:
            request = TryFigure(desk.table, unit, figure, typed)
            self._frame.ask(request, lambda answer: dialog.show_tried(typed, answer), lambda _failed: True)

        def given(value: str, source: str) -> None:
            evidence = dialog.papers.paths[0] if dialog.papers.paths else None
            request = Correct(desk.table, unit, figure, value, source, evidence=evidence)
            self._frame.decide(request, lambda _desk: dialog.dismiss())

        dialog.tried.connect(tried)
        dialog.given.connect(given)
        dialog.open()

    def give_back(self, desk: Desk, unit: UnitId) -> None:
        """Show the message with which a unit's file is given back."""
        request = PrepareGivingBack(desk.table, unit)
        self._frame.ask(request, lambda picture: self._show_message(desk.table, picture))

    def _show_message(self, table: Table, picture: GivingBackPicture) -> None:
        dialog = GiveBackDialog(self._page.window(), picture)

        def copied(message: str) -> None:
            request = GiveBack(table, picture.unit, message)
            self._frame.decide(request, lambda _desk: dialog.tell_recorded())

        def wanted(message: str) -> None:
            target = self._save(self._page, picture.copy_name)
            if target is not None:
                request = GiveBack(table, picture.unit, message, target)
                self._frame.decide(request, lambda _desk: dialog.dismiss())

        dialog.copied.connect(copied)
        dialog.wanted.connect(wanted)
        dialog.open()
