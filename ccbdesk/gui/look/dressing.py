"""How a look is put on. This module holds ``dress`` and ``worn``; whoever writes a page needs nothing else of the look.

    dress(application, factor=1.3, is_high_contrast=wants_contrast(application))

gives every widget there is the new colours and sizes. What draws itself asks for the look each time::

    look = worn()
    painter.setFont(look.font(Text.STRONG))
    painter.fillRect(rectangle, look.colour(look.palette.surface))
    action.setIcon(look.icon(Icon.FOLDER))

What keeps something of a look (an icon, a fixed height) takes it anew in ``changeEvent``, which Qt calls with
``QEvent.Type.StyleChange`` after each ``dress``. The pieces in ``gui/widgets`` do so by themselves, labels included; a
page that sets margins from the look overrides ``changeEvent``."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ccbdesk.gui.look.fonts import load_fonts
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.palette import CALM, HIGH_CONTRAST, Palette
from ccbdesk.gui.look.style_sheet import style_sheet
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.look.words import speak_vietnamese

SMALLEST, LARGEST = 0.9, 1.6
STEPS = (0.9, 1.0, 1.15, 1.3, 1.45, 1.6)
"""The text factors that A− and A+ go through."""

_worn = [Look(CALM, 1.0)]


def dress(application: QApplication, factor: float = 1.0, *, is_high_contrast: bool = False) -> Look:
    """Give every widget the palette and the text factor (brought between 0.9 and 1.6), and return the look."""
    load_fonts()
    speak_vietnamese()
    look = Look(HIGH_CONTRAST if is_high_contrast else CALM, min(max(factor, SMALLEST), LARGEST))
    _worn[0] = look
    if not application.styleSheet():  # a style is set once: one that is replaced is gone while widgets still ask it
        application.setStyle("Fusion")
    sheet = style_sheet(look)
    if application.styleSheet() == sheet:  # every widget would be measured anew for nothing
        return look
    with _collector_at_rest():
        application.setPalette(_qt_palette(look.palette))
        application.setFont(look.font(Text.BODY))
        application.setStyleSheet(sheet)
    return look


def worn() -> Look:
    """Return the look in force."""
    return _worn[0]


def larger(factor: float) -> float:
    """Return the next larger text factor, or the same where there is none."""
    return next((step for step in STEPS if step > factor), LARGEST)


def smaller(factor: float) -> float:
    """Return the next smaller text factor, or the same where there is none."""
    return next((step for step in reversed(STEPS) if step < factor), SMALLEST)


def wants_contrast(application: QApplication) -> bool:
    """Tell whether this computer is set to high contrast.

    When that changes, ``accessibility().contrastPreferenceChanged`` of ``application.styleHints()`` tells; keep the
    hints by name while you listen."""
    hints = application.styleHints()  # kept by name: what it hands out does not outlive it in Python
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from throwing widgets away: while Qt goes through all there are, none may vanish."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _qt_palette(palette: Palette) -> QPalette:
    """Return the colours for what the style sheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: palette.paper,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.muted,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.PlaceholderText: palette.faint_ink,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.ToolTipBase: palette.surface,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.Accent: palette.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint_ink))
    return made
