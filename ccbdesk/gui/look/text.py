"""Kinds of text. This module holds how large and how heavy each is at a text factor of one."""

from enum import Enum

from PySide6.QtGui import QFont


class Text(Enum):
    """A kind of text: its name in the style sheet, its height in pixels at factor one, its weight."""

    TITLE = ("title", 28, QFont.Weight.DemiBold)
    """The head of a page or dialog."""
    HEADING = ("heading", 20, QFont.Weight.DemiBold)
    """The head of a card."""
    SUBHEADING = ("subheading", 18, QFont.Weight.DemiBold)
    LEAD = ("lead", 17, QFont.Weight.Normal)
    """The line under a page's head."""
    BODY = ("body", 16, QFont.Weight.Normal)
    STRONG = ("strong", 16, QFont.Weight.DemiBold)
    BIG = ("big", 18, QFont.Weight.DemiBold)
    """The words on the one large button."""
    SMALL = ("small", 15, QFont.Weight.Normal)
    SMALL_STRONG = ("small-strong", 15, QFont.Weight.DemiBold)
    CAPTION = ("caption", 14, QFont.Weight.DemiBold)
    """The word above a field, a figure or a group."""
    FIGURE = ("figure", 36, QFont.Weight.DemiBold)
    """A headline figure."""

    def __init__(self, role: str, height: int, weight: QFont.Weight) -> None:
        """Keep the three by name."""
        self.role = role
        self.height = height
        self.weight = weight
