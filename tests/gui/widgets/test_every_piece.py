"""Every piece of the window, at every size and in both palettes. This module holds what must hold for all of them."""

from collections.abc import Iterator

import pytest
from gallery import SCENES, TALL, column
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from seeing import cut_words, ink_rows, nameless, overlapping, picture, shown

from ccbdesk.gui.look.dressing import dress, worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.chips import Chip
from ccbdesk.gui.widgets.findings_list import Entry, FindingsList, Group
from ccbdesk.gui.widgets.labels import Elided, Label
from ccbdesk.gui.widgets.row_table import RowTable
from ccbdesk.gui.widgets.rows import Cell, Column, Row
from ccbdesk.gui.widgets.sheet import Sheet, SheetCell
from ccbdesk.gui.widgets.sheet_view import SheetView
from ccbdesk.gui.widgets.status import Status, StatusMark, Tone

LOOKS = {
    "usual": (1.0, False),
    "small": (0.9, False),
    "large": (1.3, False),
    "largest": (1.6, False),
    "contrast": (1.0, True),
}


@pytest.fixture(params=list(LOOKS.values()), ids=list(LOOKS))
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Wear each look in turn, and the usual one after it."""
    factor, is_high_contrast = request.param
    dress(qapp, factor, is_high_contrast=is_high_contrast)
    yield
    dress(qapp)


def show(qtbot: QtBot, widget: QWidget, size: QSize | None = None) -> QWidget:
    """Show a widget as large as asked, and let its layouts settle."""
    qtbot.addWidget(widget)
    widget.resize(size or QSize(worn().px(900), worn().px(640)))
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    return widget


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_and_nothing_overlaps(qtbot: QtBot, scene: str) -> None:
    page = show(qtbot, SCENES[scene]())

    assert len(list(shown(page))) > 1
    assert cut_words(page) == []
    assert overlapping(page) == []


@pytest.mark.parametrize("scene", SCENES)
def test_what_the_keyboard_reaches_has_a_name(qtbot: QtBot, scene: str) -> None:
    assert nameless(show(qtbot, SCENES[scene]())) == []


@pytest.mark.parametrize("scene", SCENES)
def test_a_piece_that_is_there_follows_a_new_look(qtbot: QtBot, qapp: QApplication, scene: str) -> None:
    page = show(qtbot, SCENES[scene]())
    before = picture(page)
    dress(qapp, 1.6, is_high_contrast=True)
    qapp.processEvents()
    page.resize(worn().px(900), worn().px(640))
    qapp.processEvents()
    qapp.processEvents()
    changed = picture(page)
    dress(qapp, 1.6, is_high_contrast=True)
    fresh = picture(show(qtbot, SCENES[scene](), page.size()))

    assert changed != before
    assert [place for place in unlike(changed, fresh) if place.y() < changed.height() - 4] == []


def unlike(one: QImage, other: QImage) -> list[QPoint]:
    """Return some places at which two pictures are unlike, without regard to the ring of the keyboard."""
    spots = (QPoint(x, y) for y in range(0, one.height(), 7) for x in range(0, one.width(), 5))
    places = [spot for spot in spots if one.pixel(spot) != other.pixel(spot)]
    return places if len(places) > 60 else []


# -- the accents of tall capitals ----------------------------------------------------------------------------------


def free_height(font: QFont, ink: str, ground: str = "#FFFFFF") -> int:
    """Return how high the capitals are where nothing cuts them."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPoint(10, 120), TALL)
    painter.end()
    rows = ink_rows(image, ink)
    return rows[-1] - rows[0] + 1


def seen_height(widget: QWidget, ink: str, place: QRect | None = None) -> int:
    """Return how high the capitals are on a widget."""
    place = place or widget.rect()
    seen = QRect(widget.mapTo(widget.window(), place.topLeft()), place.size())
    rows = ink_rows(picture(widget.window(), seen), ink)
    return rows[-1] - rows[0] + 1 if rows else 0


