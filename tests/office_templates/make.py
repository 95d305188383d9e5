"""Draws the office templates beside it: ``python tests/office_templates/make.py``. This module holds how each is made.

Each is an .xlsx as an issuing body sends it down, its wording invented here, and each is made by another program, since
every maker writes another XML. What a careful person reads from each stands in the .tsv of the same name, by hand."""

import io
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

THIN = Border(*(Side(style="thin"),) * 4)
BOLD = Font(name="Times New Roman", size=12, bold=True)
PLAIN = Font(name="Times New Roman", size=12)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def laid(sheet: Worksheet, place: str, words: object, *, bold: bool = False, framed: bool = False) -> None:
    """Write one cell; a range is merged and its words stand in the middle."""
    first = place.split(":", maxsplit=1)[0]
    cell = sheet[first]
    cell.value, cell.font = words, BOLD if bold else PLAIN
    if ":" in place:
        sheet.merge_cells(place)
        cell.alignment = MIDDLE
    if framed:
        for row in sheet[place] if ":" in place else ((cell,),):
            for each in row:
                each.border = THIN


# -- two_level_head.xlsx, by openpyxl --------------------------------------------------------------------------------

LINES = (
    ("I", "XÂY DỰNG TỔ CHỨC HỘI", None),
    (1, "Tổng số hội viên", "Người"),
    (None, "- Trong đó: nữ", "Người"),
    ("1.1", "Hội viên kết nạp mới", "Người"),
    (2, "Chi hội trực thuộc", "Chi hội"),
    ("II", "GIÚP NHAU LÀM KINH TẾ", None),
    (1, "Lượt hội viên được tập huấn làm ăn", "Lượt người"),
    (None, "- Trong đó: nữ", "Lượt người"),
    (2, "Hộ hội viên thoát nghèo", "Hộ"),
    (3, "Dư nợ vốn vay qua Hội", None),
    ("3.1", "Trong đó: vốn của ngân hàng chính sách", None),
    (4, "Quỹ hội viên tự góp", None),
    ("III", "CHUNG SỨC XÂY DỰNG QUÊ HƯƠNG", None),
    (1, "Ngày công lao động đóng góp", "Công"),
    (2, "Đất hiến làm đường", "m2"),
    (3, "Nhà ở làm mới cho hội viên khó khăn", "Nhà"),
    (4, "Tỷ lệ chi hội vững mạnh", "%"),
)


