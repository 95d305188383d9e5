"""The sheet Biểu đồ. This module holds a native chart for every headline figure, fed from the sheet Tổng hợp."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.booking.figures import FigureCells
from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.model.book import BookChart, BookSheet, NumberCell
from ccbdesk.model.consolidation import Total
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.periods import period_name

_MOST_CHARTS = 12
_WIDTH = 410
_COLUMN_WIDTH = 59.0  # 418 pixels: a chart and a gap
_HEAD = 70  # pixels for the title
_BAR = 22
_LEAST_BARS = 5
_ROW = 24.0  # the height of a row in pixels
_ROWS_A_PAGE = 46  # of cells, on a page made as small as two charts beside each other ask for
_LONG_NAME, _LONG_FIGURE = 24, 1_000_000_000  # with longer ones a chart needs the whole width
_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """How the charts stand: how many a row, how wide and high, and over how many rows of cells each goes."""

    across: int
    width: int
    height: int

    @property
    def step(self) -> int:
        """The rows of cells from one chart to the next."""
        return int(self.height / _ROW) + 2

    @property
    def rows_a_page(self) -> int:
        """The rows of cells on a page on which every chart is whole."""
        return max(1, _ROWS_A_PAGE // self.step) * self.step


def chart_sheets(cells: FigureCells) -> tuple[BookSheet, ...]:
    """Plan the sheet, two charts a row, or one where names or figures are long; none where there is nothing to draw:
    the form names no headline figure of the members, or has no members."""
    merged = cells.merged
    totals = [total for total in merged.totals if _is_shown(cells, total)][:_MOST_CHARTS]
    if not totals or not merged.form.units:
        return ()
    frame = _frame(cells, totals)
    charts = tuple(_find_charts(cells, totals, frame))
    first, last = TABLE_ROW + frame.rows_a_page, charts[-1].row
    return (
        BookSheet(
            books.CHARTS,
            tuple(find_heads(merged, f"Biểu đồ các số liệu chính {period_name(merged.period)}", 2)),
            (_COLUMN_WIDTH, _COLUMN_WIDTH),
            charts=charts,
            notice=notice_of(merged),
            page_ends=tuple(row - 1 for row in range(first, last + 1, frame.rows_a_page)),
        ),
    )


def _frame(cells: FigureCells, totals: list[Total]) -> _Frame:
    units = cells.merged.form.units
    height = _HEAD + _BAR * max(_LEAST_BARS, len(units))
    figures = [cells.unit_cell(total, unit.id) for total in totals for unit in units]
    is_long = any(isinstance(cell, NumberCell) and cell.amount >= _LONG_FIGURE for cell in figures)
    if is_long or any(len(unit.short_name) > _LONG_NAME for unit in units):
        return _Frame(1, 2 * _WIDTH, height)
    return _Frame(2, _WIDTH, height)


def _find_charts(cells: FigureCells, totals: list[Total], frame: _Frame) -> Iterator[BookChart]:
    for number, total in enumerate(totals):
        indicator = total.indicator
        names, values = cells.layout.fixed_spans(indicator.code)
        yield BookChart(
            TABLE_ROW + number // frame.across * frame.step,
            1 + number % frame.across,
            indicator.label,
            names,
            values,
            indicator.measure,
            min(_MOST_DECIMALS, cells.decimals[indicator.code]),
            frame.width,
            frame.height,
        )


def _is_shown(cells: FigureCells, total: Total) -> bool:
    indicator = total.indicator
    return indicator.headline and indicator.is_numeric and not cells.is_own(indicator.code)
