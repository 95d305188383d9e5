"""Rows of lists put right, entered by hand or taken out. This module holds how they take the place of those received.

What was decided about a row holds for as long as the file says what it said then; where it says otherwise, the file is
used and a finding says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ccbdesk.engine.submissions.list_lines import Line, ListReader
from ccbdesk.engine.submissions.listings import Entry
from ccbdesk.model.decision import RowAdded, RowCorrected, RowTakenOut
from ccbdesk.model.finding import CorrectionOvertaken, Overtaken, RowOvertaken, Where
from ccbdesk.model.grid import Cell
from ccbdesk.model.origin import ColumnCode, CorrectionOrigin, Reading
from ccbdesk.model.settled import RowActs, Standing
from ccbdesk.vietnamese.folding import tidy

RowFinding = CorrectionOvertaken | RowOvertaken
_RowStanding = Standing[RowCorrected] | Standing[RowAdded] | Standing[RowTakenOut]


@dataclass(frozen=True, slots=True)
class PutRight:
    """The rows of a list after what was decided about them: those that count, and those that were taken out.

    ``touched`` are, by column, the origins of what was put right in it; under None those of whole rows."""

    lines: tuple[Line, ...]
    taken_out: tuple[Line, ...] = ()
    findings: tuple[RowFinding, ...] = ()
    touched: tuple[tuple[ColumnCode | None, CorrectionOrigin], ...] = field(default=())

    def origins(self, column: ColumnCode | None) -> tuple[CorrectionOrigin, ...]:
        """Return on whose word what stands in a column, or the number of rows, is not what was received."""
        return tuple(origin for each, origin in self.touched if each == column)


def put_right(reader: ListReader, lines: tuple[Line, ...], acts: RowActs) -> PutRight:
    """Return the rows of a list after what was decided about them."""
    added = tuple(each for each in acts.added if each.act.row.key not in {line.key for line in lines})
    everything = (*lines, *(_entered(reader, each) for each in added))
    out = {each.act.row.key: each for each in acts.taken_out}
    gone = {line.key: out[line.key] for line in everything if line.key in out and _says(line, out[line.key].act)}
    left = tuple(_corrected(reader, line, acts.corrected) for line in everything if line.key not in gone)
    taken_out = tuple(replace(line, by_hand=_origin(gone[line.key])) for line in everything if line.key in gone)
    findings = (
        *_find_overtaken_cells(reader, everything, acts.corrected),
        *_find_overtaken_rows(reader, lines, acts),
    )
    return PutRight(left, taken_out, findings, tuple(_find_touched(left, taken_out)))


def _origin(standing: _RowStanding, received: Reading | None = None) -> CorrectionOrigin:
    return CorrectionOrigin(standing.decision, standing.act.source, received, standing.act.evidence)


def _says(line: Line, act: RowTakenOut) -> bool:
    """Tell whether a row still says what it said when it was taken out."""
    return _alike(line.contents, act.received)


def _alike(some: Iterable[tuple[ColumnCode, str]], others: Iterable[tuple[ColumnCode, str]]) -> bool:
    return _bare(some) == _bare(others)


def _bare(cells: Iterable[tuple[ColumnCode, str]]) -> dict[ColumnCode, str]:
    return {column: tidy(typed) for column, typed in cells if tidy(typed)}


# -- rows and cells by the office ----------------------------------------------------------------------------------


def _entered(reader: ListReader, standing: Standing[RowAdded]) -> Line:
    """Return the row that was entered; columns that the form no longer has are left out."""
    typed, origin, key = dict(standing.act.cells), _origin(standing), standing.act.row.key
    cells = tuple(
        (column, Cell(1, number, typed[column.code]))
        for number, column in enumerate(reader.form.columns_of(reader.sheet.code), start=1)
        if tidy(typed.get(column.code, ""))
    )
    entry = Entry(0, cells)
    return Line(entry, key, reader.read(entry, key, {column.code: origin for column, _ in cells}), origin)


def _corrected(reader: ListReader, line: Line, corrections: Iterable[Standing[RowCorrected]]) -> Line:
    """Return a row with those of its cells put right that say what they said then; the others are read beside them."""
    columns = reader.form.columns_of(reader.sheet.code)
    holding = {
        each.act.column: each
        for each in corrections
        if each.act.row.key == line.key and not _is_overtaken(line, each.act)
    }
    if not holding:
        return line
    before = {column.code: cell.reading for column, cell in line.cells if line.seen(column.code)}
    by_office = {code: each.correction for code, each in before.items() if each.correction}
    by_office |= {code: _origin(each, before.get(code)) for code, each in holding.items()}
    typed = {code: Cell(max(line.entry.number, 1), 1, each.act.typed) for code, each in holding.items()}
    cells = {column.code: cell for column, cell in line.entry.cells} | typed
    entry = Entry(line.entry.number, tuple((each, cells[each.code]) for each in columns if each.code in cells))
    return replace(line, entry=entry, cells=reader.read(entry, line.key, by_office))


def _is_overtaken(line: Line, act: RowCorrected) -> bool:
    return tidy(line.seen(act.column)) != tidy(act.received)


# -- what became of it ---------------------------------------------------------------------------------------------


def _find_overtaken_cells(
    reader: ListReader, lines: Iterable[Line], corrections: Iterable[Standing[RowCorrected]]
) -> Iterator[RowFinding]:
    """A cell that now says what it was put right to needs no word about it."""
    by_key = {line.key: line for line in lines}
    columns = {column.code: column for column in reader.form.columns_of(reader.sheet.code)}
    for each in corrections:
        act = each.act
        line, column = by_key.get(act.row.key), columns.get(act.column)
        if line is None or column is None:
            yield RowOvertaken(reader.place, act.row.name, Overtaken.GONE, act.typed)
        elif _is_overtaken(line, act) and tidy(line.seen(act.column)) != tidy(act.typed):
            yield CorrectionOvertaken(reader.where(column, line, line.seen(act.column)), act.received, act.typed)


def _find_overtaken_rows(reader: ListReader, lines: Iterable[Line], acts: RowActs) -> Iterator[RowFinding]:
    """A row that was taken out and is gone, or was entered and has come as it was entered, needs no word about it."""
    by_key = {line.key: line for line in lines}
    for added in acts.added:
        line = by_key.get(added.act.row.key)
        if line and not _alike(line.contents, added.act.cells):
            yield RowOvertaken(_place(reader, line), added.act.row.name, Overtaken.THERE)
    for taken in acts.taken_out:
        line = by_key.get(taken.act.row.key)
        if line and not _says(line, taken.act):
            yield RowOvertaken(_place(reader, line), taken.act.row.name, Overtaken.CHANGED)


def _place(reader: ListReader, line: Line) -> Where:
    """A row's place is that of its first filled cell."""
    column = next((column for column, _ in line.cells), reader.columns[0])
    return replace(reader.where(column, line, line.name), indicator=None)


def _find_touched(
    lines: Iterable[Line], taken_out: Iterable[Line]
) -> Iterator[tuple[ColumnCode | None, CorrectionOrigin]]:
    """Yield what was put right by column; rows that were entered or taken out touch the number of rows as well."""
    for line in (*lines, *taken_out):
        if line.by_hand:
            yield None, line.by_hand
            yield from ((column, line.by_hand) for column, _ in line.contents)
        for column, cell in line.cells:
            if cell.reading.correction:
                yield column.code, cell.reading.correction
