"""Figures that the cluster's office gives. This module holds the tests of their way: template, check, merge, papers."""

from collections.abc import Mapping
from decimal import Decimal

import office
import pytest
import whole_office
from form_drawing import planted
from report_drawing import marked
from returning import arrival, filled
from whole_office import figure, report_of, sources, summary

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.forms.cutting import plan_cut
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.model.book import TextCell
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Content
from ccbdesk.model.unit import CLUSTER
from ccbdesk.operations.check import Checked, decide
from ccbdesk.vietnamese.vocabulary.returns import GIVEN_SECTION

FIGURES = """
    | Mã       | Biểu  | Tên số liệu   | Đơn vị tính | Loại số liệu | Bắt buộc | Cách cộng  | Công thức | Kế hoạch |
    | ket_nap  | bieu  | Kết nạp mới   | hội viên    | số nguyên    |          |            |           |          |
    | kieu     | bieu  | Kiểu mô hình  | kiểu        | số nguyên    | x        | Cụm ghi    |           | x        |
    | mo_hinh  | bieu  | Mô hình       | mô hình     | số nguyên    |          |            |           |          |
    | bq       | bieu  | Bình quân     | mô hình     | số thập phân |          | Tỷ lệ      | mo_hinh / kieu |     |
    | chi_tieu | phieu | Chỉ tiêu giao | hội viên    | số nguyên    | x        |            |           |          |
    | nhiem_vu | phieu | Nhiệm vụ      | nhiệm vụ    | số nguyên    |          |            |           |          |
    | dat      | phieu | Đạt chỉ tiêu  | %           | phần trăm    |          | Tỷ lệ      | ket_nap * 100 / chi_tieu | |
"""
RULES = "| Q1 | Không lớn hơn | nhiem_vu | chi_tieu | | | lỗi | | | | |"
SENTENCES = r"""
    | | Đoạn văn | Kết nạp {ket_nap} hội viên[nếu ket_nap >= chi_tieu: , đạt chỉ tiêu giao], bằng {dat} chỉ tiêu. | |
    | | Đoạn văn | Có {kieu} kiểu mô hình[ (kế hoạch {kieu~ke_hoach})], bình quân {bq\|so:1} mô hình một kiểu. | |
    | | Đoạn văn | Đề ra {nhiem_vu} nhiệm vụ. | |
"""
FORM = office.form(FIGURES, RULES, SENTENCES)
MEMBERS: Mapping[str, Mapping[str, Content]] = {
    "u1": {"ket_nap": Decimal(10), "kieu": Decimal(3), "mo_hinh": Decimal(4)},
    "u2": {"ket_nap": Decimal(9), "kieu": Decimal(2), "mo_hinh": Decimal(5)},
    "u3": {"ket_nap": Decimal(5), "kieu": Decimal(4), "mo_hinh": Decimal(3)},
}
OWN: Mapping[str, Content] = {"chi_tieu": Decimal(20), "nhiem_vu": Decimal(6), "kieu": Decimal(5)}


def checked(own: Mapping[str, Content]) -> Checked:
    """Return what comes of the members' returns and this period sheet."""
    return whole_office.checked(FORM, {**MEMBERS, CLUSTER: own})


def test_the_period_sheet_asks_for_what_the_cluster_gives_in_a_section_of_its_own() -> None:
    (sheet, _) = plan_template(FORM, FORM.cluster, office.PERIOD, None).sheets
    first = [(placed.cell.text) for placed in sheet.cells if placed.column == 1 and isinstance(placed.cell, TextCell)]
    sections = [placed.cell.text for placed in sheet.cells if placed.cell == TextCell(GIVEN_SECTION, placed.cell.look)]

    assert first[-3:] == ["chi_tieu", "nhiem_vu", "kieu"]
    assert sections == [GIVEN_SECTION]


def test_members_are_asked_for_it_as_before() -> None:
    (sheet, _) = plan_template(FORM, FORM.units[0], office.PERIOD, None).sheets
    codes = [placed.cell.text for placed in sheet.cells if placed.column == 1 and isinstance(placed.cell, TextCell)]

    assert codes[-3:] == ["ket_nap", "kieu", "mo_hinh"]


def test_what_the_office_says_is_the_clusters_figure_whatever_the_members_add_up_to() -> None:
    done = checked(OWN)

    assert [figure(done, "kieu", unit)["value"] for unit in (None, "u1", "u2", "u3")] == ["5", "3", "2", "4"]
    assert figure(done, "kieu")["coverage"] == {"counted": 1, "expected": 1, "missing": []}
    assert [figure(done, code)["value"] for code in ("nhiem_vu", "chi_tieu", "dat", "bq")] == ["6", "20", "120", "2.4"]
    assert figure(done, "bq")["coverage"] == figure(done, "dat")["coverage"]
    assert figure(done, "dat")["coverage"] == {"counted": 3, "expected": 3, "missing": []}
    assert done.checks.findings == ()
    assert done.is_complete


