"""The headings of a sheet. This module holds the search for the row they stand in and for the columns they name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from ccbdesk.engine.forms.cells import key, shown
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.guessing import fill_gaps
from ccbdesk.model.grid import Cell, Grid, column_letters
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import Column, FormPage

_LAST_ROW = 15
"""Titles and remarks may stand above the headings, but not more rows than this."""

_FEWEST = 2
"""A row is not taken for the headings because of one word."""

_ByKey = Mapping[str, Column[Any]]
_Places = dict[Column[Any], int]


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headings of a sheet stand, which column is which, and what is wrong with them.

    ``is_whole``: there is no column of which it is not known what it is."""

    sheet: str
    row: int
    titles: Mapping[int, str]
    places: Mapping[Column[Any], int]
    mistakes: tuple[FormMistake, ...]
    is_whole: bool

    def title(self, column: Column[Any]) -> str:
        """Return a heading as it is spelled in the file, or the proper one where the file has none."""
        return self.titles.get(self.places.get(column, 0), column.heading)


def read_heading(grid: Grid, page: FormPage) -> Heading | None:
    """Find the headings of a sheet in its first rows; None where hardly one of them is there.

    A heading that is no heading, but nearly one that is missing or just where one is missing, is a mistake and taken
    for it all the same, so that what stands below it is still read."""
    by_key = {key(heading): column for column in page.columns for heading in column.headings}
    row = _heading_row(grid, by_key)
    if row is None:
        return None
    titles = {cell.column: title for cell in _row(grid, row) if (title := tidy(shown(cell)))}
    below = {cell.column for cell in grid.cells if cell.row > row and tidy(shown(cell))}
    found = _Found(grid.name, row, page, titles, tuple(sorted(below - set(titles))), _spelled(titles, by_key))
    guessed = _guessed_by_spelling(found, by_key)
    guessed |= _guessed_by_place(found, by_key, found.spelled | guessed)
    return _heading(found, by_key, guessed)


@dataclass(frozen=True, slots=True)
class _Found:
    """The row of headings as it was found; ``nameless`` columns have something in them, but no heading."""

    sheet: str
    row: int
    page: FormPage
    titles: Mapping[int, str]
    nameless: tuple[int, ...]
    spelled: _Places


def _heading_row(grid: Grid, by_key: _ByKey) -> int | None:
    scores = {row: len({by_key.get(key(shown(cell))) for cell in cells} - {None}) for row, cells in grid.rows()}
    near_top = [row for row, score in scores.items() if row <= _LAST_ROW and score >= _FEWEST]
    return max(near_top, key=lambda row: (scores[row], -row), default=None)


def _row(grid: Grid, number: int) -> tuple[Cell, ...]:
    return next(cells for row, cells in grid.rows() if row == number)


def _spelled(titles: Mapping[int, str], by_key: _ByKey) -> _Places:
    """Return the first place of each column that is headed as it should be."""
    places: _Places = {}
    for place, title in titles.items():
        if column := by_key.get(key(title)):
            places.setdefault(column, place)
    return places


def _guessed_by_spelling(found: _Found, by_key: _ByKey) -> _Places:
    """Return the places of the missing columns whose heading is only misspelt."""
    places: _Places = {}
    absent = [heading for column in found.page.columns if column not in found.spelled for heading in column.headings]
    for place, title in found.titles.items():
        if key(title) not in by_key and (near := nearest(title, absent)):
            places.setdefault(by_key[key(near)], place)
    return places


def _guessed_by_place(found: _Found, by_key: _ByKey, known: _Places) -> _Places:
    """Return the places of the missing columns that stand where they should, but under no heading of theirs.

    Another heading may well belong to another column: there only a column is missed that cannot do without."""
    columns = found.page.columns
    strange = {place for place, title in found.titles.items() if key(title) not in by_key}
    required = [column for column in columns if column.required]
    sure = known | _filled(found, known, {*strange, *found.nameless}, required)
    return sure | _filled(found, sure, set(found.nameless), columns)


def _filled(found: _Found, known: _Places, gaps: set[int], wanted: Collection[Column[Any]]) -> _Places:
    by_place = {place: column for column, place in known.items()}
    places = sorted(by_place.keys() | gaps)
    filled = fill_gaps([by_place.get(place) for place in places], found.page.columns, wanted)
    return {column: place for place, column in zip(places, filled, strict=True) if column is not None}


def _heading(found: _Found, by_key: _ByKey, guessed: _Places) -> Heading:
    places = guessed | found.spelled
    meant = {place: column for column, place in places.items()}
    strangers = tuple(_find_strangers(found, by_key, meant))
    gaps = tuple(_find_gaps(found, meant))
    mistakes = (*strangers, *_find_repeated(found, by_key), *gaps)
    taken = {*meant, *(place for place, title in found.titles.items() if key(title) in by_key)}
    is_whole = taken.issuperset((*found.titles, *found.nameless))
    return Heading(found.sheet, found.row, found.titles, places, mistakes, is_whole)


def _find_strangers(found: _Found, by_key: _ByKey, meant: Mapping[int, Column[Any]]) -> Iterator[FormMistake]:
    for place, title in found.titles.items():
        if key(title) not in by_key:
            guess = meant[place].heading if place in meant else ""
            yield _mistake(found, place, Fault(Wrong.COLUMN_UNKNOWN, title, guess))


def _find_repeated(found: _Found, by_key: _ByKey) -> Iterator[FormMistake]:
    for place, title in found.titles.items():
        column = by_key.get(key(title))
        if column and found.spelled[column] != place:
            first = _address(found, found.spelled[column])
            yield _mistake(found, place, Fault(Wrong.NAME_TWICE, title, against=first))


def _find_gaps(found: _Found, meant: Mapping[int, Column[Any]]) -> Iterator[FormMistake]:
    """Yield the columns without a heading, and those that are missing, at the free places beside the others."""
    for place in found.nameless:
        wrong = Wrong.COLUMN_MISSING if place in meant else Wrong.COLUMN_UNKNOWN
        expected = (meant[place].heading,) if place in meant else ()
        yield _mistake(found, place, Fault(wrong, expected=expected))
    missing = [column for column in found.page.columns if column.required and column not in meant.values()]
    beyond = count(max((*found.titles, *found.nameless)) + 1)
    for column, place in zip(missing, beyond, strict=False):
        yield _mistake(found, place, Fault(Wrong.COLUMN_MISSING, expected=(column.heading,)))


def _mistake(found: _Found, place: int, fault: Fault) -> FormMistake:
    cell = _address(found, place)
    return FormMistake(
        fault.wrong,
        found.sheet,
        cell,
        seen=fault.seen,
        nearest=fault.nearest,
        expected=fault.expected,
        against=fault.against,
    )


def _address(found: _Found, place: int) -> str:
    return f"{column_letters(place)}{found.row}"
