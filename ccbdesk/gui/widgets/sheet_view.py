"""The received sheet as it looked. This module holds the view: heads in two lines, the ringed cell and its tag."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import CENTRE, LEFT, RIGHT, draw_frame, draw_words, pen
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.rows import Role
from ccbdesk.gui.widgets.sheet import EMPTY_SHEET, Sheet, SheetCell, SheetModel, name_of
from ccbdesk.gui.widgets.status import Tone

Index = QModelIndex | QPersistentModelIndex

_ROW = 33
_NARROWEST, _WIDEST = 36, 300
_HEADING = 110  # as much of a heading is shown, however narrow its column was
_READABLE = 130  # how much of the names of rows is worth showing
_LETTER = 7  # pixels of a letter by which Excel counts widths
_LONGEST_FIGURE = 20  # letters; what is longer is words, wherever it is put in its cell
_SIDE, _TIGHT_SIDE = 9, 4
_MEASURED_ROWS = 200


class SheetDelegate(QStyledItemDelegate):
    """Draws a cell of the sheet; the ringed one and its relatives have a ground of their own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        look = worn()
        cell = index.data(Role.CELL)
        model = index.model()
        if not isinstance(cell, SheetCell) or not isinstance(model, SheetModel):
            return
        painter.save()
        painter.fillRect(option.rect, look.colour(_ground(model.sheet, (index.row(), index.column()), look)))
        painter.setFont(look.font(Text.SMALL_STRONG if cell.is_strong else Text.SMALL))
        view = self.parent()
        side = look.px(view.side if isinstance(view, SheetView) else _SIDE)
        inside = option.rect.adjusted(side, 0, -side, 0)
        alignment = CENTRE if cell.is_centred else RIGHT if cell.is_number else LEFT
        draw_words(painter, inside, cell.words, look.palette.ink, alignment)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, QRectF(option.rect), 1, None, pen(look, look.palette.accent, 2))
        painter.restore()


class SheetHeads(QHeaderView):
    """Heads of columns in two lines: letters, and the sheet's own heading. Heads of rows: their numbers."""

    def sizeHint(self) -> QSize:
        """Return the room for the lines."""
        look = worn()
        lines = look.line_height(Text.CAPTION) + look.line_height(Text.CAPTION)
        return QSize(look.px(44), lines + look.px(12))

    def paintSection(self, painter: QPainter, place: QRect, section: int) -> None:
        """Draw a head."""
        look = worn()
        palette = look.palette
        painter.save()
        painter.fillRect(place, look.colour(palette.muted))
        painter.fillRect(QRect(place.right(), place.top(), 1, place.height()), look.colour(palette.line))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), look.colour(palette.line))
        words = str(self.model().headerData(section, self.orientation()) or "").split("\n")
        painter.setFont(look.font(Text.SMALL))
        height = look.line_height(Text.SMALL)
        top = place.top() + (place.height() - height * len(words)) // 2
        for number, line in enumerate(words):
            line_place = QRect(place.left() + look.px(3), top + number * height, place.width() - look.px(6), height)
            draw_words(
                painter, line_place, line, palette.soft_ink if number or len(words) == 1 else palette.ink, CENTRE
            )
        painter.restore()


