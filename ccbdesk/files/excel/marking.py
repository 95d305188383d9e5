"""Marking cells in a copy of a workbook. This module holds the copy in which cells are coloured and carry a comment.

Only the parts that must change are written again: the sheets marked in, the table of styles, comments and what names
them. Figures, formulas with their results, pictures and whatever else the file holds stay as they are stored."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import XMLSyntaxError

from ccbdesk.files.excel.comments import with_comments
from ccbdesk.files.excel.marked_cells import Landing, with_fills, with_landing, with_styles
from ccbdesk.files.excel.outlining import links_of, main_part, read_outline
from ccbdesk.files.package.parts import Package, open_package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.files.package.splicing import with_parts
from ccbdesk.model.marking import MarkedCell
from ccbdesk.model.receipt import Refusal, Refused


def mark_cells(content: bytes, cells: Iterable[MarkedCell]) -> bytes | Refused:
    """Return a copy of an .xlsx in which these cells are coloured and commented on, and Excel lands on the first.

    Cells of sheets that are not there are left out. Refused where the file is no such package, as an .xls is none;
    call it with bytes that the Reader has read, whose limits and checks then hold for them."""
    by_sheet: dict[str, list[MarkedCell]] = {}
    for cell in cells:
        by_sheet.setdefault(cell.sheet, []).append(cell)
    try:
        return with_parts(content, _changed_parts(open_package(content), by_sheet))
    except RefusedError as error:
        return error.refused
    except (XMLSyntaxError, ValueError, KeyError):
        return Refused(Refusal.DAMAGED)


def _changed_parts(package: Package, by_sheet: Mapping[str, Sequence[MarkedCell]]) -> dict[str, bytes]:
    main, outline = main_part(package), read_outline(package)
    sheets = [(sheet, by_sheet[sheet.name]) for sheet in outline.sheets if sheet.name in by_sheet]
    parts: dict[str, bytes] = {}
    styles = next((link.target for link in links_of(package, main).values() if link.kind == "styles"), "")
    numbers: Mapping[tuple[int, bool], int] = {}
    if styles:
        wanted = {cell.is_error for _, cells in sheets for cell in cells}
        parts[styles], numbers = with_styles(package.part(styles), wanted)
    for number, (sheet, cells) in enumerate(sheets, start=1):
        parts[sheet.part] = with_fills(package.part(sheet.part), cells, numbers)
        parts |= with_comments(package, parts, sheet.part, cells, number)
    shown = next(((sheet, cells) for sheet, cells in sheets if not sheet.is_hidden), None)
    if shown:
        landing = Landing(shown[0].name, [sheet.part for sheet in outline.sheets], shown[0].part, shown[1][0])
        parts |= with_landing(package, parts, main, landing)
    return {_stored_name(name): part for name, part in parts.items()}


def _stored_name(part: str) -> str:
    return posixpath.normpath(part).lstrip("/")
