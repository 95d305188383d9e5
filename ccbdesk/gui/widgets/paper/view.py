"""A paper to look at. This module holds the view: pages one below the other, and figures to be clicked."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.paper.bands import Spot
from ccbdesk.gui.widgets.paper.pages import Page, lay_out, number_pages
from ccbdesk.model.paper import Paper

_AT_ONCE = 0.008  # seconds of laying out between two looks at mouse and keys
_GAP = 18  # around and between pages, at factor one
_LARGEST = 1.35  # of the size on paper: beyond, a page is easier to read no longer
_DOTS = 96 / 1440  # to a twip, on a screen that shows paper in its own size
_KEPT = 6  # pages that are kept painted
_ZOOMS = (1.0, 1.25, 1.5, 2.0)
_SHADOW = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A live figure on the paper: on which page, and all boxes of it, for a line may end inside."""

    page: int
    spot: Spot
    boxes: tuple[QRectF, ...]


class PaperView(QAbstractScrollArea):
    """Shows a paper as it will be printed, as wide as there is room.

    Arrows to left and right go from figure to figure, Enter asks about one, as a click does; Tab leads on."""

    figure_asked = Signal(str)
    """The tag of the figure that was clicked."""
    laid_out = Signal()
    """All pages are there."""

    def __init__(self, name: str = "Bản xem trước báo cáo", parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.pages: list[Page] = []
        self.figures: list[Figure] = []
        self._name = name
        self._work: Iterator[Page | None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._painted: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()
        self._places: list[QRect] = []
        self._firsts: list[int] = []  # the number of the first figure of each page
        self._hovered: int | None = None
        self._chosen: int | None = None
        self._marked = ""
        self._zoom = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_paper(self, paper: Paper, *, stays: bool = False) -> None:
        """Show a paper; with ``stays`` at the place that was looked at before, as after a small change."""
        place = self.verticalScrollBar().value() if stays else 0
        self._begin(lay_out(paper))
        self._timer.start()
        self._go_on()
        self.verticalScrollBar().setValue(place)
        self._place_wanted = place

    def clear(self) -> None:
        """Show nothing."""
        self._begin(iter(()))
        self._timer.stop()
        self._arrange()

    @property
    def is_laid_out(self) -> bool:
        """Whether all pages are there."""
        return not self._timer.isActive()

    def mark(self, tag: str) -> None:
        """Show a figure as the one that is told about; none with an empty tag."""
        self._marked = tag
        self.viewport().update()

    def show_figure(self, tag: str) -> bool:
        """Bring the first figure with a tag into sight and choose it; False where there is none."""
        for place, figure in enumerate(self.figures):
            if figure.spot.tag == tag:
                self._choose(place)
                return True
        return False

    def figure_at(self, tag: str) -> QPoint:
        """Return the middle of a figure on the viewport, where it could be clicked."""
        figure = next(figure for figure in self.figures if figure.spot.tag == tag)
        return self._on_screen(figure.page, figure.boxes[0]).center().toPoint()

    def _begin(self, work: Iterator[Page | None]) -> None:
        self._work = work
        self.pages, self.figures, self._places, self._firsts = [], [], [], []
        self._painted.clear()
        self._hovered = self._chosen = None
        self._marked = ""
        self._place_wanted = 0
        self.viewport().update()

    def _go_on(self) -> None:
        """Lay out for a moment; whoever types or clicks comes first."""
        end = perf_counter() + _AT_ONCE
        before = len(self.pages)
        while perf_counter() < end:
            try:
                made = next(self._work)
            except StopIteration:
                self._end()
                return
            if made is not None:
                self._add(made)
        if len(self.pages) != before:
            self._arrange()

    def _add(self, page: Page) -> None:
        number = len(self.pages)
        self.pages.append(page)
        self._firsts.append(len(self.figures))
        gathered: list[tuple[Spot, list[QRectF]]] = []
        for spot in page.spots():
            is_further = bool(gathered) and gathered[-1][0].tag == spot.tag and _goes_on(gathered[-1][1][-1], spot.box)
            if is_further:
                gathered[-1][1].append(spot.box)
            else:
                gathered.append((spot, [spot.box]))
        self.figures += [Figure(number, spot, tuple(boxes)) for spot, boxes in gathered]

    def _end(self) -> None:
        self._timer.stop()
        if number_pages(self.pages):
            self._painted.clear()
        self._arrange()
        if self._place_wanted:
            self.verticalScrollBar().setValue(self._place_wanted)
        self._tell()
        self.laid_out.emit()

    def _tell(self) -> None:
        """Say to those who cannot see the pages how many there are."""
        self.setAccessibleDescription(
            f"{len(self.pages)} trang, {len(self.figures)} số liệu. "
            "Phím mũi tên trái, phải: đi từng số; Enter: xem số ấy lấy từ đâu."
        )

    # -- where things are --------------------------------------------------------------------------------------------

    def _scale(self, page: Page) -> float:
        """Return how many dots a twip of a page takes."""
        room = self.viewport().width() - 2 * worn().px(_GAP)
        fitting = max(room, 50) / page.shape.width
        return min(fitting, _DOTS * _LARGEST * max(worn().factor, 1.0)) * _ZOOMS[self._zoom]

    def _arrange(self) -> None:
        """Say where each page stands, from the upper left corner of all."""
        gap, y = worn().px(_GAP), worn().px(_GAP)
        sizes = [
            (round(page.shape.width * self._scale(page)), round(page.shape.height * self._scale(page)))
            for page in self.pages
        ]
        wide = max((width for width, _ in sizes), default=0) + 2 * gap
        middle = max(wide, self.viewport().width()) // 2
        self._places = []
        for width, height in sizes:
            self._places.append(QRect(middle - width // 2, y, width, height))
            y += height + gap
        self._set_bars(wide, y)
        self.viewport().update()

    def _set_bars(self, wide: int, high: int) -> None:
        upright, lying = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, high - self.viewport().height()))
        upright.setPageStep(self.viewport().height())
        upright.setSingleStep(worn().px(48))
        lying.setRange(0, max(0, wide - self.viewport().width()))
        lying.setPageStep(self.viewport().width())

    def _is_in_sight(self, place: QRect) -> bool:
        return place.translated(-self._shift()).intersects(self.viewport().rect())

    def _shift(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _on_screen(self, page: int, box: QRectF) -> QRectF:
        """Return where a box of a page is on the viewport."""
        scale, place = self._scale(self.pages[page]), self._places[page]
        corner = QPointF(place.topLeft() - self._shift())
        return QRectF(corner + box.topLeft() * scale, box.size() * scale)

    def _under(self, point: QPointF) -> int | None:
        """Return the number of the figure at a point of the viewport."""
        here = point.toPoint() + self._shift()
        page = next((page for page, place in enumerate(self._places) if place.contains(here)), None)
        for number in self._figures_of(page) if page is not None else ():
            figure = self.figures[number]
            if any(self._on_screen(figure.page, box).adjusted(-3, -2, 3, 2).contains(point) for box in figure.boxes):
                return number
        return None

    def _figures_of(self, page: int) -> range:
        """Return the numbers of the figures of a page."""
        ends = [*self._firsts[1:], len(self.figures)]
        return range(self._firsts[page], ends[page])

    # -- looking -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        look = worn()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.colour(look.palette.rail))
        for number, place in enumerate(self._places):
            here = place.translated(-self._shift())
            if here.intersects(event.rect()):
                painter.fillRect(here.translated(look.px(_SHADOW), look.px(_SHADOW)), look.colour(look.palette.line))
                painter.drawPixmap(here.topLeft(), self._painting(number, place))
                painter.setPen(QPen(look.colour(look.palette.line), look.line))
                painter.drawRect(here)
        self._paint_rings(painter)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(look.palette.accent), look.px(2)))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _painting(self, number: int, place: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (number, place.width(), ratio)
        found = self._painted.pop(key, None)
        if found is None:
            found = QPixmap(round(place.width() * ratio), round(place.height() * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.white)
            painter = QPainter(found)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            page = self.pages[number]
            painter.scale(place.width() / page.shape.width, place.height() / page.shape.height)
            page.paint(painter)
            painter.end()
        self._painted[key] = found
        while len(self._painted) > _KEPT:
            self._painted.popitem(last=False)
        return found

    def _paint_rings(self, painter: QPainter) -> None:
        look = worn()
        accent = look.colour(look.palette.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [page for page, place in enumerate(self._places) if self._is_in_sight(place)]
        for place in (number for page in seen for number in self._figures_of(page)):
            figure = self.figures[place]
            is_marked = bool(self._marked) and figure.spot.tag == self._marked
            is_chosen = place == self._chosen and self.hasFocus()
            if not (is_marked or is_chosen or place == self._hovered):
                continue
            for box in figure.boxes:
                here = self._on_screen(figure.page, box).adjusted(-3, -1, 3, 1)
                if is_marked:
                    tint = QColor(accent)
                    tint.setAlphaF(0.14)
                    painter.setBrush(tint)
                else:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(accent, look.px(2 if is_chosen or is_marked else 1)))
                painter.drawRoundedRect(here, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width, at the place that is looked at."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0
        self._arrange()
        bar.setValue(round(share * bar.maximum()))

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.pages:
            self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Show another part."""
        del dx, dy
        self.viewport().update()

    # -- mouse and keys ----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a figure can be clicked."""
        under = self._under(event.position())
        if under != self._hovered:
            self._hovered = under
            shape = Qt.CursorShape.ArrowCursor if under is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press; what is under it is asked about once it is let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the figure that was clicked."""
        under = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and under is not None:
            self._chosen = under
            self.figure_asked.emit(self.figures[under].spot.tag)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say beside the mouse what a figure is."""
        if isinstance(event, QHelpEvent):
            under = self._under(QPointF(event.pos()))
            told = self.figures[under].spot.title if under is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(told and f"{told}\nBấm để xem số này lấy từ đâu."), self)
            return True
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl show the pages larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, steps: int) -> None:
        """Show the pages larger or smaller; never smaller than fits the width."""
        wanted = min(max(self._zoom + steps, 0), len(_ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            bar = self.verticalScrollBar()
            share = bar.value() / bar.maximum() if bar.maximum() else 0
            self._arrange()
            bar.setValue(round(share * bar.maximum()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from figure to figure, ask about one, or scroll."""
        match event.key():
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._chosen is not None:
                self.figure_asked.emit(self.figures[self._chosen].spot.tag)
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        """Choose the next figure; the first in sight where none is chosen."""
        if not self.figures:
            return
        if self._chosen is None:
            self._choose(self._first_in_sight())
        else:
            self._choose(min(max(self._chosen + way, 0), len(self.figures) - 1))

    def _first_in_sight(self) -> int:
        seen = QRectF(self.viewport().rect())
        for place, figure in enumerate(self.figures):
            if seen.contains(self._on_screen(figure.page, figure.boxes[0])):
                return place
        return 0

    def _choose(self, place: int) -> None:
        self._chosen = place
        figure = self.figures[place]
        box = self._on_screen(figure.page, figure.boxes[0])
        if not QRectF(self.viewport().rect()).adjusted(0, 20, 0, -20).contains(box):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.center().y() - self.viewport().height() / 3))
        self.setAccessibleName(f"{self._name}: {figure.spot.title}, {figure.spot.text}")
        self.viewport().update()


def _goes_on(before: QRectF, box: QRectF) -> bool:
    """Tell whether a box is the rest of a figure whose line has ended."""
    return box.top() > before.top() + 1 and box.left() < before.left()
