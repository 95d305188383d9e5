"""What an eye would see in a window. This module holds checks on widgets that are shown: nothing cut, everything named."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, SignalInstance
from PySide6.QtGui import QColor, QImage, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from ccbdesk.gui.widgets.labels import Elided

_NEAR = 40

Part = TypeVar("Part", bound=QWidget)


def shown(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that are shown in a window, itself included."""
    yield root
    yield from (widget for widget in root.findChildren(QWidget) if widget.isVisible())


def said(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    words = getattr(widget, "text", str)()
    return widget.accessibleName() or (words if isinstance(words, str) else "")


def part(root: QWidget, kind: type[Part], name: str = "") -> Part:
    """Return the one part of a kind that has a name, or the only one of its kind."""
    found = [widget for widget in root.findChildren(kind) if not name or said(widget) == name]
    assert len(found) == 1, [said(widget) for widget in found]
    return found[0]


def heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that grows with what a signal tells."""
    told: list[tuple[object, ...]] = []
    signal.connect(lambda *words: told.append(words))
    return told


def click(widget: QWidget) -> None:
    """Press a widget with the mouse, in its middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on what has the keyboard in a widget's window, or on the widget itself."""
    focused: QWidget | None = widget.window().focusWidget()
    QTest.keyClick(focused or widget, key, held)


def cut_words(root: QWidget) -> list[str]:
    """Return the words of labels and buttons that have less room than they need; shortened ones have a tooltip."""
    return [said(widget) for widget in shown(root) if _is_cut(widget)]


def _is_cut(widget: QWidget) -> bool:
    match widget:
        case Elided():
            return widget.height() < widget.sizeHint().height() or (widget.shown() != widget.text()) != bool(
                widget.toolTip()
            )
        case QLabel() if not widget.text():
            return False
        case QLabel() if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        case QLabel() | QAbstractButton():
            return widget.width() < widget.sizeHint().width() or widget.height() < widget.sizeHint().height()
        case _:
            return False


def overlapping(root: QWidget) -> list[tuple[str, str]]:
    """Return the labels and buttons with words that lie on one another though they have the same parent."""
    parts = [widget for widget in shown(root) if isinstance(widget, QLabel | QAbstractButton) and said(widget)]
    return [
        (said(one), said(other))
        for number, one in enumerate(parts)
        for other in parts[number + 1 :]
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry())
    ]


def nameless(root: QWidget) -> list[str]:
    """Return what the keyboard reaches and a screen reader has no name for."""
    reached = [widget for widget in shown(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [type(widget).__name__ for widget in reached if not said(widget) and not _is_part(widget)]


def _is_part(widget: QWidget) -> bool:
    """Tell whether a widget is a part that Qt itself made of one of ours, as the viewport of a table."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or widget.objectName().startswith("qt_")


def picture(widget: QWidget, place: QRect | None = None) -> QImage:
    """Return a widget, or a part of it, as it is shown."""
    return widget.grab(place or widget.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def ink_rows(image: QImage, ink: str) -> list[int]:
    """Return the rows of a picture in which something is drawn in a colour, or nearly so, on another ground."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wanted, ground = qGray(QColor(ink).rgb()), qGray(image.pixel(0, 0))
    dots: memoryview = grey.constBits()  # type: ignore[assignment] # the stub does not say what it is
    starts = range(0, image.height() * grey.bytesPerLine(), grey.bytesPerLine())
    lines = [bytes(dots[start : start + image.width()]) for start in starts]
    if wanted < ground:
        return [y for y, line in enumerate(lines) if min(line) < wanted + _NEAR]
    return [y for y, line in enumerate(lines) if max(line) > wanted - _NEAR]
