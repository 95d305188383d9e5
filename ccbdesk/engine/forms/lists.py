"""The sheet Danh sách. This module holds the checks of its rows and the columns they become."""

from collections.abc import Iterator
from dataclasses import replace

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import FITTING, SUMS, indicator_code
from ccbdesk.engine.forms.kinds import find_unfit_measure, suits_kind
from ccbdesk.engine.forms.made import read_column
from ccbdesk.engine.forms.measured import find_measured_mistakes, measuring_column
from ccbdesk.engine.forms.names import TABLES, Names, find_unknown_sheet, sheet_key
from ccbdesk.engine.forms.tables import Row, Table, find_repeated
from ccbdesk.model.form import Kind, ListColumn, SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import SheetCode
from ccbdesk.vietnamese.vocabulary.forms import INDICATOR_CODE, LIST_PAGE, IndicatorColumn, SheetColumn, TableColumn


def find_list_mistakes(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the columns of lists and matrices: their cells, codes given twice, sheets without any.

    That a sheet can have no columns is told once."""
    yield from _find_no_columns(table, names)
    by_sheet: dict[str, list[Row]] = {}
    for row in table.rows:
        yield from row.find_mistakes()
        yield from _find_kind_mistakes(row, names)
        by_sheet.setdefault(sheet_key(row.get(TableColumn.SHEET) or ""), []).append(row)
    for code, rows in by_sheet.items():
        yield from _find_sheet_mistakes(rows, names.sheets.get(code), names)
        yield from find_repeated(rows, TableColumn.CODE, indicator_code)


def _find_no_columns(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield the lists and matrices without columns; nothing where a column does not say whose it is."""
    bare = [sheet for code, sheet in names.sheets.items() if sheet.get(SheetColumn.KIND) in TABLES]
    bare = [sheet for sheet in bare if not names.columns_of(sheet.name(SheetColumn.CODE))]
    if bare and table.heading is None and not table.mistakes:
        yield FormMistake(Wrong.SHEET_MISSING, LIST_PAGE.name)
        return
    is_certain = table.has(TableColumn.SHEET) and not any(_is_adrift(row, names) for row in table.rows)
    for sheet in bare if is_certain else ():
        seen, code = sheet.seen(SheetColumn.KIND), sheet.seen(SheetColumn.CODE)
        yield sheet.mistake(SheetColumn.KIND, Fault(Wrong.NO_COLUMNS, seen, against=code))


def _is_adrift(row: Row, names: Names) -> bool:
    return sheet_key(row.get(TableColumn.SHEET) or "") not in names.sheets


def _find_sheet_mistakes(rows: list[Row], sheet: Row | None, names: Names) -> Iterator[FormMistake]:
    if sheet is None:
        for row in rows:
            seen = row.get(TableColumn.SHEET)
            faults = find_unknown_sheet(seen, names) if seen else ()
            yield from (row.mistake(TableColumn.SHEET, fault) for fault in faults)
        return
    columns = names.columns_of(sheet.name(SheetColumn.CODE))
    yield from (mistake for row in rows for mistake in find_measured_mistakes(row, sheet, columns))
    kind = sheet.get(SheetColumn.KIND)
    if kind and kind not in TABLES:
        tables = (other for other in names.sheets.values() if other.get(SheetColumn.KIND) in TABLES)
        codes = tuple(other.name(SheetColumn.CODE) for other in tables)
        seen, against = rows[0].seen(TableColumn.SHEET), sheet.seen(SheetColumn.KIND)
        yield rows[0].mistake(TableColumn.SHEET, Fault(Wrong.NOT_ALLOWED_HERE, seen, "", codes, against=against))
    if kind is SheetKind.MATRIX:
        yield from _find_other_measures(rows, names)
    if kind is SheetKind.LIST:
        yield from (mistake for row in rows for mistake in _find_reserved(row))


def _find_other_measures(rows: list[Row], names: Names) -> Iterator[FormMistake]:
    """Yield the first column of a matrix that is added to columns in another unit of measure."""
    added = [(row, measure) for row in rows if row.get(TableColumn.ADDED) and (measure := _measure(row, names))]
    for row, here in added:
        first, there = added[0]
        if key(here) != key(there):
            fault = Fault(Wrong.OTHER_MEASURE, first.seen(TableColumn.CODE), expected=(here,), against=there)
            yield row.mistake(TableColumn.MEASURE, fault)
            return


def _measure(column: Row, names: Names) -> str:
    """Return the unit of measure of a column, or of the first row where it has none."""
    lines = (line.row for line in names.lines.values() if _is_of(line.row, column))
    measures = (line.get(IndicatorColumn.MEASURE) or "" for line in lines)
    return column.get(TableColumn.MEASURE) or next(measures, "")


def _find_reserved(row: Row) -> Iterator[FormMistake]:
    """Yield a column whose code means something else between braces."""
    code = row.get(TableColumn.CODE)
    if code and indicator_code(code) in INDICATOR_CODE.reserved:
        yield row.mistake(TableColumn.CODE, Fault(Wrong.NAME_RESERVED, code))


def _find_kind_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    """Yield what the kind of a column does not allow; nothing where the kind is not known."""
    kind = row.get(TableColumn.KIND)
    if kind is None:
        return
    word = row.seen(TableColumn.KIND)
    if row.get(TableColumn.ADDED) and not set(SUMS) & set(FITTING[kind]):
        yield row.mistake(TableColumn.ADDED, Fault(Wrong.NOT_ALLOWED_HERE, row.seen(TableColumn.ADDED), against=word))
    if row.get(TableColumn.MEASURE) or not _is_measured_by_rows(row, kind, names):
        for fault in find_unfit_measure(row, TableColumn.MEASURE, kind, word):
            yield row.mistake(TableColumn.MEASURE, fault)


def _is_measured_by_rows(row: Row, kind: Kind, names: Names) -> bool:
    """Tell whether a column without a unit of measure has a fitting one in every row of its matrix."""
    lines = [line for line in names.lines.values() if _is_of(line.row, row)]
    return bool(lines) and all(suits_kind(line.row.get(IndicatorColumn.MEASURE) or "", kind) for line in lines)


def _is_of(line: Row, column: Row) -> bool:
    return sheet_key(line.get(IndicatorColumn.SHEET) or "") == sheet_key(column.get(TableColumn.SHEET) or "")


def read_columns(table: Table, names: Names) -> tuple[ListColumn, ...]:
    """Return the columns of lists and matrices, of a form without mistakes."""
    named = ((row, names.sheets[sheet_key(row.need(TableColumn.SHEET))]) for row in table.rows)
    return tuple(_column(row, SheetCode(sheet.need(SheetColumn.CODE)), names) for row, sheet in named)


def _column(row: Row, sheet: SheetCode, names: Names) -> ListColumn:
    measured_by = measuring_column(row, names.columns_of(sheet))
    column = read_column(row, sheet)
    return replace(column, measure="", measured_by=measured_by) if measured_by else column
