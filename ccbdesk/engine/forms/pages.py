"""The sheets of a form workbook. This module holds the search for them under the names they were given."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.forms.cells import key, shown
from ccbdesk.engine.forms.tables import Table, read_table
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import (
    INDICATOR_PAGE,
    LIST_PAGE,
    PAGES,
    PASSED_OVER,
    PROPERTY_PAGE,
    RULE_PAGE,
    SENTENCE_PAGE,
    SHEET_PAGE,
    UNIT_PAGE,
    FormPage,
)


@dataclass(frozen=True, slots=True)
class Tables:
    """The sheets of a form workbook, read, and what is wrong with their names."""

    properties: Table
    units: Table
    sheets: Table
    indicators: Table
    lists: Table
    rules: Table
    sentences: Table
    mistakes: tuple[FormMistake, ...] = ()


def read_tables(workbook: Workbook) -> Tables:
    """Find and read every sheet of the form; one that is missing is an empty table.

    A sheet whose name is only misspelt is a mistake and read all the same. Empty sheets, and those an office keeps
    for itself, are passed over."""
    grids = tuple(grid for grid in workbook.grids if not _is_passed_over(grid))
    named = _named(grids)
    found = named | _guessed(grids, named)
    tables = {page: read_table(grid, page) for page, grid in found.items()}
    return Tables(
        properties=tables.get(PROPERTY_PAGE, Table()),
        units=tables.get(UNIT_PAGE, Table()),
        sheets=tables.get(SHEET_PAGE, Table()),
        indicators=tables.get(INDICATOR_PAGE, Table()),
        lists=tables.get(LIST_PAGE, Table()),
        rules=tables.get(RULE_PAGE, Table()),
        sentences=tables.get(SENTENCE_PAGE, Table()),
        mistakes=(*_find_missing(found), *_find_strangers(grids, named, found)),
    )


def _is_passed_over(grid: Grid) -> bool:
    if not any(tidy(shown(cell)) for cell in grid.cells):
        return not any(_is_named(grid, page) for page in PAGES if not page.is_optional)
    return key(grid.name).startswith(tuple(map(key, PASSED_OVER)))


def _is_named(grid: Grid, page: FormPage) -> bool:
    return key(grid.name) in map(key, page.names)


def _named(grids: tuple[Grid, ...]) -> dict[FormPage, Grid]:
    """Return the first sheet of each name."""
    found: dict[FormPage, Grid] = {}
    for grid in grids:
        for page in PAGES:
            if _is_named(grid, page):
                found.setdefault(page, grid)
    return found


def _guessed(grids: tuple[Grid, ...], named: dict[FormPage, Grid]) -> dict[FormPage, Grid]:
    """Return the sheets that are missing by name, but nearly there."""
    found: dict[FormPage, Grid] = {}
    absent = {name: page for page in PAGES if page not in named for name in page.names}
    for grid in grids:
        if not any(_is_named(grid, page) for page in PAGES) and (near := nearest(grid.name, absent)):
            found.setdefault(absent[near], grid)
    return found


def _find_missing(found: dict[FormPage, Grid]) -> Iterator[FormMistake]:
    for page in PAGES:
        if page not in found and not page.is_optional:
            yield FormMistake(Wrong.SHEET_MISSING, page.name)


def _find_strangers(
    grids: tuple[Grid, ...], named: dict[FormPage, Grid], found: dict[FormPage, Grid]
) -> Iterator[FormMistake]:
    """Yield the sheets whose name is none of the form's, and those that are there a second time."""
    for grid in grids:
        page = next((page for page in PAGES if _is_named(grid, page)), None)
        if page and named[page] is not grid:
            yield FormMistake(Wrong.NAME_TWICE, grid.name, against=named[page].name)
        if page is None:
            meant = next((page.name for page, guess in found.items() if guess is grid), "")
            expected = tuple(page.name for page in PAGES)
            yield FormMistake(Wrong.SHEET_UNKNOWN, grid.name, nearest=meant, expected=expected)
