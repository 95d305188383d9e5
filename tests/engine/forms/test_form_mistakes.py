"""A form workbook with mistakes gives all of them, each once, each at its place."""

import drawing
from form_drawing import GOOD, planted
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Cell, ErrorShown, Grid, Missing, Workbook
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import PAGES, Unread

EVERYWHERE = {
    "Thông tin!A4": "Tên bộ biểu mẫuu",
    "Thông tin!B2": "Cụm thử",
    "Thông tin!B3": "",
    "Đơn vị!A3": "Tỉnh Hai",
    "Đơn vị!B3": "Hội CCB tỉnh Một",
    "Đơn vị!C3": "",
    "Đơn vị!D3": "#REF!",
    "Đơn vị!E3": "H2; h2",
    "Đơn vị!F3": "đầu",
    "Đơn vị!G2": "32/13/2020",
    "Đơn vị!H2": "năm ngoái",
    "Đơn vị!I2": "Một cũ; một cũ",
    "Biểu!A3": "P K",
    "Biểu!B3": "Phiếu/kỳ",
    "Biểu!C3": "#REF!",
    "Biểu!D3": "dòng chữ",
    "Biểu!E2": "tỉnh",
    "Biểu!F2": "mau.xls",
    "Biểu!G3": "Trang 1",
    "Biểu!H4": "5",
    "Biểu!I5": "9",
    "Biểu!J6": "B",
    "Biểu!K7": "D",
    "Biểu!L6": "5",
    "Biểu!M6": "3",
    "Biểu!N6": "cuối",
    "Biểu!O7": "BB",
    "Biểu!P6": "dưới",
    "Biểu!Q2": "dòng",
    "Số liệu!A2": "#REF!",
    "Số liệu!B8": "1a",
    "Số liệu!C3": "B55",
    "Số liệu!D2": "#REF!",
    "Số liệu!E4": "",
    "Số liệu!F5": "",
    "Số liệu!G6": "số tròn",
    "Số liệu!H7": "x",
    "Số liệu!I9": "hoi_vien",
    "Số liệu!J8": "x",
    "Số liệu!K5": "Mott",
    "Số liệu!L3": "Cộng",
    "Số liệu!M7": "nu / hoivien",
    "Số liệu!N3": "chắc",
    "Số liệu!O3": "không âm",
    "Số liệu!P2": "-5",
    "Số liệu!Q3": "lên xuống",
    "Số liệu!R2": "soo",
    "Số liệu!S3": "nhất",
    "Số liệu!T4": "số hội viên",
    "Số liệu!U2": "#REF!",
    "Số liệu!V13": "bảy",
    "Số liệu!W5": "Dư nợ",
    "Số liệu!B14": "nguoi_moi_ket_nap",
    "Số liệu!L14": "Không cộng",
    "Số liệu!M13": "nu",
    "Số liệu!N13": "x",
    "Danh sách!D4": "người",
    "Danh sách!G5": "x",
    "Danh sách!D7": "",
    "Danh sách!G8": "x",
    "Danh sách!A9": "DSS",
    "Danh sách!B9": "Họ tên",
    "Danh sách!C9": "",
    "Danh sách!D9": "#REF!",
    "Danh sách!E9": "số tròn",
    "Danh sách!F9": "có thể",
    "Danh sách!H5": "12",
    "Quy tắc!A3": "Q 2",
    "Quy tắc!B3": "Không nhỏ hơn",
    "Quy tắc!C2": "hoivien",
    "Quy tắc!D4": "",
    "Quy tắc!E2": "0",
    "Quy tắc!F5": "0,5",
    "Quy tắc!G2": "nặng",
    "Quy tắc!H2": "bỏ",
    "Quy tắc!I2": "năm; tháng",
    "Quy tắc!J2": "#REF!",
    "Quy tắc!K2": "#REF!",
    "Câu mẫu!A2": "#REF!",
    "Câu mẫu!B2": "Đề mục 7",
    "Câu mẫu!C2": "Có {hoivien}",
    "Câu mẫu!D2": "hoivien > 0",
    "Câu mẫu!E3": "sáu tháng mười",
    "Câu mẫu!F2": "ở đâu",
    "Câu mẫu!G2": "có lẽ",
    "Câu mẫu!C6": r"[mỗi dòng NT: {ten_ho\|so}]",
    "Câu mẫu!C8": "Xem {hoi_vien}",
    "Câu mẫu!C10": "{hoi_vien}{nu}",
    "Câu mẫu!B12": "Phụ lục",
    "Câu mẫu!D12": "nt > 0",
    "Câu mẫu!C13": "[mỗi đơn vị: {nt}]",
}

