"""Tables of Word. This module holds how rows become cells with their columns, their lines and what they hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ccbdesk.files.word.markup import Element, w
from ccbdesk.files.word.showing.looks import Looks, edge_of, is_on, number, shade_of, side_of
from ccbdesk.files.word.showing.pieces import Mark, mark_of
from ccbdesk.model.paper import NO_EDGE, Edge, Edges, Height, PaperBlock, PaperCell, PaperRow, PaperTable, Side

Blocks = Callable[[Element, Mark], tuple[PaperBlock, ...]]
"""How the blocks inside an element are read."""

_STANDS = {"top": Height.TOP, "center": Height.MIDDLE, "both": Height.MIDDLE, "bottom": Height.BOTTOM}
_SIDES = (("top",), ("right", "end"), ("bottom",), ("left", "start"))
_USUAL = (0, 108, 0, 108)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines that a table draws around itself and between its cells."""

    top: Edge = NO_EDGE
    left: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    right: Edge = NO_EDGE
    across: Edge = NO_EDGE
    upright: Edge = NO_EDGE


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell with its place; ``is_below`` where one above covers it."""

    element: Element
    mark: Mark
    row: int
    column: int
    across: int
    is_below: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cells of a table share."""

    lines: _Lines
    margins: tuple[int, int, int, int]
    rows: int
    columns: int


def read_table(table: Element, looks: Looks, mark: Mark, blocks: Blocks) -> PaperTable:
    """Return a table; ``blocks`` reads what its cells hold."""
    rows = [_Row(row, each) for row, each in _find(table, w("tr"), mark)]
    placed = [_place(row, number) for number, row in enumerate(rows)]
    columns = _columns(table, placed)
    properties = _properties(table, looks)
    frame = _Frame(_lines(properties), _margins(properties), len(rows), len(columns))
    made = tuple(
        _row(row.element, [cell for cell in cells if not cell.is_below], placed, frame, blocks)
        for row, cells in zip(rows, placed, strict=True)
    )
    return PaperTable(columns, made, _indent(properties), _side(properties))


@dataclass(frozen=True, slots=True)
class _Row:
    element: Element
    mark: Mark


def _find(around: Element, name: str, mark: Mark) -> Iterator[tuple[Element, Mark]]:
    """Yield rows or cells, those inside controls too."""
    for child in around:
        if child.tag == name:
            yield child, mark
        elif child.tag == w("sdt"):
            for content in child.findall(w("sdtContent")):
                yield from _find(content, name, mark_of(child, mark))


def _place(row: _Row, place: int) -> list[_Placed]:
    before = row.element.find(f"{w('trPr')}/{w('gridBefore')}")
    column = 0 if before is None else number(before.get(w("val"), ""))
    placed: list[_Placed] = []
    for cell, mark in _find(row.element, w("tc"), row.mark):
        span, merge = cell.find(f"{w('tcPr')}/{w('gridSpan')}"), cell.find(f"{w('tcPr')}/{w('vMerge')}")
        across = 1 if span is None else max(number(span.get(w("val"), "1")), 1)
        is_below = merge is not None and merge.get(w("val"), "continue") == "continue" and place > 0
        placed.append(_Placed(cell, mark, place, column, across, is_below))
        column += across
    return placed


def _columns(table: Element, placed: Sequence[Sequence[_Placed]]) -> tuple[int, ...]:
    """Return the widths of the columns, of which the grid may name too few."""
    grid = table.find(w("tblGrid"))
    widths = [] if grid is None else [number(column.get(w("w"), "")) for column in grid.findall(w("gridCol"))]
    wanted = max((cell.column + cell.across for row in placed for cell in row), default=0)
    if len(widths) < wanted or not all(widths):
        widths = (widths + [0] * wanted)[: max(wanted, len(widths))]
        for cell in (cell for row in placed for cell in row if cell.across == 1):
            own = cell.element.find(f"{w('tcPr')}/{w('tcW')}")
            if not widths[cell.column] and own is not None and own.get(w("type")) != "pct":
                widths[cell.column] = number(own.get(w("w"), ""))
    return tuple(width or 1000 for width in widths)


