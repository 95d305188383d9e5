"""Which indicator a row is meant for. This module holds the comparison of its code and label with the catalogue."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.submissions.catalogue import Catalogue, Indicators
from ccbdesk.engine.submissions.matrices import Matrix
from ccbdesk.engine.submissions.offices import OfficeTable
from ccbdesk.engine.submissions.tables import Row, Table
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.origin import SheetCode
from ccbdesk.vietnamese.folding import folded

Figured = Table | Matrix | OfficeTable
"""The sheets whose rows are figures."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the indicators it may be meant for: one is certain, several are in doubt, none is unknown.

    ``is_inside``: a row further down the same table is the form's, so this one is no signature or stray remark."""

    row: Row
    candidates: Indicators
    is_inside: bool = True

    @property
    def is_guess(self) -> bool:
        """Whether the one indicator there is must be asked about all the same."""
        return self.row.is_guess


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a table a row stands; labels that repeat are told apart by it."""

    sheet: SheetCode | None
    section: str = ""
    before: Indicator | None = None


def find_matches(form: Form, catalogue: Catalogue, asked: Indicators, tables: Iterable[Figured]) -> Iterator[Match]:
    """Yield the rows of all tables that are no section's heading, with the indicators they may be meant for.

    Where a label names several indicators, those in ``asked`` are preferred."""
    for table in tables:
        rows = tuple(table.rows())
        matches = tuple(_matches_of(catalogue, asked, rows, _Place(_sheet_of(form, catalogue, table, rows))))
        last = max((match.row.number for match in matches if match.candidates), default=0)
        yield from (match if match.row.number < last else replace(match, is_inside=False) for match in matches)


def _matches_of(catalogue: Catalogue, asked: Indicators, rows: Iterable[Row], place: _Place) -> Iterator[Match]:
    for row in rows:
        section = _section_of(catalogue, row)
        if section and section != place.section:
            place = replace(place, section=section, before=None)
            continue
        candidates = _candidates(catalogue, asked, row, place)
        if len(candidates) == 1:
            place = _Place(place.sheet, place.section, candidates[0])
        yield Match(row, candidates)


def _section_of(catalogue: Catalogue, row: Row) -> str:
    if row.has_figure or row.placed or catalogue.coded(row.code):
        return ""
    return next((words for text in row.texts if (words := folded(text)) in catalogue.sections), "")


def _candidates(catalogue: Catalogue, asked: Indicators, row: Row, place: _Place) -> Indicators:
    """A code is believed unless the label is, word for word, that of other indicators only.

    In an office's own file the place decides: labels repeat there, and the form may well have better names."""
    if row.placed:
        return tuple(each for code in row.placed if (each := catalogue.coded(code)))
    coded = catalogue.coded(row.code)
    if coded is None:
        return _narrowed(catalogue.resembling(row.label), asked, place)
    named = catalogue.labelled(row.label)
    return (coded,) if not named or coded in named else (coded, *_narrowed(named, asked, place))


def _narrowed(candidates: Indicators, asked: Indicators, place: _Place) -> Indicators:
    """Each test is passed over where no candidate would be left."""
    kin = (place.before.code, place.before.parent) if place.before else ()
    tests: tuple[Callable[[Indicator], bool], ...] = (
        lambda each: each in asked,
        lambda each: each.sheet == place.sheet,
        lambda each: folded(each.section) == place.section,
        lambda each: each.parent is not None and each.parent in kin,
    )
    for test in tests:
        candidates = tuple(each for each in candidates if test(each)) or candidates
    return candidates


def _sheet_of(form: Form, catalogue: Catalogue, table: Figured, rows: Iterable[Row]) -> SheetCode | None:
    """A sheet is known by its name; a renamed one by the sheet most of its rows belong to."""
    name = folded(table.grid.name)
    named = next((sheet.code for sheet in form.sheets if folded(sheet.name) == name), None)
    if named is not None:
        return named
    votes = [each.sheet for row in rows for each in _named_by(catalogue, row)]
    return max(dict.fromkeys(votes), key=votes.count, default=None)


def _named_by(catalogue: Catalogue, row: Row) -> Indicators:
    coded = catalogue.coded(row.code)
    return (coded,) if coded else catalogue.resembling(row.label)
