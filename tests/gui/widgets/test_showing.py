"""What is looked at. This module holds the tests on labels, dropping, progress, bars, headline figures and page heads."""

from decimal import Decimal
from pathlib import Path

import pytest
from gallery import BARS, column
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot
from seeing import click, heard, part, picture, said, shown

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.widgets.bars import Bar, BarsChart
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.dropping import DropCatcher, DropZone, is_workbook
from ccbdesk.gui.widgets.headlines import Headline, HeadlineCard
from ccbdesk.gui.widgets.labels import Elided, Ink, Label, plain_tip
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.progress import ProgressPanel
from ccbdesk.gui.widgets.status import Status, StatusPill, Tone

COPY, LEFT, NOTHING = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


# -- labels --------------------------------------------------------------------------------------------------------


def test_a_label_reads_nothing_as_markup(qtbot: QtBot) -> None:
    label = Label("<b>đậm</b> & “A<B”")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert plain_tip("A<B\nC&D") == "<p>A&lt;B<br>C&amp;D</p>"
    assert plain_tip("") == ""


def test_words_that_do_not_fit_are_shortened_and_their_tooltip_has_them_all(qtbot: QtBot) -> None:
    label = Elided("Hội CCB xã có tên rất dài", cut=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 30)
    short = (label.shown(), label.toolTip())
    label.resize(600, 30)

    assert short[0].startswith("Hội")
    assert "…" in short[0]
    assert short[1] == "<p>Hội CCB xã có tên rất dài</p>"
    assert (label.shown(), label.toolTip()) == ("Hội CCB xã có tên rất dài", "")


def test_a_label_changes_its_ink_in_place(qtbot: QtBot) -> None:
    label = Label("Đã lưu")
    qtbot.addWidget(label)
    label.show()
    label.set_ink(Ink.ERROR)

    assert label.palette().windowText().color().name().upper() == worn().palette.error_ink


# -- dropping ------------------------------------------------------------------------------------------------------


