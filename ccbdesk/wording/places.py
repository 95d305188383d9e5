"""Where something stands, in Vietnamese. This module holds the names of units and figures and the head of a message."""

from collections.abc import Iterable

from ccbdesk.model.consolidation import Omission
from ccbdesk.model.finding import Where
from ccbdesk.model.form import Form, Level
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId

LEVELS = {Level.ERROR: "Lỗi", Level.WARNING: "Cảnh báo", Level.NOTE: "Nhắc"}
"""The levels of findings as the office calls them."""


_MOST_NAMES = 8
_CORRECTED = "số đã sửa"
_BY_HAND = "số nhập tay"


def unit_name(form: Form, unit: UnitId) -> str:
    """Return what a unit is called in lists and messages."""
    return form.unit(unit).short_name


def unit_names(form: Form, units: tuple[UnitId, ...]) -> str:
    """Return the names of units joined by commas."""
    return ", ".join(unit_name(form, unit) for unit in units)


def provisional(form: Form, absent: tuple[UnitId, ...], left_out: tuple[Omission, ...] = ()) -> str:
    """Return what is said of figures while returns are not in, such as “Tạm tính, 5/6 đơn vị; …”; empty if all are.

    Where many are not in only the first of them are named. Of those that were left out each is named with the reason.
    """
    without = f"Không tính {omitted(form, left_out)}." if left_out else ""
    if not absent:
        return without
    here = f"{len(form.units) - len(absent) - len(left_out)}/{len(form.units)}"
    more = f" và {len(absent) - _MOST_NAMES} đơn vị khác" if len(absent) > _MOST_NAMES else ""
    awaited = f"Tạm tính, {here} đơn vị; chưa có báo cáo của {unit_names(form, absent[:_MOST_NAMES])}{more}."
    return f"{awaited} {without}".strip()


def omitted(form: Form, left_out: Iterable[Omission]) -> str:
    """Return the units that were left out, each with the reason."""
    return "; ".join(f"{unit_name(form, each.unit)} – {each.reason.strip().rstrip('.')}" for each in left_out)


def label(form: Form, code: IndicatorCode) -> str:
    """Return an indicator's name in quotation marks."""
    return f"“{form.indicator(code).label}”"


def place(form: Form, where: Where) -> str:
    """Return the head of a message: unit, sheet, cell and figure, as far as they are known, then a colon.

    Where neither unit nor cell is known the file is named."""
    spot = ", ".join(part for part in (_sheet(where), _cell(where)) if part)
    if where.indicator:
        spot = f"{spot} {label(form, where.indicator)}".strip()
    if where.is_corrected:
        spot = f"{spot} ({_CORRECTED if where.cell else _BY_HAND})".strip()
    head = unit_name(form, where.unit) if where.unit else f"Tệp “{where.file}”"
    return f"{head} – {spot}: " if spot else f"{head}: "


def _sheet(where: Where) -> str:
    return f"trang “{where.sheet}”" if where.sheet else ""


def _cell(where: Where) -> str:
    return f"ô {where.cell}" if where.cell else ""
