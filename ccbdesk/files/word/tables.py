"""Tables in Word. This module holds how a table's cells become rows of fixed columns, and the size that fits them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from ccbdesk.files.word.markup import Element, make, w
from ccbdesk.files.word.press import Press, keep_with_next, make_styled, make_words
from ccbdesk.files.word.skeleton import (
    SMALL,
    TABLE_FIGURE_STYLE,
    TABLE_HEAD_STYLE,
    TABLE_TEXT_STYLE,
    TABLE_TOTAL_STYLE,
)
from ccbdesk.model.report import Figure, Table, TableCell

_MARGIN, _NARROW = 70, 40  # twips between a border and the words beside it, in a table of small words
_GREY = "F2F2F2"
_SHORT = 10  # rows, heads included
_LAST_ROWS = 3
_LONGEST_NUMBER = 5  # of a row, as in 12.3
_LONGEST_NAME = 14.0  # in letters' heights; what is longer is read as words
_SIZES = (24, 20, 18, 16)  # half points: 12 pt, and what is still readable
_SMALL_SIZE = 20  # of the small styles


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its column; ``is_below`` where a cell above reaches down into this row."""

    cell: TableCell
    column: int
    rows_left: int
    is_below: bool = False


def make_table(table: Table, width: int, press: Press) -> Element:
    """Return a table over a width in twips; ValueError where the cells of a row do not fill the columns."""
    size, columns = _lay_out(table, width)
    edges = list(accumulate(columns, initial=0))
    grid = make("tblGrid", *(make("gridCol", w=str(column)) for column in columns))
    made = make("tbl", _properties(width, _margin(size)), grid)
    for number, row in enumerate(_find_rows(table)):
        manner = _Manner(size, is_head=number < table.head_rows, is_bold=row[0].cell.is_head)
        look = make("trPr", make("cantSplit"), *([make("tblHeader")] if manner.is_head else []))
        made.append(make("tr", look, *(_make_cell(placed, edges, manner, press) for placed in row)))
        if len(row) == 1:  # it names the rows that follow
            keep_with_next(paragraphs_of_last_row(made)[0])
    _keep_rows_together(made)
    return made


def _keep_rows_together(table: Element) -> None:
    """Keep a short table on one page, and of a longer one the last rows, so that no total stands alone on a page."""
    rows = table.findall(w("tr"))
    first = 0 if len(rows) <= _SHORT else len(rows) - _LAST_ROWS
    for row in rows[first:-1]:
        for paragraph in row.iter(w("p")):
            keep_with_next(paragraph)


def table_styles() -> tuple[str, ...]:
    """Return the visible names of the paragraph styles of tables."""
    usual = (TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, TABLE_FIGURE_STYLE, TABLE_TOTAL_STYLE)
    return (*usual, *(style + SMALL for style in usual))


def paragraphs_of_last_row(table: Element) -> list[Element]:
    """Return the paragraphs of a made table's last row."""
    return list(table.findall(w("tr"))[-1].iter(w("p")))


def _properties(width: int, margin: int) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return make(
        "tblPr",  # the schema fixes the order of its children
        make("tblW", w=str(width), type="dxa"),
        make("tblBorders", *(make(side, val="single", sz="4", space="0", color="auto") for side in sides)),
        make("tblLayout", type="fixed"),
        make("tblCellMar", *(make(side, w=str(margin), type="dxa") for side in ("left", "right"))),
    )


def _find_rows(table: Table) -> Iterator[list[_Placed]]:
    above: dict[int, _Placed] = {}
    for row in table.rows:
        placed = _place(row, above, len(table.widths))
        above = {each.column: each for each in placed}
        yield placed


