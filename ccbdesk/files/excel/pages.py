"""Where printed pages end. This module holds page breaks by the heights of rows: no section's name ends a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.files.excel.heights import LINE
from ccbdesk.model.book import BookSheet, Look

LEFT, RIGHT, TOP, BOTTOM, TOP_OF_NOTICE = 0.6, 0.5, 0.6, 0.6, 0.8
"""The margins in inches; a notice above the page needs a wider one."""

_SHORT, _LONG = 8.27, 11.69  # A4, in inches
_DOTS, _POINTS = 96, 72  # in an inch
_DIGIT, _EDGES = 7, 5  # dots of a column's width
_FILLED = 0.97  # printers differ a little
_LITTLE, _STEP = 0.35, 0.97  # a last page with so little is filled from those before, step by step


def page_ends(sheet: BookSheet, needed: Mapping[int, float]) -> Iterator[int]:
    """Yield the last row of every page but the last: what the plan says, else what the heights of the rows give.

    A sheet to be filtered, whose rows come and go, and one without rows are left to the printer."""
    if sheet.page_ends or sheet.filtered or not sheet.cells:
        yield from sheet.page_ends
        return
    sections = frozenset(each.row for each in sheet.cells if each.across > 1 and each.cell.look is Look.SECTION)
    whole, room = _Rows(sheet, needed, sections, max(placed.row for placed in sheet.cells)), _room(sheet)
    ends = whole.ends(room)
    while ends and whole.filled(ends[-1] + 1) < room * _LITTLE and len(even := whole.ends(room * _STEP)) == len(ends):
        room, ends = room * _STEP, even
    yield from ends


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a sheet: how high they are, which of them name a section, and the last that holds anything."""

    sheet: BookSheet
    needed: Mapping[int, float]
    sections: frozenset[int]
    last: int

    def ends(self, room: float) -> tuple[int, ...]:
        """Return the last row of every page but the last, for pages with so much room."""
        ends: list[int] = []
        first, last = 1, self.last
        while (end := self._end(first, last, room - self._repeated(first))) < last:
            while end in self.sections and end > first:
                end -= 1
            ends.append(end)
            first = end + 1
        return tuple(ends)

    def filled(self, first: int) -> float:
        """Return how high the rows from one on are together."""
        return sum(map(self._height, range(first, self.last + 1)))

    def _end(self, first: int, last: int, room: float) -> int:
        filled = 0.0
        for row in range(first, last + 1):
            filled += self._height(row)
            if filled > room and row > first:
                return row - 1
        return last

    def _repeated(self, first: int) -> float:
        """Return the height of the rows that are repeated on a page that begins behind them."""
        repeated = self.sheet.repeated_rows
        if repeated is None or first <= repeated[1]:
            return 0.0
        return sum(map(self._height, range(repeated[0], repeated[1] + 1)))

    def _height(self, row: int) -> float:
        return 0.0 if row in self.sheet.hidden_rows else self.needed.get(row, LINE)


def _room(sheet: BookSheet) -> float:
    """Return how many points of rows a page holds that is made as much smaller as its columns ask for."""
    across, down = (_LONG, _SHORT) if sheet.is_landscape else (_SHORT, _LONG)
    printed = sheet.widths[: sheet.printed_columns or None]
    shown = [width for column, width in enumerate(printed, start=1) if column not in sheet.hidden_columns]
    columns = sum(_DIGIT * width + _EDGES for width in shown) / _DOTS
    scale = min(1.0, (across - LEFT - RIGHT) / columns) if columns else 1.0
    return (down - top_of(sheet) - BOTTOM) * _POINTS / scale * _FILLED


def top_of(sheet: BookSheet) -> float:
    """Return the upper margin of a sheet's pages in inches."""
    return TOP_OF_NOTICE if sheet.notice else TOP
