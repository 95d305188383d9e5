"""What holds for the tests of the window. This module holds how each begins in the usual look, and how all end."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ccbdesk.gui.look.dressing import dress


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> None:
    """Begin in the calm palette at text factor one, whatever the test before wore, with none of its widgets left.

    Outside of an event loop Qt lets go of nothing by itself, and each window left makes the next look dearer."""
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    dress(qapp)


@pytest.fixture(scope="session", autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Throw away the windows that are left while Qt is still there: what Python throws away after it, crashes."""
    yield
    gc.collect()
    for window in qapp.topLevelWidgets():
        if shiboken6.isValid(window):
            shiboken6.delete(window)
