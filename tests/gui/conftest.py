"""What holds for the tests of the window. This module holds how each of them begins in the usual look."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ccbdesk.gui.look.dressing import dress


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> None:
    """Begin in the calm palette at text factor one, whatever the test before wore, with none of its widgets left.

    Outside of an event loop Qt lets go of nothing by itself, and each window left makes the next look dearer."""
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    dress(qapp)
