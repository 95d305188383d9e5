"""One finding. This module holds the card at the right: what is wrong, where, what stood before, and what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.marks import TONES
from ccbdesk.gui.pages.sheets import shown_sheet
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label, ground
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.gui.widgets.sheet import EMPTY_SHEET
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.desk import FindingPicture

_MUST_BE_PUT_RIGHT = "Lỗi thì phải sửa, không chấp nhận được."
_NO_SHEET = "Điều này không nằm ở một ô nào trong tệp."
_LINES, _LINES_WHERE_LOW = 6, 4
_CLOSED = "Kỳ này đã chốt sổ nên chỉ xem."


class FindingDetail(Card):
    """The card. It tells what was pressed and decides nothing."""

    stepped = Signal(int)
    """Forwards (1) or back (−1) in the list."""
    open_pressed = Signal()
    accept_pressed = Signal()
    correct_pressed = Signal()
    give_back_pressed = Signal()

    def __init__(self) -> None:
        """Make the card without a finding."""
        super().__init__(margin=20, spacing=8)
        self.setAccessibleName("Điều đang xem")
        self.title = Label("", Text.HEADING, wraps=True)
        self.place_in_list = Label("", Text.SMALL, Ink.SOFT)
        self.before = Button("&Trước", Kind.LINK, Icon.CHEVRON_LEFT)
        self.after = Button("Sa&u", Kind.LINK, Icon.CHEVRON_RIGHT, is_icon_last=True)
        self.words = _Words()
        self.place = Elided("", Text.SMALL, Ink.SOFT)
        self.find_cell = Button("Xem &dòng", Kind.LINK, Icon.SEARCH)
        self.open_file = Button("Mở tệp trong &Excel", Kind.LINK, Icon.EXCEL)
        self.sheet = SheetView()
        self.no_sheet = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.no_sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.give_back = Button("Trả &lại để sửa…", Kind.OUTLINED, Icon.REPLY)
        self.accept = Button("&Chấp nhận, ghi lý do…", Kind.OUTLINED, Icon.PEN)
        self.correct = Button("Sửa số, có n&guồn…", Kind.OUTLINED, Icon.CHECK)
        self.why = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self._lay_out()
        self._connect()

    def show_finding(self, finding: FindingPicture, place: str, *, is_open: bool, can_give_back: bool) -> None:
        """Show a finding; ``place`` is “1 trên 8”, ``is_open``: something can be decided in the period."""
        self.title.setText(finding.title)
        self.place_in_list.setText(place)
        self.words.show_finding(finding)
        self.place.setText(" › ".join(part for part in (finding.unit_name, finding.place) if part))
        self.open_file.setVisible(finding.file is not None)
        self.find_cell.setVisible(bool(finding.cell))
        is_unsettled = is_open and not finding.is_settled
        self.give_back.setVisible(is_unsettled and can_give_back)
        self.accept.setVisible(is_open and finding.can_be_accepted)
        self.correct.setVisible(is_open and finding.can_be_corrected)
        is_error = finding.level is Mark.ERROR and not finding.is_settled
        self.why.setText(_CLOSED if not is_open else _MUST_BE_PUT_RIGHT if is_error else "")

    def show_sheet(self, picture: SheetPicture, finding: FindingPicture) -> None:
        """Show the sheet that a finding is about, its cell ringed."""
        self.sheet.show_sheet(shown_sheet(picture, finding.cell, TONES[finding.level], finding.related))
        self._stack.setCurrentWidget(self.sheet)

    def show_no_sheet(self, words: str = _NO_SHEET) -> None:
        """Say why there is no sheet to show."""
        self.sheet.show_sheet(EMPTY_SHEET)
        self.no_sheet.setText(words)
        self._stack.setCurrentWidget(self.no_sheet)

    def _lay_out(self) -> None:
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        for part in (self.before, self.place_in_list, self.after):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.place_in_list.setFixedHeight(self.before.sizeHint().height())
        self.place_in_list.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self.place, 1)
        line.addWidget(self.find_cell)
        line.addWidget(self.open_file)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.no_sheet)
        self._deeds = QHBoxLayout()
        for button in (self.give_back, self.accept, self.correct):
            self._deeds.addWidget(button)
        self._deeds.addWidget(self.why, 1)
        self.content.addLayout(head)
        self.content.addWidget(self.words)
        self.content.addLayout(line)
        self.content.addWidget(self._stack, 1)
        self.content.addLayout(self._deeds)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.before.setToolTip("Điều trước (Alt+↑)")
        self.after.setToolTip("Điều sau (Alt+↓)")
        self.find_cell.clicked.connect(self.sheet.centre)
        self.open_file.clicked.connect(self.open_pressed)
        self.give_back.clicked.connect(self.give_back_pressed)
        self.accept.clicked.connect(self.accept_pressed)
        self.correct.clicked.connect(self.correct_pressed)


class _Words(QScrollArea):
    """What is wrong and what to do, what stood before, what was accepted; long ones scroll in a few lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Nội dung điều đang xem")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.what = Label("", Text.BODY, wraps=True)
        self.advice = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.past = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.settled = Label("", Text.SMALL, Ink.GOOD, wraps=True)
        inside = ground(QWidget())
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(worn().px(3))
        for label in (self.what, self.advice, self.past, self.settled):
            self._lines.addWidget(label)
            label.hide()
        self._lines.addStretch(1)
        self.setWidget(inside)
        self.setMinimumHeight(0)

    def show_finding(self, finding: FindingPicture) -> None:
        """Show the first sentence as what is wrong, all others as what to do."""
        what, stop, advice = finding.sentence.partition(". ")
        past = " · ".join(f"{each.period}: {each.value}" for each in finding.past)
        before = f"{finding.figure_name}: {past}" if past else ""
        texts = (f"{what}." if stop else what, advice, before, finding.settled)
        for label, words in zip((self.what, self.advice, self.past, self.settled), texts, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.settled.set_ink(Ink.GOOD if finding.is_settled else Ink.WARNING)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the words need now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take as many lines as the words need in a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._fit()

    def _fit(self) -> None:
        look = worn()
        width = self.viewport().width()
        labels = [label for label in (self.what, self.advice, self.past, self.settled) if not label.isHidden()]
        if width <= 0:
            return
        for label in labels:
            label.setMinimumHeight(0)  # which the height asked for would never go below
        heights = [label.heightForWidth(width) for label in labels]
        for label, height in zip(labels, heights, strict=True):
            label.setFixedHeight(height)  # or the layout gives it the height it has in half the width
        needed = sum(heights) + self._lines.spacing() * max(len(labels) - 1, 0)
        most = _LINES_WHERE_LOW if look.is_low(self.window().height()) else _LINES
        self.setFixedHeight(min(needed, most * look.line_height(Text.BODY)))
