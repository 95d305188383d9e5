"""The sheet Nguồn số liệu. This module holds its rows: every figure, the file, sheet and cell it was read from."""

from collections.abc import Iterator

from ccbdesk.engine.booking.layout import Layout
from ccbdesk.engine.booking.showing import STATES
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.book import BookCell, BookSheet, LinkCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.form import Indicator
from ccbdesk.model.origin import AnswerOrigin, Reading, cell_of
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.figures import qualifier, written_value
from ccbdesk.wording.places import unit_name

_HEADINGS = (
    (books.CODE, 16.0),
    (books.INDICATOR, 40.0),
    (books.UNIT_ID, 12.0),
    (books.UNIT, 16.0),
    (books.VALUE, 16.0),
    (books.MEASURE, 13.0),
    (books.AS_TYPED, 22.0),
    (books.STATE, 20.0),
    (books.FILE, 34.0),
    (books.SHEET, 18.0),
    (books.CELL, 7.0),
    (books.ANSWER, 14.0),
    (books.SUMMARY_CELL, 14.0),
    (books.DIGEST, 66.0),
)
_HEAD_ROW = 3


def sources_sheet(merged: Consolidation, layout: Layout) -> BookSheet:
    """Plan the sheet: one row for every unit's figure or words, in the form's order, missing ones too."""
    cells = [Placed(1, 1, TextCell("Nguồn của từng số liệu", Look.TITLE))]
    cells += [
        Placed(_HEAD_ROW, column, TextCell(words, Look.HEADING)) for column, (words, _) in enumerate(_HEADINGS, start=1)
    ]
    row = _HEAD_ROW
    for total in merged.totals:
        for part in total.parts:
            if part.reading is not None or part.state is not PartState.NOT_APPLICABLE:
                row += 1
                line = _line(merged, layout, total, part)
                cells += [Placed(row, column, cell) for column, cell in enumerate(line, start=1)]
    return BookSheet(
        books.SOURCES,
        tuple(cells),
        tuple(width for _, width in _HEADINGS),
        frozen_rows=_HEAD_ROW,
        repeated_rows=(_HEAD_ROW, _HEAD_ROW),
        is_landscape=True,
        filtered=(_HEAD_ROW, 1, max(row, _HEAD_ROW + 1), len(_HEADINGS)),
    )


def _line(merged: Consolidation, layout: Layout, total: Total, part: Part) -> Iterator[BookCell]:
    indicator, reading = total.indicator, part.reading
    yield TextCell(indicator.code, Look.CODE)
    yield TextCell(indicator.label)
    yield TextCell(part.unit, Look.CODE)
    yield TextCell(unit_name(merged.form, part.unit))
    yield _value_cell(indicator, reading) if reading else TextCell("")
    yield TextCell(indicator.measure)
    yield TextCell(reading.as_typed if reading else "")
    yield TextCell(STATES[part.state])
    yield from _spot(reading)
    yield _way_back(layout, indicator, part)
    yield TextCell(cell_of(reading.origin).digest if reading else "", Look.CODE)


def _spot(reading: Reading | None) -> Iterator[BookCell]:
    if reading is None:
        yield from (TextCell("") for _ in range(4))
        return
    origin = cell_of(reading.origin)
    yield TextCell(origin.file)
    yield TextCell(origin.sheet)
    yield TextCell(origin.cell)
    yield TextCell(reading.origin.choice if isinstance(reading.origin, AnswerOrigin) else "")


def _value_cell(indicator: Indicator, reading: Reading) -> BookCell:
    value = reading.value
    if isinstance(value, Number):
        exponent = value.amount.normalize().as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return NumberCell(value.amount, Look.FIGURE, places, qualifier(value.exactness))
    return TextCell(written_value(value, indicator))


def _way_back(layout: Layout, indicator: Indicator, part: Part) -> BookCell:
    if indicator.code not in layout.rows or part.state is PartState.ABSENT:
        return TextCell("")
    address = layout.cell(indicator.code, part.unit if part.unit != CLUSTER else CLUSTER)
    return LinkCell(address, books.SUMMARY, address)


def basis_sheet(merged: Consolidation) -> BookSheet:
    """Plan the hidden sheet that says what the workbook was made from, and how computed figures are computed."""
    form = merged.form
    rows = [
        (books.FORM_KEY, form.id, form.title),
        (books.VERSION_KEY, form.version, ""),
        (books.PERIOD_KEY, merged.period.code, ""),
        (books.BASIS_KEY, merged.basis, ""),
        *((books.UNIT_KEY, unit.id, unit.short_name) for unit in form.units),
        *((books.INDICATOR_KEY, indicator.code, indicator.label) for indicator in form.indicators),
        *(
            (books.FORMULA_KEY, indicator.code, canonical(indicator.formula))
            for indicator in form.indicators
            if indicator.formula is not None
        ),
    ]
    cells = [
        Placed(row, column, TextCell(words, Look.CODE))
        for row, line in enumerate(rows, start=1)
        for column, words in enumerate(line, start=1)
    ]
    return BookSheet(books.BASIS, tuple(cells), (16.0, 26.0, 60.0), is_hidden=True)
