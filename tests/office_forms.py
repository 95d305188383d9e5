"""Forms on the office templates. This module holds a form for each of the four files, drawn, and how it is laid out."""

import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import drawing
from openpyxl import Workbook as OpenpyxlWorkbook

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.files.excel.examining import examine
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook

FOLDER = Path(__file__).with_name("office_templates")

_FRAME = """
    Thông tin
    | Thuộc tính     | Nội dung          |
    | Mã bộ biểu mẫu | co-san            |
    | Phiên bản      | "1"               |
    | Tên Cụm        | Cụm thi đua số 9  |
    | Tên gọi tắt    | Cụm 9             |

    Đơn vị
    | Mã   | Tên đầy đủ        | Tên gọi | Loại |
    | khe  | Hội CCB xã Khe    | Khe     | xã   |
    | doi  | Hội CCB xã Đồi    | Đồi     | xã   |
    | song | Hội CCB xã Sông   | Sông    | xã   |

    Quy tắc
    | Mã | Loại quy tắc | Số liệu | So với | Mức |

    Câu mẫu
    | Mục | Kiểu đoạn | Câu mẫu |
    |     | Đoạn văn  | Hết.    |
"""

DRAWN = {
    "two_level_head": """
    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập | Tệp mẫu             | Trang trong tệp mẫu | Dòng bắt đầu | Dòng kết thúc | Cột tên | Cột số liệu | Cột kế hoạch | Ô đơn vị |
    | b1      | Biểu 01   | dòng số liệu | đơn vị    | two_level_head.xlsx | Biểu 01             | 9            | 25            | B       | F           | D            | A4       |

    Số liệu
    | STT | Mã       | Biểu | Mục            | Tên số liệu                         | Đơn vị tính | Loại số liệu  | Trong đó của | Kế hoạch | Dòng trong mẫu | Tên khác |
    | 1   | hoi_vien | b1   | Tổ chức        | Tổng số hội viên                    | người       | số nguyên     |              | x        |                |          |
    |     | hv_nu    | b1   | Tổ chức        | Hội viên nữ                         | người       | số nguyên     | hoi_vien     |          | 11             |          |
    | 1.1 | ket_nap  | b1   | Tổ chức        | Hội viên kết nạp mới                | người       | số nguyên     | hoi_vien     |          |                |          |
    | 2   | chi_hoi  | b1   | Tổ chức        | Chi hội trực thuộc                  | chi hội     | số nguyên     |              |          |                |          |
    | 1   | tap_huan | b1   | Giúp nhau      | Lượt hội viên được tập huấn làm ăn  | lượt người  | số nguyên     |              |          |                |          |
    |     | th_nu    | b1   | Giúp nhau      | Lượt hội viên nữ được tập huấn      | lượt người  | số nguyên     | tap_huan     |          | 16             |          |
    | 2   | thoat    | b1   | Giúp nhau      | Hộ thoát nghèo                      | hộ          | số nguyên     |              |          |                | Hộ hội viên thoát nghèo |
    | 3   | du_no    | b1   | Giúp nhau      | Dư nợ vốn vay qua Hội               | triệu đồng  | tiền          |              | x        |                |          |
    | 3.1 | du_no_cs | b1   | Giúp nhau      | Vốn của ngân hàng chính sách        | triệu đồng  | tiền          | du_no        |          |                |          |
    | 1   | ngay_cong | b1  | Quê hương      | Ngày công lao động đóng góp         | công        | số nguyên     |              |          |                |          |
    | 2   | hien_dat | b1   | Quê hương      | Đất hiến làm đường                  | m2          | số thập phân  |              |          |                |          |
    | 4   | vung     | b1   | Quê hương      | Tỷ lệ chi hội vững mạnh             | %           | phần trăm     |              |          |                |          |
""",
    "two_sheets": """
    Biểu
    | Mã biểu | Tên trang  | Loại biểu    | Người lập | Tệp mẫu         | Trang trong tệp mẫu | Dòng bắt đầu | Dòng kết thúc | Cột tên | Cột số liệu | Ô đơn vị | Ô kỳ |
    | kq      | Kết quả    | dòng số liệu | đơn vị    | two_sheets.xlsx |                     | 6            | 12            | B       | D           | C3       | A2   |
    | kt      | Khen thưởng | ma trận     | đơn vị    | two_sheets.xlsx | Khen thưởng         | 5            | 9             | B       |             |          |      |

    Số liệu
    | STT | Mã        | Biểu | Tên số liệu                   | Đơn vị tính | Loại số liệu | Trong đó của |
    | 1   | cau_lac_bo | kq  | Chi hội có câu lạc bộ         | chi hội     | số nguyên    |              |
    | 2   | noi_chuyen | kq  | Buổi nói chuyện truyền thống  | buổi        | số nguyên    |              |
    | 2.1 | truong_hoc | kq  | Nói tại trường học            | buổi        | số nguyên    | noi_chuyen   |
    | 5   | duong      | kq  | Đường nông thôn nhận chăm sóc | km          | số thập phân |              |
    | 6   | quy        | kq  | Tiền vận động quỹ nghĩa tình  | triệu đồng  | tiền         |              |
    | 1   | huan_chuong | kt | Huân chương các loại          |             |              |              |
    | 2   | bk_bo      | kt  | Bằng khen cấp bộ, ngành       |             |              |              |
    | 3   | bk_tinh    | kt  | Bằng khen cấp tỉnh            |             |              |              |
    | 4   | gk_huyen   | kt  | Giấy khen cấp huyện           |             |              |              |
    | 5   | gk_xa      | kt  | Giấy khen cấp xã              |             |              |              |

    Danh sách
    | Biểu | Mã cột | Tên cột | Đơn vị tính | Loại cột  | Cột trong mẫu |
    | kt   | tt     | Tập thể | tập thể     | số nguyên | C             |
    | kt   | cn     | Cá nhân | người       | số nguyên | D             |
""",
    "branch_list": """
    Biểu
    | Mã biểu | Tên trang  | Loại biểu | Người lập | Tệp mẫu          | Dòng bắt đầu | Dòng kết thúc | Ô đơn vị | Ô kỳ |
    | chi_hoi | DS chi hội | danh sách | đơn vị    | branch_list.xlsx | 7            | 18            | C4       | A2   |
    | phieu   | Phiếu kỳ   | lời văn   | Cụm       |                  |              |               |          |      |

    Số liệu
    | Mã      | Biểu  | Tên số liệu | Loại số liệu |
    | noi_hop | phieu | Nơi họp     | lời văn      |

    Danh sách
    | Biểu    | Mã cột | Tên cột     | Đơn vị tính | Loại cột  | Bắt buộc | Cộng | Cột trong mẫu |
    | chi_hoi | ten_ch | Tên chi hội |             | lời văn   | x        |      | B             |
    | chi_hoi | hv     | Hội viên    | người       | số nguyên |          | x    | C             |
    | chi_hoi | nu     | Nữ          | người       | số nguyên |          | x    | D             |
    | chi_hoi | du_no  | Dư nợ       | triệu đồng  | tiền      |          | x    | F             |
""",
    "old_office": """
    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập | Tệp mẫu         | Trang trong tệp mẫu | Dòng bắt đầu | Dòng kết thúc | Cột tên | Cột số liệu | Ô đơn vị | Ô kỳ |
    | b1      | Biểu      | dòng số liệu | đơn vị    | OLD_OFFICE.xlsx | Mau BC              | 7            | 21            | B       | D           | B3       | B4   |

    Số liệu
    | Mã        | Biểu | Tên số liệu                  | Đơn vị tính | Loại số liệu | Trong đó của | Cách cộng | Công thức             | Dòng trong mẫu |
    | hoi_vien  | b1   | Hội viên                     | người       | số nguyên    |              |           |                       |                |
    | hv_nu     | b1   | Hội viên nữ                  | người       | số nguyên    | hoi_vien     |           |                       | 10             |
    | hv_tre    | b1   | Hội viên dưới 60 tuổi        | người       | số nguyên    | hoi_vien     |           |                       |                |
    | ngay_cong | b1   | Ngày công lao động           | công        | số nguyên    |              | Công thức | lam_duong + ve_sinh   |                |
    | lam_duong | b1   | Làm đường thôn               | công        | số nguyên    |              |           |                       |                |
    | ve_sinh   | b1   | Vệ sinh môi trường           | công        | số nguyên    |              |           |                       |                |
    | ung_ho    | b1   | Số tiền ủng hộ               | nghìn đồng  | tiền         |              |           |                       |                |
    | sinh_hoat | b1   | Cuộc sinh hoạt chi hội       | cuộc        | số nguyên    |              |           |                       |                |
    | luot      | b1   | Lượt hội viên dự sinh hoạt   | lượt        | số nguyên    |              |           |                       |                |
    | luot_nu   | b1   | Lượt hội viên nữ             | lượt        | số nguyên    | luot         |           |                       | 21             |
""",
}


