"""Figures on their way to the body above. This module holds what of a cluster's totals is passed on, and what not."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ccbdesk.model.consolidation import Total
from ccbdesk.model.form import Indicator
from ccbdesk.model.grid import row_and_column
from ccbdesk.model.office import OfficeEntry
from ccbdesk.model.origin import CellOrigin, IndicatorCode
from ccbdesk.model.unit import UnitId


class WhyHeld(Enum):
    """Why a figure is not passed on."""

    UNKNOWN_ABOVE = "unknown above"  # the form above has no such code
    NO_CELL = "no cell"  # the file that was received has no row for it
    INCOMPLETE = "incomplete"  # units are missing from the total
    NOTHING = "nothing"  # there is no figure at all
    OTHER_MEASURE = "other measure"  # the measures of the two forms do not convert


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A total and the cell of the return above into which it goes; ``content`` is what is written there."""

    total: Total
    above: Indicator
    cell: CellOrigin
    content: str | Decimal


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A figure that has a code above but is not passed on; ``missing`` are the units that its total lacks."""

    indicator: Indicator
    code: IndicatorCode
    why: WhyHeld
    missing: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True)
class Forwarded:
    """All that is passed on, in the order of the cluster's own form, and what is held back."""

    passed: tuple[PassedOn, ...]
    held: tuple[HeldBack, ...]

    @property
    def entries(self) -> tuple[OfficeEntry, ...]:
        """What is written into the file received from above."""
        return tuple(
            OfficeEntry(each.cell.sheet, *row_and_column(each.cell.cell), each.content) for each in self.passed
        )
