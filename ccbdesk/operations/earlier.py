"""The figures of an earlier period. This module holds how they are read back from a cluster workbook of ours."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from ccbdesk.engine.booking.showing import STATES
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.consolidation import PartState
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.history import EarlierPeriod, KeptFigure, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Exactness, NotApplicable, Number, Value
from ccbdesk.operations.trace import Output, open_output
from ccbdesk.vietnamese.numbers.reading import Understood, read_figure
from ccbdesk.vietnamese.vocabulary import books

_PLAIN = re.compile(r"-?[0-9.]+(?:,[0-9]+)?")  # a number as the rows of an output are read

Earlier = Mapping[UnitId, Mapping[IndicatorCode, str]]
"""Unit → indicator → the figure as it is shown."""


def earlier_figures(out: Path, reader: Reader) -> Earlier:
    """Return every figure that an earlier cluster workbook used, as it is shown there.

    Raises TroubleError(NothingThere) where there is no workbook of ours."""
    found: dict[UnitId, dict[IndicatorCode, str]] = {}
    for row in open_output(out, reader).rows:
        if row.get(books.VALUE) and (row.get(books.CELL) or row.get(books.SOURCE)):
            figures = found.setdefault(UnitId(row.get(books.UNIT_ID, "")), {})
            figures[IndicatorCode(row.get(books.CODE, ""))] = row[books.VALUE]
    return found


def kept_figures(output: Output, form: Form) -> EarlierPeriod:
    """Return the figures that an earlier cluster workbook used, exactly, to compare with.

    Totals are added up anew from the units' figures; those that the cluster's office gave are among the rows."""
    figures = tuple(_find_kept(output, {indicator.code: indicator for indicator in form.indicators}))
    stage = Stage.AT_MEETING if output.is_before_close else Stage.OFFICIAL
    return EarlierPeriod(PeriodCode(output.period), figures, stage, output.name, names=output.units)


def _find_kept(output: Output, known: Mapping[str, Indicator]) -> Iterator[KeptFigure]:
    for row in output.rows:
        code, is_plan = row.get(books.CODE, ""), row.get(books.CODE, "").endswith(books.PLAN_SUFFIX)
        indicator = known.get(code.removesuffix(books.PLAN_SUFFIX))
        value = _kept_value(row, indicator) if indicator and indicator.is_numeric else None
        if indicator is not None and value is not None:
            yield KeptFigure(UnitId(row.get(books.UNIT_ID, "")), indicator.code, value, is_plan)


def _kept_value(row: Mapping[str, str], indicator: Indicator) -> Value | None:
    """Return what a row of the sources says was used; None where nothing was."""
    state = row.get(books.STATE, "")
    if state == STATES[PartState.NOT_APPLICABLE]:
        return NotApplicable()
    if state not in (STATES[PartState.COUNTED], STATES[PartState.GIVEN]):
        return None
    written = _PLAIN.fullmatch(row.get(books.VALUE, ""))
    if written is None:
        return None
    amount = Decimal(written[0].replace(".", "").replace(",", "."))
    return Number(amount, _exactness(row, amount, indicator))


def _exactness(row: Mapping[str, str], amount: Decimal, indicator: Indicator) -> Exactness:
    """Return the word with which the unit gave the figure, as far as what it typed is that figure."""
    typed = row.get(books.CORRECTED) or row.get(books.AS_TYPED, "")
    heard = read_figure(typed, indicator.kind, indicator.measure)
    value = heard.value if isinstance(heard, Understood) else None
    return value.exactness if isinstance(value, Number) and value.amount == amount else Exactness.EXACT
