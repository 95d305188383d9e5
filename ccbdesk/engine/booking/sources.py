"""The sheet Nguồn số liệu. This module holds its rows: every figure, the file, sheet and cell it was read from."""

from collections.abc import Iterable, Iterator

from ccbdesk.engine.booking.corrections import CORRECTION_HEADINGS, correction_cells, has_corrections, taken_out_cells
from ccbdesk.engine.booking.earlier import find_earlier_lines
from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.engine.booking.layout import Layout
from ccbdesk.engine.booking.lists import written_entry
from ccbdesk.engine.booking.origins import find_origins
from ccbdesk.engine.booking.showing import STATES, places_of
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.book import BookCell, BookSheet, LinkCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Part, PartState
from ccbdesk.model.form import Indicator
from ccbdesk.model.origin import AnswerOrigin, CorrectionOrigin, Origin, Reading, cell_of
from ccbdesk.model.submission import ListCell, ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.figures import qualifier, written_value
from ccbdesk.wording.places import unit_name

_HEADINGS = (
    (books.CODE, 15.0),
    (books.INDICATOR, 36.0),
    (books.UNIT_ID, 10.0),
    (books.UNIT, 16.0),
    (books.VALUE, 14.0),
    (books.MEASURE, 12.0),
    (books.AS_TYPED, 17.0),
    (books.STATE, 15.0),
    (books.FILE, 30.0),
    (books.SHEET, 14.0),
    (books.CELL, 8.0),
    (books.ANSWER, 10.0),
    (books.SUMMARY_CELL, 11.0),
    (books.DIGEST, 64.0),
)
_LONGEST = 200  # longer words stand whole on the sheet Nội dung and in the file


def sources_sheet(merged: Consolidation, layout: Layout) -> BookSheet:
    """Plan the sheet: one row for every unit's figure or words, in the form's order, missing ones too.

    Behind a figure stand its plans, behind all figures what the rows of lists say. Where figures were put right or
    entered by hand, further columns stand behind the others: to what, by how much, on whose word."""
    headings = (*_HEADINGS, *CORRECTION_HEADINGS) if has_corrections(merged) else _HEADINGS
    cells = list(find_heads(merged, "Nguồn của từng số liệu", len(headings)))
    cells += [
        Placed(TABLE_ROW, column, TextCell(words, Look.HEADING)) for column, (words, _) in enumerate(headings, start=1)
    ]
    lines = (*_find_lines(merged, layout), *_find_list_lines(merged), *find_earlier_lines(merged))
    for row, line in enumerate(lines, start=TABLE_ROW + 1):
        cells += [Placed(row, column, cell) for column, cell in zip(range(1, len(headings) + 1), line, strict=False)]
    return BookSheet(
        books.SOURCES,
        tuple(cells),
        tuple(width for _, width in headings),
        frozen_rows=TABLE_ROW,
        repeated_rows=(TABLE_ROW, TABLE_ROW),
        is_landscape=True,
        filtered=(TABLE_ROW, 1, TABLE_ROW + max(len(lines), 1), len(headings)),
        notice=notice_of(merged),
        printed_columns=len(_HEADINGS) - 1,  # nobody reads a digest from paper
    )


def _find_lines(merged: Consolidation, layout: Layout) -> Iterator[Iterable[BookCell]]:
    for indicator, part in find_origins(merged):
        is_plan = indicator.code.endswith(books.PLAN_SUFFIX)
        yield _line(merged, indicator, part, TextCell("") if is_plan else _way_back(layout, indicator, part))


def _line(merged: Consolidation, indicator: Indicator, part: Part, way_back: BookCell) -> Iterator[BookCell]:
    reading = part.reading
    yield TextCell(indicator.code, Look.CODE)
    yield TextCell(indicator.label)
    yield TextCell(part.unit, Look.CODE)
    yield TextCell(unit_name(merged.form, part.unit))
    yield _value_cell(indicator, reading) if reading else TextCell("")
    yield TextCell(indicator.measure, Look.CENTRED)
    yield TextCell(_shortened(reading.received_as) if reading else "")
    yield TextCell(STATES[part.state])
    yield from _spot(reading.origin if reading else None)
    yield way_back
    yield TextCell(_digest(reading.origin) if reading else "", Look.CODE)
    yield from correction_cells(reading, merged.submission(part.unit))


