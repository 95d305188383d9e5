"""The rail at the left of the window. This module holds the period's head, the four steps, text size and help.

Where the window is narrow the rail shows no more than the numbers; names and counts are then tooltips."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.drawing import CENTRE, LEFT, draw_focus, draw_frame, draw_words, pen
from ccbdesk.gui.widgets.labels import Ink, Label, plain_tip
from ccbdesk.gui.widgets.piece import Piece

_WIDE, _NARROW = 256, 78
_CIRCLE, _STEP, _GAP = 34, 68, 8


class StepState(Enum):
    """How far a step is."""

    DONE = auto()
    AHEAD = auto()
    LATER = auto()
    """It waits for an earlier step; it can be opened all the same."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, what there is to it now (“12 trên 14 đơn vị”), how far it is."""

    name: str
    note: str
    state: StepState = StepState.AHEAD


class StepButton(QAbstractButton):
    """One step on the rail: a circle with number or tick, name and note. The line joins it to its neighbours."""

    def __init__(self, number: int, count: int) -> None:
        """Make the step of a number, of so many."""
        super().__init__()
        self._number = number
        self._count = count
        self._step = Step("", "")
        self._is_narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, *, is_narrow: bool) -> None:
        """Show name, note and state, or the number alone."""
        self._step = step
        self._is_narrow = is_narrow
        self.setText(step.name)
        done = ", đã xong" if step.state is StepState.DONE else ""
        self.setAccessibleName(f"Bước {self._number}: {step.name}{done}")
        self.setAccessibleDescription(step.note)
        look = worn()
        is_cut = is_narrow or look.text_width(step.note, Text.SMALL) > self._room(look)
        self.setToolTip(plain_tip(f"{step.name}\n{step.note}".strip()) if is_cut else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        look = worn()
        return QSize(look.px(_NARROW), look.px(_STEP + _GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the current step, line, circle and words."""
        look = worn()
        painter = QPainter(self)
        place = QRectF(look.px(10), look.px(_GAP / 2), self.width() - look.px(20), look.px(_STEP))
        self._draw_ground(painter, look, place)
        middle = QPointF(look.px(38), self.height() / 2)
        self._draw_line(painter, look, middle)
        self._draw_circle(painter, look, middle)
        if not self._is_narrow:
            self._draw_words(painter, look)
        if self.hasFocus():
            draw_focus(painter, look, place, look.px(12))

    def _draw_ground(self, painter: QPainter, look: Look, place: QRectF) -> None:
        palette = look.palette
        if self.isChecked():
            draw_frame(painter, place, look.px(12), look.colour(palette.surface), pen(look, palette.line))
        elif self.underMouse():
            draw_frame(painter, place, look.px(12), look.colour(palette.hover), None)

    def _draw_line(self, painter: QPainter, look: Look, middle: QPointF) -> None:
        half = look.px(_CIRCLE) / 2
        painter.setPen(pen(look, look.palette.line, 2))
        if self._number > 1:
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), middle.y() - half))
        if self._number < self._count:
            painter.drawLine(QPointF(middle.x(), middle.y() + half), QPointF(middle.x(), self.height()))

    def _draw_circle(self, painter: QPainter, look: Look, middle: QPointF) -> None:
        palette = look.palette
        size = look.px(_CIRCLE)
        place = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        if self.isChecked():
            draw_frame(painter, place, size / 2, look.colour(palette.accent), None)
        else:
            edge = palette.accent if self._step.state is StepState.DONE else palette.soft_ink
            draw_frame(painter, place, size / 2, look.colour(palette.surface), pen(look, edge, 2))
        if self._step.state is StepState.DONE and not self.isChecked():
            look.draw_icon(painter, QPointF(middle.x() - look.px(20) / 2, middle.y()), Icon.CHECK, palette.accent)
            return
        painter.setFont(look.font(Text.STRONG))
        waits = self._step.state is StepState.LATER
        ink = palette.on_accent if self.isChecked() else palette.soft_ink if waits else palette.ink
        draw_words(painter, place.toRect(), str(self._number), ink, CENTRE)

    def _draw_words(self, painter: QPainter, look: Look) -> None:
        palette = look.palette
        first, second = look.line_height(Text.STRONG), look.line_height(Text.SMALL)
        top = (self.height() - first - second) // 2
        left, width = look.px(67), self._room(look)
        waits = self._step.state is StepState.LATER and not self.isChecked()
        painter.setFont(look.font(Text.STRONG))
        ink = palette.soft_ink if waits else palette.ink
        draw_words(painter, QRect(left, top, width, first), self._step.name, ink, LEFT)
        painter.setFont(look.font(Text.SMALL))
        draw_words(painter, QRect(left, top + first, width, second), self._step.note, palette.soft_ink, LEFT)

    def _room(self, look: Look) -> int:
        return look.px(_WIDE) - look.px(67) - look.px(14)


class StepRail(Piece):
    """The rail: whose period it is, the steps, text size, help. It tells what was pressed and does nothing itself."""

    chosen = Signal(int)
    """A step was pressed; its place, from 0."""
    period_pressed = Signal()
    smaller_pressed = Signal()
    larger_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, steps: int = 4) -> None:
        """Make a rail of so many steps, as yet without words."""
        super().__init__()
        self._is_narrow = False
        self._steps: tuple[Step, ...] = (Step("", ""),) * steps
        self.caption = Label("KỲ BÁO CÁO", Text.CAPTION, Ink.SOFT)
        self.period = Label("", Text.HEADING, wraps=True)
        self.note = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.change = Button("Đổi kỳ…", Kind.LINK, Icon.CALENDAR)
        self.buttons = tuple(StepButton(place + 1, steps) for place in range(steps))
        self.smaller = Button("A−").make_small()
        self.larger = Button("A+").make_small()
        self.help = Button("Trợ giúp", Kind.LINK, Icon.HELP)
        self._size_words = Label("Cỡ chữ", Text.SMALL, Ink.SOFT)
        self._head_parts = (self.caption, self.period, self.note, self.change)
        self._name_all()
        self._lay_out()
        self._connect()
        self.take_look()

    def show_period(self, name: str, note: str) -> None:
        """Show the period's name and, below it, cluster and deadline."""
        self.period.setText(name)
        self.note.setText(note)
        self.change.setToolTip(plain_tip(f"{name}\n{note}") if self._is_narrow else "")

    def show_steps(self, steps: tuple[Step, ...], current: int) -> None:
        """Show how far each step is, and which one is open."""
        self._steps = steps
        for button, step in zip(self.buttons, steps, strict=True):
            button.show_step(step, is_narrow=self._is_narrow)
        self.buttons[current].setChecked(True)

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Show numbers only, or names and counts as well."""
        self._is_narrow = is_narrow
        self.take_look()

    def take_look(self) -> None:
        """Take width and margins."""
        super().take_look()
        look = worn()
        self.setFixedWidth(look.px(_NARROW if self._is_narrow else _WIDE))
        self._head.setContentsMargins(*look.margins((15, 18, 12, 10)))
        self._head.setSpacing(look.px(2))
        self._foot.setContentsMargins(*look.margins((15, 8, 18, 12) if not self._is_narrow else (8, 8, 8, 12)))
        self._foot.setSpacing(look.px(8))
        self._column.setContentsMargins(0, 0 if not self._is_narrow else look.px(4), 0, 0)
        for label in (self.caption, self.period, self.note, self._size_words):
            label.setContentsMargins(look.px(9), 0, 0, 0)  # so far to the right the icon of a link stands
        for part in (*self._head_parts, self._size_words, self.smaller, self.larger, self.help):
            part.setVisible(not self._is_narrow)
        for button, step in zip(self.buttons, self._steps, strict=True):
            button.show_step(step, is_narrow=self._is_narrow)
            button.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        look = worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.palette.rail))
        edge = look.line
        painter.fillRect(QRect(self.width() - edge, 0, edge, self.height()), look.colour(look.palette.line))

    def _name_all(self) -> None:
        self.setAccessibleName("Các bước")
        self.smaller.setAccessibleName("Chữ nhỏ hơn")
        self.larger.setAccessibleName("Chữ to hơn")
        self.smaller.setToolTip("Chữ nhỏ hơn (Ctrl+−)")
        self.larger.setToolTip("Chữ to hơn (Ctrl++)")

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        for label in (self.caption, self.period, self.note):
            self._head.addWidget(label)
        self._head.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot = QVBoxLayout()
        sizes = QHBoxLayout()
        sizes.addWidget(self._size_words, 1)
        sizes.addWidget(self.smaller)
        sizes.addWidget(self.larger)
        self._foot.addLayout(sizes)
        self._foot.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        for button in self.buttons:
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
        self.change.clicked.connect(self.period_pressed)
        self.smaller.clicked.connect(self.smaller_pressed)
        self.larger.clicked.connect(self.larger_pressed)
        self.help.clicked.connect(self.help_pressed)
