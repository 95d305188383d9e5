"""One finding. This module holds the card at the right: what is wrong, where, what stood before, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.pages.checking.deeds import FindingDeeds
from ccbdesk.gui.pages.checking.words import FindingWords
from ccbdesk.gui.pages.marks import TONES
from ccbdesk.gui.pages.sheets import shown_sheet
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.sheet import EMPTY_SHEET
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.checking import SheetPicture
from ccbdesk.service.pictures.desk import FindingPicture

_MUST_BE_PUT_RIGHT = "Lỗi phải sửa, không chấp nhận."
_NO_SHEET = "Điều này không nằm ở một ô nào trong tệp."
_SHARE_OF_WORDS, _SHARE_WHERE_LOW = 0.24, 0.17
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
        self.title = Elided("", Text.HEADING)
        self.place_in_list = Label("", Text.SMALL, Ink.SOFT)
        self.before = Button("T&rước", Kind.LINK, Icon.CHEVRON_LEFT)
        self.after = Button("Sa&u", Kind.LINK, Icon.CHEVRON_RIGHT, is_icon_last=True)
        self.words = FindingWords()
        self.place = Elided("", Text.SMALL, Ink.SOFT)
        self.find_cell = Button("Xem &dòng", Kind.LINK, Icon.SEARCH)
        self.open_file = Button("Mở tệp trong &Excel", Kind.LINK, Icon.EXCEL)
        self.sheet = SheetView()
        self._seen: tuple[SheetPicture, str, Mark, tuple[str, ...]] | None = None
        self.no_sheet = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.no_sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.deeds = FindingDeeds()
        self.give_back, self.accept, self.correct = self.deeds.give_back, self.deeds.accept, self.deeds.correct
        self._lay_out()
        self._connect()
        self.take_look()

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
        self.deeds.say_why(_CLOSED if not is_open else _MUST_BE_PUT_RIGHT if is_error else "")

    def show_sheet(self, picture: SheetPicture, finding: FindingPicture) -> None:
        """Show the sheet that a finding is about, its cell ringed."""
        seen = (picture, finding.cell, finding.level, finding.related)
        if self._seen != seen:
            self._seen = seen
            self.sheet.show_sheet(shown_sheet(picture, finding.cell, TONES[finding.level], finding.related))
        self._stack.setCurrentWidget(self.sheet)

    def show_no_sheet(self, words: str = _NO_SHEET) -> None:
        """Say why there is no sheet to show."""
        self._seen = None
        self.sheet.show_sheet(EMPTY_SHEET)
        self.no_sheet.setText(words)
        self._stack.setCurrentWidget(self.no_sheet)

    def take_look(self) -> None:
        """Take margins, and share the height between words and sheet."""
        super().take_look()
        if hasattr(self, "words"):
            self.place_in_list.setFixedHeight(self.before.sizeHint().height())
            self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between words and sheet."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        share = _SHARE_WHERE_LOW if worn().is_low(self.window().height()) else _SHARE_OF_WORDS
        self.words.set_room(round(self.height() * share))

    def _lay_out(self) -> None:
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        for part in (self.before, self.place_in_list, self.after):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.place_in_list.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self.place, 1)
        line.addWidget(self.find_cell)
        line.addWidget(self.open_file)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.no_sheet)
        self.content.addLayout(head)
        self.content.addWidget(self.words)
        self.content.addLayout(line)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self.deeds)

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
