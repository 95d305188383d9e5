"""A worksheet that is written faster. This module holds how its plainest cells become XML.

A cluster of 36 units has 150,000 cells, and XlsxWriter spends a fifth of all its time on putting together their
attributes, which for our cells are always the same two, and on looking for thirty functions in every link."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellNumberTuple, CellStringTuple, Worksheet


class LeanSheet(Worksheet):  # type: ignore[misc] # XlsxWriter publishes no types
    """XlsxWriter's worksheet, letter for letter; every cell has a format.

    What it overrides is XlsxWriter's own affair and may change: a test compares what the two write."""

    # XlsxWriter's own methods without their search for an address such as "A1" in place of row and column.
    write_string = Worksheet._write_string  # noqa: SLF001 - as above
    write_number = Worksheet._write_number  # noqa: SLF001 - as above
    write_blank = Worksheet._write_blank  # noqa: SLF001 - as above
    write_formula = Worksheet._write_formula  # noqa: SLF001 - as above

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: FBT001, FBT002 - XlsxWriter's own parameters
        if "(" not in formula:
            return formula.removeprefix("=")  # an address calls no function of a newer Excel that must be marked as one
        return str(super()._prepare_formula(formula, expand_future_functions))

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        look = cell.format._get_xf_index()  # noqa: SLF001 - as XlsxWriter's own method asks for it
        opening = f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{look}"'
        kind = type(cell)
        if kind is CellStringTuple:
            self.fh.write(f'{opening} t="s"><v>{cell.string}</v></c>')
        elif kind is CellNumberTuple:
            self.fh.write(f"{opening}><v>{cell.number:.16G}</v></c>")
        elif kind is CellBlankTuple:
            self.fh.write(f"{opening}/>")
        else:
            super()._write_cell(row, col, cell)
