"""Nhận tệp. This module holds the page: where files are dropped, what is asked about them, and the table of units."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.opening import open_copy
from ccbdesk.gui.dialogs.receiving import ReceivingDialogs
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.pages.marks import shown
from ccbdesk.gui.pages.page import Command, Frame, Onward, Page
from ccbdesk.gui.pages.unit_deeds import Deed, UnitDeeds, deeds_menu, show_menu
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.dropping import DropCatcher, DropZone
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk, FilePicture, QuestionPicture, UnitPicture

Pick = Callable[[QWidget, str], tuple[Path, ...]]
"""Asks the person for files, beginning in a folder; none where nothing was chosen."""

_TITLE = "Nhận tệp của các đơn vị"
_EMPTY = "Chưa nhận tệp nào. Kéo các tệp Excel đơn vị gửi về vào đây."
_NO_FILE = "—"
_COLUMNS = (
    Column("Đơn vị", 222, share=3),
    Column("Tệp đã nhận", 222, share=3),
    Column("Nhận lúc", 160, is_spare=True),
    Column("", 130, share=1, is_number=True),
    Column("Tình trạng", 290, share=1),
)
_KEY = 3
_PILLS = (
    (Tone.GOOD, "đạt", (Mark.GOOD, Mark.ACCEPTED)),
    (Tone.ERROR, "có lỗi", (Mark.ERROR,)),
    (Tone.WARNING, "cần xem", (Mark.WARNING,)),
    (Tone.QUESTION, "chờ trả lời", (Mark.ASKED,)),
    (Tone.RETURNED, "chờ bản sửa", (Mark.RETURNED,)),
    (Tone.WAITING, "chưa gửi", (Mark.WAITING,)),
)
_GRAVITY = (Mark.ERROR, Mark.ASKED, Mark.WARNING, Mark.RETURNED, Mark.WAITING, Mark.ACCEPTED, Mark.GOOD, Mark.NOTE)


class ReceivingPage(Page):
    """The page. Files that are dropped anywhere on the window come through the frame."""

    step: ClassVar[Step] = Step.RECEIVING
    title: ClassVar[str] = "Nhận tệp"

    def __init__(self, frame: Frame, pick: Pick = picking.pick_workbooks) -> None:
        """Make the page without a desk; ``pick`` asks for files."""
        super().__init__(frame)
        self._pick = pick
        self._desk: Desk | None = None
        self._is_low = False
        self._catcher: DropCatcher | None = None
        self.dialogs = ReceivingDialogs(self, frame)
        self.choose = Button("Chọn tệ&p…", Kind.OUTLINED, Icon.FOLDER)
        self.head = PageHead(_TITLE, (self.choose,))
        self.zone = DropZone()
        self.asked = Stripe("", "Trả &lời…", Tone.QUESTION)
        self.strays = Stripe("", "Xe&m các tệp…", Tone.ERROR)
        self.replaced = Stripe("", "S&o sánh…", Tone.NOTE)
        self._replaced: tuple[UnitId, ...] = ()
        self.table = RowTable("Các đơn vị", _COLUMNS, _EMPTY)
        self.deeds = UnitDeeds()
        self.remind = Button("Soạn lời &nhắc…", Kind.LINK, Icon.MAIL)
        self._lay_out()
        self._connect()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk) -> None:
        """Show units, files and questions as they stand, and whose file another has just taken the place of."""
        self._replaced = replaced_in(self._desk, desk)
        self._desk = desk
        self.head.say(_TITLE, desk.receiving_lead)
        self._show_stripes(desk)
        self.table.set_heading(_KEY, desk.key_label)
        self.table.show_rows([_row(unit, place) for place, unit in enumerate(desk.units)])
        self._show_deeds()
        self.changed.emit()

    def show_place(self, place: str) -> None:
        """Choose the unit of an id, or ask the question of one."""
        if self._desk is None:
            return
        if any(question.id == place for question in self._desk.questions):
            self.dialogs.ask_questions(self._desk, place)
        else:
            self.table.choose(place)
            self.table.setFocus()

    def onward(self) -> Onward | None:
        """Lead to what is to be seen to, or past it where nothing is."""
        if self._desk is None or not any(unit.files for unit in self._desk.units):
            return None
        count = len(self._desk.to_see)
        if count:
            return Onward(f"Tiếp: xem {count} điều cần xử lý", Step.CHECKING)
        return Onward("Tiếp: tổng hợp", Step.MERGING)

    def pills(self) -> tuple[Status, ...]:
        """Say how many units stand how; none where no file is in."""
        members = [unit for unit in self._desk.units if not unit.is_own] if self._desk else []
        if not any(unit.files for unit in members):
            return ()
        counts = ((tone, words, sum(unit.status.mark in marks for unit in members)) for tone, words, marks in _PILLS)
        return tuple(Status(tone, f"{count} {words}") for tone, words, count in counts if count)

    def links(self) -> tuple[Button, ...]:
        """Offer the reminder where somebody is waited for."""
        return (self.remind,) if self._is_anybody_awaited() else ()

    def obey(self, command: Command) -> bool:
        """Choose files, write the reminder, or fill in the period sheet of the cluster."""
        match command:
            case Command.CHOOSE_FILES:
                self._choose_files()
            case Command.REMIND:
                self._write_reminder()
            case Command.OWN_SHEET:
                self._fill_own_sheet()
            case _:
                return False
        return True

    def _fill_own_sheet(self) -> None:
        own = next((each for each in self._desk.units if each.is_own), None) if self._desk else None
        if self._desk is not None and own is not None:
            self.dialogs.type_in(self._desk, own)

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus()

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Leave the drop zone out where the window is low and something is asked; files can be dropped anywhere."""
        super().set_low(is_low)
        self._is_low = is_low
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the zone follow files that hang over the window."""
        super().showEvent(event)
        catcher = self.window().findChild(DropCatcher)
        if isinstance(catcher, DropCatcher) and catcher is not self._catcher:
            self._catcher = catcher
            catcher.hanging.connect(self.zone.set_hanging)
            catcher.gone.connect(self.zone.set_empty)

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self.head, self.zone, self.asked, self.strays, self.replaced):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.deeds)
        self.asked.hide()
        self.strays.hide()
        self.replaced.hide()
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        stripes = (self.asked.button, self.strays.button, self.replaced.button)
        order = (self.table, *self.deeds.links.values(), self.choose, *stripes)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        self._take_look()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_files)
        self.zone.pressed.connect(self._choose_files)
        self.asked.pressed.connect(self._ask)
        self.strays.pressed.connect(self._show_strays)
        self.replaced.pressed.connect(self._compare_replaced)
        self.table.chosen.connect(lambda _key: self._show_deeds())
        self.table.opened.connect(lambda _key: self._open_unit())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.deeds.pressed.connect(self._do)
        self.remind.clicked.connect(self._write_reminder)

    def _take_look(self) -> None:
        look = worn()
        self._column.setContentsMargins(*look.margins((28, 18, 28, 4)))
        self._column.setSpacing(look.px(12))

    def _show_stripes(self, desk: Desk) -> None:
        self.asked.say(_asked_words(desk.questions), "Trả &lời…")
        self.asked.setVisible(bool(desk.questions))
        strays = strays_of(desk)
        self.strays.say(_stray_words(strays), "Xe&m các tệp…")
        self.strays.setVisible(bool(strays))
        self.replaced.say(_replaced_words(desk, self._replaced), "S&o sánh…")
        self.replaced.setVisible(bool(self._replaced))
        self._make_room()

    def _make_room(self) -> None:
        stripes = (self.asked, self.strays, self.replaced)
        self.zone.setVisible(not self._is_low or all(stripe.isHidden() for stripe in stripes))

    def _show_deeds(self) -> None:
        self.deeds.show_unit(self._unit(), self._desk)

    def _unit(self) -> UnitPicture | None:
        key = self.table.chosen_key()
        return self._desk.unit(UnitId(key)) if self._desk and key else None

    def _is_anybody_awaited(self) -> bool:
        units = self._desk.units if self._desk else ()
        return any(unit.status.mark in (Mark.WAITING, Mark.RETURNED) and not unit.is_own for unit in units)

    # -- doing -----------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        files = self._pick(self, self.frame.preferences.kept.last_folder)
        if files:
            self.frame.preferences.change(last_folder=str(files[0].parent))
            self.frame.take_in(files)

    def _ask(self) -> None:
        if self._desk is not None:
            self.dialogs.ask_questions(self._desk)

    def _show_strays(self) -> None:
        if self._desk is not None:
            self.dialogs.show_strays(self._desk)

    def _compare_replaced(self) -> None:
        """Compare the first of those whose file was replaced; the stripe goes on to the next."""
        if self._desk is None or not self._replaced:
            return
        unit = self._desk.unit(self._replaced[0])
        self._replaced = self._replaced[1:]
        self._show_stripes(self._desk)
        if unit is not None and len(unit.files) > 1:
            self.dialogs.compare(self._desk, unit, unit.files[1], unit.files[0])

    def _write_reminder(self) -> None:
        if self._desk is not None:
            self.dialogs.remind(self._desk)

    def _open_unit(self) -> None:
        """Enter leads to the first thing to be seen to; a unit without one shows its files, or can be typed in."""
        unit = self._unit()
        if unit is not None:
            self._do(Deed.SEE if unit.to_see else Deed.VERSIONS if unit.files else Deed.TYPE_IN)

    def _show_menu(self, place: QPoint) -> None:
        unit = self._unit()
        if unit is not None and self._desk is not None:
            show_menu(deeds_menu(self.deeds, unit, self._desk), self.table.viewport().mapToGlobal(place))

    def _do(self, deed: Deed) -> None:
        desk, unit = self._desk, self._unit()
        if desk is None or unit is None:
            return
        match deed:
            case Deed.SEE:
                self.frame.go(Step.CHECKING, unit.id)
            case Deed.OPEN:
                if unit.file is not None:
                    open_copy(self.frame, desk.table, unit.file.digest, self.dialogs.open_url)
            case Deed.VERSIONS:
                self.dialogs.show_versions(desk, unit)
            case Deed.COMPARE:
                self.dialogs.compare(desk, unit, unit.files[1], unit.files[0])
            case Deed.GIVE_BACK:
                self.dialogs.give_back(desk, unit.id)
            case Deed.TYPE_IN:
                self.dialogs.type_in(desk, unit)
            case Deed.LEAVE_OUT:
                self.dialogs.leave_out(desk, unit)


# -- words ---------------------------------------------------------------------------------------------------------


def strays_of(desk: Desk) -> tuple[FilePicture, ...]:
    """Return the files that are nobody's and that nobody has put away."""
    return tuple(file for file in desk.strays if not file.is_put_away)


