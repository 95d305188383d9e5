"""Dialogs on the window itself. This module holds the tests on what reaches the window behind: nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from seeing import click, heard, part, press, said

from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Label
from ccbdesk.gui.widgets.overlay import Overlay

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk(QMainWindow):
    """A window with a field, a button, a menu and a shortcut, all of which tell when they are used."""

    def __init__(self) -> None:
        """Make the window."""
        super().__init__()
        self.used: list[str] = []
        page = QWidget()
        lines = QVBoxLayout(page)
        self.field = QLineEdit()
        self.behind = Button("&Xem")
        self.behind.clicked.connect(lambda: self.used.append("button"))
        lines.addWidget(self.field)
        lines.addWidget(self.behind)
        self.setCentralWidget(page)
        action = QAction("Tổng hợp", self)
        action.setShortcut("F9")
        action.triggered.connect(lambda: self.used.append("F9"))
        self.menuBar().addMenu("&Tệp").addAction(action)
        self.steps = QShortcut("Ctrl+2", self)
        self.steps.activated.connect(lambda: self.used.append("Ctrl+2"))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """Show a window whose field has the keyboard."""
    window = Desk()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    yield window
    window.close()


def asked(desk: Desk) -> tuple[Overlay, QPlainTextEdit]:
    """Open a dialog with two choices, a note and two buttons."""
    dialog = Overlay(desk, "Vì sao chấp nhận?")
    for words in ("Đã rà lại", "Lý do khác"):
        choice = QRadioButton(words)
        choice.setChecked(words == "Lý do khác")
        dialog.body.addWidget(choice)
    note = QPlainTextEdit()
    note.setAccessibleName("Ghi thêm")
    note.setTabChangesFocus(True)
    dialog.body.addWidget(note)
    dialog.add_button(Button("&Hủy"), closes=True)
    dialog.add_button(Button("&Chấp nhận", Kind.FILLED)).clicked.connect(lambda: desk.used.append("accepted"))
    dialog.open()
    return dialog, note


def focused(desk: Desk) -> str:
    """Return the name of what has the keyboard."""
    widget: QWidget | None = desk.focusWidget()
    return said(widget) if widget else ""


def test_shortcuts_and_mnemonics_work_without_a_dialog(desk: Desk) -> None:
    press(desk, Qt.Key.Key_F9)
    press(desk, Qt.Key.Key_2, CONTROL)

    assert desk.used == ["F9", "Ctrl+2"]


def test_no_shortcut_mnemonic_or_click_reaches_the_window_behind(desk: Desk, qtbot: QtBot) -> None:
    dialog, _ = asked(desk)
    press(desk, Qt.Key.Key_F9)
    press(desk, Qt.Key.Key_2, CONTROL)
    press(desk, Qt.Key.Key_X, ALT)
    qtbot.wait(150)
    at = desk.behind.mapTo(desk, desk.behind.rect().center())
    hit = desk.childAt(at)
    assert hit is not None

    assert desk.used == []
    assert hit is dialog or dialog.isAncestorOf(hit)


def test_tab_goes_round_inside_and_back(desk: Desk) -> None:
    asked(desk)
    names = [focused(desk)]
    for _ in range(4):
        press(desk, Qt.Key.Key_Tab)
        names.append(focused(desk))
    press(desk, Qt.Key.Key_Backtab)
    names.append(focused(desk))

    assert names == ["Lý do khác", "Ghi thêm", "&Hủy", "&Chấp nhận", "Lý do khác", "&Chấp nhận"]


def test_esc_cancels_and_the_keyboard_goes_back_to_where_it_was(desk: Desk) -> None:
    dialog, _ = asked(desk)
    cancelled, closed = heard(dialog.cancelled), heard(dialog.closed)
    press(desk, Qt.Key.Key_Escape)

    assert (cancelled, closed) == ([()], [()])
    assert desk.focusWidget() is desk.field


def test_esc_does_nothing_where_something_must_be_chosen(desk: Desk) -> None:
    dialog = Overlay(desk, "Đang tổng hợp", can_cancel=False)
    dialog.add_button(Button("Dừng"))
    dialog.open()
    press(desk, Qt.Key.Key_Escape)

    assert dialog.isVisible()


def test_the_button_that_only_closes_cancels(desk: Desk) -> None:
    dialog, _ = asked(desk)
    cancelled = heard(dialog.cancelled)
    click(part(dialog, Button, "&Hủy"))

    assert cancelled == [()]
    assert desk.used == []


def test_enter_presses_the_filled_button_and_writes_a_line_in_a_note(desk: Desk) -> None:
    _, note = asked(desk)
    press(desk, Qt.Key.Key_Return)
    note.setFocus()
    press(desk, Qt.Key.Key_Return)

    assert desk.used == ["accepted"]
    assert note.toPlainText() == "\n"


def test_alt_presses_what_has_the_mnemonic_inside(desk: Desk) -> None:
    asked(desk)
    press(desk, Qt.Key.Key_C, ALT)

    assert desk.used == ["accepted"]


def test_text_is_edited_with_the_usual_keys(desk: Desk) -> None:
    _, note = asked(desk)
    note.setFocus()
    note.setPlainText("ba hội viên")
    press(desk, Qt.Key.Key_A, CONTROL)
    press(desk, Qt.Key.Key_X, CONTROL)

    assert (note.toPlainText(), QApplication.clipboard().text()) == ("", "ba hội viên")


def test_what_takes_the_keyboard_behind_gives_it_back(desk: Desk) -> None:
    asked(desk)
    desk.field.setFocus()

    assert focused(desk) == "Lý do khác"


def test_a_dialog_upon_a_dialog_keeps_the_keyboard_and_returns_it(desk: Desk) -> None:
    _, note = asked(desk)
    note.setFocus()
    above = Overlay(desk, "Chắc chưa?")
    above.add_button(Button("Rồi", Kind.FILLED))
    above.open()
    first = focused(desk)
    press(desk, Qt.Key.Key_Escape)

    assert (first, focused(desk)) == ("Rồi", "Ghi thêm")


def test_what_is_dropped_is_refused(desk: Desk) -> None:
    desk.setAcceptDrops(True)
    dialog, _ = asked(desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tệp.xlsx")])
    event = QDragEnterEvent(
        QPoint(450, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, event)

    assert dialog.acceptDrops()
    assert not event.isAccepted()


def test_it_covers_the_window_and_follows_its_size(desk: Desk) -> None:
    dialog, note = asked(desk)
    desk.resize(1000, 700)
    panel = note.mapTo(desk, QPoint(0, 0))

    assert dialog.geometry() == desk.rect()
    assert 150 < panel.x() < 300


def test_a_dialog_higher_than_the_window_scrolls_and_keeps_its_buttons_in_sight(desk: Desk, qapp: QApplication) -> None:
    dress(qapp, 1.6)
    desk.resize(700, 420)
    dialog = Overlay(desk, "Nhiều điều")
    for number in range(30):
        dialog.body.addWidget(Label(f"Điều {number}"))
    last = QLineEdit()
    last.setAccessibleName("Cuối")
    dialog.body.addWidget(last)
    button = dialog.add_button(Button("Xong", Kind.FILLED))
    dialog.open()
    qapp.processEvents()
    bottom = button.mapTo(desk, QPointF(0, button.height())).y()
    field = last.mapTo(desk, QPointF(0, last.height())).y()

    assert bottom <= desk.height() - worn().px(10)
    assert field <= bottom - button.height()


def test_it_grows_with_what_it_holds(desk: Desk, qapp: QApplication) -> None:
    dialog = Overlay(desk, "Hỏi")
    words = Label("Một câu.", wraps=True)
    dialog.body.addWidget(words)
    dialog.add_button(Button("Xong"))
    dialog.open()
    before = words.height()
    words.setText("Một câu dài hơn nhiều. " * 20)
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    assert words.height() >= words.heightForWidth(words.width()) > before
