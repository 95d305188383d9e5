"""When a return's figures were closed. This module holds the reading of the cut-off day above the tables."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.shown import bare, shown
from ccbdesk.engine.submissions.stamp import Stamp
from ccbdesk.model.finding import NotADay, Where
from ccbdesk.model.grid import Cell
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.numbers.reading import read_day
from ccbdesk.vietnamese.vocabulary.returns import CUT_OFF_PHRASE, Caption

_PHRASE = re.compile(CUT_OFF_PHRASE, re.IGNORECASE)


def read_cut_off(where: Where, stamp: Stamp, tables: Iterable[Headed]) -> date | NotADay | None:
    """Return the day that stands behind the caption for it, else in a title, else in the stamp; None where none does.

    Where something else than a day stands behind the caption, that is what is returned."""
    tables = tuple(tables)
    captioned = next(((table, cell) for table in tables for cell in table.captioned(Caption.CUT_OFF)), None)
    if captioned:
        return _day_in(where, *captioned)
    return next(_find_days(tables), stamp.cut_off)


def _day_in(where: Where, table: Headed, cell: Cell) -> date | NotADay:
    day = cell.content if isinstance(cell.content, date) else read_day(bare(cell.content))
    return day or NotADay(Where(where.file, where.unit, table.grid.name, cell.address, None, shown(cell)))


def _find_days(tables: Iterable[Headed]) -> Iterator[date]:
    for table in tables:
        for title in table.titles:
            found = _PHRASE.search(tidy(title))
            day = read_day(found["day"].strip(" .,;()")) if found else None
            if day:
                yield day
