"""The words of the report's head. This module holds the card with a field for each: number, place, day, signer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ccbdesk.gui.dialogs.fields import captioned, line_field
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.service.pictures.report import HeadField
from ccbdesk.vietnamese.numbers.days import read_day

_UNREAD = "Chưa rõ ngày “{typed}”. Ghi ngày, tháng, năm, ví dụ 05/10/2026."
_SHORT = 16  # letters of a caption: two such fields stand beside each other
_DAY, _LATER, _MUST = "ngày/tháng/năm", "ghi sau", "chưa ghi"


class HeadCard(Card):
    """A field for each word. What was typed is told once, when Enter is pressed or the field is left."""

    written = Signal(str, str)
    """The code of the word and what was typed."""

    def __init__(self) -> None:
        """Show no fields yet."""
        super().__init__("Thông tin trên báo cáo", margin=20, spacing=10)
        self.fields: dict[str, QLineEdit] = {}
        self._known: dict[str, str] = {}
        self._parts: list[QWidget] = []
        self._days: frozenset[str] = frozenset()
        self._unread = Label("", Text.SMALL, Ink.ERROR, wraps=True)
        self._note = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self._unread.hide()
        self.content.addWidget(self._unread)
        self.content.addWidget(self._note)

    def show_fields(self, head: tuple[HeadField, ...], closed: str) -> None:
        """Show the words as they stand; a field that is being typed in keeps what is typed."""
        if tuple(self.fields) != tuple(field.code for field in head):
            self._make(head)
        for field in head:
            line = self.fields[field.code]
            if not line.hasFocus() or line.text() == self._known.get(field.code, ""):
                line.setText(field.text)
            self._known[field.code] = field.text
            line.setReadOnly(bool(closed))
        self._note.setText(f"{closed} Muốn sửa thì mở lại kỳ ở trình đơn Kỳ báo cáo." if closed else "")
        self._note.setVisible(bool(closed))
        self.setVisible(bool(head))

    def _make(self, head: tuple[HeadField, ...]) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self.fields, self._parts, self._known = {}, [], {}
        self._days = frozenset(field.code for field in head if field.is_day)
        row: QHBoxLayout | None = None
        for field in head:
            hint = _DAY if field.is_day else _MUST if field.is_required else _LATER
            line = line_field(field.text, hint)
            line.setToolTip(field.note)
            line.editingFinished.connect(lambda code=field.code: self._tell(code))
            both = captioned(field.label, line)
            line.setAccessibleDescription(field.note)
            is_short = len(field.label) <= _SHORT
            if row is None or not is_short:
                row = self._add_row()
            row.addWidget(both, 1)
            row = row if is_short and row.count() < 2 else None
            self.fields[field.code] = line

    def _add_row(self) -> QHBoxLayout:
        """Return a new line for a long field or two short ones."""
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(10))
        self._parts.append(part)
        self.content.insertWidget(len(self._parts), part)
        return row

    def _tell(self, code: str) -> None:
        typed = self.fields[code].text().strip()
        is_day = code in self._days and bool(typed)
        self._unread.setText(_UNREAD.format(typed=typed) if is_day and read_day(typed) is None else "")
        self._unread.setVisible(bool(self._unread.text()))
        if self._unread.text() or typed == self._known.get(code, "") or self.fields[code].isReadOnly():
            return
        self._known[code] = typed
        self.written.emit(code, typed)
