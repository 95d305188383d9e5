"""What lies in rows. This module holds the tests on the table of rows, the list of findings and the received sheet."""

import time
from dataclasses import replace

from gallery import FINDINGS, UNIT_COLUMNS, drawn_sheet, findings_list, sheet_view, unit_rows, unit_table
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from seeing import heard, ink_rows, part, picture, press

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.widgets.findings_list import EntriesModel, FindingsList
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row, RowsModel
from ccbdesk.gui.widgets.sheet import Merged, Sheet, SheetCell, SheetModel, letters, name_of
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.gui.widgets.status import Status, Tone

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def table_in(qtbot: QtBot, width: int = 1100) -> tuple[QWidget, RowTable]:
    """Return the shown page of the units, and its table."""
    page = unit_table()
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    table = part(page, RowTable)
    table.setFocus()
    return page, table


# -- the table of rows ---------------------------------------------------------------------------------------------


def test_the_model_of_rows_keeps_qts_promises_while_it_is_filled_and_sorted() -> None:
    model = RowsModel(UNIT_COLUMNS)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows(unit_rows())
    for column in range(len(UNIT_COLUMNS)):
        model.sort(column, DESCENDING)
    model.sort(-1)
    model.show_rows([])

    assert tester.failureReportingMode() == FATAL
    assert model.rowCount() == 0


def test_arrow_keys_choose_and_enter_or_a_double_click_opens(qtbot: QtBot) -> None:
    page, table = table_in(qtbot)
    chosen, opened = heard(table.chosen), heard(table.opened)
    press(page, DOWN)
    press(page, ENTER)
    place = table.visualRect(table.rows.find("u4")).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert chosen == [("u2",), ("u4",)]
    assert opened == [("u2",), ("u4",)]


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    page, table = table_in(qtbot)
    press(page, Qt.Key.Key_Tab)

    assert page.focusWidget() is not table


def test_sorting_by_a_head_keeps_the_row_that_was_chosen(qtbot: QtBot) -> None:
    _, table = table_in(qtbot)
    heads = table.horizontalHeader()
    place = QRect(heads.sectionViewportPosition(3), 0, heads.sectionSize(3), heads.height()).center()
    table.choose("u2")
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    ascending = [row.key for row in table.rows.rows()]
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    descending = [row.key for row in table.rows.rows()]

    assert ascending == ["u3", "u5", "u1", "u0", "u2", "u4"]
    assert descending == ["u4", "u2", "u0", "u1", "u5", "u3"]
    assert table.chosen_key() == "u2"
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def test_sorting_thirty_five_hundred_rows_takes_no_time_that_is_felt() -> None:
    model = RowsModel((Column("Số", 90, is_number=True),))
    model.show_rows([Row(str(number), (Cell(str(number), order=(number * 7919 % 3500,)),)) for number in range(3500)])
    began = time.perf_counter()
    model.sort(0)

    assert time.perf_counter() - began < 0.25
    assert [row.cells[0].order for row in model.rows()] == [(number,) for number in range(3500)]


def test_new_rows_leave_chosen_what_is_still_there(qtbot: QtBot) -> None:
    _, table = table_in(qtbot)
    table.choose("u3")
    table.show_rows(unit_rows()[2:])
    kept = table.chosen_key()
    table.show_rows(unit_rows()[:2])

    assert (kept, table.chosen_key()) == ("u3", "")


