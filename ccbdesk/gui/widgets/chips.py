"""Chips that choose what a list shows. This module holds the chip with its count, and the row of chips."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import CENTRE, draw_focus, draw_frame, draw_words, pen
from ccbdesk.gui.widgets.flow import Flow
from ccbdesk.gui.widgets.piece import is_new_look

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Chip(QAbstractButton):
    """A rounded button that is on or off, with a count behind its words where one is set."""

    def __init__(self, words: str, count: int | None = None) -> None:
        """Make a chip that is off."""
        super().__init__()
        self._words = words
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show another count, or none."""
        self.setText(self._words if count is None else f"{self._words} {count}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for words and count; heavier words of a chosen chip fit in as well."""
        look = worn()
        return QSize(look.text_width(self.text(), Text.SMALL_STRONG) + look.px(24), look.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the row."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room a new look needs."""
        super().changeEvent(event)
        if is_new_look(event):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        look = worn()
        palette = look.palette
        painter = QPainter(self)
        place, radius = QRectF(self.rect()), self.height() / 2
        if self.isChecked():
            draw_frame(painter, place, radius, look.colour(palette.accent), None)
        else:
            ground = palette.hover if self.underMouse() else palette.surface
            draw_frame(painter, place, radius, look.colour(ground), pen(look, palette.edge))
        if self.hasFocus():
            inset = look.px(3) if self.isChecked() else 0
            ring = palette.on_accent if self.isChecked() else palette.accent
            draw_focus(painter, look, place.adjusted(inset, inset, -inset, -inset), radius - inset, ring)
        painter.setFont(look.font(Text.SMALL_STRONG if self.isChecked() else Text.SMALL))
        ink = palette.on_accent if self.isChecked() else palette.ink if self.isEnabled() else palette.faint_ink
        draw_words(painter, self.rect(), self.text(), ink, CENTRE)


class ChipRow(QWidget):
    """Chips of which exactly one is on. Tab reaches that one, the arrow keys choose the next; they break into lines."""

    chosen = Signal(str)
    """The code of the chip that was chosen by mouse or key."""

    def __init__(self, name: str) -> None:
        """Make an empty row with a name for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._tell)

    def add(self, code: str, words: str, count: int | None = None) -> Chip:
        """Add a chip at the end; the first one is on."""
        chip = Chip(words, count)
        chip.setChecked(not self._chips)
        self._chips[code] = chip
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        return chip

    def set_count(self, code: str, count: int | None) -> None:
        """Show another count on a chip."""
        self._chips[code].set_count(count)

    def code(self) -> str:
        """Return the code of the chip that is on."""
        return next(code for code, chip in self._chips.items() if chip.isChecked())

    def choose(self, code: str) -> None:
        """Turn a chip on without telling anybody."""
        self._chips[code].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all lines in sight."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Keep all lines in sight with a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next chip with the arrow keys, the first or last with Home and End."""
        chips = list(self._chips.values())
        now = next(place for place, chip in enumerate(chips) if chip.isChecked())
        match event.key():
            case Qt.Key.Key_Home:
                self._go(chips[0])
            case Qt.Key.Key_End:
                self._go(chips[-1])
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._go(chips[max(now - 1, 0)])
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._go(chips[min(now + 1, len(chips) - 1)])
            case _:
                super().keyPressEvent(event)

    def _go(self, chip: Chip) -> None:
        chip.setFocus()
        chip.click()

    def _tell(self) -> None:
        self.chosen.emit(self.code())