def _find_list_lines(merged: Consolidation) -> Iterator[Iterable[BookCell]]:
    for sheet in merged.form.sheets:
        rows = [(unit, row, False) for unit, row in merged.rows_of(sheet.code)]
        rows += [(unit, row, True) for unit, row in merged.rows_taken_out(sheet.code)]
        for unit, row, is_out in rows:
            for cell in row.cells:
                yield _list_line(merged, unit, row, cell, is_out=is_out)


def _list_line(
    merged: Consolidation, unit: UnitId, row: ListRow, cell: ListCell, *, is_out: bool
) -> Iterator[BookCell]:
    column = next(each for each in merged.form.columns_of(row.sheet) if each.code == cell.column)
    yield TextCell(f"{row.sheet}.{row.key}.{column.code}", Look.CODE)
    yield TextCell(f"{merged.form.sheet(row.sheet).name} – {column.label}")
    yield TextCell(unit, Look.CODE)
    yield TextCell(unit_name(merged.form, unit))
    yield TextCell("") if is_out else _entry_cell(cell)
    beside = row.cell(column.measured_by) if column.measured_by else None
    yield TextCell(written_entry(beside) if beside else column.measure, Look.CENTRED)
    yield TextCell(_shortened(cell.reading.received_as))
    yield TextCell(STATES[PartState.LEFT_OUT if is_out else PartState.COUNTED])
    yield from _spot(cell.origin)
    yield TextCell("")
    yield TextCell(_digest(cell.origin), Look.CODE)
    yield from taken_out_cells(row) if is_out else correction_cells(cell.reading, merged.submission(unit))


def _entry_cell(cell: ListCell) -> BookCell:
    return _number_cell(cell.value) if isinstance(cell.value, Number) else TextCell(_shortened(written_entry(cell)))


def _digest(origin: Origin) -> str:
    cell = cell_of(origin)
    return cell.digest if cell else ""


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _spot(origin: Origin | None) -> Iterator[BookCell]:
    cell = cell_of(origin) if origin else None
    yield TextCell(cell.file if cell else "")
    yield TextCell(cell.sheet if cell else "")
    yield TextCell(cell.cell if cell else "")
    yield TextCell(origin.choice if isinstance(origin, AnswerOrigin | CorrectionOrigin) else "")


def _value_cell(indicator: Indicator, reading: Reading) -> BookCell:
    if isinstance(reading.value, Number):
        return _number_cell(reading.value)
    return TextCell(_shortened(written_value(reading.value, indicator)))


def _number_cell(value: Number) -> BookCell:
    return NumberCell(value.amount, Look.FIGURE, places_of(value), qualifier(value.exactness))


def _way_back(layout: Layout, indicator: Indicator, part: Part) -> BookCell:
    if not layout.shows(indicator.code) or part.state is PartState.ABSENT:
        return TextCell("")
    address = layout.cell(indicator.code, part.unit)
    return LinkCell(address, books.SUMMARY, address)


def basis_sheet(merged: Consolidation) -> BookSheet:
    """Plan the hidden sheet that says what the workbook was made from, and how computed figures are computed."""
    form = merged.form
    rows = [
        (books.FORM_KEY, form.id, form.title),
        (books.VERSION_KEY, form.version, ""),
        (books.PERIOD_KEY, merged.period.code, ""),
        *(((books.CUT_OFF_KEY, merged.cut_off.isoformat(), ""),) if merged.cut_off else ()),
        (books.BASIS_KEY, merged.basis, ""),
        *((books.UNIT_KEY, unit.id, unit.short_name) for unit in form.units),
        *((books.COLUMN_KEY, column.sheet, column.code) for column in form.columns),
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
