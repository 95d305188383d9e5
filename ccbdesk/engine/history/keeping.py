"""What is kept of a period. This module holds its figures by unit and figure, and the units of then by their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ccbdesk.engine.history.spans import days_of
from ccbdesk.model.expression import When
from ccbdesk.model.history import EarlierPeriod, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode, period_of
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Value
from ccbdesk.vietnamese.names import unit_key


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept figure with the stage it was kept at and what it was taken from."""

    value: Value
    stage: Stage
    source: str


Key = tuple[UnitId, IndicatorCode, When]


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of one period; of both stages the official one holds."""

    period: PeriodCode
    last_day: date
    entries: Mapping[Key, Entry]
    names: Mapping[UnitId, str]
    by_name: Mapping[str, UnitId]

    def unit(self, called: str) -> UnitId | None:
        """Return the unit of then that goes by an id or a name; None where nothing is kept of it."""
        id = UnitId(called)
        return id if id in self.names else self.by_name.get(unit_key(called))

    def has_units(self, code: IndicatorCode, when: When) -> bool:
        """Tell whether any single unit's figure is kept, beside the cluster's."""
        return any((unit, code, when) in self.entries for unit in self.names if unit != CLUSTER)


def gathered(period: PeriodCode, periods: Iterable[EarlierPeriod], names: Mapping[UnitId, str]) -> Kept:
    """Gather all that is kept of one period, at both stages; ``names`` are those of the members now."""
    entries: dict[Key, Entry] = {}
    called: dict[UnitId, str] = {}
    last_day = None
    parsed = period_of(period)
    for each in sorted(_of(period, periods), key=lambda one: one.stage is Stage.OFFICIAL):
        own = dict(each.names)
        last_day = each.last_day
        for figure in each.figures:
            when = When.PLAN if figure.is_plan else When.NOW
            entries[(figure.unit, figure.indicator, when)] = Entry(figure.value, each.stage, each.source)
            called[figure.unit] = own.get(figure.unit) or called.get(figure.unit) or names.get(figure.unit, figure.unit)
    if parsed is None:
        raise AssertionError(period)  # it was chosen among periods that have days
    by_name = {unit_key(unit): unit for unit in called} | {unit_key(name): unit for unit, name in called.items()}
    return Kept(period, days_of(parsed, None, last_day).last, entries, called, by_name)


def _of(period: PeriodCode, periods: Iterable[EarlierPeriod]) -> list[EarlierPeriod]:
    return [each for each in periods if each.period == period]
