"""A unit's return for a period. This module holds the submission."""

from dataclasses import dataclass
from datetime import date

from ccbdesk.model.origin import IndicatorCode, Reading
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Value


@dataclass(frozen=True, slots=True)
class Submission:
    """What one unit reported: at most one reading an indicator, in the form's order."""

    unit: UnitId
    period: Period
    receipt: Receipt
    readings: tuple[Reading, ...]
    form_version: str = ""
    cut_off: date | None = None

    def reading(self, indicator: IndicatorCode) -> Reading | None:
        """Return what stands for an indicator; None where its row was not found."""
        return next((reading for reading in self.readings if reading.indicator == indicator), None)

    def value(self, indicator: IndicatorCode) -> Value:
        """Return the value for an indicator; Blank where its row was not found."""
        found = self.reading(indicator)
        return found.value if found else Blank()
