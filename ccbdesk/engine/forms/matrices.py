"""Rows of matrices. This module holds the checks of what a row of the sheet Số liệu cannot say there."""

from collections.abc import Iterator
from typing import Any

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Line
from ccbdesk.engine.forms.kinds import COMPUTED
from ccbdesk.engine.forms.names import Names
from ccbdesk.engine.forms.tables import Row
from ccbdesk.engine.forms.ways import find_unfit
from ccbdesk.model.form import Adding, Preparer
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import LIST_PAGE, Column, IndicatorColumn, SheetColumn, TableColumn

_USELESS: tuple[Column[Any], ...] = (IndicatorColumn.FORMULA, IndicatorColumn.PLANNED)
"""A matrix asks for nothing but its cells."""


def find_matrix_mistakes(line: Line, columns: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield what does not suit a row of a matrix with these columns; its kind is theirs.

    Where a column is lost, any way of writing may be meant for it."""
    row = line.row
    word = line.sheet.seen(SheetColumn.KIND) if line.sheet else ""
    for column in _USELESS:
        if row.get(column):
            yield row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, row.seen(column), against=word))
    seen = row.seen(IndicatorColumn.ADDING)
    if row.get(IndicatorColumn.ADDING) in COMPUTED:
        yield row.mistake(IndicatorColumn.ADDING, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=word))
    elif _is_added_in_vain(line, columns):
        against = f"{TableColumn.ADDED.heading}» ở trang «{LIST_PAGE.name}"
        yield row.mistake(IndicatorColumn.ADDING, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=against))
    if line.code not in names.declared_figures.beginnings:
        yield from _find_unfit_ways(row, columns)


def _is_added_in_vain(line: Line, columns: tuple[Row, ...]) -> bool:
    """Tell whether the sum of a row is asked for whose cells have no figure of the whole cluster."""
    is_refused = line.row.get(IndicatorColumn.ADDING) is Adding.NOT_ADDED
    is_added = any(column.get(TableColumn.ADDED) for column in columns)
    return is_refused and is_added and line.preparer is Preparer.UNIT


def _find_unfit_ways(row: Row, columns: tuple[Row, ...]) -> Iterator[FormMistake]:
    """Yield the ways of writing that suit no column."""
    for way in row.get(IndicatorColumn.WAYS) or ():
        kinds = [(kind, column.seen(TableColumn.KIND)) for column in columns if (kind := column.get(TableColumn.KIND))]
        faults = [tuple(find_unfit((way,), kind, word)) for kind, word in kinds]
        if faults and len(faults) == len(columns) and all(faults):
            yield row.mistake(IndicatorColumn.WAYS, faults[0][0])
