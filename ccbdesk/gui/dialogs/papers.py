"""Papers that show where a figure comes from. This module holds the field on which they are named."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Elided, Ink

PickPapers = Callable[[QWidget], tuple[Path, ...]]
"""Asks the person for papers; none where nothing was chosen."""

_NONE = "Chưa kèm ảnh, bản quét hay công văn nào."


def pick_papers(parent: QWidget) -> tuple[Path, ...]:
    """Ask for papers with the system's own dialog."""
    kinds = "Ảnh, bản quét, văn bản (*.jpg *.jpeg *.png *.pdf *.doc *.docx *.xls *.xlsx);;Mọi tệp (*)"
    names, _ = QFileDialog.getOpenFileNames(parent, "Chọn ảnh, bản quét, văn bản", "", kinds)
    return tuple(Path(name) for name in names)


class Papers(QWidget):
    """The papers that are named, and a link that asks for them. ``single``: only one is kept."""

    changed = Signal()

    def __init__(self, pick: PickPapers = pick_papers, *, single: bool = False) -> None:
        """Name none."""
        super().__init__()
        self._pick = pick
        self._single = single
        self.paths: tuple[Path, ...] = ()
        self.choose = Button("&Kèm ảnh, văn bản…", Kind.LINK, Icon.PAPERCLIP)
        self.names = Elided(_NONE, Text.SMALL, Ink.SOFT)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.choose)
        line.addWidget(self.names, 1)
        self.choose.clicked.connect(self._choose)

    def _choose(self) -> None:
        found = self._pick(self)
        if found:
            self.paths = found[:1] if self._single else found
            self.names.setText(", ".join(path.name for path in self.paths))
            self.changed.emit()