MORE_SHEETS = {
    place: drawn
    for row, code in enumerate(("B6", "B7"), start=6)
    for place, drawn in (
        (f"Biểu!A{row}", code),
        (f"Biểu!B{row}", f"Trang {code}"),
        (f"Biểu!D{row}", "dòng số liệu"),
        (f"Biểu!E{row}", "đơn vị"),
    )
}


def _mistakes(book: Workbook) -> tuple[FormMistake, ...]:
    form = read_form(book)
    return () if isinstance(form, Form) else form


def _places(book: Workbook) -> list[str]:
    return [f"{mistake.sheet}!{mistake.cell}" for mistake in _mistakes(book)]


def test_mistakes_in_every_column_of_every_sheet_are_found_at_once_and_nothing_else() -> None:
    places = _places(planted({**MORE_SHEETS, **EVERYWHERE}))

    columns = {place.rstrip("0123456789") for place in EVERYWHERE}
    assert columns == {
        f"{page.name}!{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place]}"
        for page in PAGES
        for place, column in enumerate(page.columns)
        if not isinstance(column.holding, Unread)
    }
    assert sorted(places) == sorted(EVERYWHERE)


def test_mistakes_come_in_the_order_of_the_workbook() -> None:
    places = _places(planted({"Câu mẫu!B2": "?", "Số liệu!C10": "X", "Số liệu!T2": "a;a", "Số liệu!E2": ""}))

    assert places == ["Số liệu!E2", "Số liệu!T2", "Số liệu!C10", "Câu mẫu!B2"]


def test_a_mistake_says_what_stands_there_and_what_would_have_been_right() -> None:
    mistakes = _mistakes(planted({"Số liệu!G2": "số nguyn", "Câu mẫu!C2": "Có {hoi_vin} người", "Số liệu!B8": "nu"}))

    kinds = ("số nguyên", "số thập phân", "tiền", "phần trăm", "lời văn", "ngày")
    assert mistakes == (
        FormMistake(Wrong.VALUE_UNKNOWN, "Số liệu", "G2", "Loại số liệu", "số nguyn", "số nguyên", kinds),
        FormMistake(Wrong.NAME_TWICE, "Số liệu", "B8", "Mã", "nu", against="B4"),
        FormMistake(Wrong.NAME_UNKNOWN, "Câu mẫu", "C2", "Câu mẫu", "hoi_vin", "hoi_vien", position=5),
    )


# -- sheets and headings -------------------------------------------------------------------------------------------


def _without(sheet: str) -> Workbook:
    return Workbook(tuple(grid for grid in planted({}).grids if grid.name != sheet))


def _renamed(sheet: str, name: str) -> Workbook:
    return Workbook(tuple(Grid(name, grid.cells) if grid.name == sheet else grid for grid in planted({}).grids))


def test_a_missing_sheet_is_one_mistake_whatever_refers_to_it() -> None:
    missing = {sheet.name: _mistakes(_without(sheet.name)) for sheet in planted({}).grids}

    assert missing == {page.name: (FormMistake(Wrong.SHEET_MISSING, page.name),) for page in PAGES}


