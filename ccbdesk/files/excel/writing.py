"""Writing workbooks. This module holds how a planned Book becomes an .xlsx: text is no formula, results are cached.

XlsxWriter is used because it writes each formula together with its result, so that a preview on a telephone shows the
figures too; and because the same plan and day give the same bytes."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ccbdesk.files.excel.heights import LINE, heights
from ccbdesk.files.excel.looks import settings_of
from ccbdesk.model.book import (
    Book,
    BookCell,
    BookSheet,
    EmptyCell,
    FormulaCell,
    LinkCell,
    Look,
    NumberCell,
    Placed,
    TextCell,
)

_LONGEST_TEXT = 32_767


def write_book(book: Book, created: date) -> bytes:
    """Return the bytes of the workbook; ``created`` is the only date in it."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    stamp = datetime(created.year, created.month, created.day, tzinfo=UTC).replace(tzinfo=None)
    workbook.set_properties({"title": book.title, "author": "", "created": stamp})
    formats = _Formats(workbook)
    for sheet in book.sheets:
        _write_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
    workbook.close()
    return target.getvalue()


class _Formats:
    """Makes each cell format once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[Look, int, str], Format] = {}

    def of(self, look: Look, decimals: int = 0, prefix: str = "") -> Format:
        key = (look, decimals, prefix)
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(settings_of(look, decimals, prefix)))
        return self._made[key]


def _write_sheet(target: Worksheet, sheet: BookSheet, formats: _Formats) -> None:
    _lay_out(target, sheet)
    for row, height in heights(sheet).items():
        target.set_row(row - 1, height)
    for placed in sheet.cells:
        if placed.across > 1:
            last = placed.column + placed.across - 2
            target.merge_range(placed.row - 1, placed.column - 1, placed.row - 1, last, "", _format(placed, formats))
        _write_cell(target, placed, formats)


def _lay_out(target: Worksheet, sheet: BookSheet) -> None:
    for index, width in enumerate(sheet.widths):
        target.set_column(index, index, width, None, {"hidden": index + 1 in sheet.hidden_columns})
    target.set_default_row(LINE)
    target.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    target.set_margins(left=0.6, right=0.5, top=0.6, bottom=0.6)
    target.set_footer("&C&P/&N")
    if sheet.is_landscape:
        target.set_landscape()
    if sheet.repeated_rows:
        target.repeat_rows(sheet.repeated_rows[0] - 1, sheet.repeated_rows[1] - 1)
    if sheet.filtered:
        top, left, bottom, right = (number - 1 for number in sheet.filtered)
        target.autofilter(top, left, bottom, right)
    if sheet.is_hidden:
        target.hide()
    if sheet.is_protected:
        target.protect("", {"format_columns": True, "format_rows": True})


def _format(placed: Placed, formats: _Formats) -> Format:
    match placed.cell:
        case NumberCell(_, look, decimals, prefix) | FormulaCell(_, _, look, decimals, prefix):
            return formats.of(look, decimals, prefix)
        case TextCell(_, look) | LinkCell(look=look) | EmptyCell(look):
            return formats.of(look)


def _write_cell(target: Worksheet, placed: Placed, formats: _Formats) -> None:
    row, column = placed.row - 1, placed.column - 1
    cell_format = _format(placed, formats)
    failed = _put(target, row, column, placed.cell, cell_format)
    if failed:
        raise ValueError((placed.row, placed.column, failed))


def _put(target: Worksheet, row: int, column: int, cell: BookCell, cell_format: Format) -> int:
    match cell:
        case TextCell(""):
            return int(target.write_blank(row, column, None, cell_format))
        case TextCell(text):
            return int(target.write_string(row, column, text[:_LONGEST_TEXT], cell_format))
        case NumberCell(amount):
            return int(target.write_number(row, column, float(amount), cell_format))
        case FormulaCell(formula, result):
            shown = float(result) if isinstance(result, Decimal) else result
            return int(target.write_formula(row, column, f"={formula}", cell_format, shown))
        case LinkCell(text, sheet, address):
            quoted = sheet.replace("'", "''")
            return int(target.write_url(row, column, f"internal:'{quoted}'!{address}", cell_format, text))
        case EmptyCell():
            return int(target.write_blank(row, column, None, cell_format))
