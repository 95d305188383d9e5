"""The form workbook. This module holds the dialog in which it is opened in Excel, read again and put into force."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.picking import crumbs
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.status import Tone
from ccbdesk.gui.widgets.stripes import Stripe
from ccbdesk.service.pictures.forms import FormPicture

_MOST_SHOWN = 60


class FormDialog(Overlay):
    """Show a form workbook that is being worked on: where it lies, and every mistake in it, or that there is none.

    ``show_form`` shows it as it was read last; the dialog stays open until it is closed."""

    excel_wanted = Signal()
    """Open the workbook in Excel."""
    reading_wanted = Signal()
    """It was saved in Excel: read it again."""
    use_wanted = Signal()
    """Put it into force in the period."""

    def __init__(self, window: QWidget, picture: FormPicture) -> None:
        """Make the dialog for a workbook, not yet open."""
        super().__init__(window, "Bộ biểu mẫu", width=860)
        self._path = Elided("", Text.SMALL, Ink.SOFT, cut=Qt.TextElideMode.ElideMiddle)
        self._state = Stripe("")
        self._list = Card("Chỗ phải sửa")
        self._mistakes = QVBoxLayout()
        self._list.content.addLayout(self._mistakes)
        lead = "Sửa trong Excel, lưu lại, rồi bấm Đọc lại. Bộ biểu mẫu chỉ có hiệu lực khi bấm Dùng cho kỳ này."
        for part in (Label(lead, Text.BODY, Ink.SOFT, wraps=True), self._path, self._state, self._list):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button(Button("Đón&g"), closes=True)
        self.add_button(Button("Mở trong &Excel", Kind.OUTLINED, Icon.EXCEL)).clicked.connect(self.excel_wanted)
        self.add_button(Button("Đọc &lại", Kind.OUTLINED, Icon.REFRESH)).clicked.connect(self.reading_wanted)
        self._use = self.add_button(Button("&Dùng cho kỳ này", Kind.FILLED, Icon.CHECK))
        self._use.clicked.connect(self.use_wanted)
        self.show_form(picture)

    def show_form(self, picture: FormPicture) -> None:
        """Show the workbook as it was read now."""
        self.picture = picture
        self._path.setText(crumbs(picture.path))
        self._path.setToolTip(str(picture.path))
        self._state.say(picture.words, tone=Tone.ERROR if picture.mistakes else Tone.GOOD)
        self._list.setVisible(bool(picture.mistakes))
        self._use.setEnabled(not picture.mistakes)
        while self._mistakes.count():
            item = self._mistakes.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        for words in picture.mistakes[:_MOST_SHOWN]:
            self._mistakes.addWidget(Label(words, Text.BODY, wraps=True))
        if len(picture.mistakes) > _MOST_SHOWN:
            self._mistakes.addWidget(Label(f"… và {len(picture.mistakes) - _MOST_SHOWN} chỗ nữa.", Text.BODY, Ink.SOFT))
