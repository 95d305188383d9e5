"""Returns made on an office's own file: every figure is found by its label, or asked about; none is taken for another."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import office_forms
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import spot

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.submissions.periods import period_of_files
from ccbdesk.engine.submissions.receiving import Arrival, Received, receive
from ccbdesk.model.finding import NotOurForm, TotalDiffers, UnknownRow
from ccbdesk.model.form import Form, Level
from ccbdesk.model.grid import Cell, Content, Grid, Workbook
from ccbdesk.model.origin import CorrectionOrigin, DecisionId, Digest, IndicatorCode, QuestionId, Reading
from ccbdesk.model.period import Period, Span
from ccbdesk.model.question import DoubtfulRow, OtherPeriod, UnknownUnit
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Number
from ccbdesk.wording.findings import finding_sentence

PERIOD = Period(2024)
HEAD, SHEETS, LIST, OLD = (office_forms.form(name) for name in office_forms.DRAWN)
TYPED = {f"F{row}": row * 10 for row in (*range(10, 14), *range(15, 21), *range(22, 26))} | {"D10": 7, "D18": 9}
"""In two_level_head every figure is ten times the number of its row in the file."""

Change = Callable[[Grid], Grid]


# -- filling in and spoiling ---------------------------------------------------------------------------------------


def place(address: str) -> tuple[int, int]:
    """Return the row and column of a cell."""
    found = re.fullmatch("([A-Z])([0-9]+)", address)
    assert found
    return int(found[2]), ord(found[1]) - ord("A") + 1


def written(cells: Mapping[str, int | str]) -> Change:
    """Write into cells; an empty text empties one."""

    def change(grid: Grid) -> Grid:
        held = {(cell.row, cell.column): cell for cell in grid.cells}
        for address, typed in cells.items():
            content: Content = Decimal(typed) if isinstance(typed, int) else typed
            held[place(address)] = Cell(*place(address), content)
        return in_order(grid, [cell for cell in held.values() if cell.content != ""])

    return change


def in_order(grid: Grid, cells: list[Cell]) -> Grid:
    """Return the sheet with these cells."""
    return replace(grid, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def moved(to: Callable[[int, int], tuple[int, int] | None]) -> Change:
    """Move every cell; None takes it away."""

    def change(grid: Grid) -> Grid:
        places = [(cell, to(cell.row, cell.column)) for cell in grid.cells]
        return in_order(grid, [replace(cell, row=new[0], column=new[1]) for cell, new in places if new])

    return change


def row_inserted(before: int, *, label: str = "", figure: int | str = "") -> Change:
    """Insert a row, with a label and a figure in it."""

    def change(grid: Grid) -> Grid:
        pushed = moved(lambda row, column: (row + (row >= before), column))(grid)
        return written({f"B{before}": label, f"F{before}": figure})(pushed)

    return change


def row_deleted(gone: int) -> Change:
    """Take a row away."""
    return moved(lambda row, column: None if row == gone else (row - (row > gone), column))


def column_inserted(before: int) -> Change:
    """Insert an empty column."""
    return moved(lambda row, column: (row, column + (column >= before)))


def renamed(name: str) -> Change:
    """Give the sheet another name."""
    return lambda grid: replace(grid, name=name)


def a_return(template: str, *changes: Change, sheet: int = 0) -> Workbook:
    """Return a template, one sheet of it changed."""
    book = office_forms.office(template)
    grids = list(book.grids)
    for change in changes:
        grids[sheet] = change(grids[sheet])
    return replace(book, grids=tuple(grids))


def head(*changes: Change) -> Workbook:
    """Return two_level_head, filled in by the unit Khe and then changed."""
    return a_return("two_level_head", written({**TYPED, "A4": "Đơn vị: Hội CCB xã Khe"}), *changes)


def received(
    form: Form,
    *books: Workbook,
    period: Period = PERIOD,
    answers: Mapping[str, str] | None = None,
    name: str = "a.xlsx",
) -> Received:
    """Return what comes of workbooks."""
    arrivals = []
    for book in books:
        content = repr(book).encode()
        arrivals.append(Arrival(Receipt(name, Digest(sha256(content).hexdigest()), len(content)), book))
    return receive(
        form, period, tuple(arrivals), Settled({QuestionId(id): choice for id, choice in (answers or {}).items()})
    )


def read(got: Received) -> dict[str, tuple[str, str]]:
    """Return the figures of the one submission: how they are written, and the cell they come from."""
    (submission,) = got.submissions
    values = {each.indicator: each for each in submission.readings if isinstance(each.value, Number)}
    return {code: (each.as_typed, spot(each).cell) for code, each in values.items()}


def expected(down: Callable[[int], int] = lambda row: row, column: str = "F") -> dict[str, tuple[str, str]]:
    """Return the figures of two_level_head where its rows have moved down."""
    rows = {each.code: each.office_row for each in HEAD.indicators}
    return {code: (str(row * 10), f"{column}{down(row)}") for code, row in rows.items()}


# -- where figures stand -------------------------------------------------------------------------------------------


def test_every_figure_is_found_with_its_cell_and_its_plan() -> None:
    got = received(HEAD, head())
    (submission,) = got.submissions

    assert (read(got), got.findings, got.questions) == (expected(), (), ())
    assert submission.unit == "khe"
    assert [(each.indicator, each.as_typed, spot(each).cell) for each in submission.plans] == [
        ("hoi_vien", "7", "D10"),
        ("du_no", "9", "D18"),
    ]
    assert {spot(each).sheet for each in submission.readings} == {"Biểu 01"}


@pytest.mark.parametrize(
    ("changes", "figures"),
    [
        ([row_inserted(13)], expected(lambda row: row + (row >= 13))),
        ([row_inserted(2), row_inserted(2)], expected(lambda row: row + 2)),
        ([row_deleted(14)], expected(lambda row: row - (row > 14))),
        ([row_deleted(9), row_deleted(8)], expected(lambda row: row - 2)),
        ([column_inserted(1)], expected(column="G")),
        ([column_inserted(3), column_inserted(6)], expected(column="H")),
        ([renamed("Sheet1")], expected()),
        ([written({"B12": "1.1. Hội viên kết nạp mới (người)"})], expected()),
        ([written({"B12": "Hội viên kết nạp mới trong năm"})], expected()),
        ([written({"B14": "", "A14": "", "B21": ""})], expected()),
    ],
    ids=[
        "row in",
        "rows above",
        "section gone",
        "head gone",
        "column before",
        "columns in",
        "sheet renamed",
        "longer label",
        "renamed",
        "no sections",
    ],
)
def test_rows_columns_and_names_may_have_changed(changes: list[Change], figures: dict[str, tuple[str, str]]) -> None:
    got = received(HEAD, head(*changes))

    assert (read(got), got.findings, got.questions) == (figures, (), ())


def test_sections_may_have_changed_places() -> None:
    swapped = moved(lambda row, column: (row + 7 if 9 <= row <= 13 else row - 5 if 14 <= row <= 20 else row, column))
    got = received(HEAD, head(swapped))

    assert (read(got), got.questions) == (
        expected(lambda row: row + 7 if row <= 13 else row - 5 if row <= 20 else row),
        (),
    )


@pytest.mark.parametrize(("gone", "lost"), [(11, "hv_nu"), (16, "th_nu")])
def test_of_twins_the_one_that_is_left_is_known_by_its_neighbours(gone: int, lost: str) -> None:
    got = received(HEAD, head(row_deleted(gone)))
    figures = expected(lambda row: row - (row > gone))
    del figures[lost]

    assert (read(got), got.findings, got.questions) == (figures, (), ())


def test_a_twin_that_nothing_tells_apart_is_asked_about() -> None:
    book = head(row_inserted(18, label="- Trong đó: nữ", figure=5))
    (question,) = received(HEAD, book).questions
    assert isinstance(question, DoubtfulRow)
    left_out = received(HEAD, book, answers={question.id: "bo_qua"})

    assert (question.where.cell, question.where.seen, question.candidates) == ("F18", "5", ("hv_nu", "th_nu"))
    assert (read(left_out), left_out.questions) == (expected(lambda row: row + (row >= 18)), ())


def test_a_row_under_another_name_is_asked_about_where_only_its_place_speaks_for_it() -> None:
    book = head(written({"B17": "Gia đình khá lên"}))
    (question,) = received(HEAD, book).questions
    assert isinstance(question, DoubtfulRow)
    answered = received(HEAD, book, answers={question.id: "thoat"})
    unanswered = {code: figure for code, figure in expected().items() if code != "thoat"}

    assert (question.where.cell, question.candidates) == ("F17", ("thoat",))
    assert read(received(HEAD, book)) == unanswered
    assert (read(answered), answered.questions) == (expected(), ())


def test_a_row_that_stands_twice_with_two_figures_is_asked_about() -> None:
    (question,) = received(HEAD, head(row_inserted(18, label="Hộ hội viên thoát nghèo", figure=5))).questions

    assert isinstance(question, DoubtfulRow)
    assert (question.where.cell, question.candidates) == ("F18", ("thoat",))


@pytest.mark.parametrize(("row", "label"), [(18, "Hộ có nhà kiên cố"), (26, "Đường hoa tự quản")])
def test_a_row_that_is_not_the_files_is_told(row: int, label: str) -> None:
    got = received(HEAD, head(row_inserted(row, label=label, figure=5)))

    (told,) = got.findings
    assert isinstance(told, UnknownRow)
    assert (told.where.cell, told.label, read(got)) == (f"F{row}", label, expected(lambda each: each + (each >= row)))


def test_lines_nobody_asks_for_other_columns_and_what_stands_below_say_nothing() -> None:
    below = written({"E10": 60, "F31": 999, "B31": "Tổng số hội viên", "F29": "Ngày 5/10/2024"})
    got = received(HEAD, head(below))

    assert (read(got), got.findings, got.questions) == (expected(), (), ())


def test_a_label_that_fits_by_its_words_alone_does_not_win_over_its_place() -> None:
    """The form's own names may be what other lines of the file are called."""
    renaming = {"hv_nu": "Nữ hội viên", "th_nu": "- Trong đó: nữ"}
    indicators = tuple(replace(each, label=renaming.get(each.code, each.label)) for each in HEAD.indicators)
    got = received(replace(HEAD, indicators=indicators), head())

    assert (read(got), got.questions) == (expected(), ())


