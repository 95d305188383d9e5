"""What a cell asks for, in Vietnamese. This module holds the words of a template's checks and prompts.

The sentence of a finding about the same thing ends with the very words that the template's check shows."""

from decimal import Decimal

from ccbdesk.model.form import Kind
from ccbdesk.vietnamese.numbers.writing import plain

_KINDS = {
    Kind.INTEGER: "Số nguyên",
    Kind.DECIMAL: "Số, có thể có phần thập phân",
    Kind.MONEY: "Số tiền",
    Kind.PERCENT: "Tỷ lệ phần trăm",
    Kind.TEXT: "Ghi bằng lời",
    Kind.DAY: "Ghi ngày/tháng/năm",
}
REQUIRED = "Bắt buộc ghi."
"""What is said beside a cell that must be filled in, while it is."""

_AGAIN = "đề nghị kiểm tra và ghi lại"


def required_words(kind: Kind) -> str:
    """Return what is said where something that must be given is blank."""
    match kind:
        case Kind.TEXT:
            return "Nội dung này bắt buộc ghi; không có thì ghi x."
        case Kind.DAY:
            return "Ngày này bắt buộc ghi; không có thì ghi x."
        case _:
            return "Số liệu này bắt buộc ghi: không phát sinh thì ghi số 0; không có nhiệm vụ này thì ghi x."


def whole_words() -> str:
    """Return what is said of a count with decimals."""
    return f"Phải là số nguyên; {_AGAIN}."


def bounds_words(lowest: Decimal | None, highest: Decimal | None) -> str:
    """Return what is said of a figure outside its bounds; empty where there are none."""
    within = range_words(lowest, highest)
    return f"Phải là số {within}; {_AGAIN}." if within else ""


def range_words(lowest: Decimal | None, highest: Decimal | None) -> str:
    """Return what a figure within bounds is, such as “từ 0 đến 100” or “không âm”; empty where there are none."""
    if lowest is not None and highest is not None:
        return f"từ {plain(lowest)} đến {plain(highest)}"
    if lowest is not None:
        return "không âm" if lowest == 0 else f"không nhỏ hơn {plain(lowest)}"
    return f"không lớn hơn {plain(highest)}" if highest is not None else ""


def asked_words(kind: Kind, measure: str, lowest: Decimal | None, highest: Decimal | None) -> str:
    """Return what is to be written into a cell: “Số nguyên (người), không âm.”"""
    named = f"{_KINDS[kind]} ({measure})" if measure else _KINDS[kind]
    return f"{', '.join(part for part in (named, range_words(lowest, highest)) if part)}."
