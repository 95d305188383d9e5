"""The sheet Tổng hợp with the units as columns. This module holds its rows: a figure, its units, its total."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.booking.changes import change_cells
from ccbdesk.engine.booking.figures import FigureCells
from ccbdesk.engine.booking.heads import find_heads, notice_of
from ccbdesk.engine.booking.layout import FIRST_UNIT_COLUMN, HEAD_ROW, UnitsAcross
from ccbdesk.engine.booking.showing import figure_width
from ccbdesk.model.book import BookCell, BookSheet, Look, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.model.form import Preparer
from ccbdesk.model.value import Text
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.histories import history_notes
from ccbdesk.wording.periods import period_name

_WIDTHS = (16.0, 6.0, 50.0, 14.0)
_SHARE_WIDTH = 11.0
_COVERAGE_WIDTH = 9.0
_ENOUGH_FOR_LANDSCAPE = 3
_LONGEST_NOTICE = 500
_NOTES_THERE = f"(xem đủ ở trang {books.CHECKS})"
_WHOLE = f"(xem đủ ở trang {books.WORDS})"


@dataclass(frozen=True, slots=True)
class SummaryAcross:
    """Plans the sheet of a consolidation."""

    layout: UnitsAcross
    figures: FigureCells

    @property
    def merged(self) -> Consolidation:
        """The consolidation that is shown."""
        return self.figures.merged

    def sheet(self) -> BookSheet:
        """Return the planned sheet."""
        units = len(self.merged.form.units)
        cells = (*find_summary_heads(self.merged, self.layout.coverage_column - 1), *self._heads(), *self._bands())
        columns = range(FIRST_UNIT_COLUMN, self.layout.last_figure_column + 1)
        width = figure_width(placed.cell for placed in cells if placed.column in columns)
        share = (_SHARE_WIDTH,) if self.layout.is_planned else ()
        before = (width, width, _SHARE_WIDTH) if self.layout.has_history else ()
        others = (*share, *before, _COVERAGE_WIDTH)
        return BookSheet(
            books.SUMMARY,
            cells,
            (*_WIDTHS, *(width for _ in columns), *others),
            frozen_rows=HEAD_ROW,
            frozen_columns=FIRST_UNIT_COLUMN - 1,
            repeated_rows=(HEAD_ROW, HEAD_ROW),
            hidden_columns=(1,),
            is_landscape=units >= _ENOUGH_FOR_LANDSCAPE or self.layout.is_planned or self.layout.has_history,
            outlined_rows=tuple(self._find_parts_of_others()),
            notice=notice_of(self.merged),
        )

    def _find_parts_of_others(self) -> Iterator[int]:
        """Yield the rows of “trong đó” figures: they may be folded away."""
        for band in self.layout.bands:
            for indicator in band.indicators:
                if indicator.parent is not None:
                    yield self.layout.rows[indicator.code]

    def _heads(self) -> Iterator[Placed]:
        units = (unit.short_name for unit in self.merged.form.units)
        fixed = (books.CODE, books.NUMBER, books.INDICATOR, books.MEASURE)
        plan = (books.PLAN, books.SHARE) if self.layout.is_planned else ()
        before = (books.LAST_YEAR, books.CHANGE, books.CHANGE_SHARE) if self.layout.has_history else ()
        for column, words in enumerate((*fixed, *units, books.CLUSTER, *plan, *before, books.COVERAGE), start=1):
            yield Placed(HEAD_ROW, column, TextCell(words, Look.HEADING))

    def _bands(self) -> Iterator[Placed]:
        for band in self.layout.bands:
            yield Placed(band.row, 2, TextCell(band.title, Look.SECTION), across=self.layout.coverage_column - 1)
            for indicator in band.indicators:
                row = self.layout.rows[indicator.code]
                line = self._line(self.merged.total(indicator.code))
                yield from (Placed(row, column, cell) for column, cell in enumerate(line, start=1))

    def _line(self, total: Total) -> Iterator[BookCell]:
        indicator = total.indicator
        yield TextCell(indicator.code, Look.CODE)
        yield TextCell(indicator.number, Look.CENTRED)
        yield TextCell(indicator.label, Look.LABEL)
        yield TextCell(indicator.measure, Look.CENTRED)
        for unit in self.merged.form.units:
            yield self.figures.unit_cell(total, unit.id)
        yield self.figures.total_cell(total)
        if self.layout.is_planned:
            yield self.figures.plan_cell(total)
            yield self.figures.share_cell(total)
        if self.layout.has_history:
            yield from change_cells(self.merged, self.layout, total, self.figures.decimals[indicator.code])
        yield self.figures.coverage_cell(total)


def find_summary_heads(merged: Consolidation, across: int) -> Iterator[Placed]:
    """Yield what stands above the figures: title, notice, cluster, and the words that the form wants at the head."""
    title = f"Bảng tổng hợp số liệu {period_name(merged.period)}"
    own = " ".join((_shortened(" ".join(_find_own_notices(merged))), _first_notes(history_notes(merged)))).strip()
    yield from find_heads(merged, title, across, 2, merged.form.cluster.name, own)


def _first_notes(notes: tuple[str, ...]) -> str:
    """Return what is said of the figures compared with; where that is long, as much of it as stands above a table."""
    line = " ".join(notes)
    return line if len(line) <= _LONGEST_NOTICE else f"{notes[0]} {_NOTES_THERE}"


def _shortened(words: str) -> str:
    """Return words as they stand above a table; long ones stand whole on the sheet Nội dung."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_NOTICE else f"{line[:_LONGEST_NOTICE].rsplit(' ', 1)[0]}… {_WHOLE}"


def _find_own_notices(merged: Consolidation) -> Iterator[str]:
    """Yield the words of the cluster's own sheet that the form wants at the head of everything (“Nổi bật”)."""
    for total in merged.totals:
        is_own = merged.form.sheet(total.indicator.sheet).preparer is Preparer.CLUSTER
        if total.indicator.headline and is_own and isinstance(total.value, Text):
            yield total.value.words