STRANGER = st.sampled_from(["Nữ", "Hội viên", "Trong đó", "Hộ", "Cộng", "Tổng số", "Việc khác", "- Trong đó: nữ", ""])
CHANGES = st.one_of(
    st.builds(lambda row, label: row_inserted(row, label=label, figure=1), st.integers(1, 27), STRANGER),
    st.builds(row_inserted, st.integers(1, 27)),
    st.builds(row_deleted, st.integers(9, 26)),
    st.builds(column_inserted, st.integers(1, 6)),
    st.builds(lambda row, label: written({f"B{row}": label}), st.integers(9, 26), STRANGER),
    st.builds(
        lambda one, other: moved(lambda row, column: ({one: other, other: one}.get(row, row), column)),
        st.integers(9, 26),
        st.integers(9, 26),
    ),
)


@settings(deadline=None)
@given(st.lists(CHANGES, max_size=4))
def test_no_figure_is_taken_for_another_while_its_own_label_stands_beside_it(changes: list[Change]) -> None:
    book = head(*changes)
    labels = {line.row: line.label for sheet in HEAD.sheets if sheet.office for line in sheet.office.lines}
    rows = {each.code: each.office_row for each in HEAD.indicators}
    taken = []
    for submission in received(HEAD, book).submissions:
        for each in submission.readings:
            if isinstance(each.value, Number) and each.value.amount != 1:
                home, here = int(each.value.amount) // 10, place(spot(each).cell)[0]
                is_beside = any(cell.row == here and cell.content == labels[home] for cell in book.grids[0].cells)
                if is_beside and labels[home] != labels[rows[each.indicator]]:
                    taken.append((each, labels[home]))

    assert taken == []


