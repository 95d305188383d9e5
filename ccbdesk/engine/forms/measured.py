"""Measures in the rows of a list. This module holds how a form says so: “theo cột …”."""

from collections.abc import Iterator

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import indicator_code
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.form import Kind, SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import ColumnCode
from ccbdesk.vietnamese.folding import folded, nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import SheetColumn, TableColumn

_BY_COLUMN = "theo cot"
_COUNTING = (Kind.INTEGER, Kind.DECIMAL)


def column_named(measure: str) -> str:
    """Return the column that a measure says it stands in, such as “dvt” of “theo cột dvt”; empty where it is one."""
    words = tidy(measure).split(maxsplit=2)
    return words[2] if len(words) == 3 and folded(" ".join(words[:2])) == _BY_COLUMN else ""


def measuring_column(row: Row, columns: tuple[Row, ...]) -> ColumnCode | None:
    """Return the code of the column that holds the measures of another one, None where it has its own."""
    found = _meant(column_named(row.get(TableColumn.MEASURE) or ""), columns)
    return ColumnCode(indicator_code(found.name(TableColumn.CODE))) if found else None


def _meant(name: str, columns: tuple[Row, ...]) -> Row | None:
    if not name:
        return None
    by_code = (column for column in columns if column.name(TableColumn.CODE).casefold() == name.casefold())
    by_label = (column for column in columns if folded(str(column.get(TableColumn.LABEL) or "")) == folded(name))
    return next(by_code, None) or next(by_label, None)


def find_measured_mistakes(row: Row, sheet: Row, columns: tuple[Row, ...]) -> Iterator[FormMistake]:
    """Yield what is wrong with a measure that is to stand in another column of the same list."""
    seen, kind = row.seen(TableColumn.MEASURE), row.get(TableColumn.KIND)
    name = column_named(row.get(TableColumn.MEASURE) or "")
    if not name or kind is None:
        return
    if sheet.get(SheetColumn.KIND) is not SheetKind.LIST:
        fault = Fault(Wrong.NOT_ALLOWED_HERE, seen, against=sheet.seen(SheetColumn.KIND))
        yield row.mistake(TableColumn.MEASURE, fault)
    elif kind in (Kind.TEXT, Kind.DAY):
        yield row.mistake(TableColumn.MEASURE, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=row.seen(TableColumn.KIND)))
    elif kind in _COUNTING:
        yield from _find_unmeasured(row, name, columns)


def _find_unmeasured(row: Row, name: str, columns: tuple[Row, ...]) -> Iterator[FormMistake]:
    found = _meant(name, columns)
    if found is None:
        codes = tuple(code for column in columns if (code := column.name(TableColumn.CODE)))
        yield row.mistake(TableColumn.MEASURE, Fault(Wrong.NAME_UNKNOWN, name, nearest(name, codes), codes))
    elif found.get(TableColumn.KIND) not in (Kind.TEXT, None):
        against = found.seen(TableColumn.KIND)
        yield row.mistake(TableColumn.MEASURE, Fault(Wrong.NOT_ALLOWED_HERE, name, against=against))
    if row.get(TableColumn.ADDED):
        fault = Fault(Wrong.NOT_ALLOWED_HERE, row.seen(TableColumn.ADDED), against=row.seen(TableColumn.MEASURE))
        yield row.mistake(TableColumn.ADDED, fault)