def test_a_misspelt_sheet_is_one_mistake_and_read_all_the_same() -> None:
    mistakes = _mistakes(_renamed("Số liệu", "Số liệuu"))

    names = tuple(page.name for page in PAGES)
    assert mistakes == (FormMistake(Wrong.SHEET_UNKNOWN, "Số liệuu", nearest="Số liệu", expected=names),)


def test_a_sheet_that_belongs_to_nothing_is_a_mistake_unless_it_is_empty_or_a_guide() -> None:
    book = drawing.workbook(GOOD + "\n Lịch họp\n | a |\n\n Hướng dẫn ghi\n | a |\n\n Sheet1\n |  |\n")

    assert [(mistake.wrong, mistake.sheet) for mistake in _mistakes(book)] == [(Wrong.SHEET_UNKNOWN, "Lịch họp")]


def test_a_sheet_that_is_there_twice_is_one_mistake() -> None:
    book = drawing.workbook(GOOD + "\n Quy tac kiểm tra\n | Mã | Mức |\n | Q1 | nặng |\n")

    assert _mistakes(book) == (FormMistake(Wrong.NAME_TWICE, "Quy tac kiểm tra", against="Quy tắc"),)


def test_a_missing_column_is_one_mistake_beside_the_headings() -> None:
    missing = {cell: _mistakes(planted(_emptied("Số liệu", cell))) for cell in ("B", "C", "E", "G")}

    assert missing == {
        "B": (FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "Y1", expected=("Mã",)),),
        "C": (FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "Y1", expected=("Biểu",)),),
        "E": (FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "Y1", expected=("Tên số liệu",)),),
        "G": (FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "Y1", expected=("Loại số liệu",)),),
    }


def _emptied(sheet: str, letter: str) -> dict[str, str]:
    return {f"{sheet}!{letter}{row}": "" for row in range(1, 15)}


def test_two_missing_columns_stand_at_two_places() -> None:
    mistakes = _mistakes(planted({**_emptied("Biểu", "D"), **_emptied("Biểu", "E")}))

    assert [(mistake.cell, mistake.expected) for mistake in mistakes] == [
        ("S1", ("Loại biểu",)),
        ("T1", ("Người lập",)),
    ]


def test_a_missing_heading_stands_where_its_column_is() -> None:
    assert _mistakes(planted({"Số liệu!G1": ""})) == (
        FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "G1", expected=("Loại số liệu",)),
    )


def test_a_misspelt_heading_is_one_mistake_and_its_column_is_read_all_the_same() -> None:
    mistakes = _mistakes(planted({"Số liệu!G1": "Loại số lieeuj", "Số liệu!G2": "số nguyn"}))

    assert [(each.wrong, each.cell, each.column, each.nearest) for each in mistakes] == [
        (Wrong.COLUMN_UNKNOWN, "G1", "", "Loại số liệu"),
        (Wrong.VALUE_UNKNOWN, "G2", "Loại số lieeuj", "số nguyên"),
    ]


def test_a_heading_that_is_lost_is_one_mistake_whatever_stands_below_it() -> None:
    headings = [f"{grid.name}!{cell.address}" for grid in planted({}).grids for cell in grid.cells if cell.row == 1]
    unused = {"Câu mẫu!C5": "", "Câu mẫu!D5": "", "Câu mẫu!E5": "", "Câu mẫu!B5": "", "Câu mẫu!A5": ""}

    assert {place: _places(planted({**unused, place: "zzz"})) for place in headings} == {
        place: [place] for place in headings
    }


def test_a_heading_that_is_empty_is_one_mistake_where_something_stands_below_it() -> None:
    filled = {
        f"{grid.name}!{cell.address.rstrip('0123456789')}1": _places(
            planted({f"{grid.name}!{cell.address.rstrip('0123456789')}1": ""})
        )
        for grid in planted({}).grids
        for cell in grid.cells
        if cell.row == 2
    }

    assert filled == {place: [place] for place in filled}
    assert len(filled) > 40


