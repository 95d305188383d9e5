"""The rows of earlier figures on the sheet Nguồn số liệu. This module holds them: whose, of when, from where."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccbdesk.engine.booking.showing import places_of
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.book import BookCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Reference
from ccbdesk.model.history import Base, BasePart
from ccbdesk.model.period import period_of
from ccbdesk.model.value import Number, Ratio
from ccbdesk.vietnamese.vocabulary.books import NOT_APPLICABLE
from ccbdesk.vietnamese.vocabulary.forms import STATES
from ccbdesk.wording.figures import qualifier
from ccbdesk.wording.histories import STAGES
from ccbdesk.wording.periods import period_name


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
            return TextCell(NOT_APPLICABLE, Look.CENTRED)


def _state(base: Base) -> str:
    period = period_of(base.period) if base.period else None
    return f"{period_name(period)}, {STAGES[base.stage]}" if period else ""
