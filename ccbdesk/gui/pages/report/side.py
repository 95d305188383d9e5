"""The column beside the report. This module holds its cards, and the panel of a figure that takes their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStackedWidget, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.figures import FigurePanel
from ccbdesk.gui.pages.report.head_card import HeadCard
from ccbdesk.gui.pages.report.missing_card import MissingCard
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.scrolling import Column
from ccbdesk.service.pictures.figures import FigurePicture
from ccbdesk.service.pictures.report import ReportPicture
from ccbdesk.service.requests.report import Choices

_WIDTH, _SHARE = 364, 0.42
_NEARLY = (
    "Bản xem trước gần giống bản in; Word có thể ngắt trang khác đôi chút. Bấm vào một số để xem số ấy lấy từ đâu."
)


class ReportSide(QStackedWidget):
    """What is written into the report, what comes with it, what is missing; or one figure walked back."""

    chosen = Signal()
    """Something else is to come with the report."""

    def __init__(self) -> None:
        """Show empty cards."""
        super().__init__()
        self.head = HeadCard()
        self.with_appendices = QCheckBox("&Phụ lục số liệu từng đơn vị")
        self.with_sources = QCheckBox("Ghi bên lề từng số lấy ở ô nào")
        self.is_clean = QCheckBox("&Bản sạch để ký, gửi")
        self.missing = MissingCard()
        self.panel = FigurePanel()
        self.back = Button("Thông tin &báo cáo", Kind.LINK, Icon.CHEVRON_LEFT)
        self._around = Card(margin=18)
        self._lay_out()
        self.with_appendices.setChecked(True)
        for choice in (self.with_appendices, self.with_sources, self.is_clean):
            choice.clicked.connect(lambda _checked=False: self._choose())
        self.back.clicked.connect(self.show_cards)
        self._choose_quietly()

    @property
    def choices(self) -> Choices:
        """What is to come with the report."""
        return Choices(
            self.with_appendices.isChecked(),
            self.with_sources.isChecked() and not self.is_clean.isChecked(),
            self.is_clean.isChecked(),
        )

    def show_report(self, picture: ReportPicture) -> None:
        """Show what stands in the head, and what is missing."""
        self.head.show_fields(picture.head, picture.closed)
        self.missing.show_missing(picture.gaps, picture.dropped)
        has_any = picture.has_appendices or not self.with_appendices.isChecked()
        self.with_appendices.setVisible(has_any)

    def show_figure(self, picture: FigurePicture) -> None:
        """Walk a figure back."""
        self.panel.show_figure(picture)
        self.setCurrentIndex(1)

    def show_cards(self) -> None:
        """Show the cards again."""
        self.setCurrentIndex(0)

    def show_missing(self) -> None:
        """Bring what is missing into sight."""
        self.show_cards()
        self._scroll.verticalScrollBar().setValue(self.missing.y())

    @property
    def is_figure_shown(self) -> bool:
        """Whether a figure is walked back."""
        return self.currentIndex() == 1

    def set_room(self, width: int) -> None:
        """Take no more than a share of the page's width."""
        look = worn()
        self.setFixedWidth(min(look.px(_WIDTH), round(width * _SHARE)))
        self._cards.setSpacing(look.px(12))

    def _lay_out(self) -> None:
        coming = Card("Kèm theo", margin=20, spacing=4)
        for choice in (self.with_appendices, self.with_sources, self.is_clean):
            coming.content.addWidget(choice)
        self._cards = QVBoxLayout()
        for card in (self.head, coming, self.missing):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._cards.addWidget(card)
        self._cards.addWidget(Label(_NEARLY, Text.SMALL, Ink.SOFT, wraps=True))
        self._cards.addStretch(1)
        self._scroll = Column(self._cards)
        self._around.content.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._around.content.addWidget(self.panel, 1)
        self.addWidget(self._scroll)
        self.addWidget(self._around)
        self.set_room(worn().px(2 * _WIDTH + 200))

    def _choose(self) -> None:
        self._choose_quietly()
        self.chosen.emit()

    def _choose_quietly(self) -> None:
        """Comments are marks, and a clean copy has none."""
        self.with_sources.setEnabled(not self.is_clean.isChecked())
