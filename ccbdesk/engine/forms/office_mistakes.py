"""What a form says wrongly of an office's file. This module holds the checks against the file itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ccbdesk.engine.forms.cells import shown
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.kinds import COMPUTED
from ccbdesk.engine.forms.names import Names, sheet_key
from ccbdesk.engine.forms.office_rows import find_row_faults, office_row
from ccbdesk.engine.forms.offices import Offices, Opened, is_period, name_of_sheet, open_office, sheet_named
from ccbdesk.engine.forms.pages import Tables
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.form import Preparer, SheetKind
from ccbdesk.model.grid import Cell, column_letters
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.folding import folded, nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import Column, IndicatorColumn, SheetColumn, TableColumn

_SAID: tuple[Column[Any], ...] = (
    SheetColumn.OFFICE_SHEET,
    SheetColumn.FIRST_ROW,
    SheetColumn.LAST_ROW,
    SheetColumn.CODES,
    SheetColumn.LABELS,
    SheetColumn.FIGURES,
    SheetColumn.PLANS,
    SheetColumn.EARLIER,
    SheetColumn.UNIT_CELL,
    SheetColumn.PERIOD_CELL,
)
_COLUMNS = (
    SheetColumn.CODES,
    SheetColumn.LABELS,
    SheetColumn.FIGURES,
    SheetColumn.PLANS,
    SheetColumn.EARLIER,
)
_LINES = (SheetKind.FIGURES, SheetKind.NARRATIVE)
_FIGURES_ONLY = (SheetColumn.FIGURES, SheetColumn.PLANS, SheetColumn.EARLIER)
_NEEDED: Mapping[SheetKind, tuple[Column[Any], ...]] = {
    SheetKind.FIGURES: (SheetColumn.LABELS, SheetColumn.FIGURES),
    SheetKind.NARRATIVE: (SheetColumn.LABELS, SheetColumn.FIGURES),
    SheetKind.MATRIX: (SheetColumn.LABELS,),
    SheetKind.LIST: (),
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the sheets of a form: the office's sheet of each, by the code of the sheet."""

    names: Names
    opened: Mapping[str, Opened]

    def of(self, row: Row, column: Column[str]) -> tuple[Row | None, Opened | None]:
        """Return the row of the sheet that a row says it stands in, and the office's sheet of that one."""
        code = sheet_key(row.get(column) or "")
        return self.names.sheets.get(code), self.opened.get(code)


def find_office_mistakes(tables: Tables, names: Names, offices: Offices) -> Iterator[FormMistake]:
    """Yield what a form says of its offices' files that is not so there, or not said."""
    found = ((code, open_office(row, offices)) for code, row in names.sheets.items())
    sound = {code for code, row in names.sheets.items() if not any(_find_columns_twice(row))}
    known = _Known(names, {code: opened for code, opened in found if opened and code in sound})
    for row in tables.sheets.rows:
        yield from _find_sheet_mistakes(row, offices)
    yield from _find_other_files(tables.sheets.rows)
    for row in tables.indicators.rows:
        yield from _find_line_mistakes(row, *known.of(row, IndicatorColumn.SHEET))
    yield from _find_rows_twice(tables.indicators.rows, known)
    yield from _find_unplanned(tables.indicators.rows, known)
    for row in tables.lists.rows:
        yield from _find_column_mistakes(row, *known.of(row, TableColumn.SHEET))
    yield from _find_positions_twice(tables.lists.rows)


# -- sheets --------------------------------------------------------------------------------------------------------


def _find_sheet_mistakes(row: Row, offices: Offices) -> Iterator[FormMistake]:
    file, kind = row.get(SheetColumn.OFFICE_FILE), row.get(SheetColumn.KIND)
    if file is None:
        if not row.is_faulty(SheetColumn.OFFICE_FILE):
            yield from (_mistake(row, each, Wrong.WITHOUT_FILE) for each in _said(row)[:1])
        return
    yield from _find_gaps(row, kind, file)
    for column in _FIGURES_ONLY:
        if kind and kind not in _LINES and row.seen(column):
            against = row.seen(SheetColumn.KIND)
            yield row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, row.seen(column), against=against))
    yield from _find_reversed(row)
    yield from _find_columns_twice(row)
    yield from _find_file_mistakes(row, file, offices)


