"""Planned workbooks drawn as text. This module holds how a sheet is drawn for the tests of booking."""

from ccbdesk.model.book import Book, BookCell, BookSheet, EmptyCell, FormulaCell, LinkCell, Look, NumberCell, TextCell


def shown(cell: BookCell) -> str:
    """Return what a cell holds; a gap is marked by ?, an error by !, a formula is followed by what it shows."""
    mark = {Look.GAP: "?", Look.ERROR: "!"}.get(cell.look, "")
    match cell:
        case TextCell(text) | LinkCell(text):
            return f"{text}{mark}"
        case NumberCell(amount, _, _, prefix):
            return f"{prefix} {amount}".strip() + mark
        case FormulaCell(formula, result, _, _, prefix):
            return f"={formula} → {prefix} {result}".replace("  ", " ") + mark
        case EmptyCell():
            return mark


def drawn(planned: Book, name: str, first_row: int) -> list[str]:
    """Return the rows of a sheet from a row on."""
    sheet = named(planned, name)
    rows: dict[int, list[str]] = {}
    for placed in sorted(sheet.cells, key=lambda placed: (placed.row, placed.column)):
        if placed.row >= first_row:
            rows.setdefault(placed.row, []).append(shown(placed.cell))
    return [" | ".join(cells) for cells in rows.values()]


def named(planned: Book, name: str) -> BookSheet:
    """Return the sheet of a name."""
    (sheet,) = (sheet for sheet in planned.sheets if sheet.name == name)
    return sheet
