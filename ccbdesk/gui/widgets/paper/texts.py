"""Paragraphs of a paper. This module holds how one is set into lines of a width, with its figures in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from ccbdesk.gui.widgets.paper.bands import Band, Spot, paint_edges, paint_shade
from ccbdesk.gui.widgets.paper.drawings import DrawingBand
from ccbdesk.gui.widgets.paper.letters import font_of, format_of, leading_of
from ccbdesk.model.paper import (
    Diagram,
    Edges,
    LineRule,
    PageNumber,
    PaperParagraph,
    Picture,
    Piece,
    Setting,
    Side,
    Words,
)

LINE_END = "\u2028"
PAGE_END = "\f"

_STOP = 720  # twips: where no stop is named
_FLAGS = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
    Side.BOTH: Qt.AlignmentFlag.AlignJustify,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of a page, and how many there are; 0 while nobody knows."""

    number: int = 0
    count: int = 0


NO_COUNTS = Counts()


@dataclass(slots=True)
class LineBand:
    """A line of words. ``offset`` is where the line begins inside the paragraph's own layout."""

    text: "SetText"
    line: QTextLine
    height: float
    ascent: float
    before: float = 0
    holds_next: bool = False
    breaks_page: bool = False
    is_first: bool = False
    is_last: bool = False
    heads: Sequence[Band] = ()

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the words, and the lines and the colour that the paragraph has behind them."""
        self.text.paint_behind(painter, at, self)
        self.line.draw(painter, at + QPointF(0, self.ascent - self.line.ascent() - self.line.y()))

    def spots(self) -> Iterator[Spot]:
        """Yield the live figures of the line."""
        begin, end = self.line.textStart(), self.line.textStart() + self.line.textLength()
        top = self.ascent - self.line.ascent()
        for first, last, piece in self.text.figures:
            if first < end and last > begin:
                left, right = self._x(max(first, begin)), self._x(min(last, end))
                box = QRectF(left, top, right - left, self.line.ascent() + self.line.descent())
                yield Spot(piece.tag, piece.title, piece.text, box)

    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield the line itself."""
        yield 0.0, self.height

    def words(self) -> Iterator[tuple[QPointF, str]]:
        """Yield its words."""
        begin = self.line.textStart()
        text = self.text.layout.text()[begin : begin + self.line.textLength()]
        yield QPointF(self._x(begin), 0), text.replace(LINE_END, "")

    def _x(self, place: int) -> float:
        found: Any = self.line.cursorToX(place)  # its stubs leave open that it is a pair
        return float(found[0])


@dataclass(slots=True)
class SetText:
    """A run of words of a paragraph in lines; ``figures`` are from where to where each live figure stands in it."""

    setting: Setting
    width: float
    layout: QTextLayout
    figures: list[tuple[int, int, Words]] = field(default_factory=list)
    bands: list[LineBand] = field(default_factory=list)

    def paint_behind(self, painter: QPainter, at: QPointF, band: LineBand) -> None:
        """Paint the colour and the lines of the paragraph behind one of its lines."""
        setting = self.setting
        if not setting.shade and setting.edges == Edges():
            return
        box = QRectF(at.x() + setting.left, at.y(), self.width - setting.left - setting.right, band.height)
        paint_shade(painter, box, setting.shade)
        edges = setting.edges
        top = edges.top if band.is_first else Edges().top
        bottom = edges.bottom if band.is_last else Edges().bottom
        paint_edges(painter, box, Edges(top, edges.left, bottom, edges.right))


def set_paragraph(paragraph: PaperParagraph, width: float, counts: Counts = NO_COUNTS) -> list[Band]:
    """Return a paragraph as bands of a width; a drawing is a band of its own, and so is every line."""
    bands: list[Band] = []
    begins_page = paragraph.setting.breaks_page
    for part in _parts(paragraph.pieces):
        if part is None:
            begins_page = True
            continue
        made: Sequence[Band]
        if isinstance(part, Picture | Diagram):
            made = [DrawingBand(part, paragraph.setting, width)]
        else:
            made = _set(part, paragraph, width, counts)
        made[0].breaks_page = begins_page
        begins_page = False
        bands += made
    _tie(bands, paragraph.setting)
    return bands


