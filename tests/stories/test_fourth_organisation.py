"""The story of an organisation nobody wrote code for: its form, its own office file, and 34 returns of a quarter."""

import csv
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import desk
import openpyxl
import pytest

LAID = desk.ROOT / "tests" / "fourth_organisation"
FORM = "khuyen-hoc-34.xlsx"
LATE = "lam_dong"
PERIOD_SHEET: Mapping[str, str | int | date | None] = {
    "ngay_ky": date(2026, 4, 15),
    "noi_ky": "Hà Nội",
    "nguoi_ky": "Nguyễn Văn Mẫu",
    "chu_de": "Mỗi nhà một tủ sách",
    "han_gui": date(2026, 4, 5),
    "chi_tieu_kn": 15000,
    "kieu_mh": 4,
}
NOT_ADDED = {"hb_cao_nhat", "kieu_mh", "cach_lam"}
REPORT = (
    "Hà Nội, ngày 15 tháng 4 năm 2026",
    "Kết quả công tác khuyến học quý I năm 2026",
    "Cụm thi đua khuyến học 34 tỉnh, thành phố có 34 đơn vị. Quý này thực hiện chủ đề “Mỗi nhà một tủ sách”.",
    "Toàn Cụm có 1.905.563 hội viên (nữ chiếm 45,1%) ở 46.276 chi hội. "
    "Kết nạp 14.648 hội viên, mới đạt 97,7% chỉ tiêu Trung ương giao.",
    "Kết nạp nhiều nhất: Cao Bằng (859 người), Quảng Ngãi (854 người) và Quảng Ninh (834 người).",
    "So với quý trước, số hội viên chưa có số để so sánh.",
    "Vận động được gần 46,7 tỷ đồng, trong đó doanh nghiệp góp gần 16,3 tỷ đồng; "
    "đến cuối quý Quỹ còn trên 166,6 tỷ đồng.",
    "Trao 36.928 suất học bổng trị giá gần 33,5 tỷ đồng, bình quân 0,9 triệu đồng một suất; "
    "suất cao nhất 10 triệu đồng.",
    "Tặng 735 xe đạp, mở trên 5.975\xa0m² phòng đọc sách và dạy 33 lớp xóa mù chữ "
    "(mới có 33/34 đơn vị; chưa có số của Lâm Đồng).",
    "Các đơn vị nêu 6 mô hình với 1.324 người học, thuộc bốn kiểu.",
    "Thư viện phố nghề (Hà Nội, 340 người học); Lớp học bản sáng đèn (Sơn La, 64 người học).",
    "Có mô hình: Hà Nội, Sơn La, Nghệ An, Đà Nẵng và Cà Mau.",
    "Nguyễn Văn Mẫu",
)
FIGURE = re.compile(r"(?:trên )?(\d+)(?:,(\d+))?")


@dataclass(frozen=True)
class Table:
    """The returns as typed: codes, the cell of each, and what each unit types."""

    codes: tuple[str, ...]
    cells: tuple[str, ...]
    typed: Mapping[str, tuple[str, ...]]
    role_models: tuple[tuple[str, ...], ...]

    def column(self, code: str) -> list[str]:
        """Return what the units type for a figure."""
        return [row[self.codes.index(code)] for row in self.typed.values()]

    def total(self, code: str) -> Decimal:
        """Return the sum of a figure."""
        return sum((amount(typed) for typed in self.column(code)), Decimal(0))


def amount(typed: str) -> Decimal:
    """Return the amount of a figure as it stands in the table; a blank adds nothing."""
    found = FIGURE.fullmatch(typed)
    assert found or not typed, typed
    return Decimal(f"{found[1]}.{found[2] or 0}") if found else Decimal(0)


def read_table() -> Table:
    """Return the table of returns."""
    heads, cells, *rows = read_tsv("figures.tsv")
    models = tuple(tuple(row) for row in read_tsv("role_models.tsv")[1:])
    return Table(tuple(heads[1:]), tuple(cells[1:]), {row[0]: tuple(row[1:]) for row in rows}, models)


def read_tsv(name: str) -> list[list[str]]:
    """Return the rows of a table of text."""
    return list(csv.reader((LAID / name).read_text(encoding="utf-8").splitlines(), delimiter="\t"))


TABLE = read_table()


def cell_content(typed: str) -> float | str:
    """Return what a person's Excel makes of it."""
    return float(amount(typed)) if FIGURE.fullmatch(typed) and not typed.startswith("trên") else typed


def fill_in(copy: Path, unit: str, to: Path) -> None:
    """Type a unit's figures into its copy and save it under the name an office would give it."""
    book = openpyxl.load_workbook(copy)
    for place, typed in zip(TABLE.cells, TABLE.typed[unit], strict=True):
        sheet, cell = place.split("!")
        if typed:
            book[sheet][cell] = cell_content(typed)
    for line, model in enumerate(one for one in TABLE.role_models if one[0] == unit):
        for column, typed in zip("BCDE", model[1:], strict=True):
            if typed:
                book["B03"][f"{column}{7 + line}"] = cell_content(typed)
    book.save(to / f"Bieu KH {unit}.xlsx")