def _said(row: Row) -> tuple[Column[Any], ...]:
    """Return what is said of an office's file beside its name."""
    return tuple(column for column in _SAID if row.get(column))


def _stands_in_none(sheet: Row) -> bool:
    """Tell whether a sheet is said to stand in no office's file; half a word of it is told where it stands."""
    return not sheet.seen(SheetColumn.OFFICE_FILE) and not _said(sheet)


def _find_gaps(row: Row, kind: SheetKind | None, file: str) -> Iterator[FormMistake]:
    for column in (SheetColumn.FIRST_ROW, SheetColumn.LAST_ROW, *(_NEEDED[kind] if kind else ())):
        if not row.seen(column):
            yield row.mistake(column, Fault(Wrong.NEEDED_BY_FILE, against=file))


def _find_reversed(row: Row) -> Iterator[FormMistake]:
    first, last = row.get(SheetColumn.FIRST_ROW), row.get(SheetColumn.LAST_ROW)
    if first is not None and last is not None and first > last:
        yield row.mistake(SheetColumn.LAST_ROW, Fault(Wrong.BOUNDS_REVERSED, str(last), against=str(first)))


def _find_columns_twice(row: Row) -> Iterator[FormMistake]:
    first: dict[int, Column[int]] = {}
    for column in _COLUMNS:
        place = row.get(column)
        if place is None:
            continue
        earlier = first.setdefault(place, column)
        if earlier is not column:
            fault = Fault(Wrong.NAME_TWICE, row.seen(column), against=row.spot(earlier).address)
            yield row.mistake(column, fault)


def _find_file_mistakes(row: Row, file: str, offices: Offices) -> Iterator[FormMistake]:
    if file not in offices:
        yield _mistake(row, SheetColumn.OFFICE_FILE, Wrong.FILE_MISSING)
        return
    workbook = offices[file]
    if workbook is None:
        yield _mistake(row, SheetColumn.OFFICE_FILE, Wrong.FILE_UNREADABLE)
        return
    wanted, names = name_of_sheet(row), tuple(grid.name for grid in workbook.grids)
    grid = sheet_named(workbook, wanted)
    if wanted and grid is None and not row.is_faulty(SheetColumn.OFFICE_SHEET):
        yield row.mistake(SheetColumn.OFFICE_SHEET, Fault(Wrong.NAME_UNKNOWN, wanted, nearest(wanted, names), names))
    for column in (SheetColumn.UNIT_CELL, SheetColumn.PERIOD_CELL):
        place = row.get(column)
        for cell in grid.cells if grid else ():
            if (cell.row, cell.column) == place:
                yield from (row.mistake(column, fault) for fault in _find_cell_faults(row.seen(column), cell))


def _find_cell_faults(seen: str, cell: Cell) -> Iterator[Fault]:
    """Yield why nothing may be written into a cell: words would be lost that are neither a caption nor a period."""
    words = tidy(shown(cell))
    if cell.is_formula:
        yield Fault(Wrong.IS_FORMULA, seen)
    elif ":" not in words and not is_period(words):
        yield Fault(Wrong.CELL_TAKEN, seen, against=words)


def _mistake(row: Row, column: Column[Any], wrong: Wrong) -> FormMistake:
    return row.mistake(column, Fault(wrong, row.seen(column)))


def _find_other_files(rows: Iterable[Row]) -> Iterator[FormMistake]:
    """Yield the sheets of one return that do not stand in the same file as the first, or in none as that."""
    first: dict[Preparer, Row] = {}
    for row in rows:
        preparer = row.get(SheetColumn.PREPARER)
        if preparer is None or row.is_faulty(SheetColumn.OFFICE_FILE):
            continue
        file, leader = row.get(SheetColumn.OFFICE_FILE) or "", first.setdefault(preparer, row)
        other = leader.get(SheetColumn.OFFICE_FILE) or ""
        if folded(file) != folded(other) and (file or not _said(row)):
            here = leader.seen(SheetColumn.CODE)
            yield row.mistake(SheetColumn.OFFICE_FILE, Fault(Wrong.OTHER_FILE, file, expected=(here,), against=other))


# -- lines ---------------------------------------------------------------------------------------------------------


