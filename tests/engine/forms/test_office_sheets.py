"""What a form says of an office's file is held against the file: every mistake is told, each once, at its cell."""

import drawing
import office_forms
import pytest

from ccbdesk.engine.forms.offices import Offices, files_named
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.office import OfficeCell, OfficeHead, OfficeLine, OfficeSheet

FORM = """
    Thông tin
    | Thuộc tính     | Nội dung |
    | Mã bộ biểu mẫu | thu      |
    | Phiên bản      | "1"      |
    | Tên Cụm        | Cụm thử  |
    | Tên gọi tắt    | Thử      |

    Đơn vị
    | Mã | Tên đầy đủ | Tên gọi |
    | a  | Hội xã A   | A       |

    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập | Tệp mẫu  | Trang trong tệp mẫu | Dòng bắt đầu | Dòng kết thúc | Cột mã | Cột tên | Cột số liệu | Cột kế hoạch | Cột kỳ trước | Ô đơn vị | Ô kỳ |
    | b1      | Biểu 1    | dòng số liệu | đơn vị    | mau.xlsx | Số liệu             | 5            | 9             | E      | B       | C           | D            |              | C2       | A1   |
    | b2      | Biểu 2    | ma trận      | đơn vị    | mau.xlsx | Khen                | 3            | 5             |        | A       |             |              |              |          |      |
    | b3      | Danh sách | danh sách    | đơn vị    | mau.xlsx |                     | 2            | 4             |        |         |             |              |              |          |      |
    | pk      | Phiếu kỳ  | lời văn      | Cụm       |          |                     |              |               |        |         |             |              |              |          |      |

    Số liệu
    | Mã     | Biểu | Tên số liệu  | Loại số liệu | Cách cộng | Công thức | Kế hoạch | Dòng trong mẫu | Tên khác  |
    | so_hv  | b1   | Hội viên     | số nguyên    |           |           | x        |                |           |
    | nu     | b1   | Hội viên nữ  | số nguyên    |           |           |          | 6              |           |
    | nu_kn  | b1   | Kết nạp nữ   | số nguyên    |           |           |          | 8              |           |
    | kn     | b1   | Mới vào      | số nguyên    |           |           |          |                | Kết nạp   |
    | ma_rieng | b1 | Gì cũng được | số nguyên    |           |           |          |                |           |
    | bk     | b2   | Bằng khen    |              |           |           |          |                |           |
    | noi    | pk   | Nơi họp      | lời văn      |           |           |          |                |           |

    Danh sách
    | Biểu | Mã cột | Tên cột  | Loại cột  | Cột trong mẫu |
    | b2   | tt     | Tập thể  | số nguyên | B             |
    | b2   | cn     | Cá nhân  | số nguyên | C             |
    | b3   | ten_ch | Chi hội  | lời văn   | B             |
    | b3   | hv     | Hội viên | số nguyên | C             |

    Quy tắc
    | Mã | Loại quy tắc | Số liệu | Mức |

    Câu mẫu
    | Kiểu đoạn | Câu mẫu |
    | Đoạn văn  | Hết.    |
"""
OFFICE = """
    Số liệu
    | Năm 2024   |
    | Đơn vị     | tên:          |    | của chúng tôi |
    |
    | TT         | Chỉ tiêu      | Số | Kế hoạch |  |
    | 1          | 1. Hội viên (người) |  |        |  |
    |            | Trong đó: nữ  |    |          |  |
    | 2          | Kết nạp       |    |          |  |
    |            | Trong đó: nữ  |    |          |  |
    | 3          | Việc lạ       |    |          | ma_rieng |
    |            | Ngày công     | =5 |          |  |
    |            | Người lập     |    | =1       |  |

    Khen
    | Hình thức | Số được khen |
    |           | Tập thể      | Cá nhân | Tổng |
    | Bằng khen |              |         | =0   |
    | Giấy khen |              |         | =0   |
    | Cộng      | =0           | =0      | =0   |

    Danh sách
    | TT | Chi hội | Hội viên | Cộng |
    | 1  |         |          | =0   |
"""
BOOK = drawing.workbook(OFFICE)


def mistakes(form: str = FORM, offices: Offices | None = None) -> list[FormMistake]:
    """Return the mistakes of a form, its file beside it."""
    read = read_form(drawing.workbook(form), {"mau.xlsx": BOOK} if offices is None else offices)
    return [] if isinstance(read, Form) else list(read)