def two_level_head() -> bytes:
    """Return a biểu with a head of two levels, sections, twins and a signature."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 01"
    laid(sheet, "A1:C1", "BAN CHỈ ĐẠO THI ĐUA CẤP TRÊN", bold=True)
    laid(sheet, "E1:F1", "Biểu số 01", bold=True)
    laid(sheet, "A2:F2", "BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO THI ĐUA NĂM 2024", bold=True)
    laid(sheet, "A3:F3", "(Kèm theo Công văn số 27/CV-BCĐ ngày 15 tháng 10 năm 2024)")
    laid(sheet, "A4:D4", "Đơn vị: ……………………………………")
    laid(sheet, "E5:F5", "Đơn vị tính: triệu đồng")
    for place, words in (
        ("A6:A7", "STT"),
        ("B6:B7", "Nội dung"),
        ("C6:C7", "ĐVT"),
        ("D6:D7", "Kế hoạch năm"),
        ("E6:F6", "Thực hiện"),
        ("E7", "6 tháng"),
        ("F7", "Cả năm"),
    ):
        laid(sheet, place, words, bold=True, framed=True)
    for column, mark in zip("ABCDEF", ("A", "B", "C", 1, 2, 3), strict=True):
        laid(sheet, f"{column}8", mark, framed=True)
    for row, (number, label, unit) in enumerate(LINES, 9):
        for column, content in zip("ABC", (number, label, unit), strict=True):
            laid(sheet, f"{column}{row}", content, bold=str(number or "").isalpha(), framed=True)
        for column in "DEF":
            laid(sheet, f"{column}{row}", None, framed=True)
            sheet[f"{column}{row}"].number_format = "0.0" if unit == "%" else "#,##0"
    laid(sheet, "D27:F27", "…………, ngày …… tháng …… năm 2024")
    laid(sheet, "A28:B28", "NGƯỜI LẬP BIỂU", bold=True)
    laid(sheet, "D28:F28", "TM. BAN THƯỜNG VỤ", bold=True)
    laid(sheet, "A29:B29", "(Ký, ghi rõ họ tên)")
    laid(sheet, "D29:F29", "CHỦ TỊCH", bold=True)
    for column, width in zip("ABCDEF", (6, 44, 12, 14, 12, 12), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "C9"
    sheet.print_title_rows = "6:8"
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes that openpyxl writes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


# -- two_sheets.xlsx, by LibreOffice ---------------------------------------------------------------------------------

FIGURES = (
    (1, "Chi hội có câu lạc bộ", "Chi hội"),
    (2, "Buổi nói chuyện truyền thống", "Buổi"),
    ("2.1", "Trong đó: nói tại trường học", "Buổi"),
    (3, "Lượt người nghe nói chuyện", "Lượt người"),
    (4, "Cây trồng mới", "Cây"),
    (5, "Đường nông thôn nhận chăm sóc", "km"),
    (6, "Tiền vận động quỹ nghĩa tình", "Triệu đồng"),
)
AWARDS = (
    "Huân chương các loại",
    "Bằng khen cấp bộ, ngành",
    "Bằng khen cấp tỉnh",
    "Giấy khen cấp huyện",
    "Giấy khen cấp xã",
)


def figures_and_awards() -> Workbook:
    """Return a sheet of figures and a matrix of awards, to be saved by LibreOffice."""
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet("Khen thưởng")
    first.title = "Kết quả"
    laid(first, "A1:E1", "PHỤ LỤC I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", bold=True)
    laid(first, "A2:E2", "Kỳ báo cáo: năm 2024")
    laid(first, "A3", "Tên đơn vị:")
    laid(first, "C3:E3", None)
    for column, words in zip("ABCDE", ("TT", "Chỉ tiêu", "ĐVT", "Số lượng", "Ghi chú"), strict=True):
        laid(first, f"{column}5", words, bold=True, framed=True)
    for row, line in enumerate(FIGURES, 6):
        for column, content in zip("ABCDE", (*line, None, None), strict=True):
            laid(first, f"{column}{row}", content, framed=True)
    laid(second, "A1:E1", "PHỤ LỤC II. KẾT QUẢ KHEN THƯỞNG", bold=True)
    for place, words in (
        ("A3:A4", "TT"),
        ("B3:B4", "Hình thức khen thưởng"),
        ("C3:E3", "Số lượng được khen"),
        ("C4", "Tập thể"),
        ("D4", "Cá nhân"),
        ("E4", "Tổng"),
    ):
        laid(second, place, words, bold=True, framed=True)
    for row, award in enumerate(AWARDS, 5):
        for column, content in zip("ABCDE", (row - 4, award, None, None, f"=SUM(C{row}:D{row})"), strict=True):
            laid(second, f"{column}{row}", content, framed=True)
    laid(second, "A10:B10", "Cộng", bold=True, framed=True)
    for column in "CDE":
        laid(second, f"{column}10", f"=SUM({column}5:{column}9)", bold=True, framed=True)
    for sheet in (first, second):
        sheet.column_dimensions["B"].width = 40
    return book


def two_sheets() -> bytes:
    """Return the workbook as LibreOffice writes it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "drawn.xlsx")
        source.write_bytes(saved(figures_and_awards()))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        order = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/out", str(source)]
        subprocess.run(order, check=True, capture_output=True, timeout=120)
        return Path(folder, "out", source.name).read_bytes()


