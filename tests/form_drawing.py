"""A form workbook without mistakes, drawn. This module holds it, and how single cells of it are drawn anew."""

import re
from collections.abc import Mapping
from dataclasses import replace

import drawing

from ccbdesk.model.grid import Cell, Grid, Workbook

GOOD = r"""
    Thông tin
    | Thuộc tính       | Nội dung                            | Ghi chú         |
    | Mã bộ biểu mẫu   | cum-thu                             | không đổi       |
    | Phiên bản        | 2024.1                              |                 |
    | Tên bộ biểu mẫu  | Báo cáo Cụm thử                     |                 |
    | Tên Cụm          | Cụm thi đua thử nghiệm              |                 |
    | Tên gọi tắt      | Cụm thử                             |                 |
    | Cơ quan ban hành | Hội CCB                             |                 |
    | Cấp              | tỉnh                                |                 |
    | Khung báo cáo    | bao-cao-ngan                        |                 |

    Đơn vị
    | Mã  | Tên đầy đủ       | Tên gọi | Loại      | Tên khác    | Thứ tự | Từ ngày    | Đến ngày   | Tiền thân      | Ghi chú |
    | mot | Hội CCB tỉnh Một | Một     | tỉnh      | Tỉnh Một    | 2      | 2020-01-01 | 31/12/2030 | Một cũ; Hai cũ | lời dặn |
    | hai | Hội CCB TP Hai   | Hai     | thành phố | TP Hai; H2  | 1      |            |            |                |         |

    Biểu
    | Mã biểu | Tên trang | Tiêu đề          | Loại biểu    | Người lập | Tệp mẫu | Trang trong tệp mẫu | Dòng bắt đầu | Dòng kết thúc | Cột mã | Cột tên | Cột số liệu | Cột kế hoạch | Cột kỳ trước | Ô đơn vị | Ô kỳ | Đơn vị tính | Ghi chú |
    | B1      | Biểu 1    | Biểu số liệu     | dòng số liệu | đơn vị    |         |                     |              |        |         |             |         |               |              |              |          |             |      |
    | PK      | Phiếu kỳ  |                  | dòng số liệu | Cụm       |         |                     |              |        |         |             |         |               |              |              |          |             |      |
    | M       | Biểu 2    |                  | ma trận      | đơn vị    |         |                     |              |        |         |             |         |               |              |              |          |             |      |
    | NT      | Biểu 3    | Nhà tình nghĩa   | danh sách    | đơn vị    |         |                     |              |        |         |             |         |               |              |              |          |             |      |

    Số liệu
    | STT | Mã       | Biểu | Mục        | Tên số liệu    | Đơn vị tính | Loại số liệu | Bắt buộc | Trong đó của | Đủ phần | Áp dụng cho | Cách cộng      | Công thức             | Kế hoạch | Từ | Đến    | Chiều tốt | Cách viết      | Nổi bật | Tên khác | Hướng dẫn  | Dòng trong mẫu | Mã cấp trên | Ghi chú |
    | 1   | hoi_vien | B1   | I. Tổ chức | Số hội viên    | người       | số nguyên    | x        |              | x       |             | Cộng – cuối kỳ |                       | x        | 0  | 100000 | tăng      | so             | x       | Hội viên | Cuối kỳ    |                |             | nhớ hỏi |
    | 1.1 | hv_nam   | B1   | I. Tổ chức | Nam            | người       | số nguyên    |          | hoi_vien     |         |             | Cộng – cuối kỳ |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 1.2 | nu       | B1   | I. Tổ chức | Nữ             | người       | số nguyên    |          | hoi_vien     |         |             | Cộng – cuối kỳ |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 2   | du_no    | B1   | II. Vốn    | Dư nợ          | triệu đồng  | tiền         |          |              |         | Một; tỉnh   |                |                       |          |    | 0,5    | giảm      | tron:100\|tien |         |          |            |                |             |         |
    | 2.1 | qua_han  | B1   | II. Vốn    | Nợ quá hạn     | triệu đồng  | tiền         |          | du_no        |         |             | Lớn nhất       |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 3   | ty_le_nu | B1   |            | Tỷ lệ nữ       |             | phần trăm    |          |              |         |             | Tỷ lệ          | nu / hoi_vien         |          |    | 100    |           | phan_tram:1    |         |          |            |                |             |         |
    | 4   | tang     | B1   |            | Số tăng        | người       | số thập phân |          |              |         |             | Công thức      | hoi_vien – hoi_vien~truoc |      |    |        |           |                |         |          |            |                |             |         |
    | 5   | cach_lam | B1   |            | Cách làm hay   |             | lời văn      |          |              |         |             |                |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 6   | noi_hop  | PK   |            | Nơi họp        |             | lời văn      | x        |              |         |             |                |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 7   | ngay_hop | PK   |            | Ngày họp       |             | ngày         |          |              |         |             | Không cộng     |                       |          |    |        |           | ngay           |         |          |            |                |             |         |
    | 8   | chi_tieu | PK   |            | Chỉ tiêu       | người       | số nguyên    |          |              |         |             |                |                       |          |    |        |           |                |         |          |            |                |             |         |
    | 9   | chi_bo   | M    | III. Đảng  | Chi bộ         | người       |              | x        |              | x       |             | Cộng – cuối kỳ |                       |          | 0  | 5000   | tăng      | so\|phan_tram | x       | Tổ đảng  | Theo sổ    |                |             |         |
    | 9.1 | moi      | M    | III. Đảng  | Kết nạp mới    | người       | số nguyên    |          | chi_bo       |         | Một         |                |                       |          |    |        |           |                |         |          |            |                |             |         |

    Danh sách
    | Biểu | Mã cột  | Tên cột   | Đơn vị tính | Loại cột   | Bắt buộc | Cộng | Cột trong mẫu | Ghi chú |
    | M    | nam     | Nam       |             | số nguyên  |          | x    |               |         |
    | M    | nu      | Nữ        | người       | số nguyên  |          | x    |               |         |
    | M    | ty_le   | Tỷ lệ     |             | phần trăm  |          |      |               |         |
    | M    | nhan_xet | Nhận xét |             | lời văn    |          |      |               |         |
    | NT   | ten_ho  | Tên hộ    |             | lời văn    | x        |      |               |         |
    | NT   | tien    | Kinh phí  | triệu đồng  | tiền       |          | x    |               | nhớ hỏi |
    | NT   | ngay    | Ngày xong |             | ngày       |          |      |               |         |

    Quy tắc
    | Mã  | Loại quy tắc              | Số liệu         | So với   | Từ | Đến | Mức      | Khi trống      | Kỳ áp dụng | Thông báo   | Hướng dẫn | Ghi chú |
    | Q1  | Cộng lại bằng             | hoi_vien        | hv_nam + nu |    |     | lỗi      | coi là 0       | năm; 6t    | Chưa khớp   | Xem lại   |         |
    | Q2  | Không lớn hơn             | qua_han         | du_no    |    |     | cảnh báo |                |            |             |           |         |
    | Q3  | Có A phải có B            | qua_han         | du_no    |    |     | nhắc     | không kiểm tra | quý        |             |           |         |
    | Q4  | Bình quân A/B trong khoảng | du_no          | hoi_vien | 1  | 5,5 | cảnh báo |                |            |             |           |         |
    | Q5  | So với kỳ trước           | hoi_vien        |          |    | 120 | cảnh báo |                |            |             |           |         |
    | Q6  | Biểu thức                 | hoi_vien >= hv_nam |          |    |     | lỗi      |                |            |             |           |         |
    | Q7  | So với các đơn vị khác    | nt_tien         | NT       | 50 | 200 | nhắc     |                |            |             |           |         |
    | Q8  | Không lớn hơn             | chi_bo          | hoi_vien |    |     | lỗi      |                |            |             |           |         |

    Câu mẫu
    | Mục | Kiểu đoạn     | Câu mẫu                                                   | Chỉ in khi    | Kỳ áp dụng | Văn bản | Dùng  | Ghi chú |
    | I   | Đề mục I      | Công tác tổ chức năm {nam}                                |               |            |         |       |         |
    | I   | Đoạn văn      | Toàn Cụm có {hoi_vien\|so} hội viên[, dư nợ {du_no\|tien:ty,1}]. | hoi_vien > 0 | năm        |         | x     |         |
    | I   | Gạch đầu dòng | [mỗi đơn vị: {ten} có {hoi_vien} hội viên]; họp {ngay_hop\|ngay} tại {noi_hop}. |  |    | báo cáo |       |         |
    | I   | Đoạn văn      | Câu này {khong_co} dùng nữa                               | (             | bao giờ    | ở đâu   | không |         |
    | II  | Đoạn văn      | Có {nt} nhà, {nt_tien\|tien}; đảng viên nữ {chi_bo_nu}/{chi_bo}: [mỗi dòng NT (đầu 5; cuối " và "): {ten_ho} ({ten})[, {tien\|tien:ty}]] | nt > 0 | | | | |
    | II  | Đoạn văn      | [mỗi đơn vị (đầu 3 theo nt_tien): {ten}: {nt} nhà ([mỗi dòng NT: {ten_ho}])] | |           |         |       |         |
    | II  | Bảng          | [mỗi dòng NT: {ten_ho} {tien} {ngay\|ngay}]                |               |            |         |       |         |
    | II  | Bảng          | {hoi_vien} {du_no\|tien:ty} {chi_bo_nam}                       |               |            |         |       |         |
    | II  | Biểu đồ       | Hội viên năm {nam} {hoi_vien}                              |               |            |         |       |         |
    |     | Phụ lục       | Số liệu {ky}                                               |               |            |         |       |         |
    |     | Kính gửi      | Kính gửi {cac_don_vi}, họp tại {noi_hop}                   | chi_tieu > 0  |            | thư đề nghị |   |         |
    |     | Đoạn văn      | Xin gửi số liệu {ky}                                       |               |            | lời nhắn |      |         |
"""


def planted(cells: Mapping[str, str], good: str = GOOD) -> Workbook:
    """Return the form with some cells drawn anew, each under ``sheet!cell``; an empty drawing empties the cell."""
    book = drawing.workbook(good)
    for place, drawn in cells.items():
        sheet, _, cell = place.partition("!")
        book = replace(
            book, grids=tuple(_redrawn(grid, cell, drawn) if grid.name == sheet else grid for grid in book.grids)
        )
    return book


def _redrawn(grid: Grid, cell: str, drawn: str) -> Grid:
    found = re.fullmatch(r"([A-Z]+)(\d+)", cell)
    assert found, cell
    new = drawing.workbook(f"x @ {cell}\n| {drawn} |").grids[0].cells
    others = (other for other in grid.cells if other.address != cell)
    return replace(grid, cells=tuple(sorted((*others, *new), key=_place)))


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