def fill_in_period_sheet(copy: Path, to: Path) -> None:
    """Type what the cluster's office says itself."""
    book = openpyxl.load_workbook(copy)
    for code, content in PERIOD_SHEET.items():
        desk.figure_cell(book["Phiếu kỳ"], code).value = content
    book.save(to)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the form with the office's file beside it, have templates written, and have all 34 filled in."""
    folder = tmp_path_factory.mktemp("fourth")
    for name in (FORM, "bieu-khuyen-hoc.xlsx"):
        shutil.copy(LAID / name, folder)
    sent = desk.ccbdesk("templates", folder / FORM, "--period", "2026-q1", "--out", folder / "sent")
    assert (sent.status, sent.aside) == (0, "")
    (folder / "received").mkdir()
    for unit in TABLE.typed:
        fill_in(folder / "sent" / f"khuyen-hoc-34_2026-q1_{unit}.xlsx", unit, folder / "received")
    fill_in_period_sheet(folder / "sent" / "khuyen-hoc-34_2026-q1_cum.xlsx", folder / "phieu-ky.xlsx")
    return folder


@pytest.fixture(scope="module")
def merged(office: Path) -> desk.Result:
    """Merge what was received."""
    paths = (office / "received", office / "phieu-ky.xlsx")
    return desk.ccbdesk("merge", *paths, "--form", office / FORM, "--out", office / "merged", "--json")


def figures(merged: desk.Result) -> dict[tuple[str, str | None], str | None]:
    """Return the values of the answer of ``--json``, by code and unit."""
    return {(one["indicator"], one["unit"]): one["value"] for one in merged.json["figures"]}


def test_the_form_has_no_mistakes_and_34_members(office: Path) -> None:
    linted = desk.ccbdesk("form", office / FORM)

    assert linted.status == 0
    assert linted.out.startswith("Bộ biểu mẫu khuyen-hoc-34, phiên bản 2026.1: 34 đơn vị")


def test_every_member_gets_the_office_file_with_its_name_and_quarter(office: Path) -> None:
    names = {
        unit: openpyxl.load_workbook(office / "sent" / f"khuyen-hoc-34_2026-q1_{unit}.xlsx")["B02"]
        for unit in ("hue", "ca_mau")
    }

    assert len(list((office / "sent").glob("*.xlsx"))) == 35
    assert {unit: (sheet["A2"].value, sheet["A4"].value) for unit, sheet in names.items()} == {
        "hue": ("Tỉnh, thành phố: Hội Khuyến học thành phố Huế", "Kỳ báo cáo: quý I năm 2026"),
        "ca_mau": ("Tỉnh, thành phố: Hội Khuyến học tỉnh Cà Mau", "Kỳ báo cáo: quý I năm 2026"),
    }


def test_letter_and_message_take_the_day_from_the_period_sheet(office: Path) -> None:
    own, out = office / "phieu-ky.xlsx", office / "letters"
    asked = desk.ccbdesk("templates", office / FORM, "--period", "2026-q1", "--own", own, "--out", out)
    (message,) = out.glob("*.txt")

    assert asked.status == 0
    assert "Đề nghị các đồng chí gửi số liệu quý I năm 2026 trước ngày 05 tháng 4 năm 2026." in desk.paragraphs(
        desk.report_in(out)
    )
    assert "gửi biểu quý I năm 2026 trước ngày 05/4/2026." in message.read_text(encoding="utf-8-sig")


def test_what_is_missing_is_named_and_what_stands_out_is_noted(merged: desk.Result) -> None:
    found = [(one["level"], one["code"], one["unit"], one["cell"]) for one in merged.json["findings"]]

    assert (merged.status, merged.aside, merged.json["questions"], merged.json["absent"]) == (1, "", [], [])
    assert {unit["state"] for unit in merged.json["units"]} == {"received"}
    assert found == [("note", "F07", "nghe_an", "F27"), ("note", "Q6", "khanh_hoa", "F19")]


def test_totals_are_the_sums_of_the_table(merged: desk.Result) -> None:
    read = figures(merged)
    added = [code for code in TABLE.codes if "~" not in code and code not in NOT_ADDED]
    lines = TABLE.role_models

    assert (merged.status, merged.json["period"]) == (1, "2026-q1")
    assert {code: read[code, None] for code in added} == {code: plain(TABLE.total(code)) for code in added}
    assert {code: read[code, None] for code in ("mo_hinh", "mo_hinh_nguoi", "mo_hinh_kp")} == {
        "mo_hinh": str(len(lines)),
        "mo_hinh_nguoi": plain(sum(amount(line[3]) for line in lines)),
        "mo_hinh_kp": plain(sum(amount(line[4]) for line in lines)),
    }
    assert read["hb_cao_nhat", None] == plain(max(map(amount, TABLE.column("hb_cao_nhat"))))
    assert (read["kieu_mh", None], read["kieu_mh", "ha_noi"]) == ("4", TABLE.column("kieu_mh")[0])


def plain(value: Decimal | int) -> str:
    """Return a decimal without zeros behind it."""
    return f"{Decimal(value):f}".rstrip("0").rstrip(".") if Decimal(value) % 1 else str(int(value))


