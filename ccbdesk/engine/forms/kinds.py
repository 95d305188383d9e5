"""What suits which kind of figure. This module holds the checks of an indicator's row against its kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import FITTING, WORDS, Line
from ccbdesk.engine.forms.tables import Row
from ccbdesk.engine.forms.ways import find_unsuited
from ccbdesk.model.form import Adding, Kind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.numbers.measures import Dimension, measure_of
from ccbdesk.vietnamese.vocabulary.forms import ADDINGS, Column, IndicatorColumn

_PERCENT = "%"

COMPUTED = (Adding.RATIO, Adding.FORMULA)
"""How a figure adds up that is worked out from others."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the measure of a kind must measure, and the words to propose for it."""

    dimension: Dimension
    words: tuple[str, ...]


_MEASURES = {
    Kind.MONEY: _Wanted(Dimension.MONEY, ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng")),
    Kind.PERCENT: _Wanted(Dimension.PERCENT, (_PERCENT,)),
}
_ONLY_FOR_FIGURES: tuple[Column[Any], ...] = (
    IndicatorColumn.PLANNED,
    IndicatorColumn.LOWEST,
    IndicatorColumn.HIGHEST,
    IndicatorColumn.BETTER,
)


def find_kind_faults(line: Line) -> Iterator[FormMistake]:
    """Yield what the kind of an indicator does not allow; nothing where the kind is not known."""
    row, kind = line.row, line.kind
    if kind is None:
        return
    yield from _find_unfit_adding(row, kind)
    yield from _find_figures_only(row, kind)
    word = row.seen(IndicatorColumn.KIND)
    for fault in find_unfit_measure(row, IndicatorColumn.MEASURE, kind, word):
        yield row.mistake(IndicatorColumn.MEASURE, fault)
    for fault in find_unsuited(row.get(IndicatorColumn.WAYS) or (), kind, word, sound_measure(row)):
        yield row.mistake(IndicatorColumn.WAYS, fault)


def find_unfit_measure(row: Row, column: Column[str], kind: Kind, word: str) -> Iterator[Fault]:
    """Yield an amount of money without its unit, or a measure that is not of money, or not a percentage.

    ``word`` is how the form calls the kind."""
    seen, wanted = row.get(column) or "", _MEASURES.get(kind)
    if wanted is None or row.is_faulty(column):
        return
    if kind is Kind.MONEY and not seen:
        yield Fault(Wrong.VALUE_MISSING, expected=wanted.words, against=word)
    elif seen and not suits_kind(seen, kind):
        yield Fault(Wrong.NOT_ALLOWED_HERE, seen, expected=wanted.words, against=word)


def suits_kind(measure: str, kind: Kind) -> bool:
    """Tell whether figures of a kind can be in a unit of measure."""
    wanted, found = _MEASURES.get(kind), measure_of(measure)
    return wanted is None or (found is not None and found.dimension is wanted.dimension)


def measure_of_row(row: Row) -> str:
    """Return an indicator's unit of measure, which of a percentage is % by default."""
    return row.get(IndicatorColumn.MEASURE) or (_PERCENT if row.get(IndicatorColumn.KIND) is Kind.PERCENT else "")


def sound_measure(row: Row) -> str | None:
    """Return an indicator's unit of measure.

    None where it does not suit the kind or the kind is not known."""
    kind = row.get(IndicatorColumn.KIND)
    if (
        kind is None
        or row.is_faulty(IndicatorColumn.MEASURE)
        or any(find_unfit_measure(row, IndicatorColumn.MEASURE, kind, ""))
    ):
        return None
    return measure_of_row(row)


def _find_unfit_adding(row: Row, kind: Kind) -> Iterator[FormMistake]:
    adding = row.get(IndicatorColumn.ADDING)
    if adding and adding not in FITTING[kind]:
        words = {meaning: word for word, meaning in reversed(ADDINGS.words)}
        expected = tuple(words[fitting] for fitting in FITTING[kind])
        seen, word = row.seen(IndicatorColumn.ADDING), row.seen(IndicatorColumn.KIND)
        yield row.mistake(IndicatorColumn.ADDING, Fault(Wrong.NOT_ALLOWED_HERE, seen, "", expected, against=word))


def _find_figures_only(row: Row, kind: Kind) -> Iterator[FormMistake]:
    if kind not in WORDS:
        return
    for column in _ONLY_FOR_FIGURES:
        value = row.get(column)
        if value is not None and value is not False:
            seen, word = row.seen(column), row.seen(IndicatorColumn.KIND)
            yield row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=word))
