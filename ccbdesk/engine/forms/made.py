"""Figures that nobody wrote one by one. This module holds what the columns of a matrix or of a list make of it.

A row of a matrix is a figure in each of its columns, ``<row>_<column>``, and under its own code the sum of those that
are added; a list is the number of its rows, under its own code, and a sum of each added column, ``<list>_<column>``."""

from collections.abc import Iterator
from dataclasses import replace

from ccbdesk.engine.forms.figures import FITTING, WORDS, Figure, Line, figure_of, indicator_code, usual_adding
from ccbdesk.engine.forms.tables import Row
from ccbdesk.engine.forms.ways import find_unfit
from ccbdesk.model.expression import Call, Function, Reference
from ccbdesk.model.form import (
    Adding,
    FormSheet,
    Indicator,
    Kind,
    ListColumn,
    ListCount,
    ListSum,
    MatrixCell,
    SheetKind,
)
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.vietnamese.vocabulary.forms import KINDS, IndicatorColumn, SheetColumn, TableColumn

_OF_ROWS = "mục"
_PERCENT = "%"


def made_code(first: str, column: str) -> IndicatorCode:
    """Return the code of a row or a list in one of its columns."""
    return indicator_code(f"{first}_{column}")


def column_code(row: Row) -> ColumnCode:
    """Return the code of a column in small letters; empty where the row has none."""
    return ColumnCode(indicator_code(row.name(TableColumn.CODE)))


def _made_label(first: str, column: str) -> str:
    return f"{first} – {column}"


# -- while the form is read ----------------------------------------------------------------------------------------


def find_figures(line: Line, columns: tuple[Row, ...]) -> Iterator[Figure]:
    """Yield the figures of a line: itself, or its cells in a matrix; both where the kind of its sheet is in doubt."""
    if not line.is_of_matrix:
        yield figure_of(line)
    for column in columns:
        if line.code and column.name(TableColumn.CODE):
            yield _cell(line, column)
    added = [_cell(line, column) for column in columns if may_be_added(column)]
    if added:
        kind = common_kind(tuple(cell.kind or Kind.DECIMAL for cell in added))
        total = replace(figure_of(line), kind=kind, word=word_of(kind), is_planned=False)
        adding = Adding.FORMULA if any(cell.has_total for cell in added) else Adding.NOT_ADDED
        yield replace(total, adding=adding)


def _cell(line: Line, column: Row) -> Figure:
    kind = column.get(TableColumn.KIND)
    label = line.row.get(IndicatorColumn.LABEL) or ""
    return Figure(
        made_code(line.code, column.name(TableColumn.CODE)),
        _made_label(label, column.get(TableColumn.LABEL) or ""),
        kind,
        column.seen(TableColumn.KIND),
        cell_adding(line, kind),
        line.sheet,
    )


def may_be_added(column: Row) -> bool:
    """Tell whether a column has a sum, as far as is known."""
    return bool(column.get(TableColumn.ADDED)) or column.is_faulty(TableColumn.ADDED)


def cell_adding(line: Line, kind: Kind | None) -> Adding | None:
    """Return how a row of a matrix adds up in a column: as the row says, unless that does not suit the column."""
    if line.row.is_faulty(IndicatorColumn.ADDING):
        return None
    written = line.row.get(IndicatorColumn.ADDING) or usual_adding(kind, line.preparer)
    return written if kind is None or written in FITTING[kind] else Adding.NOT_ADDED


def find_list_figures(sheet: Row, columns: tuple[Row, ...]) -> Iterator[Figure]:
    """Yield the figures of a list; of a sheet with columns that is said to be something else also."""
    code, kind = sheet.name(SheetColumn.CODE), sheet.get(SheetColumn.KIND)
    is_list = kind is SheetKind.LIST or (bool(columns) and kind is not SheetKind.MATRIX)
    if not (is_list and code):
        return
    label, preparer = _title(sheet), sheet.get(SheetColumn.PREPARER)
    adding = usual_adding(Kind.INTEGER, preparer)
    yield Figure(indicator_code(code), label, Kind.INTEGER, word_of(Kind.INTEGER), adding, sheet)
    for column in columns:
        name, kind_of_column = column.name(TableColumn.CODE), column.get(TableColumn.KIND)
        if name and may_be_added(column):
            sum_label = _made_label(label, column.get(TableColumn.LABEL) or "")
            word = column.seen(TableColumn.KIND)
            yield Figure(made_code(code, name), sum_label, kind_of_column, word, adding, sheet)


