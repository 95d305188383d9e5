"""The sheet Số liệu. This module holds the checks of single rows and the indicators they become."""

from collections.abc import Iterator

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.derived import find_formula_mistakes, find_formula_rings
from ccbdesk.engine.forms.expressions import read_expression
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.kinds import find_kind_faults, measure_of_row
from ccbdesk.engine.forms.names import Figure, Names, find_unknown_sheet, indicator_code
from ccbdesk.engine.forms.parts import find_parent_mistakes
from ccbdesk.engine.forms.scopes import applies_to, find_scope_mistakes
from ccbdesk.engine.forms.tables import Row, Table, find_nothing, find_repeated
from ccbdesk.model.form import Adding, Indicator
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import SheetCode
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn


def find_indicator_mistakes(table: Table, units: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the indicators, row by row and between rows."""
    yield from find_nothing(table, IndicatorColumn.CODE)
    for row in table.rows:
        figure = Figure(row, names.sheet_of(row))
        yield from row.find_mistakes()
        yield from _find_sheet_mistakes(row, names)
        yield from _find_reversed_bounds(row)
        yield from find_kind_faults(figure)
        yield from find_scope_mistakes(figure, units, names)
        yield from find_formula_mistakes(figure, names)
    yield from find_repeated(table.rows, IndicatorColumn.CODE, indicator_code)
    yield from _find_taken_aliases(table.rows)
    yield from find_parent_mistakes(table.rows, names)
    yield from find_formula_rings(table.rows, names)


def _find_sheet_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    seen = row.get(IndicatorColumn.SHEET)
    if seen and names.sheet_of(row) is None:
        yield from (row.mistake(IndicatorColumn.SHEET, fault) for fault in find_unknown_sheet(seen, names))


def _find_reversed_bounds(row: Row) -> Iterator[FormMistake]:
    lowest, highest = row.get(IndicatorColumn.LOWEST), row.get(IndicatorColumn.HIGHEST)
    if lowest is not None and highest is not None and lowest > highest:
        seen, against = row.seen(IndicatorColumn.HIGHEST), row.seen(IndicatorColumn.LOWEST)
        yield row.mistake(IndicatorColumn.HIGHEST, Fault(Wrong.BOUNDS_REVERSED, seen, against=against))


def _find_taken_aliases(rows: tuple[Row, ...]) -> Iterator[FormMistake]:
    """Yield other names that already name another indicator of the same sheet."""
    labels: dict[tuple[str, str], tuple[Row, str]] = {}
    for row in rows:
        label = row.get(IndicatorColumn.LABEL) or ""
        labels.setdefault(_label_key(row, label), (row, row.spot(IndicatorColumn.LABEL).address))
    for row in rows:
        for alias in row.get(IndicatorColumn.ALIASES) or ():
            here = row.spot(IndicatorColumn.ALIASES).address
            owner, address = labels.setdefault(_label_key(row, alias), (row, here))
            if owner is not row:
                yield row.mistake(IndicatorColumn.ALIASES, Fault(Wrong.NAME_TWICE, alias, against=address))


def _label_key(row: Row, label: str) -> tuple[str, str]:
    return key(row.seen(IndicatorColumn.SHEET)), key(label)


def read_indicators(table: Table, units: tuple[Row, ...], names: Names) -> tuple[Indicator, ...]:
    """Return the indicators, of a form without mistakes.

    Left open: it is a figure of every unit; how it adds up as :attr:`Figure.adding` says; a percentage is in %."""
    return tuple(_indicator(Figure(row, names.sheet_of(row)), units, names) for row in table.rows)


def _indicator(figure: Figure, units: tuple[Row, ...], names: Names) -> Indicator:
    row = figure.row
    parent = row.get(IndicatorColumn.PARENT)
    return Indicator(
        code=figure.code,
        label=row.need(IndicatorColumn.LABEL),
        sheet=_sheet_code(figure),
        section=row.get(IndicatorColumn.SECTION) or "",
        measure=measure_of_row(row),
        kind=row.need(IndicatorColumn.KIND),
        adding=figure.adding or Adding.NOT_ADDED,
        number=row.get(IndicatorColumn.NUMBER) or "",
        required=bool(row.get(IndicatorColumn.REQUIRED)),
        parent=indicator_code(parent) if parent else None,
        exhaustive=bool(row.get(IndicatorColumn.EXHAUSTIVE)),
        applies_to=applies_to(row, units),
        formula=read_expression(row, IndicatorColumn.FORMULA, names).expression,
        planned=bool(row.get(IndicatorColumn.PLANNED)),
        lowest=row.get(IndicatorColumn.LOWEST),
        highest=row.get(IndicatorColumn.HIGHEST),
        better=row.get(IndicatorColumn.BETTER),
        ways=row.get(IndicatorColumn.WAYS) or (),
        headline=bool(row.get(IndicatorColumn.HEADLINE)),
        note=row.get(IndicatorColumn.GUIDE) or "",
        aliases=row.get(IndicatorColumn.ALIASES) or (),
    )


def _sheet_code(figure: Figure) -> SheetCode:
    if figure.sheet is None:
        raise ValueError(figure.code)
    return SheetCode(figure.sheet.need(SheetColumn.CODE))