def drawn(name: str) -> Workbook:
    """Return the workbook of the form on a template."""
    return drawing.workbook(_FRAME + DRAWN[name])


def office(name: str) -> Workbook:
    """Return the template itself, as our reader reads it."""
    read = examine((FOLDER / f"{name}.xlsx").read_bytes())
    assert isinstance(read, Workbook), read
    return read


def form(name: str) -> Form:
    """Return the form on a template; it has no mistakes."""
    book = drawn(name)
    (file,) = {str(cell.content) for grid in book.grids for cell in grid.cells if str(cell.content).endswith(".xlsx")}
    read = read_form(book, {file: office(name)})
    assert isinstance(read, Form), read
    return read


def laid_out(folder: Path, name: str, more: Mapping[str, str] | None = None) -> Path:
    """Write the form workbook into a folder, with a copy of the template beside it; return the form's path.

    ``more`` are further columns of the sheet Biểu, by heading, filled in the first row."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(FOLDER / f"{name}.xlsx", folder)
    book = _as_file(drawn(name))
    for heading, content in (more or {}).items():
        column = book["Biểu"].max_column + 1
        book["Biểu"].cell(1, column, heading)
        book["Biểu"].cell(2, column, content)
    path = folder / "bo-bieu-mau.xlsx"
    book.save(path)
    return path


def written(path: Path, text: str) -> Path:
    """Write a drawn form workbook to a file and return its path."""
    _as_file(drawing.workbook(text)).save(path)
    return path


def _as_file(form: Workbook) -> OpenpyxlWorkbook:
    book = OpenpyxlWorkbook()
    book.remove(book.worksheets[0])
    for grid in form.grids:
        sheet = book.create_sheet(grid.name)
        for cell in grid.cells:
            assert isinstance(cell.content, str | Decimal | date)
            sheet.cell(cell.row, cell.column, cell.content)
    return book
