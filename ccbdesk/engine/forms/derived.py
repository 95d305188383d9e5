"""Figures that are worked out from others. This module holds the checks of their formulas."""

from collections.abc import Iterator

from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.engine.forms.expressions import (
    Written,
    find_named_unit,
    find_not_figure,
    find_unplanned,
    mixed,
    position_of,
    read_expression,
)
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Figure, Line
from ccbdesk.engine.forms.kinds import COMPUTED
from ccbdesk.engine.forms.names import Names
from ccbdesk.engine.forms.rings import find_rings
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Preparer
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.vocabulary.forms import ADDINGS, IndicatorColumn


def find_formula_mistakes(line: Line, names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with a formula: not there though needed, there though useless, or made of what it cannot be.

    A computed figure is not asked for, so it can be neither required nor planned."""
    row = line.row
    written = read_expression(row, IndicatorColumn.FORMULA, names)
    yield from _find_misplaced(line)
    yield from written.mistakes
    for reference, source in _sources(written, names):
        for fault in _find_misused(line, reference, source):
            yield row.mistake(IndicatorColumn.FORMULA, fault)


def _find_misplaced(line: Line) -> Iterator[FormMistake]:
    row, adding = line.row, line.adding
    if adding is None:
        return
    word = row.seen(IndicatorColumn.ADDING) or _proper_word(line)
    seen = row.seen(IndicatorColumn.FORMULA)
    if adding in COMPUTED and not seen and not row.is_faulty(IndicatorColumn.FORMULA):
        yield row.mistake(IndicatorColumn.FORMULA, Fault(Wrong.VALUE_MISSING, against=word))
    if adding not in COMPUTED and seen:
        yield row.mistake(IndicatorColumn.FORMULA, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=word))
    for column in (IndicatorColumn.REQUIRED, IndicatorColumn.PLANNED):
        if adding in COMPUTED and row.get(column):
            yield row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, row.seen(column), against=word))


def _proper_word(line: Line) -> str:
    return next(word for word, adding in ADDINGS.words if adding is line.adding)


def _sources(written: Written, names: Names) -> Iterator[tuple[Reference, Figure]]:
    if written.expression is None:
        return
    for reference in references(written.expression):
        if source := names.figure(reference):
            yield reference, source


def _find_misused(line: Line, reference: Reference, source: Figure) -> Iterator[Fault]:
    """Yield at most one fault of a reference."""
    text = line.row.get(IndicatorColumn.FORMULA) or ""
    yield from (
        *find_named_unit(reference, text),
        *find_not_figure(reference, source, text),
        *_find_cluster_source(line, reference, source, text),
        *_find_no_total(reference, source, text),
        *find_unplanned(reference, source, text),
    )[:1]


def _find_cluster_source(line: Line, reference: Reference, source: Figure, text: str) -> Iterator[Fault]:
    """Yield a figure of the cluster's own sheet in the formula of the members."""
    if line.preparer is Preparer.UNIT and source.preparer is Preparer.CLUSTER:
        yield mixed(reference, source, text)


def _find_no_total(reference: Reference, source: Figure, text: str) -> Iterator[Fault]:
    if not source.has_total:
        yield Fault(Wrong.NO_TOTAL, canonical(reference), position=position_of(reference, text))


def find_formula_rings(rows: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield the formulas that come back to themselves, one mistake a ring, at its last row."""
    follows: dict[IndicatorCode, tuple[IndicatorCode, ...]] = {}
    by_code: dict[IndicatorCode, Row] = {}
    for row in rows:
        code = Line(row, None).code
        written = read_expression(row, IndicatorColumn.FORMULA, names)
        if code not in by_code:
            by_code[code] = row
            now = (each for each, _ in _sources(written, names) if each.when is When.NOW)
            follows[code] = tuple(reference.indicator for reference in now)
    for ring in find_rings(follows):
        row = by_code[ring[0]]
        fault = Fault(Wrong.CIRCULAR, row.seen(IndicatorColumn.FORMULA), against=" → ".join(ring))
        yield row.mistake(IndicatorColumn.FORMULA, fault)
