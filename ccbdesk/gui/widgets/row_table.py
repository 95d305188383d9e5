"""A table of rows in which one row is chosen. This module holds the view, its heads and how a row is drawn."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import LEFT, RIGHT, draw_words
from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.rows import Cell, Column, Role, Row, RowsModel
from ccbdesk.gui.widgets.status import draw_status, status_width

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT, HEAD_HEIGHT = 42, 48
_SIDE = 11
_MARK = 4


class RowDelegate(QStyledItemDelegate):
    """Draws a cell: ground, the mark at the left of the chosen row, words or status, and the line below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        look = worn()
        place = option.rect
        painter.save()
        self._draw_ground(painter, look, option, index)
        cell = index.data(Role.CELL)
        inside = place.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), -look.line)
        if isinstance(cell, Cell):
            _draw_cell(painter, look, inside, cell, is_number=_column(index).is_number)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the tooltip, or the whole of words that are shortened."""
        cell = index.data(Role.CELL)
        room = option.rect.width() - 2 * worn().px(_SIDE)
        if isinstance(cell, Cell) and not cell.tip and _width(cell) > room and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(cell.shown), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _draw_ground(self, painter: QPainter, look: Look, option: QStyleOptionViewItem, index: Index) -> None:
        palette = look.palette
        place = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        view = self.parent()
        is_over = isinstance(view, RowTable) and view.hovered_row == index.row()
        ground = palette.selection if is_chosen else palette.hover if is_over else palette.surface
        painter.fillRect(place, look.colour(ground))
        line = QRect(place.left(), place.bottom() + 1 - look.line, place.width(), look.line)
        painter.fillRect(line, look.colour(palette.line))
        if is_chosen and isinstance(view, RowTable) and view.is_first(index.column()):
            painter.fillRect(QRect(place.topLeft(), QSize(look.px(_MARK), place.height())), look.colour(palette.accent))


class RowHeads(QHeaderView):
    """The heads of a table of rows; a click sorts, an arrow tells by what."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Make the heads of columns."""
        super().__init__(Qt.Orientation.Horizontal)
        self._columns = tuple(columns)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Head the columns otherwise."""
        self._columns = tuple(columns)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of a line and its margins."""
        return QSize(super().sizeHint().width(), worn().px(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, place: QRect, section: int) -> None:
        """Draw a head."""
        look = worn()
        palette = look.palette
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, look.colour(palette.surface))
        line = QRect(place.left(), place.bottom() + 1 - look.line, place.width(), look.line)
        painter.fillRect(line, look.colour(palette.line))
        painter.setFont(look.font(Text.SMALL_STRONG))
        inside = place.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        column = self._columns[section]
        if self.sortIndicatorSection() == section:
            inside = _draw_arrow(painter, look, inside, column, self.sortIndicatorOrder())
        draw_words(painter, inside, column.heading, palette.soft_ink, RIGHT if column.is_number else LEFT)
        painter.restore()


