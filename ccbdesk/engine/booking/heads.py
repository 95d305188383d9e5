"""What stands above every table. This module holds a sheet's title and the notice that the figures are provisional."""

from collections.abc import Iterator

from ccbdesk.model.book import Look, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.wording.places import provisional

TABLE_ROW = 3
"""Where the headings of a table stand on the sheets that have nothing else above it."""


def notice_of(merged: Consolidation) -> str:
    """Return the notice for the head of every page; empty where every return is in."""
    return provisional(merged.form, merged.absent, merged.left_out)


def find_heads(merged: Consolidation, title: str, across: int, column: int = 1, *more: str) -> Iterator[Placed]:
    """Yield the title and, beneath it, the notice and further lines over all columns of the table, none left empty."""
    yield Placed(1, column, TextCell(title, Look.TITLE))
    lines = [line for line in (notice_of(merged), *more) if line]
    for row, line in enumerate(lines, start=2):
        yield Placed(row, column, TextCell(line, Look.NOTICE), across=across)
