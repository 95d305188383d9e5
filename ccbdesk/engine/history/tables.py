"""A plain table of earlier figures. This module holds how its rows become kept figures: unit, figure, period, value.

Nothing is guessed: a row whose unit, figure, period or value cannot be told stops the reading and is named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ccbdesk.model.expression import When
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.history import EarlierPeriod, KeptFigure, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode, period_of
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Number, Value
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.names import unit_key
from ccbdesk.vietnamese.numbers.reading import Understood, read_figure
from ccbdesk.vietnamese.vocabulary.earlier import AT_MEETING, EarlierColumn, earlier_column

TableRow = tuple[int, tuple[Decimal | str, ...]]
"""A row's number, and what stands in its cells from left to right."""

_NEEDED = (EarlierColumn.UNIT, EarlierColumn.FIGURE, EarlierColumn.PERIOD, EarlierColumn.VALUE)
_PLAN = f"~{When.PLAN.value}"


@dataclass(frozen=True, slots=True)
class TableFault:
    """What cannot be used: in which row and column, and what stands there; row 0 where there is no such heading."""

    row: int
    column: EarlierColumn
    seen: str = ""


class _FaultyError(Exception):
    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault)
        self.fault = fault


_Sets = dict[tuple[PeriodCode, Stage], list[KeptFigure]]


def read_table(form: Form, rows: Iterable[TableRow], source: str) -> tuple[EarlierPeriod, ...] | TableFault:
    """Return the periods of a table, or the first thing in it that cannot be used."""
    reading = _Reading(form, source)
    try:
        return reading.read(rows)
    except _FaultyError as error:
        return error.fault


@dataclass(frozen=True, slots=True)
class _Reading:
    form: Form
    source: str
    names: dict[UnitId, str] = field(default_factory=dict)

    def read(self, rows: Iterable[TableRow]) -> tuple[EarlierPeriod, ...]:
        heads: Mapping[EarlierColumn, int] = {}
        sets: _Sets = {}
        for number, cells in rows:
            if heads:
                self._take(sets, _Row(number, heads, cells))
            else:
                heads = _heads_of(cells)
        if not heads:
            raise _FaultyError(TableFault(0, EarlierColumn.UNIT))
        names = tuple(sorted(self.names.items()))
        return tuple(
            EarlierPeriod(period, tuple(figures), stage, self.source, names=names)
            for (period, stage), figures in sets.items()
        )

    def _take(self, sets: _Sets, row: "_Row") -> None:
        if row.is_empty:
            return
        period = period_of(row.text(EarlierColumn.PERIOD))
        if period is None:
            raise row.fault(EarlierColumn.PERIOD)
        indicator, is_plan = self._indicator(row)
        figure = KeptFigure(self._unit(row), indicator.code, _value(row, indicator), is_plan)
        is_early = folded(row.text(EarlierColumn.STAGE)) == folded(AT_MEETING)
        stage = Stage.AT_MEETING if is_early else Stage.OFFICIAL
        figures = sets.setdefault((period.code, stage), [])
        if any(_key(each) == _key(figure) and each.value != figure.value for each in figures):
            raise row.fault(EarlierColumn.VALUE)  # two different figures of the same
        figures.append(figure)

    def _indicator(self, row: "_Row") -> tuple[Indicator, bool]:
        words = row.text(EarlierColumn.FIGURE)
        name = words.removesuffix(_PLAN)
        for indicator in self.form.indicators:
            called = (indicator.code, indicator.label, *indicator.aliases)
            if indicator.is_numeric and folded(name) in map(folded, called):
                return indicator, name != words
        raise row.fault(EarlierColumn.FIGURE)

    def _unit(self, row: "_Row") -> UnitId:
        """Return the unit a row is of: a member, the cluster, or a predecessor that is named in the form."""
        words = row.text(EarlierColumn.UNIT)
        if not words:
            raise row.fault(EarlierColumn.UNIT)
        former = next((name for unit in self.form.units for name in unit.predecessors if _is(name, words)), None)
        found = [unit for unit in (*self.form.units, self.form.cluster) if _is_called(unit, words)]
        if former is not None and words not in self.form_ids:
            id = UnitId(unit_key(former).replace(" ", "_"))
            self.names[id] = words
            return id
        if len(found) != 1:
            raise row.fault(EarlierColumn.UNIT)
        return found[0].id

    @property
    def form_ids(self) -> frozenset[UnitId]:
        return frozenset(unit.id for unit in self.form.units)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    heads: Mapping[EarlierColumn, int]
    cells: tuple[Decimal | str, ...]

    @property
    def is_empty(self) -> bool:
        return not any(str(cell).strip() for cell in self.cells)

    def cell(self, column: EarlierColumn) -> Decimal | str:
        place = self.heads.get(column)
        return self.cells[place] if place is not None and place < len(self.cells) else ""

    def text(self, column: EarlierColumn) -> str:
        cell = self.cell(column)
        return tidy(format(cell, "f") if isinstance(cell, Decimal) else cell)

    def fault(self, column: EarlierColumn) -> _FaultyError:
        return _FaultyError(TableFault(self.number, column, self.text(column)))


def _key(figure: KeptFigure) -> tuple[UnitId, IndicatorCode, bool]:
    return figure.unit, figure.indicator, figure.is_plan


def _heads_of(cells: Iterable[Decimal | str]) -> Mapping[EarlierColumn, int]:
    """Return where the columns stand; nothing where the row is not that of the headings."""
    found = {column: place for place, column in _find_heads(cells)}
    return found if all(column in found for column in _NEEDED) else {}


def _find_heads(cells: Iterable[Decimal | str]) -> Iterator[tuple[int, EarlierColumn]]:
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and (column := earlier_column(cell)):
            yield place, column


def _is_called(unit: Unit, words: str) -> bool:
    return any(_is(name, words) for name in (unit.id, unit.short_name, unit.name, *unit.aliases))


def _is(name: str, words: str) -> bool:
    return unit_key(name) == unit_key(words)


def _value(row: _Row, indicator: Indicator) -> Value:
    cell = row.cell(EarlierColumn.VALUE)
    if isinstance(cell, Decimal):
        return Number(cell)
    heard = read_figure(cell, indicator.kind, indicator.measure)
    if not isinstance(heard, Understood):
        raise row.fault(EarlierColumn.VALUE)
    return heard.value
