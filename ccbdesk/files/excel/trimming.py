"""Taking rows out of a workbook that somebody made. This module holds how the rest keeps its looks.

Formulas are replaced by their results, for they would point to rows that have moved."""

import io
import re
import zipfile
from collections.abc import Collection, Mapping
from datetime import date

from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(?<=>)[^<]*(?=</dcterms:modified>)")
_UNOPENED = (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError)


def trim_workbook(
    content: bytes, rows: Mapping[str, Collection[int]], texts: Mapping[tuple[str, str], str], created: date
) -> bytes:
    """Return an .xlsx without these rows of its sheets and with other texts in these cells, by sheet and address.

    Rows and cells are named as they stand before; an empty text empties its cell. Widths, heights, styles, choices and
    filters stay. The same bytes for the same input and date. ValueError where the content is no .xlsx."""
    try:
        workbook = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    except _UNOPENED as error:
        msg = "no .xlsx"
        raise ValueError(msg) from error
    for (name, address), text in texts.items():
        workbook[name][address].value = text or None
    for name, numbers in rows.items():
        _take_out(workbook[name], frozenset(numbers))
    made = io.BytesIO()
    workbook.save(made)
    return _undated(made.getvalue(), created)


def _take_out(sheet: Worksheet, gone: frozenset[int]) -> None:
    merged = [CellRange(found.coord) for found in sheet.merged_cells.ranges]
    for found in merged:
        sheet.unmerge_cells(found.coord)
    places = {row: row - sum(other < row for other in gone) for row in sheet.row_dimensions if row not in gone}
    heights = {place: sheet.row_dimensions[row].height for row, place in places.items()}
    for row in sorted(gone, reverse=True):
        sheet.delete_rows(row)
    sheet.row_dimensions.clear()
    for place, height in heights.items():
        sheet.row_dimensions[place].height = height
    for found in merged:
        if not gone & set(range(found.min_row, found.max_row + 1)):
            found.shift(row_shift=-sum(other < found.min_row for other in gone))
            sheet.merge_cells(found.coord)
    if sheet.auto_filter.ref:
        filtered = CellRange(sheet.auto_filter.ref)
        filtered.max_row -= sum(filtered.min_row < row <= filtered.max_row for row in gone)
        sheet.auto_filter.ref = filtered.coord


def _undated(content: bytes, created: date) -> bytes:
    """Return the package with one date in it, and none of the machine's."""
    made = io.BytesIO()
    stamp = f"{created.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as undated:
        for name in package.namelist():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.create_system = 0  # else it would be that of the machine at hand
            member.compress_type = zipfile.ZIP_DEFLATED
            part = package.read(name)
            undated.writestr(member, _MODIFIED.sub(stamp, part) if name == _CORE else part)
    return made.getvalue()
