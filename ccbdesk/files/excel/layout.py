"""How a workbook's sheets are laid out. This module holds the pass that sees merged areas, formulas, widths, looks.

It is meant for a template at hand, not for what arrives: call it with bytes that the :class:`Reader` has read, whose
limits and checks then hold for them."""

import re
from collections.abc import Callable

from ccbdesk.files.excel.dressing import Dress, read_dresses
from ccbdesk.files.excel.markup import Attributes, is_true, walk
from ccbdesk.files.excel.outlining import read_outline
from ccbdesk.files.package.parts import Package, open_package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.grid import column_letters
from ccbdesk.model.layout import Area, Place, SheetLayout
from ccbdesk.model.receipt import Refusal, Refused

_MOST_CELLS = 500_000
_LONGEST_FORMULA = 8_192
_LAST_SHOWN = 400  # a setting for all columns to the last says nothing of one of them
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_PLAIN = Dress()
_GENERAL = {"", "General", "@"}
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_REFERENCE = re.compile(r"\"[^\"]*\"|'[^']*'|(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])", re.ASCII)


def read_layouts(content: bytes) -> tuple[SheetLayout, ...] | Refused:
    """Return the layout of each worksheet in a file's bytes, in the order of the sheets, or why it cannot be read."""
    try:
        package = open_package(content)
        outline = read_outline(package)
        dresses = _dresses(package)
        return tuple(_layout(sheet.name, package.part(sheet.part), dresses) for sheet in outline.sheets)
    except RefusedError as error:
        return error.refused


def _dresses(package: Package) -> tuple[Dress, ...]:
    name = next((name for name in package.names if name.endswith("/styles.xml")), None)
    return () if name is None else read_dresses(package.part(name))


def _layout(name: str, content: bytes, dresses: tuple[Dress, ...]) -> SheetLayout:
    walker = _Walker(name, dresses)
    walk(content, name, walker.opening, walker.closing, walker.texting)
    return walker.layout()


class _Walker:
    """Follows the parser through a sheet; one formula is open at a time."""

    def __init__(self, name: str, dresses: tuple[Dress, ...]) -> None:
        self._name = name
        self._dresses = dresses
        self._merges: list[Area] = []
        self._worn: dict[Place, Dress] = {}
        self._formulas: dict[Place, str] = {}
        self._shared: dict[str, tuple[Place, str]] = {}
        self._widths: dict[int, float] = {}
        self._hidden_columns: set[int] = set()
        self._hidden_rows: set[int] = set()
        self._place = Place(0, 0)
        self._pieces: list[str] | None = None
        self._group = ""
        self._openings: dict[str, Callable[[Attributes], None]] = {
            "col": self._open_column,
            "row": self._open_row,
            "c": self._open_cell,
            "f": self._open_formula,
            "mergeCell": self._open_merge,
        }

    def opening(self, name: str, attributes: Attributes) -> None:
        if name in self._openings:
            self._openings[name](attributes)

    def closing(self, name: str) -> None:
        if name == "f" and self._pieces is not None:
            self._close_formula("".join(self._pieces))
            self._pieces = None

    def texting(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)

    def layout(self) -> SheetLayout:
        worn = self._worn.items()
        return SheetLayout(
            self._name,
            tuple(self._merges),
            self._formulas,
            {place: dress.indent for place, dress in worn if dress.indent},
            frozenset(place for place, dress in worn if dress.is_bold),
            frozenset(place for place, dress in worn if dress.is_framed),
            {place: dress.format for place, dress in worn if dress.format not in _GENERAL},
            {place: dress.side for place, dress in worn if dress.side},
            self._widths,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
        )

    def _open_column(self, attributes: Attributes) -> None:
        columns = range(int(attributes["min"]), min(int(attributes["max"]), _LAST_SHOWN) + 1)
        if is_true(attributes.get("hidden")) or float(attributes.get("width", "1")) == 0:
            self._hidden_columns.update(columns)
        elif "width" in attributes:
            self._widths.update(dict.fromkeys(columns, float(attributes["width"])))

    def _open_row(self, attributes: Attributes) -> None:
        self._place = Place(int(attributes.get("r", self._place.row + 1)), 0)
        if is_true(attributes.get("hidden")) or float(attributes.get("ht", "1")) == 0:
            self._hidden_rows.add(self._place.row)

    def _open_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        self._place = _placed(address) if address else Place(max(self._place.row, 1), self._place.column + 1)
        style = int(attributes.get("s", "0"))
        dress = self._dresses[style] if 0 <= style < len(self._dresses) else _PLAIN
        if dress != _PLAIN:
            self._worn[self._place] = dress
        if len(self._worn) > _MOST_CELLS:
            raise RefusedError(Refusal.TOO_LARGE, f"hơn {_MOST_CELLS} ô")

    def _open_formula(self, attributes: Attributes) -> None:
        self._pieces = []
        self._group = attributes.get("si", "") if attributes.get("t") == "shared" else ""

    def _close_formula(self, formula: str) -> None:
        formula = formula[:_LONGEST_FORMULA].strip()
        if self._group and formula:
            self._shared[self._group] = (self._place, formula)
        if self._group and not formula and self._group in self._shared:
            home, first = self._shared[self._group]
            formula = _moved(first, self._place.row - home.row, self._place.column - home.column)
        self._formulas[self._place] = formula

    def _open_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        (top, left), (bottom, right) = _placed(first), _placed(last or first)
        self._merges.append(Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))


def _placed(address: str) -> Place:
    found = _ADDRESS.fullmatch(address)
    if not found:
        raise ValueError(address[:20])
    return Place(int(found[2]), _number(found[1]))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _moved(formula: str, down: int, right: int) -> str:
    """Return a formula as it reads so many rows further down and columns to the right."""

    def shifted(found: re.Match[str]) -> str:
        if found[2] is None:
            return found[0]
        column = _number(found[2]) + (0 if found[1] else right)
        row = int(found[4]) + (0 if found[3] else down)
        if not (1 <= row <= _LAST_ROW and 1 <= column <= _LAST_COLUMN):
            return "#REF!"
        return f"{found[1]}{column_letters(column)}{found[3]}{row}"

    return _REFERENCE.sub(shifted, formula)
