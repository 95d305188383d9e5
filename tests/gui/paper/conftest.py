"""What the tests of the paper on the screen share: the fonts that ship with the program, and a view to look at."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccbdesk.gui.look.dressing import dress
from ccbdesk.gui.widgets.paper.view import PaperView


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Put the usual look on."""
    dress(qapp)


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    """Return a view as wide as on a small screen, shown."""
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made
