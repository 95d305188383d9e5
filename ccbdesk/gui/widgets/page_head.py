"""The head of a page. This module holds title, lead and the buttons beside them."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.labels import Elided, Ink
from ccbdesk.gui.widgets.piece import Piece


class PageHead(Piece):
    """Title and lead of a page, buttons at the right. The lead goes where a window is low."""

    def __init__(self, title: str, buttons: tuple[Button, ...] = ()) -> None:
        """Make a head without a lead."""
        super().__init__()
        self.title = Elided(title, Text.TITLE)
        self.lead = Elided("", Text.LEAD, Ink.SOFT)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self.title)
        self._lines.addWidget(self.lead)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._lines, 1)
        for button in buttons:
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.take_look()

    def say(self, title: str, lead: str) -> None:
        """Show another title and lead."""
        self.title.setText(title)
        self.lead.setText(lead)
        self._show_lead()

    def take_look(self) -> None:
        """Take spacing, and see whether there is room for the lead."""
        super().take_look()
        look = worn()
        self._lines.setSpacing(look.px(3))
        self._row.setSpacing(look.px(10))
        self._show_lead()

    def fit(self) -> None:
        """See again whether there is room for the lead; the frame calls it when the window's height changes."""
        self._show_lead()

    def _show_lead(self) -> None:
        self.lead.setVisible(bool(self.lead.text()) and not worn().is_low(self.window().height()))
