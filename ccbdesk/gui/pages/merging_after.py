"""After merging. This module holds the headline figures, the chart of a figure by unit, and the workbook's card."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.picking import crumbs
from ccbdesk.gui.widgets.bars import Bar, BarsChart
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.choices import Choice
from ccbdesk.gui.widgets.flow import Flow
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.scrolling import Column
from ccbdesk.service.pictures.merging import BarPicture, ChartPicture, HeadlinePicture, MergingPicture

_SIDE = 330
_FIGURE = 178
_NOTE = "Sổ có số tổng của Cụm, số của từng đơn vị, các điều đã kiểm tra và ô ghi từng số. Báo cáo Word lập ở bước sau."


class _Figure(Piece):
    """A figure of the whole cluster: its name, what it says, a line below."""

    def __init__(self, figure: HeadlinePicture) -> None:
        """Show a figure."""
        super().__init__()
        self.setAccessibleName(f"{figure.label}: {figure.value}")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(worn().px(2))
        lines.addWidget(Label(figure.label, Text.CAPTION, Ink.SOFT, wraps=True), 1, Qt.AlignmentFlag.AlignBottom)
        lines.addWidget(Label(figure.value, Text.TITLE))
        lines.addWidget(Label(figure.note, Text.SMALL, Ink.SOFT))
        width = max(worn().px(_FIGURE), worn().text_width(figure.value, Text.TITLE))
        self.setFixedSize(width, lines.heightForWidth(width))


class FiguresCard(Card):
    """Figures of the whole cluster side by side, as many as there is room for; a long name takes two lines."""

    def __init__(self) -> None:
        """Show no figures yet."""
        super().__init__(margin=22)
        self.setAccessibleName("Số chính của Cụm")
        self._figures: tuple[HeadlinePicture, ...] = ()
        self._shown: list[_Figure] = []
        self._flow = Flow(gap=26)
        self.content.addLayout(self._flow)

    def show_figures(self, figures: tuple[HeadlinePicture, ...]) -> None:
        """Show other figures, all of one height."""
        for shown in self._shown:
            self._flow.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._figures = figures
        self._shown = [_Figure(figure) for figure in figures]
        height = max((shown.height() for shown in self._shown), default=0)
        for shown in self._shown:
            shown.setFixedHeight(height)
            self._flow.addWidget(shown)

    def take_look(self) -> None:
        """Measure the figures anew."""
        super().take_look()
        if getattr(self, "_figures", ()):
            self.show_figures(self._figures)


class AfterMerging(Piece):
    """What came out: figures and chart at the left, the workbook at the right."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._charts: tuple[ChartPicture, ...] = ()
        self.headlines = FiguresCard()
        self.chart_card = Card(margin=22)
        self.choice = Choice("Số liệu vẽ biểu đồ theo đơn vị")
        self.chart = BarsChart("Biểu đồ theo đơn vị")
        self.book = Card("Sổ tổng hợp", margin=22)
        self.name = Label("", Text.BODY, wraps=True)
        self.folder = Elided("", Text.SMALL, Ink.SOFT, cut=Qt.TextElideMode.ElideMiddle)
        self.open_book = Button("Mở sổ trong &Excel", Kind.FILLED, Icon.EXCEL)
        self.open_folder = Button("Mở thư mụ&c chứa sổ", Kind.OUTLINED, Icon.FOLDER)
        self.again = Button("Tổng hợp &lại", Kind.LINK, Icon.REFRESH)
        self.note = Label(_NOTE, Text.SMALL, Ink.SOFT, wraps=True)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._show_chart)
        self.take_look()

    def show_picture(self, picture: MergingPicture, folder: Path) -> None:
        """Show the figures, and where the workbook lies."""
        self.headlines.show_figures(picture.headlines)
        self.headlines.setVisible(bool(picture.headlines))
        self._offer(picture.charts)
        self.name.setText(picture.book_name)
        self.folder.setText(crumbs(folder))

    def take_look(self) -> None:
        """Take the room between the cards."""
        super().take_look()
        look = worn()
        self._row.setSpacing(look.px(14))
        self._left.setSpacing(look.px(14))
        self._side.setFixedWidth(look.px(_SIDE))

    def _lay_out(self) -> None:
        self._left = QVBoxLayout()
        self.chart_card.content.addWidget(self.choice)
        self.chart_card.content.addWidget(self.chart)
        self._left.addWidget(self.headlines)
        self._left.addWidget(self.chart_card)
        self._left.addStretch(1)
        for part in (self.name, self.folder, self.open_book, self.open_folder):
            self.book.content.addWidget(part)
        self.book.content.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.book.content.addStretch(1)
        self.book.content.addWidget(self.note)
        side = QVBoxLayout()
        side.addWidget(self.book)
        self._side = Column(side)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Column(self._left), 1)
        self._row.addWidget(self._side)

    def _offer(self, charts: tuple[ChartPicture, ...]) -> None:
        """Offer the figures that can be drawn; the one that was looked at stays."""
        before = self.choice.currentData()
        self._charts = charts
        self.choice.blockSignals(True)  # noqa: FBT003 - a setter of Qt's
        self.choice.clear()
        for chart in charts:
            self.choice.addItem(f"{chart.title} theo đơn vị", chart.code)
        self.choice.setCurrentIndex(max(self.choice.findData(before), 0))
        self.choice.blockSignals(False)  # noqa: FBT003 - a setter of Qt's
        self.chart_card.setVisible(bool(charts))
        self._show_chart(self.choice.currentIndex())

    def _show_chart(self, place: int) -> None:
        if 0 <= place < len(self._charts):
            chart = self._charts[place]
            self.chart.setAccessibleName(f"Biểu đồ {chart.title} theo đơn vị")
            self.chart.show_bars([_bar(each) for each in chart.bars], chart.now, chart.before)


def _bar(bar: BarPicture) -> Bar:
    return Bar(bar.name, bar.amount, bar.shown, bar.earlier, bar.earlier_shown, bar.note)