def _place(row: Sequence[TableCell], above: dict[int, _Placed], columns: int) -> list[_Placed]:
    placed: list[_Placed] = []
    waiting = list(row)
    column = 0
    while column < columns:
        upper = above.get(column)
        if upper is not None and upper.rows_left:
            placed.append(_Placed(upper.cell, column, upper.rows_left - 1, is_below=True))
        elif waiting:
            cell = waiting.pop(0)
            placed.append(_Placed(cell, column, cell.down - 1))
        else:
            break
        column += placed[-1].cell.across
    if column != columns or waiting:
        msg = f"{len(row)} cells do not fill {columns} columns"
        raise ValueError(msg)
    return placed


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the words of a row are set: their size in half points, if it is repeated on every page, and if it is bold."""

    size: int
    is_head: bool
    is_bold: bool


def _make_cell(placed: _Placed, edges: Sequence[int], manner: _Manner, press: Press) -> Element:
    frame = _frame(placed, edges, manner)
    made = press.moulds.cast(frame, lambda: _make_frame(frame, press))
    if not placed.is_below:
        paragraph, look = made[-1], _words(manner)
        paragraph.extend(make_words(run, look, press) for run in placed.cell.runs)
    return made


@dataclass(frozen=True, slots=True)
class _Frame:
    """A cell without its words. ``merge`` says how it hangs together with the cells above and below."""

    width: int
    across: int
    merge: Literal["", "restart", "continue"]
    is_grey: bool
    style: str
    alignment: Literal["", "center", "right"]


def _frame(placed: _Placed, edges: Sequence[int], manner: _Manner) -> _Frame:
    cell = placed.cell
    width = edges[placed.column + cell.across] - edges[placed.column]
    merge: Literal["", "restart", "continue"] = "restart" if cell.down > 1 else ""
    alignment: Literal["", "center", "right"] = ""
    if _is_row_number(placed):
        alignment = "center"
    elif cell.is_figure and manner.is_bold and not manner.is_head:
        alignment = "right"
    return _Frame(
        width,
        cell.across,
        "continue" if placed.is_below else merge,
        cell.is_head or manner.is_bold,
        _style(cell, manner),
        alignment,
    )


def _make_frame(frame: _Frame, press: Press) -> Element:
    look = make("tcPr", make("tcW", w=str(frame.width), type="dxa"))
    if frame.across > 1:
        look.append(make("gridSpan", val=str(frame.across)))
    if frame.merge == "continue":
        look.append(make("vMerge"))
    elif frame.merge == "restart":
        look.append(make("vMerge", val="restart"))
    if frame.is_grey:
        look.append(make("shd", val="clear", color="auto", fill=_GREY))
    look.append(make("vAlign", val="center"))
    paragraph = make_styled(frame.style, press)
    if frame.alignment:
        paragraph[0].append(make("jc", val=frame.alignment))
    return make("tc", look, paragraph)


def _style(cell: TableCell, manner: _Manner) -> str:
    """Return the style of a cell; also its size, for LibreOffice 7.4 forgets the look that a figure has of its own."""
    return _look(cell, manner) + (SMALL if manner.size <= _SMALL_SIZE else "")


def _look(cell: TableCell, manner: _Manner) -> str:
    if manner.is_head:
        return TABLE_HEAD_STYLE
    if cell.is_head or manner.is_bold:
        return TABLE_TOTAL_STYLE
    return TABLE_FIGURE_STYLE if cell.is_figure else TABLE_TEXT_STYLE


def _words(manner: _Manner) -> Element | None:
    """Return the rPr of a cell's words: none where their size is that of a style."""
    if manner.size >= _SMALL_SIZE:
        return None
    return make("rPr", make("sz", val=str(manner.size)), make("szCs", val=str(manner.size)))


def _is_row_number(placed: _Placed) -> bool:
    cell = placed.cell
    return placed.column == 0 and not cell.is_figure and not cell.is_head and len(_shown(cell)) <= _LONGEST_NUMBER


def _shown(cell: TableCell) -> str:
    return "".join(run.shown if isinstance(run, Figure) else run.text for run in cell.runs)


def _lay_out(table: Table, width: int) -> tuple[int, list[int]]:
    """Return the largest size at which no word is broken, which Word would do at any letter, and the columns' widths.

    A column of long words may be given up to half of the room that others have to spare; so may, at that size, a
    column of names, for names on one line each are read faster."""
    edges = [width * sum(table.widths[:number]) // sum(table.widths) for number in range(len(table.widths) + 1)]
    columns = [right - left for left, right in pairwise(edges)]
    words, names = _longest_words(table), _longest_names(table)
    sizes = [size for size in _SIZES if size <= _SMALL_SIZE or not table.is_small]
    for size in sizes:
        evened = _evened(columns, words, size)
        if evened is not None:
            return size, _evened(evened, _with_names(evened, words, names, size), size) or evened
    return _SIZES[-1], columns


def _evened(columns: Sequence[int], longest: Sequence[float], size: int) -> list[int] | None:
    """Return the columns' widths after those with room to spare have filled what the others lack; None without room."""
    spare = [room - round(ems * size * 10) - 2 * _margin(size) for room, ems in zip(columns, longest, strict=True)]
    lacking, left = (sum(max(sign * room, 0) for room in spare) for sign in (-1, 1))
    if 2 * lacking > left:
        return None
    evened = [
        width - (lacking * room // left if room > 0 else room) for width, room in zip(columns, spare, strict=True)
    ]
    widest = evened.index(max(evened))
    evened[widest] += sum(columns) - sum(evened)  # what rounding lost
    return evened


def _longest_words(table: Table) -> list[float]:
    """Return how wide the longest word in each column is, in its own size."""
    longest = [0.0] * len(table.widths)
    for placed in (placed for row in _find_rows(table) for placed in row if placed.cell.across == 1):
        words = map(_ems, _shown(placed.cell).split())
        longest[placed.column] = max(longest[placed.column], *words, 0.0)
    return longest


def _with_names(columns: Sequence[int], words: Sequence[float], names: Sequence[float], size: int) -> list[float]:
    """Return how wide each column should be for names on one line; one of longer words should stay as it is."""
    whole = ((width - 2 * _margin(size)) / (size * 10) for width in columns)
    return [
        as_it_is if name > _LONGEST_NAME else max(word, name)
        for as_it_is, word, name in zip(whole, words, names, strict=True)
    ]


def _longest_names(table: Table) -> list[float]:
    """Return how wide the longest words beneath the head of each column are on one line."""
    longest = [0.0] * len(table.widths)
    for row in list(_find_rows(table))[table.head_rows :]:
        for placed in (placed for placed in row if placed.cell.across == 1 and not placed.cell.is_figure):
            longest[placed.column] = max(longest[placed.column], _ems(_shown(placed.cell)))
    return longest


def _margin(size: int) -> int:
    return _MARGIN if size > _SMALL_SIZE else _NARROW


def _ems(word: str) -> float:
    """Return about how wide a word is, in its own size; bold capitals are the widest."""
    return sum(0.26 if letter in " .,;:-/()|" else 0.75 if letter.isupper() else 0.53 for letter in word)
