"""The dossiers that can be opened again. This module holds the list of their periods, each with a button to open it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.marks import shown
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label, ground
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.gui.widgets.status import StatusPill
from ccbdesk.service.pictures.cabinet import DossierCard, PeriodCard


class PeriodRow(Card):
    """A period on its card: name and day at the left, files and state at the right, and the button that opens it."""

    def __init__(self, period: PeriodCard, cluster: str) -> None:
        """Show a period; ``cluster`` tells screen readers which of several is meant."""
        super().__init__(margin=16)
        self.button = Button("Mở")
        self.button.setAccessibleName(f"Mở {period.name}, {cluster}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Elided(period.name, Text.SUBHEADING))
        words.addWidget(Elided(period.words, Text.SMALL, Ink.SOFT))
        words.addStretch(1)
        self._line = QHBoxLayout()
        self._line.addLayout(words, 1)
        self._line.addWidget(Label(period.files, Text.BODY, Ink.SOFT))
        self._line.addWidget(StatusPill(shown(period.status)))
        self._line.addWidget(self.button)
        self.content.addLayout(self._line)
        self.setAccessibleName(f"{period.name}, {period.words}, {period.files}, {period.status.words}")
        self._line.setSpacing(worn().px(24))

    def take_look(self) -> None:
        """Take spacings."""
        super().take_look()
        if hasattr(self, "_line"):
            self._line.setSpacing(worn().px(24))


class TroubleRow(Card):
    """A dossier that cannot be opened now: why, and two buttons."""

    def __init__(self, dossier: DossierCard) -> None:
        """Say why."""
        super().__init__(margin=16)
        self.again = Button("Thử lại", Kind.OUTLINED, Icon.REFRESH)
        self.again.setAccessibleName(f"Thử lại {dossier.cluster}")
        self.forget = Button("Bỏ khỏi danh sách", Kind.LINK)
        self.forget.setAccessibleName(f"Bỏ {dossier.cluster} khỏi danh sách")
        line = QHBoxLayout()
        line.addWidget(Label(dossier.trouble, Text.BODY, Ink.SOFT, wraps=True), 1)
        line.addWidget(self.forget)
        line.addWidget(self.again)
        self.content.addLayout(line)


class Shelf(Piece):
    """All dossiers opened lately with their periods."""

    open_pressed = Signal(object, str)
    """A period is to be opened: path of the dossier and code of the period."""
    forget_pressed = Signal(object)
    again_pressed = Signal()

    def __init__(self) -> None:
        """Make an empty shelf."""
        super().__init__()
        self._rows = ground(QWidget())
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Các kỳ báo cáo")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.buttons: list[Button] = []
        self.take_look()

    def take_look(self) -> None:
        """Take spacings."""
        super().take_look()
        self._list.setSpacing(worn().px(10))

    def show_dossiers(self, dossiers: tuple[DossierCard, ...]) -> None:
        """Show the dossiers, the one opened last first; its last period has the filled button."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for dossier in dossiers:
            self._list.addWidget(self._head(dossier))
            for row in self._find_rows(dossier):
                self._list.addWidget(row)
        self._list.addStretch(1)
        if self.buttons:
            self.buttons[0].set_kind(Kind.FILLED)

    def _head(self, dossier: DossierCard) -> QWidget:
        head = Elided(dossier.cluster, Text.CAPTION, Ink.SOFT)
        head.setToolTip(str(dossier.path))
        return head

    def _find_rows(self, dossier: DossierCard) -> Iterator[QWidget]:
        if dossier.trouble:
            trouble = TroubleRow(dossier)
            trouble.again.clicked.connect(self.again_pressed)
            trouble.forget.clicked.connect(lambda _=False, path=dossier.path: self.forget_pressed.emit(path))
            yield trouble
        for period in dossier.periods:
            row = PeriodRow(period, dossier.cluster)
            row.button.clicked.connect(lambda _=False, at=(dossier.path, period.code): self._open(*at))
            self.buttons.append(row.button)
            yield row

    def _open(self, dossier: Path, period: str) -> None:
        self.open_pressed.emit(dossier, period)
