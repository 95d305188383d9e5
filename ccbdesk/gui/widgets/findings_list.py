"""A list of things to look at, under headings. This module holds its entries, its model and the view.

Headings cannot be chosen: the arrow keys step over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import LEFT, draw_focus, draw_frame, draw_words
from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.rows import Role
from ccbdesk.gui.widgets.status import Tone

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: the key that names it to the page, its tone, its title and the line below, “Lỗi phải sửa · ô H15”."""

    key: str
    tone: Tone
    title: str
    note: str
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


class EntriesModel(QAbstractListModel):
    """Headings and entries, one below the other."""

    def __init__(self) -> None:
        """Make a model without entries."""
        super().__init__()
        self._lines: list[str | Entry] = []
        self._places: dict[str, int] = {}

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups; one without a heading shows its entries alone."""
        self.beginResetModel()
        self._lines = []
        for group in groups:
            self._lines += [group.heading] if group.heading else []
            self._lines += group.entries
        self._places = {line.key: place for place, line in enumerate(self._lines) if isinstance(line, Entry)}
        self.endResetModel()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all entries in order."""
        return tuple(self._places)

    def line(self, index: Index) -> str | Entry:
        """Return the heading or entry of an index; an empty heading where there is none."""
        return self._lines[index.row()] if index.isValid() else ""

    def find(self, key: str) -> QModelIndex:
        """Return the index of the entry of a key, an invalid one where there is none."""
        return self.index(self._places.get(key, -1), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be chosen, and no heading."""
        if isinstance(self.line(index), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown and said of a line."""
        line = self.line(index)
        match role, line:
            case Qt.ItemDataRole.DisplayRole, Entry():
                return line.title
            case Qt.ItemDataRole.DisplayRole, str():
                return line
            case Qt.ItemDataRole.AccessibleTextRole, Entry():
                return f"{line.title}. {line.note}"
            case Qt.ItemDataRole.ToolTipRole, Entry():
                return plain_tip(f"{line.title}\n{line.note}")
            case Role.CELL, _:
                return line
            case _:
                return None


class EntryDelegate(QStyledItemDelegate):
    """Draws a heading, or an entry in two lines with the shape of its tone."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a line is."""
        look = worn()
        if not isinstance(index.data(Role.CELL), Entry):
            return QSize(0, look.line_height(Text.SMALL_STRONG) + look.px(22 if index.row() else 14))
        return QSize(0, look.line_height(Text.STRONG) + look.line_height(Text.SMALL) + look.px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        look = worn()
        painter.save()
        line = index.data(Role.CELL)
        if isinstance(line, Entry):
            self._draw_ground(painter, look, option)
            _draw_entry(painter, look, option.rect, line)
        else:
            painter.setFont(look.font(Text.SMALL_STRONG))
            place = option.rect.adjusted(look.px(10), look.px(14 if index.row() else 6), -look.px(6), 0)
            draw_words(painter, place, str(line), look.palette.soft_ink, LEFT)
        painter.restore()

    @staticmethod
    def _draw_ground(painter: QPainter, look: Look, option: QStyleOptionViewItem) -> None:
        palette = look.palette
        place = QRectF(option.rect).adjusted(0, look.px(2), -look.px(4), -look.px(2))
        if option.state & QStyle.StateFlag.State_Selected:
            draw_frame(painter, place, look.px(8), look.colour(palette.selection), None)
            mark = QRectF(place.left(), place.top() + look.px(10), look.px(4), place.height() - 2 * look.px(10))
            draw_frame(painter, mark, look.px(2), look.colour(palette.accent), None)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus(painter, look, place, look.px(8))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_frame(painter, place, look.px(8), look.colour(palette.hover), None)


class FindingsList(QListView):
    """The list. Arrow keys go from entry to entry, Enter or a double click opens one."""

    chosen = Signal(str)
    """The key of the entry that is chosen now; empty where none is."""
    opened = Signal(str)
    """The key of the entry on which Enter or a double click fell."""

    def __init__(self, name: str, empty: str = "") -> None:
        """Make a list without entries; ``name`` is for screen readers, ``empty`` what it says then."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("is_list_of_entries", "true")
        self._empty = empty
        self.entries = EntriesModel()
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(self._key(now)))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._key(index)))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups. What was chosen stays so; where it has gone, its neighbour is chosen."""
        key, place = self.chosen_key(), self.place()
        self.entries.show_groups(groups)
        keys = self.entries.keys()
        if keys and key and key not in keys:
            key = keys[min(place, len(keys) - 1)]
        self.choose(key)

    def set_empty(self, words: str) -> None:
        """Say this where there are no entries."""
        self._empty = words
        self.viewport().update()

    def chosen_key(self) -> str:
        """Return the key of the entry that is chosen, empty where none is."""
        return self._key(self.currentIndex())

    def choose(self, key: str) -> None:
        """Choose an entry and bring it into sight; a key that is not there changes nothing."""
        index = self.entries.find(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def place(self) -> int:
        """Return which entry is chosen, from 0; −1 where none is."""
        keys = self.entries.keys()
        return keys.index(self.chosen_key()) if self.chosen_key() in keys else -1

    def step(self, by: int) -> None:
        """Choose the entry so many further on; at the ends nothing happens."""
        keys = self.entries.keys()
        wanted = self.place() + by
        if 0 <= wanted < len(keys):
            self.choose(keys[wanted])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen entry with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen_key():
            self.opened.emit(self.chosen_key())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines anew."""
        super().changeEvent(event)
        if is_new_look(event):
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, or say that there are none."""
        super().paintEvent(event)
        if self.entries.rowCount() or not self._empty:
            return
        look = worn()
        painter = QPainter(self.viewport())
        painter.setFont(look.font(Text.BODY))
        painter.setPen(look.colour(look.palette.soft_ink))
        side = look.px(20)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(self.viewport().rect().adjusted(side, 0, -side, 0), flags, self._empty)

    def _key(self, index: Index) -> str:
        line = self.entries.line(index)
        return line.key if isinstance(line, Entry) else ""


def _draw_entry(painter: QPainter, look: Look, place: QRect, entry: Entry) -> None:
    palette = look.palette
    first, second = look.line_height(Text.STRONG), look.line_height(Text.SMALL)
    top = place.top() + (place.height() - first - second) // 2
    tone = Tone.ACCEPTED if entry.is_settled else entry.tone
    look.draw_icon(painter, QPointF(place.left() + look.px(16), top + first / 2), tone.icon, tone.ink(look), 22)
    left = place.left() + look.px(51)
    width = place.right() - left - look.px(10)
    painter.setFont(look.font(Text.BODY if entry.is_settled else Text.STRONG))
    draw_words(painter, QRect(left, top, width, first), entry.title, palette.ink, LEFT)
    painter.setFont(look.font(Text.SMALL))
    draw_words(painter, QRect(left, top + first, width, second), entry.note, palette.soft_ink, LEFT)
