"""Reading the lists of a return. This module holds the rows of a list, and the figures worked out from them.

The figures have the cells they stand on for their origin: a range such as ``B9:B11``. Where rows were put right by the
office, that is the origin, and what the rows of the file give stands behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from ccbdesk.engine.submissions.list_lines import Line, ListReader
from ccbdesk.engine.submissions.listings import Listing
from ccbdesk.engine.submissions.row_correcting import PutRight, put_right
from ccbdesk.model.finding import Finding, HiddenFigures, Where
from ccbdesk.model.form import Form, FormSheet, Indicator, ListColumn, ListCount, ListSum
from ccbdesk.model.origin import CellOrigin, ColumnCode, CorrectionOrigin, Reading
from ccbdesk.model.question import AmbiguousFigure, Answers
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import NO_ROW_ACTS, RowActs
from ccbdesk.model.submission import ListRow
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Text, Unreadable, Value, combined
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.vietnamese.vocabulary.returns import ROWS


@dataclass(frozen=True, slots=True)
class ReadList:
    """What a list gave: its rows, a reading for each figure worked out from it, and what is wrong or unclear.

    ``taken_out`` are the rows that the office does not let count."""

    rows: tuple[ListRow, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    questions: tuple[AmbiguousFigure, ...]
    taken_out: tuple[ListRow, ...] = ()


def read_lists(  # noqa: PLR0913 - everything that a cell of a list is read by
    form: Form,
    receipt: Receipt,
    unit: UnitId,
    listings: Iterable[Listing],
    answers: Answers,
    *,
    acts: RowActs = NO_ROW_ACTS,
) -> tuple[ReadList, ...]:
    """Return what each list of a return gives, in their order, and after them those that only the office speaks of."""
    sums = {each.source: each.code for each in reversed(form.indicators) if isinstance(each.source, ListSum)}
    found = tuple(listings)
    there = {listing.sheet.code for listing in found}
    places: list[tuple[FormSheet, Listing | None]] = [(listing.sheet, listing) for listing in found]
    places += [(sheet, None) for sheet in form.sheets if sheet.code not in there and acts.of(unit, sheet.code)]
    return tuple(
        _read_list(ListReader(form, receipt, unit, answers, sheet, listing, sums), acts.of(unit, sheet.code))
        for sheet, listing in places
    )


def _read_list(reader: ListReader, acts: RowActs) -> ReadList:
    received = tuple(reader.lines())
    right = put_right(reader, received, acts) if acts else PutRight(received)
    return ReadList(
        tuple(line.row(reader.sheet) for line in right.lines),
        tuple(_find_readings(reader, received, right)),
        (
            *_find_hidden(reader, right.lines),
            *(finding for line in right.lines for _, read in line.cells for finding in read.findings),
            *(finding for line in right.lines for finding in reader.missing(line)),
            *right.findings,
        ),
        tuple(read.question for line in right.lines for _, read in line.cells if read.question),
        tuple(line.row(reader.sheet) for line in right.taken_out),
    )


# -- figures worked out from the rows ------------------------------------------------------------------------------


def _find_readings(reader: ListReader, received: tuple[Line, ...], right: PutRight) -> Iterator[Reading]:
    for indicator in reader.form.indicators:
        if not _is_of(indicator, reader):
            continue
        in_file = _in_file(reader, indicator, received)
        origins = right.origins(indicator.source.column if isinstance(indicator.source, ListSum) else None)
        if origins:
            value, typed = _worked_out(reader, indicator, right.lines)
            yield Reading(indicator.code, value, typed, _by_office(origins, in_file))
        elif in_file:
            yield in_file


def _is_of(indicator: Indicator, reader: ListReader) -> bool:
    match indicator.source:
        case ListCount(sheet):
            return sheet == reader.sheet.code
        case ListSum(sheet, code):
            return sheet == reader.sheet.code and _column(reader, code) is not None
        case _:
            return False


def _column(reader: ListReader, code: ColumnCode) -> ListColumn | None:
    return next((column for column in reader.columns if column.code == code), None)


def _worked_out(reader: ListReader, indicator: Indicator, lines: tuple[Line, ...]) -> tuple[Value, str]:
    column = _column(reader, indicator.source.column) if isinstance(indicator.source, ListSum) else None
    if column is None:
        return Number(Decimal(len(lines))), f"{len(lines)} {ROWS}"
    return _summed([line.value(column) for line in lines])


def _in_file(reader: ListReader, indicator: Indicator, lines: tuple[Line, ...]) -> Reading | None:
    """Return what the rows of the file give, with the cells it stands on; None where the file has no such sheet."""
    if reader.listing is None:
        return None
    added = _column(reader, indicator.source.column) if isinstance(indicator.source, ListSum) else None
    column = added or reader.form.columns_of(reader.sheet.code)[0]
    filled = [line for line in lines if added is None or not isinstance(line.value(added), Blank)]
    numbers = [line.entry.number for line in filled] or [reader.listing.last_heading_row + 1]
    first, last = (reader.listing.address(column, number) for number in (numbers[0], numbers[-1]))
    cell = first if first == last else f"{first}:{last}"
    value, typed = _worked_out(reader, indicator, lines)
    origin = CellOrigin(reader.receipt.name, reader.receipt.digest, reader.listing.grid.name, cell)
    return Reading(indicator.code, value, typed, origin)


def _by_office(origins: tuple[CorrectionOrigin, ...], in_file: Reading | None) -> CorrectionOrigin:
    """Return on whose word a figure stands of which several rows were put right: the last one's, all sources named."""
    last = max(origins, key=lambda origin: origin.decision)
    sources = ", ".join(dict.fromkeys(origin.source.strip() for origin in origins))
    return CorrectionOrigin(last.decision, sources, in_file, last.evidence, is_of_rows=True)


def _summed(values: list[Value]) -> tuple[Value, str]:
    """Return the sum of a column and how it is written; one figure that is none leaves no sum that could be believed.

    A list without rows adds up to zero; rows of which none has a figure add up to nothing that is known."""
    for spoilt in (value for kind in (Unreadable, Text) for value in values if isinstance(value, kind)):
        return spoilt, spoilt.shown if isinstance(spoilt, Unreadable) else spoilt.words
    if values and all(isinstance(value, Blank) for value in values):
        return Blank(), ""
    numbers = [value for value in values if isinstance(value, Number)]
    with localcontext() as exact:
        exact.prec = 60
        total = sum((number.amount for number in numbers), Decimal(0))
    return Number(total, combined(number.exactness for number in numbers)), plain(total)


def _find_hidden(reader: ListReader, lines: tuple[Line, ...]) -> Iterator[HiddenFigures]:
    if reader.listing is None:
        return
    grid = reader.listing.grid
    filled = (cell for line in lines if line.entry.number for _, cell in line.entry.cells)
    cells = tuple(cell.address for cell in filled if cell.is_hidden or grid.is_hidden)
    if cells:
        yield HiddenFigures(Where(reader.receipt.name, reader.unit, grid.name), cells)