def _title(sheet: Row) -> str:
    return sheet.get(SheetColumn.TITLE) or sheet.get(SheetColumn.NAME) or ""


def common_kind(kinds: tuple[Kind, ...]) -> Kind:
    """Return the kind of a sum of figures of these kinds."""
    return kinds[0] if len(set(kinds)) == 1 else Kind.DECIMAL


def word_of(kind: Kind) -> str:
    """Return the form's proper word for a kind."""
    return next(word for word, meaning in KINDS.words if meaning is kind)


# -- of a form without mistakes ------------------------------------------------------------------------------------


def read_column(row: Row, sheet: SheetCode) -> ListColumn:
    """Return a column of a list or a matrix; a percentage is in %."""
    kind = row.need(TableColumn.KIND)
    return ListColumn(
        sheet,
        column_code(row),
        row.need(TableColumn.LABEL),
        row.get(TableColumn.MEASURE) or (_PERCENT if kind is Kind.PERCENT else ""),
        kind,
        bool(row.get(TableColumn.REQUIRED)),
        bool(row.get(TableColumn.ADDED)),
        position=row.get(TableColumn.POSITION) or 0,
    )


def matrix_indicators(row: Indicator, line: Line, columns: tuple[ListColumn, ...]) -> tuple[Indicator, ...]:
    """Return the indicators of a row of a matrix: a cell in each column, then the sum of those that are added.

    What is said of the row holds for its cells, as far as it suits the kind of the column. That it is a headline is
    said of the sum, where there is one."""
    added = tuple(_matrix_cell(row, line, column) for column in columns if column.is_added)
    whole = replace(row, headline=row.headline and not added)
    cells = tuple(_matrix_cell(whole, line, column) for column in columns)
    return (*cells, _sum_of(row, added)) if added else cells


def _matrix_cell(row: Indicator, line: Line, column: ListColumn) -> Indicator:
    cell = replace(
        row,
        code=made_code(row.code, column.code),
        label=_made_label(row.label, column.label),
        measure=column.measure,
        kind=column.kind,
        adding=cell_adding(line, column.kind) or Adding.NOT_ADDED,
        ways=tuple(way for way in row.ways if not any(find_unfit((way,), column.kind, ""))),
        aliases=tuple(_made_label(alias, column.label) for alias in row.aliases),
        source=MatrixCell(row.code, row.label, column.code),
        above=made_code(row.above, column.code) if row.above else None,
    )
    if column.kind in WORDS:
        return replace(cell, parent=None, exhaustive=False, lowest=None, highest=None, better=None)
    if column.kind is Kind.PERCENT:
        return replace(cell, parent=None, exhaustive=False)
    parent = made_code(row.parent, column.code) if row.parent else None
    return replace(cell, parent=parent, measure=column.measure or row.measure)


def _sum_of(row: Indicator, cells: tuple[Indicator, ...]) -> Indicator:
    kind = common_kind(tuple(cell.kind for cell in cells))
    return replace(
        row,
        measure=cells[0].measure,
        kind=kind,
        adding=Adding.FORMULA,
        required=False,
        parent=None,
        exhaustive=False,
        formula=Call(Function.SUM, tuple(Reference(cell.code) for cell in cells)),
        lowest=None,
        highest=None,
        ways=tuple(way for way in row.ways if not any(find_unfit((way,), kind, ""))),
    )


def list_indicators(sheet: FormSheet, columns: tuple[ListColumn, ...]) -> tuple[Indicator, ...]:
    """Return the indicators of a list: how many rows it has, then the sum of each column that is added."""
    adding = usual_adding(Kind.INTEGER, sheet.preparer)
    source = ListCount(sheet.code)
    code = indicator_code(sheet.code)
    count = Indicator(code, sheet.title, sheet.code, measure=sheet.measure or _OF_ROWS, adding=adding, source=source)
    return (
        count,
        *(
            Indicator(
                made_code(sheet.code, column.code),
                _made_label(sheet.title, column.label),
                sheet.code,
                measure=column.measure,
                kind=column.kind,
                adding=adding,
                source=ListSum(sheet.code, column.code),
            )
            for column in columns
            if column.is_added
        ),
    )
