"""The drafted report. This module holds its paragraphs, whose figures know their totals; files only write them."""

from dataclasses import dataclass
from decimal import Decimal

from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A live figure: what is shown, the expression it is the value of, and the control's tag and title.

    ``is_gap``: a part of it is missing, so it is highlighted; ``totals`` are the indicators it stands on."""

    shown: str
    expression: Expression
    tag: str
    title: str
    totals: tuple[IndicatorCode, ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small words behind a figure that say what is missing from it."""

    text: str


Run = Phrase | Figure | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``place`` is the cell of the sheet Câu mẫu that it was drafted from.

    ``comment`` is what a comment beside it says; an empty one makes none."""

    style: Style
    runs: tuple[Run, ...]
    place: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table; ``is_figure`` aligns it to the right, ``is_head`` makes it a heading, ``across`` joins columns
    and ``down`` joins rows (the cells joined into it are left out)."""

    runs: tuple[Run, ...]
    is_figure: bool = False
    is_head: bool = False
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report: its rows, of which the first ``head_rows`` are repeated on every page.

    ``widths`` are shares of the text's width; ``is_small`` sets it in small letters, for many rows on few pages. In an
    appendix it stands on landscape pages of its own."""

    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[int, ...]
    head_rows: int = 1
    place: str = ""
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: a unit's name and its figure."""

    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A native bar chart of one indicator by unit; ``tag`` names it for refreshing."""

    title: str
    measure: str
    bars: tuple[Bar, ...]
    tag: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """Pages of their own behind the signature, landscape, numbered from 1: title paragraphs and a table."""

    paragraphs: tuple[Paragraph, ...]
    table: Table


Block = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was not printed because a figure it cannot do without is zero, or its condition does not hold."""

    place: str
    indicators: tuple[IndicatorCode, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure of the report from which units are missing."""

    place: str
    indicator: IndicatorCode
    missing: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The report's blocks in order, what was dropped, what is incomplete, and what it was made from.

    ``notice`` is printed on every page, in the appendices too."""

    title: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    gaps: tuple[Gap, ...]
    basis: Basis
    appendices: tuple[Appendix, ...] = ()
    notice: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
