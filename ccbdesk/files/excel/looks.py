"""What the cells of our workbooks look like. This module holds the one table from looks to Excel's settings."""

from collections.abc import Mapping
from functools import cache

from ccbdesk.model.book import Look

FONT = "Times New Roman"
INK = "#1F2A37"
GREY = "#6B7280"
_LINE = "#C9CDD3"
_HEAD = "#E8EEF4"
_BAND = "#F3F5F8"
_SUM = "#EAF3EC"
_YELLOW = "#FFF3C4"
_RED = "#FBE3E1"
_PALE = "#FFFDF5"
_DARK_RED = "#B42318"
_SMALL = 10
_USUAL = 12

VIETNAMESE = "[$-42A]"
"""Before a number format: LibreOffice then writes thousands with dots; Excel takes the separators of its system."""

_BASE: dict[str, object] = {"font_name": FONT, "font_size": _USUAL, "font_color": INK, "valign": "vcenter"}
_CELL: dict[str, object] = {**_BASE, "border": 1, "border_color": _LINE}
_RIGHT: dict[str, object] = {**_CELL, "align": "right"}  # LibreOffice loses indents where number formats change

_FORM_LINE = "#C9D3CB"
_FORM_BAND = {"bg_color": "#EEF4EF"}
_FORM: dict[str, object] = {
    "font_name": FONT,
    "font_size": _USUAL,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": _FORM_LINE,
    "num_format": "@",
}
_FORM_HEAD: dict[str, object] = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": "#1F3D2B",
    "align": "center",
    "valign": "vcenter",
    "num_format": "General",
}
_FORM_CODE: dict[str, object] = {**_FORM, "font_name": "Consolas", "font_size": 11}
_FORM_MARK: dict[str, object] = {**_FORM, "align": "center", "num_format": "General"}

_LOOKS: dict[Look, dict[str, object]] = {
    Look.TITLE: {**_BASE, "bold": True, "font_size": 15},
    Look.NOTICE: {**_BASE, "italic": True},
    Look.HEADING: {**_CELL, "bold": True, "align": "center", "bg_color": _HEAD, "text_wrap": True},
    Look.SECTION: {**_CELL, "bold": True, "bg_color": _BAND},
    Look.LABEL: {**_CELL, "text_wrap": True},
    Look.TEXT: {**_CELL, "text_wrap": True},
    Look.CODE: {**_CELL, "font_color": GREY, "font_size": _SMALL, "text_wrap": True},
    Look.CENTRED: {**_CELL, "align": "center", "text_wrap": True},
    Look.FIGURE: _RIGHT,
    Look.TOTAL: {**_RIGHT, "bold": True, "bg_color": _SUM},
    Look.GAP: {**_RIGHT, "bold": True, "bg_color": _YELLOW},
    Look.ERROR: {**_RIGHT, "bg_color": _RED},
    Look.WARNING: {**_CELL, "bg_color": _YELLOW, "text_wrap": True},
    Look.INPUT: {**_RIGHT, "bg_color": _PALE, "locked": False},
    Look.INPUT_TEXT: {**_CELL, "bg_color": _PALE, "locked": False, "text_wrap": True, "num_format": "@"},
    Look.CHECK: {**_CELL, "font_color": _DARK_RED, "font_size": _SMALL, "text_wrap": True},
    Look.HELP: {**_CELL, "font_color": GREY, "font_size": _SMALL, "text_wrap": True},
    Look.FORM_HEADING: {**_FORM, **_FORM_HEAD},
    Look.FORM_TEXT: _FORM,
    Look.FORM_TEXT_BAND: {**_FORM, **_FORM_BAND},
    Look.FORM_CODE: _FORM_CODE,
    Look.FORM_CODE_BAND: {**_FORM_CODE, **_FORM_BAND},
    Look.FORM_MARK: _FORM_MARK,
    Look.FORM_MARK_BAND: {**_FORM_MARK, **_FORM_BAND},
    Look.FORM_REVIEW: {**_FORM, "bg_color": _YELLOW},
}
_NUMERIC = {Look.FIGURE, Look.TOTAL, Look.GAP, Look.ERROR}


def settings_of(look: Look, decimals: int, prefix: str) -> Mapping[str, object]:
    """Return Excel's settings for a look; a figure shows ``decimals`` places and its qualifier before it."""
    if not is_numeric(look):
        return _LOOKS[look]
    return {**_LOOKS[look], "num_format": number_format(decimals, prefix)}


def number_format(decimals: int, prefix: str = "") -> str:
    """Return the number format of a figure with ``decimals`` places and its qualifier before it."""
    places = f".{'0' * decimals}" if decimals else ""
    qualifier = f'"{prefix} "' if prefix else ""
    return f"{VIETNAMESE}{qualifier}#,##0{places}"


@cache  # of two dozen looks
def is_numeric(look: Look) -> bool:
    """Tell whether figures are shown in this look; words in their place go on in a further line."""
    return look in _NUMERIC


@cache  # of two dozen looks
def narrowness(look: Look) -> float:
    """Return how much more words of this look fit into a width than words of the usual size."""
    size = _LOOKS[look]["font_size"]
    return _USUAL / size if isinstance(size, int) else 1.0


@cache  # of two dozen looks
def is_bold(look: Look) -> bool:
    """Tell whether words of this look are bold, which makes them wider."""
    return bool(_LOOKS[look].get("bold"))


@cache  # of two dozen looks
def wraps(look: Look) -> bool:
    """Tell whether words of this look go on in a further line where the column is too narrow."""
    return bool(_LOOKS[look].get("text_wrap"))
