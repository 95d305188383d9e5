"""Letters of a paper. This module holds the font and the format of every look; one unit is a twip, so 14 pt are 280."""

from functools import cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from ccbdesk.model.paper import Lettering

PAPER_FAMILY = "Tinos"
"""The font that ships with the program and is as wide as Times New Roman, letter by letter."""

TIMES_LEADING = 0.0423
"""How much of a letter's height Times New Roman leaves between two lines, and Tinos does not."""

_TIMES = frozenset({"times new roman", "times", ".vntime", ""})
_INK = QColor("#000000")


@cache
def font_of(look: Lettering) -> QFont:
    """Return the font of a look, without hinting: at any zoom a line has the same width as on paper."""
    font = QFont()
    named = [] if look.family.casefold() in _TIMES else [look.family]
    font.setFamilies([*named, PAPER_FAMILY, "Times New Roman", "Liberation Serif"])
    font.setPixelSize(max(look.size, 1))
    font.setBold(look.is_bold)
    font.setItalic(look.is_italic)
    font.setUnderline(look.is_underlined)
    font.setStrikeOut(look.is_struck)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if look.spread:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.spread)
    return font


@cache
def format_of(look: Lettering) -> QTextCharFormat:
    """Return the format of a look: its font, its colour, and what is behind it."""
    made = QTextCharFormat()
    made.setFont(font_of(look))
    made.setForeground(QColor(f"#{look.colour}") if look.colour else _INK)
    if look.shade:
        made.setBackground(QColor(f"#{look.shade}"))
    if look.raised:
        raised = QTextCharFormat.VerticalAlignment
        made.setVerticalAlignment(raised.AlignSuperScript if look.raised > 0 else raised.AlignSubScript)
    return made


def colour_of(digits: str) -> QColor:
    """Return a colour of the paper; black where it is left open."""
    return QColor(f"#{digits}") if digits else _INK


def leading_of(look: Lettering) -> float:
    """Return what a line of a look needs beside its letters' own height."""
    return look.size * TIMES_LEADING if look.family.casefold() in _TIMES else 0
