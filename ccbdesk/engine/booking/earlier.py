"""The rows of earlier figures on the sheet Nguồn số liệu. This module holds them: whose, of when, from where."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccbdesk.engine.booking.showing import places_of
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.book import BookCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.history import Base, BasePart
from ccbdesk.model.period import period_of
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import NotApplicable, Number, Ratio
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.vietnamese.vocabulary.forms import STATES
from ccbdesk.wording.figures import qualifier
from ccbdesk.wording.histories import MERGED, STAGES
from ccbdesk.wording.periods import period_name


def find_earlier_columns(merged: Consolidation, unit: UnitId) -> Iterator[tuple[When, str]]:
    """Yield the earlier periods whose figures stand beside a unit's own, with their headings: the year before, and the
    period before where that is another one."""
    shown = [(reference, base) for reference, base in merged.bases.found if reference.unit == unit and _has_value(base)]
    a_year_ago = {reference.indicator: base.period for reference, base in shown if reference.when is When.LAST_YEAR}
    previous = [(reference, base) for reference, base in shown if reference.when is When.PREVIOUS]
    if any(base.period != a_year_ago.get(reference.indicator) for reference, base in previous):
        yield When.PREVIOUS, _heading(books.PREVIOUS, [base for _, base in previous])
    if a_year_ago:
        bases = [base for reference, base in shown if reference.when is When.LAST_YEAR]
        yield When.LAST_YEAR, _heading(books.LAST_YEAR, bases)


def _heading(words: str, bases: Iterable[Base]) -> str:
    return f"{words} {MERGED}" if any(base.merged for base in bases) else words


def _has_value(base: Base) -> bool:
    return isinstance(base.value, Number | Ratio)


def earlier_cell(merged: Consolidation, reference: Reference) -> BookCell:
    """Return what a unit's figure was in an earlier period; an empty cell where that is not known."""
    match merged.bases.base(reference).value:
        case Number() | Ratio() as value:
            return NumberCell(value.amount, Look.FIGURE, places_of(value), qualifier(value.exactness))
        case NotApplicable():
            return TextCell(books.NOT_APPLICABLE, Look.CENTRED)
        case _:
            return TextCell("", Look.CENTRED)


def find_earlier_lines(merged: Consolidation) -> Iterator[Iterable[BookCell]]:
    """Yield a row for every kept figure that was compared with, behind all of this period's; of what is computed each
    part is there by itself."""
    for reference, base in merged.bases.used():
        is_computed = merged.form.indicator(reference.indicator).formula is not None
        if reference.unit is None and not is_computed:
            for part in base.parts:
                yield _line(merged, reference, base, part)


def _line(merged: Consolidation, reference: Reference, base: Base, part: BasePart) -> Iterator[BookCell]:
    indicator = merged.form.indicator(reference.indicator)
    yield TextCell(canonical(replace(reference, unit=None)), Look.CODE)
    yield TextCell(f"{indicator.label} – {STATES[reference.when]}")
    yield TextCell(part.unit, Look.CODE)
    yield TextCell(part.name)
    yield _value(part)
    yield TextCell(indicator.measure, Look.CENTRED)
    yield TextCell("")
    yield TextCell(_state(base))
    yield TextCell(part.source)


def _value(part: BasePart) -> BookCell:
    match part.value:
        case Number() | Ratio() as value:
            return NumberCell(value.amount, Look.FIGURE, places_of(value), qualifier(value.exactness))
        case _:
            return TextCell(books.NOT_APPLICABLE, Look.CENTRED)


def _state(base: Base) -> str:
    period = period_of(base.period) if base.period else None
    return f"{period_name(period)}, {STAGES[base.stage]}" if period else ""