def dragged(*names: str) -> QMimeData:
    """Return files as they are dragged from the file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def drag_over(window: QWidget, data: QMimeData) -> bool:
    """Drag files over a window; tell whether it would take them."""
    event = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NOTHING)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop_on(window: QWidget, data: QMimeData) -> None:
    """Drop files on a window."""
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NOTHING))


def caught(qtbot: QtBot) -> tuple[QWidget, DropZone, DropCatcher]:
    """Return a window with a zone, and what catches the files."""
    zone = DropZone()
    page = column(zone)
    qtbot.addWidget(page)
    page.resize(700, 200)
    page.show()
    catcher = DropCatcher(page)
    catcher.hanging.connect(zone.set_hanging)
    catcher.gone.connect(zone.set_empty)
    return page, zone, catcher


def test_the_zone_counts_the_workbooks_that_hang_over_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    page, zone, _ = caught(qtbot)
    taken = drag_over(page, dragged("/a.xlsx", "/b.XLS", "/c.ods", "/ghi chú.txt"))
    three = zone.words()
    drag_over(page, dragged("/ghi chú.txt"))
    none = zone.words()
    drag_over(page, dragged(str(tmp_path)))
    folder = zone.words()
    QApplication.sendEvent(page, QDragLeaveEvent())

    assert taken
    assert [three, none, folder, zone.words()] == [
        "Thả tay để nhận 3 tệp Excel",
        "Trong số này không có tệp Excel nào",
        "Thả tay để nhận 1 tệp Excel",
        "Kéo các tệp Excel vào đây",
    ]


def test_what_is_dropped_is_handed_over_whole_and_the_zone_invites_again(qtbot: QtBot) -> None:
    page, zone, catcher = caught(qtbot)
    dropped = heard(catcher.dropped)
    data = dragged("/Biểu Kim Sơn.xlsx", "/ghi chú.txt")
    drag_over(page, data)
    drop_on(page, data)

    assert dropped == [((Path("/Biểu Kim Sơn.xlsx"), Path("/ghi chú.txt")),)]
    assert zone.words() == "Kéo các tệp Excel vào đây"


def test_words_and_addresses_of_the_web_are_not_taken(qtbot: QtBot) -> None:
    page, zone, _ = caught(qtbot)
    words, web = QMimeData(), QMimeData()
    words.setText("một câu")
    web.setUrls([QUrl("https://example.org/a.xlsx")])

    assert [drag_over(page, data) for data in (words, web)] == [False, False]
    assert zone.words() == "Kéo các tệp Excel vào đây"


def test_a_click_on_the_zone_asks_for_files_too(qtbot: QtBot) -> None:
    page, zone, _ = caught(qtbot)
    pressed = heard(zone.pressed)
    click(zone)

    assert page.isVisible()
    assert pressed == [()]


@pytest.mark.parametrize(
    ("name", "answer"), [("a.xlsx", True), ("A.XLSM", True), ("a.xlsx.txt", False), ("xlsx", False)]
)
def test_a_workbook_is_known_by_its_ending(name: str, answer: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_workbook(Path(name)) is answer


# -- progress ------------------------------------------------------------------------------------------------------


def test_progress_goes_unit_by_unit_and_can_be_stopped_once(qtbot: QtBot) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    panel.show()
    stopped = heard(panel.stop_pressed)
    panel.begin("Đang mở 12 tệp")
    unknown = panel.bar.maximum()
    panel.show_progress("Hội CCB xã Long Vân, 7 trên 12 đơn vị", 7, 12)
    bar = part(panel, QProgressBar)
    seen = (panel.words.text(), bar.value(), bar.maximum())
    click(part(panel, Button))
    panel.show_progress("Hội CCB xã Mỹ Thạnh, 8 trên 12 đơn vị", 8, 12)

    assert (unknown, seen) == (0, ("Hội CCB xã Long Vân, 7 trên 12 đơn vị", 7, 12))
    assert (stopped, panel.words.text(), bar.value()) == ([()], "Đang dừng…", 8)
    assert not part(panel, Button).isEnabled()
    panel.begin("Làm lại")
    assert part(panel, Button).isEnabled()


# -- bars ----------------------------------------------------------------------------------------------------------


def bars_in(qtbot: QtBot, *bars: Bar, before: str = "Quý II") -> BarsChart:
    """Return a shown chart."""
    chart = BarsChart("Hội viên theo đơn vị")
    qtbot.addWidget(chart)
    chart.show_bars(bars, "Quý III", before)
    chart.resize(600, chart.sizeHint().height())
    chart.show()
    return chart


def longest(chart: BarsChart, colour: str) -> int:
    """Return the length of the longest run of a colour in a chart."""
    image = picture(chart)
    runs = [
        sum(image.pixelColor(x, y).name().upper() == colour for x in range(image.width()))
        for y in range(image.height())
    ]
    return max(runs)


def test_bars_are_as_long_as_their_figures(qtbot: QtBot) -> None:
    whole = bars_in(qtbot, Bar("A", Decimal(400), "400", Decimal(200), "200"))
    half = longest(whole, worn().palette.earlier) / longest(whole, worn().palette.accent)

    assert half == pytest.approx(0.5, abs=0.02)


def test_a_missing_figure_has_no_bar_and_says_why(qtbot: QtBot) -> None:
    chart = bars_in(qtbot, Bar("Long Vân", None, "", Decimal(236), "236", "chưa gửi"))

    assert longest(chart, worn().palette.accent) < worn().px(16)
    assert chart.accessibleDescription() == "Long Vân: chưa gửi, kỳ trước 236"


def test_a_chart_is_read_line_by_line(qtbot: QtBot) -> None:
    chart = bars_in(qtbot, *BARS)

    assert chart.accessibleDescription().split("; ")[:3] == [
        "An Hòa: 412, kỳ trước 405",
        "Cẩm Tú: 198, kỳ trước 201",
        "Long Vân: chưa gửi, kỳ trước 236",
    ]


def test_a_chart_of_nothing_or_of_zeros_is_drawn_all_the_same(qtbot: QtBot) -> None:
    empty, zeros = bars_in(qtbot), bars_in(qtbot, Bar("A", Decimal(0), "0"), Bar("B", Decimal(0), "0", Decimal(0), "0"))

    assert empty.sizeHint().height() < zeros.sizeHint().height()
    assert longest(zeros, worn().palette.accent) < worn().px(30)


def test_a_chart_without_earlier_figures_needs_no_legend(qtbot: QtBot) -> None:
    alone = bars_in(qtbot, Bar("A", Decimal(4), "4"))
    both = bars_in(qtbot, Bar("A", Decimal(4), "4", Decimal(3), "3"))

    assert alone.sizeHint().height() < both.sizeHint().height()
    assert longest(alone, worn().palette.earlier) == 0


# -- headline figures and page heads -------------------------------------------------------------------------------


def test_headlines_are_shown_anew(qtbot: QtBot) -> None:
    card = HeadlineCard("Số chính")
    page = column(card)
    qtbot.addWidget(page)
    page.resize(800, 300)
    page.show()
    card.show_headlines((Headline("Hội viên", "4.146"), Headline("Từ trần", "39")), Status(Tone.WARNING, "Tạm tính"))
    card.show_headlines((Headline("Hội viên", "4.150", "tăng 4"),), Status(Tone.GOOD, "Tổng khớp"))
    QApplication.processEvents()
    labels = {label.text() for label in card.findChildren(Label) if label.isVisible()}

    assert labels == {"Hội viên", "4.150", "tăng 4"}
    assert said(part(card, StatusPill, "Tổng khớp")) == "Tổng khớp"
    assert "Hội viên: 4.150. tăng 4" in {said(widget) for widget in shown(card)}


def test_the_lead_goes_where_the_window_is_low(qtbot: QtBot) -> None:
    head = PageHead("Kiểm tra")
    page = column(head)
    qtbot.addWidget(page)
    page.show()
    seen = []
    for height in (728, 590):
        page.resize(900, height)
        head.say("Kiểm tra", "3 lỗi phải sửa và 5 điều cần xem.")
        seen.append(head.lead.isVisible())

    assert seen == [True, False]
