"""A layout that breaks like text. This module holds it: what does not fit on a line goes to the next."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from ccbdesk.gui.look.dressing import worn


class Flow(QLayout):
    """Widgets side by side, in as many lines as the width asks for; ``gap`` is the room between them at factor one."""

    def __init__(self, gap: int = 8) -> None:
        """Make an empty line."""
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the thing at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the thing at a place out and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are together."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """Return the room for all of it on one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gap = worn().px(self._gap)
        width = sum(size.width() for size in sizes) + gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the room for the widest thing."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, place: QRect) -> None:
        """Put everything where it belongs."""
        super().setGeometry(place)
        self._arrange(place, moves=True)

    def _arrange(self, place: QRect, *, moves: bool) -> int:
        gap = worn().px(self._gap)
        left, top, height = place.left(), place.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > place.left() and left + size.width() > place.left() + place.width():
                left, top, height = place.left(), top + height + gap, 0
            if moves:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + gap
            height = max(height, size.height())
        return top + height - place.top()
