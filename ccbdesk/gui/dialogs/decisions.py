"""The book of what was decided. This module holds the dialog that lists every decision and can undo any of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.labels import Ink, plain_tip
from ccbdesk.service.pictures.desk import DecisionPicture, Desk

_NUMBER = Qt.ItemDataRole.UserRole


class DecisionsDialog(Asking):
    """Who decided what and when, the last first."""

    undone = Signal(object)
    """The number of the decision that is to be undone."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """List the decisions of a period."""
        super().__init__(window, "Sổ việc đã làm", f"{desk.period}, {desk.cluster}. Việc mới nhất ở trên.", width=980)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Các việc đã làm")
        self.list.setHeaderLabels(["Lúc", "Ai", "Việc"])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(worn().px(280))
        self.list.addTopLevelItems([_line(each) for each in desk.decisions])
        head = self.list.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.fields.addWidget(self.list)
        if not desk.decisions:
            self.say("Chưa có việc nào.", Ink.SOFT)
        self._holding = {each.id for each in desk.decisions if each.holds}
        self.button = self.offer("&Hoàn tác việc này", Kind.OUTLINED, Icon.UNDO)
        self.button.clicked.connect(self._finish)
        self.offer_cancel("Đón&g").set_kind(Kind.FILLED)
        self.list.currentItemChanged.connect(self._choose)
        self._choose()
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _choose(self) -> None:
        item = self.list.currentItem()
        self.button.setEnabled(item is not None and item.data(0, _NUMBER) in self._holding)

    def _finish(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            number = item.data(0, _NUMBER)
            self.dismiss()
            self.undone.emit(number)


def _line(decision: DecisionPicture) -> QTreeWidgetItem:
    words = decision.words if decision.holds else f"(đã hoàn tác) {decision.words}"
    item = QTreeWidgetItem([decision.when, decision.who, words])
    item.setData(0, _NUMBER, decision.id)
    item.setToolTip(2, plain_tip(words))
    if not decision.holds:
        for column in range(3):
            item.setForeground(column, QColor(worn().palette.faint_ink))
    return item
