"""Dialogs that lie on the window itself. This module holds the frame: the window behind is dimmed and waits.

    question = Overlay(window, "Vì sao chấp nhận?")
    question.body.addWidget(...)
    question.add_button(Button("Hủy"), closes=True)
    question.add_button(Button("Chấp nhận", Kind.FILLED)).clicked.connect(...)   # and question.dismiss() in the end
    question.open()

While it is open no shortcut, mnemonic or menu of the window works, Tab stays inside, Esc cancels (where that may be)
and Enter presses the filled button. When it closes, the keyboard goes back to where it was. It is opened once."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.drawing import draw_frame
from ccbdesk.gui.widgets.labels import Ink, Label, ground
from ccbdesk.gui.widgets.piece import Piece

_SCRIM = 0.4
_SHADOWS = 9


class Overlay(Piece):
    """A dialog on a dimmed window. ``body`` is the column of what it holds; it scrolls where the window is low."""

    closed = Signal()
    """It was closed, by whatever."""
    cancelled = Signal()
    """It was closed by Esc or by a button that only closes."""

    def __init__(self, window: QWidget, title: str, *, width: int = 640, can_cancel: bool = True) -> None:
        """Make a dialog, not yet open; ``width`` is that of factor one. Without ``can_cancel`` Esc does nothing."""
        super().__init__(window)
        self.setAccessibleName(title)
        self._behind = window
        self._width = width
        self._can_cancel = can_cancel
        self._before: QWidget | None = None
        self._inside: QWidget | None = None
        self.title = Label(title, Text.TITLE, wraps=True)
        self.hint = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self._panel = Piece(self)
        self._content = ground(QWidget())
        self._scroll = QScrollArea()
        self.body = QVBoxLayout(self._content)
        self._column = QVBoxLayout(self._panel)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.setAcceptDrops(True)  # to refuse what is dropped: it is not for the window behind
        self.hide()
        window.installEventFilter(self)
        self._content.installEventFilter(self)
        self.take_look()

    def add_button(self, button: Button, *, closes: bool = False) -> Button:
        """Put a button at the right end of the last line and return it; ``closes`` makes it cancel the dialog."""
        self._buttons.addWidget(button)
        if closes:
            button.clicked.connect(self.cancel)
        return button

    def set_hint(self, words: str) -> None:
        """Say something small beside the buttons, as “Có thể hoàn tác bằng Ctrl+Z”."""
        self.hint.setText(words)

    def open(self) -> None:
        """Lie on the window; the first thing inside that takes the keyboard gets it."""
        self._before = self.window().focusWidget()
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self.arrange()
        stops = self.stops()
        if stops:
            self._go_to(next((stop for stop in stops if self._content.isAncestorOf(stop)), stops[-1]))
        _application().focusChanged.connect(self._keep_focus)
        QTimer.singleShot(0, self, self._show_focused)

    def cancel(self) -> None:
        """Close without anything having been decided."""
        if not self.isHidden():
            self.cancelled.emit()
            self.dismiss()

    def dismiss(self) -> None:
        """Close; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        _application().focusChanged.disconnect(self._keep_focus)
        self.hide()
        if self._before and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order: of several radio buttons the one that is on."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget and widget is not self:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def arrange(self) -> None:
        """Put the panel in the middle, as high as what it holds and never higher than the window."""
        look = worn()
        width = min(look.px(self._width), self.width() - 2 * look.px(16))
        margins = self._column.contentsMargins()
        inside = width - margins.left() - margins.right()
        around = self.title.heightForWidth(inside) + self._buttons.sizeHint().height() + 2 * self._column.spacing()
        around += margins.top() + margins.bottom()
        most = self.height() - 2 * look.px(10)
        content = _height(self._content, inside)
        if around + content > most:  # a scroll bar takes some of the width
            content = _height(self._content, inside - self._scroll.verticalScrollBar().sizeHint().width())
        self._content.setMinimumHeight(content)
        height = min(around + content, most)
        self._panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))
        self.update()

    def take_look(self) -> None:
        """Take margins."""
        super().take_look()
        look = worn()
        self._column.setContentsMargins(*look.margins((28, 22, 28, 24)))
        self._column.setSpacing(look.px(14))
        self.body.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(10))
        self.arrange()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Let Tab go round inside."""
        stops = self.stops()
        if stops:
            now = self.window().focusWidget()
            place = stops.index(now) if now in stops else -1
            self._go_to(stops[(place + (1 if is_next else -1)) % len(stops)])
        return True

    def event(self, event: QEvent) -> bool:
        """Keep keys from the shortcuts of the window behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size and the height of what is inside."""
        mine = vars(self)  # empty when the whole window is being destroyed: Qt still sends events then
        if watched is mine.get("_content") and event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self.arrange()
        elif watched is mine.get("_behind") and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._behind.rect())
            self.arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Esc, press the filled button with Enter, and whatever has the mnemonic with Alt."""
        match event.key():
            case Qt.Key.Key_Escape:
                if self._can_cancel:
                    self.cancel()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._press_filled()
            case key if event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self._press_mnemonic(QKeySequence(int(Qt.KeyboardModifier.AltModifier.value) | int(key)))
            case _:
                pass
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let nothing through."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window and draw the panel with its shadow."""
        look = worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.palette.scrim, _SCRIM))
        place = QRectF(self._panel.geometry())
        radius = look.px(12)
        for step in range(_SHADOWS, 0, -1):
            out = look.px(1.6 * step)
            shadow = look.colour(look.palette.scrim, 0.025)
            draw_frame(painter, place.adjusted(-out, -out / 2, out, out * 1.3), radius + out, shadow, None)
        draw_frame(painter, place, radius, look.colour(look.palette.paper), None)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        # What wraps asks for more height than it needs: how high the content is says ``arrange`` alone.
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.accessibleName())
        self._buttons.addWidget(self.hint, 1)
        self._column.addWidget(self.title)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._buttons)

    def _go_to(self, stop: QWidget) -> None:
        self._inside = stop
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_focused()

    def _show_focused(self) -> None:
        if self._inside and self._content.isAncestorOf(self._inside):
            self._scroll.ensureWidgetVisible(self._inside)

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the keyboard back from what lies behind; another overlay or a list that drops down may have it."""
        if now is None or self.isAncestorOf(now):
            self._inside = now or self._inside
            return
        is_behind = now.window() is self.window() and not any(
            overlay.isAncestorOf(now) for overlay in self.window().findChildren(Overlay)
        )
        if is_behind and self._inside:
            self._inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_filled(self) -> None:
        buttons = (button for button in self.findChildren(Button) if button.kind is Kind.FILLED)
        button = next((button for button in buttons if button.isVisible() and button.isEnabled()), None)
        if button:
            button.click()

    def _press_mnemonic(self, keys: QKeySequence) -> None:
        for button in self.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and QKeySequence.mnemonic(button.text()) == keys:
                self._go_to(button)
                button.click()
                return
        for label in self.findChildren(QLabel):
            buddy: QWidget | None = label.buddy()
            if buddy and QKeySequence.mnemonic(label.text()) == keys:
                self._go_to(buddy)
                return


def _takes_tab(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()):
        return False
    if isinstance(widget, QRadioButton) and not widget.isChecked():
        parent = widget.parentWidget()
        siblings = parent.findChildren(QRadioButton) if parent else [widget]
        return not any(sibling.isChecked() for sibling in siblings) and siblings[0] is widget
    return True


def _height(content: QWidget, width: int) -> int:
    return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError  # a widget lives in no other
    return application
