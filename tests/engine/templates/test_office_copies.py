"""What is written into a copy of an office's own file: what is known, where the form says, and nothing else."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import office_forms
import pytest

from ccbdesk.engine.templates.office_copies import plan_office_copy
from ccbdesk.model.form import Form
from ccbdesk.model.office import OfficeCell, OfficeCopy, OfficeEntry
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, Span

FORMS = {name: office_forms.form(name) for name in office_forms.DRAWN}
QUARTER = Period(2025, Span.FIRST_QUARTER)


def entries(form: Form, period: Period = QUARTER, **earlier: str) -> list[tuple[str, int, int, str | Decimal]]:
    """Return what is written for the first unit: sheet, row, column, content."""
    figures = {IndicatorCode(code): shown for code, shown in earlier.items()}
    copy = plan_office_copy(form, form.units[0], period, figures)
    assert copy
    return [(each.sheet, each.row, each.column, each.content) for each in copy.entries]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("two_level_head", [("Biểu 01", 4, 1, "Đơn vị: Hội CCB xã Khe")]),
        ("two_sheets", [("Kết quả", 3, 3, "Hội CCB xã Khe"), ("Kết quả", 2, 1, "Kỳ báo cáo: quý I năm 2025")]),
        ("branch_list", [("DS chi hội", 4, 3, "Hội CCB xã Khe"), ("DS chi hội", 2, 1, "Quý I năm 2025")]),
        (
            "old_office",
            [("Mau BC", 3, 2, "Tên đơn vị: Hội CCB xã Khe"), ("Mau BC", 4, 2, "Kỳ báo cáo: quý I năm 2025")],
        ),
    ],
)
def test_the_units_name_and_the_period_are_written_where_the_form_says(
    name: str, written: list[tuple[str, int, int, str]]
) -> None:
    assert entries(FORMS[name]) == written


def with_cells(**cells: Any) -> Form:
    """Return the first form with other cells and columns of its office's sheet."""
    form = FORMS["two_level_head"]
    (sheet,) = form.sheets
    assert sheet.office
    return replace(form, sheets=(replace(sheet, office=replace(sheet.office, **cells)),))


def test_a_period_keeps_the_capitals_it_had() -> None:
    form = with_cells(unit_cell=None, period_cell=OfficeCell(2, 1, "NĂM 2024"))

    assert entries(form) == [("Biểu 01", 2, 1, "QUÝ I NĂM 2025")]


def test_figures_of_the_period_before_are_numbers_where_they_are_exact() -> None:
    form = with_cells(unit_cell=None, earlier=5)

    assert entries(form, hoi_vien="1.250", du_no="4.093,7", thoat="trên 20", khac="5") == [
        ("Biểu 01", 10, 5, Decimal(1250)),
        ("Biểu 01", 17, 5, "trên 20"),
        ("Biểu 01", 18, 5, Decimal("4093.7")),
    ]


def test_a_copy_for_any_member_bears_no_name() -> None:
    form = FORMS["two_sheets"]

    assert plan_office_copy(form, None, QUARTER, {}) == OfficeCopy(
        "two_sheets.xlsx", (OfficeEntry("Kết quả", 2, 1, "Kỳ báo cáo: quý I năm 2025"),)
    )


def test_the_clusters_own_sheet_is_made_by_us_where_only_the_members_have_a_file() -> None:
    form = FORMS["branch_list"]

    assert plan_office_copy(form, form.cluster, QUARTER, {}) is None
