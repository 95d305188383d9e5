"""Which period files are of. This module holds the small reader of period words, and the vote of several files."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.pages import find_pages
from ccbdesk.engine.submissions.shown import bare
from ccbdesk.engine.submissions.stamp import read_stamp
from ccbdesk.engine.submissions.tables import find_tables
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.returns import PERIOD_PHRASES, Caption

_PHRASES = tuple((re.compile(pattern), span) for pattern, span in PERIOD_PHRASES)
_YEARS = range(1900, 2100)


def periods_in(text: str) -> tuple[Period, ...]:
    """Return the periods a text names, without repeats: “năm 2022”, “6 tháng đầu năm 2024”, “quý I/2024”.

    The year of a day names no period."""
    return tuple(dict.fromkeys(_find_periods(folded(text))))


def _find_periods(words: str) -> Iterator[Period]:
    """Each phrase takes its words out, so that a longer one is not read again as the year within it."""
    for phrase, span in _PHRASES:
        for found in phrase.finditer(words):
            year = int(found["year"])
            if span is not None and year in _YEARS:
                yield Period(year, span)
        words = phrase.sub(" ", words)


def find_period_words(table: Headed) -> Iterator[tuple[str, Period]]:
    """Yield every period named above a table, with the words that name it.

    Behind the caption for it a bare year or a code will do; without such a caption any title may name one."""
    captioned = table.captioned(Caption.PERIOD)
    for cell in captioned:
        words = bare(cell.content)
        named = periods_in(words) or tuple(period for period in (period_of(words),) if period)
        yield from ((words, period) for period in named)
    if not captioned:
        yield from ((title, period) for title in table.titles for period in periods_in(title))


def period_of_files(workbooks: Iterable[Workbook], form: Form | None = None) -> Period | None:
    """Return the period most files are of; None where none says so or as many say another.

    The cluster's own return decides before the members', and stamps before what stands above the tables. A ``form``
    tells where that is in files that an office already uses."""
    files = tuple(workbooks)
    stamps = [read_stamp(workbook) for workbook in files]
    votes = (
        [stamp.period_named for stamp in stamps if stamp.unit == CLUSTER],
        [stamp.period_named for stamp in stamps],
        [period for workbook in files for period in _periods_above(workbook, form)],
    )
    return next((winner for vote in votes if (winner := _majority(vote)) is not None), None)


def _periods_above(workbook: Workbook, form: Form | None) -> frozenset[Period]:
    tables: tuple[Headed, ...] = find_tables(workbook)
    if form is not None and any(sheet.office for sheet in form.sheets):
        tables = find_pages(form, workbook).all
    return frozenset(period for table in tables for _, period in find_period_words(table))


def _majority(vote: Iterable[Period | None]) -> Period | None:
    counted = Counter(period for period in vote if period is not None).most_common(2)
    is_tie = len(counted) == 2 and counted[0][1] == counted[1][1]
    return None if is_tie or not counted else counted[0][0]
