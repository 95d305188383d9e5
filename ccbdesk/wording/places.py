"""Where something stands, in Vietnamese. This module holds the names of units and figures and the head of a message."""

from ccbdesk.model.finding import Where
from ccbdesk.model.form import Form, Level
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId

LEVELS = {Level.ERROR: "Lỗi", Level.WARNING: "Cảnh báo", Level.NOTE: "Nhắc"}
"""The levels of findings as the office calls them."""


_MOST_NAMES = 8


def unit_name(form: Form, unit: UnitId) -> str:
    """Return what a unit is called in lists and messages."""
    return form.unit(unit).short_name


def unit_names(form: Form, units: tuple[UnitId, ...]) -> str:
    """Return the names of units joined by commas."""
    return ", ".join(unit_name(form, unit) for unit in units)


def provisional(form: Form, absent: tuple[UnitId, ...]) -> str:
    """Return what is said of figures while returns are not in, such as “Tạm tính, 5/6 đơn vị; …”; empty if all are.

    Where many are not in only the first of them are named."""
    if not absent:
        return ""
    here = f"{len(form.units) - len(absent)}/{len(form.units)}"
    more = f" và {len(absent) - _MOST_NAMES} đơn vị khác" if len(absent) > _MOST_NAMES else ""
    return f"Tạm tính, {here} đơn vị; chưa có báo cáo của {unit_names(form, absent[:_MOST_NAMES])}{more}."


def label(form: Form, code: IndicatorCode) -> str:
    """Return an indicator's name in quotation marks."""
    return f"“{form.indicator(code).label}”"


def place(form: Form, where: Where) -> str:
    """Return the head of a message: unit, sheet, cell and figure, as far as they are known, then a colon.

    Where neither unit nor cell is known the file is named."""
    spot = ", ".join(part for part in (_sheet(where), _cell(where)) if part)
    if where.indicator:
        spot = f"{spot} {label(form, where.indicator)}".strip()
    head = unit_name(form, where.unit) if where.unit else f"Tệp “{where.file}”"
    return f"{head} – {spot}: " if spot else f"{head}: "


def _sheet(where: Where) -> str:
    return f"trang “{where.sheet}”" if where.sheet else ""


def _cell(where: Where) -> str:
    return f"ô {where.cell}" if where.cell else ""
