"""The sheets of lists. This module holds a table for each: every row that a unit wrote, with the unit, and its sums."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.engine.booking.pages import list_sheet_names
from ccbdesk.engine.booking.showing import places_of
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.book import BookCell, BookSheet, FormulaCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import RowReference
from ccbdesk.model.form import Kind, ListColumn
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import SheetCode
from ccbdesk.model.submission import ListCell, ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Day, Number, Ratio, Text
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.corrections import row_words, taken_out_on
from ccbdesk.wording.figures import qualifier
from ccbdesk.wording.places import unit_name

_FIRST_COLUMN = 3
_NUMBER_WIDTH = 6.0
_UNIT_WIDTH = 18.0
_TABLE_WIDTH = 112.0  # the columns of the list itself, on a landscape page
_WIDEST = 60.0
_NARROWEST = 20.0
_FIGURE_WIDTH = 15.0
_REMARK_WIDTH = 44.0

_Rows = tuple[tuple[UnitId, ListRow], ...]


def list_sheets(merged: Consolidation) -> tuple[BookSheet, ...]:
    """Plan the sheets of all lists, in the form's order."""
    return tuple(_list_sheet(merged, code, name) for code, name in list_sheet_names(merged.form).items())


def _list_sheet(merged: Consolidation, code: SheetCode, name: str) -> BookSheet:
    columns, rows = merged.form.columns_of(code), merged.rows_of(code)
    sheet, remarks = merged.form.sheet(code), tuple(_find_remarks(columns, rows))
    across = _FIRST_COLUMN - 1 + len(columns)
    cells = (
        *find_heads(merged, sheet.title or sheet.name, across),
        *_find_headings(columns),
        *_find_rows(merged, columns, rows),
        *(_find_sums(columns, rows) if rows else _find_emptiness(across)),
        *_find_taken_out(merged, code, across),
        *(_remark_cells(across + 1, remarks) if remarks else ()),
    )
    return BookSheet(
        name,
        cells,
        (_NUMBER_WIDTH, _UNIT_WIDTH, *_widths(columns), *((_REMARK_WIDTH,) if remarks else ())),
        frozen_rows=TABLE_ROW,
        repeated_rows=(TABLE_ROW, TABLE_ROW),
        is_landscape=True,
        notice=notice_of(merged),
    )


def _widths(columns: tuple[ListColumn, ...]) -> tuple[float, ...]:
    """Return widths that fill a page: columns of words share what those of figures leave."""
    words = sum(column.kind is Kind.TEXT for column in columns)
    left = _TABLE_WIDTH - (len(columns) - words) * _FIGURE_WIDTH
    wide = min(_WIDEST, max(_NARROWEST, left / max(words, 1)))
    return tuple(wide if column.kind is Kind.TEXT else _FIGURE_WIDTH for column in columns)


def _find_headings(columns: tuple[ListColumn, ...]) -> Iterator[Placed]:
    labels = (f"{column.label} ({column.measure})" if column.measure else column.label for column in columns)
    for number, words in enumerate((books.NUMBER, books.UNIT, *labels), start=1):
        yield Placed(TABLE_ROW, number, TextCell(words, Look.HEADING))


def _find_rows(merged: Consolidation, columns: tuple[ListColumn, ...], rows: _Rows) -> Iterator[Placed]:
    for number, (unit, row) in enumerate(rows, start=1):
        yield Placed(TABLE_ROW + number, 1, TextCell(str(number), Look.CENTRED))
        yield Placed(TABLE_ROW + number, 2, TextCell(unit_name(merged.form, unit)))
        for index, column in enumerate(columns, start=_FIRST_COLUMN):
            cell = row.cell(column.code)
            yield Placed(TABLE_ROW + number, index, _shown(cell) if cell else TextCell(""))


def _shown(cell: ListCell) -> BookCell:
    match cell.value:
        case Number(amount, exactness):
            return NumberCell(amount, Look.FIGURE, places_of(cell.value), qualifier(exactness))
        case Day(day):
            return TextCell(day_in_figures(day), Look.CENTRED)
        case Text(words):
            return TextCell(words)
        case _:
            return TextCell(cell.as_typed, Look.GAP)


def _find_emptiness(across: int) -> Iterator[Placed]:
    yield Placed(TABLE_ROW + 1, 1, TextCell("Không có."), across=across)


def _find_sums(columns: tuple[ListColumn, ...], rows: _Rows) -> Iterator[Placed]:
    added = [(index, column) for index, column in enumerate(columns, start=_FIRST_COLUMN) if column.is_added]
    if not added:
        return
    last = TABLE_ROW + len(rows)
    yield Placed(last + 1, 1, TextCell("", Look.TOTAL))
    yield Placed(last + 1, 2, TextCell(books.CLUSTER, Look.SECTION))
    for index, column in enumerate(columns, start=_FIRST_COLUMN):
        look = Look.TOTAL if (index, column) in added else Look.SECTION
        yield Placed(last + 1, index, TextCell("", look) if look is Look.SECTION else _sum(index, column, rows))


def _sum(index: int, column: ListColumn, rows: _Rows) -> BookCell:
    letters = column_letters(index)
    values = [cell.value for _, row in rows if (cell := row.cell(column.code))]
    amounts = [value.amount for value in values if isinstance(value, Number | Ratio)]
    formula = f"SUM({letters}{TABLE_ROW + 1}:{letters}{TABLE_ROW + len(rows)})"
    return FormulaCell(formula, sum(amounts, Decimal(0)), Look.TOTAL, max(map(places_of, values), default=0))


def _find_remarks(columns: tuple[ListColumn, ...], rows: _Rows) -> Iterator[tuple[int, str]]:
    """Yield what was put right in which row, counted from the first, or that it was entered by hand."""
    for number, (_, row) in enumerate(rows, start=1):
        words = row_words(row, columns)
        if words:
            yield number, words


def _remark_cells(column: int, remarks: Iterable[tuple[int, str]]) -> Iterator[Placed]:
    yield Placed(TABLE_ROW, column, TextCell(books.CORRECTED_ROWS, Look.HEADING))
    yield from (Placed(TABLE_ROW + number, column, TextCell(words)) for number, words in remarks)


def _find_taken_out(merged: Consolidation, code: SheetCode, across: int) -> Iterator[Placed]:
    """Yield a line for every row that does not count, below those that do and their sums."""
    below = TABLE_ROW + len(merged.rows_of(code)) + 3
    for number, (unit, row) in enumerate(merged.rows_taken_out(code)):
        said = "; ".join(cell.as_typed for cell in row.cells)
        words = f"Không tính: {unit_name(merged.form, unit)} – {said} ({taken_out_on(row)})."
        yield Placed(below + number, 1, TextCell(words), across=across)


def list_places(merged: Consolidation) -> Mapping[str, str]:
    """Return for what every row says in every column, by its canonical reference, where it stands in this workbook."""
    found: dict[str, str] = {}
    for code, name in list_sheet_names(merged.form).items():
        columns = [column.code for column in merged.form.columns_of(code)]
        for number, (unit, row) in enumerate(merged.rows_of(code), start=1):
            for cell in row.cells:
                letters = column_letters(_FIRST_COLUMN + columns.index(cell.column))
                found[canonical(RowReference(code, row.key, cell.column, unit))] = (
                    f"{name}!{letters}{TABLE_ROW + number}"
                )
    return found


def written_entry(cell: ListCell) -> str:
    """Return what a cell of a list was read as, in words."""
    match cell.value:
        case Text(words):
            return words
        case Day(day):
            return day_in_figures(day)
        case _:
            return cell.as_typed
