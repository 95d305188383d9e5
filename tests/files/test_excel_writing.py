"""Tests of writing workbooks, judged by openpyxl: text stays text, formulas carry their results, the plan is kept."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from xlsxwriter.worksheet import Worksheet

from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.model.book import (
    Book,
    BookCell,
    BookChart,
    BookSheet,
    DropDown,
    EmptyCell,
    FormulaCell,
    LinkCell,
    Look,
    NumberCell,
    Placed,
    Prompt,
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
    assert [cell.number_format for (cell,) in sheet.iter_rows(max_col=1)] == [
        "[$-42A]#,##0",
        "[$-42A]#,##0.0",
        '[$-42A]"trên "#,##0',
    ]


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


def test_choices_are_offered_and_only_strict_ones_refuse_other_words() -> None:
    choices = (DropDown(2, 9, 3, ("số ước", "chưa có số")), DropDown(2, 9, 4, ("có", "không"), is_strict=True))

    read = openpyxl.load_workbook(BytesIO(sheet_of(drop_downs=choices)))["Biểu"]

    assert [
        (str(one.sqref), one.type, one.formula1, bool(one.showErrorMessage))
        for one in read.data_validations.dataValidation
    ] == [
        ("C2:C9", "list", '"số ước,chưa có số"', False),
        ("D2:D9", "list", '"có,không"', True),
    ]


@pytest.mark.parametrize("words", [("một, hai",), ("x" * 200, "y" * 60)])
def test_choices_that_excel_cannot_hold_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=words[0][:3]):
        sheet_of(drop_downs=(DropDown(2, 9, 3, words),))


def test_a_prompt_is_shown_and_forbids_nothing() -> None:
    prompts = (Prompt(2, 3, "Tổng số hội viên", "Đến cuối kỳ."), Prompt(3, 3, "a" * 40, "b" * 300))

    read = openpyxl.load_workbook(BytesIO(sheet_of(prompts=prompts)))["Biểu"]

    assert [
        (str(one.sqref), one.type or "any", one.promptTitle, one.prompt) for one in read.data_validations.dataValidation
    ] == [
        ("C2", "any", "Tổng số hội viên", "Đến cuối kỳ."),
        ("C3", "any", "a" * 31 + "…", "b" * 254 + "…"),
    ]


def test_a_chart_is_native_and_stands_on_the_cells_it_shows() -> None:
    cells = (
        *(Placed(1, column, TextCell(name)) for column, name in enumerate(("Một", "Hai"), start=1)),
        *(Placed(2, column, NumberCell(Decimal(amount))) for column, amount in enumerate((3, 4), start=1)),
    )
    chart = BookChart(4, 1, "Số tổ", "'Biểu'!$A$1:$B$1", "'Biểu'!$A$2:$B$2", "tổ")

    drawn = part(write_book(Book("Sổ", (BookSheet("Biểu", cells, charts=(chart,)),)), DAY), "xl/charts/chart1.xml")

    texts = [node.text for node in drawn.iter() if etree.QName(node).localname in ("t", "f", "v")]
    assert texts == ["Số tổ (tổ)", "'Biểu'!$A$1:$B$1", "Một", "Hai", "'Biểu'!$A$2:$B$2", "3", "4"]
    fonts = {str(node.get("typeface")) for node in drawn.iter() if etree.QName(node).localname == "latin"}
    assert fonts == {"Times New Roman"}


def test_rows_fold_away_beneath_the_one_before_and_a_notice_heads_every_page() -> None:
    content = sheet_of(outlined_rows=(2, 3), notice="Tạm tính & chưa đủ")

    read = openpyxl.load_workbook(BytesIO(content))["Biểu"]
    assert [read.row_dimensions[row].outlineLevel for row in (1, 2, 3, 4)] == [0, 1, 1, 0]
    assert read.sheet_properties.outlinePr is not None
    assert read.sheet_properties.outlinePr.summaryBelow is False
    header = next(part(content, "xl/worksheets/sheet1.xml").iter("{*}oddHeader"))
    assert header.text == '&R&"Times New Roman,Italic"&10 Tạm tính && chưa đủ'


def test_words_that_span_columns_wrap_and_their_row_is_high_enough() -> None:
    cells = (Placed(1, 1, TextCell("chữ " * 30, Look.NOTICE), across=2),)

    read = openpyxl.load_workbook(BytesIO(sheet_of(cells=cells, widths=(20.0, 20.0))))["Biểu"]

    assert (read["A1"].alignment.wrap_text, read.row_dimensions[1].height) == (True, 49.5)


def sheet_of(cells: tuple[Placed, ...] = (), **more: Any) -> bytes:
    """Return a workbook of one sheet."""
    return write_book(Book("Sổ", (BookSheet("Biểu", cells, **more),)), DAY)


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


# What a cell may hold: no control characters, which are cleaned where a file is received. openpyxl, which reads here,
# takes x005F_ out of any words, though it stands for a sign behind an underscore only; our own reader does not.
texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60).filter(
    lambda words: "x005F_" not in words
)


@given(st.lists(texts, min_size=1, max_size=5))
def test_any_words_come_back_as_they_were(words: list[str]) -> None:
    content = written(*(TextCell(text) for text in words))

    assert is_sound_package(content)
    assert column(content) == words


@given(st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=5))
def test_any_figure_comes_back_unchanged(amounts: list[Decimal]) -> None:
    content = written(*(NumberCell(amount) for amount in amounts))

    assert [Decimal(str(value)) for value in column(content)] == amounts


@given(
    st.lists(
        st.one_of(
            st.builds(TextCell, st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=9)),
            st.builds(NumberCell, st.decimals(-(10**12), 10**12, places=6), decimals=st.integers(0, 3)),
            st.builds(
                FormulaCell,
                st.sampled_from(["A1", "SUM(A1:A9)", "'Ô & <ô>'!B2", "CONCAT(A1)"]),
                st.text("ab<&", max_size=3),
            ),
            st.builds(LinkCell, st.text("ab<&", min_size=1, max_size=3), st.just("Tổng hợp"), st.just("A1")),
            st.builds(EmptyCell, st.sampled_from(Look)),
        ),
        max_size=8,
    )
)
def test_every_cell_is_written_letter_for_letter_as_xlsxwriter_itself_would(cells: list[BookCell]) -> None:
    lean = written(*cells)
    with patch("ccbdesk.files.excel.writing.LeanSheet", Worksheet):
        usual = written(*cells)

    assert lean == usual
