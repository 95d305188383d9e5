"""Two versions of a unit's return beside each other. This module holds the two views: cells and findings."""

from dataclasses import dataclass
from enum import Enum

from ccbdesk.model.finding import Finding
from ccbdesk.model.origin import ColumnCode, IndicatorCode, Reading, RowKey, SheetCode
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell
from ccbdesk.model.unit import UnitId


class Change(Enum):
    """What became of a cell."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FigureSpot:
    """The cell of an indicator, or of its plan."""

    indicator: IndicatorCode
    is_plan: bool = False


@dataclass(frozen=True, slots=True)
class RowSpot:
    """A cell of a row of a list; ``name`` is what the row is called."""

    sheet: SheetCode
    key: RowKey
    column: ColumnCode
    name: str


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A cell in two versions: what was read and typed in either, None where nothing stood there.

    ``was_asked``: a finding, question or correction of the older version was about this figure."""

    spot: FigureSpot | RowSpot
    change: Change
    old: Reading | ListCell | None
    new: Reading | ListCell | None
    was_asked: bool

    @property
    def is_unasked(self) -> bool:
        """Whether the cell was changed although nothing was found in or asked about it."""
        return self.change is not Change.UNCHANGED and not self.was_asked


@dataclass(frozen=True, slots=True)
class Comparison:
    """An older and a newer version of one unit's return; both lists of cells and findings in the form's order.

    A finding counts as still there where the same is found in the same figure, whatever the values."""

    unit: UnitId
    older: Receipt
    newer: Receipt
    cells: tuple[ComparedCell, ...]
    fixed: tuple[Finding, ...]
    still: tuple[Finding, ...]
    new: tuple[Finding, ...]

    @property
    def unasked(self) -> tuple[ComparedCell, ...]:
        """The cells that were changed although nothing was found in or asked about them."""
        return tuple(cell for cell in self.cells if cell.is_unasked)
