"""A choice from a list that drops down. This module holds it: long names are shortened, the wheel changes nothing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.widgets.labels import plain_tip

_NARROWEST = 140


class Choice(QComboBox):
    """A drop-down list that shortens a long name with “…” and shows it whole as tooltip and in the list.

    It never asks for the width of its longest name, and the wheel turns the page, never the choice."""

    def __init__(self, name: str) -> None:
        """Make an empty list; ``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self._set_tip)

    def shown(self) -> str:
        """Return the name as it is shown now."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(worn().px(_NARROWEST), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tooltip follow."""
        super().resizeEvent(event)
        self._set_tip()

    def showPopup(self) -> None:
        """Show the list, wide enough for its longest name."""
        names = [self.itemText(place) for place in range(self.count())]
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        screen = self.screen().availableGeometry().width()
        self.view().setMinimumWidth(min(longest + worn().px(56), screen - worn().px(40)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls behind."""
        event.ignore()

    def _set_tip(self) -> None:
        self.setToolTip("" if self.shown() == self.currentText() else plain_tip(self.currentText()))
