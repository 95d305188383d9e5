"""The sheet Số liệu. This module holds the checks of single rows and the indicators they become."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.derived import find_formula_mistakes, find_formula_rings
from ccbdesk.engine.forms.expressions import read_expression
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Line, indicator_code
from ccbdesk.engine.forms.kinds import find_kind_faults, measure_of_row
from ccbdesk.engine.forms.made import list_indicators, matrix_indicators
from ccbdesk.engine.forms.matrices import find_matrix_mistakes
from ccbdesk.engine.forms.names import Names, find_unknown_sheet, sheet_key
from ccbdesk.engine.forms.office_rows import office_row
from ccbdesk.engine.forms.parts import find_parent_mistakes
from ccbdesk.engine.forms.scopes import applies_to, find_scope_mistakes
from ccbdesk.engine.forms.tables import Row, Table, find_nothing, find_repeated
from ccbdesk.model.form import Adding, FormSheet, Indicator, Kind, ListColumn, Preparer, SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.office import OfficeSheet
from ccbdesk.model.origin import IndicatorCode, SheetCode
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn


def find_indicator_mistakes(table: Table, units: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the indicators, row by row and between rows."""
    yield from find_nothing(table, IndicatorColumn.CODE)
    for row in table.rows:
        line = names.line(row)
        columns = names.columns_of(row.get(IndicatorColumn.SHEET) or "")
        yield from row.find_mistakes(IndicatorColumn.KIND if _may_do_without_kind(line, columns) else None)
        yield from _find_sheet_mistakes(row, names)
        yield from _find_reversed_bounds(row)
        yield from find_kind_faults(line)
        yield from _find_given_nowhere(line, names)
        yield from find_scope_mistakes(line, units, names)
        if line.is_of_matrix:
            yield from find_matrix_mistakes(line, columns, names)
        else:
            yield from find_formula_mistakes(line, names)
    yield from _find_rows_of_lists(table.rows, names)
    yield from find_repeated(table.rows, IndicatorColumn.CODE, indicator_code)
    yield from find_repeated(table.rows, IndicatorColumn.ABOVE, indicator_code)
    yield from _find_taken_aliases(table.rows)
    yield from find_parent_mistakes(table.rows, names)
    yield from find_formula_rings(table.rows, names)


def _may_do_without_kind(line: Line, columns: tuple[Row, ...]) -> bool:
    """Tell whether a row may stand in a matrix, whose columns say what kind of figures it has."""
    return line.sheet is None or line.is_of_matrix or bool(columns)


def _find_sheet_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    seen = row.get(IndicatorColumn.SHEET)
    if seen and names.line(row).sheet is None:
        yield from (row.mistake(IndicatorColumn.SHEET, fault) for fault in find_unknown_sheet(seen, names))


def _find_given_nowhere(line: Line, names: Names) -> Iterator[FormMistake]:
    """Yield that the cluster's office is to give a figure that is its own anyway, or has no sheet to give it on."""
    row, column = line.row, IndicatorColumn.ADDING
    if row.get(column) is not Adding.GIVEN or line.sheet is None:
        return
    seen, sheets = row.seen(column), names.sheets.values()
    if line.preparer is Preparer.CLUSTER:
        yield row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=line.sheet.seen(SheetColumn.PREPARER)))
    elif names.declared_sheets.is_there and not any(_may_be_period_sheet(sheet) for sheet in sheets):
        yield row.mistake(column, Fault(Wrong.NO_PERIOD_SHEET, seen))


def _may_be_period_sheet(sheet: Row) -> bool:
    kind, preparer = sheet.get(SheetColumn.KIND), sheet.get(SheetColumn.PREPARER)
    if sheet.get(SheetColumn.OFFICE_FILE):
        return False  # an office's own file gets no lines of ours
    return kind in (None, SheetKind.FIGURES, SheetKind.NARRATIVE) and preparer in (None, Preparer.CLUSTER)


def _find_rows_of_lists(rows: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield, once a list, that it has rows here: the members write the rows of a list themselves."""
    told: set[str] = set()
    for row in rows:
        sheet, seen = names.line(row).sheet, row.seen(IndicatorColumn.SHEET)
        if sheet and sheet.get(SheetColumn.KIND) is SheetKind.LIST and sheet_key(seen) not in told:
            told.add(sheet_key(seen))
            against = sheet.seen(SheetColumn.KIND)
            yield row.mistake(IndicatorColumn.SHEET, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=against))


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


def read_indicators(
    table: Table, units: tuple[Row, ...], sheets: tuple[FormSheet, ...], columns: tuple[ListColumn, ...], names: Names
) -> tuple[Indicator, ...]:
    """Return the indicators, of a form without mistakes: by rows, those of a list behind those of the sheets before it.

    Left open: it is a figure of every unit; how it adds up as ``usual_adding`` says; a percentage is in %."""
    lines = tuple(names.line(row) for row in table.rows)
    offices = {sheet.code: sheet.office for sheet in sheets if sheet.office}
    written = tuple(each for line in lines for each in _indicators(line, units, columns, names, offices))
    return _with_lists(written, sheets, columns)


def _indicators(
    line: Line,
    units: tuple[Row, ...],
    columns: tuple[ListColumn, ...],
    names: Names,
    offices: Mapping[SheetCode, OfficeSheet],
) -> tuple[Indicator, ...]:
    indicator = _indicator(line, units, names)
    if office := offices.get(indicator.sheet):
        indicator = replace(indicator, office_row=office_row(line.row, office))
    if not line.is_of_matrix:
        return (indicator,)
    return matrix_indicators(indicator, line, _columns_of(columns, indicator.sheet))


def _columns_of(columns: tuple[ListColumn, ...], sheet: SheetCode) -> tuple[ListColumn, ...]:
    return tuple(column for column in columns if column.sheet == sheet)


def _with_lists(
    indicators: tuple[Indicator, ...], sheets: tuple[FormSheet, ...], columns: tuple[ListColumn, ...]
) -> tuple[Indicator, ...]:
    before: set[SheetCode] = set()
    for sheet in sheets:
        before.add(sheet.code)
        if sheet.kind is SheetKind.LIST:
            place = max((place for place, each in enumerate(indicators, start=1) if each.sheet in before), default=0)
            of_list = list_indicators(sheet, _columns_of(columns, sheet.code))
            indicators = (*indicators[:place], *of_list, *indicators[place:])
    return indicators


def _indicator(line: Line, units: tuple[Row, ...], names: Names) -> Indicator:
    row = line.row
    parent = row.get(IndicatorColumn.PARENT)
    return Indicator(
        code=line.code,
        label=row.need(IndicatorColumn.LABEL),
        sheet=_sheet_code(line),
        section=row.get(IndicatorColumn.SECTION) or "",
        measure=measure_of_row(row),
        kind=line.kind or Kind.INTEGER,
        adding=line.adding or Adding.NOT_ADDED,
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
        above=_code_above(row),
    )


def _code_above(row: Row) -> IndicatorCode | None:
    above = row.get(IndicatorColumn.ABOVE)
    return indicator_code(above) if above else None


def _sheet_code(line: Line) -> SheetCode:
    if line.sheet is None:
        raise ValueError(line.code)
    return SheetCode(line.sheet.need(SheetColumn.CODE))
