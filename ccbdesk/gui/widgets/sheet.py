"""A received sheet, as plain data, and the model that shows it to Qt. This module holds both.

Rows and columns are counted from 0 here; the words on the screen are Excel's own, “H15”."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.rows import Role
from ccbdesk.gui.widgets.status import Tone

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[int, int]
"""A row and a column, both from 0."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What stands in a cell, as the file shows it."""

    words: str
    is_number: bool = False
    is_strong: bool = False
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one: the first, and how many rows and columns they cover."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: how large it is, what stands in it, and what is to be seen in it.

    ``headings`` are the sheet's own words for its columns; they stay in sight beside the letters. ``ringed`` is the
    cell in question, ``related`` are those that have to do with it. ``widths`` are those of the file's columns, in
    letters; where none is given a column is as wide as what stands in it."""

    rows: int
    columns: int
    cells: Mapping[Spot, SheetCell] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    merged: tuple[Merged, ...] = ()
    ringed: Spot | None = None
    tone: Tone = Tone.ERROR
    related: frozenset[Spot] = frozenset()
    widths: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


EMPTY_SHEET = Sheet(0, 0)


def letters(column: int) -> str:
    """Return a column's letters: 0 is A, 27 is AB."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def name_of(spot: Spot) -> str:
    """Return what Excel calls a cell: (14, 7) is H15."""
    return f"{letters(spot[1])}{spot[0] + 1}"


class SheetModel(QAbstractTableModel):
    """A sheet for a table that only shows."""

    def __init__(self) -> None:
        """Make an empty sheet."""
        super().__init__()
        self._sheet = EMPTY_SHEET

    @property
    def sheet(self) -> Sheet:
        """The sheet that is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else self._sheet.rows

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else self._sheet.columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell, and what is said of it."""
        if not index.isValid():
            return None
        spot = (index.row(), index.column())
        cell = self._sheet.cells.get(spot, SheetCell(""))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(cell.words) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(spot, cell)
            case Role.CELL:
                return cell
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's letters and heading, or a row's number."""
        is_column = orientation is Qt.Orientation.Horizontal
        heading = self._sheet.headings.get(section, "") if is_column else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{letters(section)}\n{heading}".rstrip() if is_column else str(section + 1)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(heading) or None
            case _:
                return None

    def _said(self, spot: Spot, cell: SheetCell) -> str:
        heading = self._sheet.headings.get(spot[1], "")
        place = f"ô {name_of(spot)}, {heading}" if heading else f"ô {name_of(spot)}"
        mark = ", ô đang xét" if spot == self._sheet.ringed else ", ô liên quan" if spot in self._sheet.related else ""
        return f"{place}: {cell.words or 'trống'}{mark}"