def test_a_property_whose_name_is_lost_is_one_mistake() -> None:
    names = [f"Thông tin!A{row}" for row in range(2, 10)]

    lost = {(place, drawn): _places(planted({place: drawn})) for place in names for drawn in ("zzz", "")}

    assert lost == {(place, drawn): [place] for place, drawn in lost}


def test_columns_that_belong_to_nothing_are_mistakes() -> None:
    mistakes = _mistakes(planted({"Đơn vị!K1": "Số hiệu cũ", "Đơn vị!L3": "kèm", "Đơn vị!M1": "MÃ"}))

    assert mistakes == (
        FormMistake(Wrong.COLUMN_UNKNOWN, "Đơn vị", "K1", seen="Số hiệu cũ"),
        FormMistake(Wrong.COLUMN_UNKNOWN, "Đơn vị", "L1"),
        FormMistake(Wrong.NAME_TWICE, "Đơn vị", "M1", seen="MÃ", against="A1"),
    )


def test_a_sheet_without_headings_is_one_mistake() -> None:
    book = Workbook(
        tuple(
            Grid(grid.name, (Cell(1, 1, "Mã"), Cell(40, 2, "Tên gọi"))) if grid.name == "Đơn vị" else grid
            for grid in planted({}).grids
        )
    )

    assert _mistakes(book) == (
        FormMistake(Wrong.COLUMN_MISSING, "Đơn vị", "A1", expected=("Mã", "Tên đầy đủ", "Tên gọi")),
    )


def test_sheets_that_must_not_be_empty_are_told_below_their_headings() -> None:
    emptied = {sheet: _mistakes(planted(_rows_emptied(sheet))) for sheet in ("Thông tin", "Đơn vị", "Biểu", "Số liệu")}

    required = ("Mã bộ biểu mẫu", "Phiên bản", "Tên Cụm", "Tên gọi tắt")
    assert emptied == {
        "Thông tin": tuple(
            FormMistake(Wrong.VALUE_MISSING, "Thông tin", f"A{row}", "Thuộc tính", expected=(name,))
            for row, name in enumerate(required, start=2)
        ),
        "Đơn vị": (FormMistake(Wrong.VALUE_MISSING, "Đơn vị", "A2", "Mã"),),
        "Biểu": (FormMistake(Wrong.VALUE_MISSING, "Biểu", "A2", "Mã biểu"),),
        "Số liệu": (FormMistake(Wrong.VALUE_MISSING, "Số liệu", "B2", "Mã"),),
    }


def _rows_emptied(sheet: str) -> dict[str, str]:
    return {f"{sheet}!{letter}{row}": "" for letter in "ABCDEFGHIJKLMNOPQRSTUV" for row in range(2, 15)}


# -- one cause, one mistake ----------------------------------------------------------------------------------------


def test_a_figure_with_a_mistake_in_its_row_is_still_known() -> None:
    row = {"Số liệu!D2": "#REF!", "Số liệu!E2": "", "Số liệu!G2": "số tròn", "Số liệu!C2": "B9", "Số liệu!L2": "Cộng"}

    assert sorted(_places(planted(row))) == sorted(row)


def test_a_row_that_lost_its_code_hides_no_other_unknown_name() -> None:
    lost = {"Số liệu!B5": "", "Số liệu!I8": "chua_co", "Quy tắc!C2": "hoi_vin"}

    assert _places(planted(lost)) == list(lost)


def test_a_ring_is_one_mistake_at_its_last_row() -> None:
    ring = {"Số liệu!M7": "tang / nu", "Số liệu!M8": "ty_le_nu * hoi_vien"}

    assert _mistakes(planted(ring)) == (
        FormMistake(
            Wrong.CIRCULAR,
            "Số liệu",
            "M8",
            "Công thức",
            "ty_le_nu * hoi_vien",
            against="tang → ty_le_nu → tang",
        ),
    )


