"""Filling in a workbook that is somebody else's. This module holds the copy in which only the cells written differ."""

from collections.abc import Iterable

from ccbdesk.files.excel.cell_splices import with_cells
from ccbdesk.files.excel.outlining import read_outline
from ccbdesk.files.package.parts import open_package
from ccbdesk.files.package.splicing import with_parts
from ccbdesk.model.office import OfficeEntry


def fill_in(content: bytes, entries: Iterable[OfficeEntry]) -> bytes:
    """Return an .xlsx with these cells written; without entries the very same bytes.

    Every part but those of the sheets written in stays as it is stored. Entries of a sheet that is not there, and of
    cells with formulas, are left out; RefusedError where the package or a sheet is broken."""
    by_sheet: dict[str, list[OfficeEntry]] = {}
    for entry in entries:
        by_sheet.setdefault(entry.sheet, []).append(entry)
    if not by_sheet:
        return content
    package = open_package(content)
    parts = {sheet.part: sheet.name for sheet in read_outline(package).sheets if sheet.name in by_sheet}
    return with_parts(content, {part: with_cells(package.part(part), by_sheet[name]) for part, name in parts.items()})