def test_what_is_worked_out_comes_from_the_totals(merged: desk.Result) -> None:
    read = {code: value for (code, unit), value in figures(merged).items() if unit is None and value}
    money = sum(TABLE.total(f"{level}_tien") for level in ("tieu_hoc", "thcs", "thpt", "dai_hoc"))
    left = TABLE.total("quy_dau") + TABLE.total("van_dong") - TABLE.total("quy_chi")
    quotients = {
        "ty_le_nu": TABLE.total("hv_nu") * 100 / TABLE.total("hoi_vien"),
        "dat_kn": TABLE.total("ket_nap") * 100 / 15000,
        "hb_bq": Decimal(money) / TABLE.total("suat_hb"),
    }

    assert (Decimal(read["tien_hb"]), Decimal(read["quy_cuoi"])) == (money, left)
    assert {code: round(Decimal(read[code]), 9) for code in quotients} == {
        code: round(value, 9) for code, value in quotients.items()
    }


def test_only_provinces_are_asked_for_literacy_classes(merged: desk.Result) -> None:
    (classes,) = (one for one in merged.json["figures"] if (one["indicator"], one["unit"]) == ("lop_xmc", None))

    cities = [unit for unit, typed in zip(TABLE.typed, TABLE.column("lop_xmc"), strict=True) if not typed]
    assert len(cities) == 6
    assert classes["coverage"] == {"counted": 28, "expected": 28, "missing": []}


@pytest.mark.usefixtures("merged")
def test_the_report_says_it(office: Path) -> None:
    told = desk.paragraphs(desk.report_in(office / "merged"))

    assert [line for line in REPORT if told.count(line) != 1] == []


def test_the_workbook_shows_the_same_totals(office: Path, merged: desk.Result) -> None:
    sheet = openpyxl.load_workbook(desk.book_in(office / "merged"), data_only=True)["Tổng hợp"]
    shown: dict[str, Decimal] = {}
    for row in sheet.iter_rows(values_only=True):
        if row[0] == "Mã số liệu":
            codes = row
        elif row[0] == "cum":
            pairs = zip(codes, row, strict=True)
            shown |= {str(code): Decimal(str(value)) for code, value in pairs if isinstance(value, int | float)}

    read = {code: value for (code, unit), value in figures(merged).items() if unit is None}
    assert len(shown) > 30
    assert {code: round(value, 6) for code, value in shown.items()} == {
        code: round(Decimal(read[code] or 0), 6) for code in shown
    }


@pytest.mark.parametrize(
    ("figure", "cells"),
    [
        ("mo_hinh_nguoi@nghe_an", ["Bieu KH nghe_an.xlsx › B03 › D7:D8"]),
        (
            "tien_hb + ket_nap + chi_tieu_kn",
            ["Bieu KH ca_mau.xlsx › B02 › F11", "Bieu KH can_tho.xlsx › B01 › F12", "phieu-ky.xlsx › Phiếu kỳ › E13"],
        ),
    ],
)
@pytest.mark.usefixtures("merged")
def test_figures_are_walked_back_to_their_cells(office: Path, figure: str, cells: list[str]) -> None:
    traced = desk.ccbdesk("trace", office / "merged", figure)

    assert (traced.status, [cell for cell in cells if f"← {cell} [" not in traced.out]) == (0, [])


def test_mistakes_of_a_return_are_found_and_all_is_done_when_they_are_put_right(office: Path, tmp_path: Path) -> None:
    received = shutil.copytree(office / "received", tmp_path / "received")
    paths = (received, office / "phieu-ky.xlsx", "--form", office / FORM)
    typed_into(received / f"Bieu KH {LATE}.xlsx", {"B01!F26": 25, "B01!F24": 1})
    typed_into(received / "Bieu KH hue.xlsx", {"B01!F28": 2, "B02!C12": 5})
    wrong = desk.ccbdesk("check", *paths, "--json")
    typed_into(received / f"Bieu KH {LATE}.xlsx", {"B01!F24": int(TABLE.column("suat_hb")[at(LATE)])})
    typed_into(received / "Bieu KH hue.xlsx", {"B01!F28": None, "B02!C12": "=SUM(C8:C11)"})
    right = desk.ccbdesk("check", *paths, "--json")

    found = {(one["code"], one["unit"], one["sheet"], one["cell"]) for one in wrong.json["findings"]}
    assert wrong.status == 1
    assert found >= {
        ("Q1", LATE, "B01", "F24"),
        ("T05", "hue", "B01", "F28"),
        ("A14", "hue", "B02", "C12"),
    }
    assert (right.status, figures(right)["xe_dap", None]) == (0, plain(TABLE.total("xe_dap") + 25))


def typed_into(path: Path, contents: Mapping[str, str | int | date | None]) -> None:
    """Type into cells of a return."""
    book = openpyxl.load_workbook(path)
    for place, content in contents.items():
        sheet, cell = place.split("!")
        book[sheet][cell] = content
    book.save(path)


def at(unit: str) -> int:
    """Return the place of a unit in the table."""
    return list(TABLE.typed).index(unit)
