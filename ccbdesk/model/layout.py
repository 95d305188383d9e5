"""How a sheet is laid out beside what it says. This module holds merged areas, formulas, formats, widths and looks.

Reading returns needs none of it; whoever looks at an office's own template, or shows a received sheet, does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle of cells; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Place(NamedTuple):
    """A cell by row and column, counted from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet's merged areas, and what stands out about its cells, filled or empty.

    A formula is written without its equals sign, as it would stand in that very cell. A format is Excel's own code,
    such as ``0.0%``; cells in the general format are left out. Widths are in characters, by column, where the sheet
    says them; ``sides`` says where words are put in a cell: left, center or right, where the sheet says it."""

    name: str
    merges: tuple[Area, ...] = ()
    formulas: Mapping[Place, str] = field(default_factory=dict)
    indents: Mapping[Place, int] = field(default_factory=dict)
    bold: frozenset[Place] = frozenset()
    framed: frozenset[Place] = frozenset()
    formats: Mapping[Place, str] = field(default_factory=dict)
    sides: Mapping[Place, str] = field(default_factory=dict)
    widths: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
