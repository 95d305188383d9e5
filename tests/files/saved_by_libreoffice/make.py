"""Has LibreOffice save the workbooks beside it: ``python tests/files/saved_by_libreoffice/make.py``.

This module holds what was put into each before it was opened and saved again. The tests read the saved files and need
no LibreOffice; run this only to add one. What the tests expect is drawn there and not here."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

LONG = (
    "Hội đã tổ chức 12 lớp tập huấn cho 1.250 lượt cán bộ, phối hợp với Mặt trận Tổ quốc vận động hội viên hiến 3.400 "
    "m² đất làm đường, đóng góp 5.678 ngày công; nhiều gương điển hình tiên tiến được biểu dương.\n"
    "Khó khăn: một số chi hội ở vùng cao đi lại còn vất vả, kinh phí hạn hẹp.\n"
)


def further_sheet(beside: Worksheet, name: str) -> Worksheet:
    """Return a new sheet of the same workbook."""
    book = beside.parent
    assert isinstance(book, Workbook)
    sheet = book.create_sheet(name)
    assert isinstance(sheet, Worksheet)
    return sheet


def figures(sheet: Worksheet) -> None:
    """Draw a plain table of figures."""
    for row in (
        ["STT", "Nội dung", "Đơn vị tính", "Số liệu"],
        [1, "Hội viên", "người", 13765],
        [2, "Nữ", "người", 0],
        [3, "Diện tích", "ha", 4093.7],
        [4, "Chênh lệch", "triệu đồng", -0.125],
        [5, "Tổng vốn", "triệu đồng", 123456789012345],
    ):
        sheet.append(row)


def figures_as_text(sheet: Worksheet) -> None:
    """Draw figures that were typed as text, and identity numbers that must stay text."""
    for row in (["Nội dung", "Số liệu"], ["a", "1.234"], ["b", "13.765 người"], ["c", "4.093,7"], ["d", "'00123"]):
        sheet.append(row)
    sheet["B6"] = "00123"
    sheet["B6"].number_format = "@"
    sheet["B7"] = "trên 500"
    sheet["B8"] = "-"


def percentages(sheet: Worksheet) -> None:
    """Draw percentages beside the same numbers without the format."""
    for row, code in enumerate(("0%", "0.00%", '0.0"%"', "General", "#,##0.0 %"), 1):
        sheet.cell(row, 1, code)
        sheet.cell(row, 2, 0.985).number_format = code
    sheet["A6"], sheet["B6"] = "chữ", "98,5%"


def errors(sheet: Worksheet) -> None:
    """Draw formulas whose results are errors."""
    for row, formula in enumerate(("=1/0", "=#REF!+1", "=NA()", "=VALUE(B9)", "=SQRT(-1)", "=khong_co_ten+1"), 1):
        sheet.cell(row, 1, "lỗi")
        sheet.cell(row, 2, formula)
    sheet["B9"] = "chữ"


def formulas(sheet: Worksheet) -> None:
    """Draw formulas with results of every kind."""
    sheet.append(["Một", 12])
    sheet.append(["Hai", 30])
    sheet.append(["Cộng", "=SUM(B1:B2)"])
    sheet.append(["Tỷ lệ", "=B1/B3"])
    sheet["B4"].number_format = "0.0%"
    sheet.append(["Trống", '=IF(B1>0,"","x")'])
    sheet.append(["Lời", '=A1&" và "&A2'])
    sheet.append(["Đúng", "=B1<B2"])
    sheet.append(["Ngày", "=DATE(2024,6,30)"])
    sheet["B8"].number_format = "dd/mm/yyyy"


def hidden_rows(sheet: Worksheet) -> None:
    """Draw a table with hidden rows and a hidden column."""
    for number in range(1, 7):
        sheet.append([f"Dòng {number}", number, number * 10])
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True


def merged_heads(sheet: Worksheet) -> None:
    """Draw headings that span rows and columns."""
    sheet["A1"] = "BIỂU TỔNG HỢP"
    sheet.merge_cells("A1:E1")
    sheet["A2"], sheet["B2"], sheet["D2"] = "Nội dung", "Năm 2023", "Năm 2024"
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:E2")
    for column, head in enumerate(("Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"), 2):
        sheet.cell(3, column, head)
    sheet.append(["Hội viên", 10, 11, 12, 13])


def days(sheet: Worksheet) -> None:
    """Draw days in several formats, a time, and days typed as text."""
    for row, code in enumerate(("dd/mm/yyyy", "yyyy-mm-dd", "d-mmm-yy", '"ngày" dd "tháng" mm "năm" yyyy'), 1):
        sheet.cell(row, 1, code)
        sheet.cell(row, 2, date(2024, 2, 29)).number_format = code
    sheet["A5"], sheet["B5"] = "giờ", datetime(2024, 2, 29, 14, 30)  # noqa: DTZ001 - workbooks know no time zones
    sheet["B5"].number_format = "dd/mm/yyyy hh:mm"
    sheet["A6"], sheet["B6"] = "giờ không ngày", 0.5
    sheet["B6"].number_format = "hh:mm"
    sheet["A7"], sheet["B7"] = "chữ", "30/6/2024"


def long_text(sheet: Worksheet) -> None:
    """Draw narrative text with line breaks, spaces at its ends, and characters that XML must escape."""
    sheet["A1"] = LONG
    sheet["A2"] = "  hai dấu cách ở hai đầu  "
    sheet["A3"] = "a < b & c > d \"trong ngoặc\" 'đơn'"
    sheet["A4"] = "Dấu rời: Ho\u0323\u0302i"
    sheet["A5"] = "=không phải công thức"
    sheet["A5"].data_type = "s"
    sheet["A6"] = "😀 _x000D_ €"


def several_sheets(sheet: Worksheet) -> None:
    """Draw three sheets more, one of them hidden."""
    sheet["A1"] = "Trang đầu"
    for name in ("Biểu số 01", "Ẩn", "Cuối & hết"):
        other = further_sheet(sheet, name)
        other["B2"] = name
        other.sheet_state = "hidden" if name == "Ẩn" else "visible"


def inserted_rows(sheet: Worksheet) -> None:
    """Draw a table into which rows and a column were inserted after it was filled."""
    for row in (["Nội dung", "Số"], ["Một", 1], ["Hai", 2], ["Ba", 3]):
        sheet.append(row)
    sheet.insert_rows(3, 2)
    sheet.insert_cols(2)
    sheet["A4"] = "Thêm"
    sheet["C4"] = 99


def empty_sheet(sheet: Worksheet) -> None:
    """Draw formats and nothing else, and a second sheet without even these."""
    for row in range(1, 30):
        sheet.cell(row, 3).fill = PatternFill("solid", "FFFF00")
    further_sheet(sheet, "Trống")


def far_away(sheet: Worksheet) -> None:
    """Draw a table that begins far from the corner, with a stray cell below."""
    sheet["F20"], sheet["G20"] = "Hội viên", 5
    sheet["B5000"] = "x"


def decorated(sheet: Worksheet) -> None:
    """Draw fonts, comments, validation of truth values and a filter over a table."""
    figures(sheet)
    sheet["D2"].comment = Comment("Đã kiểm tra", "Văn phòng")
    sheet["B2"].font = Font(bold=True)
    sheet["E2"], sheet["E3"] = True, False
    sheet.auto_filter.ref = "A1:D6"
    sheet.freeze_panes = "A2"


INPUTS: tuple[Callable[[Worksheet], None], ...] = (
    figures,
    figures_as_text,
    percentages,
    errors,
    formulas,
    hidden_rows,
    merged_heads,
    days,
    long_text,
    several_sheets,
    inserted_rows,
    empty_sheet,
    far_away,
    decorated,
)


def main() -> int:
    """Draw every input, have LibreOffice open and save it, and keep what it saved."""
    office = shutil.which("soffice")
    if office is None:
        return 1
    with tempfile.TemporaryDirectory() as name:
        drawn, saved = Path(name, "drawn"), Path(name, "saved")
        drawn.mkdir()
        for draw in INPUTS:
            book = Workbook()
            sheet = book.worksheets[0]
            sheet.title = "Trang1"
            draw(sheet)
            book.save(drawn / f"{draw.__name__}.xlsx")
        profile = f"-env:UserInstallation={Path(name, 'profile').as_uri()}"
        paths = [str(path) for path in sorted(drawn.iterdir())]
        subprocess.run(
            [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved), *paths],
            check=True,
            capture_output=True,
        )
        for path in saved.iterdir():
            shutil.copyfile(path, Path(__file__).parent / path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
