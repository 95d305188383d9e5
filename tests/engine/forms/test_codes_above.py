"""The column “Mã cấp trên”. This module holds the tests of the code that a figure has in the form of the body above."""

from form_drawing import planted

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form
from ccbdesk.model.mistake import FormMistake, Wrong


def test_a_figure_has_a_code_above_and_a_row_of_a_matrix_one_for_each_of_its_cells() -> None:
    read = read_form(planted({"Số liệu!W2": "hoi_vien", "Số liệu!W13": "dang"}))

    assert isinstance(read, Form)
    assert {one.code: one.above for one in read.indicators if one.above} == {
        "hoi_vien": "hoi_vien",
        "chi_bo_nam": "dang_nam",
        "chi_bo_nu": "dang_nu",
        "chi_bo_ty_le": "dang_ty_le",
        "chi_bo_nhan_xet": "dang_nhan_xet",
        "chi_bo": "dang",
    }


def test_two_figures_do_not_go_into_one_cell_above() -> None:
    read = read_form(planted({"Số liệu!W2": "hoi_vien", "Số liệu!W3": "hoi_vien"}))

    assert read == (FormMistake(Wrong.NAME_TWICE, "Số liệu", "W3", "Mã cấp trên", "hoi_vien", against="W2"),)
