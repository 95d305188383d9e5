"""Marked cells in a sheet's part. This module holds their colours, and where Excel lands when the copy is opened."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ccbdesk.files.excel.trees import SHEET, Element, add, beside, child, children, local_name, parsed, serialized
from ccbdesk.files.package.parts import Package
from ccbdesk.model.grid import column_letters, row_and_column
from ccbdesk.model.marking import MarkedCell

_COLOURS = {True: "FFF8CFCB", False: "FFFFE9A8"}
"""The fill of what must be put right, and of what is to be looked at."""

Numbers = Mapping[tuple[int, bool], int]
"""The style a cell had, and whether it is an error → the style it gets."""


def with_styles(part: bytes, wanted: Iterable[bool]) -> tuple[bytes, Numbers]:
    """Return the table of styles with one more for every style there is and every colour wanted."""
    root = parsed(part)
    fills, styles = child(root, "fills"), child(root, "cellXfs")
    if fills is None or styles is None:
        return part, {}
    numbers: dict[tuple[int, bool], int] = {}
    known = list(children(styles, "xf"))
    for is_error in sorted(wanted):
        fill = str(len(list(children(fills, "fill"))))
        pattern = add(add(fills, "fill"), "patternFill", patternType="solid")
        add(pattern, "fgColor", rgb=_COLOURS[is_error])
        add(pattern, "bgColor", indexed="64")
        for number, style in enumerate(known):
            made = copy.deepcopy(style)
            made.set("fillId", fill)
            made.set("applyFill", "1")
            numbers[number, is_error] = len(known) + len(numbers)
            styles.append(made)
    for table, name in ((fills, "fill"), (styles, "xf")):
        table.set("count", str(len(list(children(table, name)))))
    return serialized(root), numbers


def with_fills(part: bytes, cells: Iterable[MarkedCell], numbers: Numbers) -> bytes:
    """Return a sheet's part in which the cells wear their colours; those that are not there are put in."""
    root = parsed(part)
    data = child(root, "sheetData")
    if data is None or data.tag != f"{{{SHEET}}}sheetData":  # the “strict” kind of file names everything otherwise
        raise ValueError(root.tag)
    for cell in cells:
        found = _cell(_row(data, cell.row), cell.row, cell.column)
        style = numbers.get((int(found.get("s", "0")), cell.is_error))
        if style is not None:
            found.set("s", str(style))
    return serialized(root)


def _row(data: Element, number: int) -> Element:
    last = 0
    for at, row in enumerate(children(data, "row")):
        last = int(row.get("r") or last + 1)
        if last == number:
            return row
        if last > number:
            return _put(data, at, "row", str(number))
    return _put(data, len(data), "row", str(number))


def _cell(row: Element, number: int, column: int) -> Element:
    last, address = 0, f"{column_letters(column)}{number}"
    for at, cell in enumerate(children(row, "c")):
        written = cell.get("r")
        last = row_and_column(written)[1] if written else last + 1
        if last == column:
            return cell
        if last > column:
            return _put(row, at, "c", address)
    return _put(row, len(row), "c", address)


def _put(parent: Element, at: int, name: str, place: str) -> Element:
    made = parent.makeelement(beside(parent, name), {"r": place})
    parent.insert(at, made)
    return made


# -- where Excel lands ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Landing:
    """The sheet and the cell on which Excel opens the copy; ``parts`` are those of all worksheets."""

    sheet: str
    parts: Sequence[str]
    part: str
    cell: MarkedCell


def with_landing(package: Package, parts: Mapping[str, bytes], main: str, landing: Landing) -> dict[str, bytes]:
    """Return the workbook's and the sheets' parts so that Excel opens on a cell; ``parts`` were changed before."""
    changed = {main: _with_active_sheet(package.part(main), landing.sheet)}
    for part in landing.parts:
        root = parsed(parts.get(part) or package.part(part))
        view = _view(root)
        if part == landing.part:
            _land(view if view is not None else _new_view(root), landing.cell)
        elif view is None or not view.attrib.pop("tabSelected", ""):
            continue
        changed[part] = serialized(root)
    return changed


def _with_active_sheet(part: bytes, name: str) -> bytes:
    root = parsed(part)
    sheets, views = child(root, "sheets"), child(root, "bookViews")
    names = [sheet.get("name") for sheet in sheets] if sheets is not None else []
    view = child(views, "workbookView") if views is not None else None
    if view is None or name not in names:
        return part
    view.set("activeTab", str(names.index(name)))
    view.attrib.pop("firstSheet", "")
    return serialized(root)


def _view(root: Element) -> Element | None:
    views = child(root, "sheetViews")
    return child(views, "sheetView") if views is not None else None


def _new_view(root: Element) -> Element:
    """Views stand behind the sheet's properties and its dimension."""
    before = [at for at, each in enumerate(root) if local_name(each) in ("sheetPr", "dimension")]
    views = root.makeelement(beside(root, "sheetViews"), {})
    root.insert(before[-1] + 1 if before else 0, views)
    return add(views, "sheetView", workbookViewId="0")


def _land(view: Element, cell: MarkedCell) -> None:
    address = f"{column_letters(cell.column)}{cell.row}"
    view.set("tabSelected", "1")
    view.attrib.pop("topLeftCell", "")
    pane = child(view, "pane")
    for selection in list(children(view, "selection")):
        view.remove(selection)
    made = view.makeelement(beside(view, "selection"), {"activeCell": address, "sqref": address})
    if pane is not None:
        made.set("pane", pane.get("activePane", "topLeft"))
    view.insert(1 if pane is not None else 0, made)
