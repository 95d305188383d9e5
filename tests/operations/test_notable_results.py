"""A list whose rows have measures of their own. This module holds the tests of its way from the file to the papers."""

from decimal import Decimal

import drawing
import pytest
from report_drawing import marked
from returning import drawn
from whole_office import report_of

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.heads import TABLE_ROW
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.book import Book, BookCell, NumberCell, TextCell
from ccbdesk.model.form import Form
from ccbdesk.model.period import Period
from ccbdesk.operations.check import Checked, decide

FORM = r"""
    Thông tin
    | Thuộc tính     | Nội dung     |
    | Mã bộ biểu mẫu | nhieu-nganh  |
    | Phiên bản      | "1"          |
    | Tên Cụm        | Cụm thử số 1 |
    | Tên gọi tắt    | Cụm thử      |

    Đơn vị
    | Mã | Tên đầy đủ | Tên gọi |
    | u1 | Hội Một    | Một     |

    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập |
    | kq      | Kết quả   | danh sách    | đơn vị    |
    | bieu    | Biểu      | dòng số liệu | đơn vị    |

    Số liệu
    | Mã | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu |
    | a  | bieu | Hội viên    | người       | số nguyên    |

    Danh sách
    | Biểu | Mã cột   | Tên cột     | Đơn vị tính  | Loại cột     | Bắt buộc |
    | kq   | noi_dung | Nội dung    |              | lời văn      | x        |
    | kq   | so       | Số          | theo cột dvt | số thập phân |          |
    | kq   | dvt      | Đơn vị tính |              | lời văn      |          |

    Quy tắc
    | Mã | Loại quy tắc | Số liệu | Mức |

    Câu mẫu
    | Kiểu đoạn | Câu mẫu |
    | Đoạn văn  | [mỗi dòng kq: {noi_dung}[ {so\|don_vi}]] |
    | Bảng      | [mỗi dòng kq: {noi_dung}{so}{dvt}] |
"""


def merged(rows: str) -> Checked:
    """Return what comes of a return with these rows in its list."""
    form = read_form(drawing.workbook(FORM))
    assert isinstance(form, Form), form
    file = f"""
        Kết quả
        | Đơn vị báo cáo: | Hội Một |
        | | noi_dung | so | dvt |
        | TT | Nội dung | Số | Đơn vị tính |
        {rows}

        Biểu
        | Mã | Chỉ tiêu | Đơn vị tính | Số liệu |
        | a  | Hội viên | người       | 10      |

        _meta
        | bo_bieu_mau | nhieu-nganh |
        | phien_ban   | "1" |
        | don_vi      | u1 |
    """
    return decide(form, Period(2023), (drawn("a.xlsx", file),))


@pytest.mark.parametrize(
    ("so", "dvt", "printed"),
    [
        ("trên 1.300", "lượt người", "Khám bệnh ⟦trên 1.300\u00a0lượt người⟧"),
        ("trên 1.300 lượt người", "", "Khám bệnh ⟦trên 1.300\u00a0lượt người⟧"),
        ("1,5", "lượt", "Khám bệnh ⟦1,5\u00a0lượt⟧"),
        ("trên 1.300 lượt người", "lượt người", "Khám bệnh ⟦trên 1.300\u00a0lượt người⟧"),
        ("10000", "con", "Khám bệnh ⟦10.000\u00a0con⟧"),
        ("1,5km", "", "Khám bệnh ⟦1,5\u00a0km⟧"),
        ("1.500 m", "km", "Khám bệnh ⟦1,5\u00a0km⟧"),
        ("gần 250 triệu đồng", "", "Khám bệnh ⟦gần 250\u00a0triệu đồng⟧"),
        ('"7.800"', "m2", "Khám bệnh ⟦7.800\u00a0m²⟧"),
        ("hàng trăm", "lượt người", "Khám bệnh ⟦hàng trăm lượt người⟧"),
        ("hàng trăm lượt người", "lượt người", "Khám bệnh ⟦hàng trăm lượt người⟧"),
        ("", "", "Khám bệnh"),
    ],
)
def test_the_rows_of_a_list_are_read_and_written_in_measures_of_their_own(so: str, dvt: str, printed: str) -> None:
    assert marked(report_of(merged(f"| 1 | Khám bệnh | {so} | {dvt} |"))) == [printed]


def test_the_workbook_shows_figures_and_measures_and_whence_they_came() -> None:
    done = merged("| 1 | Khám bệnh | trên 1.300 | lượt người |\n| 2 | Cho giống | 10.000 con | |")
    book = plan_book(done.merged, done.checks)

    assert cells(book, "Danh sách", 3)[1:] == [
        ["Khám bệnh", ("trên", Decimal(1300)), "lượt người"],
        ["Cho giống", Decimal(10000), "con"],
    ]
    assert [line[3:6] for line in cells(book, "Nguồn số liệu", 2) if line[0] == "Kết quả – Số"] == [
        [("trên", Decimal(1300)), "lượt người", "trên 1.300"],
        [Decimal(10000), "con", "10.000 con"],
    ]


def cells(book: Book, name: str, first: int) -> list[list[object]]:
    """Return what stands in a table of the workbook from a column on, row by row, the heads first."""
    (sheet,) = (sheet for sheet in book.sheets if sheet.name == name)
    rows = sorted({placed.row for placed in sheet.cells if placed.row >= TABLE_ROW})
    return [[_shown(one.cell) for one in sheet.cells if one.row == row and one.column >= first] for row in rows]


def _shown(cell: BookCell) -> object:
    match cell:
        case NumberCell(amount, prefix=prefix):
            return (prefix, amount) if prefix else amount
        case TextCell(text):
            return text
        case _:
            return cell


def test_rows_keep_their_keys_when_their_figures_change() -> None:
    keys = [
        [row.key for _, row in merged(f"| 1 | Khám bệnh | {so} | |").merged.rows_of(sheet)]
        for so in ("5 lượt", "6 lượt")
        for sheet in [merged("").merged.form.sheets[0].code]
    ]

    assert keys[0] == keys[1] != []