# -- branch_list.xlsx, by XlsxWriter ---------------------------------------------------------------------------------


def branch_list() -> bytes:
    """Return a list to be filled in: twelve empty rows over a row of totals."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DS chi hội")
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"})
        title = book.add_format({"bold": True, "align": "center"})
        line = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        figure = book.add_format({"border": 1, "num_format": "#,##0"})
        total = book.add_format({"border": 1, "bold": True, "num_format": "#,##0"})
        sheet.merge_range("A1:F1", "DANH SÁCH CHI HỘI VÀ KẾT QUẢ HOẠT ĐỘNG", title)
        sheet.merge_range("A2:F2", "Quý III năm 2024", title)
        sheet.write("A4", "Đơn vị báo cáo:")
        sheet.merge_range("C4:F4", "", book.add_format({"bottom": 1}))
        heads = ("TT", "Tên chi hội", "Hội viên", "Trong đó\nnữ", "Kết nạp\ntrong kỳ", "Dư nợ\n(triệu đồng)")
        sheet.write_row("A6", heads, head)
        for row in range(6, 18):
            sheet.write_number(row, 0, row - 5, line)
            sheet.write_blank(row, 1, None, line)
            for place in range(2, 6):
                sheet.write_blank(row, place, None, figure)
        sheet.merge_range("A19:B19", "Tổng cộng", total)
        for column in "CDEF":
            sheet.write_formula(f"{column}19", f"=SUM({column}7:{column}18)", total, 0)
        sheet.write("B21", "NGƯỜI LẬP")
        sheet.write("E21", "CHỦ TỊCH")
        sheet.set_column("B:B", 34)
        sheet.set_row(5, 34)
        sheet.repeat_rows(5)
    return buffer.getvalue()


# -- old_office.xlsx, as Excel leaves a file that has been handed down for years -------------------------------------

OLD_LINES = (
    ("A", "PHONG TRÀO GIÚP NHAU", 0, False),
    ("I", "TỔNG SỐ HỘI VIÊN (người)", 0, True),
    ("", "Trong đó:", 0, False),
    ("a", "    - Hội viên nữ (người)", 0, True),
    ("b", "    - Hội viên dưới 60 tuổi (người)", 0, True),
    ("II", "Ngày công lao động (công)", 0, True),
    ("1", "Làm đường thôn (công)", 1, True),
    ("2", "Vệ sinh môi trường (công)", 1, True),
    ("III", "Số tiền ủng hộ (1.000 đồng)", 0, True),
    ("1", "Ủng hộ đồng đội gặp khó khăn (1.000 đồng)", 1, True),
    ("2", "Ủng hộ vùng bị thiên tai (1.000 đồng)", 1, True),
    ("B", "CÔNG TÁC HỘI", 0, False),
    ("I", "Cuộc sinh hoạt chi hội (cuộc)", 0, True),
    ("II", "Lượt hội viên dự sinh hoạt (lượt)", 0, True),
    ("", "    - Hội viên nữ (lượt)", 0, True),
)


def picture() -> bytes:
    """Return a small red square as a PNG."""
    rows = b"".join(b"\0" + b"\xc0\x10\x10" * 24 for _ in range(24))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 24, 24, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def old_office() -> bytes:
    """Return the handed-down file: a chart, a picture, a note, a name, conditions and a hidden column in it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mau BC")
        bold = book.add_format({"bold": True, "font_name": "Times New Roman"})
        plain = [book.add_format({"border": 1, "indent": indent}) for indent in (0, 1)]
        figure = book.add_format({"border": 1, "num_format": "#,##0"})
        sheet.write("A1", "HỘI CẤP TRÊN", bold)
        sheet.write("B2", "BÁO CÁO SỐ LIỆU PHONG TRÀO", bold)
        sheet.write("B3", "Tên đơn vị: .....................................")
        sheet.write("B4", "Kỳ báo cáo: 6 tháng đầu năm 2024")
        for place, words in (("A6", "TT"), ("B6", "NỘI DUNG"), ("C6", "Mã cũ"), ("D6", "SỐ LIỆU")):
            sheet.write(place, words, bold)
        for row, (number, label, indent, has_figure) in enumerate(OLD_LINES, 7):
            sheet.write_string(f"A{row}", number, plain[0])
            sheet.write_string(f"B{row}", label, bold if number in {"A", "B"} else plain[indent])
            if has_figure:
                sheet.write_string(f"C{row}", f"cu{row}")
                sheet.write_blank(f"D{row}", None, figure)
        sheet.write_formula("D12", "=SUM(D13:D14)", figure, 0)
        sheet.write("B23", "THỦ TRƯỞNG ĐƠN VỊ")
        sheet.set_column("B:B", 48)
        sheet.set_column("C:C", 9, None, {"hidden": True})
        decorated(book, sheet)
    return as_excel_leaves(buffer.getvalue())


