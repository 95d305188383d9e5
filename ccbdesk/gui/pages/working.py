"""While something long is done. This module holds the dialog that lies on the window until it is done or stopped."""

import re

from PySide6.QtWidgets import QWidget

from ccbdesk.gui.pages.page import Frame
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.progress import ProgressPanel

_HOW_FAR = re.compile(r"(\d+) trên (\d+)")


class Working(Overlay):
    """Says what is being done, how far it is where that is told, and offers to stop."""

    def __init__(self, window: QWidget, frame: Frame, title: str) -> None:
        """Listen to the engine from now on."""
        super().__init__(window, title, can_cancel=False)
        self._frame = frame
        self.panel = ProgressPanel()
        self.panel.begin("Đang chuẩn bị")
        self.panel.stop_pressed.connect(frame.stop)
        self.body.addWidget(self.panel)
        frame.tasks.doing.connect(self._hear)

    def dismiss(self) -> None:
        """Close, and listen no more."""
        if not self.isHidden():
            self._frame.tasks.doing.disconnect(self._hear)
        super().dismiss()

    def _hear(self, words: str) -> None:
        found = _HOW_FAR.search(words)
        done, total = (int(found[1]), int(found[2])) if found else (0, 0)
        self.panel.show_progress(words, done, total)
