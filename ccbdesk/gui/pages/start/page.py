"""The screen before a period is open. This module holds it: the welcome of the first run, later the list of periods."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.start.shelf import Shelf
from ccbdesk.gui.pages.start.welcome import Welcome
from ccbdesk.gui.widgets.bottom_bar import BottomBar
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.dropping import DropZone
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.service.pictures.cabinet import DossierCard


class StartPage(Piece):
    """Welcome or list; it tells what was pressed."""

    choose_pressed = Signal()
    browse_pressed = Signal()
    sample_pressed = Signal()
    new_pressed = Signal()
    open_pressed = Signal(object, str)
    forget_pressed = Signal(object)
    again_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self) -> None:
        """Begin with the welcome."""
        super().__init__()
        self.welcome = Welcome()
        self.shelf = Shelf()
        self.zone = DropZone(
            "Kéo các tệp Excel vào đây", "Kỳ và Cụm được nhận ra từ tệp. Tệp gốc của đơn vị được giữ nguyên."
        )
        self.new = Button("&Lập kỳ báo cáo…", Kind.OUTLINED, Icon.PLUS)
        self.open = Button("&Mở hồ sơ đã lưu…", Kind.LINK, Icon.FOLDER)
        self.sample = Button("Thử với &dữ liệu mẫu", Kind.LINK, Icon.EYE)
        self.lead = Label("Mở lại kỳ đang làm, hoặc kéo tệp của kỳ mới vào đây.", Text.LEAD, Ink.SOFT)
        self._periods = QWidget()
        self._column = QVBoxLayout(self._periods)
        self._lay_out()
        self.bar = BottomBar()
        self.stop = Button("Dừng", Kind.LINK, Icon.STOP)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._periods)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.bar)
        self.bar.show_links((self.stop,))
        self.bar.hide()
        self._connect()
        self.take_look()

    def show_dossiers(self, dossiers: tuple[DossierCard, ...]) -> None:
        """Show the dossiers that can be opened again; the welcome where there are none."""
        self.shelf.show_dossiers(dossiers)
        self._stack.setCurrentWidget(self._periods if dossiers else self.welcome)
        self.take_focus()

    def tell_doing(self, words: str) -> None:
        """Show what is being done in a bar at the foot; no words take it away."""
        self.bar.setVisible(bool(words))
        self.bar.tell(words)

    def take_focus(self) -> None:
        """Put the keyboard on the button that most will press."""
        is_first = self._stack.currentWidget() is self.welcome
        button = self.welcome.choose if is_first else next(iter(self.shelf.buttons), self.open)
        button.setFocus()

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Hide what there is no room for in a low window."""
        self.lead.setVisible(not is_low)
        self.welcome.set_low(is_low)
        self.take_look()

    def take_look(self) -> None:
        """Take margins and spacings."""
        super().take_look()
        look = worn()
        side = 28 if look.is_narrow(self.window().width()) else 60
        self._column.setContentsMargins(*look.margins((side, 22, side, 18)))
        self._column.setSpacing(look.px(14))
        self._head.setSpacing(look.px(2))
        self._foot.setSpacing(look.px(18))

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(Label("Các kỳ báo cáo", Text.TITLE))
        self._head.addWidget(self.lead)
        top = QHBoxLayout()
        top.addLayout(self._head, 1)
        top.addWidget(self.new)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.open)
        self._foot.addWidget(self.sample)
        self._foot.addStretch(1)
        self._column.addLayout(top)
        self._column.addWidget(self.zone)
        self._column.addWidget(self.shelf, 1)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self.welcome.choose_pressed.connect(self.choose_pressed)
        self.zone.pressed.connect(self.choose_pressed)
        for button, signal in (
            (self.new, self.new_pressed),
            (self.open, self.browse_pressed),
            (self.sample, self.sample_pressed),
            (self.stop, self.stop_pressed),
        ):
            button.clicked.connect(signal)
        self.welcome.new_pressed.connect(self.new_pressed)
        self.welcome.open_pressed.connect(self.browse_pressed)
        self.welcome.sample_pressed.connect(self.sample_pressed)
        self.shelf.open_pressed.connect(self._open)
        self.shelf.forget_pressed.connect(self.forget_pressed)
        self.shelf.again_pressed.connect(self.again_pressed)

    def _open(self, dossier: Path, period: str) -> None:
        self.open_pressed.emit(dossier, period)
