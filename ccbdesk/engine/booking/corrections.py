"""Figures put right, in the workbook. This module holds the cells that say to what, by how much and on whose word."""

from collections.abc import Iterator

from ccbdesk.engine.booking.showing import places_of
from ccbdesk.model.book import BookCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.origin import Reading
from ccbdesk.model.submission import ListRow, Submission
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.corrections import difference, source_of, taken_out_on

CORRECTION_HEADINGS = (
    (books.CORRECTED, 17.0),
    (books.DIFFERENCE, 12.0),
    (books.SOURCE, 44.0),
    (books.EVIDENCE, 58.0),
)
"""The headings, and the widths of their columns."""


def has_corrections(merged: Consolidation) -> bool:
    """Tell whether anything was put right or entered by hand in a period."""
    own = (merged.own,) if merged.own else ()
    return any(submission.is_corrected for submission in (*own, *merged.submissions))


def correction_cells(reading: Reading | None, submission: Submission | None) -> Iterator[BookCell]:
    """Yield what a figure was put right to as it was typed, the difference, on whose word, and the evidence's hash.

    The cells of a figure that stands as its unit reported it are empty."""
    correction = reading.correction if reading else None
    yield TextCell(reading.as_typed if reading and correction else "")
    yield difference_cell(reading)
    receipt = submission.receipt if submission else None
    yield TextCell(source_of(reading, receipt) if reading else "")
    yield TextCell((correction.evidence or "") if correction else "", Look.CODE)


def taken_out_cells(row: ListRow) -> Iterator[BookCell]:
    """Yield, of a row that does not count, on whose word, and the evidence's hash."""
    yield TextCell("")
    yield TextCell("")
    yield TextCell(taken_out_on(row))
    yield TextCell((row.by_hand.evidence or "") if row.by_hand else "", Look.CODE)


def difference_cell(reading: Reading | None) -> BookCell:
    """Return by how much a figure was put up or down; empty where that is no question."""
    amount = difference(reading) if reading else None
    return TextCell("") if amount is None else NumberCell(amount, Look.FIGURE, places_of(Number(amount)))
