"""Files that are dropped on the window. This module holds the zone that invites to do so, and what catches them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.drawing import LEFT, draw_frame, draw_words, pen
from ccbdesk.gui.widgets.piece import Piece

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this computer that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def is_workbook(path: Path) -> bool:
    """Tell whether a file calls itself a workbook; what it is will be seen when it is read."""
    return path.suffix.casefold() in WORKBOOKS


class DropCatcher(QObject):
    """Catches the files dropped anywhere on a window.

    Whatever else takes drops (a field of text) must be told not to: ``field.setAcceptDrops(False)``."""

    hanging = Signal(int)
    """Files hang over the window, so many of them workbooks or folders."""
    gone = Signal()
    """They hang there no more, dropped or not."""
    dropped = Signal(tuple)
    """The paths of all that was dropped; of what is no workbook the service says so in a sentence."""

    def __init__(self, window: QWidget) -> None:
        """Catch what is dropped on the window from now on."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the events of dragging and dropping; leave all others alone."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDropEvent):
                return self._hang(event)
            case QEvent.Type.DragLeave:
                self.gone.emit()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.gone.emit()
                event.acceptProposedAction()
                self.dropped.emit(files_in(event.mimeData()))
                return True
            case _:
                pass
        return False

    def _hang(self, event: QDropEvent) -> bool:
        files = files_in(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.DragEnter:
            self.hanging.emit(sum(is_workbook(path) or path.is_dir() for path in files))
        return True


class DropZone(Piece):
    """The dashed field that says that files may be dropped. A click on it asks for files as well.

    It shows only; a ``DropCatcher`` on the window takes the files and tells ``set_hanging`` and ``set_empty``."""

    pressed = Signal()

    def __init__(
        self,
        invitation: str = "Kéo các tệp Excel vào đây",
        note: str = "Thả nhiều tệp một lần cũng được. Tệp gốc của đơn vị được giữ nguyên, không bị sửa.",
    ) -> None:
        """Invite."""
        super().__init__()
        self._invitation = invitation
        self._note = note
        self._hanging: int | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{invitation}. {note}")

    def words(self) -> str:
        """Return what the first line says now."""
        match self._hanging:
            case None:
                return self._invitation
            case 0:
                return "Trong số này không có tệp Excel nào"
            case count:
                return f"Thả tay để nhận {count} tệp Excel"

    def set_hanging(self, count: int) -> None:
        """Show that so many workbooks hang over the window."""
        self._hanging = count
        self.update()

    def set_empty(self) -> None:
        """Show the invitation again."""
        self._hanging = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        look = worn()
        lines = look.line_height(Text.SUBHEADING) + look.line_height(Text.SMALL)
        return QSize(look.px(420), lines + look.px(26))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for files."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and its two lines."""
        look = worn()
        painter = QPainter(self)
        self._draw_field(painter, look)
        look.draw_icon(painter, QPointF(look.px(28), self.height() / 2), Icon.UPLOAD, look.palette.accent, 32)
        first, second = look.line_height(Text.SUBHEADING), look.line_height(Text.SMALL)
        left, top = look.px(84), (self.height() - first - second) // 2
        width = self.width() - left - look.px(16)
        painter.setFont(look.font(Text.SUBHEADING))
        draw_words(painter, QRect(QPoint(left, top), QSize(width, first)), self.words(), look.palette.ink, LEFT)
        painter.setFont(look.font(Text.SMALL))
        place = QRect(QPoint(left, top + first), QSize(width, second))
        draw_words(painter, place, self._note, look.palette.soft_ink, LEFT)

    def _draw_field(self, painter: QPainter, look: Look) -> None:
        palette = look.palette
        edge = pen(look, palette.accent, 2)
        ground = palette.accent_ground if self._hanging is not None else palette.surface
        if self._hanging is None:
            edge.setDashPattern([5.5, 4])
            edge.setCapStyle(Qt.PenCapStyle.FlatCap)
            ground = palette.hover if self.underMouse() else ground
        draw_frame(painter, QRectF(self.rect()), look.px(12), look.colour(ground), edge)
