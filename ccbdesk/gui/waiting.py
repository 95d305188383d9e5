"""Showing that something is being done. This module holds what is said while the engine works."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.tasks import Tasks
from ccbdesk.gui.widgets.buttons import Button, Kind

SOON = 350
"""Milliseconds after which a person wonders; what is done sooner is not spoken of."""


class Waiting(QObject):
    """Tells of the work once it takes a while. ``stop`` is the link that is shown beside the words."""

    def __init__(self, tasks: Tasks, tell: Callable[[str], None], parent: QObject) -> None:
        """Tell from now on; ``tell`` is called with words to show, and with none when the work is done."""
        super().__init__(parent)
        self._tell = tell
        self._words = "Đang làm"
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show)
        self.stop = Button("Dừng", Kind.LINK, Icon.STOP)
        self.stop.setAccessibleName("Dừng việc đang làm")
        self.stop.hide()
        self.stop.clicked.connect(tasks.stop)
        self.is_shown = False
        tasks.doing.connect(self._hear)
        tasks.busy_changed.connect(self._change)

    def _hear(self, words: str) -> None:
        self._words = words
        if self.is_shown:
            self._tell(f"{words} …")

    def _change(self, is_busy: bool) -> None:  # noqa: FBT001 - as the signal carries it
        if is_busy:
            self._words = "Đang làm"
            self._soon.start()
            return
        self._soon.stop()
        if self.is_shown:
            self.is_shown = False
            self._tell("")

    def _show(self) -> None:
        self.is_shown = True
        self._tell(f"{self._words} …")
