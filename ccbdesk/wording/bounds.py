"""Bounds in Vietnamese. This module holds how a permitted range is said."""

from decimal import Decimal

from ccbdesk.vietnamese.numbers.writing import plain


def outside_of(lowest: Decimal | None, highest: Decimal | None) -> str:
    """Return what a figure is that lies outside a range, such as “ngoài khoảng từ 0 đến 100”."""
    if lowest is not None and highest is not None:
        return f"ngoài khoảng từ {plain(lowest)} đến {plain(highest)}"
    if lowest is not None:
        return "không thể là số âm" if lowest == 0 else f"nhỏ hơn {plain(lowest)}"
    return f"lớn hơn {plain(highest)}" if highest is not None else "ngoài khoảng cho phép"
