"""What can be done about one unit. This module holds the line of links below the table, and the same as a menu."""

from enum import Enum

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Elided, Ink
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.desk import Desk, UnitPicture

_CHOOSE = "Chọn một đơn vị trong bảng để xem tệp hoặc nhập thay."


class Deed(Enum):
    """Something to do about a unit: its words, and its icon in the line below the table."""

    SEE = ("Xem điều cần xử &lý", Icon.EYE)
    OPEN = ("Mở trong &Excel", Icon.EXCEL)
    VERSIONS = ("&Các tệp đã gửi…", Icon.LIST)
    COMPARE = ("So &với bản trước…", Icon.SWAP)
    GIVE_BACK = ("T&rả lại để sửa…", Icon.REPLY)
    TYPE_IN = ("Nhập th&ay…", Icon.PEN)
    LEAVE_OUT = ("&Bỏ ra khỏi kỳ…", Icon.DASH_CIRCLE)


_IN_LINE = (Deed.OPEN, Deed.VERSIONS, Deed.TYPE_IN, Deed.LEAVE_OUT)


def deeds_of(unit: UnitPicture | None, desk: Desk | None) -> tuple[Deed, ...]:
    """Return what can be done about a unit as it stands; a closed period is only looked at."""
    if unit is None or desk is None:
        return ()
    is_open = not desk.life.is_closed
    possible = {
        Deed.SEE: unit.to_see > 0,
        Deed.OPEN: bool(unit.files),
        Deed.VERSIONS: bool(unit.files),
        Deed.COMPARE: len(unit.files) > 1,
        Deed.GIVE_BACK: is_open and unit.to_see > 0 and not unit.is_own and unit.file is not None,
        Deed.TYPE_IN: is_open,
        Deed.LEAVE_OUT: is_open and not unit.is_own and unit.status.mark is not Mark.LEFT_OUT,
    }
    return tuple(deed for deed in Deed if possible[deed])


class UnitDeeds(Piece):
    """The line: the unit that is chosen, and links to what can be done about it."""

    pressed = Signal(object)
    """What was pressed, a ``Deed``."""

    def __init__(self) -> None:
        """Make the line without a unit."""
        super().__init__()
        self.setAccessibleName("Việc với đơn vị đang chọn")
        self.name = Elided(_CHOOSE, Text.SMALL, Ink.SOFT)
        self.links = {deed: Button(deed.value[0], Kind.LINK, deed.value[1]) for deed in _IN_LINE}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.name, 1)
        for deed, link in self.links.items():
            link.clicked.connect(lambda _checked=False, deed=deed: self.pressed.emit(deed))
            self._line.addWidget(link)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_unit(None, None)
        self.take_look()

    def show_unit(self, unit: UnitPicture | None, desk: Desk | None) -> None:
        """Show what can be done about a unit, or that one is to be chosen."""
        deeds = deeds_of(unit, desk)
        self.name.setText(unit.name if unit else _CHOOSE)
        for deed, link in self.links.items():
            link.setVisible(deed in deeds)

    def take_look(self) -> None:
        """Take spacing and height."""
        super().take_look()
        self._line.setSpacing(worn().px(2))
        self.setFixedHeight(worn().px(38))


def deeds_menu(line: UnitDeeds, unit: UnitPicture, desk: Desk) -> QMenu:
    """Return a menu of all that can be done about a unit; it tells through the line."""
    menu = QMenu(line)
    menu.setAccessibleName(unit.name)
    for deed in deeds_of(unit, desk):
        action = menu.addAction(deed.value[0])
        action.triggered.connect(lambda _checked=False, deed=deed: line.pressed.emit(deed))
    return menu


def show_menu(menu: QMenu, place: QPoint) -> None:
    """Show a menu at a place of the screen and do away with it afterwards."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
