"""Tra số: a figure is found by its name with or without dấu, walked back, copied, and led to its cell."""

from pathlib import Path

import pytest
from framing import in_window
from pages_drawing import CELL, LONG, PictureFrame, figure, frame_in, lines
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from seeing import cut_words, nameless, overlapping
from window_here import PlainPage

from ccbdesk.gui.dialogs.cell_sheet import addresses
from ccbdesk.gui.dialogs.lookup import LookupDialog, matching, open_lookup
from ccbdesk.gui.look.dressing import dress
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures import Step
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.figures import FigureLine
from ccbdesk.service.requests.checking import ShowSheet
from ccbdesk.service.requests.figures import ListFigures, LookUp

NAMES = ("Hội viên cuối kỳ", "Hội viên mới kết nạp", "Ngày công lao động")


def opened(
    qtbot: QtBot, folder: Path, known: tuple[FigureLine, ...], room: tuple[int, int] = (1110, 628)
) -> LookupDialog:
    """Return the dialog on a window."""
    frame = frame_in(folder, {ListFigures: known, LookUp: figure("Long Vân", "Kim Sơn")})
    window = in_window(PlainPage(frame, Step.REPORTING), frame, *room)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert frame.desk is not None
    dialog = LookupDialog(window, frame, frame.desk.table, known)
    dialog.open()
    return dialog


def frame_of(dialog: LookupDialog) -> PictureFrame:
    """Return the frame of a dialog's window."""
    found = dialog.window().findChild(PlainPage)
    assert isinstance(found, PlainPage)
    assert isinstance(found.frame, PictureFrame)
    return found.frame


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ngay cong", ["Ngày công lao động"]),
        ("HỘI VIÊN", ["Hội viên cuối kỳ", "Hội viên mới kết nạp"]),
        ("ket nap hoi", ["Hội viên mới kết nạp"]),
        ("m2", ["Ngày công lao động"]),
        ("to chuc", list(NAMES)),
        ("xyz", []),
        ("", list(NAMES)),
    ],
)
def test_a_figure_is_found_with_or_without_accents(typed: str, found: list[str]) -> None:
    assert [line.label for line in matching(lines(*NAMES), typed)] == found


def test_names_that_begin_with_what_was_typed_come_first() -> None:
    assert [line.label for line in matching(lines("Chi hội", "Hội viên"), "hoi")] == ["Hội viên", "Chi hội"]


def test_typing_shows_the_first_figure_found_and_arrows_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path, lines(*NAMES))

    QTest.keyClicks(dialog.search, "hoi vien")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)

    asked = [each.figure for each in frame_of(dialog).asked if isinstance(each, LookUp)]
    assert (asked[0], asked[-1]) == (IndicatorCode("m0"), IndicatorCode("m1"))
    assert dialog.count.text() == "2 trên 3 số liệu"
    assert dialog.search.hasFocus()


def test_total_units_coverage_last_period_and_cells_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path, lines(*NAMES))

    (table,) = dialog.panel.tables
    seen = [[cell.shown for cell in row.cells] for row in table.rows.rows()]
    assert dialog.panel.value.text() == "4.146 hội viên"
    assert seen == [
        ["Long Vân", "412", "ô E12"],
        ["Kim Sơn", "412", "ô E12"],
        ["Kim Sơn", "–", "Chưa gửi báo cáo"],
    ]
    table.choose("0")
    assert dialog.panel.detail.text().splitlines() == [
        "Long Vân: có trong số tổng",
        "Trong tệp ghi “4 1 2”",
        "Trang Biểu số liệu, ô E12, tệp Long Vân.xlsx",
    ]


def test_a_figure_is_copied(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path, lines(*NAMES))

    QTest.mouseClick(dialog.panel.copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "Hội viên cuối kỳ\t4.146 hội viên"


def test_enter_on_a_unit_shows_its_cell_in_place_of_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path, lines(*NAMES))
    frame, window = frame_of(dialog), dialog.window()
    frame.ready[ShowSheet] = SheetPicture(CELL.file, CELL.file_name, CELL.sheet, (CELL.sheet,), 20, (), ())
    table = dialog.panel.tables[0]
    table.choose("0")

    QTest.keyClick(table, Qt.Key.Key_Return)

    seen = [each.accessibleName() for each in window.findChildren(Overlay) if each.isVisible()]
    assert seen == ["Ô của số liệu trong tệp đã nhận"]


@pytest.mark.parametrize(
    ("cells", "each"), [("E8:E9", ("E8", "E9")), ("AA3:AB3", ("AA3", "AB3")), ("E12", ("E12",)), ("", ("",))]
)
def test_the_cells_of_a_list_are_all_shown(cells: str, each: tuple[str, ...]) -> None:
    assert addresses(cells) == each


def test_without_a_period_nothing_is_opened(tmp_path: Path) -> None:
    frame = PictureFrame(None)

    open_lookup(frame)

    assert (frame.asked, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("room", [(1366, 728, 1.0), (1093, 590, 1.0), (1366, 728, 1.3), (1366, 728, 1.6)])
@pytest.mark.parametrize("typed", ["", "xyz"])
def test_nothing_is_cut_or_nameless_however_long_the_names(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, typed: str, room: tuple[int, int, float]
) -> None:
    width, height, factor = room
    dress(qapp, factor)
    dialog = opened(qtbot, tmp_path, lines(*(f"{LONG} {place}" for place in range(40))), (width, height))

    QTest.keyClicks(dialog.search, typed)

    qtbot.waitUntil(lambda: not cut_words(dialog))
    assert (overlapping(dialog), nameless(dialog)) == ([], [])