def _row(
    row: Element, cells: Sequence[_Placed], placed: Sequence[Sequence[_Placed]], frame: _Frame, blocks: Blocks
) -> PaperRow:
    properties = row.find(w("trPr"))
    flags = {} if properties is None else {child.tag: child for child in properties}
    height = flags.get(w("trHeight"))
    rule = "" if height is None else height.get(w("hRule"), "")
    made = tuple(_cell(cell, _down(cell, placed), frame, blocks) for cell in cells)
    return PaperRow(
        made,
        0 if height is None else number(height.get(w("val"), "")),
        w("tblHeader") in flags and is_on(flags[w("tblHeader")]),
        w("cantSplit") in flags and is_on(flags[w("cantSplit")]),
        rule == "exact",
    )


def _down(cell: _Placed, placed: Sequence[Sequence[_Placed]]) -> int:
    """Return over how many rows a cell reaches."""
    merge = cell.element.find(f"{w('tcPr')}/{w('vMerge')}")
    down = 1
    if merge is None:
        return down
    for row in placed[cell.row + 1 :]:
        if not any(below.is_below and below.column == cell.column for below in row):
            break
        down += 1
    return down


def _cell(placed: _Placed, down: int, frame: _Frame, blocks: Blocks) -> PaperCell:
    look = placed.element.find(w("tcPr"))
    shade = None if look is None else look.find(w("shd"))
    stands = None if look is None else look.find(w("vAlign"))
    return PaperCell(
        placed.column,
        placed.across,
        down,
        blocks(placed.element, placed.mark),
        _edges(placed, down, frame, look),
        "" if shade is None else shade_of(shade),
        Height.TOP if stands is None else _STANDS.get(stands.get(w("val"), ""), Height.TOP),
        _margins_in(None if look is None else look.find(w("tcMar")), frame.margins),
    )


def _edges(placed: _Placed, down: int, frame: _Frame, look: Element | None) -> Edges:
    lines = frame.lines
    usual = Edges(
        lines.top if placed.row == 0 else lines.across,
        lines.left if placed.column == 0 else lines.upright,
        lines.bottom if placed.row + down >= frame.rows else lines.across,
        lines.right if placed.column + placed.across >= frame.columns else lines.upright,
    )
    own = None if look is None else look.find(w("tcBorders"))
    if own is None:
        return usual
    said = {str(child.tag).rpartition("}")[2] for child in own}
    for field, names in (
        ("top", ("top",)),
        ("left", ("left", "start")),
        ("bottom", ("bottom",)),
        ("right", ("right", "end")),
    ):
        if said.intersection(names):
            usual = replace(usual, **{field: edge_of(own, *names)})
    return usual


def _properties(table: Element, looks: Looks) -> tuple[Element, ...]:
    """Return all that is said of a table, the most general first."""
    own = table.find(w("tblPr"))
    style = None if own is None else own.find(w("tblStyle"))
    general = looks.style_of_table("" if style is None else style.get(w("val"), ""))
    return general if own is None else (*general, own)


def _lines(properties: Sequence[Element]) -> _Lines:
    found = _Lines()
    for borders in (each.find(w("tblBorders")) for each in properties):
        if borders is not None:
            found = _Lines(
                edge_of(borders, "top"),
                edge_of(borders, "left", "start"),
                edge_of(borders, "bottom"),
                edge_of(borders, "right", "end"),
                edge_of(borders, "insideH"),
                edge_of(borders, "insideV"),
            )
    return found


def _margins(properties: Sequence[Element]) -> tuple[int, int, int, int]:
    found = _USUAL
    for each in properties:
        found = _margins_in(each.find(w("tblCellMar")), found)
    return found


def _margins_in(margins: Element | None, usual: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    if margins is None:
        return usual
    found = list(usual)
    for place, names in enumerate(_SIDES):
        for name in names:
            said = margins.find(w(name))
            if said is not None:
                found[place] = number(said.get(w("w"), ""))
    return found[0], found[1], found[2], found[3]


def _indent(properties: Sequence[Element]) -> int:
    found = [indent for each in properties if (indent := each.find(w("tblInd"))) is not None]
    return number(found[-1].get(w("w"), "")) if found else 0


def _side(properties: Sequence[Element]) -> Side:
    found = [side for each in properties if (side := each.find(w("jc"))) is not None]
    return side_of(found[-1]) if found else Side.LEFT
