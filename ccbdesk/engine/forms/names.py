"""The names a form defines. This module holds what is known of each figure, unit and sheet while a form is read.

A name counts as known however much else is wrong in its row, so that one mistake does not make others."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Figure, Line, in_doubt
from ccbdesk.engine.forms.guessing import is_close, may_mean
from ccbdesk.engine.forms.made import column_code, find_figures, find_list_figures
from ccbdesk.engine.forms.pages import Tables
from ccbdesk.engine.forms.tables import Row, Table
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import SheetKind
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import (
    INDICATOR_CODE,
    Column,
    IndicatorColumn,
    SheetColumn,
    TableColumn,
    UnitColumn,
)

S = TypeVar("S", bound=str)


TABLES = (SheetKind.LIST, SheetKind.MATRIX)
"""The kinds of sheets that have columns."""


@dataclass(frozen=True, slots=True)
class Declared:
    """How far the sheet that defines names can be trusted with what is not in it.

    ``sound`` are its names without a mistake, ``lost`` the labels of the rows without such a name of their own, and
    ``beginnings`` what names begin with that would follow from columns of lists and matrices, some of them lost."""

    is_there: bool
    sound: frozenset[str]
    lost: tuple[str, ...]
    beginnings: frozenset[str] = frozenset()

    def lacks(self, name: str, nearest: str) -> bool:
        """Tell whether a name that is not in the sheet is a mistake, given the nearest that is.

        It is none where a row that lost its name may be the one that is meant: that is told in the row."""
        if not self.is_there or any(f"{sheet_key(name)}_".startswith(f"{first}_") for first in self.beginnings):
            return False
        is_slip = sheet_key(nearest) in self.sound and is_close(name, nearest)
        return is_slip or not any(may_mean(name, label) for label in self.lost)


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a form; ``declared_…`` says what it means that one is not among them.

    ``lines`` are the rows of the sheet Số liệu by code, ``figures`` what expressions may use; ``columns`` are those of
    lists and matrices, by sheet."""

    lines: Mapping[IndicatorCode, Line]
    figures: Mapping[IndicatorCode, Figure]
    sheets: Mapping[str, Row]
    columns: Mapping[str, tuple[Row, ...]]
    known: Known
    declared_figures: Declared
    declared_sheets: Declared
    declared_units: Declared

    def figure(self, reference: Reference) -> Figure | None:
        """Return the figure that a reference means."""
        return self.figures.get(reference.indicator)

    def line(self, row: Row) -> Line:
        """Return a row of the sheet Số liệu with that of the sheet it says it stands in, if there is one."""
        return Line(row, self.sheets.get(sheet_key(row.get(IndicatorColumn.SHEET) or "")))

    def columns_of(self, sheet: str) -> tuple[Row, ...]:
        """Return the columns of the sheet of a code; of a column's code given twice the first."""
        return self.columns.get(sheet_key(sheet), ())


def names_of(tables: Tables) -> Names:
    """Return the names that the sheets of a form define; of a name given twice the first."""
    sheets = _first_of((sheet_key(row.name(SheetColumn.CODE)), row) for row in tables.sheets.rows)
    columns = _columns(tables.lists)
    units = (row.name(UnitColumn.ID) for row in tables.units.rows)
    known = Known({}, frozenset(UnitId(unit.casefold()) for unit in units if unit), kinds=_kinds(tables.units))
    names = Names(
        {},
        {},
        sheets,
        columns,
        known,
        _declared(tables.indicators, IndicatorColumn.CODE, (IndicatorColumn.LABEL,)),
        _declared(tables.sheets, SheetColumn.CODE, (SheetColumn.NAME, SheetColumn.TITLE)),
        _declared(tables.units, UnitColumn.ID, (UnitColumn.NAME, UnitColumn.SHORT_NAME)),
    )
    names = _with_figures(names, tuple(names.line(row) for row in tables.indicators.rows))
    return replace(names, declared_figures=replace(names.declared_figures, beginnings=_beginnings(names, tables.lists)))


def _kinds(table: Table) -> tuple[str, ...] | None:
    """Return the kinds of units; None where the sheet is not there or one of them cannot be read."""
    if not table.rows or any(row.is_faulty(UnitColumn.KIND) for row in table.rows):
        return None
    return tuple(dict.fromkeys(kind for row in table.rows if (kind := row.get(UnitColumn.KIND))))


def _columns(table: Table) -> dict[str, tuple[Row, ...]]:
    by_sheet: dict[str, dict[str, Row]] = {}
    for row in table.rows:
        columns = by_sheet.setdefault(sheet_key(row.get(TableColumn.SHEET) or ""), {})
        columns.setdefault(column_code(row), row)
    return {sheet: tuple(columns.values()) for sheet, columns in by_sheet.items()}


