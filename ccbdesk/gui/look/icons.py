"""The icons of the window. This module holds their names and how they are drawn in a colour.

Each is a line drawing of our own in ``resources/icons`` on a field of 24 × 24; its name here is that of its file."""

from enum import StrEnum, auto
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ccbdesk import resources


class Icon(StrEnum):
    """An icon, by what it shows."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:  # noqa: ARG004 - as enum calls it
        """Name the file after the member."""
        return name.lower().replace("_", "-")

    ARROW_DOWN = auto()
    ARROW_UP = auto()
    CALENDAR = auto()
    CHART = auto()
    CHECK = auto()
    CHECK_CIRCLE = auto()
    CHEVRON_DOWN = auto()
    CHEVRON_LEFT = auto()
    CHEVRON_RIGHT = auto()
    CHEVRON_UP = auto()
    CLOCK = auto()
    CLOCK_DASHED = auto()
    CLOSE = auto()
    COPY = auto()
    DASH_CIRCLE = auto()
    DOUBLE_TICK = auto()
    DOWNLOAD = auto()
    EXCEL = auto()
    EYE = auto()
    FILE = auto()
    FILTER = auto()
    FOLDER = auto()
    HELP = auto()
    INBOX = auto()
    INFO = auto()
    LIST = auto()
    LOCK = auto()
    MAIL = auto()
    MERGE = auto()
    MINUS = auto()
    OCTAGON_X = auto()
    PAPERCLIP = auto()
    PEN = auto()
    PEOPLE = auto()
    PLUS = auto()
    PRINT = auto()
    QUESTION = auto()
    REDO = auto()
    REFRESH = auto()
    REPLY = auto()
    SAVE = auto()
    SEARCH = auto()
    SETTINGS = auto()
    STOP = auto()
    SWAP = auto()
    TRASH = auto()
    TRIANGLE = auto()
    UNDO = auto()
    UPLOAD = auto()
    WORD = auto()


def draw_icon(painter: QPainter, field: QRectF, icon: Icon, colour: str) -> None:
    """Draw an icon so that it fills a square field."""
    _renderer(icon, colour).render(painter, field)


def icon_pixmap(icon: Icon, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon ``size`` pixels wide for a screen that has ``ratio`` dots to a pixel."""
    dots = round(size * ratio)
    pixmap = QPixmap(dots, dots)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, QRectF(0, 0, dots, dots), icon, colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    drawing = resources.icon(icon).read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
