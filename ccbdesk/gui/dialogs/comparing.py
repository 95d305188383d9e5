"""Two files of a unit. This module holds the dialog with both views: cells, and what was found."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button
from ccbdesk.gui.widgets.chips import ChipRow
from ccbdesk.gui.widgets.findings_list import Entry, FindingsList, Group
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.service.pictures.checking import ComparedPicture, ComparisonPicture

_COLUMNS = (
    Column("Số liệu", 250, share=3),
    Column("Chỗ", 150, share=1, is_spare=True),
    Column("Bản trước", 110, is_number=True),
    Column("Bản mới", 110, is_number=True),
    Column("", 170),
)
_UNASKED = "Không ai nhắc"
_NOTHING = "để trống"
_CELLS, _FINDINGS = "cells", "findings"


class ComparisonDialog(Overlay):
    """Shows what a newer file changed. It only shows: the newer file is in use already, the older is kept."""

    def __init__(self, window: QWidget, picture: ComparisonPicture) -> None:
        """Show two files."""
        super().__init__(window, f"So sánh hai tệp của {picture.unit_name}", width=880)
        for caption, name in (("Bản trước: ", picture.older), ("Bản mới: ", picture.newer)):
            self.body.addWidget(Elided(f"{caption}{name}", Text.BODY, Ink.SOFT))
        self.body.addWidget(Label(f"{picture.lead}.", Text.STRONG, wraps=True))
        if picture.unasked:
            words = f"{len(picture.unasked)} ô đổi mà không có điều nào yêu cầu đổi. Nên hỏi lại đơn vị."
            self.body.addWidget(Stripe(words, tone=Tone.WARNING))
        found = len(picture.fixed) + len(picture.still) + len(picture.new)
        self.views = ChipRow("Cách xem")
        self.views.add(_CELLS, "Ô đã đổi", len(picture.cells))
        self.views.add(_FINDINGS, "Điều đã kiểm tra", found)
        self.cells = RowTable("Các ô đã đổi", _COLUMNS, "Không ô số liệu nào đổi.")
        self.cells.show_rows([_row(cell, place) for place, cell in enumerate(picture.cells)])
        self.findings = FindingsList("Điều đã kiểm tra", "Cả hai tệp đều không có điều gì phải xử lý.")
        self.findings.show_groups(_groups(picture))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cells)
        self._stack.addWidget(self.findings)
        self._stack.setFixedHeight(worn().px(260))
        self.body.addWidget(self.views)
        self.body.addWidget(self._stack)
        self.add_button(Button("Đón&g", icon=Icon.CLOSE), closes=True)
        self.views.chosen.connect(lambda code: self._stack.setCurrentIndex(0 if code == _CELLS else 1))


def _row(cell: ComparedPicture, place: int) -> Row:
    return Row(
        str(place),
        (
            Cell(cell.what, tip=cell.what, is_strong=cell.is_unasked),
            Cell(cell.place, is_soft=True),
            Cell(cell.old or _NOTHING, is_soft=not cell.old),
            Cell(cell.new or _NOTHING, is_soft=not cell.new),
            Cell(status=Status(Tone.WARNING, _UNASKED)) if cell.is_unasked else Cell(""),
        ),
    )


def _groups(picture: ComparisonPicture) -> list[Group]:
    bands = (
        ("Đã sửa xong", Tone.GOOD, picture.fixed),
        ("Vẫn còn", Tone.WARNING, picture.still),
        ("Mới có", Tone.ERROR, picture.new),
    )
    return [
        Group(
            f"{heading} ({len(found)})", tuple(_entry(f"{heading}{at}", tone, words) for at, words in enumerate(found))
        )
        for heading, tone, found in bands
        if found
    ]


def _entry(key: str, tone: Tone, words: str) -> Entry:
    place, _, matter = words.partition(": ")
    return Entry(key, tone, matter or words, place if matter else "")
