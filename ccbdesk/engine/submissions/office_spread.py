"""Returns made on a file that the office already uses. This module holds how a return's sheet lies over the office's.

Such a file carries no stamp. It is known by its heads and labels; rows and columns may have been inserted in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.submissions.shown import bare
from ccbdesk.model.form import Form, FormSheet
from ccbdesk.model.grid import Cell, Grid
from ccbdesk.model.office import OfficeCell, OfficeHead, OfficeSheet
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import TOTAL_LINES, Caption

_TOTALS = frozenset(folded(words) for words in TOTAL_LINES)
_LAST_ROW = 60
"""The last row in which heads are looked for."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a return's sheet lies over the office's: how many rows lower its heads stand, and where each column went.

    ``columns`` are those of the office's sheet with a head, ``last_head`` is the last row of the heads."""

    office: OfficeSheet
    rows_down: int
    columns: Mapping[int, int]
    first_head: int
    last_head: int

    def column(self, column: int) -> int:
        """Return where a column of the office's sheet stands; one without a head moved with its left neighbour."""
        left = max((each for each in self.columns if each <= column), default=0)
        return column + (self.columns[left] - left if left else 0)


def spread_over(office: OfficeSheet, grid: Grid) -> Spread:
    """Return how a sheet lies over the office's, by the heads that are where they belong relative to each other."""
    found = tuple(_find_heads(office, grid))
    votes = Counter(down for _, down in {(head, cell.row - head.row) for head, cell in found})
    down = max(votes, key=lambda each: (votes[each], -abs(each)), default=0)
    columns: dict[int, int] = {}
    for head, cell in found:
        if cell.row - head.row == down:
            places = (columns.get(head.column, cell.column), cell.column)
            columns[head.column] = min(places, key=lambda place: abs(place - head.column))
    rows = tuple(_head_rows(office, found, down)) or (office.first_row - 1 + down,)
    return Spread(office, down, columns, min(rows), max(rows))


def _head_rows(office: OfficeSheet, found: Iterable[tuple[OfficeHead, Cell]], down: int) -> Iterator[int]:
    """Yield the rows of the heads that are still there: half of their cells say what they should."""
    there = {head for head, cell in found if cell.row - head.row == down}
    for row, count in Counter(head.row for head in office.heads).items():
        if 2 * sum(1 for head in there if head.row == row) >= count:
            yield row + down


def _find_heads(office: OfficeSheet, grid: Grid) -> Iterator[tuple[OfficeHead, Cell]]:
    """Yield every head of the office's sheet with each cell near the top that says the same."""
    saying: dict[str, list[Cell]] = {}
    for cell in grid.cells:
        if cell.row <= _LAST_ROW:
            saying.setdefault(folded(bare(cell.content)), []).append(cell)
    for head in office.heads:
        for cell in saying.get(folded(head.words) or "-", ()):
            yield head, cell


def is_total(cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row adds up the others, as the first words in it say."""
    words = [folded(cell.content) for cell in cells if isinstance(cell.content, str)]
    return bool(words) and words[0] in _TOTALS


def is_total_head(head: OfficeHead) -> bool:
    """Tell whether a column adds up those before it."""
    return folded(head.words) in _TOTALS


# -- which sheet it is ---------------------------------------------------------------------------------------------


def office_of(form: Form, grid: Grid) -> FormSheet | None:
    """Return the form's sheet that a sheet is a copy of; None where it is none of those in an office's file.

    A sheet of the right name must have a third of the words, any other two thirds."""
    known = [(sheet, sheet.office) for sheet in form.sheets if sheet.office]
    if not known:
        return None
    words = {folded(bare(cell.content)) for cell in grid.cells if isinstance(cell.content, str)}
    candidates: list[tuple[bool, float, FormSheet]] = []
    for sheet, office in known:
        share = _share(office, words)
        is_home = folded(grid.name) in (folded(office.sheet), folded(sheet.name))
        if 3 * share >= (1 if is_home else 2):
            candidates.append((is_home, share, sheet))
    return max(candidates, key=lambda each: each[:2], default=(False, 0.0, None))[2]


def _share(office: OfficeSheet, words: set[str]) -> float:
    own = {folded(line.label) for line in office.lines} | {folded(head.words) for head in office.heads}
    own = {each for each in own if len(each) > 2}  # numbers of columns and the like are in every sheet
    return len(own & words) / len(own) if own else 0.0


# -- what it says of itself ----------------------------------------------------------------------------------------


def standing_in(office: OfficeSheet) -> frozenset[str]:
    """Return the folded words that stand above the lines in the office's file itself."""
    return frozenset(folded(words) for words in (*office.titles, *(head.words for head in office.heads)))


def captions_of(spread: Spread, grid: Grid) -> Mapping[Caption, tuple[Cell, ...]]:
    """Return what stands in the cells for the unit's name and the period, of those that the form names."""
    office = spread.office
    named = ((Caption.UNIT, office.unit_cell), (Caption.PERIOD, office.period_cell))
    return {caption: tuple(_said_in(spread, grid, cell, caption)) for caption, cell in named if cell is not None}


def _said_in(spread: Spread, grid: Grid, named: OfficeCell, caption: Caption) -> Iterator[Cell]:
    """A caption of the cell's own is looked for above the heads; without one the cell is where it was.

    A name that stands in the office's file already is nobody's; a period there is that of all copies."""
    opening, colon, _ = named.words.partition(":")
    place = (named.row + spread.rows_down, named.column)
    above = (cell for cell in grid.cells if cell.row <= max(place[0], spread.first_head - 1))
    for cell in above:
        words = bare(cell.content)
        start, found, rest = words.partition(":")
        if colon and not (found and folded(start) == folded(opening)):
            continue
        if not colon and (cell.row, cell.column) != place:
            continue
        is_unsaid = caption is Caption.UNIT and folded(words) == folded(named.words)
        said = rest.strip() if colon else words
        if folded(said) and not is_unsaid:
            yield Cell(cell.row, cell.column, said)
            return
