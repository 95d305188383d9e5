"""A template's sheet as a person sees it. This module holds what stands where once merged cells are one cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.model.grid import Cell, Content, ErrorShown, Grid, Missing, column_letters
from ccbdesk.model.layout import Area, Place, SheetLayout
from ccbdesk.vietnamese.folding import folded, tidy

_MOST_ROWS = 1_000
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with its layout; a cell under a merged area is that area's first cell.

    ``beyond`` counts the filled cells too far down or right to be looked at."""

    name: str
    is_hidden: bool
    layout: SheetLayout
    cells: Mapping[Place, Cell]
    areas: Mapping[Place, Area]
    last_row: int
    last_column: int
    beyond: int = 0

    def home(self, row: int, column: int) -> Place:
        """Return the first cell of the merged area at a place, or the place itself."""
        area = self.areas.get(Place(row, column))
        return Place(area.top, area.left) if area else Place(row, column)

    def area(self, row: int, column: int) -> Area:
        """Return the merged area at a place, or the cell itself as one."""
        return self.areas.get(Place(row, column)) or Area(row, column, row, column)

    def content(self, row: int, column: int) -> Content | None:
        """Return what a place shows, None where it is empty."""
        cell = self.cells.get(self.home(row, column))
        return cell.content if cell else None

    def own(self, row: int, column: int) -> Content | None:
        """Return what stands in this very cell, not what a merged area above or left of it spreads over it."""
        cell = self.cells.get(Place(row, column))
        return cell.content if cell else None

    def text(self, row: int, column: int) -> str:
        """Return what a place shows as tidy words; a number as it would be typed."""
        content = self.content(row, column)
        match content:
            case str():
                return tidy(content)
            case Missing():
                return f"={self.formula(*self.home(row, column)) or ''}"
            case ErrorShown(name):
                return name
            case None:
                return ""
            case _:
                return f"{content}"

    def raw(self, row: int, column: int) -> str:
        """Return the words at a place with the blanks before them."""
        content = self.content(row, column)
        return content.expandtabs(4) if isinstance(content, str) else ""

    def key(self, row: int, column: int) -> str:
        """Return the folded words at a place."""
        return folded(self.text(row, column))

    def indent(self, row: int, column: int) -> int:
        """Return how far the words at a place are set in: by the cell's indent and by blanks, two to a step."""
        raw = self.raw(row, column)
        blanks = len(raw) - len(raw.lstrip())
        return self.layout.indents.get(self.home(row, column), 0) + (blanks + 1) // 2

    def is_bold(self, row: int, column: int) -> bool:
        """Tell whether the words at a place are bold."""
        return self.home(row, column) in self.layout.bold

    def is_framed(self, row: int, column: int) -> bool:
        """Tell whether a place has a frame."""
        return Place(row, column) in self.layout.framed or self.home(row, column) in self.layout.framed

    def format(self, row: int, column: int) -> str:
        """Return the number format of a place, empty where it is the general one."""
        return self.layout.formats.get(self.home(row, column), "")

    def formula(self, row: int, column: int) -> str | None:
        """Return the formula in a cell, None where there is none; one that could not be seen is empty."""
        found = self.layout.formulas.get(Place(row, column))
        cell = self.cells.get(Place(row, column))
        return found if found is not None else "" if cell is not None and cell.is_formula else None

    def is_empty_row(self, row: int, left: int, right: int) -> bool:
        """Tell whether nothing stands in a row between two columns."""
        return all(self.content(row, column) is None for column in range(left, right + 1))


def page_of(grid: Grid, layout: SheetLayout) -> Page:
    """Return a sheet as a person sees it; what lies far outside of any table is not looked at."""
    cells = {
        Place(cell.row, cell.column): cell
        for cell in grid.cells
        if _is_near(cell.row, cell.column) and not _is_blank(cell.content)
    }
    last_row = max((place.row for place in cells), default=0)
    framed = [place for place in layout.framed if _is_near(*place)]
    return Page(
        name=grid.name,
        is_hidden=grid.is_hidden,
        layout=layout,
        cells=cells,
        areas=_areas(layout),
        last_row=max([last_row, *(place.row for place in framed)]),
        beyond=sum(not _is_near(cell.row, cell.column) and not _is_blank(cell.content) for cell in grid.cells),
        last_column=max([place.column for place in (*cells, *framed)], default=0),
    )


def address(row: int, column: int) -> str:
    """Return a cell's name as Excel writes it."""
    return f"{column_letters(column)}{row}"


def _areas(layout: SheetLayout) -> Mapping[Place, Area]:
    """Return the merged area of every place it covers, as far as tables are looked for."""
    return {
        Place(row, column): area
        for area in layout.merges
        for row in range(area.top, min(area.bottom, _MOST_ROWS) + 1)
        for column in range(area.left, min(area.right, _MOST_COLUMNS) + 1)
    }


def _is_near(row: int, column: int) -> bool:
    return row <= _MOST_ROWS and column <= _MOST_COLUMNS


def _is_blank(content: Content) -> bool:
    return isinstance(content, str) and not tidy(content)
