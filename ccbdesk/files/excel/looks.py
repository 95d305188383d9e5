"""What the cells of our workbooks look like. This module holds the one table from looks to Excel's settings."""

from collections.abc import Mapping

from ccbdesk.model.book import Look

_FONT = "Times New Roman"
_INK = "#1F2A37"
_GREY = "#6B7280"
_LINE = "#C9CDD3"
_HEAD = "#E8EEF4"
_BAND = "#F3F5F8"
_SUM = "#EAF3EC"
_YELLOW = "#FFF3C4"
_RED = "#FBE3E1"
_PALE = "#FFFDF5"

_BASE: dict[str, object] = {"font_name": _FONT, "font_size": 12, "font_color": _INK, "valign": "vcenter"}
_CELL: dict[str, object] = {**_BASE, "border": 1, "border_color": _LINE}
_RIGHT: dict[str, object] = {**_CELL, "align": "right", "indent": 1}

_LOOKS: dict[Look, dict[str, object]] = {
    Look.TITLE: {**_BASE, "bold": True, "font_size": 15},
    Look.NOTICE: {**_BASE, "italic": True},
    Look.HEADING: {**_CELL, "bold": True, "align": "center", "bg_color": _HEAD, "text_wrap": True},
    Look.SECTION: {**_CELL, "bold": True, "bg_color": _BAND},
    Look.LABEL: {**_CELL, "text_wrap": True},
    Look.TEXT: {**_CELL, "text_wrap": True},
    Look.CODE: {**_CELL, "font_color": _GREY, "font_size": 10, "text_wrap": True},
    Look.CENTRED: {**_CELL, "align": "center", "text_wrap": True},
    Look.FIGURE: _RIGHT,
    Look.TOTAL: {**_RIGHT, "bold": True, "bg_color": _SUM},
    Look.GAP: {**_RIGHT, "bold": True, "bg_color": _YELLOW},
    Look.ERROR: {**_RIGHT, "bg_color": _RED},
    Look.WARNING: {**_CELL, "bg_color": _YELLOW, "text_wrap": True},
    Look.INPUT: {**_RIGHT, "bg_color": _PALE, "locked": False},
    Look.INPUT_TEXT: {**_CELL, "bg_color": _PALE, "locked": False, "text_wrap": True, "num_format": "@"},
}
_NUMERIC = {Look.FIGURE, Look.TOTAL, Look.GAP, Look.ERROR}


def settings_of(look: Look, decimals: int, prefix: str) -> Mapping[str, object]:
    """Return Excel's settings for a look; a figure shows ``decimals`` places and its qualifier before it."""
    if look not in _NUMERIC:
        return _LOOKS[look]
    places = f".{'0' * decimals}" if decimals else ""
    qualifier = f'"{prefix} "' if prefix else ""
    return {**_LOOKS[look], "num_format": f"{qualifier}#,##0{places}"}


def wraps(look: Look) -> bool:
    """Tell whether words of this look go on in a further line where the column is too narrow."""
    return bool(_LOOKS[look].get("text_wrap"))
