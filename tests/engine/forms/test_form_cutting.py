"""Tests of cutting a form down to a few figures: what stays, and that what stays has no mistakes."""

from dataclasses import replace

import drawing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.engine.forms.cutting import Cut, find_unknown, plan_cut
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Cell, Grid, Workbook

DRAWN = r"""
    Thông tin
    | Thuộc tính     | Nội dung     |
    | Mã bộ biểu mẫu | cum-thu      |
    | Phiên bản      | "1"          |
    | Tên Cụm        | Cụm thử số 1 |
    | Tên gọi tắt    | Cụm thử      |

    Đơn vị
    | Mã | Tên đầy đủ | Tên gọi |
    | u1 | Hội xã Một | Một     |

    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập |
    | b1      | Biểu 1    | dòng số liệu | đơn vị    |
    | b2      | Biểu 2    | dòng số liệu | đơn vị    |
    | von     | Vốn       | ma trận      | đơn vị    |
    | ds      | Mô hình   | danh sách    | đơn vị    |
    | pk      | Phiếu kỳ  | lời văn      | Cụm       |

    Số liệu
    | Mã  | Biểu | Tên số liệu | Loại số liệu | Trong đó của | Đủ phần | Cách cộng | Công thức | Nổi bật |
    | a   | b1   | A           | số nguyên    |              | x       |           |           |         |
    | a1  | b1   | A1          | số nguyên    | a            |         |           |           |         |
    | a2  | b1   | A2          | số nguyên    | a            |         |           |           |         |
    | c   | b1   | C           | số nguyên    |              |         |           |           |         |
    | tl  | b1   | Tỷ lệ       | số thập phân |              |         | Tỷ lệ     | a / c     |         |
    | d   | b2   | D           | số nguyên    |              |         |           |           |         |
    | nh1 | von  | NH 1        | số nguyên    |              |         |           |           |         |
    | nh2 | von  | NH 2        | số nguyên    |              |         |           |           |         |
    | loi | pk   | Lời kết     | lời văn      |              |         |           |           |         |
    | ghi | pk   | Lưu ý       | lời văn      |              |         |           |           | x       |
    | ky1 | pk   | Người ký    | lời văn      |              |         |           |           |         |

    Danh sách
    | Biểu | Mã cột | Tên cột | Loại cột  | Cộng |
    | von  | to     | Tổ      | số nguyên | x    |
    | von  | ho     | Hộ      | số nguyên |      |
    | ds   | mh     | Mô hình | lời văn   |      |
    | ds   | so_ho  | Hộ      | số nguyên | x    |

    Quy tắc
    | Mã | Loại quy tắc  | Số liệu | So với | Mức |
    | R1 | Không lớn hơn | a1      | c      | lỗi |
    | R2 | Không lớn hơn | nh1_to  | nh1_ho | lỗi |
    | R3 | Không lớn hơn | d       | c      | lỗi |

    Câu mẫu
    | Mục | Kiểu đoạn | Câu mẫu                         | Chỉ in khi | Dùng  |
    | Đầu | Tên loại  | BÁO CÁO                         |            |       |
    | Đầu | Đoạn văn  | Kính thưa, {loi}                |            |       |
    | I   | Đề mục I  | I. KẾT QUẢ                      |            |       |
    | I   | Đoạn văn  | Có {a} A.                       |            |       |
    | I   | Đoạn văn  | Có {a} A, {d} D.                |            |       |
    | I   | Đoạn văn  | Có {tl} theo tỷ lệ.             | d > 0      |       |
    | I   | Đoạn văn  | [mỗi dòng ds: {mh}].            |            |       |
    | I   | Đoạn văn  | Vốn {nh1_to} tổ.                |            |       |
    | I   | Đoạn văn  | Lời của Cụm: {ghi}              |            |       |
    | I   | Đoạn văn  | Câu bỏ {x                       |            | không |
    | Ký  | Người ký  | {ky1}                           |            |       |
"""
BOOK = drawing.workbook(DRAWN)
CODES = ("a", "a1", "a2", "c", "tl", "d", "nh1", "nh1_to", "nh2_ho", "ds", "ds_so_ho", "loi", "ghi", "ky1")


def form_of(book: Workbook) -> Form:
    """Return the form of a workbook without mistakes."""
    read = read_form(book)
    assert isinstance(read, Form), read
    return read


def cut_down(*codes: str) -> Workbook:
    """Return the workbook cut down to some figures."""
    return done(BOOK, plan_cut(BOOK, form_of(BOOK), codes))


def done(book: Workbook, cut: Cut) -> Workbook:
    """Return a workbook from which is taken what is to be taken."""
    return replace(book, grids=tuple(_done(grid, cut) for grid in book.grids))


