"""Looking at a received sheet. This module holds what a sheet says and how it is laid out, as it was received."""

from dataclasses import dataclass

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.excel.layout import read_layouts
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.model.layout import SheetLayout
from ccbdesk.model.origin import Digest
from ccbdesk.model.receipt import Receipt, Refused
from ccbdesk.model.trouble import NotHeld, TroubleError
from ccbdesk.operations.holding import Held


@dataclass(frozen=True, slots=True)
class Looked:
    """A sheet of a received file; ``layout`` is None where its kind of file tells nothing of how it looked."""

    receipt: Receipt
    workbook: Workbook
    grid: Grid
    layout: SheetLayout | None


def look_at(held: Held, file: Digest, sheet: str) -> Looked:
    """Return a sheet of a received file, the first that is not hidden where none is named.

    Raises TroubleError(NotHeld) where there is no such file or sheet, or the file could not be read."""
    arrival = next((each for each in held.arrivals if each.receipt.digest == file), None)
    if arrival is None or isinstance(arrival.workbook, Refused):
        raise TroubleError(NotHeld(arrival.receipt.name if arrival else sheet))
    book = arrival.workbook
    grid = book.grid(sheet) if sheet else next((each for each in book.grids if not each.is_hidden), book.grids[0])
    if grid is None:
        raise TroubleError(NotHeld(sheet))
    return Looked(arrival.receipt, book, grid, _layout(held, file, grid.name))


def _layout(held: Held, file: Digest, sheet: str) -> SheetLayout | None:
    with reading(held.path) as kept:
        content = load_content(kept, file)
    layouts = read_layouts(content)
    return None if isinstance(layouts, Refused) else next((each for each in layouts if each.name == sheet), None)
