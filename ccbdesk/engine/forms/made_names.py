"""Codes that nobody wrote. This module holds the checks of those that follow from the columns of lists and matrices."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.forms.cells import find_code_faults
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Line, indicator_code
from ccbdesk.engine.forms.made import find_figures, find_list_figures, may_be_added
from ccbdesk.engine.forms.names import Names
from ccbdesk.engine.forms.pages import Tables
from ccbdesk.engine.forms.tables import Row, Table, find_repeated, without
from ccbdesk.model.form import SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.vocabulary.forms import (
    INDICATOR_CODE,
    ROW_CODE,
    Column,
    IndicatorColumn,
    SheetColumn,
    TableColumn,
)


def find_made_mistakes(tables: Tables, names: Names) -> Iterator[FormMistake]:
    """Yield rows, lists and columns whose codes together make no code, or one that is taken."""
    lists = tuple(row for row in names.sheets.values() if row.get(SheetColumn.KIND) is SheetKind.LIST)
    faulty = (*_find_long_rows(tables.indicators, names), *_find_unfit_lists(lists, names))
    yield from faulty
    yield from _find_long_columns(lists, names)
    repeated = tuple(find_repeated(tables.indicators.rows, IndicatorColumn.CODE, indicator_code))
    lines = without(tables.indicators.rows, (*repeated, *faulty), IndicatorColumn.CODE)
    owners = (
        *(_of_list(row, names) for row in without(lists, faulty, SheetColumn.CODE)),
        *(_of_line(names.line(row), names) for row in lines),
    )
    yield from _find_taken(owners)


def _columns(line: Line, names: Names) -> tuple[Row, ...]:
    return names.columns_of(line.row.get(IndicatorColumn.SHEET) or "") if line.is_of_matrix else ()


def _find_long_rows(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield the rows of matrices whose code leaves no room for that of a column."""
    for row in table.rows:
        code = row.get(IndicatorColumn.CODE) or ""
        is_told = any(find_code_faults(code, INDICATOR_CODE))
        if code and names.line(row).is_of_matrix and not is_told and len(code) > ROW_CODE.longest:
            fault = Fault(Wrong.NAME_TOO_LONG, code, expected=(str(ROW_CODE.longest),))
            yield row.mistake(IndicatorColumn.CODE, fault)


def _find_unfit_lists(lists: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield the lists whose code cannot be that of a figure."""
    for row in lists:
        code = row.get(SheetColumn.CODE)
        if code is None or (entry := row.entries[SheetColumn.CODE]).faults:
            continue
        has_sums = any(may_be_added(column) for column in names.columns_of(code))
        faults = find_code_faults(indicator_code(entry.seen), ROW_CODE if has_sums else INDICATOR_CODE)
        yield from (row.mistake(SheetColumn.CODE, fault) for fault in faults)


def _find_long_columns(lists: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield the columns whose code does not fit behind the longest row of their matrix, or behind their list."""
    longest: dict[str, int] = {}
    for line in names.lines.values():
        sheet = line.row.get(IndicatorColumn.SHEET) or ""
        if line.is_of_matrix and len(line.code) <= ROW_CODE.longest:
            longest[sheet] = max(longest.get(sheet, 0), len(line.code))
    for sheet, length in longest.items():
        for column in names.columns_of(sheet):
            yield from _find_too_long(column, length)
    for row in lists:
        code = row.name(SheetColumn.CODE)
        for column in names.columns_of(code):
            if column.get(TableColumn.ADDED) and len(code) <= ROW_CODE.longest:
                yield from _find_too_long(column, len(code))


def _find_too_long(column: Row, before: int) -> Iterator[FormMistake]:
    entry, room = column.entries.get(TableColumn.CODE), INDICATOR_CODE.longest - before - len("_")
    if entry and not entry.faults and len(entry.seen) > room:
        yield column.mistake(TableColumn.CODE, Fault(Wrong.NAME_TOO_LONG, entry.seen, expected=(str(room),)))


@dataclass(frozen=True, slots=True)
class _Owner:
    """A row and the codes that are its own because of what stands in its column for codes."""

    row: Row
    column: Column[str]
    codes: tuple[IndicatorCode, ...]


def _of_list(row: Row, names: Names) -> _Owner:
    figures = find_list_figures(row, names.columns_of(row.name(SheetColumn.CODE)))
    return _Owner(row, SheetColumn.CODE, tuple(figure.code for figure in figures))


def _of_line(line: Line, names: Names) -> _Owner:
    made = (figure.code for figure in find_figures(line, _columns(line, names)))
    codes = tuple(dict.fromkeys((line.code, *made)))
    return _Owner(line.row, IndicatorColumn.CODE, codes if line.code else ())


def _find_taken(owners: tuple[_Owner, ...]) -> Iterator[FormMistake]:
    """Yield at most one code of each row that belongs to an earlier row already, or is a word of ours."""
    first: dict[IndicatorCode, _Owner] = {}
    for owner in owners:
        for fault in [fault for code in owner.codes for fault in _find_taken_faults(code, owner, first)][:1]:
            yield owner.row.mistake(owner.column, fault)
        for code in owner.codes:
            first.setdefault(code, owner)


def _find_taken_faults(code: IndicatorCode, owner: _Owner, first: dict[IndicatorCode, _Owner]) -> Iterator[Fault]:
    if code in INDICATOR_CODE.reserved and code != owner.codes[0]:
        yield Fault(Wrong.NAME_RESERVED, code)
    if code in first:
        row, address = first[code].row, first[code].row.spot(first[code].column).address
        elsewhere = f" trang «{row.sheet}»" if row.sheet != owner.row.sheet else ""
        yield Fault(Wrong.NAME_TWICE, code, against=f"{address}{elsewhere}")