def planted(sheet: str, address: str, new: str) -> str:
    """Draw one cell of the form anew."""
    before, found, rest = FORM.partition(f"\n    {sheet}\n")
    lines = rest.split("\n")
    cells = lines[int(address[1:]) - 1].split("|")
    cells[ord(address[0]) - ord("A") + 1] = f" {new} "
    lines[int(address[1:]) - 1] = "|".join(cells)
    return before + found + "\n".join(lines)


def test_the_office_sheet_knows_the_words_of_its_own() -> None:
    form = read_form(drawing.workbook(FORM), {"mau.xlsx": BOOK})
    assert isinstance(form, Form)

    assert form.sheets[0].office == OfficeSheet(
        "mau.xlsx",
        "Số liệu",
        5,
        9,
        labels=2,
        figures=3,
        plans=4,
        codes=5,
        unit_cell=OfficeCell(2, 3),
        period_cell=OfficeCell(1, 1, "Năm 2024"),
        lines=(
            OfficeLine(5, "1. Hội viên (người)"),
            OfficeLine(6, "Trong đó: nữ"),
            OfficeLine(7, "Kết nạp"),
            OfficeLine(8, "Trong đó: nữ"),
            OfficeLine(9, "Việc lạ", "ma_rieng"),
        ),
        heads=(
            OfficeHead(4, 1, "TT"),
            OfficeHead(4, 2, "Chỉ tiêu"),
            OfficeHead(4, 3, "Số"),
            OfficeHead(4, 4, "Kế hoạch"),
        ),
        titles=("Năm 2024", "Đơn vị", "tên:", "của chúng tôi"),
        below=("Ngày công", "Người lập"),
    )


def test_every_figure_and_column_has_its_place_in_the_file() -> None:
    form = read_form(drawing.workbook(FORM), {"mau.xlsx": BOOK})
    assert isinstance(form, Form)

    assert [sheet.office.sheet for sheet in form.sheets if sheet.office] == ["Số liệu", "Khen", "Danh sách"]
    assert {each.code: each.office_row for each in form.indicators if each.office_row} == {
        "so_hv": 5,
        "nu": 6,
        "kn": 7,
        "nu_kn": 8,
        "ma_rieng": 9,
        "bk_tt": 3,
        "bk_cn": 3,
    }
    assert [(column.code, column.position) for column in form.columns] == [
        ("tt", 2),
        ("cn", 3),
        ("ten_ch", 2),
        ("hv", 3),
    ]


@pytest.mark.parametrize(
    ("sheet", "cell", "drawn", "wrong", "found"),
    [
        ("Biểu", "E3", "", Wrong.WITHOUT_FILE, "F3"),
        ("Biểu", "F2", "So lieu", None, ""),
        ("Biểu", "F2", "Biểu số 1", Wrong.NAME_UNKNOWN, "F2"),
        ("Biểu", "G2", "", Wrong.NEEDED_BY_FILE, "G2"),
        ("Biểu", "H2", "4", Wrong.BOUNDS_REVERSED, "H2"),
        ("Biểu", "J2", "", Wrong.NEEDED_BY_FILE, "J2"),
        ("Biểu", "J2", "C", Wrong.NAME_TWICE, "K2"),
        ("Biểu", "K2", "", Wrong.NEEDED_BY_FILE, "K2"),
        ("Biểu", "K3", "D", Wrong.NOT_ALLOWED_HERE, "K3"),
        ("Biểu", "J3", "", Wrong.NEEDED_BY_FILE, "J3"),
        ("Biểu", "L2", "", Wrong.NEEDED_BY_FILE, "L2"),
        ("Biểu", "N2", "D11", Wrong.IS_FORMULA, "N2"),
        ("Biểu", "N2", "A2", Wrong.CELL_TAKEN, "N2"),
        ("Biểu", "N2", "B2", None, ""),
        ("Biểu", "O2", "D2", Wrong.CELL_TAKEN, "O2"),
        ("Số liệu", "C2", "Hộ viên", Wrong.LABEL_NOT_THERE, "C2"),
        ("Số liệu", "H3", "", Wrong.LABEL_NOT_THERE, "C3"),
        ("Số liệu", "C3", "Nữ", None, ""),
        ("Số liệu", "H3", "10", Wrong.ROW_OUTSIDE, "H3"),
        ("Số liệu", "H2", "7", Wrong.ROW_OF_ANOTHER, "H2"),
        ("Số liệu", "H3", "8", Wrong.NAME_TWICE, "H4"),
        ("Số liệu", "C7", "Bằng khen cấp tỉnh", Wrong.LABEL_NOT_THERE, "C7"),
        ("Danh sách", "E2", "", Wrong.NEEDED_BY_FILE, "E2"),
        ("Danh sách", "E3", "B", Wrong.NAME_TWICE, "E3"),
        ("Danh sách", "E3", "D", Wrong.IS_TOTAL, "E3"),
        ("Danh sách", "E5", "D", Wrong.IS_TOTAL, "E5"),
    ],
)  # fmt: skip
def test_what_is_not_so_in_the_file_is_one_mistake_at_its_cell(
    sheet: str, cell: str, drawn: str, wrong: Wrong | None, found: str
) -> None:
    told = mistakes(planted(sheet, cell, drawn), {"mau.xlsx": BOOK})

    assert [(each.wrong, each.sheet, each.cell) for each in told] == ([(wrong, sheet, found)] if wrong else [])