def _with_figures(names: Names, lines: tuple[Line, ...]) -> Names:
    by_code = {line.code: line for line in reversed(lines) if line.code}
    found = [
        *(figure for line in lines for figure in find_figures(line, _columns_of_line(names, line))),
        *(
            figure
            for code, sheet in names.sheets.items()
            for figure in find_list_figures(sheet, names.columns_of(code))
        ),
    ]
    figures: dict[IndicatorCode, Figure] = {}
    for figure in found:
        first = figures.get(figure.code)
        figures[figure.code] = in_doubt(first) if first else figure
    figures.pop(IndicatorCode(""), None)
    labels = {code: figure.label for code, figure in figures.items()}
    known = replace(names.known, indicators=labels, columns=_list_columns(names))
    return replace(names, lines=by_code, figures=figures, known=known)


def _columns_of_line(names: Names, line: Line) -> tuple[Row, ...]:
    return names.columns_of(line.row.get(IndicatorColumn.SHEET) or "")


def _list_columns(names: Names) -> dict[SheetCode, dict[ColumnCode, str]]:
    """Return the columns of each list, code to label; a sheet with columns that is not said to be a matrix is one."""
    lists: dict[SheetCode, dict[ColumnCode, str]] = {}
    for sheet in names.sheets.values():
        code, kind = sheet.name(SheetColumn.CODE), sheet.get(SheetColumn.KIND)
        columns = names.columns_of(code)
        if kind is SheetKind.LIST or (columns and kind is not SheetKind.MATRIX):
            lists[SheetCode(code)] = {column_code(column): column.get(TableColumn.LABEL) or "" for column in columns}
    return lists


def _beginnings(names: Names, lists: Table) -> frozenset[str]:
    """Return what names begin with that would follow from columns, where a column or a line lost its code or sheet."""
    lost: set[str] = set()
    for row in lists.rows:
        sheet = names.sheets.get(sheet_key(row.get(TableColumn.SHEET) or ""))
        code = sheet.name(SheetColumn.CODE) if sheet and sheet.get(SheetColumn.KIND) in (*TABLES, None) else ""
        entry, is_first = row.entries.get(TableColumn.CODE), any(row is first for first in names.columns_of(code))
        is_of_matrix = sheet is not None and sheet.get(SheetColumn.KIND) is SheetKind.MATRIX
        is_reserved = column_code(row) in INDICATOR_CODE.reserved and not is_of_matrix
        is_named = entry is not None and not entry.faults and not is_reserved
        if not (is_named and is_first and code):
            lost |= {sheet_key(row.seen(TableColumn.SHEET)), *_owners(names, code)}
    for code, sheet in names.sheets.items():
        if sheet.get(SheetColumn.KIND) in TABLES and not names.columns_of(code):
            lost |= _owners(names, code)
    lost |= {str(line.code) for line in names.lines.values() if line.sheet is None}
    return frozenset(lost - {""})


def _owners(names: Names, sheet: str) -> set[str]:
    """Return the codes before those of a sheet's columns: its own and its lines'; of all sheets where it is empty."""
    here = sheet_key(sheet)
    lines = ((code, sheet_key(line.row.get(IndicatorColumn.SHEET) or "")) for code, line in names.lines.items())
    return {str(code) for code, of in lines if here in ("", of)} | ({here} if here else set(names.sheets))


def _declared(table: Table, column: Column[str], labels: tuple[Column[str], ...]) -> Declared:
    sound: set[str] = set()
    lost: list[str] = []
    for row in table.rows:
        entry = row.entries.get(column)
        if entry is None or entry.faults or sheet_key(entry.seen) in sound:
            lost.extend(row.seen(label) for label in labels)
        else:
            sound.add(sheet_key(entry.seen))
    return Declared(table.has(column) and bool(table.rows), frozenset(sound), tuple(lost))


def _first_of(named: Iterable[tuple[S, Row]]) -> dict[S, Row]:
    first: dict[S, Row] = {}
    for name, row in named:
        if name:
            first.setdefault(name, row)
    return first


def sheet_key(code: str) -> str:
    """Return what codes of sheets are compared by."""
    return tidy(code).casefold()


def name_key(name: str) -> str:
    """Return what names of units are compared by: capitals and the place of a tone do not matter, the tone does.

    Two communes may well differ by a tone alone."""
    signs = unicodedata.normalize("NFD", tidy(name).casefold())
    letters = (sign for sign in signs if not unicodedata.combining(sign))
    return "".join((*letters, *sorted(sign for sign in signs if unicodedata.combining(sign))))


def find_unknown_sheet(code: str, names: Names) -> Iterator[Fault]:
    """Yield the fault of a sheet's code that is not among the names."""
    codes = tuple(sheet.name(SheetColumn.CODE) for sheet in names.sheets.values())
    near = nearest(code, codes)
    if names.declared_sheets.lacks(code, near):
        yield Fault(Wrong.NAME_UNKNOWN, code, near, codes)
