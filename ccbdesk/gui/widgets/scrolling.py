"""Columns that scroll. This module holds the scroll area in which a page lays cards one below the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ccbdesk.gui.widgets.labels import ground


class Column(QScrollArea):
    """What a layout holds, as wide as there is room, scrolled where it is higher; no stop for the keyboard itself."""

    def __init__(self, layout: QLayout) -> None:
        """Lay out inside."""
        super().__init__()
        inside = ground(QWidget())
        layout.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(layout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Return hardly any room: it scrolls."""
        return QSize(0, 0)
