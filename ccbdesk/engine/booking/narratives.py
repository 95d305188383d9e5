"""The sheet Nội dung. This module holds the words of the units: for every text asked for, who wrote what."""

from collections.abc import Iterator
from math import ceil

from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.model.book import BookCell, BookSheet, Look, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.origin import Reading, cell_of
from ccbdesk.model.value import Day, Text
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.corrections import source_of
from ccbdesk.wording.places import unit_name

_HEADINGS = ((books.UNIT, 20.0), (books.CONTENT, 100.0), (books.SHEET, 16.0), (books.CELL, 8.0))
_LETTERS_A_LINE = 95
_MOST_LINES = 20  # a higher row would not be whole on the screen, and Excel allows no row above 409 points


def words_sheets(merged: Consolidation) -> tuple[BookSheet, ...]:
    """Plan the sheet; none where the form asks for no words."""
    totals = [total for total in merged.totals if not total.indicator.is_numeric]
    if not totals:
        return ()
    cells = list(find_heads(merged, "Nội dung các đơn vị báo cáo", len(_HEADINGS)))
    cells += [
        Placed(TABLE_ROW, column, TextCell(words, Look.HEADING)) for column, (words, _) in enumerate(_HEADINGS, 1)
    ]
    row = TABLE_ROW
    for total in totals:
        row += 1
        cells.append(Placed(row, 1, TextCell(total.indicator.label, Look.SECTION), across=len(_HEADINGS)))
        for line in _find_lines(merged, total):
            row += 1
            cells += [Placed(row, column, cell) for column, cell in enumerate(line, start=1)]
    return (
        BookSheet(
            books.WORDS,
            tuple(cells),
            tuple(width for _, width in _HEADINGS),
            frozen_rows=TABLE_ROW,
            repeated_rows=(TABLE_ROW, TABLE_ROW),
            is_landscape=True,
            notice=notice_of(merged),
        ),
    )


def _find_lines(merged: Consolidation, total: Total) -> Iterator[tuple[BookCell, ...]]:
    silent: list[Part] = []
    for part in total.parts:
        words = _words(part.reading)
        if words and part.reading:
            origin = cell_of(part.reading.origin)
            name = TextCell(unit_name(merged.form, part.unit))
            for number, portion in enumerate(portions(words)):
                yield (
                    name if number == 0 else TextCell(""),
                    TextCell(portion),
                    TextCell(origin.sheet if origin else source_of(part.reading)),
                    TextCell(origin.cell if origin else ""),
                )
        elif part.reading or (part.unit not in merged.absent and part.state is not PartState.LEFT_OUT):
            silent.append(part)
    if silent:
        names = ", ".join(unit_name(merged.form, part.unit) for part in silent)
        yield TextCell(""), TextCell(f"Chưa có nội dung: {names}.", Look.HELP), TextCell(""), TextCell("")


def _words(reading: Reading | None) -> str:
    match reading.value if reading else None:
        case Text(words):
            return words.strip()
        case Day(day):
            return day_in_figures(day)
        case _:
            return ""


def portions(words: str) -> tuple[str, ...]:
    """Return long words in portions that each fit into a row: ended at a line, else at a sentence or a word."""
    found: list[list[str]] = [[]]
    lines = 0
    for line in (piece for text in words.split("\n") for piece in _pieces(text)):
        needed = max(1, ceil(len(line) / _LETTERS_A_LINE))
        if found[-1] and lines + needed > _MOST_LINES:
            found.append([])
            lines = 0
        found[-1].append(line)
        lines += needed
    return tuple("\n".join(portion) for portion in found)


def _pieces(line: str) -> Iterator[str]:
    longest = _LETTERS_A_LINE * _MOST_LINES
    while len(line) > longest:
        end = max(line.rfind(". ", 0, longest) + 1, 0) or max(line.rfind(" ", 0, longest), 0) or longest
        yield line[:end].rstrip()
        line = line[end:].lstrip()
    yield line
