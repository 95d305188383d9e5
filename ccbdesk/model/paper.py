"""A written paper as it is to be looked at. This module holds its pages, paragraphs, tables, pictures and charts.

It says what a Word file shows, with every format worked out, and nothing about Word. Lengths are twips (1 pt = 20,
1 mm = 56.7), colours six hexadecimal digits, empty where there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Side(Enum):
    """Where the words of a line stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"


class LineRule(Enum):
    """How the height of a line is meant: a part of what its letters need (240 is once), at least, or exactly."""

    TIMES = "times"
    AT_LEAST = "at least"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Lettering:
    """How letters look. ``raised`` is 1 for a superscript and -1 for a subscript; ``spread`` widens every letter."""

    family: str = "Times New Roman"
    size: int = 240
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_struck: bool = False
    is_capital: bool = False
    colour: str = ""
    shade: str = ""
    raised: int = 0
    spread: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one look; ``tag`` and ``title`` are those of the live figure that they are, empty where of none."""

    text: str
    look: Lettering
    tag: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page it stands on; ``is_count``: how many pages there are."""

    look: Lettering
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the bytes of its file, and what it shows in words."""

    content: bytes
    width: int
    height: int
    told: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A bar chart: the names, their amounts, and these as they are written. ``is_lying``: the bars go to the right.

    ``gap`` is the room between two bars in hundredths of one. A chart of a kind that is not drawn has no bars."""

    width: int
    height: int
    told: str
    names: tuple[str, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    written: tuple[str, ...] = ()
    is_lying: bool = False
    gap: int = 60
    colour: str = "4F7CAC"


Piece = Words | PageNumber | Picture | Diagram


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: its thickness, 0 where there is none, its colour, and how far it keeps from the words."""

    width: int = 0
    colour: str = ""
    space: int = 0


NO_EDGE = Edge()


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines around something."""

    top: Edge = NO_EDGE
    left: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    right: Edge = NO_EDGE


NO_EDGES = Edges()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph stands. ``first`` is the indent of its first line, negative where that hangs out.

    ``keeps_next``: it stays on the page of what follows; ``keeps_lines``: it is never broken; ``is_snug``: no room is
    left between it and a neighbour of its own style; ``style`` names that style."""

    side: Side = Side.LEFT
    before: int = 0
    after: int = 0
    line: int = 240
    rule: LineRule = LineRule.TIMES
    left: int = 0
    right: int = 0
    first: int = 0
    keeps_next: bool = False
    keeps_lines: bool = False
    keeps_pairs: bool = True
    breaks_page: bool = False
    is_snug: bool = False
    style: str = ""
    edges: Edges = NO_EDGES
    shade: str = ""
    stops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperParagraph:
    """A paragraph; ``mark`` is the look of its end, which gives its height where it has no words."""

    setting: Setting
    pieces: tuple[Piece, ...]
    mark: Lettering

    @property
    def text(self) -> str:
        """What it says, without its page numbers."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))


class Height(Enum):
    """Where the words of a cell stand between its upper and its lower line."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell: its first column, over how many columns and rows it reaches, and what it holds."""

    column: int
    across: int
    down: int
    blocks: tuple["PaperBlock", ...]
    edges: Edges = NO_EDGES
    shade: str = ""
    stands: Height = Height.TOP
    margins: tuple[int, int, int, int] = (0, 108, 0, 108)  # top, right, bottom, left


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row: its cells (those that a cell above covers are left out) and its height, 0 where its words give that.

    ``is_head``: it is repeated on every page; ``is_whole``: it is never broken; ``is_exact``: it is no higher."""

    cells: tuple[PaperCell, ...]
    height: int = 0
    is_head: bool = False
    is_whole: bool = False
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table: the widths of its columns, its rows, and how far it stands from the margin, or where on the line."""

    columns: tuple[int, ...]
    rows: tuple[PaperRow, ...]
    indent: int = 0
    side: Side = Side.LEFT


PaperBlock = PaperParagraph | PaperTable


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands above or below the text of a page: on its first page, and on the others."""

    first: tuple[PaperBlock, ...] = ()
    usual: tuple[PaperBlock, ...] = ()


NO_STRIP = Strip()


@dataclass(frozen=True, slots=True)
class PageShape:
    """A page: its size, its margins, how far header and footer stand from its ends."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    right: int = 1021
    bottom: int = 1134
    left: int = 1701
    header: int = 567
    footer: int = 567

    @property
    def text_width(self) -> int:
        """How wide the text is."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class PaperSection:
    """Pages of one shape. ``starts_at`` is the number of the first, 0 where they go on counting."""

    shape: PageShape
    blocks: tuple[PaperBlock, ...]
    above: Strip = NO_STRIP
    below: Strip = NO_STRIP
    starts_at: int = 0
    breaks_page: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper."""

    title: str
    sections: tuple[PaperSection, ...]

    def paragraphs(self) -> Iterator[PaperParagraph]:
        """Yield every paragraph of the text in the order of reading, those in tables included."""
        for section in self.sections:
            yield from paragraphs_in(section.blocks)

    def figures(self) -> Iterator[Words]:
        """Yield every live figure in the order of reading; one in several looks comes once for each."""
        for paragraph in self.paragraphs():
            yield from (piece for piece in paragraph.pieces if isinstance(piece, Words) and piece.tag)


def paragraphs_in(blocks: tuple[PaperBlock, ...]) -> Iterator[PaperParagraph]:
    """Yield the paragraphs of some blocks in the order of reading."""
    for block in blocks:
        match block:
            case PaperParagraph():
                yield block
            case PaperTable(rows=rows):
                for cell in (cell for row in rows for cell in row.cells):
                    yield from paragraphs_in(cell.blocks)
