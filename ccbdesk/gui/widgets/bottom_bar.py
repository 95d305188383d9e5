"""The bar at the foot of the window. This module holds it: what happened last, how things stand, and the next step."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Elided, Ink
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.status import Status, StatusPill

_HEIGHT, _LEAST_HEIGHT = 62, 54
_AIRY = 1.15  # up to this text factor there is room for air above and below the button


class BottomBar(Piece):
    """The bar. Where it is too narrow for all, the pills go first, then the end of the sentence."""

    undo_pressed = Signal()
    next_pressed = Signal()

    def __init__(self) -> None:
        """Make an empty bar."""
        super().__init__()
        self.setAccessibleName("Thanh cuối cửa sổ")
        self.words = Elided("", Text.SMALL, Ink.SOFT)
        self.undo = Button("Hoàn tác", Kind.LINK, Icon.UNDO)
        self.next = Button("", Kind.FILLED, Icon.CHEVRON_RIGHT, is_icon_last=True)
        self._pills: list[StatusPill] = []
        self._links: list[QWidget] = []
        self._line = QHBoxLayout(self)
        self._middle = QHBoxLayout()
        self._line.addWidget(self.words)
        self._line.addWidget(self.undo)
        self._line.addLayout(self._middle)
        self._line.addStretch(1)
        self._line.addWidget(self.next)
        self.undo.clicked.connect(self.undo_pressed)
        self.next.clicked.connect(self.next_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell("")
        self.set_next("")
        self.take_look()

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """Say what happened last, and offer to undo it."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.undo.setVisible(can_undo)
        self._make_room()

    def show_pills(self, statuses: tuple[Status, ...]) -> None:
        """Show how things stand, as “7 đạt”, “2 có lỗi”."""
        for pill in self._pills:
            self._middle.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [StatusPill(status) for status in statuses]
        for place, pill in enumerate(self._pills):
            self._middle.insertWidget(place, pill)
        self._make_room()

    def show_links(self, links: tuple[Button, ...]) -> None:
        """Show links of the page behind the pills; those shown before are taken away and belong to their page."""
        for link in self._links:
            self._middle.removeWidget(link)
            link.hide()  # a layout shows what it was given a moment later, and then as a window of its own
            link.setParent(None)
        self._links = list(links)
        for link in links:
            self._middle.addWidget(link)
            link.show()
        self._make_room()

    def set_next(self, words: str, *, is_enabled: bool = True) -> None:
        """Offer the next step, “Tiếp: xem 8 điều cần xử lý”, or none."""
        self.next.setText(words)
        self.next.setEnabled(is_enabled)
        self.next.setVisible(bool(words))
        self._make_room()

    def take_look(self) -> None:
        """Take height and margins."""
        super().take_look()
        look = worn()
        self.setFixedHeight(look.px(_HEIGHT if look.factor <= _AIRY else _LEAST_HEIGHT))
        self._line.setContentsMargins(*look.margins((28, 1, 28, 0)))
        self._line.setSpacing(look.px(14))
        self._middle.setSpacing(look.px(13))
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return the room for all but the pills and the end of the sentence."""
        parts = [part for part in (self.undo, self.next, *self._links) if not part.isHidden()]
        widths = [part.sizeHint().width() for part in parts]
        if not self.words.isHidden():
            widths.append(self.words.minimumSizeHint().width())
        sides = 2 * self._line.contentsMargins().left()
        return QSize(sum(widths) + self._line.spacing() * (len(widths) + 1) + sides, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        look = worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.palette.surface))
        painter.fillRect(QRect(0, 0, self.width(), look.line), look.colour(look.palette.line))

    def _make_room(self) -> None:
        parts = [part for part in (self.words, self.undo, self.next, *self._links) if not part.isHidden()]
        gap = self._line.spacing()
        left = self.width() - 2 * self._line.contentsMargins().left()
        left -= sum(part.sizeHint().width() + gap for part in parts)
        pills = sum(pill.sizeHint().width() + gap for pill in self._pills)
        for pill in self._pills:
            pill.setVisible(pills <= left)
