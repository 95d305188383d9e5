"""Tests of what a template's layout tells: merged areas, formulas shared or not, indents, frames, formats."""

import io
import re
import zipfile

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from ccbdesk.files.excel.layout import read_layouts
from ccbdesk.model.layout import Area, Place, SheetLayout
from ccbdesk.model.receipt import Refusal, Refused

SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_rows(rows: str) -> bytes:
    """Return a workbook whose only sheet has these rows in its XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(Workbook()))) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(
                name,
                re.sub(rb"<sheetData\s*/>|<sheetData></sheetData>", f"<sheetData>{rows}</sheetData>".encode(), part)
                if name == SHEET
                else part,
            )
    return made.getvalue()


def test_a_layout_tells_merges_formulas_indents_bold_frames_and_formats() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu"
    sheet.merge_cells("A1:C1")
    sheet["A1"].font = Font(bold=True)
    sheet["A2"].alignment = Alignment(indent=2)
    sheet["B2"].border = Border(bottom=Side(style="thin"))
    sheet["B2"].number_format = "0.0%"
    sheet["C2"] = "=SUM(A2:B2)"

    assert read_layouts(saved(book)) == (
        SheetLayout(
            "Biểu",
            merges=(Area(1, 1, 1, 3),),
            formulas={Place(2, 3): "SUM(A2:B2)"},
            indents={Place(2, 1): 2},
            bold=frozenset({Place(1, 1)}),
            framed=frozenset({Place(2, 2)}),
            formats={Place(2, 2): "0.0%"},
        ),
    )


def test_sheets_come_in_their_order_whoever_made_the_file() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name in ("Một", "Hai"):
            book.add_worksheet(name).merge_range("B2:C3", "x")
    layouts = read_layouts(buffer.getvalue())

    assert not isinstance(layouts, Refused)
    assert [(layout.name, layout.merges) for layout in layouts] == [
        ("Một", (Area(2, 2, 3, 3),)),
        ("Hai", (Area(2, 2, 3, 3),)),
    ]


def test_a_shared_formula_reads_as_it_would_stand_in_each_cell() -> None:
    rows = (
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">SUM(A1:$B$1)+LOG10(A1)&amp;"A1"</f><v>0</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>0</v></c></row>'
        '<row r="3"><c r="D3"><f t="shared" si="0"/><v>0</v></c></row>'
    )
    layouts = read_layouts(with_rows(rows))

    assert not isinstance(layouts, Refused)
    assert layouts[0].formulas == {
        Place(1, 3): 'SUM(A1:$B$1)+LOG10(A1)&"A1"',
        Place(2, 3): 'SUM(A2:$B$1)+LOG10(A2)&"A1"',
        Place(3, 4): 'SUM(B3:$B$1)+LOG10(B3)&"A1"',
    }


@pytest.mark.parametrize("address", ["A0", "AAAA1", "1A", "x"])
def test_an_impossible_address_is_a_damaged_file(address: str) -> None:
    layouts = read_layouts(with_rows(f'<row r="1"><c r="{address}"><f>A1</f></c></row>'))

    assert isinstance(layouts, Refused)
    assert layouts.why is Refusal.DAMAGED


def test_what_is_no_workbook_is_refused() -> None:
    assert isinstance(read_layouts(b"PK\x03\x04 not quite"), Refused)
