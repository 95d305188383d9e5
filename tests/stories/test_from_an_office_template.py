"""An office has nothing but the template it has always used: a form is proposed, corrected, sent out, merged."""

from pathlib import Path

import openpyxl
import proposing
from desk import book_in, ccbdesk, figure_cell, paragraphs, report_in
from openpyxl.worksheet.worksheet import Worksheet

TEMPLATE = proposing.OFFICES / "two_level_head.xlsx"
UNITS = {"dong": "Đông", "tay": "Tây"}


def corrected(form: Path) -> None:
    """Do what the note says only a person can do: name the cluster and its members."""
    book = openpyxl.load_workbook(form)
    properties, units = book["Thông tin"], book["Đơn vị"]
    for row in properties.iter_rows():
        if row[0].value == "Tên Cụm":
            row[1].value = "Cụm thi đua các xã ven sông"
    for row, (code, name) in zip(units.iter_rows(min_row=2), UNITS.items(), strict=True):
        row[0].value, row[1].value, row[2].value = code, f"Hội CCB xã {name}", name
    book.save(form)


def filled(template: Path, figures: dict[str, int]) -> None:
    """Type figures into the cells of a unit's copy."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    for cell, figure in figures.items():
        sheet[cell] = figure
    book.save(template)


def own_sheet(template: Path) -> None:
    """Fill in what the cluster's office says itself."""
    book = openpyxl.load_workbook(template)
    sheet = book["Phiếu kỳ"]
    for code, words in (("pk_noi", "Xã Đông"), ("pk_ngay", "10/10/2024"), ("pk_ho_ten", "Nguyễn Văn An")):
        typed(sheet, code, words)
    book.save(template)


def typed(sheet: Worksheet, code: str, words: str) -> None:
    """Type words beside a code."""
    figure_cell(sheet, code).value = words


def test_a_template_of_an_office_becomes_a_report_by_naming_cluster_and_members(tmp_path: Path) -> None:
    assert ccbdesk("form", "--from", TEMPLATE, "--out", tmp_path).status == 1
    (form,) = tmp_path.glob("*-de-xuat.xlsx")
    corrected(form)
    assert ccbdesk("form", form).status == 0

    sent = tmp_path / "gui"
    assert ccbdesk("templates", form, "--period", "2024", "--out", sent).status == 0
    copies = {code: next(sent.glob(f"*_{code}.xlsx")) for code in (*UNITS, "cum")}
    filled(copies["dong"], {"F10": 120, "F11": 30, "D10": 100, "F22": 450, "F18": 2500})
    filled(copies["tay"], {"F10": 80, "F11": 20, "D10": 90, "F22": 0, "F18": 1800})
    own_sheet(copies["cum"])

    merged = ccbdesk("merge", sent, "--form", form, "--period", "2024", "--out", tmp_path / "ra", "--json")
    totals = {
        figure["indicator"]: (figure["value"], figure["measure"])
        for figure in merged.json["figures"]
        if figure["unit"] is None and figure["value"] not in (None, "0")
    }

    assert [unit["state"] for unit in merged.json["units"]] == ["received", "received"]
    assert totals == {
        "hoi_vien": ("200", "Người"),
        "hoi_vien_nu": ("50", "Người"),
        "ngay_cong_lao_dong_dong": ("450", "Công"),
        "du_no_von_vay_qua_hoi": ("4300", "triệu đồng"),
        "pk_ngay": ("2024-10-10", ""),
    }
    assert book_in(tmp_path / "ra").exists()
    report = paragraphs(report_in(tmp_path / "ra"))
    assert "I. XÂY DỰNG TỔ CHỨC HỘI" in report
    assert "Kết quả toàn Cụm: tổng số hội viên: 200 người, kế hoạch 190, trong đó nữ: 50 người." in report
    assert "Xã Đông, ngày 10 tháng 10 năm 2024" in report
    assert "Nguyễn Văn An" in report
