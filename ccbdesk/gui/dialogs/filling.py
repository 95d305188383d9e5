"""Figures one by one. This module holds the dialog in which some figures of a unit are typed in with their source."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.fields import captioned, line_field
from ccbdesk.gui.dialogs.papers import Papers, PickPapers, pick_papers
from ccbdesk.gui.dialogs.reasons import CAN_BE_UNDONE
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.returns import FieldPicture, ReturnPicture
from ccbdesk.service.requests.returns import Filled
from ccbdesk.vietnamese.folding import folded


class FillDialog(Overlay):
    """Shows every figure asked of a unit; those typed otherwise than they stand are entered in one go."""

    given = Signal(tuple, str, tuple)
    """What was typed, as ``Filled``; on whose word; papers."""

    def __init__(self, window: QWidget, picture: ReturnPicture, pick: PickPapers = pick_papers) -> None:
        """Show the figures with what stands for each now."""
        super().__init__(window, f"Ghi số liệu của {picture.name}", width=760)
        self.search = line_field(hint="Tìm số liệu, gõ không dấu cũng được")
        self.search.setAccessibleName("Tìm số liệu")
        self.fields: dict[QLineEdit, FieldPicture] = {}
        self._rows: list[tuple[str, QWidget]] = []
        self.source = line_field(hint="Ví dụ: điện thoại ông Ba, Chủ tịch Hội; công văn số 12")
        self.papers = Papers(pick)
        self.take = Button("&Ghi các số này", Kind.FILLED, Icon.CHECK)
        self.body.addWidget(self.search)
        for section in picture.sections:
            self._add_section(section.title, section.fields)
        self.body.addWidget(captioned("&Theo ai, theo văn bản nào", self.source))
        self.body.addWidget(self.papers)
        self.set_hint(CAN_BE_UNDONE)
        self.add_button(Button("&Hủy"), closes=True)
        self.add_button(self.take)
        self.search.textChanged.connect(self._narrow)
        self.source.textChanged.connect(self._allow)
        self.take.clicked.connect(lambda: self.given.emit(self.typed(), self.source.text().strip(), self.papers.paths))
        self._allow()

    def typed(self) -> tuple[Filled, ...]:
        """Return what is typed otherwise than it stands."""
        changed = ((field, picture) for field, picture in self.fields.items() if field.text().strip() != picture.typed)
        return tuple(Filled(picture.figure, field.text().strip(), picture.is_plan) for field, picture in changed)

    def _add_section(self, title: str, fields: Sequence[FieldPicture]) -> None:
        heading = Label(title, Text.SMALL_STRONG, Ink.SOFT, wraps=True)
        self.body.addWidget(heading)
        self._rows.append(("", heading))
        for picture in fields:
            field = line_field(picture.typed, picture.hint)
            caption = f"{picture.label} ({picture.measure})" if picture.measure else picture.label
            row = _row(caption, field, picture)
            self.fields[field] = picture
            self._rows.append((folded(f"{title} {caption}"), row))
            self.body.addWidget(row)
            field.textChanged.connect(self._allow)

    def _narrow(self, words: str) -> None:
        wanted = folded(words)
        for key, row in self._rows:
            row.setVisible(not wanted if not key else wanted in key)

    def _allow(self) -> None:
        self.take.setEnabled(bool(self.typed()) and bool(self.source.text().strip()))


def _row(caption: str, field: QLineEdit, picture: FieldPicture) -> QWidget:
    row = captioned(caption, field)
    before = " · ".join(f"{past.period}: {past.value}" for past in picture.past)
    words = "; ".join(part for part in (picture.note, before) if part)
    lines = row.layout()
    if words and isinstance(lines, QVBoxLayout):
        note = Label(words, Text.SMALL, Ink.SOFT, wraps=True)
        note.setContentsMargins(0, 0, 0, worn().px(4))
        lines.addWidget(note)
    return row
