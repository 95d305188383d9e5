"""Lists in a file that the office already uses. This module holds where their rows stand in a return."""

from collections.abc import Collection, Iterator, Mapping

from ccbdesk.engine.submissions.listings import Listing
from ccbdesk.engine.submissions.office_spread import captions_of, is_total, spread_over, standing_in
from ccbdesk.engine.submissions.office_totals import TotalCell
from ccbdesk.engine.submissions.shown import bare
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Form, FormSheet, ListSum
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.model.office import OfficeHead, OfficeSheet
from ccbdesk.model.origin import ColumnCode
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import COLUMN_ALIASES, Column

_NUMBERS = frozenset(folded(words) for words in (Column.NUMBER.value, *COLUMN_ALIASES[Column.NUMBER]))


def find_office_listing(form: Form, sheet: FormSheet, office: OfficeSheet, grid: Grid) -> Listing:
    """Return the list of a form's sheet where it stands in a return's copy of the office's sheet."""
    spread = spread_over(office, grid)
    columns = tuple((column, spread.column(column.position)) for column in form.columns_of(sheet.code))
    numbers = next((head for head in office.heads if folded(head.words) in _NUMBERS), OfficeHead(0, 0, ""))
    below = {folded(words) for words in office.below} - {""}
    ending = next((cells for _, cells in grid.rows() if _ends(cells, spread.last_head, below)), ())
    totals = {column.code: cell for column, place in columns for cell in ending if cell.column == place}
    return Listing(
        grid,
        spread.first_head,
        sheet,
        spread.last_head,
        spread.column(numbers.column) if numbers.column else 0,
        columns,
        ending[0].row if ending else 0,
        tuple(_find_totals(form, sheet, totals)) if is_total(ending) else (),
        standing=standing_in(office),
        captions=captions_of(spread, grid),
    )


def _ends(cells: tuple[Cell, ...], last_head: int, below: Collection[str]) -> bool:
    """Tell whether the list ends above a row: it adds up the others, or stands below them in the office's file."""
    is_below = any(folded(bare(cell.content)) in below for cell in cells)
    return cells[0].row > last_head and (is_below or is_total(cells))


def _find_totals(form: Form, sheet: FormSheet, totals: Mapping[ColumnCode, Cell]) -> Iterator[TotalCell]:
    for indicator in form.indicators:
        match indicator.source:
            case ListSum(of, column) if of == sheet.code and column in totals:
                yield TotalCell(totals[column], indicator, Reference(indicator.code), indicator.code)
            case _:
                pass
