"""Blank returns: what stands where, for members and for the cluster itself."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import returning
from hypothesis import given, settings
from hypothesis import strategies as st
from returning import CAO_BANG, FORM, LANG_SON, PAPER, PERIOD

from ccbdesk.engine.templates.figure_sheets import Before
from ccbdesk.engine.templates.planning import plan_common_template, plan_template
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.book import Book, BookCell, BookSheet, DropDown, EmptyCell, FormulaCell, Look, Placed, TextCell
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, Kind, Rule, RuleCode, RuleKind
from ccbdesk.model.history import Base, Bases
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, Span
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Exactness, Number
from ccbdesk.vietnamese.vocabulary.returns import (
    INSTRUCTION,
    LIST_INSTRUCTION,
    MATRIX_INSTRUCTION,
    NARRATIVE_INSTRUCTION,
)
from ccbdesk.wording.cells import REQUIRED, bounds_words, range_words, required_words, whole_words

CUT_OFF = date(2023, 10, 10)
HEADINGS = (*("Mã", "STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Tình trạng", "Kiểm tra", "Ghi chú", "Hướng dẫn"),)
CHECK = EmptyCell(Look.CHECK)


def line(row: int, words: str, kind: Look = Look.INPUT, guide: str = "") -> list[Placed]:
    code, number, label, measure = words.split("|")
    return [
        Placed(row, 1, TextCell(code, Look.CODE)),
        Placed(row, 2, TextCell(number)),
        Placed(row, 3, TextCell(label, Look.LABEL)),
        Placed(row, 4, TextCell(measure)),
        Placed(row, 5, EmptyCell(kind)),
        Placed(row, 6, EmptyCell(Look.INPUT_TEXT)),
        Placed(row, 7, CHECK),
        Placed(row, 8, EmptyCell(Look.INPUT_TEXT)),
        Placed(row, 9, TextCell(guide, Look.HELP)),
    ]


def section(row: int, name: str, across: int = 8) -> list[Placed]:
    return [Placed(row, 1, EmptyCell(Look.CODE)), Placed(row, 2, TextCell(name, Look.SECTION), across)]


def caption(row: int, name: str, cell: TextCell | EmptyCell) -> list[Placed]:
    return [Placed(row, 1, TextCell(name, Look.NOTICE), 2), Placed(row, 3, cell, 2)]


def without_checks(sheet: BookSheet) -> BookSheet:
    """Return a sheet with what its formulas say taken out; they are read where they are reckoned."""
    cells = (each._replace(cell=CHECK) if isinstance(each.cell, FormulaCell) else each for each in sheet.cells)
    return replace(sheet, cells=tuple(cells), prompts=())


def test_a_member_gets_its_own_lines_with_room_to_write() -> None:
    sheet, _ = plan_template(FORM, FORM.unit(CAO_BANG), PERIOD, CUT_OFF).sheets

    table = (
        Placed(1, 1, TextCell("BIỂU SỐ LIỆU THI ĐUA", Look.TITLE), 9),
        *caption(2, "Đơn vị báo cáo:", TextCell("Hội CCB tỉnh Cao Bằng", Look.LABEL)),
        *caption(3, "Kỳ báo cáo:", TextCell("Năm 2023", Look.LABEL)),
        *caption(4, "Số liệu tính đến ngày:", TextCell("10/10/2023", Look.INPUT_TEXT)),
        Placed(5, 1, TextCell(INSTRUCTION, Look.NOTICE), 9),
        *(Placed(7, column, TextCell(name, Look.HEADING)) for column, name in enumerate(HEADINGS, start=1)),
        *section(8, "I. Tổ chức"),
        *line(9, "hoi_vien|1|Tổng số hội viên|người"),
        *line(10, "hoi_vien_nu||    Nữ|người"),
        *line(11, "dang_vien|2|Đảng viên|người"),
        *line(12, "dang_vien_nu||    Nữ|người"),
        *section(13, "II. Kinh tế"),
        *line(14, "quy|3|Quỹ Hội|triệu đồng"),
        *line(15, "duong|4|Đường bê tông|km", guide="Đến 2 chữ số"),
        *line(16, "the_bhyt||Có thẻ BHYT|%"),
        *section(17, "III. Nội dung"),
        *line(18, "cach_lam||Cách làm hay|", Look.INPUT_TEXT),
        *line(19, "ngay_hop||Ngày họp tổng kết|", Look.INPUT_TEXT),
    )
    assert without_checks(sheet) == BookSheet(
        "Biểu 1",
        table,
        widths=(12, 5, 38, 10, 26, 16, 32, 14, 24),
        frozen_rows=7,
        repeated_rows=(7, 7),
        is_landscape=True,
        is_protected=True,
        drop_downs=(DropDown(8, 19, 6, ("số ước", "không có nhiệm vụ", "chưa có số")),),
    )


def test_what_can_be_wrong_with_a_line_is_checked_beside_it() -> None:
    cells = plan_template(FORM, FORM.unit(CAO_BANG), PERIOD, None).sheets[0].cells

    checks = {each.row: each.cell for each in cells if each.column == 7 and each.row > 7}
    live = {row for row, cell in checks.items() if isinstance(cell, FormulaCell)}
    assert live == {9, 10, 11, 12, 14, 16}
    assert checks[14] == FormulaCell(
        'MID(IFERROR(IF(AND(ISNUMBER(E14),N(E14)<0)," Phải là số không âm; đề nghị kiểm tra và ghi lại.",""),""),2,32767)',
        "",
        Look.CHECK,
    )


def test_earlier_figures_and_plans_get_a_column_where_there_are_some() -> None:
    earlier = {IndicatorCode("hoi_vien"): "13.700"}

    sheet = plan_template(PAPER, PAPER.unit(CAO_BANG), PERIOD, None, Before(earlier)).sheets[0]

    by_place = {(each.row, each.column): each.cell for each in sheet.cells}
    headings = [cell.text for (row, _), cell in by_place.items() if row == 7 and isinstance(cell, TextCell)]
    assert headings == [*HEADINGS[:4], "Kỳ trước", "Kế hoạch", *HEADINGS[4:]]
    assert [by_place[9, column] for column in (5, 6, 7)] == [
        TextCell("13.700", Look.FIGURE),
        EmptyCell(Look.TEXT),
        EmptyCell(Look.INPUT),
    ]
    assert [by_place[21, column] for column in (1, 5, 6, 7)] == [
        TextCell("ket_nap", Look.CODE),
        TextCell("", Look.FIGURE),
        EmptyCell(Look.INPUT),
        EmptyCell(Look.INPUT),
    ]


def test_a_matrix_has_its_codes_above_the_headings_and_a_cell_for_each_figure() -> None:
    sheet = plan_template(PAPER, PAPER.unit(CAO_BANG), PERIOD, None).sheets[1]

    headings = ("Mã", "STT", "Chỉ tiêu", "Số lượng (cuộc)", "Kinh phí (triệu đồng)", "Kiểm tra", "Ghi chú", "Hướng dẫn")
    row: tuple[BookCell, ...] = (
        TextCell("hoi_thao", Look.CODE),
        TextCell(""),
        TextCell("Hội thảo", Look.LABEL),
        EmptyCell(Look.INPUT),
        EmptyCell(Look.INPUT),
        CHECK,
        EmptyCell(Look.INPUT_TEXT),
        TextCell("", Look.HELP),
    )
    assert without_checks(sheet).cells[7:] == (
        Placed(5, 1, TextCell(MATRIX_INSTRUCTION, Look.NOTICE), 8),
        Placed(6, 4, TextCell("sl", Look.CODE)),
        Placed(6, 5, TextCell("tien", Look.CODE)),
        *(Placed(7, column, TextCell(name, Look.HEADING)) for column, name in enumerate(headings, start=1)),
        *section(8, "I. Họp", 7),
        *(Placed(9, column, cell) for column, cell in enumerate(row, start=1)),
        *(
            Placed(
                10, column, {1: TextCell("hoi_thi", Look.CODE), 3: TextCell("Hội thi", Look.LABEL)}.get(column, cell)
            )
            for column, cell in enumerate(row, start=1)
        ),
    )


def test_a_list_has_thirty_free_rows() -> None:
    sheet = plan_template(PAPER, PAPER.unit(CAO_BANG), PERIOD, None).sheets[2]

    headings = ("TT", "Tên mô hình", "Vốn (triệu đồng)", "Số hộ (hộ)", "Kiểm tra")
    looks = (Look.INPUT_TEXT, Look.INPUT, Look.INPUT)
    rows = [
        [Placed(row, 1, TextCell(str(row - 7), Look.CENTRED))]
        + [Placed(row, column, EmptyCell(look)) for column, look in enumerate(looks, start=2)]
        + [Placed(row, 5, CHECK)]
        for row in range(8, 38)
    ]
    assert without_checks(sheet).cells[7:] == (
        Placed(5, 1, TextCell(LIST_INSTRUCTION, Look.NOTICE), 5),
        *(Placed(6, column, TextCell(code, Look.CODE)) for column, code in enumerate(("ten", "von", "ho"), start=2)),
        *(Placed(7, column, TextCell(name, Look.HEADING)) for column, name in enumerate(headings, start=1)),
        *(placed for row in rows for placed in row),
    )
    assert sheet.widths == (6, 32, 16, 16, 36)


# -- prompts -------------------------------------------------------------------------------------------------------


def prompts(form: Form) -> dict[str, str]:
    sheet = plan_template(form, form.unit(CAO_BANG), PERIOD, None).sheets[0]
    codes = {each.row: each.cell.text for each in sheet.cells if each.column == 1 and isinstance(each.cell, TextCell)}
    return {f"{codes[each.row]}/{each.title}": each.text for each in sheet.prompts}


def test_a_prompt_says_what_the_cell_asks_for() -> None:
    told = prompts(PAPER)

    assert told["hoi_vien/Tổng số hội viên"] == "Số nguyên (người). Bắt buộc ghi."
    assert told["quy/Quỹ Hội"] == "Số tiền (triệu đồng), không âm."
    assert told["duong/Đường bê tông"] == "Số, có thể có phần thập phân (km). Đến 2 chữ số."
    assert told["the_bhyt/Có thẻ BHYT"] == "Tỷ lệ phần trăm (%), không lớn hơn 100."
    assert told["ngay_hop/Ngày họp tổng kết"] == "Ghi ngày/tháng/năm."
    assert told["ket_nap/Kết nạp (kế hoạch)"] == "Số nguyên (người)."


def test_a_prompt_names_the_rules_that_its_figure_must_fit() -> None:
    rule = Rule(
        RuleCode("A1"),
        RuleKind.NOT_MORE_THAN,
        Reference(IndicatorCode("hoi_vien_nu")),
        Reference(IndicatorCode("hoi_vien")),
        message="Sai",
    )

    told = prompts(replace(FORM, rules=(rule,)))

    assert told["hoi_vien_nu/Nữ"] == "Số nguyên (người). “Nữ” không được lớn hơn “Tổng số hội viên”."
    assert told["hoi_vien/Tổng số hội viên"] == "Số nguyên (người). Bắt buộc ghi."


def test_a_prompt_leaves_out_whole_sentences_for_which_there_is_no_room() -> None:
    long = replace(FORM.indicators[0], note="Ghi chú dài " * 40, required=True)

    told = prompts(replace(FORM, indicators=(long,)))

    assert told["hoi_vien/Tổng số hội viên"] == "Số nguyên (người). Bắt buộc ghi."


@given(
    st.none() | st.integers(-1000, 1000).map(Decimal),
    st.none() | st.integers(-1000, 1000).map(Decimal),
    st.sampled_from([Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT]),
    st.sampled_from(["", "x"]),
)
@settings(max_examples=30)
def test_prompt_and_check_of_a_cell_never_disagree(
    lowest: Decimal | None, highest: Decimal | None, kind: Kind, required: str
) -> None:
    indicator = replace(FORM.indicators[0], lowest=lowest, highest=highest, kind=kind, required=bool(required))

    sheet = plan_template(replace(FORM, indicators=(indicator,)), FORM.unit(CAO_BANG), PERIOD, None).sheets[0]

    (prompt,) = sheet.prompts
    checks = [each.cell.formula for each in sheet.cells if isinstance(each.cell, FormulaCell)]
    check, within = "".join(checks), range_words(lowest, highest)
    assert ("Số nguyên" in prompt.text) == (whole_words() in check) == (kind is Kind.INTEGER)
    assert within in prompt.text
    assert bounds_words(lowest, highest) in check
    assert (f", {within}." in prompt.text) == (f"Phải là số {within};" in check) == bool(within)
    assert (REQUIRED in prompt.text) == (required_words(kind) in check) == bool(required)


# -- rules ---------------------------------------------------------------------------------------------------------


def test_rules_for_which_one_return_is_not_enough_are_not_checked_in_it() -> None:
    people, women = Reference(IndicatorCode("hoi_vien")), Reference(IndicatorCode("hoi_vien_nu"))
    rules = (
        Rule(RuleCode("1"), RuleKind.CHANGE_WITHIN, people, highest=Decimal(120), message="a"),
        Rule(RuleCode("2"), RuleKind.PEERS_WITHIN, people, highest=Decimal(120), message="b"),
        Rule(RuleCode("3"), RuleKind.NOT_MORE_THAN, people, replace(people, when=When.PREVIOUS), message="c"),
        Rule(RuleCode("4"), RuleKind.NOT_MORE_THAN, people, replace(women, unit=LANG_SON), message="d"),
        Rule(RuleCode("5"), RuleKind.NOT_MORE_THAN, people, Reference(IndicatorCode("chi_tieu")), message="e"),
        Rule(RuleCode("6"), RuleKind.NOT_MORE_THAN, people, women, periods=("6t",), message="f"),
    )

    plain, ruled = (
        plan_template(form, FORM.unit(CAO_BANG), PERIOD, None) for form in (FORM, replace(FORM, rules=rules))
    )

    assert ruled == plain


def test_rules_on_earlier_periods_are_checked_in_it_where_their_figures_are_known() -> None:
    people = Reference(IndicatorCode("hoi_vien"))
    before, a_year_ago = replace(people, when=When.PREVIOUS), replace(people, when=When.LAST_YEAR)
    rules = (
        Rule(RuleCode("1"), RuleKind.CHANGE_WITHIN, people, before, highest=Decimal(120), message="a"),
        Rule(RuleCode("2"), RuleKind.NOT_MORE_THAN, a_year_ago, people, message="b"),
        Rule(RuleCode("3"), RuleKind.THOUSANDFOLD, people, a_year_ago, message="c"),
        Rule(RuleCode("4"), RuleKind.ADDS_UP, people, replace(people, when=When.YEAR_START), message="d"),
    )
    bases = Bases(
        (
            (replace(before, unit=CAO_BANG), Base(Number(Decimal(50)))),
            (replace(a_year_ago, unit=CAO_BANG), Base(Number(Decimal("40.5")))),
            (Reference(people.indicator, CAO_BANG, When.YEAR_START), Base(Number(Decimal(9), Exactness.OVER))),
        )
    )

    sheet = plan_template(
        replace(FORM, rules=rules),
        FORM.unit(CAO_BANG),
        PERIOD,
        None,
        Before({}, {people.indicator: "40,5"}),
        bases=bases,
    ).sheets[0]

    (formula,) = (
        each.cell.formula
        for each in sheet.cells
        if (each.row, each.column) == (9, 8) and isinstance(each.cell, FormulaCell)
    )
    assert "*100/((50))" in formula
    assert "ROUND(((40.5))-" in formula
    assert ">=((40.5))*800" in formula
    assert '" d."' not in formula
    headings = [each.cell.text for each in sheet.cells if each.row == 7 and isinstance(each.cell, TextCell)]
    assert headings[4] == "Cùng kỳ năm trước"


def test_long_words_stand_in_a_formula_in_pieces_and_too_many_rules_are_left_out() -> None:
    people, women = Reference(IndicatorCode("hoi_vien")), Reference(IndicatorCode("hoi_vien_nu"))
    words = [f"{number} " + 'rất "dài" ' * 60 for number in range(30)]
    rules = tuple(
        Rule(RuleCode(text[:2]), RuleKind.NOT_MORE_THAN, women, people, message=text.strip()) for text in words
    )

    sheet = plan_template(replace(FORM, rules=rules), FORM.unit(CAO_BANG), PERIOD, None).sheets[0]

    (formula,) = (
        each.cell.formula
        for each in sheet.cells
        if (each.row, each.column) == (10, 7) and isinstance(each.cell, FormulaCell)
    )
    literals = re.findall(r'"((?:[^"]|"")*)"', formula)
    assert 5_000 < len(formula) < 8_192
    assert max(map(len, literals)) <= 255


# -- the common template -------------------------------------------------------------------------------------------


def test_a_common_template_lets_any_member_choose_its_name() -> None:
    book = plan_common_template(PAPER, PERIOD, CUT_OFF)

    names = tuple(unit.name for unit in PAPER.units)
    first, second, *_, stamp = book.sheets
    by_place = {(each.row, each.column): each.cell for each in first.cells}
    assert book.title == "Báo cáo thi đua – năm 2023"
    assert by_place[2, 3] == EmptyCell(Look.INPUT_TEXT)
    assert first.drop_downs[0] == DropDown(2, 2, 3, names, is_strict=True, source="'_meta'!$D$1:$D$3")
    assert Placed(2, 3, FormulaCell("'Biểu 1'!C2&\"\"", "", Look.LABEL), 2) in second.cells
    assert [each.cell for each in stamp.cells if each.column == 4] == [TextCell(name) for name in names]
    assert Placed(3, 2, TextCell("")) in stamp.cells
    assert "tau_ca" in codes(book)


def test_a_common_template_for_more_names_than_a_cell_can_hold_is_written_too() -> None:
    units = tuple(
        Unit(UnitId(f"u{number}"), f"Hội CCB tỉnh thứ {number}, miền núi", f"Tỉnh {number}") for number in range(36)
    )
    book = plan_common_template(replace(FORM, units=units), PERIOD, None)

    written = openpyxl.load_workbook(BytesIO(write_book(book, CUT_OFF)))

    offered = {rule.formula1 for rule in written["Biểu 1"].data_validations.dataValidation if "C2" in rule.sqref}
    assert offered == {"'_meta'!$D$1:$D$36"}
    assert [cell.value for (cell,) in written["_meta"]["D1:D36"]] == [unit.name for unit in units]


def test_a_task_of_some_members_is_not_required_in_a_common_template() -> None:
    boats = replace(FORM.indicators[7], required=True)
    form = replace(FORM, indicators=(boats,))

    own, common = plan_template(form, FORM.unit(LANG_SON), PERIOD, None), plan_common_template(form, PERIOD, None)

    said = [
        any(
            isinstance(each.cell, FormulaCell) and required_words(boats.kind) in each.cell.formula
            for each in book.sheets[0].cells
        )
        for book in (own, common)
    ]
    assert said == [True, False]


# -- members and the cluster ---------------------------------------------------------------------------------------


def test_a_template_is_stamped_with_form_unit_and_period() -> None:
    book = plan_template(FORM, FORM.unit(CAO_BANG), PERIOD, CUT_OFF)

    said = ("bo_bieu_mau|lang-son-thu", "phien_ban|2", "don_vi|cao_bang", "ky|2023", "tinh_den|2023-10-10")
    cells = [
        Placed(row, column, TextCell(text))
        for row, pair in enumerate(said, start=1)
        for column, text in enumerate(pair.split("|"), start=1)
    ]
    assert book == Book(
        "Báo cáo thi đua – Hội CCB tỉnh Cao Bằng – năm 2023",
        (book.sheets[0], BookSheet("_meta", tuple(cells), widths=(16, 30), is_hidden=True)),
    )


def test_the_cluster_gets_its_period_sheet_only() -> None:
    book = plan_template(FORM, FORM.cluster, PERIOD, None)

    assert [sheet.name for sheet in book.sheets] == ["Phiếu kỳ", "_meta"]
    assert codes(book) == ["chu_de", "chi_tieu"]


def test_a_task_only_some_units_have_is_asked_of_these() -> None:
    asked = {unit.id: "tau_ca" in codes(plan_template(FORM, unit, PERIOD, None)) for unit in FORM.units}

    assert asked == {unit.id: unit.id == LANG_SON for unit in FORM.units}


def test_without_a_cut_off_day_its_cell_waits_to_be_filled_in() -> None:
    sheet = plan_template(FORM, FORM.cluster, Period(2024, Span.HALF), None).sheets[0]

    assert sheet.cells[3:7] == (
        *caption(3, "Kỳ báo cáo:", TextCell("6 tháng đầu năm 2024", Look.LABEL)),
        *caption(4, "Số liệu tính đến ngày:", EmptyCell(Look.INPUT_TEXT)),
    )


def test_a_sheet_of_words_has_a_wide_column_to_write_in() -> None:
    only_words = replace(FORM, indicators=tuple(each for each in FORM.indicators if each.kind is Kind.TEXT))

    sheet = plan_template(only_words, FORM.unit(CAO_BANG), PERIOD, None).sheets[0]

    assert Placed(5, 1, TextCell(NARRATIVE_INSTRUCTION, Look.NOTICE), 9) in sheet.cells
    assert sheet.widths == (12, 5, 32, 10, 70, 16, 24, 14, 18)


def test_parts_of_parts_are_indented_once_more_and_parents_in_a_circle_end() -> None:
    first, second, *_ = FORM.indicators
    circle = replace(FORM, indicators=(replace(first, parent=second.code), second))

    sheet = plan_template(circle, FORM.unit(CAO_BANG), PERIOD, None).sheets[0]

    labels = [each.cell for each in sheet.cells if each.column == 3 and each.row > sheet.frozen_rows]
    assert labels == [TextCell("        Tổng số hội viên", Look.LABEL), TextCell("        Nữ", Look.LABEL)]


def codes(book: Book) -> list[str]:
    looks = [placed.cell for placed in book.sheets[0].cells]
    return [cell.text for cell in looks if isinstance(cell, TextCell) and cell.look is Look.CODE]


def test_a_filled_template_is_a_workbook_with_its_stamp_hidden() -> None:
    book = returning.filled(plan_template(FORM, FORM.cluster, PERIOD, None), {"chi_tieu": "12"})

    assert [(grid.name, grid.is_hidden) for grid in book.grids] == [("Phiếu kỳ", False), ("_meta", True)]
