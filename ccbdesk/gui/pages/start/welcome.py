"""The first run. This module holds the welcome: what the program does in four pictures, and three ways to begin."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.dropping import DropZone
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.piece import Piece

_STEPS = (
    (Icon.INBOX, "Nhận tệp", "Kéo thả tệp Excel\nđơn vị gửi về"),
    (Icon.LIST, "Kiểm tra", "Chỉ rõ từng ô\ncần sửa"),
    (Icon.MERGE, "Tổng hợp", "Một sổ chung\ncủa cả Cụm"),
    (Icon.WORD, "Báo cáo", "Bản Word\nsoạn sẵn"),
)
_FIELD = 36
_WIDTH = 660
_TIGHT = 0.5


class _Sign(Piece):
    """An icon alone, larger than on a button."""

    def __init__(self, icon: Icon, size: int, *, is_soft: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._size = size
        self._is_soft = is_soft
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.take_look()

    def take_look(self) -> None:
        """Take the size."""
        super().take_look()
        size = worn().px(self._size)
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        look = worn()
        colour = look.palette.soft_ink if self._is_soft else look.palette.accent
        look.draw_icon(QPainter(self), QPointF(0, self.height() / 2), self._icon, colour, self._size)


class Welcome(Piece):
    """What is shown where there is no dossier yet."""

    choose_pressed = Signal()
    open_pressed = Signal()
    sample_pressed = Signal()
    new_pressed = Signal()

    def __init__(self) -> None:
        """Greet."""
        super().__init__()
        self.setAccessibleName("Chào mừng")
        self._is_low = False
        self.title = Label("Chào mừng bạn", Text.TITLE)
        self.lead = Label(
            "Bốn bước, từ tệp của các đơn vị đến báo cáo của Cụm. Kéo các tệp đã nhận vào đây để bắt đầu.",
            Text.LEAD,
            Ink.SOFT,
            wraps=True,
        )
        self.zone = DropZone(
            "Kéo các tệp Excel vào đây", "Thả nhiều tệp một lần cũng được. Tệp gốc được giữ nguyên, không bị sửa."
        )
        self.choose = Button("&Chọn tệp Excel…", Kind.FILLED, Icon.FOLDER, is_large=True)
        self.new = Button("&Lập kỳ báo cáo…", Kind.LINK, Icon.PLUS)
        self.open = Button("&Mở hồ sơ đã lưu…", Kind.LINK, Icon.FOLDER)
        self.sample = Button("Thử với &dữ liệu mẫu", Kind.LINK, Icon.EYE)
        self._pictures = QHBoxLayout()
        self._links = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.zone.pressed.connect(self.choose_pressed)
        self.choose.clicked.connect(self.choose_pressed)
        self.new.clicked.connect(self.new_pressed)
        self.open.clicked.connect(self.open_pressed)
        self.sample.clicked.connect(self.sample_pressed)
        self.take_look()

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Leave the field for files out of a low window, which takes them everywhere, and stand closer together."""
        self._is_low = is_low
        self.zone.setVisible(not is_low)
        self.take_look()

    def take_look(self) -> None:
        """Take margins and spacings."""
        super().take_look()
        look = worn()
        self._column.setContentsMargins(*look.margins((28, 16, 28, 16)))
        self._pictures.setSpacing(look.px(28))
        self._links.setSpacing(look.px(18))
        self.zone.setFixedWidth(look.px(_WIDTH))
        for space, height in self._gaps:
            space.changeSize(0, look.px(height * _TIGHT if self._is_low else height))
        self._column.invalidate()

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self.lead.setAlignment(centre)
        self._column.addStretch(2)
        self._column.addWidget(self.title, 0, centre)
        self._column.addWidget(self.lead)
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self._gap(26)
        self._column.addLayout(self._pictures)
        self._fill_pictures()
        self._gap(30)
        self._column.addWidget(self.zone, 0, centre)
        self._gap(18)
        self._column.addWidget(self.choose, 0, centre)
        self._gap(12)
        self._links.addStretch(1)
        for link in (self.new, self.open, self.sample):
            self._links.addWidget(link)
        self._links.addStretch(1)
        self._column.addLayout(self._links)
        self._column.addStretch(3)

    def _gap(self, height: int) -> None:
        space = QSpacerItem(0, height)
        self._gaps.append((space, height))
        self._column.addItem(space)

    def _fill_pictures(self) -> None:
        self._pictures.addStretch(1)
        for number, (icon, name, words) in enumerate(_STEPS):
            if number:
                self._pictures.addWidget(_Sign(Icon.CHEVRON_RIGHT, 22, is_soft=True))
            self._pictures.addWidget(_picture(icon, name, words))
        self._pictures.addStretch(1)


def _picture(icon: Icon, name: str, words: str) -> QWidget:
    picture = QWidget()
    column = QVBoxLayout(picture)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    centre = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(_Sign(icon, _FIELD), 0, centre)
    for text, kind, ink in ((name, Text.SUBHEADING, Ink.PLAIN), (words, Text.SMALL, Ink.SOFT)):
        label = Label(text, kind, ink)
        label.setAlignment(centre)
        column.addWidget(label)
    return picture
