"""How a workbook is put together. This module holds its list of sheets and its tables of strings and formats."""

import posixpath
from dataclasses import dataclass

from ccbdesk.files.excel.formats import Format, format_named, format_numbered
from ccbdesk.files.excel.markup import Attributes, find_openings, is_true, walk
from ccbdesk.files.excel.sniffing import check_is_markup, check_is_workbook
from ccbdesk.files.excel.text import clean, unescaped
from ccbdesk.files.package.parts import Package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.receipt import Refusal

_MOST_STRINGS = 5_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet and the part of the package in which its cells lie."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A workbook before its cells: worksheets in order, shared strings, and the format of each cell style."""

    sheets: tuple[Sheet, ...]
    strings: tuple[str, ...]
    formats: tuple[Format, ...]
    is_1904: bool
    asks_calculation: bool
    has_macros: bool
    has_outside_links: bool


@dataclass(frozen=True, slots=True)
class Link:
    """What a part points at: the last word of the link's kind, and the other part."""

    kind: str
    target: str


def read_outline(package: Package) -> Outline:
    """Return how a workbook is put together; RefusedError if it is none, or not in a way that can be trusted."""
    main = main_part(package)
    check_is_markup(main)
    elements = find_openings(package.part(main))
    check_is_workbook(elements[0][0])
    links = links_of(package, main)
    return Outline(
        sheets=_sheets([attributes for name, attributes in elements if name == "sheet"], links),
        strings=_strings(package, links),
        formats=_formats(package, links),
        is_1904=is_true(_setting(elements, "workbookPr", "date1904")),
        asks_calculation=is_true(_setting(elements, "calcPr", "fullCalcOnLoad")),
        has_macros=any("vbaproject" in name or "/macrosheets/" in name for name in package.names),
        has_outside_links=any("/externallinks/" in name for name in package.names),
    )


def _setting(elements: list[tuple[str, Attributes]], element: str, attribute: str) -> str | None:
    """Return an attribute of the first element of this name; later Excels write a second one among their extensions."""
    return next((attributes.get(attribute) for name, attributes in elements if name == element), None)


def main_part(package: Package) -> str:
    """Return the part that the workbook's list of sheets stands in; RefusedError if there is none."""
    for link in links_of(package, "").values():
        if link.kind == "officeDocument":
            return link.target
    raise RefusedError(Refusal.NOT_EXCEL)


def links_of(package: Package, part: str) -> dict[str, Link]:
    """Return what a part points at inside the package, by the link's id."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(place):
        return {}
    return {
        attributes.get("Id", ""): Link(
            kind=attributes.get("Type", "").rpartition("/")[2],
            target=posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/"))),
        )
        for element, attributes in find_openings(package.part(place))
        if element == "Relationship" and attributes.get("TargetMode") != "External"
    }


def _sheets(listed: list[Attributes], links: dict[str, Link]) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    for attributes in listed:
        name = clean(attributes.get("name", ""))
        link = next((links.get(value) for key, value in attributes.items() if key.endswith(" id")), None)
        if link is None:
            raise RefusedError(Refusal.DAMAGED, name)
        if link.kind == "worksheet":
            sheets.append(Sheet(name, link.target, is_hidden=attributes.get("state", "visible") != "visible"))
    _check_names([clean(attributes.get("name", "")) for attributes in listed])
    if not sheets:
        raise RefusedError(Refusal.NO_SHEET)
    return tuple(sheets)


def _check_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise RefusedError(Refusal.DAMAGED, f"hai trang cùng tên “{name}”")
        seen.add(name.casefold())


def _only_part(package: Package, links: dict[str, Link], kind: str) -> bytes | None:
    part = next((link.target for link in links.values() if link.kind == kind), None)
    return None if part is None else package.part(part)


def _strings(package: Package, links: dict[str, Link]) -> tuple[str, ...]:
    content = _only_part(package, links, "sharedStrings")
    if content is None:
        return ()
    table = _StringTable()
    walk(content, "", table.opening, table.closing, table.texting)
    return tuple(table.strings)


class _StringTable:
    """Collects shared strings; the readings beside East Asian text are left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._is_text = False
        self._is_phonetic = False

    def opening(self, name: str, attributes: Attributes) -> None:
        match name:
            case "sst" if int(attributes.get("uniqueCount", "0")) > _MOST_STRINGS:
                # A library that makes room for as many as are claimed takes the process down.
                raise RefusedError(Refusal.UNSAFE, f"{attributes['uniqueCount']} chuỗi")
            case "si":
                self._pieces = []
            case "rPh":
                self._is_phonetic = True
            case "t":
                self._is_text = not self._is_phonetic
            case _:
                return

    def closing(self, name: str) -> None:
        match name:
            case "si":
                self.strings.append(unescaped("".join(self._pieces)))
            case "rPh":
                self._is_phonetic = False
            case "t":
                self._is_text = False
            case _:
                return

    def texting(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)


def _formats(package: Package, links: dict[str, Link]) -> tuple[Format, ...]:
    content = _only_part(package, links, "styles")
    if content is None:
        return ()
    table = _FormatTable()
    walk(content, "", table.opening, table.closing, lambda _: None)
    return tuple(table.formats)


class _FormatTable:
    """Collects the number format of each cell style."""

    def __init__(self) -> None:
        self.formats: list[Format] = []
        self._own: dict[int, Format] = {}
        self._are_cells = False

    def opening(self, name: str, attributes: Attributes) -> None:
        match name:
            case "numFmt":
                self._own.setdefault(int(attributes["numFmtId"]), format_named(attributes.get("formatCode", "")))
            case "cellXfs":
                self._are_cells = True
            case "xf" if self._are_cells:
                number = int(attributes.get("numFmtId", "0"))
                self.formats.append(self._own.get(number) or format_numbered(number))
            case _:
                return

    def closing(self, name: str) -> None:
        if name == "cellXfs":
            self._are_cells = False
