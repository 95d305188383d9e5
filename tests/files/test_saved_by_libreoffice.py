"""Workbooks that LibreOffice has saved are read whole: every cell of them, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import drawing
import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.grid import Cell, Grid, Workbook

FOLDER = Path(__file__).with_name("saved_by_libreoffice")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for all of them."""
    with Reader() as reader:
        yield reader


FIGURES = """
    | STT | Nội dung   | Đơn vị tính | Số liệu         |
    | 1   | Hội viên   | người       | 13765           |
    | 2   | Nữ         | người       | 0               |
    | 3   | Diện tích  | ha          | 4093.7          |
    | 4   | Chênh lệch | triệu đồng  | -0.125          |
    | 5   | Tổng vốn   | triệu đồng  | 123456789012345 |
"""

SAVED = {
    "figures": f"Trang1\n{FIGURES}",
    "figures_as_text": """
        Trang1
        | Nội dung | Số liệu      |
        | a        | "1.234"      |
        | b        | 13.765 người |
        | c        | "4.093,7"    |
        | d        | '00123       |
        |          | "00123"      |
        |          | trên 500     |
        |          | "-"          |
    """,
    "percentages": """
        Trang1
        | "0%"     | 98.5%   |
        | "0.00%"  | 98.5%   |
        | 0.0"%"   | 0.985   |
        | General  | 0.985   |
        | #,##0.0 % | 98.5%  |
        | chữ      | "98,5%" |
    """,
    "errors": """
        Trang1
        | lỗi | =#DIV/0! |
        | lỗi | =#REF!   |
        | lỗi | =#N/A    |
        | lỗi | =#VALUE! |
        | lỗi | =#VALUE! |
        | lỗi | =#NAME?  |
        |
        |
        |     | chữ      |
    """,
    "merged_heads": """
        Trang1
        | BIỂU TỔNG HỢP |
        | Nội dung | Năm 2023 |           | Năm 2024 |           |
        |          | Kế hoạch | Thực hiện | Kế hoạch | Thực hiện |
        | Hội viên | 10       | 11        | 12       | 13        |
    """,
    "days": """
        Trang1
        | dd/mm/yyyy                       | 2024-02-29  |
        | yyyy-mm-dd                       | 2024-02-29  |
        | d-mmm-yy                         | 2024-02-29  |
        | "ngày" dd "tháng" mm "năm" yyyy  | 2024-02-29  |
        | giờ                              | 2024-02-29  |
        | giờ không ngày                   | "12:00"     |
        | chữ                              | "30/6/2024" |
    """,
    "inserted_rows": """
        Trang1
        | Nội dung | | Số |
        | Một      | | 1  |
        |
        | Thêm     | | 99 |
        | Hai      | | 2  |
        | Ba       | | 3  |
    """,
    "empty_sheet": """
        Trang1
        Trống
    """,
}


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_workbook_is_read_as_it_is_drawn(reader: Reader, name: str) -> None:
    assert reader.read(FOLDER / f"{name}.xlsx") == drawing.workbook(SAVED[name])


def test_the_results_of_formulas_are_read_and_marked(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "formulas.xlsx")

    expected = drawing.workbook("""
        Trang1
        | Một   | 12          |
        | Hai   | 30          |
        | Cộng  | =42         |
        |       |             |
        | Trống |             |
        | Lời   | =Một và Hai |
        | Đúng  | =TRUE       |
        | Ngày  | =2024-06-30 |
    """)
    share = (
        Cell(4, 1, "Tỷ lệ"),
        Cell(4, 2, Decimal("0.285714285714286"), is_percent=True, is_formula=True),
    )
    cells = tuple(sorted((*expected.grids[0].cells, *share), key=lambda cell: (cell.row, cell.column)))
    assert workbook == Workbook((Grid("Trang1", cells),))


def test_hidden_rows_and_columns_are_read_and_marked(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "hidden_rows.xlsx")

    expected = drawing.workbook("""
        Trang1
        | Dòng 1 | 1 | 10 |
        | Dòng 2 | 2 | 20 |
        | Dòng 3 | 3 | 30 |
        | Dòng 4 | 4 | 40 |
        | Dòng 5 | 5 | 50 |
        | Dòng 6 | 6 | 60 |
    """).grids[0]
    cells = tuple(replace(cell, is_hidden=cell.row in (2, 5) or cell.column == 3) for cell in expected.cells)
    assert workbook == Workbook((Grid("Trang1", cells),))


def test_long_text_keeps_its_line_breaks_its_spaces_and_its_odd_characters(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "long_text.xlsx")

    long = (
        "Hội đã tổ chức 12 lớp tập huấn cho 1.250 lượt cán bộ, phối hợp với Mặt trận Tổ quốc vận động hội viên hiến "
        "3.400 m² đất làm đường, đóng góp 5.678 ngày công; nhiều gương điển hình tiên tiến được biểu dương.\n"
        "Khó khăn: một số chi hội ở vùng cao đi lại còn vất vả, kinh phí hạn hẹp.\n"
    )
    texts = (
        long,
        "  hai dấu cách ở hai đầu  ",
        "a < b & c > d \"trong ngoặc\" 'đơn'",
        "Dấu rời: Ho\u0323\u0302i",
        "=không phải công thức",
        "😀 \n €",
    )
    assert workbook == Workbook((Grid("Trang1", tuple(Cell(row, 1, text) for row, text in enumerate(texts, 1))),))


def test_several_sheets_are_read_in_order_and_a_hidden_one_is_marked(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "several_sheets.xlsx")

    assert workbook == Workbook(
        (
            Grid("Trang1", (Cell(1, 1, "Trang đầu"),)),
            Grid("Biểu số 01", (Cell(2, 2, "Biểu số 01"),)),
            Grid("Ẩn", (Cell(2, 2, "Ẩn"),), is_hidden=True),
            Grid("Cuối & hết", (Cell(2, 2, "Cuối & hết"),)),
        )
    )


def test_cells_keep_their_places_far_from_the_corner(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "far_away.xlsx")

    cells = (Cell(20, 6, "Hội viên"), Cell(20, 7, Decimal(5)), Cell(5000, 2, "x"))
    assert workbook == Workbook((Grid("Trang1", cells),))


def test_comments_fonts_and_filters_change_nothing(reader: Reader) -> None:
    workbook = reader.read(FOLDER / "decorated.xlsx")

    expected = drawing.workbook(f"Trang1\n{FIGURES}").grids[0].cells
    truths = (
        Cell(2, 5, True, is_formula=True),  # noqa: FBT003 - a cell's content, which LibreOffice saves as =TRUE()
        Cell(3, 5, False, is_formula=True),  # noqa: FBT003 - as above
    )
    cells = tuple(sorted((*expected, *truths), key=lambda cell: (cell.row, cell.column)))
    assert workbook == Workbook((Grid("Trang1", cells),))
