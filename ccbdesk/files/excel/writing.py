"""Writing workbooks. This module holds how a planned Book becomes an .xlsx: text is no formula, results are cached.

XlsxWriter is used because it writes each formula together with its result, so that a preview on a telephone shows the
figures too; and because the same plan and day give the same bytes."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ccbdesk.files.excel.charts import insert_chart
from ccbdesk.files.excel.choices import offer_choices, show_prompt
from ccbdesk.files.excel.heights import LINE, has_words, heights, is_wrapped
from ccbdesk.files.excel.lean import LeanSheet
from ccbdesk.files.excel.looks import FONT, settings_of
from ccbdesk.files.excel.pages import BOTTOM, LEFT, RIGHT, page_ends, top_of
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

_FIGURES = (NumberCell, FormulaCell)
_OPTIONS: dict[str, object] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    # Widths are counted in digits of this font. With Excel's own, Calibri, a computer without it makes columns wider.
    "default_format_properties": {"font_name": FONT, "font_size": 11},
}
_LONGEST_TEXT = 32_767
_LONGEST_NOTICE = 200  # Excel allows a header of 255 characters, its settings included


def write_book(book: Book, created: date) -> bytes:
    """Return the bytes of the workbook; ``created`` is the only date in it."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, _OPTIONS)
    stamp = datetime(created.year, created.month, created.day, tzinfo=UTC).replace(tzinfo=None)
    workbook.set_properties({"title": book.title, "author": "", "created": stamp})
    formats = _Formats(workbook)
    for sheet in book.sheets:
        _write_sheet(workbook.add_worksheet(sheet.name, LeanSheet), sheet, formats)
    for sheet in book.sheets:
        for chart in sheet.charts:
            insert_chart(workbook, workbook.get_worksheet_by_name(sheet.name), chart)
    workbook.close()
    return target.getvalue()


class _Formats:
    """Makes the format of each kind of cell once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[object, ...], Format] = {}
        self._of_words: dict[Look, Format] = {}

    def of(self, placed: Placed) -> Format:
        cell = placed.cell
        if placed.across == 1 and isinstance(cell, TextCell):  # most of all cells
            if cell.look not in self._of_words:
                self._of_words[cell.look] = self._kind_of(placed)
            return self._of_words[cell.look]
        return self._kind_of(placed)

    def _kind_of(self, placed: Placed) -> Format:
        cell = placed.cell
        kind: tuple[object, ...] = (cell.look, placed.across > 1, type(cell))
        if isinstance(cell, _FIGURES):
            kind = (*kind, cell.decimals, cell.prefix, has_words(cell))
        if kind not in self._made:
            self._made[kind] = self._workbook.add_format({**_settings(cell), "text_wrap": is_wrapped(placed)})
        return self._made[kind]


def _settings(cell: BookCell) -> Mapping[str, object]:
    match cell:
        case NumberCell(_, look, decimals, prefix) | FormulaCell(_, _, look, decimals, prefix):
            return settings_of(look, decimals, prefix)
        case TextCell(_, look) | LinkCell(look=look) | EmptyCell(look):
            return settings_of(look, 0, "")


def _write_sheet(target: Worksheet, sheet: BookSheet, formats: _Formats) -> None:
    _lay_out(target, sheet)
    needed = heights(sheet)
    _set_rows(target, sheet, needed)
    target.set_h_pagebreaks(list(page_ends(sheet, needed)))
    for placed in sheet.cells:
        row, column, cell_format = placed.row - 1, placed.column - 1, formats.of(placed)
        if placed.across > 1:
            target.merge_range(row, column, row, column + placed.across - 1, "", cell_format)
        failed = _put(target, row, column, placed.cell, cell_format)
        if failed:
            raise ValueError((sheet.name, placed.row, placed.column, failed))
    for choices in sheet.drop_downs:
        offer_choices(target, choices)
    for prompt in sheet.prompts:
        show_prompt(target, prompt)


def _set_rows(target: Worksheet, sheet: BookSheet, needed: Mapping[int, float]) -> None:
    """Set heights, and which rows are hidden or fold away beneath the one before them."""
    for row in sorted({*needed, *sheet.outlined_rows, *sheet.hidden_rows}):
        settings = {"level": 1 if row in sheet.outlined_rows else 0, "hidden": row in sheet.hidden_rows}
        target.set_row(row - 1, needed.get(row, LINE), None, settings)
    if sheet.outlined_rows:
        target.outline_settings(visible=True, symbols_below=False)


def _lay_out(target: Worksheet, sheet: BookSheet) -> None:
    for index, width in enumerate(sheet.widths):
        target.set_column(index, index, width, None, {"hidden": index + 1 in sheet.hidden_columns})
    target.set_default_row(LINE)
    target.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
    if sheet.filtered:
        top, left, bottom, right = (number - 1 for number in sheet.filtered)
        target.autofilter(top, left, bottom, right)
    if sheet.is_hidden:
        target.hide()
    if sheet.is_protected:
        target.protect("", {"format_columns": True, "format_rows": True})
    _set_pages(target, sheet)


def _set_pages(target: Worksheet, sheet: BookSheet) -> None:
    target.set_paper(9)  # A4
    target.set_margins(left=LEFT, right=RIGHT, top=top_of(sheet), bottom=BOTTOM)
    target.set_footer('&C&"Times New Roman,Regular"&10&P/&N')
    if sheet.notice:
        target.set_header(f'&R&"Times New Roman,Italic"&10 {_header_words(sheet.notice)}')
    if sheet.is_landscape:
        target.set_landscape()
    if sheet.repeated_rows:
        target.repeat_rows(sheet.repeated_rows[0] - 1, sheet.repeated_rows[1] - 1)
    target.fit_to_pages(1, 0)
    if sheet.printed_columns:
        target.print_area(0, 0, max(placed.row for placed in sheet.cells) - 1, sheet.printed_columns - 1)


def _header_words(notice: str) -> str:
    """Return words as a page header holds them: within its limit, an ampersand doubled."""
    words = notice if len(notice) <= _LONGEST_NOTICE else f"{notice[: _LONGEST_NOTICE - 1].rstrip()}…"
    return words.replace("&", "&&")


def _put(target: Worksheet, row: int, column: int, cell: BookCell, cell_format: Format) -> Any:
    """Write one cell; the answer is XlsxWriter's, 0 where nothing failed."""
    match cell:
        case TextCell(text):
            if not text:
                return target.write_blank(row, column, None, cell_format)
            return target.write_string(row, column, text[:_LONGEST_TEXT], cell_format)
        case NumberCell(amount):
            return target.write_number(row, column, float(amount), cell_format)
        case FormulaCell(formula, result):
            shown = float(result) if isinstance(result, Decimal) else result
            return target.write_formula(row, column, f"={formula}", cell_format, shown)
        case LinkCell(text, sheet, address):
            quoted = sheet.replace("'", "''")
            return target.write_url(row, column, f"internal:'{quoted}'!{address}", cell_format, text)
        case EmptyCell():
            return target.write_blank(row, column, None, cell_format)