def test_the_sheets_of_a_return_stand_in_one_file() -> None:
    other = planted("Biểu", "E3", "hai.xlsx")
    none = "\n".join(line for line in FORM.split("\n") if "| b3 " not in line).replace(
        "| b2      | Biểu 2    | ma trận      | đơn vị    | mau.xlsx | Khen                | 3            | 5             |        | A       |",
        "| b2 | Biểu 2 | dòng số liệu | đơn vị |",
    )
    without = "\n".join(line for line in none.split("\n") if "| b2   |" not in line)
    both = mistakes(other, {"mau.xlsx": BOOK, "hai.xlsx": BOOK})
    one = mistakes(
        without.replace("| bk     | b2   | Bằng khen    |              |", "| bk | b2 | Bằng khen | số nguyên |")
    )

    assert [(each.wrong, each.cell, each.seen, each.against) for each in both] == [
        (Wrong.OTHER_FILE, "E3", "hai.xlsx", "mau.xlsx")
    ]
    assert [(each.wrong, each.cell, each.seen, each.against) for each in one] == [
        (Wrong.OTHER_FILE, "E3", "", "mau.xlsx")
    ]


def test_a_label_that_stands_in_several_rows_wants_a_row() -> None:
    (told,) = mistakes(
        planted("Số liệu", "C3", "Nữ").replace(
            "| Nữ | số nguyên    |           |           |          | 6 ",
            "| Nữ | số nguyên    |           |           |          |   ",
        )
    )

    assert (told.wrong, told.cell, told.expected) == (Wrong.LABEL_REPEATED, "C3", ("6", "8"))


def test_a_figure_by_formula_is_a_total_unless_the_form_works_it_out_too() -> None:
    longer = planted("Biểu", "H2", "10")
    asked = longer.replace("| Gì cũng được |", "| Ngày công    |").replace("| ma_rieng | b1", "| cong     | b1")
    worked_out = asked.replace(
        "| Ngày công    | số nguyên    |           |           |",
        "| Ngày công    | số nguyên    | Công thức | so_hv + kn |",
    )

    assert [(each.wrong, each.cell, each.against) for each in mistakes(asked)] == [(Wrong.IS_TOTAL, "C6", "C10")]
    assert mistakes(worked_out) == []


@pytest.mark.parametrize(("offices", "wrong"), [({}, Wrong.FILE_MISSING), ({"mau.xlsx": None}, Wrong.FILE_UNREADABLE)])
def test_a_file_that_cannot_be_used_is_told_and_nothing_that_follows_from_it(offices: Offices, wrong: Wrong) -> None:
    assert [(each.wrong, each.cell) for each in mistakes(offices=offices)] == [
        (wrong, cell) for cell in ("E2", "E3", "E4")
    ]


def test_the_files_a_form_needs_are_named_once_each() -> None:
    assert files_named(drawing.workbook(FORM)) == ("mau.xlsx",)
    assert files_named(drawing.workbook(FORM.replace("mau.xlsx", "mau.xls"))) == ()


@pytest.mark.parametrize("name", office_forms.DRAWN)
def test_the_forms_on_the_templates_have_no_mistakes(name: str) -> None:
    assert isinstance(office_forms.form(name), Form)
    assert isinstance(office_forms.office(name), Workbook)