def test_a_screen_reader_hears_heading_and_words_of_a_cell(qtbot: QtBot) -> None:
    _, table = table_in(qtbot)
    said = [table.rows.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 4)]

    assert said == ["Đơn vị: Hội CCB phường An Hòa", "Tình trạng: Đạt"]
    assert table.rows.index(3, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Hội viên: trống"


def test_a_narrow_table_leaves_the_spare_column_out_and_never_shortens_figures(qtbot: QtBot) -> None:
    page, table = table_in(qtbot)
    shown = [not table.isColumnHidden(place) for place in range(5)]
    page.resize(760, 500)
    narrow = [not table.isColumnHidden(place) for place in range(5)]

    assert (shown, narrow) == ([True] * 5, [True, True, False, True, True])
    assert [table.columnWidth(place) for place in (3, 4)] == [worn().px(110), worn().px(250)]
    assert sum(table.columnWidth(place) for place in range(5)) <= table.viewport().width()


def test_a_table_without_rows_says_so_in_a_sentence(qtbot: QtBot) -> None:
    table = RowTable("Các đơn vị", UNIT_COLUMNS)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    silent = picture(table.viewport())
    table.set_empty("Chưa nhận tệp nào.")
    spoken = picture(table.viewport())
    table.show_rows(unit_rows())

    assert ink_rows(silent, worn().palette.soft_ink) == []
    assert ink_rows(spoken, worn().palette.soft_ink) != []


def test_the_status_is_drawn_in_its_own_colour_and_the_chosen_row_has_its_mark(qtbot: QtBot) -> None:
    _, table = table_in(qtbot)
    table.choose("u2")
    palette = worn().palette
    rows = {key: table.visualRect(table.rows.find(key)) for key in ("u1", "u2")}
    status = table.visualRect(table.rows.index(1, 4)).adjusted(8, 2, -8, -2)
    marks = {key: picture(table.viewport(), place).pixelColor(1, 20).name().upper() for key, place in rows.items()}

    assert ink_rows(picture(table.viewport(), status), palette.error_ink) != []
    assert marks == {"u1": palette.surface, "u2": palette.accent}


# -- the list of findings ------------------------------------------------------------------------------------------


def list_in(qtbot: QtBot) -> tuple[QWidget, FindingsList]:
    """Return the shown page of the findings, and its list."""
    page = findings_list()
    qtbot.addWidget(page)
    page.resize(420, 560)
    page.show()
    found = part(page, FindingsList)
    found.setFocus()
    return page, found


def test_the_model_of_findings_keeps_qts_promises() -> None:
    model = EntriesModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_groups(FINDINGS)
    model.show_groups(FINDINGS[1:])

    assert tester.failureReportingMode() == FATAL
    assert model.keys() == ("d1", "d2")
    assert model.rowCount() == 3


def test_arrow_keys_step_over_headings(qtbot: QtBot) -> None:
    page, found = list_in(qtbot)
    chosen, opened = heard(found.chosen), heard(found.opened)
    for _ in range(6):
        press(page, DOWN)
    press(page, ENTER)
    for _ in range(3):
        press(page, UP)

    assert chosen == [("b2",), ("b3",), ("d1",), ("d2",), ("d1",), ("b3",), ("b2",)]
    assert opened == [("d2",)]


def test_step_goes_on_and_back_and_stops_at_the_ends(qtbot: QtBot) -> None:
    _, found = list_in(qtbot)
    places = [found.place()]
    for by in (1, 1, -1, -5, 9, 3):
        found.step(by)
        places.append(found.place())

    assert places == [0, 1, 2, 1, 1, 1, 4]


def test_what_is_settled_makes_room_for_its_neighbour(qtbot: QtBot) -> None:
    _, found = list_in(qtbot)
    found.choose("b2")
    left = replace(FINDINGS[0], entries=(FINDINGS[0].entries[0], FINDINGS[0].entries[2]))
    found.show_groups((left, FINDINGS[1]))
    neighbour = found.chosen_key()
    found.show_groups(())

    assert neighbour == "b3"
    assert (found.chosen_key(), found.place()) == ("", -1)


def test_a_screen_reader_hears_both_lines_of_an_entry(qtbot: QtBot) -> None:
    _, found = list_in(qtbot)
    index = found.entries.find("b1")

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Dòng Cộng không khớp. Lỗi phải sửa  ·  Biểu 1, ô H15"


# -- the received sheet --------------------------------------------------------------------------------------------


def sheet_in(qtbot: QtBot, width: int = 700, height: int = 340) -> tuple[QWidget, SheetView]:
    """Return the shown page of the sheet, and its view."""
    page = sheet_view()
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.wait(1)
    return page, part(page, SheetView)


def is_in_sight(view: SheetView) -> bool:
    """Tell whether ringed cell and tag are wholly in sight."""
    assert view.cells.sheet.ringed is not None
    cell = view.visualRect(view.cells.index(*view.cells.sheet.ringed))
    return view.viewport().rect().contains(cell) and view.viewport().rect().contains(view.tag_place())


def test_the_model_of_a_sheet_keeps_qts_promises() -> None:
    model = SheetModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_sheet(drawn_sheet())

    assert tester.failureReportingMode() == FATAL
    assert (model.rowCount(), model.columnCount()) == (24, 8)


def test_cells_are_called_what_excel_calls_them() -> None:
    assert [letters(column) for column in (0, 7, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "H",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
    assert name_of((14, 7)) == "H15"


def test_heads_say_the_letter_and_the_sheets_own_heading(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    heads = [view.cells.headerData(column, Qt.Orientation.Horizontal) for column in (0, 7)]

    assert heads == ["A\nTT", "H\nCuối kỳ"]
    assert view.cells.headerData(14, Qt.Orientation.Vertical) == "15"


def test_the_ringed_cell_stays_in_sight_however_the_view_is_resized(qtbot: QtBot) -> None:
    page, view = sheet_in(qtbot)
    seen = [is_in_sight(view)]
    for width, height in ((420, 300), (1000, 260), (360, 600)):
        page.resize(width, height)
        qtbot.wait(1)
        seen.append(is_in_sight(view))

    assert seen == [True] * 4


def test_the_tag_lies_below_a_cell_in_the_first_row_and_inside_at_the_left(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    view.show_sheet(replace(drawn_sheet(), ringed=(0, 0), merged=()))
    qtbot.wait(1)

    assert is_in_sight(view)
    assert view.tag_place().top() > view.visualRect(view.cells.index(0, 0)).bottom() - 1


def test_ring_tag_and_related_cells_are_drawn(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    palette = worn().palette
    image = picture(view.viewport())
    related = view.visualRect(view.cells.index(12, 7)).topLeft()
    unrelated = view.visualRect(view.cells.index(15, 7)).center()
    tag = picture(view.viewport(), view.tag_place().adjusted(3, 3, -3, -3))

    assert image.pixelColor(related.x() + 3, related.y() + 5).name().upper() == palette.related_ground
    assert image.pixelColor(unrelated).name().upper() == palette.surface
    assert tag.pixelColor(0, 0).name().upper() == palette.error_ink
    assert ink_rows(tag, palette.on_tone) != []


def test_merged_cells_are_one_and_are_let_go_with_the_sheet(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    merged = view.columnSpan(0, 0)
    view.show_sheet(Sheet(3, 3, {(0, 0): SheetCell("A")}, merged=(Merged(1, 1, 2, 2),)))

    assert (merged, view.columnSpan(0, 0), view.rowSpan(1, 1)) == (8, 1, 2)


def test_a_sheet_is_looked_at_and_never_changed(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    flags = view.cells.flags(view.cells.index(14, 7))

    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert view.editTriggers() == SheetView.EditTrigger.NoEditTriggers


def test_a_screen_reader_hears_where_it_is_in_the_sheet(qtbot: QtBot) -> None:
    _, view = sheet_in(qtbot)
    said = [view.cells.index(*spot).data(Qt.ItemDataRole.AccessibleTextRole) for spot in ((14, 7), (5, 7), (15, 0))]

    assert said == ["ô H15, Cuối kỳ: 286, ô đang xét", "ô H6, Cuối kỳ: 30, ô liên quan", "ô A16, TT: trống"]
    assert view.accessibleDescription() == "Ô đang xét: H15"


def test_columns_give_up_their_air_before_one_goes_out_of_sight(qtbot: QtBot) -> None:
    page, view = sheet_in(qtbot, 1000)
    roomy = sum(view.columnWidth(column) for column in range(8))
    sides = page.width() - view.viewport().width()
    page.resize(roomy + sides - 20, 340)
    tight, room = sum(view.columnWidth(column) for column in range(8)), view.viewport().width()
    page.resize(roomy // 2, 340)
    scrolled = sum(view.columnWidth(column) for column in range(8))

    assert tight <= room < roomy
    assert scrolled == roomy


def test_a_status_in_a_cell_is_sorted_by_its_order(qtbot: QtBot) -> None:
    rows = [
        Row("a", (Cell(status=Status(Tone.GOOD, "Đạt"), order=(2,)),)),
        Row("b", (Cell(status=Status(Tone.ERROR, "2 lỗi"), order=(0,)),)),
        Row("c", (Cell("không có thứ tự"),)),
    ]
    table = RowTable("Bảng", (Column("Tình trạng", 200),))
    qtbot.addWidget(table)
    table.show_rows(rows)
    table.sortByColumn(0, ASCENDING)

    assert [row.key for row in table.rows.rows()] == ["b", "a", "c"]
