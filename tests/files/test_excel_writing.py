"""Tests of writing workbooks, judged by openpyxl: text stays text, formulas carry their results, the plan is kept."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.model.book import (
    Book,
    BookCell,
    BookSheet,
    EmptyCell,
    FormulaCell,
    LinkCell,
    Look,
    NumberCell,
    Placed,
    TextCell,
)

DAY = date(2023, 10, 10)


def written(*cells: BookCell) -> bytes:
    """Return a workbook with the cells in column A."""
    placed = tuple(Placed(row, 1, cell) for row, cell in enumerate(cells, start=1))
    return write_book(Book("Sổ", (BookSheet("Tổng hợp", placed),)), DAY)


def column(content: bytes, *, results: bool = False) -> list[object]:
    sheet = openpyxl.load_workbook(BytesIO(content), data_only=results)["Tổng hợp"]
    return [cell.value for (cell,) in sheet.iter_rows(max_col=1)]


def test_text_never_becomes_a_formula_a_link_or_an_error() -> None:
    texts = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@x", "{=1}", "http://a", "internal:x!A1", "#REF!", "001"]

    content = written(*(TextCell(text) for text in texts))

    sheet = openpyxl.load_workbook(BytesIO(content))["Tổng hợp"]
    assert [(cell.value, cell.data_type, cell.hyperlink) for (cell,) in sheet.iter_rows(max_col=1)] == [
        (text, "s", None) for text in texts
    ]


def test_a_formula_is_live_and_carries_its_result() -> None:
    content = written(
        NumberCell(Decimal("2.5")), FormulaCell("A1*2", Decimal(5), Look.TOTAL), FormulaCell('A1&"/6"', "2,5/6")
    )

    assert column(content) == [2.5, "=A1*2", '=A1&"/6"']
    assert column(content, results=True) == [2.5, 5, "2,5/6"]


def test_figures_show_their_places_and_their_qualifier() -> None:
    content = written(
        NumberCell(Decimal(1234)),
        NumberCell(Decimal("1234.5"), Look.TOTAL, 1),
        FormulaCell("A1", Decimal(1234), Look.GAP, 0, "trên"),
    )

    sheet = openpyxl.load_workbook(BytesIO(content))["Tổng hợp"]
    assert [cell.number_format for (cell,) in sheet.iter_rows(max_col=1)] == ["#,##0", "#,##0.0", '"trên "#,##0']


def test_a_link_leads_to_a_cell_of_the_same_workbook() -> None:
    content = written(LinkCell("E5", "Tổng hợp", "E5"), EmptyCell(Look.INPUT))

    sheet = openpyxl.load_workbook(BytesIO(content))["Tổng hợp"]
    assert (sheet["A1"].value, sheet["A1"].hyperlink.location) == ("E5", "'Tổng hợp'!E5")


def test_a_protected_sheet_leaves_its_inputs_open_and_has_no_password() -> None:
    cells = (Placed(1, 1, TextCell("Nhãn", Look.LABEL)), Placed(1, 2, EmptyCell(Look.INPUT)))
    sheet = BookSheet("Biểu", cells, (10.0, 12.0), 1, 1, (1, 1), (1,), is_landscape=True, is_protected=True)

    read = openpyxl.load_workbook(BytesIO(write_book(Book("Biểu", (sheet,)), DAY)))["Biểu"]

    assert (read.protection.sheet, read.protection.password) == (True, None)
    assert (read["A1"].protection.locked, read["B1"].protection.locked) == (True, False)
    assert (read.freeze_panes, read.column_dimensions["A"].hidden, read.page_setup.orientation) == (
        "B2",
        True,
        "landscape",
    )
    assert (read.page_setup.paperSize, read.print_title_rows) == (9, "$1:$1")


def test_the_same_plan_and_day_give_the_same_bytes_and_no_other_date() -> None:
    one, two = written(TextCell("a")), written(TextCell("a"))

    with zipfile.ZipFile(BytesIO(one)) as package:
        properties = package.read("docProps/core.xml").decode()
    assert one == two
    assert properties.count("2023-10-10T00:00:00Z") == 2


# What a cell may hold: no control characters, which are cleaned where a file is received.
texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)


@given(st.lists(texts, min_size=1, max_size=5))
def test_any_words_come_back_as_they_were(words: list[str]) -> None:
    content = written(*(TextCell(text) for text in words))

    assert is_sound_package(content)
    assert column(content) == words


@given(st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=5))
def test_any_figure_comes_back_unchanged(amounts: list[Decimal]) -> None:
    content = written(*(NumberCell(amount) for amount in amounts))

    assert [Decimal(str(value)) for value in column(content)] == amounts