class RowTable(QTableView):
    """A table of rows. Arrow keys go through them, Enter or a double click opens one, a click on a head sorts."""

    chosen = Signal(str)
    """The key of the row that is chosen now; empty where none is."""
    opened = Signal(str)
    """The key of the row on which Enter or a double click fell."""

    def __init__(self, name: str, columns: Sequence[Column], empty: str = "") -> None:
        """Make a table without rows; ``name`` is for screen readers, ``empty`` what it says without rows."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("is_sheet_of_rows", "true")
        self._columns = tuple(columns)
        self._empty = empty
        self.hovered_row = -1
        self.rows = RowsModel(columns)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalHeader(RowHeads(columns))
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._behave()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(self.rows.key(now)))
        self.rows.layoutChanged.connect(lambda: self.scrollTo(self.currentIndex()))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.key(index)))
        self._take_look()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was chosen stays chosen where it is still there."""
        key = self.chosen_key()
        self.rows.show_rows(rows)
        self.choose(key)
        self._share_width()

    def set_heading(self, column: int, words: str) -> None:
        """Head a column otherwise."""
        if self._columns[column].heading != words:
            headed = replace(self._columns[column], heading=words)
            self._columns = (*self._columns[:column], headed, *self._columns[column + 1 :])
            self.rows.set_columns(self._columns)
            heads = self.horizontalHeader()
            if isinstance(heads, RowHeads):
                heads.set_columns(self._columns)

    def set_empty(self, words: str) -> None:
        """Say this where there are no rows."""
        self._empty = words
        self.viewport().update()

    def chosen_key(self) -> str:
        """Return the key of the row that is chosen, empty where none is."""
        return self.rows.key(self.currentIndex())

    def choose(self, key: str) -> None:
        """Choose the row of a key and bring it into sight; a key that is not there chooses none."""
        index = self.rows.find(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def is_first(self, column: int) -> bool:
        """Tell whether a column is the first that is shown."""
        return column == next((place for place in range(len(self._columns)) if not self.isColumnHidden(place)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen_key():
            self.opened.emit(self.chosen_key())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the mouse light up."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Let it go dark again."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Take heights and widths of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or say that there are none."""
        super().paintEvent(event)
        look = worn()
        painter = QPainter(self.viewport())
        if not self.rows.rowCount() and self._empty:
            painter.setFont(look.font(Text.BODY))
            painter.setPen(look.colour(look.palette.soft_ink))
            side = look.px(24)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(side, 0, -side, 0), flags, self._empty)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _take_look(self) -> None:
        look = worn()
        self.verticalHeader().setMinimumSectionSize(look.px(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(look.px(HEAD_HEIGHT))
        self.setMinimumHeight(look.px(HEAD_HEIGHT + ROW_HEIGHT + 8))
        self._share_width()

    def _share_width(self) -> None:
        look = worn()
        room = self.viewport().width()
        widths = {place: look.px(column.width) for place, column in enumerate(self._columns)}
        for place, column in reversed(list(enumerate(self._columns))):
            if column.is_spare and sum(widths.values()) > room:
                del widths[place]
        spare = room - sum(widths.values())
        shares = sum(self._columns[place].share for place in widths) or 1
        for place, column in enumerate(self._columns):
            self.setColumnHidden(place, place not in widths)
            if place in widths:
                least = widths[place] // 2 if column.share else widths[place]
                self.setColumnWidth(place, max(widths[place] + spare * column.share // shares, least))

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()


def _draw_cell(painter: QPainter, look: Look, place: QRect, cell: Cell, *, is_number: bool) -> None:
    if cell.status:
        draw_status(painter, place, cell.status, look)
        return
    painter.setFont(look.font(Text.STRONG if cell.is_strong else Text.BODY))
    ink = look.palette.soft_ink if cell.is_soft else look.palette.ink
    draw_words(painter, place, cell.words, ink, RIGHT if is_number else LEFT)


def _width(cell: Cell) -> int:
    look = worn()
    if cell.status:
        return status_width(cell.status, look)
    return look.text_width(cell.words, Text.STRONG if cell.is_strong else Text.BODY)


def _draw_arrow(painter: QPainter, look: Look, place: QRect, column: Column, order: Qt.SortOrder) -> QRect:
    """Draw the arrow of the head by which is sorted; return the room left for its words."""
    icon = Icon.CHEVRON_UP if order is Qt.SortOrder.AscendingOrder else Icon.CHEVRON_DOWN
    size, gap = look.px(14), look.px(6)
    words = min(look.text_width(column.heading, Text.SMALL_STRONG), place.width() - size - gap)
    left = place.right() - words - size - gap if column.is_number else place.left() + words + gap
    look.draw_icon(painter, QPointF(left, place.center().y() + 1), icon, look.palette.soft_ink, 14)
    start = place.right() + 1 - words if column.is_number else place.left()
    return QRect(start, place.top(), words, place.height())


def _column(index: Index) -> Column:
    model = index.model()
    return model.columns[index.column()] if isinstance(model, RowsModel) else Column("", 0)
