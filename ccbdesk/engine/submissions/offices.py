"""Returns made on a file that the office already uses. This module holds where the figures of a form stand in them."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.aligning import Aligned, align
from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.office_spread import Spread, captions_of, is_total, spread_over, standing_in
from ccbdesk.engine.submissions.office_totals import TotalCell, Totalled, find_totals
from ccbdesk.engine.submissions.shown import bare, is_filled
from ccbdesk.engine.submissions.tables import Row
from ccbdesk.model.form import Form, FormSheet, Indicator, ListColumn, MatrixCell, SheetKind
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.model.office import OfficeSheet
from ccbdesk.model.origin import ColumnCode
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.labels import label_keys

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class OfficeTable(Headed):
    """A sheet of figures or a matrix made on an office's file, and what the file itself adds up."""

    figures: tuple[Row, ...]
    totals: tuple[TotalCell, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are, or may be, figures of the form."""
        return iter(self.figures)


def find_office_table(form: Form, sheet: FormSheet, office: OfficeSheet, grid: Grid) -> OfficeTable:
    """Return the figures of a form's sheet where they stand in a return's copy of the office's sheet."""
    spread = spread_over(office, grid)
    over = _Over(form, sheet, grid, spread, _label_column(spread, grid), _by_place(form, sheet))
    rows = tuple(_inside(over))
    aligned = align(office.lines, tuple(over.label(cells) for _, cells in rows))
    read = tuple((cells, found) for (_, cells), found in zip(rows, aligned, strict=True))
    figures = tuple(row for cells, found in read for row in _figures(over, cells, found))
    lines = {found.line.row: cells for cells, found in read if found.line}
    totals = tuple(cells for cells, found in read if is_total(cells))
    return OfficeTable(
        grid,
        spread.first_head,
        figures,
        tuple(find_totals(Totalled(form, sheet, spread, lines, totals))),
        standing=standing_in(office),
        captions=captions_of(spread, grid),
    )


@dataclass(frozen=True, slots=True)
class _Over:
    """A sheet of a return over that of the office's file; its labels stand in the column ``labels``.

    ``indicators`` are the form's by their row in the office's file, and their column of a matrix."""

    form: Form
    sheet: FormSheet
    grid: Grid
    spread: Spread
    labels: int
    indicators: Mapping[tuple[int, ColumnCode | None], Indicator]

    @property
    def columns(self) -> tuple[tuple[ListColumn | None, int], ...]:
        """The columns of figures: those of the matrix, else the one there is."""
        if self.sheet.kind is SheetKind.MATRIX:
            columns = self.form.columns_of(self.sheet.code)
            return tuple((column, self.spread.column(column.position)) for column in columns)
        return ((None, self.spread.column(self.spread.office.figures)),)

    def indicator(self, row: int, column: ListColumn | None) -> Indicator | None:
        """Return the indicator of a row of the office's file, in a column of the matrix."""
        return self.indicators.get((row, column.code if column else None))

    def label(self, cells: Cells) -> str:
        """Return the label of a row, or an empty text."""
        return next((bare(cell.content) for cell in cells if cell.column == self.labels and is_filled(cell)), "")


def _by_place(form: Form, sheet: FormSheet) -> Mapping[tuple[int, ColumnCode | None], Indicator]:
    found: dict[tuple[int, ColumnCode | None], Indicator] = {}
    for indicator in form.indicators:
        if indicator.sheet == sheet.code and indicator.office_row:
            column = indicator.source.column if isinstance(indicator.source, MatrixCell) else None
            found.setdefault((indicator.office_row, column), indicator)
    return found


def _label_column(spread: Spread, grid: Grid) -> int:
    """Return the column in which most of the office's labels stand; where none is found, the one they belong in."""
    labels = {key for line in spread.office.lines for key in label_keys(line.label)[:2]}
    texts = ((cell.column, cell.content) for cell in grid.cells if isinstance(cell.content, str))
    votes = Counter(column for column, words in texts if folded(words) in labels)
    belongs = spread.column(spread.office.labels)
    return max(votes, key=lambda column: (votes[column], column == belongs), default=belongs)


def _inside(over: _Over) -> Iterator[tuple[int, Cells]]:
    """Yield the rows of the lines: below the heads, down to the last line and whatever was written right under it.

    A label that comes again below what stands under the lines in the file is a remark, and no line."""
    office = over.spread.office
    labels = Counter(label_keys(line.label)[-1] for line in office.lines)
    rows = [row for row in over.grid.rows() if _is_under_heads(over, row, labels)]
    below = {folded(words) for words in office.below} - {folded(line.label) for line in office.lines} - {""}
    keys = [label_keys(over.label(cells))[-1] for _, cells in rows]
    last = _last_wanted(keys, labels)
    for place in range(last + 1, len(rows)):
        number, cells = rows[place]
        if not is_total(cells) and any(folded(bare(cell.content)) in below for cell in cells):
            break
        is_next = number == rows[last][0] + 1 and bool(over.label(cells) or is_total(cells))
        if keys[place] in labels or is_next:
            last = place
    yield from rows[: last + 1]


def _last_wanted(keys: Sequence[str], labels: Mapping[str, int]) -> int:
    """Return the last place at which a label stands that did not stand as often before as it does in the file."""
    seen: Counter[str] = Counter()
    last = -1
    for place, key in enumerate(keys):
        if seen[key] < labels.get(key, 0):
            seen[key] += 1
            last = place
    return last


def _is_under_heads(over: _Over, row: tuple[int, Cells], labels: Collection[str]) -> bool:
    """A line that got in between the heads is one all the same."""
    number, cells = row
    spread = over.spread
    return number > (spread.first_head if label_keys(over.label(cells))[-1] in labels else spread.last_head)


def _figures(over: _Over, cells: Cells, found: Aligned) -> Iterator[Row]:
    """Yield the figures of a row; a line of the file that the form does not ask for has none, and no total."""
    if not found.lines and is_total(cells):
        return
    for column, position in over.columns:
        asked = [over.indicator(line.row, column) for line in found.lines]
        if any(asked) or not found.lines:
            row = _row(over, cells, column, position)
            yield replace(row, placed=tuple(each.code for each in asked if each), is_guess=found.is_guess)


def _row(over: _Over, cells: Cells, column: ListColumn | None, position: int) -> Row:
    by_column = {cell.column: cell for cell in cells}
    figure, label, plans = by_column.get(position), over.label(cells), over.spread.office.plans
    return Row(
        sheet=over.grid.name,
        number=cells[0].row,
        figure_column=position,
        code="",
        label=f"{label} – {column.label}" if column and label else label,
        texts=tuple(cell.content for cell in cells if isinstance(cell.content, str)),
        figure=figure,
        is_hidden=over.grid.is_hidden or (figure is not None and figure.is_hidden),
        plan=by_column.get(over.spread.column(plans)) if plans else None,
    )
