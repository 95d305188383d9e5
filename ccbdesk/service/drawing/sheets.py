"""Received sheets as they looked. This module holds how cells, widths and headings of a sheet become its picture."""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from ccbdesk.engine.submissions.shown import shown
from ccbdesk.model.grid import Cell, Grid, column_letters
from ccbdesk.model.layout import Area, Place, SheetLayout
from ccbdesk.operations.look import Looked
from ccbdesk.service.pictures.checking import SheetPicture, ShownCell, ShownColumn, Side
from ccbdesk.vietnamese.numbers.writing import plain

_MOST_ROWS, _MOST_COLUMNS = 4_000, 60
_ROWS_BEHIND, _COLUMNS_BEHIND = 2, 1
_USUAL_WIDTH, _NARROWEST, _WIDEST = 9.0, 3.0, 60.0
_HEAD_WITHIN = 40
_PLACES = re.compile(r"\.(0+)")
_SIDES = {"left": Side.LEFT, "center": Side.CENTRE, "right": Side.RIGHT}
_BARE = SheetLayout("")
_CUT = "Trang này rất lớn nên chỉ hiện phần đầu; mở tệp trong Excel để xem hết."
_PLAIN_KIND = "Kiểu tệp này không cho biết độ rộng cột và ô gộp, nên trang hiện khác khi mở bằng Excel."


def draw_sheet(looked: Looked) -> SheetPicture:
    """Return the picture of a sheet; what lies beyond the limits is said to be left out."""
    grid, layout = looked.grid, looked.layout or _BARE
    last_row = max((cell.row for cell in grid.cells), default=0) + _ROWS_BEHIND
    last_column = max((cell.column for cell in grid.cells), default=0) + _COLUMNS_BEHIND
    rows, columns = min(last_row, _MOST_ROWS), min(last_column, _MOST_COLUMNS)
    cells = [cell for cell in grid.cells if cell.row <= rows and cell.column <= columns]
    words = {Place(cell.row, cell.column): _words(cell, layout) for cell in cells}
    notes = (_CUT if (rows, columns) != (last_row, last_column) else "", "" if looked.layout else _PLAIN_KIND)
    shown_sheets = [each.name for each in looked.workbook.grids if not each.is_hidden or each.name == grid.name]
    return SheetPicture(
        looked.receipt.digest,
        looked.receipt.name,
        grid.name,
        tuple(shown_sheets),
        rows,
        tuple(_columns(grid, layout, words, columns)),
        tuple(_cell(cell, layout, words) for cell in cells),
        tuple(area for area in layout.merges if area.bottom <= rows and area.right <= columns),
        frozenset(row for row in layout.hidden_rows if row <= rows),
        " ".join(note for note in notes if note),
    )


Words = Mapping[Place, str]


def _cell(cell: Cell, layout: SheetLayout, words: Words) -> ShownCell:
    place = Place(cell.row, cell.column)
    usual = Side.RIGHT if isinstance(cell.content, Decimal) else Side.LEFT
    side = _SIDES.get(layout.sides.get(place, ""), usual)
    return ShownCell(cell.row, cell.column, words[place], side, place in layout.bold)


def _words(cell: Cell, layout: SheetLayout) -> str:
    """Return what a person saw: a number with as many places as the cell's format has, dots only where it has them."""
    content, code = cell.content, layout.formats.get(Place(cell.row, cell.column), "")
    if isinstance(content, bool) or not isinstance(content, Decimal):
        return shown(cell)
    amount = content * 100 if cell.is_percent else content
    places = _PLACES.search(code)
    if code:
        amount = amount.quantize(Decimal(1).scaleb(-len(places[1]) if places else 0), ROUND_HALF_UP)
    written = _grouped(amount) if "," in code else format(amount, "f").replace(".", ",")
    return f"{written}%" if cell.is_percent else written


def _grouped(amount: Decimal) -> str:
    """Return a number with dots, and all its places, zeros too."""
    whole, _, places = format(amount, "f").partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{plain(abs(Decimal(whole)))}{f',{places}' if places else ''}"


# -- columns -------------------------------------------------------------------------------------------------------


def _columns(grid: Grid, layout: SheetLayout, words: Words, count: int) -> Iterator[ShownColumn]:
    headings = _headings(grid, layout, words)
    longest: dict[int, int] = {}
    for place, text in words.items():
        longest[place.column] = max(longest.get(place.column, 0), len(text))
    for column in range(1, count + 1):
        usual = _USUAL_WIDTH if layout is not _BARE else min(longest.get(column, 0) + 2, _WIDEST / 2)
        width = min(max(layout.widths.get(column, usual), _NARROWEST), _WIDEST)
        heading = " ".join(headings.get(column, "").split())
        yield ShownColumn(column_letters(column), heading, width, column in layout.hidden_columns)


def _headings(grid: Grid, layout: SheetLayout, words: Words) -> Mapping[int, str]:
    """Return what the sheet calls its columns: the row with most words before figures begin, and what stands above."""
    best: tuple[Cell, ...] = ()
    for number, cells in grid.rows():
        texts = tuple(cell for cell in cells if isinstance(cell.content, str) and cell.content.strip())
        if number > _HEAD_WITHIN:
            break
        if len(texts) > max(len(best), 1) and len(texts) * 2 > len(cells):
            best = texts
    found = {cell.column: words.get(Place(cell.row, cell.column), "") for cell in best}
    if best:
        found |= _above(layout.merges, words, best[0].row, found)
    return found


def _above(merges: tuple[Area, ...], words: Words, row: int, found: Mapping[int, str]) -> Mapping[int, str]:
    """Return the headings that reach down to the row of headings from a merged area."""
    return {
        area.left: words[Place(area.top, area.left)]
        for area in merges
        if area.top < row <= area.bottom and area.left not in found and Place(area.top, area.left) in words
    }