class SheetView(QTableView):
    """A sheet that is looked at and never changed. The ringed cell stays in the middle, however the view is resized."""

    def __init__(self, name: str = "Trang tính đơn vị gửi") -> None:
        """Make an empty view; ``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("is_sheet", "true")
        self._natural: list[int] = []
        self.side = _SIDE
        self.cells = SheetModel()
        self.setModel(self.cells)
        self.setItemDelegate(SheetDelegate(self))
        self.setHorizontalHeader(SheetHeads(Qt.Orientation.Horizontal))
        self.setVerticalHeader(SheetHeads(Qt.Orientation.Vertical))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            heads.setHighlightSections(False)
        self.show_sheet(EMPTY_SHEET)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, the ringed cell in the middle."""
        for row in self.cells.sheet.hidden_rows:
            self.showRow(row)
        self.clearSpans()
        self.cells.show_sheet(sheet)
        for merged in sheet.merged:
            self.setSpan(merged.row, merged.column, merged.rows, merged.columns)
        self._take_look()
        for row in sheet.hidden_rows:
            self.hideRow(row)
        if sheet.ringed:
            self.setCurrentIndex(self.cells.index(*sheet.ringed))
            self.setAccessibleDescription(f"Ô đang xét: {name_of(sheet.ringed)}")
        self.centre()

    def centre(self) -> None:
        """Bring the ringed cell to the middle of the rows, and again when all that is to be laid out has its place."""
        self._centre()
        QTimer.singleShot(0, self, self._centre)

    def _centre(self) -> None:
        """Bring it there, with as much of what stands before it as there is room."""
        if self.cells.sheet.ringed:
            index = self.cells.index(*self.cells.sheet.ringed)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            for column, width in enumerate(self._natural):
                self.setColumnWidth(column, width)
            self.horizontalScrollBar().setValue(0)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self._show_first_whole(index.column())

    def _show_first_whole(self, ringed: int) -> None:
        """Make the first column in sight narrower where only its end is in sight: names of rows begin at the left."""
        heads, bar = self.horizontalHeader(), self.horizontalScrollBar()
        first = heads.logicalIndexAt(0)
        hidden = -heads.sectionViewportPosition(first)
        room = self.columnWidth(first) - hidden
        if first != ringed and hidden > 0 and room >= worn().px(_READABLE):
            self.setColumnWidth(first, room)
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ringed cell in the middle."""
        super().resizeEvent(event)
        self._share_width(worn())
        self.centre()

    def changeEvent(self, event: QEvent) -> None:
        """Take heights and widths of a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._take_look()
            self.centre()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, and over them the ring and its tag."""
        super().paintEvent(event)
        sheet = self.cells.sheet
        if sheet.ringed:
            self._draw_ring(QPainter(self.viewport()), worn(), sheet.ringed, sheet.tone)

    def tag_place(self) -> QRect:
        """Return where on the viewport the tag of the ringed cell is drawn; an empty rectangle where there is none."""
        spot = self.cells.sheet.ringed
        if not spot:
            return QRect()
        look = worn()
        cell = self.visualRect(self.cells.index(*spot))
        height = look.line_height(Text.CAPTION) + look.px(5)
        width = look.text_width(name_of(spot), Text.CAPTION) + look.px(16 + 5 + 16)
        left = min(max(cell.right() + look.px(3) - width, 0), max(self.viewport().width() - width, 0))
        above = cell.top() - height
        return QRect(left, above if above >= 0 else cell.bottom() + 1, width, height)

    def _draw_ring(self, painter: QPainter, look: Look, spot: tuple[int, int], tone: Tone) -> None:
        cell = QRectF(self.visualRect(self.cells.index(*spot)))
        out = look.px(2)
        colour = tone.ink(look)
        draw_frame(painter, cell.adjusted(-out, -out, out, out), look.px(4), None, pen(look, colour, 3))
        tag = self.tag_place()
        draw_frame(painter, QRectF(tag), look.px(4), look.colour(colour), None)
        ink = look.palette.on_tone
        look.draw_icon(painter, QPointF(tag.left() + look.px(8), tag.center().y() + 0.5), tone.icon, ink, 16)
        painter.setFont(look.font(Text.CAPTION))
        words = tag.adjusted(look.px(8 + 16 + 5), 0, -look.px(6), 0)
        draw_words(painter, words, name_of(spot), ink, LEFT)

    def _take_look(self) -> None:
        look = worn()
        self.verticalHeader().setMinimumSectionSize(look.px(_ROW))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.verticalHeader().setFixedWidth(look.px(44))
        self.horizontalHeader().setFixedHeight(2 * look.line_height(Text.SMALL) + look.px(12))
        self.setMinimumHeight(self.horizontalHeader().height() + look.px(2 * _ROW))
        self._share_width(look)

    def _share_width(self, look: Look) -> None:
        """Give each column what its words need; with less air at their sides, if all are in sight then."""
        needs = [self._needed(look, column) for column in range(self.cells.sheet.columns)]
        roomy = [_bounded(look, need, _SIDE) for need in needs]
        tight = [_bounded(look, need, _TIGHT_SIDE) for need in needs]
        is_tight = sum(tight) <= self.viewport().width() < sum(roomy)
        self.side = _TIGHT_SIDE if is_tight else _SIDE
        widths = tight if is_tight else roomy
        self._natural = widths
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, column in self.cells.sheet.hidden_columns)

    def _needed(self, look: Look, column: int) -> int:
        """Return how wide the words of a column are; cells merged over several columns do not count.

        Where the file says a width, words may be shortened to it, as they were in the file; figures never are, and a
        column of figures is as wide as these."""
        sheet = self.cells.sheet
        wide = {(merged.row, merged.column) for merged in sheet.merged if merged.columns > 1}
        spots = [(row, column) for row in range(min(sheet.rows, _MEASURED_ROWS)) if (row, column) not in wide]
        cells = [sheet.cells[spot] for spot in spots if spot in sheet.cells]
        heading = look.text_width(sheet.headings.get(column, ""), Text.SMALL)
        if column in sheet.widths:
            short = [cell.words for cell in cells if cell.is_number and len(cell.words) <= _LONGEST_FIGURE]
            figures = [look.text_width(words, Text.SMALL_STRONG) for words in short]
            own = look.px(sheet.widths[column] * _LETTER)
            is_of_figures = 2 * len(short) > len(cells)
            return max([0 if is_of_figures else own, min(heading, look.px(_HEADING)), *figures])
        return max([heading, *(look.text_width(cell.words, Text.SMALL_STRONG) for cell in cells)])


def _bounded(look: Look, need: int, side: int) -> int:
    return min(max(need + 2 * look.px(side), look.px(_NARROWEST)), look.px(_WIDEST))


def _ground(sheet: Sheet, spot: tuple[int, int], look: Look) -> str:
    if spot == sheet.ringed:
        return sheet.tone.ground(look)
    return look.palette.related_ground if spot in sheet.related else look.palette.surface
