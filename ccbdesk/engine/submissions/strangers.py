"""Rows that are not the form's. This module holds the search for figures that would otherwise be lost in silence."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ccbdesk.engine.submissions.catalogue import Indicators
from ccbdesk.engine.submissions.matching import Match
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.engine.submissions.tables import Row
from ccbdesk.model.finding import UnknownRow, Where
from ccbdesk.model.form import Kind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.folding import folded, nearest
from ccbdesk.vietnamese.numbers.reading import Doubtful, Understood, read_figure

_ZERO = Decimal(0)


_MOST_GUESSES = 20
"""Of how many strangers the nearest indicator is looked for; who has more has pasted in something else."""


def find_strangers(where: Where, asked: Indicators, matches: Iterable[Match]) -> Iterator[UnknownRow]:
    """Yield the rows that hold a figure nobody asked this unit for.

    Not among them: what is computed anyway, a zero for another's task, and below the table whatever has no name."""
    codes = frozenset(indicator.code for indicator in asked)
    strange = (match for match in matches if _is_strange(match, codes))
    for count, match in enumerate(strange):
        if match.candidates:
            near: IndicatorCode | None = match.candidates[0].code
        else:
            near = _nearest_code(asked, match.row.label) if count < _MOST_GUESSES else None
        yield _stranger(where, match.row, near)


def _is_strange(match: Match, asked: frozenset[IndicatorCode]) -> bool:
    if any(each.code in asked or each.is_computed for each in match.candidates):
        return False
    figures = _figures_in(match.row)
    if match.candidates:
        return any(amount != _ZERO for amount in figures)
    return bool(figures) and (match.is_inside or bool(match.row.label or match.row.code))


def _stranger(where: Where, row: Row, near: IndicatorCode | None) -> UnknownRow:
    at = Where(where.file, where.unit, row.sheet, row.address, None, shown(row.figure))
    return UnknownRow(at, row.label or row.code, near)


def _figures_in(row: Row) -> tuple[Decimal, ...]:
    """Return the amounts the row's figure may mean; words, days and errors are none."""
    match row.figure.content if row.figure else "":
        case Decimal() as amount:
            return (amount,)
        case str() as typed if any(sign.isdigit() for sign in typed):
            return _amounts(typed)
        case _:
            return ()


def _amounts(typed: str) -> tuple[Decimal, ...]:
    match read_figure(typed, Kind.DECIMAL, ""):
        case Understood(Number(amount)):
            return (amount,)
        case Doubtful(candidates):
            return tuple(candidate.amount for candidate in candidates)
        case _:
            return ()


def _nearest_code(asked: Indicators, label: str) -> IndicatorCode | None:
    near = folded(nearest(label, [indicator.label for indicator in asked]))
    return next((indicator.code for indicator in asked if near and folded(indicator.label) == near), None)
