"""What a received workbook consists of. This module holds its sheets, told apart by what the form expects."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.submissions.listings import Listing, find_listing
from ccbdesk.engine.submissions.matrices import Matrix, find_matrix
from ccbdesk.engine.submissions.stamp import is_stamp
from ccbdesk.engine.submissions.tables import Table, find_table
from ccbdesk.model.form import Form, SheetKind
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.vietnamese.folding import folded

Page = Table | Matrix | Listing


@dataclass(frozen=True, slots=True)
class Pages:
    """The sheets of a workbook in which headings were found, in their order."""

    all: tuple[Page, ...]

    @property
    def figures(self) -> tuple[Table | Matrix, ...]:
        """Those whose rows are figures."""
        return tuple(page for page in self.all if not isinstance(page, Listing))

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Those that are lists, one for each list: the sheet of its own name rather than any other."""
        chosen: dict[str, Listing] = {}
        for page in self.all:
            if isinstance(page, Listing) and (page.sheet.code not in chosen or _is_home(page)):
                chosen[page.sheet.code] = page
        return tuple(chosen.values())


def find_pages(form: Form, workbook: Workbook) -> Pages:
    """Return the sheets that have the headings of a table, of a matrix or of a list; the hidden stamp is none."""
    return Pages(tuple(page for grid in workbook.grids if not is_stamp(grid) for page in _find_page(form, grid)))


def _find_page(form: Form, grid: Grid) -> Iterator[Page]:
    """The matrix or list of the sheet's own name comes before any other, and these before a table of figures."""
    sheets = sorted(form.sheets, key=lambda sheet: folded(sheet.name) != folded(grid.name))
    for sheet in sheets:
        if sheet.kind in (SheetKind.FIGURES, SheetKind.NARRATIVE) and folded(sheet.name) == folded(grid.name):
            break
        found: Page | None = None
        if sheet.kind is SheetKind.MATRIX:
            found = find_matrix(form, sheet, grid)
        elif sheet.kind is SheetKind.LIST:
            found = find_listing(form, sheet, grid)
        if found:
            yield found
            return
    table = find_table(grid)
    if table:
        yield table


def _is_home(listing: Listing) -> bool:
    return folded(listing.grid.name) == folded(listing.sheet.name)
