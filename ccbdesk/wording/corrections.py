"""Figures put right, in Vietnamese. This module holds received – corrected – difference, and on whose word."""

from collections.abc import Iterable
from decimal import Decimal

from ccbdesk.model.form import Indicator, ListColumn
from ccbdesk.model.origin import Reading
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListRow
from ccbdesk.model.value import Number, Value
from ccbdesk.vietnamese.numbers.writing import plain, unrounded
from ccbdesk.wording.figures import written_value

NOTHING_RECEIVED = "không có số"
NO_FILE = "Không có tệp, số liệu nhập tay"


def difference(reading: Reading) -> Decimal | None:
    """Return by how much a figure was put up or down; None where there are not two figures to compare."""
    received = reading.as_received if reading.correction else None
    if received is None or not isinstance(received.value, Number) or not isinstance(reading.value, Number):
        return None
    return reading.value.amount - received.value.amount


def written_difference(reading: Reading) -> str:
    """Return the difference with its sign, such as “+1”; empty where there is none to tell."""
    amount = difference(reading)
    if amount is None:
        return ""
    return f"+{plain(amount)}" if amount > 0 else plain(amount)


def source_of(reading: Reading, receipt: Receipt | None = None) -> str:
    """Return on whose word a figure stands: “sửa theo …”, “nhập tay từ …”; empty where the unit's own file says it."""
    correction = reading.correction
    if correction is None:
        return by_hand(receipt)
    return f"{'sửa theo' if reading.as_received else 'nhập tay từ'} {correction.source}"


def taken_out_on(row: ListRow) -> str:
    """Return on whose word a row of a list does not count."""
    return f"bỏ theo {row.by_hand.source}" if row.by_hand else ""


def row_words(row: ListRow, columns: Iterable[ListColumn]) -> str:
    """Return what of a row was put right and on whose word, or that it was entered by hand; empty where nothing was."""
    if row.by_hand:
        return f"Dòng nhập tay từ {row.by_hand.source}."
    asked = {column.code: column.asked for column in columns}
    said = (
        f"{asked[cell.column].label}: {correction_words(cell.reading, asked[cell.column])}"
        for cell in row.cells
        if cell.reading.correction
    )
    return " ".join(said)


def by_hand(receipt: Receipt | None) -> str:
    """Return from what an office typed a whole return in; empty where the unit made the file itself."""
    return f"nhập tay từ {receipt.by_hand}" if receipt and receipt.by_hand else ""


def correction_words(reading: Reading, indicator: Indicator) -> str:
    """Return what was received and what it was put right to, in one sentence; empty where nothing was."""
    if reading.correction is None:
        return ""
    used, source = _used(reading.value, indicator), source_of(reading)
    if reading.as_received is None:
        return f"{used}, {source}."
    change = written_difference(reading)
    apart = f" (chênh lệch {change})" if change else ""
    return f"Đơn vị ghi “{reading.received_as}”, dùng {used}{apart}, {source}."


def _used(value: Value, indicator: Indicator) -> str:
    """A figure stands letter by letter: its measure stands beside it, and nothing of it is rounded."""
    return unrounded(value) if isinstance(value, Number) else written_value(value, indicator)


def file_words(receipt: Receipt) -> str:
    """Return which file a return is, for the head of a sheet."""
    if not receipt.is_file:
        return NO_FILE
    typed = by_hand(receipt)
    return f"Tệp: {receipt.name} ({typed})" if typed else f"Tệp: {receipt.name}"
