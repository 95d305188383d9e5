"""From the bytes of a file to a workbook or a refusal. This module holds the order in which a file is examined.

Nothing here may be run where a crash would hurt: the reading child calls it, and nobody else but its tests."""

from collections.abc import Mapping
from decimal import Decimal

from ccbdesk.files.excel.formats import Format
from ccbdesk.files.excel.outlining import Outline, read_outline
from ccbdesk.files.excel.scanning import Allowance, Area, Found, Scan, scan_sheet
from ccbdesk.files.excel.sniffing import check_is_workbook_package, check_is_zip
from ccbdesk.files.excel.values import content_of
from ccbdesk.files.excel.witnesses import Witness, ask_calamine, ask_openpyxl, first_dispute
from ccbdesk.files.package.parts import Package, open_package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.grid import Cell, Grid, Missing, Workbook
from ccbdesk.model.receipt import Refusal, Refused

_WITNESSES: tuple[Witness, ...] = (ask_calamine, ask_openpyxl)


def examine(content: bytes) -> Workbook | Refused:
    """Return the workbook that a file's bytes hold, or why it cannot be read."""
    try:
        return _workbook(content)
    except RefusedError as error:
        return error.refused
    except MemoryError:
        return Refused(Refusal.TOO_LARGE)


def _workbook(content: bytes) -> Workbook:
    check_is_zip(content)
    package = open_package(content)
    check_is_workbook_package(package)
    package.check_contents()
    outline = read_outline(package)
    scans = _scans(package, outline)
    _confirm(content, scans)
    is_calculated = not _was_never_calculated(outline, scans)
    return Workbook(
        grids=tuple(
            Grid(sheet.name, _cells(scans[sheet.name], outline, is_calculated=is_calculated), sheet.is_hidden)
            for sheet in outline.sheets
        ),
        has_macros=outline.has_macros,
        has_outside_links=outline.has_outside_links,
    )


def _scans(package: Package, outline: Outline) -> dict[str, Scan]:
    allowance = Allowance()
    return {
        sheet.name: scan_sheet(package.part(sheet.part), sheet.name, outline.strings, allowance)
        for sheet in outline.sheets
    }


def _confirm(content: bytes, scans: Mapping[str, Scan]) -> None:
    """Return once a witness agrees with every cell; RefusedError names what the last one disputed."""
    disputed: str | None = ""
    for witness in _WITNESSES:
        try:
            disputed = first_dispute(scans, witness(content, scans))
        except (MemoryError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic of machine code is no Exception
            disputed = ""
        if disputed is None:
            return
    raise RefusedError(Refusal.DAMAGED, disputed or "")


def _was_never_calculated(outline: Outline, scans: Mapping[str, Scan]) -> bool:
    """Tell whether results are placeholders: who cannot calculate writes 0 and asks Excel to do it on opening."""
    results = [cell.raw for scan in scans.values() for cell in scan.found if cell.is_formula]
    return outline.asks_calculation and all(isinstance(raw, Decimal) and raw == 0 for raw in results)


def _cells(scan: Scan, outline: Outline, *, is_calculated: bool) -> tuple[Cell, ...]:
    covered = _covered(scan)
    return tuple(
        _cell(found, outline, is_calculated=is_calculated)
        for found in scan.found
        if not covered or (found.row, found.column) not in covered
    )


def _cell(found: Found, outline: Outline, *, is_calculated: bool) -> Cell:
    shape = outline.formats[found.style] if 0 <= found.style < len(outline.formats) else Format.PLAIN
    content = content_of(found.raw, shape, is_1904=outline.is_1904)
    return Cell(
        row=found.row,
        column=found.column,
        content=Missing() if found.is_formula and not is_calculated else content,
        is_percent=shape is Format.PERCENT and isinstance(content, Decimal),
        is_formula=found.is_formula,
        is_hidden=found.is_hidden,
    )


def _covered(scan: Scan) -> set[tuple[int, int]]:
    """Return the filled cells that lie under a merged area, where nobody sees them; its first cell is not one."""
    covered: set[tuple[int, int]] = set()
    filled = {(cell.row, cell.column) for cell in scan.found}
    for merge in scan.merges:
        covered |= _filled_within(merge, filled) - {merge[:2]}
    return covered


def _filled_within(area: Area, filled: set[tuple[int, int]]) -> set[tuple[int, int]]:
    top, left, bottom, right = area
    if (bottom - top + 1) * (right - left + 1) > len(filled):
        return {(row, column) for row, column in filled if top <= row <= bottom and left <= column <= right}
    places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    return places & filled
