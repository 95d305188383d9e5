"""The colours of the window. This module holds the two palettes, and which text stands on which ground.

A palette names what a colour is for, never what it looks like. ``PAIRS`` lists every text with every ground it is shown
on; a test computes the contrast of each, so whoever puts a text on a new ground adds the pair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as “#RRGGBB”. A ground is what lies behind, an ink what is written or drawn on it."""

    paper: str
    """Ground of the page."""
    rail: str
    """Ground of menu bar and step rail."""
    surface: str
    """Ground of cards, tables, fields and outlined buttons."""
    muted: str
    """Ground of what cannot be changed and of the heads of a sheet."""
    ink: str
    soft_ink: str
    """Secondary text."""
    faint_ink: str
    """Text of what cannot be used now."""
    line: str
    """Edges of cards and between rows."""
    edge: str
    """Edges of fields, buttons and circles: what must be seen to be used."""
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_ground: str
    """Ground of a drop zone while files hang over it."""
    selection: str
    """Ground of the selected row."""
    hover: str
    """Ground of a row, link or outlined button under the mouse."""
    good_ink: str
    good_ground: str
    warning_ink: str
    warning_ground: str
    warning_line: str
    error_ink: str
    error_ground: str
    on_tone: str
    """Text on the ink of a tone, as on the tag of a ringed cell."""
    quiet_ink: str
    quiet_ground: str
    related_ground: str
    """Ground of the cells that have to do with a ringed one."""
    earlier: str
    """Bars of the earlier period."""
    thumb: str
    """The part of a scroll bar that is moved."""
    scrim: str
    """What dims the window behind a dialog; drawn half transparent."""
    line_width: int
    """How wide edges are at a text factor of one."""


CALM = Palette(
    paper="#F6F4EF",
    rail="#EFECE5",
    surface="#FFFFFF",
    muted="#F3F2EF",
    ink="#1D2325",
    soft_ink="#565C5B",
    faint_ink="#666B69",
    line="#DCD8CF",
    edge="#8B908F",
    accent="#1C5A66",
    accent_hover="#164A54",
    accent_pressed="#103A42",
    on_accent="#FFFFFF",
    accent_ground="#E2EDEE",
    selection="#E7F0EF",
    hover="#F4F7F6",
    good_ink="#1E6740",
    good_ground="#E7F2EA",
    warning_ink="#7C4F00",
    warning_ground="#FDF1DA",
    warning_line="#E3BC62",
    error_ink="#A12B28",
    error_ground="#FBE9E6",
    on_tone="#FFFFFF",
    quiet_ink="#595E5C",
    quiet_ground="#ECEBE7",
    related_ground="#FDF1DA",
    earlier="#BCC7C5",
    thumb="#B9B4A8",
    scrim="#1D2325",
    line_width=1,
)

HIGH_CONTRAST = Palette(
    paper="#FFFFFF",
    rail="#FFFFFF",
    surface="#FFFFFF",
    muted="#F2F2F2",
    ink="#000000",
    soft_ink="#000000",
    faint_ink="#3D3D3D",
    line="#000000",
    edge="#000000",
    accent="#00366D",
    accent_hover="#002349",
    accent_pressed="#001833",
    on_accent="#FFFFFF",
    accent_ground="#FFF1A8",
    selection="#FFF1A8",
    hover="#FFF9DC",
    good_ink="#00401C",
    good_ground="#FFFFFF",
    warning_ink="#4A2E00",
    warning_ground="#FFFFFF",
    warning_line="#000000",
    error_ink="#840000",
    error_ground="#FFFFFF",
    on_tone="#FFFFFF",
    quiet_ink="#262626",
    quiet_ground="#FFFFFF",
    related_ground="#FFF1A8",
    earlier="#8C8C8C",
    thumb="#000000",
    scrim="#000000",
    line_width=2,
)

_ROW_GROUNDS = ("surface", "selection", "hover")
_TINTS = ("accent_ground", "warning_ground", "error_ground", "related_ground")
_PLACES: dict[str, tuple[str, ...]] = {
    "ink": (
        "paper",
        "rail",
        "muted",
        "accent_ground",
        "warning_ground",
        "error_ground",
        "related_ground",
        *_ROW_GROUNDS,
    ),
    "soft_ink": ("paper", "rail", "muted", "accent_ground", "warning_ground", *_ROW_GROUNDS),
    "faint_ink": ("paper", "rail", "muted", *_ROW_GROUNDS),
    "accent": ("paper", "rail", "accent_ground", "warning_ground", *_ROW_GROUNDS),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "good_ink": ("paper", "good_ground", *_ROW_GROUNDS),
    "warning_ink": ("paper", "warning_ground", *_ROW_GROUNDS),
    "error_ink": ("paper", "error_ground", *_ROW_GROUNDS),
    "on_tone": ("error_ink", "warning_ink", "good_ink", "quiet_ink", "accent"),
    "quiet_ink": ("paper", "quiet_ground", *_ROW_GROUNDS),
}

PAIRS: tuple[tuple[str, str], ...] = tuple((ink, ground) for ink, grounds in _PLACES.items() for ground in grounds)
"""Every text colour with every ground it is shown on, by their names in ``Palette``."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black and white), as WCAG counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
