"""Rows of a table, as plain data, and the model that shows them to Qt. This module holds both.

The model sorts itself, since a proxy in front of a model written in Python is slow."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ccbdesk.gui.widgets.labels import plain_tip
from ccbdesk.gui.widgets.status import Status

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is at factor one, which share of spare or missing room it takes.

    One without a share keeps its width: figures and statuses. One that is ``is_spare`` goes where room is missing."""

    heading: str
    width: int
    share: int = 0
    is_number: bool = False
    is_spare: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, or a status. It is sorted by ``order`` where that is given, else by its words."""

    words: str = ""
    status: Status | None = None
    is_strong: bool = False
    is_soft: bool = False
    order: tuple[int | str, ...] = ()
    tip: str = ""

    @property
    def shown(self) -> str:
        """The words that are read."""
        return self.status.words if self.status else self.words


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a key that names it to the page, and a cell for each column."""

    key: str
    cells: tuple[Cell, ...]


class Role(IntEnum):
    """What a delegate asks the model for beyond words."""

    CELL = Qt.ItemDataRole.UserRole
    KEY = Qt.ItemDataRole.UserRole + 1


class RowsModel(QAbstractTableModel):
    """Rows for a table. Sorting keeps what was selected selected."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Make a model without rows."""
        super().__init__()
        self.columns = tuple(columns)
        self._given: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order that is chosen now."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._in_order()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Head the columns otherwise; there are as many as before."""
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows in the order they are shown."""
        return tuple(self._rows)

    def key(self, index: Index) -> str:
        """Return the key of an index's row, empty where there is none."""
        return self._rows[index.row()].key if index.isValid() else ""

    def find(self, key: str) -> QModelIndex:
        """Return the first cell of the row of a key, an invalid index where there is none."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown, said, or drawn in a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.shown
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(cell.tip) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.columns[index.column()].heading}: {cell.shown or 'trống'}"
            case Role.CELL:
                return cell
            case Role.KEY:
                return row.key
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.columns[section].heading) or None
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column below 0 brings back the order given."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [(self.key(index), index.column()) for index in kept]
        self._sorted = (column, order) if column >= 0 else None
        self._rows = self._in_order()
        places = {row.key: place for place, row in enumerate(self._rows)}
        moved = [self.index(places[key], column) for key, column in keys]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _in_order(self) -> list[Row]:
        if self._sorted is None:
            return list(self._given)
        column, order = self._sorted
        return sorted(
            self._given, key=lambda row: _place(row.cells[column]), reverse=order is Qt.SortOrder.DescendingOrder
        )


def _place(cell: Cell) -> tuple[tuple[bool, int | str], ...]:
    """Return what a cell is sorted by: numbers before words."""
    return tuple((isinstance(part, str), part) for part in cell.order or (cell.shown.casefold(),))
