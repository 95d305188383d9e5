"""How a sheet is laid out beside what it says. This module holds merged areas, formulas, indents, frames and formats.

Reading returns needs none of it; whoever looks at an office's own template does."""

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
    such as ``0.0%``; cells in the general format are left out."""

    name: str
    merges: tuple[Area, ...] = ()
    formulas: Mapping[Place, str] = field(default_factory=dict)
    indents: Mapping[Place, int] = field(default_factory=dict)
    bold: frozenset[Place] = frozenset()
    framed: frozenset[Place] = frozenset()
    formats: Mapping[Place, str] = field(default_factory=dict)