# -- whose and when ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("caption", "name", "unit"),
    [
        ("Đơn vị: Hội CCB xã Khe", "a.xlsx", "khe"),
        ("Đơn vị: Đồi", "a.xlsx", "doi"),
        ("Đơn vị: …………", "Bieu xa Song.xlsx", "song"),
        ("Hội CCB xã Sông", "a.xlsx", "song"),
    ],
)
def test_the_unit_is_told_by_its_cell_or_by_what_else_names_it(caption: str, name: str, unit: str) -> None:
    got = received(HEAD, head(written({"A4": caption})), name=name)

    assert [submission.unit for submission in got.submissions] == [unit]


@pytest.mark.parametrize("caption", ["Đơn vị: ……………………", "Đơn vị: Hội CCB xã Lạ"])
def test_a_return_without_a_known_name_is_asked_about(caption: str) -> None:
    (question,) = received(HEAD, head(written({"A4": caption}))).questions

    assert isinstance(question, UnknownUnit)


def test_names_that_every_copy_of_the_file_has_are_nobodys() -> None:
    issuing = Unit(UnitId("tren"), "Ban Chỉ đạo thi đua cấp trên", "Ban Chỉ đạo thi đua cấp trên")
    got = received(replace(HEAD, units=(*HEAD.units, issuing)), head(written({"A4": ""})), name="khe.xlsx")

    assert [submission.unit for submission in got.submissions] == ["khe"]


