"""What a figure was before. This module holds the earlier values that stand beside a figure."""

from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference
from ccbdesk.model.history import EARLIER
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode, period_of
from ccbdesk.model.unit import UnitId
from ccbdesk.service.drawing.names import sentence
from ccbdesk.service.pictures.desk import PastValue
from ccbdesk.wording.figures import written_value
from ccbdesk.wording.periods import period_name


def past_of(merged: Consolidation, unit: UnitId, code: IndicatorCode) -> tuple[PastValue, ...]:
    """Return what a figure was in the earlier periods it is compared with, each period once."""
    found: dict[PeriodCode, PastValue] = {}
    for when in EARLIER:
        base = merged.bases.base(Reference(code, unit, when))
        period = period_of(base.period) if base.period and base.why_not is None else None
        if period and period.code not in found:
            name = f"{sentence(period_name(period)).rstrip('.')}{' (hợp nhất)' if base.merged else ''}"
            found[period.code] = PastValue(name, written_value(base.value, merged.form.indicator(code)))
    return tuple(found.values())
