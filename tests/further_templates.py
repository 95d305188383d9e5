"""Templates of offices beyond the four that lie there as files. This module draws them and tells the truth.

Each is drawn by openpyxl, its wording invented here. The truth is what a careful person reads from it."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

FRAME = Border(*(Side(style="thin"),) * 4)

Content = str | int | float | None

Truth = tuple[tuple[str, str, str, str, str], ...]
"""Sheet, label, unit of measure, cell, kind; the kind ``tổng`` is a cell that the file computes itself."""


def write(sheet: Worksheet, row: int, contents: Iterable[Content], *, bold: bool = False, framed: bool = True) -> None:
    """Write one row from the first column on."""
    for column, content in enumerate(contents, 1):
        cell = sheet.cell(row, column, content)
        cell.font = Font(name="Times New Roman", bold=bold)
        if framed:
            cell.border = FRAME


def merge(sheet: Worksheet, places: Sequence[str]) -> None:
    """Merge areas and put their words in the middle."""
    for place in places:
        sheet.merge_cells(place)
        sheet[place.split(":")[0]].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


# -- the province's quarter: numbers inside the labels, a running total, loans by bank --------------------------------


def quarter() -> bytes:
    """Return a quarterly biểu and a matrix of loans, nothing filled in."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "PL1"
    write(first, 1, ["UBMT CẤP TỈNH", None, None, None, None, "Mẫu PL1"], bold=True, framed=False)
    write(first, 2, ["THỐNG KÊ KẾT QUẢ HOẠT ĐỘNG QUÝ I NĂM 2025"], bold=True, framed=False)
    write(first, 3, ["Đơn vị báo cáo: .................................................."], framed=False)
    heads = ["Nội dung công việc", "Đơn vị", "Kế hoạch năm 2025", "Thực hiện quý I", "Lũy kế từ đầu năm"]
    write(first, 5, [*heads, "Tỷ lệ % so KH", "Cùng kỳ 2024", "Ghi chú"], bold=True)
    lines: list[tuple[str, str | None]] = [
        ("A. TUYÊN TRUYỀN, VẬN ĐỘNG", None),
        ("1. Hội nghị tuyên truyền", "cuộc"),
        ("1.1. Trong đó: tại khu dân cư", "cuộc"),
        ("2. Số lượt người dự", "lượt người"),
        ("3. Tin, bài đăng trên trang thông tin", "tin, bài"),
        ("B. CUỘC VẬN ĐỘNG, PHONG TRÀO", None),
        ("1. Nhà đại đoàn kết", "nhà"),
        ("a) Xây mới", "nhà"),
        ("b) Sửa chữa", "nhà"),
        ("2. Quỹ vì người nghèo", "triệu đồng"),
        ("3. Đường bê tông được làm mới", "km"),
        ("4. Tỷ lệ khu dân cư đạt chuẩn văn hóa", "%"),
    ]
    for row, (label, measure) in enumerate(lines, 6):
        write(first, row, [label, measure, *[None] * 6], bold=measure is None)
        if measure:
            first[f"F{row}"] = f"=IF(C{row}=0,0,E{row}/C{row}*100)"
    for column in "CDE":
        first[f"{column}12"] = f"={column}13+{column}14"
    merge(first, ["A2:H2", "A3:H3", "A6:H6", "A11:H11"])
    write(first, 20, ["Người lập biểu", None, None, None, "TM. BAN THƯỜNG TRỰC"], framed=False)
    _loans(book.create_sheet("PL2"))
    return _saved(book)


