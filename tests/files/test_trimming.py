"""Tests of taking rows out of a workbook: the rest keeps its looks, and nothing of the clock gets in."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from ccbdesk.files.excel.trimming import trim_workbook

DAY = date(2024, 1, 2)


def made() -> bytes:
    """Return a workbook with looks: bold heads, heights, a merged title below, choices and a filter."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Một"
    for row in range(1, 9):
        sheet.append([f"dòng {row}", row])
        sheet.row_dimensions[row].height = 10 + row
    sheet["A1"].font = Font(bold=True)
    sheet["A6"].font = Font(bold=True)
    sheet.column_dimensions["A"].width = 33
    sheet.merge_cells("A5:B5")
    sheet.merge_cells("A7:B7")
    sheet.auto_filter.ref = "A1:B8"
    sheet.freeze_panes = "A2"
    choices = DataValidation(type="list", formula1='"1,2"')
    choices.add("B2:B60")
    sheet.add_data_validation(choices)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def test_what_is_left_moves_up_and_keeps_its_looks() -> None:
    trimmed = trim_workbook(made(), {"Một": (2, 3, 5)}, {("Một", "A1"): "đầu", ("Một", "B4"): ""}, DAY)
    sheet = load_workbook(io.BytesIO(trimmed))["Một"]

    assert [row[0].value for row in sheet.iter_rows()] == ["đầu", "dòng 4", "dòng 6", "dòng 7", "dòng 8"]
    assert [row[1].value for row in sheet.iter_rows()] == [1, None, 6, None, 8]
    assert [sheet.row_dimensions[row].height for row in range(1, 6)] == [11, 14, 16, 17, 18]
    assert [sheet[f"A{row}"].font.b for row in range(1, 4)] == [True, False, True]
    assert (sheet.column_dimensions["A"].width, sheet.freeze_panes, sheet.auto_filter.ref) == (33, "A2", "A1:B5")
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A4:B4"]
    assert [str(choice.sqref) for choice in sheet.data_validations.dataValidation] == ["B2:B60"]


def test_the_same_input_gives_the_same_bytes() -> None:
    content = made()

    assert trim_workbook(content, {"Một": (2,)}, {}, DAY) == trim_workbook(content, {"Một": (2,)}, {}, DAY)
    assert b"2024-01-02T00:00:00Z" in _core(trim_workbook(content, {}, {}, DAY))


def _core(content: bytes) -> bytes:
    import zipfile  # noqa: PLC0415 - one test looks into the package

    return zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml")


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no \.xlsx"):
        trim_workbook(content, {}, {}, DAY)
