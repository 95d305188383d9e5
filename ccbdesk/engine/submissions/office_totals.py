"""What an office's own file adds up. This module holds the cells of its totals, and what each should be the sum of.

A total is only held against a sum of which it is certain that it is the same: every line, or every column before it,
is one of the form's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.submissions.grasping import Grasp, grasp
from ccbdesk.engine.submissions.office_spread import Spread, is_total_head
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.model.expression import Call, Expression, Function, Reference
from ccbdesk.model.finding import Where
from ccbdesk.model.form import Adding, Form, FormSheet, Indicator, Kind, ListColumn, MatrixCell, SheetKind
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.submission import Stated
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import TOTAL_LINES

_TOTALS = frozenset(folded(words) for words in TOTAL_LINES)


@dataclass(frozen=True, slots=True)
class TotalCell:
    """A cell that adds up others: how it is read, what it should be, and whose figure is wrong where it is not."""

    cell: Cell
    read_as: Indicator
    sum_of: Expression
    code: IndicatorCode | None = None


@dataclass(frozen=True, slots=True)
class Totalled:
    """A sheet of a return: its cells by the row of the office's file they are, and the rows that add up the others."""

    form: Form
    sheet: FormSheet
    spread: Spread
    lines: Mapping[int, tuple[Cell, ...]]
    totals: tuple[tuple[Cell, ...], ...]


def find_totals(totalled: Totalled) -> Iterator[TotalCell]:
    """Yield the totals of a sheet of figures or a matrix: figures by formula, total rows and total columns."""
    if totalled.sheet.kind is SheetKind.MATRIX:
        yield from _find_total_rows(totalled)
        yield from _find_total_columns(totalled)
    else:
        yield from _find_formulas(totalled)


def stated(cells: Iterable[TotalCell], where: Where) -> Iterator[Stated]:
    """Yield the totals that could be read; ``where`` names file, unit and sheet.

    A formula whose result is 0 was as likely as not never worked out since the figures were typed: it says nothing."""
    for total in cells:
        at = Where(where.file, where.unit, where.sheet, total.cell.address, total.code, shown(total.cell))
        match grasp(total.read_as, total.cell, at):
            case Grasp(Number() as value) if value.amount or not total.cell.is_formula:
                yield Stated(at, value, total.sum_of, total.cell.is_formula)
            case _:
                pass


def _find_formulas(totalled: Totalled) -> Iterator[TotalCell]:
    figures = totalled.spread.column(totalled.spread.office.figures)
    for indicator in totalled.form.indicators:
        cells = totalled.lines.get(indicator.office_row, ())
        if indicator.sheet == totalled.sheet.code and indicator.adding is Adding.FORMULA:
            for cell in cells:
                if cell.column == figures:
                    yield TotalCell(cell, indicator, Reference(indicator.code), indicator.code)


def _find_total_rows(totalled: Totalled) -> Iterator[TotalCell]:
    office = totalled.spread.office
    wanted = {line.row for line in office.lines if folded(line.label) not in _TOTALS}
    for column in _added(totalled):
        parts = [each for each in _cells_of(totalled) if each.source and _is_in(each, column)]
        if {each.office_row for each in parts} != wanted:
            continue
        whole = _sum([each for each in parts if each.parent is None])
        for cells in totalled.totals:
            place = totalled.spread.column(column.position)
            yield from (TotalCell(cell, parts[0], whole) for cell in cells if cell.column == place)


def _find_total_columns(totalled: Totalled) -> Iterator[TotalCell]:
    office = totalled.spread.office
    positions = {column.position for column in _added(totalled)}
    for total in {head.column: head for head in office.heads if is_total_head(head)}.values():
        before = {head.column for head in office.heads if office.labels < head.column < total.column}
        if not before or before != positions:
            continue
        place = totalled.spread.column(total.column)
        for row, cells in totalled.lines.items():
            parts = [each for each in _cells_of(totalled) if each.office_row == row]
            if parts:
                yield from (TotalCell(cell, parts[0], _sum(parts)) for cell in cells if cell.column == place)


def _added(totalled: Totalled) -> tuple[ListColumn, ...]:
    words = (Kind.TEXT, Kind.DAY, Kind.PERCENT)
    return tuple(column for column in totalled.form.columns_of(totalled.sheet.code) if column.kind not in words)


def _cells_of(totalled: Totalled) -> Iterator[Indicator]:
    for indicator in totalled.form.indicators:
        is_here = indicator.sheet == totalled.sheet.code and isinstance(indicator.source, MatrixCell)
        if is_here and indicator.is_numeric and indicator.kind is not Kind.PERCENT:
            yield indicator


def _is_in(indicator: Indicator, column: ListColumn) -> bool:
    return isinstance(indicator.source, MatrixCell) and indicator.source.column == column.code


def _sum(parts: Iterable[Indicator]) -> Expression:
    return Call(Function.SUM, tuple(Reference(part.code) for part in parts))
