"""The lines of an appendix. This module holds the tests of what stands in it, numbered how, and under which name."""

from itertools import groupby

from form_drawing import planted

from ccbdesk.engine.drafting.entries import find_entries
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form, Indicator, Preparer


def lines(read: Form) -> list[tuple[str, ...]]:
    """Return number, label, caption and figure of every line, the sections one after the other."""

    def place(indicator: Indicator) -> tuple[str, str]:
        return indicator.sheet, indicator.section

    asked = [one for one in read.indicators if one.is_numeric and read.sheet(one.sheet).preparer is Preparer.UNIT]
    sections = [list(section) for _, section in groupby(asked, place)]
    entries = [entry for section in sections for entry in find_entries(section, read)]
    return [(entry.number, entry.label, entry.caption, canonical(entry.slot.expression)) for entry in entries]


def test_plans_stand_behind_their_figures_and_the_cells_of_a_matrix_behind_their_sum() -> None:
    read = read_form(planted({}))

    assert isinstance(read, Form)
    assert lines(read) == [
        ("1", "Số hội viên", "Số hội viên", "hoi_vien"),
        ("", "– kế hoạch", "Số hội viên – kế hoạch", "hoi_vien~ke_hoach"),
        ("1.1", "Nam", "Nam", "hv_nam"),
        ("1.2", "Nữ", "Nữ", "nu"),
        ("2", "Dư nợ", "Dư nợ", "du_no"),
        ("2.1", "Nợ quá hạn", "Nợ quá hạn", "qua_han"),
        ("3", "Tỷ lệ nữ", "Tỷ lệ nữ", "ty_le_nu"),
        ("4", "Số tăng", "Số tăng", "tang"),
        ("9", "Chi bộ", "Chi bộ", "chi_bo"),
        ("", "– Nam", "Chi bộ – Nam", "chi_bo_nam"),
        ("", "– Nữ", "Chi bộ – Nữ", "chi_bo_nu"),
        ("", "– Tỷ lệ", "Chi bộ – Tỷ lệ", "chi_bo_ty_le"),
        ("9.1", "Kết nạp mới", "Kết nạp mới", "moi"),
        ("", "– Nam", "Kết nạp mới – Nam", "moi_nam"),
        ("", "– Nữ", "Kết nạp mới – Nữ", "moi_nu"),
        ("", "– Tỷ lệ", "Kết nạp mới – Tỷ lệ", "moi_ty_le"),
        ("1", "Số lượng", "Số lượng", "nt"),
        ("2", "Kinh phí", "Kinh phí", "nt_tien"),
    ]
