"""What the menus do with a period as a whole. This module holds the moves: a dialog, then a request."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ccbdesk.gui import errors, picking
from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.dialogs.beginning import BeginDialog, BegunDialog
from ccbdesk.gui.dialogs.closing import CloseDialog, IssueDialog, ReasonDialog
from ccbdesk.gui.dialogs.days import DaysDialog
from ccbdesk.gui.dialogs.decisions import DecisionsDialog
from ccbdesk.gui.dialogs.guide import GuideWindow, KeysDialog, guide_page
from ccbdesk.gui.dialogs.writing import ExportDialog, TemplatesDialog, WrittenDialog
from ccbdesk.gui.pages.page import Command
from ccbdesk.model.history import Stage
from ccbdesk.model.origin import DecisionId
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.cabinet import Ground, Written
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import cabinet
from ccbdesk.service.requests import desk as asking

if TYPE_CHECKING:
    from ccbdesk.gui.main_window import MainWindow


class PeriodMoves:
    """The moves of a window; those on a period do nothing while none is open."""

    def __init__(self, window: "MainWindow") -> None:
        """Work on this window."""
        self._window = window
        self._guide: GuideWindow | None = None

    # -- days, closing, issuing ------------------------------------------------------------------------------------

    def set_days(self) -> None:
        """Set or move the days of the period."""
        if (desk := self._window.desk) is not None:
            dialog = DaysDialog(self._window, desk)
            dialog.chosen.connect(lambda days: self._move(desk, days))
            dialog.open()

    def _move(self, desk: Desk, days: tuple[tuple[Milestone, date], ...]) -> None:
        for milestone, day in days:
            self._window.decide(asking.Move(desk.table, milestone, day))

    def close_period(self) -> None:
        """Close the period on its figures."""
        if (desk := self._window.desk) is not None:
            dialog = CloseDialog(self._window, desk)
            dialog.chosen.connect(lambda stage: self._close(desk, stage))
            dialog.open()

    def _close(self, desk: Desk, stage: Stage) -> None:
        self._window.decide(asking.Close(desk.table, stage))

    def reopen_period(self) -> None:
        """Open a closed period again, with a reason."""
        if (desk := self._window.desk) is not None:
            lead = "Số liệu đã chốt vẫn được giữ trong hồ sơ; sửa xong thì chốt lại."
            dialog = ReasonDialog(self._window, f"Mở lại kỳ {desk.period}?", lead, "&Mở lại kỳ")
            dialog.chosen.connect(lambda reason: self._window.decide(asking.Reopen(desk.table, reason)))
            dialog.open()

    def issue(self) -> None:
        """Take the signed report back."""
        if (desk := self._window.desk) is not None:
            dialog = IssueDialog(self._window, desk)
            dialog.chosen.connect(lambda number, day, document, scan: self._issue(desk, number, day, (document, scan)))
            dialog.open()

    def _issue(self, desk: Desk, number: str, day: date, papers: tuple[Path, Path | None]) -> None:
        self._window.decide(asking.Issue(desk.table, number, day, *papers))

    def show_decisions(self) -> None:
        """Show the book of what was decided."""
        if (desk := self._window.desk) is not None:
            dialog = DecisionsDialog(self._window, desk)
            dialog.undone.connect(lambda number: self._undo(desk, number))
            dialog.open()

    def _undo(self, desk: Desk, number: DecisionId) -> None:
        self._window.decide(asking.Undo(desk.table, number))

    # -- packages and templates ------------------------------------------------------------------------------------

    def export(self) -> None:
        """Write a package of the period or the dossier."""
        if (desk := self._window.desk) is not None:
            dialog = ExportDialog(self._window, desk)
            dialog.chosen.connect(lambda is_whole: self._export(desk, is_whole=is_whole))
            dialog.open()

    def _export(self, desk: Desk, *, is_whole: bool) -> None:
        out = self._pick_out(desk, "Chọn nơi lưu gói hồ sơ")
        if out is not None:
            request = cabinet.Export(desk.table, out, is_whole)
            self._window.ask(request, self._show_written, elsewhere=lambda: self._export(desk, is_whole=is_whole))

    def write_templates(self) -> None:
        """Write the blank returns for the units."""
        if (desk := self._window.desk) is not None:
            dialog = TemplatesDialog(self._window, desk)
            dialog.chosen.connect(lambda *wish: self._write_templates(desk, *wish))
            dialog.open()

    def _write_templates(self, desk: Desk, period: PeriodCode, cut_off: date | None, is_common: bool) -> None:  # noqa: FBT001 - as the signal carries it
        out = self._pick_out(desk, "Chọn nơi lưu biểu mẫu")
        if out is not None:
            request = cabinet.WriteTemplates(desk.table, period, out, cut_off, is_common)
            elsewhere = lambda: self._write_templates(desk, period, cut_off, is_common)  # noqa: E731 - said where it is used
            self._window.ask(request, self._show_written, elsewhere=elsewhere)

    def _pick_out(self, desk: Desk, title: str) -> Path | None:
        preferences = self._window.preferences
        out = picking.pick_folder(self._window, title, str(preferences.saving_folder(desk.table.dossier)))
        if out is not None:
            preferences.remember_saving(desk.table.dossier, out)
        return out

    def _show_written(self, written: Written) -> None:
        WrittenDialog(self._window, written).open()

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin_period(self, form: Path | None = None) -> None:
        """Set a period up before anything is received."""
        recent = [Path(each) for each in self._window.preferences.kept.recent]
        if self._window.desk is not None:
            here = self._window.desk.table.dossier
            recent = [here, *(each for each in recent if each != here)]
        self._window.ask(cabinet.Grounds(tuple(recent), form), lambda grounds: self._begin(grounds, form))

    def _begin(self, grounds: tuple[Ground, ...], form: Path | None) -> None:
        ordered = tuple(sorted(grounds, key=lambda each: each.form != str(form))) if form else grounds
        dialog = BeginDialog(self._window, ordered, date.today())  # noqa: DTZ011 - the person's own calendar is meant
        dialog.chosen.connect(self._set_up)
        dialog.form_chosen.connect(self.begin_period)
        dialog.open()

    def _set_up(self, request: cabinet.SetUp) -> None:
        self._window.decide(request, self._say_what_next)

    def _say_what_next(self, desk: Desk) -> None:
        dialog = BegunDialog(self._window, desk)
        dialog.own_wanted.connect(lambda: self._window.command(Step.RECEIVING, Command.OWN_SHEET))
        dialog.templates_wanted.connect(self.write_templates)
        dialog.open()

    # -- help ------------------------------------------------------------------------------------------------------

    def show_guide(self) -> None:
        """Show the page of the guide on the step that is open."""
        page = guide_page(self._window.bench.step if self._window.desk is not None else None)
        if page is None:
            self.show_keys()
        elif self._guide is None:
            self._guide = GuideWindow(self._window, page)
            self._guide.show()
        else:
            self._guide.show_page(page)
            self._guide.show()
            self._guide.raise_()

    def show_keys(self) -> None:
        """List the keys."""
        KeysDialog(self._window, self._window.menus.actions.values()).open()

    def show_about(self) -> None:
        """Say what the program is."""
        words = (
            f"ccbdesk {errors.program_version()}: nhận tệp Excel của các đơn vị trong cụm thi đua, kiểm tra, "
            "tổng hợp thành sổ của Cụm và soạn báo cáo Word. Mọi con số trong báo cáo đều lần được về ô đã nhận."
        )
        dialog: Asking = errors.tell(self._window, "Giới thiệu", words)
        dialog.setObjectName("about")