def _parts(pieces: Sequence[Piece]) -> Iterator[list[Words | PageNumber] | Picture | Diagram | None]:
    """Yield words that stand together, drawings, and None where a page ends; one part at the least."""
    words: list[Words | PageNumber] = []
    is_empty = True
    for piece in pieces:
        match piece:
            case Picture() | Diagram():
                if words:
                    yield words
                    words = []
                yield piece
                is_empty = False
            case Words() if PAGE_END in piece.text:
                before, _, behind = piece.text.partition(PAGE_END)
                if before:
                    words.append(Words(before, piece.look, piece.tag, piece.title))
                yield words
                yield None
                words = [Words(behind.replace(PAGE_END, ""), piece.look, piece.tag, piece.title)] if behind else []
                is_empty = False
            case _:
                words.append(piece)
    if words or is_empty:
        yield words


def _set(
    pieces: Sequence[Words | PageNumber], paragraph: PaperParagraph, width: float, counts: Counts
) -> list[LineBand]:
    layout = QTextLayout("", font_of(paragraph.mark))
    made = SetText(paragraph.setting, width, layout)
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    for piece in pieces:
        shown = _shown(piece, counts)
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = len(text), len(shown), format_of(piece.look)
        formats.append(span)
        if isinstance(piece, Words) and piece.tag:
            made.figures.append((len(text), len(text) + len(shown), piece))
        text += shown
    layout.setText(text)
    layout.setFormats(formats)
    layout.setTextOption(_option(paragraph.setting))
    layout.setCacheEnabled(True)
    _break(made, paragraph)
    return made.bands


def _shown(piece: Words | PageNumber, counts: Counts) -> str:
    match piece:
        case Words(text=text):
            return text.replace("\n", LINE_END)
        case PageNumber(is_count=True):
            return str(counts.count) if counts.count else "…"
        case PageNumber():
            return str(counts.number)


def _option(setting: Setting) -> QTextOption:
    option = QTextOption(_FLAGS[setting.side])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_STOP)
    begin = setting.left + min(setting.first, 0)
    stops = [*setting.stops, *([setting.left] if setting.first < 0 else [])]
    option.setTabs([QTextOption.Tab(stop - begin, QTextOption.TabType.LeftTab) for stop in stops if stop > begin])
    return option


def _break(made: SetText, paragraph: PaperParagraph) -> None:
    """Break the words into lines, and give each its height."""
    setting, layout = made.setting, made.layout
    mark, leading = QFontMetricsF(font_of(paragraph.mark)), leading_of(paragraph.mark)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        indent = setting.left + (setting.first if not made.bands else 0)
        line.setLineWidth(max(made.width - indent - setting.right, 1))
        line.setPosition(QPointF(indent, 0))
        letters, ascent = (line.height(), line.ascent()) if line.textLength() else (mark.height(), mark.ascent())
        natural = letters + leading * letters / mark.height()
        height = _height(setting, natural)
        made.bands.append(LineBand(made, line, height, ascent + (height - natural)))
    layout.endLayout()
    if not made.bands:  # no words at all
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        natural = mark.height() + leading
        made.bands.append(LineBand(made, line, _height(setting, natural), mark.ascent()))
    _frame(made)


def _frame(made: SetText) -> None:
    """Give the lines of a paragraph room for what is drawn around it."""
    first, last, edges = made.bands[0], made.bands[-1], made.setting.edges
    first.is_first = last.is_last = True
    room = edges.top.space if edges.top.width else 0
    first.height += room
    first.ascent += room
    last.height += edges.bottom.space if edges.bottom.width else 0


def _height(setting: Setting, natural: float) -> float:
    match setting.rule:
        case LineRule.TIMES:
            return natural * setting.line / 240
        case LineRule.AT_LEAST:
            return max(natural, setting.line)
        case LineRule.EXACTLY:
            return setting.line


def _tie(bands: Sequence[Band], setting: Setting) -> None:
    """Say which lines stay together: no first and no last line stands alone on a page."""
    last = len(bands) - 1
    for place, band in enumerate(bands):
        if place == last:
            band.holds_next = setting.keeps_next
        else:
            is_end = setting.keeps_pairs and place in (0, last - 1)
            band.holds_next = setting.keeps_lines or is_end
    for before, band in pairwise(bands):
        if band.breaks_page:
            before.holds_next = False
