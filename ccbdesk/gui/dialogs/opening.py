"""Opening files in other programs. This module holds the one way in which a received file is shown in Excel."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ccbdesk.gui.pages.page import Frame
from ccbdesk.model.origin import Digest
from ccbdesk.service.requests import Table
from ccbdesk.service.requests.checking import OpenCopy

Open = Callable[[QUrl], bool]
"""Opens a file in whatever program opens it here; False where none does."""


def open_url_here(url: QUrl) -> bool:
    """Ask the system."""
    return QDesktopServices.openUrl(url)


def open_copy(frame: Frame, table: Table, file: Digest, open_url: Open = open_url_here) -> None:
    """Open a copy of a received file in whatever opens workbooks here; the file that was received stays as it is."""
    frame.ask(OpenCopy(table, file), lambda path: open_file(frame, path, open_url))


def open_file(frame: Frame, path: Path, open_url: Open = open_url_here) -> None:
    """Open a file, or say where it lies where no program opens it."""
    if not open_url(QUrl.fromLocalFile(str(path))):
        frame.say(f"Không mở được bằng chương trình nào trên máy này. Tệp nằm ở {path}")
