"""Taking in history. This module holds how earlier cluster workbooks and plain tables become figures of history."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from ccbdesk.engine.history.tables import TableFault, TableRow, read_table
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Content, Grid, Workbook
from ccbdesk.model.history import Earlier, EarlierPeriod
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import EarlierUnusable, NothingThere, TroubleError
from ccbdesk.operations.earlier import kept_figures
from ccbdesk.operations.trace import is_ours, open_output

_CSV = (".csv", ".txt", ".tsv")
_SEPARATORS = ";,\t"


def read_earlier(paths: Iterable[Path], form: Form, reader: Reader) -> Earlier:
    """Return the figures of earlier periods: of output folders or cluster workbooks of ours, and of plain tables.

    Raises TroubleError: NothingThere where there is neither, EarlierUnusable where a row of a table cannot be used."""
    return Earlier(tuple(period for path in paths for period in _read(path, form, reader)))


def _read(path: Path, form: Form, reader: Reader) -> tuple[EarlierPeriod, ...]:
    if path.suffix.casefold() in _CSV:
        return _of_table(path, form, _csv_rows(path))
    if path.is_dir():
        return (kept_figures(open_output(path, reader), form),)
    workbook = reader.read(path)
    if isinstance(workbook, Refused):
        raise TroubleError(NothingThere(str(path)))
    if is_ours(workbook):
        return (kept_figures(open_output(path, reader), form),)
    return _of_table(path, form, _sheet_rows(workbook))


def _of_table(path: Path, form: Form, rows: Iterable[TableRow]) -> tuple[EarlierPeriod, ...]:
    read = read_table(form, rows, path.name)
    if isinstance(read, TableFault):
        raise TroubleError(EarlierUnusable(str(path), read.row, read.column.proper, read.seen))
    return read


def _sheet_rows(workbook: Workbook) -> Iterator[TableRow]:
    """Yield the rows of the first sheet that is not hidden and holds anything."""
    grid = next((grid for grid in workbook.grids if grid.cells and not grid.is_hidden), Grid("", ()))
    for number, cells in grid.rows():
        at = {cell.column: cell.content for cell in cells}
        yield number, tuple(_plain(at.get(column, "")) for column in range(1, max(at) + 1))


def _plain(content: Content) -> Decimal | str:
    return content if isinstance(content, Decimal | str) else str(content)


def _csv_rows(path: Path) -> Iterator[TableRow]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TroubleError(NothingThere(str(path))) from error
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
        yield number, tuple(cells)
