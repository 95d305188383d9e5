"""What follows from the columns of lists and matrices, and what is wrong where it cannot follow."""

import drawing
import pytest
from form_drawing import GOOD, planted

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Adding, Form, Preparer
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import IndicatorCode


def _mistakes(cells: dict[str, str]) -> tuple[FormMistake, ...]:
    form = read_form(planted(cells))
    return () if isinstance(form, Form) else form


def _told(cells: dict[str, str]) -> list[tuple[Wrong, str, str]]:
    return [(mistake.wrong, f"{mistake.sheet}!{mistake.cell}", mistake.against) for mistake in _mistakes(cells)]


def _emptied(sheet: str, rows: range) -> dict[str, str]:
    return {f"{sheet}!{letter}{row}": "" for letter in "ABCDEFGH" for row in rows}


def test_a_matrix_or_a_list_without_columns_is_one_mistake_at_its_kind() -> None:
    matrix, of_list = _mistakes(_emptied("Danh sách", range(2, 6))), _mistakes(_emptied("Danh sách", range(6, 9)))

    assert matrix == (FormMistake(Wrong.NO_COLUMNS, "Biểu", "D4", "Loại biểu", "ma trận", against="M"),)
    assert of_list == (FormMistake(Wrong.NO_COLUMNS, "Biểu", "D5", "Loại biểu", "danh sách", against="NT"),)


def test_a_form_without_lists_and_matrices_needs_no_sheet_for_their_columns() -> None:
    plain = "\n".join(
        line for line in GOOD.splitlines() if not any(word in line for word in ("NT", "nt", "| M  ", "chi_bo"))
    )
    book = drawing.workbook(
        plain.partition("    Danh sách\n")[0] + "    Quy tắc\n" + plain.partition("    Quy tắc\n")[2]
    )

    form = read_form(book)

    assert isinstance(form, Form), form
    assert form.columns == ()


def test_the_code_of_a_list_is_that_of_a_figure() -> None:
    renamed = {
        code: _told({"Biểu!A5": code, **{f"Danh sách!A{row}": code for row in (6, 7, 8)}, **FREED})
        for code in ("N-T", "so_don_vi", "nha_tinh_nghia_x", "du_no", "chi_bo", "Nha")
    }

    assert renamed == {
        "N-T": [(Wrong.NAME_MALFORMED, "Biểu!A5", "")],
        "so_don_vi": [(Wrong.NAME_RESERVED, "Biểu!A5", "")],
        "nha_tinh_nghia_x": [(Wrong.NAME_TOO_LONG, "Biểu!A5", "")],
        "du_no": [(Wrong.NAME_TWICE, "Số liệu!B5", "A5 trang «Biểu»")],
        "chi_bo": [(Wrong.NAME_TWICE, "Số liệu!B13", "A5 trang «Biểu»")],
        "Nha": [],
    }


FREED = {
    "Quy tắc!C8": "hoi_vien",
    "Quy tắc!D8": "",
    "Câu mẫu!C6": "Hết.",
    "Câu mẫu!D6": "",
    "Câu mẫu!C7": "Hết.",
    "Câu mẫu!C8": "{hoi_vien}",
}
"""Nothing refers to the list."""


def test_codes_that_make_no_code_together_are_one_mistake() -> None:
    longest = {"Số liệu!B14": "ket_nap_moi_day"}

    assert _mistakes({**longest, "Danh sách!B5": "nhan_xetx"}) == (
        FormMistake(Wrong.NAME_TOO_LONG, "Danh sách", "B5", "Mã cột", "nhan_xetx", expected=("8",)),
    )
    assert _told({**longest, "Danh sách!B5": "nhan_xet"}) == []
    assert _told({"Số liệu!B14": "so", "Danh sách!B5": "don_vi"}) == [(Wrong.NAME_RESERVED, "Số liệu!B14", "")]


def test_the_codes_of_two_rows_may_not_meet_in_one_cell() -> None:
    met = {"Số liệu!B14": "chi_bo_ty", "Danh sách!B5": "le"}

    assert _mistakes(met) == (FormMistake(Wrong.NAME_TWICE, "Số liệu", "B14", "Mã", "chi_bo_ty_le", against="B13"),)


