"""Other readers' word for what a workbook holds. This module holds two libraries as witnesses, and how they are heard.

The scan of the sheets' XML is believed only where a reader that shares no line of code with it says the same of every
cell: no reader alone is free of silent mistakes. python-calamine is asked first; openpyxl, twenty times slower, only
if calamine cannot read the file or contradicts. A witness may fail in any way, down to a panic of its machine code."""

import io
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

from ccbdesk.files.excel.scanning import Found, Scan
from ccbdesk.files.excel.text import clean, unescaped
from ccbdesk.files.excel.values import Raw
from ccbdesk.model.grid import ErrorShown, Missing, column_letters

Word = Mapping[tuple[int, int], object]
"""What a witness says of one sheet: values by row and column, both from 1; blank cells may be left out."""

Witness = Callable[[bytes, Mapping[str, Scan]], Iterator[tuple[str, Word]]]

_WIDEST = 4_000_000
"""Calamine makes room for every cell between the first and the last; beyond so many it is not asked."""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - workbooks know no time zones
_DAYS_TO_1904 = 1462
_FIRST_SURE_DAY = 61
_LAST_SURE_DAY = 2_958_465
_TWO_SECONDS = 2 / 86_400


def ask_calamine(content: bytes, scans: Mapping[str, Scan]) -> Iterator[tuple[str, Word]]:
    """Yield what python-calamine reads of each sheet; raises whatever it raises."""
    if any(_width(scan) > _WIDEST for scan in scans.values()):
        return
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for number, name in enumerate(workbook.sheet_names):
        if name in scans:
            sheet = workbook.get_sheet_by_index(number)
            top, left = sheet.start or (0, 0)
            yield (
                name,
                {
                    (row, column): value
                    for row, values in enumerate(sheet.to_python(), top + 1)
                    for column, value in enumerate(values, left + 1)
                    if value != ""
                },
            )


def ask_openpyxl(content: bytes, scans: Mapping[str, Scan]) -> Iterator[tuple[str, Word]]:
    """Yield what openpyxl reads of each sheet; raises whatever it raises.

    It reads row by row: otherwise one merged column would stop it for minutes."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second, and nearly always not needed

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        if sheet.title in scans:
            sheet.reset_dimensions()
            yield (
                sheet.title,
                {
                    (cell.row, cell.column): unescaped(cell.value) if isinstance(cell.value, str) else cell.value
                    for row in sheet.iter_rows()
                    for cell in row
                    if cell.value is not None
                },
            )


def first_dispute(scans: Mapping[str, Scan], words: Iterator[tuple[str, Word]]) -> str | None:
    """Return the first sheet or cell of which a witness says something else than the scan, None if there is none."""
    unheard = set(scans)
    for name, word in words:
        place = _dispute(scans[name], word)
        if place is not None:
            return f"{name}!{place}"
        unheard.discard(name)
    return min(unheard, default=None)


def _dispute(scan: Scan, word: Word) -> str | None:
    confirmed = 0
    for cell in scan.found:
        other = word.get((cell.row, cell.column))
        if not _agrees(cell.raw, other):
            return f"{column_letters(cell.column)}{cell.row}"
        confirmed += other is not None
    return None if confirmed == len(word) else _unfounded(scan.found, word)


def _unfounded(found: tuple[Found, ...], word: Word) -> str | None:
    """Return a cell that only the witness has; blank text is nothing to argue about."""
    known = {(cell.row, cell.column) for cell in found}
    for (row, column), value in word.items():
        if (row, column) not in known and not (isinstance(value, str) and not clean(value).strip()):
            return f"{column_letters(column)}{row}"
    return None


def _agrees(own: Raw, other: object) -> bool:
    match own:
        case ErrorShown() | Missing():
            return True  # calamine shows such cells as blank
        case bool():
            return own is other
        case str():
            # Calamine trims text, piece by piece, openpyxl does not: white space is not what witnesses are asked about.
            return _bare(own) == _bare(clean(other if isinstance(other, str) else ""))
        case Decimal():
            return _agrees_on_number(float(own), other)
        case date():
            return other is not None


def _bare(text: str) -> str:
    return "".join(text.split())


def _agrees_on_number(own: float, other: object) -> bool:
    if isinstance(other, int | float) and not isinstance(other, bool):
        return math.isclose(own, other, rel_tol=1e-14)
    if not _FIRST_SURE_DAY <= own <= _LAST_SURE_DAY:
        # Around the ends of the calendar, and for mere times, every reader has its own way of showing them.
        return isinstance(other, date | time | timedelta | str)
    serials = _serials(other)
    return any(math.isclose(own, serial, abs_tol=_TWO_SECONDS) for serial in serials)


def _serials(other: object) -> tuple[float, ...]:
    """Return the numbers that Excel may keep for a day or a span of time, in its two calendars."""
    match other:
        case datetime():
            days = (other.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)
            return days, days - _DAYS_TO_1904
        case date():
            return _serials(datetime(other.year, other.month, other.day))  # noqa: DTZ001 - as above
        case timedelta():
            return (other / timedelta(days=1),)
        case _:
            return ()


def _width(scan: Scan) -> int:
    if scan.extent is None:
        return 0
    top, left, bottom, right = scan.extent
    return (bottom - top + 1) * (right - left + 1)