def replaced_in(before: Desk | None, now: Desk) -> tuple[UnitId, ...]:
    """Return the units of the same period of which a new file is used now in the place of another."""
    if before is None or before.table != now.table:
        return ()
    had = {unit.id: unit.files for unit in before.units}
    return tuple(
        unit.id
        for unit in now.units
        if (files := had.get(unit.id))
        and any(file.is_used for file in files)
        and any(file.is_used and file.digest not in {each.digest for each in files} for file in unit.files)
    )


def _row(unit: UnitPicture, place: int) -> Row:
    file = unit.file
    more = f" (và {len(unit.files) - 1} bản trước)" if len(unit.files) > 1 else ""
    name = file.name if file else _NO_FILE
    return Row(
        unit.id,
        (
            Cell(unit.name, is_strong=True, order=(place,)),
            Cell(name, is_soft=True, tip=f"{name}{more}" if more else ""),
            Cell(file.when if file else "", is_soft=True, order=_moment(file)),
            Cell(unit.key, order=_amount(unit.key)),
            Cell(status=shown(unit.status), order=(_place_of(unit.status.mark), -unit.to_see, place)),
        ),
    )


def _moment(file: FilePicture | None) -> tuple[int | str, ...]:
    """Files are sorted by the time they came at, not by its first letters."""
    if file is None:
        return ("",)
    day, _, clock = file.when.partition(" ")
    return ("".join(reversed(day.split("/"))), clock)