def test_a_file_of_another_period_is_asked_about() -> None:
    book = a_return("two_sheets", written({"A2": "Kỳ báo cáo: năm 2023", "C3": "Hội CCB xã Đồi", "D6": 4}))
    (question,) = received(SHEETS, book).questions

    assert isinstance(question, OtherPeriod)
    assert (question.where.unit, question.seen, question.expected) == ("doi", "năm 2023", "2024")


def test_the_period_of_files_is_read_where_the_form_says() -> None:
    book = a_return("branch_list", written({"A2": "QUÝ IV NĂM 2025"}))

    assert period_of_files([book], LIST) == Period(2025, Span.FOURTH_QUARTER)


def test_a_sheet_of_the_same_name_with_other_words_is_none_of_ours() -> None:
    words = written({f"{column}{row}": f"khác {row}" for row in range(1, 30) for column in "ABCDEF"})
    (told,) = received(HEAD, a_return("two_level_head", words)).findings

    assert isinstance(told, NotOurForm)


# -- matrices, lists, totals ---------------------------------------------------------------------------------------

AWARDS: dict[str, int | str] = {
    "C5": 1,
    "D5": 2,
    "C6": 3,
    "D6": 4,
    "C7": 5,
    "D7": 6,
    "C8": 7,
    "D8": 8,
    "C9": 9,
    "D9": 10,
}


def awards(*changes: Change) -> Received:
    """Return what comes of a matrix filled in by the unit Khe and then changed."""
    return received(SHEETS, a_return("two_sheets", written(AWARDS), *changes, sheet=1), name="khe.xlsx")


def test_every_cell_of_a_matrix_is_found() -> None:
    got = awards()

    assert (read(got), got.findings, got.questions) == (
        {
            f"{code}_{column}": (str(2 * (row - 5) + 1 + (letter == "D")), f"{letter}{row}")
            for row, code in enumerate(("huan_chuong", "bk_bo", "bk_tinh", "gk_huyen", "gk_xa"), 5)
            for column, letter in (("tt", "C"), ("cn", "D"))
        },
        (),
        (),
    )


def differing(form: Form, got: Received) -> list[tuple[str, str | None, str, str]]:
    """Return the totals that do not agree: cell, whose, what is stated, what it adds up to."""
    (submission,) = got.submissions
    found = [each for each in check(form, submission).findings if isinstance(each, TotalDiffers)]
    return [(each.where.cell, each.where.indicator, str(each.stated.amount), str(each.summed.amount)) for each in found]


def test_totals_of_a_matrix_are_held_against_its_cells() -> None:
    right = written({"C10": 25, "D10": 30, "E10": 55, "E5": 3, "E9": 19})
    wrong = written({"C10": 26, "D10": 30, "E5": 4, "E9": 19})

    assert differing(SHEETS, awards(right)) == []
    assert differing(SHEETS, awards(wrong)) == [("C10", None, "26", "25"), ("E5", None, "4", "3")]


