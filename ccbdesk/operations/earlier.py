"""The figures of an earlier period. This module holds how they are read back from a cluster workbook of ours."""

from collections.abc import Mapping
from pathlib import Path

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.trace import open_output
from ccbdesk.vietnamese.vocabulary import books

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
