"""Help. This module holds the window in which the guide is read, and the list of keys."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QTextBrowser, QVBoxLayout, QWidget

from ccbdesk import resources
from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.labels import Label
from ccbdesk.service.pictures import Step

_TWO_COLUMNS = 860
FIRST_PAGE = "README.md"
PAGES = {
    Step.RECEIVING: "1-nhan-tep.md",
    Step.CHECKING: "2-kiem-tra.md",
    Step.MERGING: "3-tong-hop.md",
    Step.REPORTING: "4-bao-cao.md",
}
"""The page of the guide on each step."""


def page_for(step: Step | None, folder: Path) -> Path | None:
    """Return the page on a step, the first page where there is none, None where there is no guide."""
    wanted = [PAGES[step]] if step else []
    return next((folder / name for name in (*wanted, FIRST_PAGE) if (folder / name).exists()), None)


class GuideWindow(QDialog):
    """The guide in a window of its own, which may stay open beside the work."""

    def __init__(self, parent: QWidget, page: Path) -> None:
        """Show a page of the guide; its links lead to the others."""
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Hướng dẫn")
        self.text.setOpenExternalLinks(False)
        self.text.setSearchPaths([str(page.parent)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.resize(worn().px(860), worn().px(680))
        self.show_page(page)

    def show_page(self, page: Path) -> None:
        """Show another page."""
        self.text.setSource(QUrl.fromLocalFile(str(page)))


class KeysDialog(Asking):
    """Every key of the program, as the menus have them."""

    def __init__(self, window: QWidget, actions: Iterable[QAction]) -> None:
        """List the keys, in two columns where there is room."""
        super().__init__(window, "Phím tắt", width=_TWO_COLUMNS)
        known = [(_keys(action), _words(action)) for action in actions if action.shortcuts()]
        known.append(("Alt+↑, Alt+↓", "Điều trước, điều sau khi kiểm tra"))
        has_room = worn().px(_TWO_COLUMNS) + worn().px(40) <= window.width()
        half = (len(known) + 1) // 2 if has_room else len(known)
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn().px(14))
        grid.setVerticalSpacing(worn().px(5))
        for place, (keys, words) in enumerate(known):
            row, column = place % half, 3 * (place // half)
            grid.addWidget(Label(keys, Text.STRONG), row, column)
            grid.addWidget(Label(words), row, column + 1)
        grid.setColumnMinimumWidth(2, worn().px(20))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        self.fields.addLayout(grid)
        self.offer_cancel("Đón&g").set_kind(Kind.FILLED)


def _keys(action: QAction) -> str:
    return str(action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText))


def _words(action: QAction) -> str:
    return action.text().replace("&", "").split(":")[0].rstrip("…")


def guide_page(step: Step | None) -> Path | None:
    """Return the page of the guide that ships with the program on a step."""
    return page_for(step, resources.guide())
