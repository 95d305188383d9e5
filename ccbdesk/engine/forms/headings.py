"""The headings of a sheet. This module holds the search for the row they stand in and for the columns they name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from ccbdesk.engine.forms.cells import key, shown
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.model.grid import Cell, Grid, column_letters
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import Column, FormPage

_LAST_ROW = 15
"""Titles and remarks may stand above the headings, but not more rows than this."""

_FEWEST = 2
"""A row is not taken for the headings because of one word."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headings of a sheet stand, which column is which, and what is wrong with them."""

    sheet: str
    row: int
    titles: Mapping[int, str]
    places: Mapping[Column[Any], int]
    mistakes: tuple[FormMistake, ...]

    def title(self, column: Column[Any]) -> str:
        """Return a heading as it is spelled in the file, or the proper one where the column is not there."""
        return self.titles.get(self.places.get(column, 0), column.heading)


def read_heading(grid: Grid, page: FormPage) -> Heading | None:
    """Find the headings of a sheet in its first rows; None where hardly one of them is there.

    A heading that is no heading, but nearly one that is missing, is a mistake and taken for it all the same, so that
    what stands below it is still read."""
    by_key = {key(heading): column for column in page.columns for heading in column.headings}
    row = _heading_row(grid, by_key)
    if row is None:
        return None
    titles = {cell.column: title for cell in _row(grid, row) if (title := tidy(shown(cell)))}
    spelled = _spelled(titles, by_key)
    guessed = _guessed(titles, page, by_key, spelled)
    heading = Heading(grid.name, row, titles, spelled | guessed, ())
    mistakes = chain(
        _find_strangers(heading, by_key, guessed), _find_repeated(heading, by_key), _find_gaps(heading, grid, page)
    )
    return Heading(grid.name, row, titles, heading.places, tuple(mistakes))


def _heading_row(grid: Grid, by_key: Mapping[str, Column[Any]]) -> int | None:
    scores = {row: len({by_key.get(key(shown(cell))) for cell in cells} - {None}) for row, cells in grid.rows()}
    near_top = [row for row, score in scores.items() if row <= _LAST_ROW and score >= _FEWEST]
    return max(near_top, key=lambda row: (scores[row], -row), default=None)


def _row(grid: Grid, number: int) -> tuple[Cell, ...]:
    return next(cells for row, cells in grid.rows() if row == number)


def _spelled(titles: Mapping[int, str], by_key: Mapping[str, Column[Any]]) -> dict[Column[Any], int]:
    """Return the first place of each column that is headed as it should be."""
    places: dict[Column[Any], int] = {}
    for place, title in titles.items():
        if column := by_key.get(key(title)):
            places.setdefault(column, place)
    return places


def _guessed(
    titles: Mapping[int, str], page: FormPage, by_key: Mapping[str, Column[Any]], spelled: Mapping[Column[Any], int]
) -> dict[Column[Any], int]:
    """Return the places of the missing columns whose heading is only misspelt."""
    places: dict[Column[Any], int] = {}
    for place, title in titles.items():
        absent = [heading for column in page.columns if column not in spelled for heading in column.headings]
        if key(title) not in by_key and (near := nearest(title, absent)):
            places.setdefault(by_key[key(near)], place)
    return places


def _find_strangers(
    heading: Heading, by_key: Mapping[str, Column[Any]], guessed: Mapping[Column[Any], int]
) -> Iterator[FormMistake]:
    meant = {place: column.heading for column, place in guessed.items()}
    for place, title in heading.titles.items():
        if key(title) not in by_key:
            yield _mistake(heading, place, Fault(Wrong.COLUMN_UNKNOWN, title, meant.get(place, "")))


def _find_repeated(heading: Heading, by_key: Mapping[str, Column[Any]]) -> Iterator[FormMistake]:
    for place, title in heading.titles.items():
        column = by_key.get(key(title))
        if column and heading.places[column] != place:
            first = _address(heading, heading.places[column])
            yield _mistake(heading, place, Fault(Wrong.NAME_TWICE, title, against=first))


def _find_gaps(heading: Heading, grid: Grid, page: FormPage) -> Iterator[FormMistake]:
    """Yield the columns that are missing, at the places where they belong, and those without a heading."""
    below = {cell.column for cell in grid.cells if cell.row > heading.row and tidy(shown(cell))}
    nameless = sorted(below - set(heading.titles))
    missing = [column for column in page.columns if column.required and column not in heading.places]
    beyond = max((*heading.titles, *nameless)) + 1
    for column, place in zip(missing, chain(nameless, count(beyond)), strict=False):
        yield _mistake(heading, place, Fault(Wrong.COLUMN_MISSING, expected=(column.heading,)))
    for place in nameless[len(missing) :]:
        yield _mistake(heading, place, Fault(Wrong.COLUMN_UNKNOWN))


def _mistake(heading: Heading, place: int, fault: Fault) -> FormMistake:
    cell = _address(heading, place)
    return FormMistake(
        fault.wrong,
        heading.sheet,
        cell,
        seen=fault.seen,
        nearest=fault.nearest,
        expected=fault.expected,
        against=fault.against,
    )


def _address(heading: Heading, place: int) -> str:
    return f"{column_letters(place)}{heading.row}"
