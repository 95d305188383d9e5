"""Blank returns: what stands where, for members and for the cluster itself."""

from dataclasses import replace
from datetime import date

import returning
from returning import CAO_BANG, FORM, LANG_SON, PERIOD

from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.model.book import Book, BookSheet, EmptyCell, Look, Placed, TextCell
from ccbdesk.model.form import Kind
from ccbdesk.model.period import Period, Span
from ccbdesk.vietnamese.vocabulary.returns import INSTRUCTION

CUT_OFF = date(2023, 10, 10)
HEADINGS = ("Mã", "STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú", "Hướng dẫn")


def line(row: int, words: str, *inputs: Placed, guide: str = "") -> list[Placed]:
    code, number, label, measure = words.split("|")
    return [
        Placed(row, 1, TextCell(code, Look.CODE)),
        Placed(row, 2, TextCell(number)),
        Placed(row, 3, TextCell(label, Look.LABEL)),
        Placed(row, 4, TextCell(measure)),
        *inputs,
        Placed(row, 7, TextCell(guide)),
    ]


def figure(row: int) -> tuple[Placed, Placed]:
    return Placed(row, 5, EmptyCell(Look.INPUT)), Placed(row, 6, EmptyCell(Look.INPUT_TEXT))


def day(row: int) -> tuple[Placed, Placed]:
    return Placed(row, 5, EmptyCell(Look.INPUT_TEXT)), Placed(row, 6, EmptyCell(Look.INPUT_TEXT))


def words(row: int) -> Placed:
    return Placed(row, 5, EmptyCell(Look.INPUT_TEXT), 2)


def section(row: int, name: str) -> list[Placed]:
    return [Placed(row, 1, EmptyCell(Look.CODE)), Placed(row, 2, TextCell(name, Look.SECTION), 6)]


def caption(row: int, name: str, cell: TextCell | EmptyCell) -> list[Placed]:
    return [Placed(row, 1, TextCell(name, Look.NOTICE), 2), Placed(row, 3, cell, 2)]


def test_a_member_gets_its_own_lines_with_room_to_write() -> None:
    sheet, _ = plan_template(FORM, FORM.unit(CAO_BANG), PERIOD, CUT_OFF).sheets

    table = (
        Placed(1, 1, TextCell("BIỂU SỐ LIỆU THI ĐUA", Look.TITLE), 7),
        *caption(2, "Đơn vị báo cáo:", TextCell("Hội CCB tỉnh Cao Bằng", Look.LABEL)),
        *caption(3, "Kỳ báo cáo:", TextCell("Năm 2023", Look.LABEL)),
        *caption(4, "Số liệu tính đến ngày:", TextCell("10/10/2023", Look.INPUT_TEXT)),
        Placed(5, 1, TextCell(INSTRUCTION, Look.NOTICE), 7),
        *(Placed(7, column, TextCell(name, Look.HEADING)) for column, name in enumerate(HEADINGS, start=1)),
        *section(8, "I. Tổ chức"),
        *line(9, "hoi_vien|1|Tổng số hội viên|người", *figure(9)),
        *line(10, "hoi_vien_nu||    Nữ|người", *figure(10)),
        *line(11, "dang_vien|2|Đảng viên|người", *figure(11)),
        *line(12, "dang_vien_nu||    Nữ|người", *figure(12)),
        *section(13, "II. Kinh tế"),
        *line(14, "quy|3|Quỹ Hội|triệu đồng", *figure(14)),
        *line(15, "duong|4|Đường bê tông|km", *figure(15), guide="Đến 2 chữ số"),
        *line(16, "the_bhyt||Có thẻ BHYT|%", *figure(16)),
        *section(17, "III. Nội dung"),
        *line(18, "cach_lam||Cách làm hay|", words(18)),
        *line(19, "ngay_hop||Ngày họp tổng kết|", *day(19)),
    )
    assert sheet == BookSheet(
        "Biểu 1",
        table,
        widths=(15, 7, 44, 13, 18, 24, 32),
        frozen_rows=7,
        repeated_rows=(7, 7),
        is_landscape=True,
        is_protected=True,
    )


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

    assert plan_template(only_words, FORM.unit(CAO_BANG), PERIOD, None).sheets[0].widths == (15, 7, 34, 11, 60, 16, 24)


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
