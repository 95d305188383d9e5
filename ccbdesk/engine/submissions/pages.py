"""What a received workbook consists of. This module holds its sheets, told apart by what the form expects."""

from dataclasses import dataclass

from ccbdesk.engine.submissions.listings import Listing, find_listing
from ccbdesk.engine.submissions.matrices import Matrix, find_matrix
from ccbdesk.engine.submissions.office_lists import find_office_listing
from ccbdesk.engine.submissions.office_spread import office_of
from ccbdesk.engine.submissions.offices import OfficeTable, find_office_table
from ccbdesk.engine.submissions.stamp import is_stamp
from ccbdesk.engine.submissions.tables import Table, find_table
from ccbdesk.model.form import Form, SheetKind
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.vietnamese.folding import folded

Page = Table | Matrix | OfficeTable | Listing


@dataclass(frozen=True, slots=True)
class Pages:
    """The sheets of a workbook in which headings were found, in their order.

    ``has_office``: one of them is a copy of a sheet in an office's own file."""

    all: tuple[Page, ...]
    has_office: bool = False

    @property
    def figures(self) -> tuple[Table | Matrix | OfficeTable, ...]:
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
    grids = tuple(grid for grid in workbook.grids if not is_stamp(grid))
    copied = tuple(_copied(form, grid) for grid in grids)
    pages = tuple(copy or _find_page(form, grid) for copy, grid in zip(copied, grids, strict=True))
    return Pages(tuple(page for page in pages if page), has_office=any(copied))


def _copied(form: Form, grid: Grid) -> OfficeTable | Listing | None:
    """Return the sheet where it is a copy of one in an office's own file."""
    sheet = office_of(form, grid)
    if sheet is None or sheet.office is None:
        return None
    find = find_office_listing if sheet.kind is SheetKind.LIST else find_office_table
    return find(form, sheet, sheet.office, grid)


def _find_page(form: Form, grid: Grid) -> Page | None:
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
            return found
    return find_table(grid)


def _is_home(listing: Listing) -> bool:
    office = listing.sheet.office
    names = (listing.sheet.name, office.sheet if office else "")
    return folded(listing.grid.name) in map(folded, names)
