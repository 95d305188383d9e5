"""What stands in odd but readable files is read cell by cell, however it is written down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import drawing
import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.grid import Cell, ErrorShown, Grid, Workbook
from ccbdesk.model.receipt import Refused

FOLDER = Path(__file__).parents[1] / "broken_files"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for all of them."""
    with Reader() as reader:
        yield reader


def plain(table: str) -> Workbook:
    """Return the drawn table as a workbook's only sheet."""
    return drawing.workbook(f"Trang1\n{table}")


ONE_ROW = plain("| Hội viên | 12 |")

EXPECTED = {
    "comment_in_a_number.xlsx": plain("| 123 |"),
    "deep.xlsx": ONE_ROW,
    "no_styles.xlsx": ONE_ROW,
    "style_9999.xlsx": plain("| 7 |"),
    "two_workbooks.xlsx": plain("| 21 |"),
    "macros.xlsm": replace(ONE_ROW, has_macros=True),
    "outside_links.xlsx": replace(ONE_ROW, has_outside_links=True),
    "days_of_1904.xlsx": plain("| 2024-01-05 |"),
    "placeholders.xlsx": plain("| 5 | =? |"),
    "all_merged.xlsx": plain("| 1 |"),
    "dimension_lies.xlsx": ONE_ROW,
    "many_kinds.xlsx": plain("""
        | #REF! | =#DIV/0!   |      |
        | =?    | =?         |      |
        | 98%   | 2024-01-05 | TRUE |
    """),
    "no_addresses.xlsx": plain("""
        | 1 | 2 |
        | 3 |
    """),
    "mixed_order.xlsx": plain("""
        | 1 |   |
        | 3 | 4 |
    """),
    "prefixed.xlsx": plain("| 7 |"),
    "utf16.xlsx": plain("| Hội |"),
    "beyond_numbers.xlsx": plain("| #NUM! | #NUM! | 0.3 |"),
    "escapes.xlsx": plain(r"| một\nhai _x0041_ |"),
    "rich_text.xlsx": ONE_ROW,
}


@pytest.mark.parametrize("file", EXPECTED)
def test_a_file_is_read_as_it_is_drawn(reader: Reader, file: str) -> None:
    assert reader.read(FOLDER / file) == EXPECTED[file]


def cells(workbook: Workbook | Refused) -> tuple[Cell, ...]:
    """Return the cells of a workbook's first sheet."""
    return workbook.grids[0].cells if isinstance(workbook, Workbook) else ()


def test_cells_at_both_ends_of_a_sheet_are_read(reader: Reader) -> None:
    far = cells(reader.read(FOLDER / "far_cell.xlsx"))

    assert far == (Cell(1, 1, Decimal(1)), Cell(1_048_576, 16_384, Decimal(2)))


def test_a_stray_cell_in_the_last_row_is_read(reader: Reader) -> None:
    stray = cells(reader.read(FOLDER / "stray_cell.xlsx"))

    assert stray == (Cell(1, 1, Decimal(1)), Cell(1_048_576, 1, Decimal(2)))


def test_only_what_lies_under_a_merged_column_is_dropped(reader: Reader) -> None:
    merged = reader.read(FOLDER / "column_merged.xlsx")

    assert merged == plain("""
        | 1 | 2 |
        |   |   |
        |   |   | 2 |
    """)


def test_cells_of_a_hidden_row_or_column_are_marked(reader: Reader) -> None:
    hidden = cells(reader.read(FOLDER / "hidden_cells.xlsx"))

    assert hidden == (
        Cell(1, 1, Decimal(1)),
        Cell(1, 2, Decimal(2), is_hidden=True),
        Cell(2, 1, Decimal(3), is_hidden=True),
        Cell(2, 2, Decimal(4), is_hidden=True),
    )


def test_a_hidden_sheet_is_marked(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "hidden_sheet.xlsx")

    row = ONE_ROW.grids[0].cells
    assert workbook == Workbook((Grid("Một", row), Grid("Hai", row, is_hidden=True)))


def test_days_outside_the_calendar_are_shown_as_excel_shows_them(reader: Reader) -> None:
    odd = cells(reader.read(FOLDER / "odd_days.xlsx"))

    assert [cell.content for cell in odd] == [
        ErrorShown("#####"),
        "00/01/1900",
        ErrorShown("#####"),
        date(1900, 1, 1),
        date(2024, 1, 5),
    ]


def test_every_readable_file_of_the_table_is_drawn_here() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    readable = {line.split("|")[1].strip() for line in table if "| read |" in line}
    drawn_one_by_one = {"far_cell", "stray_cell", "column_merged", "hidden_cells", "hidden_sheet", "odd_days"}

    assert readable == set(EXPECTED) | {f"{name}.xlsx" for name in drawn_one_by_one}
