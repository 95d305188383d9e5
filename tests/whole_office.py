"""The whole way without a disk, for the tests. This module holds it: templates filled in, merged, and what is shown."""

from collections.abc import Mapping
from typing import Any

import office
from returning import arrival, filled

from ccbdesk.cli.as_json import as_json
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.model.book import Book, FormulaCell, NumberCell, TextCell
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Content
from ccbdesk.model.report import Report
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import Checked, decide


def checked(form: Form, typed_by_unit: Mapping[str, Mapping[str, Content]]) -> Checked:
    """Return what comes of returns, each a template of ours filled in; ``cum`` is the period sheet."""
    arrivals = tuple(
        arrival(f"{unit}.xlsx", filled(plan_template(form, form.unit(UnitId(unit)), office.PERIOD, None), typed))
        for unit, typed in typed_by_unit.items()
    )
    return decide(form, office.PERIOD, arrivals)


def report_of(done: Checked) -> Report:
    """Return the report of what was merged."""
    return draft(done.merged, places(done.merged))


def figure(done: Checked, code: str, unit: str | None = None) -> Any:
    """Return a figure of the answer of ``--json``."""
    answer: Any = as_json(done)
    (found,) = (one for one in answer["figures"] if (one["indicator"], one["unit"]) == (code, unit))
    return found


def summary(book: Book, code: str) -> list[object]:
    """Return the cells of a figure on the sheet Tổng hợp: what is shown, behind a formula."""
    cells = {(placed.row, placed.column): placed.cell for placed in book.sheets[0].cells}
    row = next(row for (row, column), cell in cells.items() if column == 1 and cell == TextCell(code, cell.look))
    return [_shown(cells[row, column]) for (at, column) in sorted(cells) if at == row and column > 4]


def _shown(cell: object) -> object:
    match cell:
        case FormulaCell(formula, result):
            return f"={formula} → {result}"
        case NumberCell(amount):
            return amount
        case TextCell(text):
            return text
        case _:
            return cell


def sources(book: Book, code: str) -> list[tuple[object, ...]]:
    """Return unit, value and state of a figure's rows on the sheet of sources, and the cell of the value."""
    (sheet,) = (sheet for sheet in book.sheets if sheet.name == "Nguồn số liệu")
    cells = {(placed.row, placed.column): _shown(placed.cell) for placed in sheet.cells}
    rows = [row for (row, column), shown in cells.items() if column == 1 and shown == code]
    return [(*(cells[row, column] for column in (3, 5, 8)), f"E${row}") for row in rows]
