"""The stamp of a template. This module holds what its hidden sheet says of form, unit and period, and reads it.

The stamp is what our program wrote, not what the unit meant: evidence beside the visible cells, never above them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ccbdesk.engine.submissions.shown import bare
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.model.period import Period, period_of
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.numbers.reading import read_day
from ccbdesk.vietnamese.vocabulary.returns import STAMP_SHEET, StampKey


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says; what it does not say is empty."""

    form: str = ""
    version: str = ""
    unit: str = ""
    period: str = ""
    cut_off: date | None = None

    @property
    def period_named(self) -> Period | None:
        """The period its code names, or None."""
        return period_of(self.period)


def read_stamp(workbook: Workbook) -> Stamp:
    """Return the workbook's stamp; an empty one where it has none."""
    said = dict(_find_pairs(workbook))
    return Stamp(
        said.get(StampKey.FORM.value, ""),
        said.get(StampKey.VERSION.value, ""),
        said.get(StampKey.UNIT.value, ""),
        said.get(StampKey.PERIOD.value, ""),
        read_day(said.get(StampKey.CUT_OFF.value, "")),
    )


def is_stamp(grid: Grid) -> bool:
    """Tell whether a sheet is the hidden one that carries the stamp."""
    return tidy(grid.name).casefold() == STAMP_SHEET


def _find_pairs(workbook: Workbook) -> Iterator[tuple[str, str]]:
    for grid in workbook.grids:
        if not is_stamp(grid):
            continue
        for _, row in grid.rows():
            texts = {cell.column: bare(cell.content) for cell in row}
            yield texts.get(1, "").casefold(), texts.get(2, "")