def decorated(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """Put everything into the sheet that a program which only knows cells would lose."""
    book.define_name("TongHoiVien", "='Mau BC'!$D$8")
    sheet.conditional_format(
        "D10:D11",
        {"type": "cell", "criteria": ">", "value": "$D$8", "format": book.add_format({"bg_color": "#FFC7CE"})},
    )
    sheet.data_validation("D8:D21", {"validate": "decimal", "criteria": ">=", "value": 0, "ignore_blank": True})
    sheet.write_comment("B12", "Công quy đổi: 8 giờ là một công.")
    sheet.insert_image("F2", "dau.png", {"image_data": io.BytesIO(picture())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='Mau BC'!$B$13:$B$14", "values": "='Mau BC'!$D$13:$D$14"})
    sheet.insert_chart("F6", chart)


def as_excel_leaves(content: bytes) -> bytes:
    """Return the package with the marks Excel sets: heights of its own, a chain of formulas, settings of a printer."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for member in source.infolist():
            part = marked(member.filename, source.read(member))
            kept = zipfile.ZipInfo(member.filename, (2011, 3, 14, 8, 26, 52))
            kept.compress_type = zipfile.ZIP_STORED if member.filename.endswith("png") else zipfile.ZIP_DEFLATED
            target.writestr(kept, part)
        chain = zipfile.ZipInfo("xl/calcChain.xml", (2011, 3, 14, 8, 26, 52))
        target.writestr(chain, f'<calcChain xmlns="{MAIN}"><c r="D12" i="1"/></calcChain>')
    return buffer.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MORE = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac"'
    ' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
)
CHAIN_TYPE = (
    '<Override PartName="/xl/calcChain.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'
)
CHAIN_LINK = (
    '<Relationship Id="rId99" Target="calcChain.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"/></Relationships>'
)


def marked(name: str, part: bytes) -> bytes:
    """Return a part as Excel would write it."""
    text = part.decode("utf-8") if name.endswith((".xml", ".rels")) else ""
    match name:
        case "xl/worksheets/sheet1.xml":
            text = re.sub(r"(<worksheet[^>]*)>", r"\1" + MORE, text, count=1)
            return re.sub(r"(<row [^>]*?)(/?>)", r'\1 x14ac:dyDescent="0.25"\2', text).encode()
        case "[Content_Types].xml":
            return text.replace("</Types>", CHAIN_TYPE).encode()
        case "xl/_rels/workbook.xml.rels":
            return text.replace("</Relationships>", CHAIN_LINK).encode()
        case _:
            return part


TEMPLATES = {
    "two_level_head.xlsx": two_level_head,
    "two_sheets.xlsx": two_sheets,
    "branch_list.xlsx": branch_list,
    "old_office.xlsx": old_office,
}


def main() -> int:
    """Write every template beside this module."""
    for name, draw in TEMPLATES.items():
        (Path(__file__).parent / name).write_bytes(draw())
    return 0


if __name__ == "__main__":
    sys.exit(main())
