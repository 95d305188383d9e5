"""The pieces of the window, each with something in it. This module draws the scenes that tests look at.

``docs/pictures/take.py`` makes pictures of the same scenes. Names and figures are invented."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.bars import Bar, BarsChart
from ccbdesk.gui.widgets.bottom_bar import BottomBar
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.chips import ChipRow
from ccbdesk.gui.widgets.choices import Choice
from ccbdesk.gui.widgets.dropping import DropZone
from ccbdesk.gui.widgets.findings_list import Entry, FindingsList, Group
from ccbdesk.gui.widgets.headlines import Headline, HeadlineCard
from ccbdesk.gui.widgets.labels import Elided, Ink, Label, ground
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.page_head import PageHead
from ccbdesk.gui.widgets.progress import ProgressPanel
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.gui.widgets.sheet import Merged, Sheet, SheetCell
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.gui.widgets.status import Status, StatusMark, StatusPill, StatusShape, Tone
from ccbdesk.gui.widgets.step_rail import Step, StepRail, StepState
from ccbdesk.gui.widgets.stripes import Stripe

TALL = "ẴẪỖỸ"
"""Capitals whose accents stand out highest."""

UNIT_COLUMNS = (
    Column("Đơn vị", 268, share=2),
    Column("Tệp đã nhận", 260, share=3),
    Column("Nhận lúc", 130, is_spare=True),
    Column("Hội viên", 110, is_number=True),
    Column("Tình trạng", 250),
)

UNITS = (
    ("Hội CCB phường An Hòa", "BC quý 3 An Hòa.xlsx", "02/10  08:14", "412", Status(Tone.GOOD, "Đạt")),
    ("Hội CCB phường Bình Khê", "Binh Khe (sua lan 2).xlsx", "02/10  09:40", "286", Status(Tone.ERROR, "2 lỗi")),
    ("Hội CCB phường Đông Phong", "Dong Phong.xlsx", "02/10  14:25", "521", Status(Tone.WARNING, "2 điều cần xem")),
    ("Hội CCB xã Kim Sơn", "—", "", "", Status(Tone.WAITING, "Chưa nhận")),
    ("Hội CCB xã Long Vân", "LV.xlsx", "03/10  08:33", "1.233", Status(Tone.ACCEPTED, "Đạt, đã chấp nhận 1 điều")),
    ("Hội CCB xã có tên rất dài để không vừa cột nào", "x.xlsx", "", "0", Status(Tone.RETURNED, "Đã trả lại 04/10")),
)

FINDINGS = (
    Group(
        "Hội CCB phường Bình Khê",
        (
            Entry("b1", Tone.ERROR, "Dòng Cộng không khớp", "Lỗi phải sửa  ·  Biểu 1, ô H15"),
            Entry("b2", Tone.ERROR, "Chữ ở ô phải ghi số", "Lỗi phải sửa  ·  Biểu 1, ô D11"),
            Entry("b3", Tone.WARNING, "Số đầu kỳ khác số cuối kỳ trước", "Cần xem  ·  Biểu 1, ô C15"),
        ),
    ),
    Group(
        "Hội CCB phường Đông Phong",
        (
            Entry("d1", Tone.WARNING, "Tăng nhiều so với kỳ trước", "Cần xem  ·  Biểu 1, ô D15"),
            Entry("d2", Tone.WARNING, "Hai hội viên trùng họ tên", "Danh sách, dòng 58 và 203", is_settled=True),
        ),
    ),
)

STEPS = (
    Step("Nhận tệp", "14 trên 14 đơn vị", StepState.DONE),
    Step("Kiểm tra", "3 lỗi, 5 điều cần xem"),
    Step("Tổng hợp", "Chưa tổng hợp"),
    Step("Báo cáo", "Sau khi tổng hợp", StepState.LATER),
)


def column(*widgets: QWidget, stretches: bool = True) -> QWidget:
    """Return widgets one below the other on the page."""
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(24, 20, 24, 20)
    lines.setSpacing(12)
    for widget in widgets:
        lines.addWidget(widget)
    if stretches:
        lines.addStretch(1)
    return page


def line(*widgets: QWidget) -> QWidget:
    """Return widgets side by side."""
    page = ground(QWidget())
    parts = QHBoxLayout(page)
    parts.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        parts.addWidget(widget)
    parts.addStretch(1)
    return page


def off(button: Button) -> Button:
    """Return a button that cannot be pressed now."""
    button.setEnabled(False)
    return button


def texts() -> QWidget:
    """Draw every kind of text and ink."""
    kinds = [Label(f"{TALL} Đã nhận 12 trên 14 đơn vị", text) for text in Text]
    inks = [Label(f"{TALL} Đã nhận 12 trên 14 đơn vị", ink=ink) for ink in Ink]
    long = Elided("Còn chờ Hội CCB xã Kim Sơn, Hội CCB xã Vĩnh Hiệp và những đơn vị khác nữa. " * 3, ink=Ink.SOFT)
    wrapped = Label("Thường do một chi hội được sửa sau khi đã cộng. " * 4, Text.SMALL, Ink.SOFT, wraps=True)
    return column(*kinds, *inks, long, wrapped)


def buttons() -> QWidget:
    """Draw buttons of every kind."""
    return column(
        line(Button("Tiếp: xem 8 điều", Kind.FILLED, Icon.CHEVRON_RIGHT, is_icon_last=True), Button(TALL, Kind.FILLED)),
        line(Button("&Chọn tệp…", icon=Icon.FOLDER), Button(TALL), Button("A+").make_small()),
        line(Button("Soạn lời nhắc…", Kind.LINK, Icon.MAIL), Button(TALL, Kind.LINK)),
        line(Button("Tổng hợp 10 đơn vị", Kind.FILLED, Icon.MERGE, is_large=True)),
        line(*(off(Button("Chưa bấm được", kind, Icon.SAVE)) for kind in Kind)),
    )


def cards() -> QWidget:
    """Draw a card with a heading, and one without."""
    plain = Card()
    plain.content.addWidget(Label("Tài liệu › CCB › 2026", ink=Ink.SOFT))
    headed = Card("Sổ sẽ được lưu tại")
    headed.content.addWidget(line(StatusShape(Tone.GOOD, "Đạt"), Label("12 trên 14 đơn vị đã gửi tệp", Text.STRONG)))
    return column(headed, plain)


def chips() -> QWidget:
    """Draw a row of chips."""
    row = ChipRow("Lọc các điều cần xem")
    for code, words, count in (("tat-ca", "Tất cả", 8), ("loi", "Lỗi", 3), ("xem", "Cần xem", 5), ("xong", "Xong", 1)):
        row.add(code, words, count)
    return column(row)


def statuses() -> QWidget:
    """Draw every tone as a mark and as a pill."""
    marks = [StatusMark(Status(tone, f"2 điều {TALL}")) for tone in Tone]
    return column(*marks, line(*(StatusPill(Status(tone, "2 có lỗi")) for tone in list(Tone)[:5])))


def stripes() -> QWidget:
    """Draw a question, a long notice, and an error."""
    return column(
        Stripe("Chưa rõ tệp “baocao(1).xlsx” của đơn vị nào. Trong tệp không ghi tên đơn vị.", "Chọn đơn vị…"),
        Stripe("Kỳ này đã khóa. " * 12, "", Tone.LOCKED),
        Stripe("Chưa lưu được sổ.", "Thử lại", Tone.ERROR),
    )


def drop_zones() -> QWidget:
    """Draw the zone at rest, with files over it, and with none that is a workbook."""
    zones = [DropZone() for _ in range(3)]
    zones[1].set_hanging(3)
    zones[2].set_hanging(0)
    return column(*zones)


def step_rail(*, is_narrow: bool = False) -> QWidget:
    """Draw the rail."""
    rail = StepRail()
    rail.show_period("Quý III năm 2026", "Cụm thi đua số 3 · hạn 05/10")
    rail.show_steps(STEPS, 1)
    rail.set_narrow(is_narrow)
    page = QWidget()
    parts = QHBoxLayout(page)
    parts.setContentsMargins(0, 0, 0, 0)
    parts.addWidget(rail)
    parts.addStretch(1)
    return page


def bottom_bar() -> QWidget:
    """Draw the bar with all there may be on it."""
    bar = BottomBar()
    bar.tell("Đã chấp nhận 1 điều của Hội CCB xã Long Vân.", can_undo=True)
    bar.show_pills((Status(Tone.GOOD, "7 đạt"), Status(Tone.ERROR, "2 có lỗi"), Status(Tone.WAITING, "2 chưa gửi")))
    bar.show_links((Button("Soạn lời nhắc…", Kind.LINK, Icon.MAIL),))
    bar.set_next("Tiếp: xem 8 điều cần xử lý")
    return column(Label("Trang"), bar)


def unit_rows() -> list[Row]:
    """Return the rows of the units."""
    return [
        Row(
            f"u{number}",
            (
                Cell(name, is_strong=True),
                Cell(file, is_soft=True),
                Cell(time, is_soft=True),
                Cell(members, order=(int(members.replace(".", "") or -1),)),
                Cell(status=status),
            ),
        )
        for number, (name, file, time, members, status) in enumerate(UNITS)
    ]


def unit_table() -> QWidget:
    """Draw the table of the units, one of them chosen."""
    table = RowTable("Các đơn vị", UNIT_COLUMNS)
    table.show_rows(unit_rows())
    table.choose("u1")
    head = PageHead("Nhận tệp của các đơn vị", (Button("&Chọn tệp…", icon=Icon.FOLDER),))
    head.say("Nhận tệp của các đơn vị", "Đã nhận 12 trên 14 đơn vị.")
    return column(head, table, stretches=False)


def empty_table() -> QWidget:
    """Draw a table and a list without anything in them."""
    table = RowTable("Các đơn vị", UNIT_COLUMNS, "Chưa nhận tệp nào. Kéo các tệp Excel đơn vị gửi về vào đây.")
    return column(table, FindingsList("Các điều cần xem", "Không có điều gì cần xử lý."), stretches=False)


def findings_list() -> QWidget:
    """Draw the list of findings in its card."""
    card = Card(margin=12)
    found = FindingsList("Các điều cần xem")
    found.show_groups(FINDINGS)
    found.choose("b1")
    card.content.addWidget(found)
    return column(card, stretches=False)


def drawn_sheet() -> Sheet:
    """Return a sheet with a wrong total in H15."""
    headings = dict(enumerate(("TT", "Chi hội", "Đầu kỳ", "Kết nạp", "Chuyển đến", "Chuyển đi", "Từ trần", "Cuối kỳ")))
    cells = {(0, 0): SheetCell(f"TÌNH HÌNH HỘI VIÊN {TALL}", is_strong=True)}
    for row in range(5, 14):
        cells[row, 0] = SheetCell(str(row - 4), is_number=True)
        cells[row, 1] = SheetCell(f"Khu phố {row - 4}")
        cells |= {(row, place): SheetCell(str(row * place * 7 % 43), is_number=True) for place in range(2, 8)}
    cells[14, 1] = SheetCell("Cộng", is_strong=True)
    cells[14, 7] = SheetCell("286", is_number=True, is_strong=True)
    related = frozenset((row, 7) for row in range(5, 14))
    return Sheet(24, 8, cells, headings, (Merged(0, 0, 1, 8),), (14, 7), Tone.ERROR, related)


def sheet_view() -> QWidget:
    """Draw the received sheet."""
    view = SheetView()
    view.show_sheet(drawn_sheet())
    return column(view, stretches=False)


BARS = (
    Bar("An Hòa", Decimal(412), "412", Decimal(405), "405"),
    Bar("Cẩm Tú", Decimal(198), "198", Decimal(201), "201"),
    Bar("Long Vân", None, "", Decimal(236), "236", "chưa gửi"),
    Bar(f"Đơn vị có tên rất dài {TALL} không vừa chỗ nào cả", Decimal(1604), "1.604"),
)


def bars() -> QWidget:
    """Draw the chart with both periods, and with this one alone."""
    chart, single = BarsChart("Hội viên theo đơn vị"), BarsChart("Hội viên theo đơn vị")
    chart.show_bars(BARS, "Quý III năm 2026", "Quý II năm 2026")
    single.show_bars([Bar("Tăng", Decimal(12), "12"), Bar("Giảm", Decimal(-5), "−5")], "Quý III năm 2026")
    card = Card("Hội viên theo đơn vị")
    card.content.addWidget(chart)
    card.content.addWidget(single)
    return column(card)


def headlines() -> QWidget:
    """Draw the card of headline figures."""
    card = HeadlineCard("Số chính")
    figures = (Headline("Hội viên cuối kỳ", "4.146", "tăng 62 so với quý II"), Headline("Từ trần", "39"))
    card.show_headlines(figures, Status(Tone.GOOD, "Tổng khớp các đơn vị"))
    return column(card)


def overlay() -> QWidget:
    """Draw a dialog on a page."""
    page = unit_table()
    dialog = Overlay(page, "Vì sao chấp nhận?")
    dialog.body.addWidget(Stripe("Số đầu kỳ khác số cuối kỳ trước", "", Tone.WARNING))
    for place, words in enumerate(("Đơn vị đã rà lại danh sách", "Đã hỏi lại đơn vị, số này đúng", "Lý do khác")):
        choice = QRadioButton(words)
        choice.setChecked(place == 1)
        dialog.body.addWidget(choice)
    dialog.body.addWidget(Label("Ghi thêm (lưu vào trang Ghi chú của sổ)", Text.CAPTION, Ink.SOFT))
    note = QPlainTextEdit()
    note.setAccessibleName("Ghi thêm")
    note.setPlainText("Ông Tám báo qua điện thoại: 3 hội viên chuyển đi từ tháng 6.")
    dialog.body.addWidget(note)
    dialog.set_hint("Có thể hoàn tác bằng Ctrl+Z")
    dialog.add_button(Button("Hủy"), closes=True)
    dialog.add_button(Button("Chấp nhận", Kind.FILLED, Icon.DOUBLE_TICK))
    dialog.open()
    return page


def progress() -> QWidget:
    """Draw how far a long job is."""
    panel = ProgressPanel()
    panel.show_progress("Hội CCB xã Long Vân, 7 trên 12 đơn vị", 7, 12)
    card = Card("Đang tổng hợp sổ của Cụm")
    card.content.addWidget(panel)
    return column(card)


def fields() -> QWidget:
    """Draw Qt's own fields as the style sheet dresses them."""
    words = QLineEdit(f"{TALL} Nguyễn Văn Hòa")
    words.setAccessibleName("Người ký")
    choice = QRadioButton(f"{TALL} Đã hỏi lại đơn vị")
    choice.setChecked(True)
    periods = Choice("Kỳ báo cáo")
    periods.addItems([f"{TALL} Sáu tháng đầu năm 2026, tính đến hết ngày 30 tháng 6", "Năm 2025"])
    short = Choice("Kỳ báo cáo, hẹp")
    short.addItems([f"{TALL} Sáu tháng đầu năm 2026, tính đến hết ngày 30 tháng 6", "Năm 2025"])
    short.setMaximumWidth(240)
    return column(words, line(choice), periods, short)


SCENES: dict[str, Callable[[], QWidget]] = {
    "bars": bars,
    "bottom-bar": bottom_bar,
    "buttons": buttons,
    "cards": cards,
    "chips": chips,
    "drop-zones": drop_zones,
    "empty-table": empty_table,
    "fields": fields,
    "findings-list": findings_list,
    "headlines": headlines,
    "overlay": overlay,
    "progress": progress,
    "sheet-view": sheet_view,
    "statuses": statuses,
    "step-rail": step_rail,
    "step-rail-narrow": lambda: step_rail(is_narrow=True),
    "stripes": stripes,
    "texts": texts,
    "unit-table": unit_table,
}