def test_columns_in_which_there_is_nothing_to_write_are_told_once_a_sheet() -> None:
    plain = {"Biểu!D4": "dòng số liệu"}

    assert _mistakes(plain) == (
        FormMistake(Wrong.NOT_ALLOWED_HERE, "Danh sách", "A2", "Biểu", "M", expected=("NT",), against="dòng số liệu"),
    )


def test_rows_of_a_list_are_told_once() -> None:
    rows = {"Biểu!D5": "danh sách", "Số liệu!C9": "NT", "Số liệu!C14": "NT", "Số liệu!I14": ""}

    assert _told({**rows, "Số liệu!J13": ""}) == [(Wrong.NOT_ALLOWED_HERE, "Số liệu!C9", "danh sách")]


def test_the_rows_of_a_list_are_counted_in_its_own_measure() -> None:
    forms = [read_form(planted({"Biểu!Q5": measure})) for measure in ("", "nhà")]

    assert [form.indicator(IndicatorCode("nt")).measure for form in forms if isinstance(form, Form)] == ["mục", "nhà"]


def test_of_a_list_of_the_cluster_nothing_is_added() -> None:
    form = read_form(planted({**FREED, "Biểu!E5": "Cụm", "Câu mẫu!C12": "Kính gửi {noi_hop}[mỗi dòng NT: {ten_ho}]"}))

    assert isinstance(form, Form), form
    of_list = [indicator for indicator in form.indicators if indicator.sheet == "NT"]
    assert [(each.code, each.adding) for each in of_list] == [
        ("nt", Adding.NOT_ADDED),
        ("nt_tien", Adding.NOT_ADDED),
    ]
    assert form.sheet(of_list[0].sheet).preparer is Preparer.CLUSTER


@pytest.mark.parametrize(
    ("place", "first"),
    [("1", ["nt", "nt_tien", "hoi_vien"]), ("2", ["hoi_vien", "hv_nam", "nu"])],
)
def test_a_list_stands_where_its_sheet_does(place: str, first: list[str]) -> None:
    as_list = ("NT", "Biểu 3", "Nhà tình nghĩa", "danh sách", "đơn vị")
    as_lines = ("B1", "Biểu 1", "", "dòng số liệu", "đơn vị")
    rows = (as_list, as_lines) if place == "1" else (as_lines, as_list)
    numbered = zip((2, 5), rows, strict=True)

    form = read_form(
        planted(
            {
                f"Biểu!{letter}{row}": said
                for row, cells in numbered
                for letter, said in zip("ABCDE", cells, strict=True)
            }
        )
    )

    assert isinstance(form, Form), form
    assert [indicator.code for indicator in form.indicators][:3] == first


def test_a_letter_uses_no_figures_of_the_members() -> None:
    letter = {"Câu mẫu!F3": "thư đề nghị", "Câu mẫu!F8": "lời nhắn"}

    mistakes = [(each.cell, each.seen, each.position, each.against) for each in _mistakes(letter)]

    assert mistakes == [
        ("C3", "hoi_vien", 14, "thư đề nghị"),
        ("C3", "du_no", 45, "thư đề nghị"),
        ("D3", "hoi_vien", 1, "thư đề nghị"),
        ("C8", "NT", 0, "lời nhắn"),
    ]


def test_a_list_of_the_cluster_is_no_units_own() -> None:
    own = {**FREED, "Biểu!E5": "Cụm", "Câu mẫu!C7": "[mỗi đơn vị: {nu} [mỗi dòng NT: {ten_ho}]]"}

    assert _told(own) == [(Wrong.MIXED_PREPARERS, "Câu mẫu!C7", "Cụm")]


def test_a_comparison_with_other_units_needs_a_bound() -> None:
    assert _told({"Quy tắc!E8": "", "Quy tắc!F8": ""}) == [
        (Wrong.VALUE_MISSING, "Quy tắc!E8", "So với các đơn vị khác")
    ]