@pytest.mark.usefixtures("look")
def test_labels_show_tall_capitals_whole(qtbot: QtBot) -> None:
    look = worn()
    ink = look.palette.ink
    labels = {text: (Label(TALL, text), Elided(TALL, text), Label(TALL, text, wraps=True)) for text in Text}
    page = show(qtbot, column(*(label for three in labels.values() for label in three)), QSize(500, 2400))
    seen = {text: {seen_height(label, ink) for label in three} for text, three in labels.items()}

    assert page.isVisible()
    assert seen == {text: {free_height(look.font(text), ink)} for text in Text}


@pytest.mark.usefixtures("look")
def test_buttons_chips_and_statuses_show_tall_capitals_whole(qtbot: QtBot) -> None:
    look = worn()
    palette = look.palette
    inside = look.px(6)
    tried = (
        (Button(TALL), Text.STRONG, palette.ink, palette.surface),
        (Button(TALL, Kind.FILLED), Text.STRONG, palette.on_accent, palette.accent),
        (Button(TALL, Kind.LINK), Text.STRONG, palette.accent, palette.paper),
        (Chip(TALL), Text.SMALL, palette.ink, palette.surface),
    )
    mark = StatusMark(Status(Tone.ERROR, TALL))
    page = show(qtbot, column(QLineEdit(), *(widget for widget, *_ in tried), mark))
    page.findChildren(QLineEdit)[0].setFocus()
    for widget, text, ink, ground in tried:
        place = widget.rect().adjusted(look.px(12), inside, -look.px(12), -inside)

        assert seen_height(widget, ink, place) == free_height(look.font(text), ink, ground)
    words = mark.rect().adjusted(look.px(28), 0, 0, 0)
    assert seen_height(mark, palette.error_ink, words) == free_height(look.font(Text.STRONG), palette.error_ink)


@pytest.mark.usefixtures("look")
def test_rows_and_heads_of_tables_show_tall_capitals_whole(qtbot: QtBot) -> None:
    look = worn()
    palette = look.palette
    table = RowTable("Bảng", (Column(TALL, 200), Column("Số", 90)))
    table.show_rows([Row("a", (Cell(TALL, is_strong=True), Cell("1"))), Row("b", (Cell(TALL), Cell("2")))])
    show(qtbot, table)
    heads = table.horizontalHeader()
    inset = look.px(8)
    for row, text in enumerate((Text.STRONG, Text.BODY)):
        place = table.visualRect(table.rows.index(row, 0)).adjusted(inset, 1, -inset, -look.line - 1)

        assert seen_height(table.viewport(), palette.ink, place) == free_height(look.font(text), palette.ink)
    place = QRect(inset, 0, look.px(180), heads.height() - look.line)
    wanted = free_height(look.font(Text.SMALL_STRONG), palette.soft_ink)
    assert seen_height(heads.viewport(), palette.soft_ink, place) == wanted


@pytest.mark.usefixtures("look")
def test_entries_and_sheets_show_tall_capitals_whole(qtbot: QtBot) -> None:
    look = worn()
    ink = look.palette.ink
    found = FindingsList("Các điều")
    found.show_groups([Group("", (Entry("a", Tone.ERROR, TALL, ""),))])
    show(qtbot, found)
    place = found.visualRect(found.entries.index(0, 0)).adjusted(look.px(48), 1, -look.px(8), -1)
    assert seen_height(found.viewport(), ink, place) == free_height(look.font(Text.STRONG), ink)
    view = SheetView()
    view.show_sheet(Sheet(3, 2, {(1, 1): SheetCell(TALL)}, {1: TALL}))
    show(qtbot, view)
    place = view.visualRect(view.cells.index(1, 1)).adjusted(2, 1, -2, -2)
    assert seen_height(view.viewport(), ink, place) == free_height(look.font(Text.SMALL), ink)


@pytest.mark.usefixtures("look")
def test_fields_of_qt_show_tall_capitals_whole(qtbot: QtBot) -> None:
    look = worn()
    field, button = QLineEdit(TALL), QPushButton(TALL)
    page = show(qtbot, column(QLineEdit(), field, button))
    page.findChildren(QLineEdit)[0].setFocus()
    for widget, text in ((field, Text.BODY), (button, Text.STRONG)):
        inside = look.px(5)
        place = widget.rect().adjusted(look.px(8), inside, -look.px(8), -inside)

        assert seen_height(widget, look.palette.ink, place) == free_height(look.font(text), look.palette.ink)
