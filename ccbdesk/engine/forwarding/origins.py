"""Where figures that were passed on come from. This module holds the plan of the workbook that is kept beside them."""

from collections.abc import Iterator
from decimal import Decimal

from ccbdesk.model.book import Book, BookCell, BookSheet, Look, NumberCell, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Part
from ccbdesk.model.forwarding import Forwarded, PassedOn
from ccbdesk.model.origin import IndicatorCode, cell_of
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.corrections import source_of, written_difference
from ccbdesk.wording.figures import qualifier, written_value
from ccbdesk.wording.forwarding import held_sentence
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import unit_name

_HEADINGS = (
    ("Trang", 18.0),
    ("Ô", 7.0),
    ("Chỉ tiêu của cấp trên", 36.0),
    ("Ghi vào", 16.0),
    ("Đơn vị tính", 14.0),
    ("Mã của Cụm", 18.0),
    ("Đơn vị", 20.0),
    ("Số của đơn vị", 16.0),
    ("Ghi trong tệp", 18.0),
    ("Tệp", 34.0),
    ("Trang của tệp", 16.0),
    ("Ô của tệp", 9.0),
)
_CORRECTIONS = ((books.DIFFERENCE, 12.0), (books.SOURCE, 44.0))
"""Only where figures were put right or entered by hand."""

_PASSED, _HELD = "Đã ghi", "Chưa ghi"
_NOTHING = "Không có."
_HEAD_ROW = 3
_SENTENCES = 110.0


def plan_origins(merged: Consolidation, forwarded: Forwarded, file: str) -> Book:
    """Plan the workbook: every cell that was written with all its parts, and what was not written and why."""
    title = f"Nguồn số liệu ghi vào {file}"
    return Book(title, (_passed_sheet(merged, forwarded, title), _held_sheet(merged, forwarded)))


def _passed_sheet(merged: Consolidation, forwarded: Forwarded, title: str) -> BookSheet:
    headings = (*_HEADINGS, *_CORRECTIONS) if _is_corrected(merged) else _HEADINGS
    cells = [
        Placed(1, 1, TextCell(f"{title}, {period_name(merged.period)}", Look.TITLE)),
        *(Placed(_HEAD_ROW, column, TextCell(words, Look.HEADING)) for column, (words, _) in enumerate(headings, 1)),
    ]
    lines = [line for passed in forwarded.passed for line in _lines(merged, passed)]
    for row, line in enumerate(lines, start=_HEAD_ROW + 1):
        cells += [Placed(row, column, cell) for column, cell in zip(range(1, len(headings) + 1), line, strict=False)]
    return BookSheet(
        _PASSED,
        tuple(cells),
        tuple(width for _, width in headings),
        frozen_rows=_HEAD_ROW,
        repeated_rows=(_HEAD_ROW, _HEAD_ROW),
        is_landscape=True,
    )


def _is_corrected(merged: Consolidation) -> bool:
    own = (merged.own,) if merged.own else ()
    return any(submission.is_corrected for submission in (*own, *merged.submissions))


def _lines(merged: Consolidation, passed: PassedOn) -> Iterator[tuple[BookCell, ...]]:
    """Yield a line for the cell that was written, with its first part, and one for every other part."""
    content = passed.content
    written = TextCell(content) if isinstance(content, str) else NumberCell(content, decimals=_places(content))
    head: tuple[BookCell, ...] = (
        TextCell(passed.cell.sheet),
        TextCell(passed.cell.cell),
        TextCell(passed.above.label, Look.LABEL),
        written,
        TextCell(passed.above.measure, Look.CENTRED),
        TextCell(passed.total.indicator.code, Look.CODE),
    )
    empty = tuple(TextCell("") for _ in head)
    parts = [part for code in _standing_on(passed) for part in merged.total(code).parts]
    for number, part in enumerate(parts):
        yield (*(empty if number else head), *_part_cells(merged, part))
    if not parts:
        yield head


def _standing_on(passed: PassedOn) -> tuple[IndicatorCode, ...]:
    return passed.total.sources or (passed.total.indicator.code,)


def _part_cells(merged: Consolidation, part: Part) -> Iterator[BookCell]:
    yield TextCell(unit_name(merged.form, part.unit))
    reading = part.reading
    if reading is None:
        return
    indicator = merged.form.indicator(reading.indicator)
    match reading.value:
        case Number(amount, exactness):
            yield NumberCell(amount, Look.FIGURE, _places(amount), qualifier(exactness))
        case value:
            yield TextCell(written_value(value, indicator), Look.CENTRED)
    yield TextCell(reading.received_as)
    cell = cell_of(reading.origin)
    yield from (TextCell(words) for words in ((cell.file, cell.sheet, cell.cell) if cell else ("", "", "")))
    submission = merged.submission(part.unit)
    yield TextCell(written_difference(reading), Look.CENTRED)
    yield TextCell(source_of(reading, submission.receipt if submission else None))


def _places(amount: Decimal) -> int:
    return len(f"{amount.normalize():f}".partition(".")[2])


def _held_sheet(merged: Consolidation, forwarded: Forwarded) -> BookSheet:
    sentences = [held_sentence(merged.form, held) for held in forwarded.held] or [_NOTHING]
    cells = (
        Placed(1, 1, TextCell("Số liệu chưa ghi vào biểu mẫu của cấp trên", Look.TITLE)),
        *(Placed(row, 1, TextCell(sentence)) for row, sentence in enumerate(sentences, start=_HEAD_ROW)),
    )
    return BookSheet(_HELD, cells, (_SENTENCES,))
