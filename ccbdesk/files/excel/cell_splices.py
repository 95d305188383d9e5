"""Writing single cells into a sheet's part. This module holds the splices: where they go, and the XML of a cell.

Nothing else in the part is read into anything or written again: what stands around the cells keeps its bytes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pyexpat import ExpatError, ParserCreate
from typing import Any
from xml.sax.saxutils import escape

from ccbdesk.files.excel.markup import Attributes, is_true
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.grid import column_letters
from ccbdesk.model.office import OfficeEntry
from ccbdesk.model.receipt import Refusal

_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

Splice = tuple[int, int, bytes]
"""Where bytes begin and end that are replaced, and by what."""


@dataclass(slots=True)
class _Cell:
    column: int
    start: int
    style: str
    stop: int = 0
    is_formula: bool = False


@dataclass(slots=True)
class _Row:
    number: int
    start: int
    style: str
    inner: int = 0
    stop: int = 0
    is_empty: bool = False
    cells: list[_Cell] = field(default_factory=list)


def with_cells(part: bytes, entries: Iterable[OfficeEntry]) -> bytes:
    """Return a worksheet's part with these cells written; RefusedError where it is broken.

    A cell keeps its style; one that holds a formula is left as it is; cells and rows that are missing are put in."""
    codec = _codec(part)
    plain = part if codec == "utf-8" else part.decode(codec).encode()
    layout = _Layout(plain, {(entry.row, entry.column) for entry in entries})
    by_row: dict[int, dict[int, OfficeEntry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row, {})[entry.column] = entry
    splices = sorted(splice for row in sorted(by_row) for splice in layout.splices(row, by_row[row]))
    spliced, place = bytearray(), 0
    for start, stop, replacement in splices:
        spliced += plain[place:start] + replacement
        place = stop
    whole = bytes(spliced) + plain[place:]
    return whole if codec == "utf-8" else whole.decode().encode(codec, "xmlcharrefreplace")


def _codec(part: bytes) -> str:
    if part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if part[:1] == b"\xff" else "utf-16-be"
    declared = _ENCODING.match(part)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8" if name in {"utf-8", "utf8", "us-ascii", "ascii"} else name


class _Layout:
    """Where the rows of a sheet stand in its part, and the cells of those that are written in."""

    def __init__(self, part: bytes, wanted: set[tuple[int, int]]) -> None:
        """Walk through the part once."""
        self._part = part
        self._wanted = {row for row, _ in wanted}
        self._rows: list[_Row] = []
        self._columns: list[tuple[int, int, str]] = []
        self._prefix = b""
        self._inner = self._stop = -1
        self._is_empty = False
        self._cell: _Cell | None = None
        self._is_inside = False
        self._walk()

    def splices(self, row: int, entries: Mapping[int, OfficeEntry]) -> Iterator[Splice]:
        """Yield what is replaced or put in for the entries of one row, by column."""
        found = next((each for each in self._rows if each.number == row), None)
        if found is None:
            cells = b"".join(self._xml(entries[column], self._style_of(column)) for column in sorted(entries))
            yield from self._new_row(row, cells)
            return
        missing: dict[int, bytes] = {}
        for column in sorted(entries):
            cell = next((each for each in found.cells if each.column == column), None)
            if cell is None:
                after = next((each.start for each in found.cells if each.column > column), found.stop)
                style = found.style or self._style_of(column)
                missing[after] = missing.get(after, b"") + self._xml(entries[column], style)
            elif not cell.is_formula:
                yield cell.start, cell.stop, self._xml(entries[column], cell.style)
        for place, cells in missing.items():
            if found.is_empty:
                yield found.inner - 2, found.inner, b">" + cells + b"</" + self._prefix + b"row>"
            else:
                yield place, place, cells

    def _new_row(self, number: int, cells: bytes) -> Iterator[Splice]:
        name = self._prefix
        row = b"<" + name + b'row r="' + str(number).encode() + b'">' + cells + b"</" + name + b"row>"
        after = next((each.start for each in self._rows if each.number > number), self._stop)
        if self._is_empty:
            yield self._inner - 2, self._inner, b">" + row + b"</" + name + b"sheetData>"
        else:
            yield after, after, row

    def _xml(self, entry: OfficeEntry, style: str) -> bytes:
        name = self._prefix.decode()
        address = f"{column_letters(entry.column)}{entry.row}"
        shape = f' s="{style}"' if style else ""
        if isinstance(entry.content, Decimal):
            return f'<{name}c r="{address}"{shape}><{name}v>{entry.content:f}</{name}v></{name}c>'.encode()
        words = escape(_ESCAPE_LIKE.sub("_x005F_", _ILLEGAL.sub("", entry.content)))
        text = f'<{name}is><{name}t xml:space="preserve">{words}</{name}t></{name}is>'
        return f'<{name}c r="{address}"{shape} t="inlineStr">{text}</{name}c>'.encode()

    def _style_of(self, column: int) -> str:
        return next((style for first, last, style in self._columns if first <= column <= last), "")

    def _walk(self) -> None:
        parser = ParserCreate("utf-8", namespace_separator=" ")
        parser.StartElementHandler = lambda name, found: self._open(parser, name.rpartition(" ")[2], found)
        parser.EndElementHandler = lambda name: self._close(parser, name.rpartition(" ")[2])
        try:
            parser.Parse(self._part, True)  # noqa: FBT003 - "this is all": the parameter has no name
        except (ExpatError, ValueError) as error:
            raise RefusedError(Refusal.DAMAGED) from error
        if self._inner < 0:
            raise RefusedError(Refusal.DAMAGED)

    def _open(self, parser: Any, name: str, attributes: Attributes) -> None:
        start = parser.CurrentByteIndex
        match name:
            case "sheetData":
                self._prefix = self._part[start + 1 : self._part.index(b"sheetData", start)]
                self._inner, self._is_empty = self._tag(start)
                self._is_inside = True
            case "col":
                self._columns.append((int(attributes["min"]), int(attributes["max"]), attributes.get("style", "")))
            case "row" if self._is_inside:
                number = int(attributes.get("r") or (self._rows[-1].number + 1 if self._rows else 1))
                style = attributes.get("s", "") if is_true(attributes.get("customFormat")) else ""
                inner, is_empty = self._tag(start)
                self._rows.append(_Row(number, start, style, inner, is_empty=is_empty))
            case "c" if self._rows and self._rows[-1].number in self._wanted:
                cells = self._rows[-1].cells
                address = attributes.get("r", "")
                column = _column(address) if address else (cells[-1].column + 1 if cells else 1)
                self._cell = _Cell(column, start, attributes.get("s", ""))
            case "f" if self._cell is not None:
                self._cell.is_formula = True
            case _:
                return

    def _close(self, parser: Any, name: str) -> None:
        place = parser.CurrentByteIndex
        match name:
            case "sheetData":
                self._stop, self._is_inside = place, False
            case "row" if self._is_inside:
                self._rows[-1].stop = place
            case "c" if self._cell is not None:
                inner, is_empty = self._tag(self._cell.start)
                self._cell.stop = inner if is_empty else self._tag(place)[0]
                self._rows[-1].cells.append(self._cell)
                self._cell = None
            case _:
                return

    def _tag(self, start: int) -> tuple[int, bool]:
        """Return where the tag that begins here ends, and whether it has nothing inside."""
        found = _TAG_END.match(self._part, start)
        if found is None:
            raise ValueError(start)
        return found.end(), self._part[found.end() - 2 : found.end() - 1] == b"/"


def _column(address: str) -> int:
    number = 0
    for letter in address.rstrip("0123456789").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