def _done(grid: Grid, cut: Cut) -> Grid:
    gone = cut.rows.get(grid.name, ())
    texts = {address: text for (sheet, address), text in cut.texts.items() if sheet == grid.name}
    cells = (
        replace(cell, content=texts.get(cell.address, cell.content)) for cell in grid.cells if cell.row not in gone
    )
    return replace(grid, cells=tuple(_moved(cell, gone) for cell in cells if cell.content != ""))


def _moved(cell: Cell, gone: tuple[int, ...]) -> Cell:
    return replace(cell, row=cell.row - sum(row < cell.row for row in gone))


def column(book: Workbook, sheet: str, place: int) -> list[str]:
    """Return what stands in a column of a sheet below its heading."""
    grid = book.grid(sheet)
    assert grid is not None
    return [str(cell.content) for cell in grid.cells if cell.column == place and cell.row > 1]


def test_a_figure_keeps_what_it_is_part_of_and_the_rules_and_sentences_it_can_fill() -> None:
    book = cut_down("a1", "c")

    assert column(book, "Số liệu", 1) == ["a", "a1", "c", "loi", "ghi", "ky1"]
    assert column(book, "Biểu", 1) == ["b1", "pk"]
    assert column(book, "Quy tắc", 1) == ["R1"]
    assert column(book, "Danh sách", 1) == []
    assert column(book, "Câu mẫu", 3) == ["BÁO CÁO", "Kính thưa, {loi}", "I. KẾT QUẢ", "Có {a} A.", "{ky1}"]
    assert column(book, "Thông tin", 2)[0] == "cum-thu-nhanh"


def test_a_computed_figure_keeps_what_it_is_made_of() -> None:
    assert column(cut_down("tl"), "Số liệu", 1) == ["a", "c", "tl", "loi", "ghi", "ky1"]


def test_a_whole_is_the_sum_of_its_parts_only_while_it_has_them_all() -> None:
    whole, partly = cut_down("a", "a1", "a2"), cut_down("a", "a1")

    assert (column(whole, "Số liệu", 6), column(partly, "Số liệu", 6)) == (["x"], [])


def test_a_condition_counts_like_a_figure_that_is_printed() -> None:
    assert "Có {tl} theo tỷ lệ." not in column(cut_down("tl"), "Câu mẫu", 3)
    assert "Có {tl} theo tỷ lệ." in column(cut_down("tl", "d"), "Câu mẫu", 3)


@pytest.mark.parametrize("code", ["nh1", "nh1_to", "NH1_HO"])
def test_a_cell_of_a_matrix_keeps_its_row_with_all_columns(code: str) -> None:
    book = cut_down(code)

    assert column(book, "Số liệu", 1) == ["nh1", "loi", "ghi", "ky1"]
    assert (column(book, "Danh sách", 1), column(book, "Quy tắc", 1)) == (["von", "von"], ["R2"])


@pytest.mark.parametrize("code", ["ds", "ds_so_ho"])
def test_a_figure_of_a_list_keeps_the_list(code: str) -> None:
    book = cut_down(code)

    assert (column(book, "Biểu", 1), column(book, "Danh sách", 2)) == (["ds", "pk"], ["mh", "so_ho"])
    assert "[mỗi dòng ds: {mh}]." in column(book, "Câu mẫu", 3)


def test_words_under_a_heading_stay_only_when_they_are_ticked() -> None:
    assert "Lời của Cụm: {ghi}" not in column(cut_down("a"), "Câu mẫu", 3)
    assert "Lời của Cụm: {ghi}" in column(cut_down("a", "ghi"), "Câu mẫu", 3)


def test_a_long_id_is_shortened_before_it_is_marked_and_a_marked_one_stays() -> None:
    long, marked = (DRAWN.replace("cum-thu ", f"{id} ") for id in ("cum-thi-dua-so-muoi", "cum-nhanh"))
    books = [drawing.workbook(drawn) for drawn in (long, marked)]
    cuts = [plan_cut(book, form_of(book), ("a",)) for book in books]

    assert [list(cut.texts.values())[0:1] for cut in cuts] == [["cum-thi-dua-so-nhanh"[:20]], [""]]


def test_unknown_codes_are_named_with_the_nearest() -> None:
    assert list(find_unknown(form_of(BOOK), ("A1", "nh1_tt", "khong_co_ma_nay", "ds"))) == [
        ("nh1_tt", "nh1_to"),
        ("khong_co_ma_nay", ""),
    ]


@settings(max_examples=30)
@given(codes=st.sets(st.sampled_from(CODES), min_size=1))
def test_whatever_is_ticked_what_is_left_has_no_mistakes_and_has_what_was_ticked(codes: set[str]) -> None:
    left = form_of(cut_down(*sorted(codes)))

    assert {indicator.code for indicator in left.indicators} >= codes - {"nh1"}
    assert {indicator.code for indicator in left.indicators} <= {i.code for i in form_of(BOOK).indicators}
