"""The story of two levels: a cluster adds up its members and fills in the return that the body above has sent it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import desk
import office_forms
import openpyxl
import pytest

OWN = """
    Thông tin
    | Thuộc tính     | Nội dung              |
    | Mã bộ biểu mẫu | xa-khe                |
    | Phiên bản      | "1"                   |
    | Tên Cụm        | Hội CCB xã Khe        |
    | Tên gọi tắt    | Xã Khe                |

    Đơn vị
    | Mã  | Tên đầy đủ      | Tên gọi |
    | mot | Chi hội bản Một | Bản Một |
    | hai | Chi hội bản Hai | Bản Hai |

    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập |
    | bieu    | Biểu      | dòng số liệu | đơn vị    |

    Số liệu
    | Mã   | Biểu | Tên số liệu         | Đơn vị tính | Loại số liệu | Mã cấp trên |
    | hv   | bieu | Hội viên            | người       | số nguyên    | hoi_vien    |
    | nu   | bieu | Hội viên nữ         | người       | số nguyên    | hv_nu       |
    | lam  | bieu | Ngày công làm đường | công        | số nguyên    | lam_duong   |
    | tien | bieu | Tiền ủng hộ         | triệu đồng  | tiền         | ung_ho      |
    | hop  | bieu | Cuộc sinh hoạt      | cuộc        | số nguyên    | sinh_hoat   |

    Quy tắc
    | Mã | Loại quy tắc | Số liệu | So với | Mức |

    Câu mẫu
    | Mục | Kiểu đoạn | Câu mẫu |
    |     | Đoạn văn  | Hết.    |
"""
Typed = Mapping[str, Mapping[str, str | int]]

TYPED: Typed = {
    "mot": {"hv": 40, "nu": 8, "lam": 25, "tien": "1,5 triệu đồng"},
    "hai": {"hv": 60, "nu": 12, "tien": 1, "hop": 6},
}
LATE: Typed = {"mot": {"lam": 25, "hop": 6}, "hai": {"lam": 15, "hop": 6}}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Lay out both levels: the form above with the return it has sent, and the cluster's own form."""
    above = office_forms.laid_out(tmp_path / "above", "old_office")
    assert desk.ccbdesk("templates", above, "--period", "2024-6t", "--out", tmp_path / "sent").status == 0
    own = office_forms.written(tmp_path / "xa-khe.xlsx", OWN)
    assert desk.ccbdesk("templates", own, "--period", "2024-6t", "--out", tmp_path / "received").status == 0
    fill(tmp_path, TYPED)
    return tmp_path


def fill(office: Path, typed: Typed) -> None:
    """Type figures into the returns of the members."""
    for unit, figures in typed.items():
        path = office / "received" / f"xa-khe_2024-6t_{unit}.xlsx"
        book = openpyxl.load_workbook(path)
        for code, figure in figures.items():
            desk.figure_cell(book["Biểu"], code).value = figure
        book.save(path)


def sent(office: Path) -> Path:
    """Return the return that the body above has sent."""
    (path,) = (office / "sent").glob("*_khe.xlsx")
    return path


def forward(office: Path) -> desk.Result:
    """Pass the figures on."""
    form, above = office / "xa-khe.xlsx", office / "above" / "bo-bieu-mau.xlsx"
    words = ("--form", form, "--into", sent(office), "--above", above, "--out", office / "out")
    return desk.ccbdesk("forward", office / "received", *words)


def cells(path: Path) -> dict[str, object]:
    """Return what stands in the column of figures."""
    sheet = openpyxl.load_workbook(path)["Mau BC"]
    return {f"D{row}": sheet[f"D{row}"].value for row in range(8, 22) if sheet[f"D{row}"].value is not None}


def test_totals_stand_in_the_return_from_above_and_what_is_not_whole_is_held_back(office: Path) -> None:
    before = sent(office).read_bytes()

    result = forward(office)

    stem = sent(office).stem
    filled = office / "out" / f"{stem} (da ghi).xlsx"
    assert (result.status, result.aside) == (1, "")
    assert result.out.splitlines() == [
        "Đã ghi 3 số liệu vào biểu mẫu của cấp trên.",
        "Chưa ghi 2 số liệu:",
        "  “Ngày công làm đường” (mã cấp trên «lam_duong»): chưa có số của Bản Hai. Chờ đủ số, hoặc tự ghi số vào tệp.",
        "  “Cuộc sinh hoạt” (mã cấp trên «sinh_hoat»): chưa có số của Bản Một. Chờ đủ số, hoặc tự ghi số vào tệp.",
        f"Biểu mẫu đã ghi: {filled}",
        f"Nguồn số liệu: {office / 'out' / f'Nguon so lieu {stem}.xlsx'}",
    ]
    written = {cell: value for cell, value in cells(filled).items() if not str(value).startswith("=")}
    assert written == {"D8": 100, "D10": 20, "D15": 2500}
    assert sent(office).read_bytes() == before


def test_only_the_sheet_written_in_differs_from_the_file_received(office: Path) -> None:
    forward(office)

    (filled,) = (office / "out").glob("*(da ghi).xlsx")
    with zipfile.ZipFile(sent(office)) as old, zipfile.ZipFile(filled) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_beside_it_every_cell_is_walked_back_to_the_members_cells(office: Path) -> None:
    forward(office)

    (origins,) = (office / "out").glob("Nguon so lieu*.xlsx")
    rows = list(openpyxl.load_workbook(origins)["Đã ghi"].iter_rows(min_row=4, values_only=True))
    money = next(number for number, row in enumerate(rows) if row[1] == "D15")
    assert [row[3:12] for row in rows[money : money + 2]] == [
        (2500, "nghìn đồng", "tien", "Bản Một", 1.5, "1,5 triệu đồng", "xa-khe_2024-6t_mot.xlsx", "Biểu", "E11"),
        (None, None, None, "Bản Hai", 1, "1", "xa-khe_2024-6t_hai.xlsx", "Biểu", "E11"),
    ]


def test_the_body_above_merges_the_return_that_was_filled_in(office: Path) -> None:
    fill(office, LATE)
    assert forward(office).status == 0

    (filled,) = (office / "out").glob("*(da ghi).xlsx")
    above = office / "above" / "bo-bieu-mau.xlsx"
    answer = desk.ccbdesk("check", filled, "--form", above, "--period", "2024-6t", "--json").json
    figures = {one["indicator"]: one["value"] for one in answer["figures"] if one["unit"] == "khe"}
    wanted = ("hoi_vien", "hv_nu", "lam_duong", "ung_ho", "sinh_hoat")
    assert {code: figures[code] for code in wanted} == {
        "hoi_vien": "100",
        "hv_nu": "20",
        "lam_duong": "40",
        "ung_ho": "2500",
        "sinh_hoat": "12",
    }


def test_a_file_that_is_no_return_of_the_form_above_is_refused(office: Path) -> None:
    wrong = office / "xa-khe.xlsx"
    above = office / "above" / "bo-bieu-mau.xlsx"

    words = ("--form", wrong, "--into", wrong, "--above", above, "--out", office / "out")
    result = desk.ccbdesk("forward", office / "received", *words)

    assert result.status == 2
    assert result.aside.startswith(f"Tệp “{wrong}” không phải biểu mẫu của bộ “")