def _amount(words: str) -> tuple[int | str, ...]:
    """Figures are sorted by how large they are; what is none comes last."""
    digits = words.replace(".", "").partition(",")[0]
    return (int(digits),) if digits.isdecimal() else (words,)


def _place_of(mark: Mark) -> int:
    return _GRAVITY.index(mark) if mark in _GRAVITY else len(_GRAVITY)


def _asked_words(questions: Sequence[QuestionPicture]) -> str:
    if not questions:
        return ""
    if len(questions) == 1:
        return questions[0].sentence
    titles = dict.fromkeys(f"{question.title[:1].lower()}{question.title[1:]}" for question in questions)
    return f"Có {len(questions)} điều cần trả lời: {'; '.join(titles)}."


def _replaced_words(desk: Desk, replaced: Sequence[UnitId]) -> str:
    units = [unit for id in replaced if (unit := desk.unit(id)) is not None]
    match units:
        case []:
            return ""
        case [unit]:
            name = unit.file.name if unit.file else ""
            return f"{unit.name} có tệp mới “{name}”, đang dùng thay tệp trước."
        case _:
            names = ", ".join(unit.name for unit in units[:3])
            return f"{len(units)} đơn vị có tệp mới, đang dùng thay tệp trước: {names}{' …' if len(units) > 3 else ''}."


def _first_sentence(words: str) -> str:
    return f"{words.partition('. ')[0].rstrip('.')}." if words else ""


def _stray_words(strays: Sequence[FilePicture]) -> str:
    match strays:
        case []:
            return ""
        case [file]:
            return f"Tệp “{file.name}” chưa dùng được. {_first_sentence(file.note)}"
        case _:
            names = ", ".join(f"“{file.name}”" for file in strays[:2])
            return f"{len(strays)} tệp chưa dùng được: {names}{' …' if len(strays) > 2 else ''}."