def test_the_report_prints_the_clusters_own_figures_and_compares_with_them() -> None:
    assert marked(report_of(checked(OWN))) == [
        "Kết nạp ⟦24⟧ hội viên, đạt chỉ tiêu giao, bằng ⟦120%⟧ chỉ tiêu.",
        "Có ⟦5⟧ kiểu mô hình, bình quân ⟦2,4⟧ mô hình một kiểu.",
        "Đề ra ⟦6⟧ nhiệm vụ.",
    ]


def test_no_total_of_the_workbook_is_a_constant() -> None:
    done = checked(OWN)
    book = plan_book(done.merged, done.checks)
    (own,) = (row for row in sources(book, "kieu") if row[0] == "cum")

    assert [row[:3] for row in sources(book, "kieu")][:3] == [
        ("u1", Decimal(3), "có"),
        ("u2", Decimal(2), "có"),
        ("u3", Decimal(4), "có"),
    ]
    assert own[1:3] == (Decimal(5), "số của Cụm")
    assert summary(book, "kieu") == [
        Decimal(3),
        Decimal(2),
        Decimal(4),
        f"='Nguồn số liệu'!${own[3]} → 5",
        "……",
        '=IFERROR(H8/I8*100,"……") → ……',
        '=COUNT(E8:G8)&"/3" → 3/3',
    ]
    assert [summary(book, code)[3] for code in ("chi_tieu", "nhiem_vu")] == [
        f"='Nguồn số liệu'!${sources(book, code)[0][3]} → {amount}"
        for code, amount in (("chi_tieu", 20), ("nhiem_vu", 6))
    ]


def test_its_plan_is_the_offices_too() -> None:
    done = checked({**OWN, "kieu": "5/80"})
    book = plan_book(done.merged, done.checks)
    (plan,) = sources(book, "kieu~ke_hoach")

    assert marked(report_of(done))[1] == "Có ⟦5⟧ kiểu mô hình (kế hoạch ⟦80⟧), bình quân ⟦2,4⟧ mô hình một kiểu."
    assert plan[:3] == ("cum", Decimal(80), "số của Cụm")
    assert summary(book, "kieu")[4:6] == [f"='Nguồn số liệu'!${plan[3]} → 80", '=IFERROR(H8/I8*100,"……") → 6.25']


@pytest.mark.parametrize("typed", [None, "…"])
def test_what_the_office_leaves_open_the_cluster_does_not_have(typed: Content | None) -> None:
    own = {code: content for code, content in OWN.items() if code != "kieu"}
    done = checked({**own, "kieu": typed} if typed else own)

    assert figure(done, "kieu")["value"] is None
    assert figure(done, "kieu")["coverage"] == {"counted": 0, "expected": 1, "missing": ["cum"]}
    assert figure(done, "bq")["value"] is None
    assert done.checks.findings == ()  # the members must give it, the office need not
    assert not done.is_complete


def test_what_is_required_of_the_office_and_what_breaks_its_rules_is_found() -> None:
    missing, broken = checked({"nhiem_vu": Decimal(6)}), checked({**OWN, "nhiem_vu": Decimal(30)})

    assert [(found.code, found.where.unit, found.where.indicator) for found in missing.checks.findings] == [
        ("C01", "cum", "chi_tieu")
    ]
    assert [(found.code, found.where.unit, found.where.indicator) for found in broken.checks.findings] == [
        ("Q1", "cum", "nhiem_vu")
    ]
    assert figure(broken, "nhiem_vu")["value"] is None


def test_a_row_of_a_matrix_may_be_the_clusters_to_give() -> None:
    drawn = read_form(planted({"Số liệu!L13": "Cụm ghi", "Số liệu!L14": ""}))
    assert isinstance(drawn, Form), drawn
    book = plan_template(drawn, drawn.cluster, office.PERIOD, None)
    codes = [placed.cell.text for placed in book.sheets[0].cells if isinstance(placed.cell, TextCell)]
    own = filled(book, {"chi_bo_nam": Decimal(30), "chi_bo_nu": Decimal(12), "chi_bo_ty_le": Decimal(40)})
    done = decide(drawn, office.PERIOD, (arrival("phieu.xlsx", own),))

    assert [code for code in codes if code.startswith("chi_bo")] == ["chi_bo_nam", "chi_bo_nu", "chi_bo_ty_le"]
    assert [figure(done, code)["value"] for code in ("chi_bo_nam", "chi_bo_nu", "chi_bo_ty_le", "chi_bo")] == [
        "30",
        "12",
        "40",
        "42",
    ]


def test_a_quick_form_keeps_the_sheet_on_which_the_cluster_gives_its_figures() -> None:
    drawn = planted({"Số liệu!L4": "Cụm ghi", "Câu mẫu!G4": "không", "Câu mẫu!G12": "không"})
    form = read_form(drawn)
    assert isinstance(form, Form), form
    cut = plan_cut(drawn, form, ["nu"])
    kept = {row for sheet, rows in cut.rows.items() if sheet == "Biểu" for row in rows}

    assert 3 not in kept  # the rows taken out; the period sheet stands in the third
