"""The sheet Biểu đồ. This module holds a native chart for every headline figure, fed from the sheet Tổng hợp."""

from ccbdesk.engine.booking.figures import FigureCells
from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.model.book import BookChart, BookSheet
from ccbdesk.model.consolidation import Total
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.periods import period_name

_MOST_CHARTS = 12
_WIDTH = 410
_COLUMN_WIDTH = 59.0  # 418 pixels: a chart and a gap
_HEAD = 70  # pixels for the title
_BAR = 22
_LEAST_BARS = 5
_ROW = 25.3  # the height of a row in pixels
_ROWS_A_PAGE = 44  # of cells, on a page made as small as two charts beside each other ask for


def chart_sheets(cells: FigureCells) -> tuple[BookSheet, ...]:
    """Plan the sheet, two charts a row; none where the form names no headline figure of the members."""
    merged = cells.merged
    totals = [total for total in merged.totals if _is_shown(cells, total)][:_MOST_CHARTS]
    units = len(merged.form.units)
    if not totals or not units:
        return ()
    height = _HEAD + _BAR * max(_LEAST_BARS, units)
    step = int(height / _ROW) + 2
    charts = []
    for number, total in enumerate(totals):
        names, values = cells.layout.fixed_spans(total.indicator.code)
        row, column = TABLE_ROW + number // 2 * step, 1 + number % 2
        title, measure = total.indicator.label, total.indicator.measure
        charts.append(
            BookChart(
                row, column, title, names, values, measure, min(2, cells.decimals[total.indicator.code]), _WIDTH, height
            )
        )
    ends = tuple(row - 1 for row in range(TABLE_ROW + _rows_a_page(step), charts[-1].row + 1, _rows_a_page(step)))
    return (
        BookSheet(
            books.CHARTS,
            tuple(find_heads(merged, f"Biểu đồ các số liệu chính {period_name(merged.period)}", 2)),
            (_COLUMN_WIDTH, _COLUMN_WIDTH),
            charts=tuple(charts),
            notice=notice_of(merged),
            page_ends=ends,
        ),
    )


def _rows_a_page(step: int) -> int:
    """Return how many rows of cells stand on a page if every chart on it is whole."""
    return max(1, _ROWS_A_PAGE // step) * step


def _is_shown(cells: FigureCells, total: Total) -> bool:
    indicator = total.indicator
    return indicator.headline and indicator.is_numeric and not cells.is_own(indicator.code)
