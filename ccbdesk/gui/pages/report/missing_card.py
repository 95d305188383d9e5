"""What is missing from the report. This module holds the card that lists it, each line with the way to its cause."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.flow import Flow
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.service.pictures.report import GapPicture

_MOST = 12  # lines; more are counted


class MissingCard(Card):
    """Figures with units missing, and sentences that are not printed for want of figures."""

    place_asked = Signal(object)
    """The ``GapPicture`` whose cause is to be shown on another page."""
    sight_asked = Signal(str)
    """The tag of the figure that is to be shown in the report."""
    figure_asked = Signal(str)
    """The code of the figure that is to be walked back."""

    def __init__(self) -> None:
        """List nothing yet."""
        super().__init__("Còn thiếu trong báo cáo", margin=20, spacing=10)
        self._list: QWidget | None = None

    def show_missing(self, gaps: tuple[GapPicture, ...], dropped: tuple[GapPicture, ...]) -> None:
        """List what is missing; the card goes where nothing is."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(6))
        self._add_all(column, gaps, "số liệu khác còn thiếu")
        if dropped:
            column.addWidget(Label("Câu không in vì thiếu số", Text.CAPTION, Ink.SOFT, wraps=True))
            self._add_all(column, dropped, "câu khác không in")
        self.content.addWidget(self._list)
        self.setVisible(bool(gaps or dropped))

    def _add_all(self, column: QVBoxLayout, missing: tuple[GapPicture, ...], others: str) -> None:
        for gap in missing[:_MOST]:
            self._add(column, gap)
        if len(missing) > _MOST:
            column.addWidget(Label(f"và {len(missing) - _MOST} {others}", Text.SMALL, Ink.SOFT))

    def _add(self, column: QVBoxLayout, gap: GapPicture) -> None:
        column.addWidget(Label(gap.words, Text.SMALL, wraps=True))
        links = QWidget()
        line = Flow(gap=4)
        links.setLayout(line)
        if gap.tag:
            line.addWidget(_link("Xem trong báo cáo", gap, lambda: self.sight_asked.emit(gap.tag)))
        if gap.step is not None:
            line.addWidget(_link("Đến chỗ thiếu", gap, lambda: self.place_asked.emit(gap)))
        elif gap.figure is not None:
            line.addWidget(_link("Xem số liệu", gap, lambda: self.figure_asked.emit(gap.figure)))
        column.addWidget(links)


def _link(words: str, gap: GapPicture, do: Callable[[], None]) -> Button:
    link = Button(words, Kind.LINK)
    link.setAccessibleName(f"{words}: {gap.words}")
    link.clicked.connect(lambda _checked=False: do())
    return link
