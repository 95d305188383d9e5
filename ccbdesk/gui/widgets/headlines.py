"""Headline figures. This module holds a figure with its caption and note, and the card that holds several."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.flow import Flow
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.status import Status, StatusPill


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure as it is printed, what it counts, and a line below (“tăng 62 so với quý II”)."""

    caption: str
    figure: str
    note: str = ""


class HeadlineFigure(Piece):
    """One figure, large."""

    def __init__(self, headline: Headline) -> None:
        """Show a figure."""
        super().__init__()
        self.setAccessibleName(". ".join(filter(None, (f"{headline.caption}: {headline.figure}", headline.note))))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(Label(headline.caption, Text.CAPTION, Ink.SOFT))
        self._lines.addWidget(Label(headline.figure, Text.FIGURE))
        self._lines.addWidget(Label(headline.note, Text.SMALL, Ink.SOFT))
        self.take_look()

    def take_look(self) -> None:
        """Take the room between the lines."""
        super().take_look()
        self._lines.setSpacing(worn().px(1))


class HeadlineCard(Card):
    """A card of headline figures side by side, and how they stand at the right (“Tổng khớp các đơn vị”)."""

    def __init__(self, name: str) -> None:
        """Make an empty card; ``name`` is for screen readers."""
        super().__init__(margin=22)
        self.setAccessibleName(name)
        self._row = QHBoxLayout()
        self._figures = Flow(gap=34)
        self._row.addLayout(self._figures, 1)
        self.content.addLayout(self._row)
        self._pill: StatusPill | None = None

    def show_headlines(self, headlines: Sequence[Headline], status: Status | None = None) -> None:
        """Show other figures."""
        while item := self._figures.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for headline in headlines:
            self._figures.addWidget(HeadlineFigure(headline))
        if self._pill:
            self._row.removeWidget(self._pill)
            self._pill.hide()
            self._pill.deleteLater()
        self._pill = StatusPill(status) if status else None
        if self._pill:
            self._row.addWidget(self._pill)
        self._figures.invalidate()