def test_a_corrected_figure_may_be_what_was_wrong_with_a_total_but_makes_none_wrong() -> None:
    def put_right(got: Received, by: int) -> Received:
        (submission,) = got.submissions
        first = submission.reading(IndicatorCode("bk_bo_tt"))
        assert first
        assert isinstance(first.value, Number)
        right = Number(first.value.amount + by)
        origin = CorrectionOrigin(DecisionId(1), "điện thoại", first)
        others = [each for each in submission.readings if each != first]
        readings = (Reading(first.indicator, right, str(right.amount), origin), *others)
        return replace(got, submissions=(replace(submission, readings=readings),))

    right, wrong = (awards(written({"C10": total})) for total in (25, 26))

    assert differing(SHEETS, put_right(right, 1)) == []
    assert differing(SHEETS, put_right(wrong, 1)) == []
    assert differing(SHEETS, put_right(wrong, 2)) == [("C10", None, "26", "27")]


def test_a_formula_that_differs_is_a_warning_and_one_that_says_nothing_is_none() -> None:
    def worked_out(grid: Grid) -> Grid:
        results = {"E5": 4, "E6": 7, "C10": 0}
        held = (cell for cell in grid.cells if cell.address in results)
        new = {cell.address: replace(cell, content=Decimal(results[cell.address])) for cell in held}
        assert all(cell.is_formula for cell in new.values())
        return in_order(grid, [new.get(cell.address, cell) for cell in grid.cells])

    (submission,) = awards(worked_out).submissions
    (told,) = check(SHEETS, submission).findings

    assert isinstance(told, TotalDiffers)
    assert (told.where.cell, told.level, told.is_formula) == ("E5", Level.WARNING, True)


def test_totals_are_not_held_against_a_part_of_what_they_add_up() -> None:
    fewer = tuple(each for each in SHEETS.indicators if not each.code.startswith("bk_bo"))
    got = received(
        replace(SHEETS, indicators=fewer),
        a_return("two_sheets", written(AWARDS | {"C10": 25, "E5": 3}), sheet=1),
        name="khe.xlsx",
    )

    assert (differing(SHEETS, got), got.findings) == ([], ())


BRANCHES: dict[str, int | str] = {
    "C4": "Hội CCB xã Đồi",
    "B7": "Chi hội Một",
    "C7": 30,
    "D7": 10,
    "F7": "120,5",
    "B8": "Chi hội Hai",
    "C8": 25,
}


def branches(*changes: Change) -> Received:
    """Return what comes of a list filled in by the unit Đồi and then changed."""
    return received(LIST, a_return("branch_list", written(BRANCHES), *changes), period=Period(2024, Span.THIRD_QUARTER))


def test_the_rows_of_a_list_end_above_its_total() -> None:
    got = branches()
    (submission,) = got.submissions

    assert (read(got), got.findings, got.questions) == (
        {
            "chi_hoi": ("2 dòng", "B7:B8"),
            "chi_hoi_hv": ("55", "C7:C8"),
            "chi_hoi_nu": ("10", "D7"),
            "chi_hoi_du_no": ("120,5", "F7"),
        },
        (),
        (),
    )
    assert (submission.unit, len(submission.rows)) == ("doi", 2)


def test_more_rows_than_the_list_had_room_for_are_read() -> None:
    pushed = moved(lambda row, column: (row + 3 * (row >= 19), column))
    got = branches(pushed, written({"B19": "Chi hội Ba", "C19": 5, "B21": "Chi hội Bốn", "C21": 6}))

    assert read(got)["chi_hoi_hv"] == ("66", "C7:C21")


def test_the_total_of_a_list_is_held_against_its_rows() -> None:
    assert differing(LIST, branches(written({"C19": 55, "F19": "120,5"}))) == []
    assert differing(LIST, branches(written({"C19": 54, "D19": 10}))) == [("C19", "chi_hoi_hv", "54", "55")]


def test_a_total_by_formula_is_held_against_the_forms_own() -> None:
    typed: dict[str, int | str] = {"B3": "Tên đơn vị: Hội CCB xã Khe", "D8": 100, "D13": 40, "D14": 60, "D12": 101}
    got = received(OLD, a_return("old_office", written(typed)), period=Period(2024, Span.HALF))
    (submission,) = got.submissions
    (told,) = check(OLD, submission).findings

    assert finding_sentence(OLD, told) == (
        "Khe – trang “Mau BC”, ô D12 “Ngày công lao động”: dòng tổng ghi 101, cộng lại được 100. "
        "Đề nghị kiểm tra các số thành phần và dòng tổng."
    )
