"""A return filled in by hand. This module holds the dialog: every figure asked for, what stands there, and the source.

It serves for “Nhập thay” of a unit and for the period sheet (Phiếu kỳ) of the cluster itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.gui.widgets.piece import Piece
from ccbdesk.service.pictures.returns import FieldPicture, ReturnPicture, SectionPicture
from ccbdesk.service.requests.returns import Filled

PickFiles = Callable[[QWidget], list[Path]]
"""Asks the person for files; empty where none was chosen."""

_OFFICE = "văn phòng Cụm"
_FIGURE_WIDTH, _MOST_LINES = 210, 6


class Words(QPlainTextEdit):
    """A field for words, as high as what stands in it needs, up to some lines; Tab goes on to the next field."""

    def __init__(self, words: str) -> None:
        """Show the words."""
        super().__init__(words)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height that the words need."""
        lines = min(max(round(self.document().size().height()), 1), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + worn().px(24))


class FieldEditor(Piece):
    """One figure: its name, what may be typed, what it was before, and a field with what stands there now."""

    changed = Signal()

    def __init__(self, field: FieldPicture) -> None:
        """Show the field."""
        super().__init__()
        self.field = field
        self._entry: QLineEdit | Words = self._long() if field.is_long else self._short()
        self._entry.setAccessibleName(field.label)
        self._entry.setToolTip(field.hint)
        self._before = Label(self.told, Text.SMALL, Ink.SOFT, wraps=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        name = Label(f"{field.label} *" if field.is_required else field.label, Text.BODY, wraps=True)
        name.setBuddy(self._entry)
        self._grid.addWidget(name, 0, 0)
        self._grid.addWidget(Label(field.measure, Text.SMALL, Ink.SOFT), 0, 2)
        if field.is_long:
            self._grid.addWidget(self._entry, 1, 0, 1, 3)
            self._grid.addWidget(self._before, 2, 0, 1, 3)
        else:
            self._grid.addWidget(self._entry, 0, 1)
            self._grid.addWidget(self._before, 1, 0)
        self._before.setVisible(bool(self._before.text()))  # only now that it has a parent
        self._grid.setColumnStretch(0, 1)
        self.take_look()

    @property
    def typed(self) -> str:
        """What stands in the field now."""
        entry = self._entry
        return entry.toPlainText().strip() if isinstance(entry, Words) else entry.text().strip()

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than before, and not nothing."""
        return bool(self.typed) and self.typed != self.field.typed.strip()

    @property
    def entry(self) -> QWidget:
        """The field itself."""
        return self._entry

    def take_look(self) -> None:
        """Take widths and spacing."""
        super().take_look()
        look = worn()
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnMinimumWidth(2, look.px(86))
        if isinstance(self._entry, Words):
            self._entry.fit()
        else:
            self._entry.setFixedWidth(look.px(_FIGURE_WIDTH))

    def _short(self) -> QLineEdit:
        entry = QLineEdit(self.field.typed)
        entry.setPlaceholderText(self.field.hint)
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        entry.textChanged.connect(self.changed)
        return entry

    def _long(self) -> Words:
        entry = Words(self.field.typed)
        entry.textChanged.connect(self.changed)
        return entry

    @property
    def told(self) -> str:
        """What it was in earlier periods, what the file has, and on whose word it stands otherwise."""
        field = self.field
        parts = [f"{each.period}: {each.value}" for each in field.past]
        if field.note:
            parts.append(field.note)
        if field.received != field.typed and field.received:
            parts.append(f"trong tệp ghi “{field.received}”")
        return "; ".join(parts)


class ReturnEditor(Overlay):
    """Fill in a return. ``filled`` gives what was typed otherwise, on whose word, and the papers that show it.

    The dialog stays open until ``dismiss`` is called, so that nothing typed is lost where it could not be recorded."""

    filled = Signal(tuple, str, tuple)
    excel_asked = Signal()

    def __init__(self, window: QWidget, picture: ReturnPicture, pick_files: PickFiles) -> None:
        """Make the dialog for a return, not yet open."""
        title = f"Phiếu kỳ của {picture.name}" if picture.is_own else f"Nhập thay {picture.name}"
        super().__init__(window, title, width=940)
        self._pick_files = pick_files
        self._papers: list[Path] = []
        self._source = QLineEdit(_OFFICE if picture.is_own else "")
        self._attached = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.fields: list[FieldEditor] = []
        self.body.addWidget(self._head(picture))
        for section in picture.sections:
            self.body.addWidget(self._section(section))
        if picture.elsewhere:
            self.body.addWidget(self._lists(picture))
        self.body.addStretch(1)
        self.add_button(Button("Đón&g"), closes=True)
        self._record = self.add_button(Button("&Ghi", Kind.FILLED, Icon.CHECK))
        self._record.clicked.connect(self._give)
        self._follow()

    def _head(self, picture: ReturnPicture) -> QWidget:
        card = Card()
        ask = Label("Số liệu lấy từ đâ&u (bắt buộc)", Text.CAPTION, Ink.SOFT)
        ask.setBuddy(self._source)
        self._source.setAccessibleName("Số liệu lấy từ đâu")
        self._source.setPlaceholderText("ví dụ: ông Ba đọc qua điện thoại, bản giấy có dấu, ảnh chụp gửi Zalo")
        self._source.textChanged.connect(self._follow)
        attach = Button("Kè&m ảnh, bản quét…", Kind.LINK, Icon.PAPERCLIP)
        attach.clicked.connect(self._attach)
        row = QHBoxLayout()
        row.addWidget(attach)
        row.addWidget(self._attached, 1)
        for part in (ask, self._source):
            card.content.addWidget(part)
        card.content.addLayout(row)
        if not picture.is_own:
            card.content.addWidget(
                Label(
                    "Tệp đơn vị đã gửi được giữ nguyên; số nhập tay luôn ghi kèm nguồn.",
                    Text.SMALL,
                    Ink.SOFT,
                    wraps=True,
                )
            )
        return card

    def _section(self, section: SectionPicture) -> QWidget:
        card = Card(section.title)
        column = QVBoxLayout()
        column.setSpacing(worn().px(12))
        for each in section.fields:
            field = FieldEditor(each)
            field.changed.connect(self._follow)
            self.fields.append(field)
            column.addWidget(field)
        card.content.addLayout(column)
        return card

    def _lists(self, picture: ReturnPicture) -> QWidget:
        card = Card("Các danh sách")
        names = ", ".join(f"“{name}”" for name in picture.elsewhere)
        card.content.addWidget(Label(f"{names} ghi nhiều dòng nên điền trong Excel.", Text.BODY, wraps=True))
        button = Button("Mở biểu mẫu trong E&xcel…", Kind.LINK, Icon.EXCEL)
        button.clicked.connect(self.excel_asked)
        card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _changed(self) -> Iterator[Filled]:
        for each in self.fields:
            if each.is_changed:
                yield Filled(each.field.figure, each.typed, each.field.is_plan)

    def _follow(self) -> None:
        """Say on the button how much would be recorded, and what is still lacking."""
        count = sum(each.is_changed for each in self.fields)
        source = bool(self._source.text().strip())
        self._record.setText(f"&Ghi {count} số liệu" if count else "&Ghi")
        self._record.setEnabled(bool(count) and source)
        self.set_hint("" if source or not count else "Còn thiếu: số liệu lấy từ đâu.")

    def _attach(self) -> None:
        self._papers += self._pick_files(self)
        self._attached.setText(", ".join(path.name for path in self._papers))

    def _give(self) -> None:
        self.filled.emit(tuple(self._changed()), self._source.text().strip(), tuple(self._papers))
