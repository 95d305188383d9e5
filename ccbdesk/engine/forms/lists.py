"""The sheet Danh sách. This module holds the checks of its rows; list tables themselves are not built yet."""

from collections.abc import Iterator

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.names import Names, find_unknown_sheet, indicator_code, sheet_key
from ccbdesk.engine.forms.tables import Row, Table, find_repeated
from ccbdesk.model.form import SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import ListColumn, SheetColumn

_TABLES = (SheetKind.LIST, SheetKind.MATRIX)


def find_list_mistakes(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the columns of lists: their cells, codes given twice in a list, and no list to be in.

    That lists are not built yet is said once, where the sheet Biểu asks for one."""
    for row in table.rows:
        yield from row.find_mistakes()
        yield from (row.mistake(ListColumn.SHEET, fault) for fault in _find_sheet_faults(row, names))
    by_sheet: dict[str, list[Row]] = {}
    for row in table.rows:
        by_sheet.setdefault(sheet_key(row.get(ListColumn.SHEET) or ""), []).append(row)
    for rows in by_sheet.values():
        yield from find_repeated(rows, ListColumn.CODE, indicator_code)


def _find_sheet_faults(row: Row, names: Names) -> Iterator[Fault]:
    seen = row.get(ListColumn.SHEET)
    if seen is None:
        return
    sheet = names.sheets.get(sheet_key(seen))
    if sheet is None:
        yield from find_unknown_sheet(seen, names)
        return
    kind = sheet.get(SheetColumn.KIND)
    if kind and kind not in _TABLES:
        lists = (other for other in names.sheets.values() if other.get(SheetColumn.KIND) in _TABLES)
        codes = tuple(other.name(SheetColumn.CODE) for other in lists)
        yield Fault(Wrong.NOT_ALLOWED_HERE, seen, expected=codes, against=sheet.seen(SheetColumn.KIND))