def _find_line_mistakes(row: Row, sheet: Row | None, opened: Opened | None) -> Iterator[FormMistake]:
    if sheet and _stands_in_none(sheet) and row.get(IndicatorColumn.OFFICE_ROW):
        yield _mistake(row, IndicatorColumn.OFFICE_ROW, Wrong.WITHOUT_FILE)
    if opened is None or not opened.office.labels or row.is_faulty(IndicatorColumn.OFFICE_ROW):
        return
    for fault in find_row_faults(row, opened.office):
        yield row.mistake(_named_by(row), fault)
    number = office_row(row, opened.office)
    is_line = sheet is not None and sheet.get(SheetColumn.KIND) in _LINES
    if number and is_line and row.get(IndicatorColumn.ADDING) not in COMPUTED:
        yield from _find_totals(row, opened, number)


def _find_totals(row: Row, opened: Opened, number: int) -> Iterator[FormMistake]:
    if opened.holds_formula(number, opened.office.figures):
        cell = f"{column_letters(opened.office.figures)}{number}"
        seen = row.get(IndicatorColumn.LABEL) or ""
        yield row.mistake(_named_by(row), Fault(Wrong.IS_TOTAL, seen, against=cell))


def _named_by(row: Row) -> Column[Any]:
    return IndicatorColumn.OFFICE_ROW if row.seen(IndicatorColumn.OFFICE_ROW) else IndicatorColumn.LABEL


def _find_rows_twice(rows: Iterable[Row], known: _Known) -> Iterator[FormMistake]:
    first: dict[tuple[str, int], str] = {}
    for row in rows:
        _, opened = known.of(row, IndicatorColumn.SHEET)
        number = office_row(row, opened.office) if opened and not row.is_faulty(IndicatorColumn.OFFICE_ROW) else 0
        if not number:
            continue
        spot = row.spot(_named_by(row))
        earlier = first.setdefault((sheet_key(row.seen(IndicatorColumn.SHEET)), number), spot.address)
        if earlier != spot.address:
            yield row.mistake(_named_by(row), Fault(Wrong.NAME_TWICE, str(number), against=earlier))


def _find_unplanned(rows: Iterable[Row], known: _Known) -> Iterator[FormMistake]:
    """Yield, once a sheet, that plans are asked for and it is not said where they stand."""
    told: set[str] = set()
    for row in rows:
        sheet, _ = known.of(row, IndicatorColumn.SHEET)
        code = sheet_key(row.seen(IndicatorColumn.SHEET))
        if sheet is None or not row.get(IndicatorColumn.PLANNED) or code in told:
            continue
        told.add(code)
        file = sheet.get(SheetColumn.OFFICE_FILE)
        if file and not sheet.seen(SheetColumn.PLANS):
            yield sheet.mistake(SheetColumn.PLANS, Fault(Wrong.NEEDED_BY_FILE, against=file))


# -- columns -------------------------------------------------------------------------------------------------------


def _find_column_mistakes(row: Row, sheet: Row | None, opened: Opened | None) -> Iterator[FormMistake]:
    if sheet is None:
        return
    file, place = sheet.seen(SheetColumn.OFFICE_FILE), row.get(TableColumn.POSITION)
    if _stands_in_none(sheet) and place:
        yield _mistake(row, TableColumn.POSITION, Wrong.WITHOUT_FILE)
    elif file and not row.seen(TableColumn.POSITION):
        yield row.mistake(TableColumn.POSITION, Fault(Wrong.NEEDED_BY_FILE, against=file))
    elif opened and place and opened.holds_formula(_first_line(opened), place):
        cell = f"{column_letters(place)}{_first_line(opened)}"
        seen = row.get(TableColumn.LABEL) or ""
        yield row.mistake(TableColumn.POSITION, Fault(Wrong.IS_TOTAL, seen, against=cell))


def _first_line(opened: Opened) -> int:
    lines = opened.office.lines
    return lines[0].row if lines else opened.office.first_row


def _find_positions_twice(rows: Iterable[Row]) -> Iterator[FormMistake]:
    first: dict[tuple[str, int], str] = {}
    for row in rows:
        place = row.get(TableColumn.POSITION)
        if place is None:
            continue
        spot = row.spot(TableColumn.POSITION)
        earlier = first.setdefault((sheet_key(row.seen(TableColumn.SHEET)), place), spot.address)
        if earlier != spot.address:
            seen = row.seen(TableColumn.POSITION)
            yield row.mistake(TableColumn.POSITION, Fault(Wrong.NAME_TWICE, seen, against=earlier))
