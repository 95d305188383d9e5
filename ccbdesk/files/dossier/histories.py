"""Figures for history. This module holds ``load_`` and ``save_`` of what later periods compare with.

A period's figures at a stage are saved as a whole; saved again, the newest set holds and the others stay."""

from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Plain, Table, check_seal, seal_of, understood
from ccbdesk.files.dossier.values import read_value, written_value
from ccbdesk.model.dossier import History, KeptFigure, Revision, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import UnitId

_HISTORIES = Table("history", ("period", "stage", "source"))
_COLUMNS = "unit, indicator, is_plan, kind, amount, exactness, seal"
_NEWEST = "here.number IN (SELECT max(number) FROM history GROUP BY period, stage)"


def load_history(kept: Kept, period: PeriodCode, stage: Stage) -> History | None:
    """Return the figures of a period at a stage; None where none were saved."""
    found = _HISTORIES.load(kept, _empty, f"{_NEWEST} AND period = ? AND stage = ?", period, stage.value)
    return _filled(kept, found[0]) if found else None


def load_unit_history(kept: Kept, unit: UnitId) -> tuple[History, ...]:
    """Return a unit's figures of every period and stage, in the order in which they were saved."""
    return tuple(_filled(kept, history, unit) for history in load_histories(kept))


def load_histories(kept: Kept) -> tuple[History, ...]:
    """Return of which periods and stages there are figures, without them, in the order in which they were saved."""
    return _HISTORIES.load(kept, _empty, _NEWEST)


def save_history(kept: Kept, period: PeriodCode, stage: Stage, source: str, figures: tuple[KeptFigure, ...]) -> History:
    """Add the figures of a period at a stage; at most one for a unit, an indicator and its plan."""
    number = _HISTORIES.add(kept, period, stage.value, source)
    ordered = tuple(sorted(figures, key=lambda each: (each.unit, each.indicator, each.is_plan)))
    kept.connection.executemany(
        f"INSERT INTO figure (history, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        [_row(number, figure) for figure in ordered],
    )
    return History(number, period, stage, source, kept.revision, ordered)


def _filled(kept: Kept, history: History, unit: UnitId | None = None) -> History:
    where, given = ("", (history.number,)) if unit is None else (" AND unit = ?", (history.number, unit))
    rows = kept.connection.execute(
        f"SELECT {_COLUMNS} FROM figure WHERE history = ?{where} ORDER BY unit, indicator, is_plan",  # noqa: S608 - our own names
        given,
    )
    figures = tuple(_figure(kept, history.number, *row) for row in rows)
    return History(history.number, history.period, history.stage, history.source, history.revision, figures)


def _figure(kept: Kept, history: int, *row: Plain) -> KeptFigure:
    *columns, seal = row
    check_seal(kept.path, seal, "figure", history, *columns)
    return understood(kept.path, f"figure {history} {columns[:2]}", _read, *columns)


def _read(unit: str, indicator: str, is_plan: int, *value: str) -> KeptFigure:
    return KeptFigure(UnitId(unit), IndicatorCode(indicator), read_value(*value), bool(is_plan))


def _row(number: int, figure: KeptFigure) -> tuple[Plain | bytes, ...]:
    row = (number, figure.unit, figure.indicator, int(figure.is_plan), *written_value(figure.value))
    return (*row, seal_of("figure", *row))


def _empty(number: int, revision: Revision, period: str, stage: str, source: str) -> History:
    return History(number, PeriodCode(period), Stage(stage), source, revision, ())
