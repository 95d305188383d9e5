"""The sheet Tổng hợp with the units as rows. This module holds its blocks: a section's figures for all the units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ccbdesk.engine.booking.changes import change_cells
from ccbdesk.engine.booking.figures import FigureCells
from ccbdesk.engine.booking.heads import notice_of
from ccbdesk.engine.booking.layout import FIRST_FIGURE_COLUMN, MOST_FIGURES, Block, UnitsDown
from ccbdesk.engine.booking.showing import figure_width
from ccbdesk.engine.booking.summary import find_summary_heads
from ccbdesk.model.book import BookCell, BookSheet, Look, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.vietnamese.vocabulary import books

_CODE_WIDTH, _NUMBER_WIDTH = 16.0, 5.0
_NARROWEST_NAMES, _WIDEST_NAMES = 20.0, 36.0
_LINES_OF_A_HEAD = 3  # the headings of a block are some lines high
_LINES_ABOVE = 5
_PAGE_WIDTH = 95.0  # of an upright page, in characters
_PAGE_LINES = 38
_EDGES = 0.7
_LETTER = 1.1


@dataclass(frozen=True, slots=True)
class SummaryDown:
    """Plans the sheet of a consolidation."""

    layout: UnitsDown
    figures: FigureCells

    @property
    def merged(self) -> Consolidation:
        """The consolidation that is shown."""
        return self.figures.merged

    def sheet(self) -> BookSheet:
        """Return the planned sheet."""
        blocks = tuple(placed for block in self.layout.blocks for placed in self._block(block))
        widths = self._widths(figure_width(placed.cell for placed in blocks if placed.column >= FIRST_FIGURE_COLUMN))
        return BookSheet(
            books.SUMMARY,
            (*find_summary_heads(self.merged, len(widths) - 1), *blocks),
            widths,
            frozen_columns=FIRST_FIGURE_COLUMN - 1,
            hidden_columns=(1,),
            notice=notice_of(self.merged),
            hidden_rows=tuple(block.row + 1 for block in self.layout.blocks),
            page_ends=tuple(self._find_page_ends(widths)),
        )

    def _widths(self, width: float) -> tuple[float, ...]:
        """Return the widths of so many columns that a page, fitted to them, holds the highest block."""
        most = max((len(block.indicators) for block in self.layout.blocks), default=1)
        needed = max((_lines_of(block) for block in self.layout.blocks), default=0) + _LINES_ABOVE
        fixed = (_CODE_WIDTH, _NUMBER_WIDTH, self._width_of_names())
        plans = [(*fixed, *(width for _ in range(count))) for count in range(most, MOST_FIGURES + 1)]
        return next((widths for widths in plans if _lines_a_page(widths) >= needed), plans[-1])

    def _width_of_names(self) -> float:
        longest = max((len(unit.short_name) for unit in self.merged.form.units), default=0)
        return min(_WIDEST_NAMES, max(_NARROWEST_NAMES, longest * _LETTER))

    def _find_page_ends(self, widths: tuple[float, ...]) -> Iterator[int]:
        """Yield the row before each block that would not be whole on the page begun."""
        lines, room = _LINES_ABOVE, _lines_a_page(widths)
        for block, following in pairwise(self.layout.blocks):
            lines += _lines_of(block)
            if lines + _lines_of(following) > room:
                yield following.row - 1
                lines = 0

    def _block(self, block: Block) -> Iterator[Placed]:
        totals = [self.merged.total(indicator.code) for indicator in block.indicators]
        yield Placed(block.row, 2, TextCell(block.title, Look.SECTION), across=2 + len(totals))
        yield from _find_line(block.row + 1, _CODES, (TextCell(total.indicator.code, Look.CODE) for total in totals))
        yield from _find_line(block.row + 2, _NAMES, (TextCell(t.indicator.label, Look.HEADING) for t in totals))
        measures = (TextCell(total.indicator.measure, Look.CENTRED) for total in totals)
        yield from _find_line(block.row + 3, _MEASURES, measures)
        if block.unit_count:
            for number, unit in enumerate(self.merged.form.units, start=1):
                name = _Head(unit.id, unit.short_name, str(number), Look.LABEL)
                figures = (self.figures.unit_cell(total, unit.id) for total in totals)
                yield from _find_line(block.first_unit_row + number - 1, name, figures)
        yield from self._find_foot(block, totals)

    def _find_foot(self, block: Block, totals: list[Total]) -> Iterator[Placed]:
        yield from _find_line(block.total_row, _SUMS, (self.figures.total_cell(total) for total in totals))
        if block.is_planned:
            yield from _find_line(block.plan_row, _PLANS, (self.figures.plan_cell(total) for total in totals))
            yield from _find_line(block.plan_row + 1, _SHARES, (self.figures.share_cell(total) for total in totals))
        if block.has_history:
            changes = [
                change_cells(self.merged, self.layout, total, self.figures.decimals[total.indicator.code])
                for total in totals
            ]
            for row, (head, cells) in enumerate(zip(_BEFORE, zip(*changes, strict=True), strict=True)):
                yield from _find_line(block.last_year_row + row, head, cells)
        if block.unit_count:
            coverages = (self.figures.coverage_cell(total) for total in totals)
            yield from _find_line(block.coverage_row, _COVERAGES, coverages)


@dataclass(frozen=True, slots=True)
class _Head:
    """How a row begins; ``mark`` stands in the hidden column and says to whoever walks back whose row it is."""

    mark: str
    name: str = ""
    number: str = ""
    look: Look = Look.SECTION


_CODES = _Head(books.CODES)
_NAMES = _Head("", books.UNIT, books.NUMBER, Look.HEADING)
_MEASURES = _Head("", books.MEASURE, "", Look.CENTRED)
_SUMS = _Head(books.CLUSTER_KEY, books.CLUSTER)
_PLANS = _Head(books.PLAN_KEY, books.PLAN)
_SHARES = _Head("", books.SHARE)
_COVERAGES = _Head("", books.COVERAGE)
_BEFORE = (_Head(books.LAST_YEAR_KEY, books.LAST_YEAR), _Head("", books.CHANGE), _Head("", books.CHANGE_SHARE))


def _lines_of(block: Block) -> int:
    return block.coverage_row + 2 - block.row + _LINES_OF_A_HEAD


def _lines_a_page(widths: tuple[float, ...]) -> int:
    """Return how many lines a page holds that is made as much smaller as its width asks for."""
    return int(_PAGE_LINES * max(1.0, sum(width + _EDGES for width in widths[1:]) / _PAGE_WIDTH))


def _find_line(row: int, head: _Head, figures: Iterable[BookCell]) -> Iterator[Placed]:
    number = Look.CENTRED if head.look is Look.LABEL else head.look
    yield Placed(row, 1, TextCell(head.mark, Look.CODE))
    yield Placed(row, 2, TextCell(head.number, number))
    yield Placed(row, 3, TextCell(head.name, head.look))
    yield from (Placed(row, column, cell) for column, cell in enumerate(figures, start=FIRST_FIGURE_COLUMN))