def test_a_row_that_is_written_twice_is_a_mistake_in_its_code_and_not_in_its_names() -> None:
    unit = {"Đơn vị!A3": "mot", "Đơn vị!B3": "Hội CCB tỉnh Một", "Đơn vị!C3": "Một"}
    sheet = {"Biểu!A6": "B1", "Biểu!B6": "Biểu 1", "Biểu!D6": "dòng số liệu", "Biểu!E6": "đơn vị"}

    assert _places(planted({**unit, **sheet})) == ["Đơn vị!A3", "Biểu!A6"]


def test_communes_may_differ_by_a_tone_alone_but_not_by_where_it_is_put() -> None:
    tones = planted({"Đơn vị!C2": "Tân Thành", "Đơn vị!C3": "Tân Thanh", "Số liệu!K5": "tân thành", "Số liệu!K14": ""})
    places = planted({"Đơn vị!C2": "Hòa Bình", "Đơn vị!C3": "Hoà Bình", "Số liệu!K5": "", "Số liệu!K14": ""})

    assert (_places(tones), _places(places)) == ([], ["Đơn vị!C3"])


def test_of_a_sentence_that_is_not_used_nothing_is_wrong() -> None:
    assert _places(planted({"Câu mẫu!B5": "?", "Câu mẫu!C5": "", "Câu mẫu!A5": "#REF!"})) == []


def test_a_row_with_nothing_but_a_number_or_a_remark_says_nothing() -> None:
    assert _places(planted({"Số liệu!A16": "9", "Đơn vị!J5": "còn thiếu", "Thông tin!C12": "hỏi lại"})) == []


def test_every_problem_of_a_sentence_is_told_with_its_character() -> None:
    mistakes = _mistakes(planted({"Câu mẫu!C2": "Có {hoi_vin} người, {nuu|soo} nữ".replace("|", r"\|")}))

    assert [(mistake.seen, mistake.nearest, mistake.position) for mistake in mistakes] == [
        ("hoi_vin", "hoi_vien", 5),
        ("nuu", "nu", 22),
        ("soo", "so", 26),
    ]


def test_a_figure_of_another_preparer_is_told_how_to_be_written() -> None:
    mistakes = _mistakes(planted({"Câu mẫu!C2": "[mỗi đơn vị: {ten} đạt {chi_tieu}]"}))

    assert mistakes == (
        FormMistake(
            Wrong.MIXED_PREPARERS,
            "Câu mẫu",
            "C2",
            "Câu mẫu",
            "chi_tieu",
            "chi_tieu@cum",
            position=25,
            against="Cụm",
        ),
    )


# -- whatever stands there -----------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        *(cell.content for grid in planted({}).grids for cell in grid.cells),
        *(
            "",
            " ",
            "x",
            "hoi_vien / nu",
            "{hoi_vien|so:1}",
            "[mỗi đơn vị: {ten}",
            "[mỗi dòng NT: {ten_ho}]",
            "chi_bo_nam + nt_tien",
            "nu@mot~truoc",
            "32/13/2020",
            "((",
            "|",
        ),
        *(True, Missing(), ErrorShown("#REF!")),
    ]
)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 15), st.integers(1, 24), WORDS | st.text(max_size=8))))
def test_whatever_stands_in_whichever_cells_a_form_or_its_mistakes_come_out(
    plants: list[tuple[int, int, int, str]],
) -> None:
    cells = [{(cell.row, cell.column): cell for cell in grid.cells} for grid in planted({}).grids]
    for sheet, row, column, content in plants:
        cells[sheet][row, column] = Cell(row, column, content)
    named = zip(planted({}).grids, cells, strict=True)
    grids = tuple(Grid(grid.name, tuple(cell for _, cell in sorted(drawn.items()))) for grid, drawn in named)

    form = read_form(Workbook(grids))

    assert isinstance(form, Form) or form
