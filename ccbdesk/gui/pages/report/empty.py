"""Before there is a report. This module holds what the page shows instead, and the way to the step before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.service.pictures.merging import Freshness
from ccbdesk.service.pictures.report import ReportPicture

_NOT_MERGED = "Tổng hợp xong sẽ có bản thảo ở đây."
_NO_FILES = "Chưa có số liệu của đơn vị nào. Nhận tệp và tổng hợp xong sẽ có bản thảo ở đây."
_HOW = (
    "Chương trình viết sẵn báo cáo theo mẫu câu của Cụm, số lấy từ sổ tổng hợp. "
    "Anh, chị xem lại rồi lưu thành tệp Word."
)


class EmptyReport(Piece):
    """A card in the middle of the page."""

    def __init__(self) -> None:
        """Lead to merging."""
        super().__init__()
        self.card = Card(margin=32, spacing=14)
        self.words = Label(_NOT_MERGED, Text.HEADING, wraps=True)
        self.merge = Button("&Sang bước Tổng hợp", Kind.FILLED, Icon.MERGE)
        for part in (self.words, Label(_HOW, Text.BODY, Ink.SOFT, wraps=True)):
            self.card.content.addWidget(part)
        self.card.content.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.take_look()

    def show_picture(self, picture: ReportPicture) -> None:
        """Say what is to be done first."""
        self.words.setText(_NO_FILES if picture.freshness is Freshness.NOTHING else _NOT_MERGED)

    def take_look(self) -> None:
        """Take the width of the card."""
        super().take_look()
        self.card.setFixedWidth(worn().px(620))
