"""How the cells of a workbook are dressed. This module holds the table: bold, indent, side, frame, format."""

from dataclasses import dataclass, replace

from ccbdesk.files.excel.markup import Attributes, is_true, walk

_NUMBERED = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy"}
"""The formats Excel knows by number, as far as a template tells something by them."""

_PLACED = ("left", "center", "right")
_SIDES = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Dress:
    """What a cell style looks like."""

    is_bold: bool = False
    indent: int = 0
    is_framed: bool = False
    format: str = ""
    side: str = ""


def read_dresses(styles: bytes) -> tuple[Dress, ...]:
    """Return the look of each cell style in the part that lists them; RefusedError if its XML is broken."""
    table = _Table()
    walk(styles, "styles", table.opening, table.closing, lambda _: None)
    return tuple(table.dresses)


class _Table:
    """Collects fonts and frames on the way to the cell styles that refer to them."""

    def __init__(self) -> None:
        self.dresses: list[Dress] = []
        self._formats: dict[int, str] = {}
        self._are_bold: list[bool] = []
        self._are_framed: list[bool] = []
        self._within = ""

    def opening(self, name: str, attributes: Attributes) -> None:
        match (self._within, name):
            case (_, "fonts" | "borders" | "cellXfs"):
                self._within = name
            case (_, "numFmt"):
                self._formats.setdefault(int(attributes["numFmtId"]), attributes.get("formatCode", ""))
            case ("fonts", "font"):
                self._are_bold.append(False)
            case ("fonts", "b"):
                self._are_bold[-1] = is_true(attributes.get("val", "1"))
            case ("borders", "border"):
                self._are_framed.append(False)
            case ("borders", side) if side in _SIDES:
                self._are_framed[-1] |= attributes.get("style", "none") != "none"
            case ("cellXfs", "xf"):
                self.dresses.append(self._dress(attributes))
            case ("cellXfs", "alignment"):
                indent, side = int(attributes.get("indent", "0")), attributes.get("horizontal", "")
                self.dresses[-1] = replace(self.dresses[-1], indent=indent, side=side if side in _PLACED else "")
            case _:
                return

    def closing(self, name: str) -> None:
        if name == self._within:
            self._within = ""

    def _dress(self, attributes: Attributes) -> Dress:
        number = int(attributes.get("numFmtId", "0"))
        return Dress(
            is_bold=_chosen(self._are_bold, attributes.get("fontId")),
            is_framed=_chosen(self._are_framed, attributes.get("borderId")),
            format=self._formats.get(number, _NUMBERED.get(number, "")),
        )


def _chosen(table: list[bool], number: str | None) -> bool:
    place = int(number or 0)
    return 0 <= place < len(table) and table[place]