def _loans(sheet: Worksheet) -> None:
    write(sheet, 1, ["VỐN VAY QUA CÁC TỔ CHỨC"], bold=True, framed=False)
    write(sheet, 3, ["STT", "Nguồn vốn", "Số tổ", "Số hộ vay", "Dư nợ (triệu đồng)", "Nợ quá hạn", None], bold=True)
    write(sheet, 4, [None, None, None, None, None, "Số tiền (triệu đồng)", "Tỷ lệ (%)"], bold=True)
    merge(sheet, ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3"])
    write(sheet, 5, [None, "Tổng số", *(f"=SUM({column}6:{column}8)" for column in "CDEF"), "=F5/E5*100"], bold=True)
    banks = ("Ngân hàng Chính sách xã hội", "Ngân hàng Nông nghiệp", "Quỹ tín dụng")
    for row, bank in enumerate(banks, 6):
        write(sheet, row, [row - 5, bank, None, None, None, None, f"=F{row}/E{row}*100"])


_QUARTER_FIGURES = (
    ("Hội nghị tuyên truyền", "cuộc", 7, "số nguyên"),
    ("tại khu dân cư", "cuộc", 8, "số nguyên"),
    ("Số lượt người dự", "lượt người", 9, "số nguyên"),
    ("Tin, bài đăng trên trang thông tin", "tin, bài", 10, "số nguyên"),
    ("Nhà đại đoàn kết", "nhà", 12, "tổng"),
    ("Xây mới", "nhà", 13, "số nguyên"),
    ("Sửa chữa", "nhà", 14, "số nguyên"),
    ("Quỹ vì người nghèo", "triệu đồng", 15, "tiền"),
    ("Đường bê tông được làm mới", "km", 16, "số thập phân"),
    ("Tỷ lệ khu dân cư đạt chuẩn văn hóa", "%", 17, "phần trăm"),
)
_BANKS = ("Ngân hàng Chính sách xã hội", "Ngân hàng Nông nghiệp", "Quỹ tín dụng")
_LOANS = (
    ("Số tổ", "", "C", "số nguyên"),
    ("Số hộ vay", "", "D", "số nguyên"),
    ("Dư nợ", "triệu đồng", "E", "tiền"),
    ("Nợ quá hạn – Số tiền", "triệu đồng", "F", "tiền"),
)

QUARTER_TRUTH: Truth = (
    *(("PL1", label, measure, f"E{row}", kind) for label, measure, row, kind in _QUARTER_FIGURES),
    *(
        ("PL2", f"{bank} – {label}", measure, f"{column}{row}", kind)
        for row, bank in enumerate(_BANKS, 6)
        for label, measure, column, kind in _LOANS
    ),
    *(("PL2", f"Tổng số – {label}", measure, f"{column}5", "tổng") for label, measure, column, _ in _LOANS),
)


# -- the commune's year: filled in, parts by plus signs, words at the end, a list, a page of advice -------------------


def year() -> bytes:
    """Return a biểu as it came back last year, a list of models, and a sheet of advice."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    write(sheet, 1, ["HỘI CẤP HUYỆN"], bold=True, framed=False)
    write(sheet, 2, ["BIỂU CHẤM ĐIỂM VÀ SỐ LIỆU PHONG TRÀO"], bold=True, framed=False)
    write(sheet, 3, ["Đơn vị:", "Xã An Phú"], framed=False)
    write(sheet, 4, ["Kỳ báo cáo:", "Năm 2024"], framed=False)
    heads = ["TT", "Nội dung chỉ tiêu", "Đơn vị tính", "Chỉ tiêu giao", "Kết quả", "Đạt (%)"]
    write(sheet, 6, heads, bold=True)
    for row, line in enumerate(_YEAR_LINES, 7):
        write(sheet, row, [*line[:5], f"=E{row}/D{row}" if line[3] else None])
        sheet[f"F{row}"].number_format = "0.0%"
    models = book.create_sheet("Mô hình")
    write(models, 1, ["DANH SÁCH MÔ HÌNH TIÊU BIỂU"], bold=True, framed=False)
    heads = ["STT", "Tên mô hình", "Địa chỉ", "Số hộ tham gia", "Kinh phí (triệu đồng)", "Ghi chú"]
    write(models, 3, heads, bold=True)
    for row in range(4, 10):
        write(models, row, [row - 3, *[None] * 5])
    advice = book.create_sheet("Cách ghi")
    write(advice, 1, ["Số liệu tính đến hết tháng 11."], framed=False)
    write(advice, 2, ["Gửi về văn phòng trước ngày 05 tháng 12."], framed=False)
    return _saved(book)


_YEAR_LINES: tuple[tuple[Content, str, str | None, Content, Content], ...] = (
    ("I", "Công tác tổ chức", None, None, None),
    (1, "Tổng số hội viên", "người", 250, 248),
    (None, "+ Nam", "người", None, 190),
    (None, "+ Nữ", "người", None, 58),
    (2, "Hội viên mới", "người", 10, 12),
    ("II", "Giúp nhau làm kinh tế", None, None, None),
    (1, "Số nhà được hỗ trợ", "căn", 3, 4),
    (None, "- Kinh phí", "triệu đồng", None, 220.5),
    (2, "Diện tích cây ăn quả", "ha", None, 12.75),
    (3, "Số hộ thoát nghèo", "hộ", 5, 5),
    ("III", "Tự đánh giá", None, None, None),
    (1, "Đánh giá chung", None, None, "Phong trào có nhiều chuyển biến, hội viên hưởng ứng đông."),
    (2, "Kiến nghị với cấp trên", None, None, "Hỗ trợ thêm vốn vay cho hội viên làm kinh tế."),
)

YEAR_TRUTH: Truth = (
    ("Biểu 1", "Tổng số hội viên", "người", "E8", "số nguyên"),
    ("Biểu 1", "Nam", "người", "E9", "số nguyên"),
    ("Biểu 1", "Nữ", "người", "E10", "số nguyên"),
    ("Biểu 1", "Hội viên mới", "người", "E11", "số nguyên"),
    ("Biểu 1", "Số nhà được hỗ trợ", "căn", "E13", "số nguyên"),
    ("Biểu 1", "Kinh phí", "triệu đồng", "E14", "tiền"),
    ("Biểu 1", "Diện tích cây ăn quả", "ha", "E15", "số thập phân"),
    ("Biểu 1", "Số hộ thoát nghèo", "hộ", "E16", "số nguyên"),
    ("Biểu 1", "Đánh giá chung", "", "E18", "lời văn"),
    ("Biểu 1", "Kiến nghị với cấp trên", "", "E19", "lời văn"),
    ("Mô hình", "Tên mô hình", "", "B4:B9", "lời văn"),
    ("Mô hình", "Địa chỉ", "", "C4:C9", "lời văn"),
    ("Mô hình", "Số hộ tham gia", "", "D4:D9", "số nguyên"),
    ("Mô hình", "Kinh phí", "triệu đồng", "E4:E9", "tiền"),
    ("Mô hình", "Ghi chú", "", "F4:F9", "lời văn"),
)


# -- the ward's half-year: a table that does not begin in column A, headings over two lines, odd measures -------------


def half_year() -> bytes:
    """Return a biểu that begins in column B, with a name to fill in after a colon and figures of money in tr.đồng."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Phụ lục 1"
    write(sheet, 1, [None, "HỘI NGƯỜI CAO TUỔI", None, None, "Phụ lục 1"], bold=True, framed=False)
    write(sheet, 2, [None, "Tên đơn vị: Hội NCT xã …………"], framed=False)
    write(sheet, 4, [None, "SỐ LIỆU PHONG TRÀO THI ĐUA"], bold=True, framed=False)
    write(sheet, 5, [None, "6 tháng đầu năm 2025"], framed=False)
    heads = [None, "TT", "Nội dung\ncông việc", "Đơn vị\ntính", "Chỉ tiêu\nđăng ký", "Số lượng", "Ghi chú"]
    write(sheet, 7, heads, bold=True)
    for row, (number, label, measure) in enumerate(_HALF_YEAR_LINES, 8):
        write(sheet, row, [None, number, label, measure, None, None, None], bold=measure == "")
    sheet["F21"] = "=F19-F20"
    sheet["F10"] = "=F11+F12+F13"
    merge(sheet, ["B4:G4", "B5:G5"])
    write(sheet, 24, [None, None, "Ngày ….. tháng ….. năm 2025"], framed=False)
    write(sheet, 25, [None, None, "TM. BAN CHẤP HÀNH"], framed=False)
    return _saved(book)


_HALF_YEAR_LINES: tuple[tuple[Content, str, str], ...] = (
    ("I.", "Xây dựng tổ chức", ""),
    ("1.", "Số chi hội", "chi hội"),
    ("2.", "Hội viên đã phát thẻ:", "đ/c"),
    ("", "+ Từ 60 đến 69 tuổi", "đ/c"),
    ("", "+ Từ 70 đến 79 tuổi", "đ/c"),
    ("", "+ Từ 80 tuổi trở lên", "đ/c"),
    ("II.", "Chăm sóc sức khỏe", ""),
    ("1.", "Lượt người được khám bệnh", "lượt"),
    ("2.", "Tỷ lệ hội viên có thẻ bảo hiểm y tế", "%"),
    ("III.", "Quỹ chăm sóc", ""),
    ("1.", "Số chi hội có quỹ", "chi hội"),
    ("2.", "Tổng thu", "tr.đồng"),
    ("", "- Đã chi", "tr.đồng"),
    ("3.", "Số dư cuối kỳ", "tr.đồng"),
    ("4.", "Diện tích vườn mẫu", "m2"),
)

HALF_YEAR_TRUTH: Truth = (
    ("Phụ lục 1", "Số chi hội", "chi hội", "F9", "số nguyên"),
    ("Phụ lục 1", "Hội viên đã phát thẻ", "đ/c", "F10", "tổng"),
    ("Phụ lục 1", "Từ 60 đến 69 tuổi", "đ/c", "F11", "số nguyên"),
    ("Phụ lục 1", "Từ 70 đến 79 tuổi", "đ/c", "F12", "số nguyên"),
    ("Phụ lục 1", "Từ 80 tuổi trở lên", "đ/c", "F13", "số nguyên"),
    ("Phụ lục 1", "Lượt người được khám bệnh", "lượt", "F15", "số nguyên"),
    ("Phụ lục 1", "Tỷ lệ hội viên có thẻ bảo hiểm y tế", "%", "F16", "phần trăm"),
    ("Phụ lục 1", "Số chi hội có quỹ", "chi hội", "F18", "số nguyên"),
    ("Phụ lục 1", "Tổng thu", "tr.đồng", "F19", "tiền"),
    ("Phụ lục 1", "Đã chi", "tr.đồng", "F20", "tiền"),
    ("Phụ lục 1", "Số dư cuối kỳ", "tr.đồng", "F21", "tổng"),
    ("Phụ lục 1", "Diện tích vườn mẫu", "m2", "F22", "số thập phân"),
)


# -- the district's sheets: a list with a head of two levels, a matrix with lines that have no numbers ----------------


def sheets() -> bytes:
    """Return a list of courses over two head rows, and a matrix of clubs, both without numbers before the lines."""
    book = Workbook()
    courses = book.worksheets[0]
    courses.title = "Lớp học"
    write(courses, 1, ["CÁC LỚP HỌC ĐÃ MỞ TRONG NĂM"], bold=True, framed=False)
    write(courses, 2, ["Đơn vị báo cáo", None], framed=False)
    write(courses, 4, ["Tên lớp học", "Nơi mở", "Học viên", None, "Kinh phí (nghìn đồng)", None], bold=True)
    write(courses, 5, [None, None, "Tổng số", "Trong đó: nữ", "Ngân sách", "Xã hội hóa"], bold=True)
    merge(courses, ["A4:A5", "B4:B5", "C4:D4", "E4:F4"])
    for row in range(6, 16):
        write(courses, row, [None] * 6)
    write(courses, 16, ["CỘNG", None, *(f"=SUM({column}6:{column}15)" for column in "CDEF")], bold=True)
    clubs = book.create_sheet("Câu lạc bộ")
    write(clubs, 1, ["SỐ CÂU LẠC BỘ THEO LOẠI HÌNH"], bold=True, framed=False)
    write(clubs, 3, ["Loại hình", "Số câu lạc bộ", "Số thành viên (người)", "Số buổi sinh hoạt"], bold=True)
    for row, kind in enumerate(_CLUBS, 4):
        write(clubs, row, [kind, None, None, None])
    return _saved(book)


_CLUBS = ("Thơ ca", "Dưỡng sinh", "Liên thế hệ tự giúp nhau", "Cờ tướng")
_CLUB_COLUMNS = (("Số câu lạc bộ", "", "B"), ("Số thành viên", "người", "C"), ("Số buổi sinh hoạt", "", "D"))
_COURSE_COLUMNS = (
    ("Học viên – Tổng số", "", "C", "số nguyên"),
    ("Học viên – nữ", "", "D", "số nguyên"),
    ("Kinh phí – Ngân sách", "nghìn đồng", "E", "tiền"),
    ("Kinh phí – Xã hội hóa", "nghìn đồng", "F", "tiền"),
)

SHEETS_TRUTH: Truth = (
    ("Lớp học", "Tên lớp học", "", "A6:A15", "lời văn"),
    ("Lớp học", "Nơi mở", "", "B6:B15", "lời văn"),
    *(("Lớp học", label, unit, f"{column}6:{column}15", kind) for label, unit, column, kind in _COURSE_COLUMNS),
    *(("Lớp học", f"CỘNG – {label}", unit, f"{column}16", "tổng") for label, unit, column, _ in _COURSE_COLUMNS),
    *(
        ("Câu lạc bộ", f"{kind} – {label}", unit, f"{column}{row}", "số nguyên")
        for row, kind in enumerate(_CLUBS, 4)
        for label, unit, column in _CLUB_COLUMNS
    ),
)


# -- the district's follow-up: a target given, quarters, a half year, shares; a list that begins with an example --------


def follow_up() -> bytes:
    """Return a follow-up of targets with a running half year, and a list whose first row is an example."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Theo dõi"
    write(sheet, 1, ["UBND HUYỆN", None, None, None, None, None, "Biểu 02-TĐ"], bold=True, framed=False)
    write(sheet, 2, ["THEO DÕI THỰC HIỆN CHỈ TIÊU THI ĐUA NĂM 2025"], bold=True, framed=False)
    write(sheet, 3, ["Đơn vị lập:", None, "……………………………"], framed=False)
    heads = ["Số TT", "Nội dung công việc", "Đvt", "Giao năm 2025", "Thực hiện", None, "% TH/KH"]
    write(sheet, 5, heads, bold=True)
    write(sheet, 6, [None, None, None, None, "Quý I", "6 tháng", None], bold=True)
    merge(sheet, ["A2:G2", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:G6"])
    for row, (number, label, measure) in enumerate(_FOLLOW_UP_LINES, 7):
        write(sheet, row, [number, label, measure, None, None, None, f"=F{row}/D{row}" if measure else None])
    people = book.create_sheet("Điển hình")
    write(people, 1, ["DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN"], bold=True, framed=False)
    heads = ["STT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác", "Tóm tắt thành tích", "Số tiền thưởng (đồng)"]
    write(people, 3, heads, bold=True)
    write(people, 4, ["VD", "Trần Văn Bình", 1960, "Chi hội trưởng", "Vận động hiến đất làm đường", 500000])
    for row in range(5, 9):
        write(people, row, [row - 4, *[None] * 5])
    return _saved(book)


_FOLLOW_UP_LINES: tuple[tuple[Content, str, str | None], ...] = (
    ("A", "NHIỆM VỤ CHÍNH TRỊ", None),
    ("1", "Số lớp bồi dưỡng nghiệp vụ", "Lớp"),
    ("", "Số người tham gia", "Người"),
    ("2", "Kiểm tra, giám sát cơ sở", "Cuộc"),
    ("B", "XÂY DỰNG NÔNG THÔN MỚI", None),
    ("3", "Đường hoa tự quản", "Mét"),
    ("4", "Huy động đóng góp", "1000đ"),
    ("a", "Tiền mặt", "1000đ"),
    ("b", "Hiện vật quy tiền", "1000đ"),
    ("5", "Thùng rác được trao tặng", "Thùng"),
)

FOLLOW_UP_TRUTH: Truth = (
    ("Theo dõi", "Số lớp bồi dưỡng nghiệp vụ", "Lớp", "F8", "số nguyên"),
    ("Theo dõi", "Số người tham gia", "Người", "F9", "số nguyên"),
    ("Theo dõi", "Kiểm tra, giám sát cơ sở", "Cuộc", "F10", "số nguyên"),
    ("Theo dõi", "Đường hoa tự quản", "Mét", "F12", "số thập phân"),
    ("Theo dõi", "Huy động đóng góp", "1000đ", "F13", "tiền"),
    ("Theo dõi", "Tiền mặt", "1000đ", "F14", "tiền"),
    ("Theo dõi", "Hiện vật quy tiền", "1000đ", "F15", "tiền"),
    ("Theo dõi", "Thùng rác được trao tặng", "Thùng", "F16", "số nguyên"),
    ("Điển hình", "Họ và tên", "", "B4:B8", "lời văn"),
    ("Điển hình", "Năm sinh", "", "C4:C8", "số nguyên"),
    ("Điển hình", "Chức vụ, đơn vị công tác", "", "D4:D8", "lời văn"),
    ("Điển hình", "Tóm tắt thành tích", "", "E4:E8", "lời văn"),
    ("Điển hình", "Số tiền thưởng", "đồng", "F4:F8", "tiền"),
)


def _saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
