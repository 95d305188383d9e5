"""Comments in a workbook. This module holds how they are added to a sheet, behind those that stand there already.

A comment is kept twice: its words in one part, the yellow box they show in as a drawing in another."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from lxml import etree

from ccbdesk.files.excel.outlining import Link, links_of
from ccbdesk.files.excel.text import clean
from ccbdesk.files.excel.trees import (
    LINKS,
    SHEET,
    Element,
    add,
    child,
    children,
    local_name,
    new_root,
    parsed,
    serialized,
)
from ccbdesk.files.package.parts import Package
from ccbdesk.model.grid import column_letters
from ccbdesk.model.marking import MarkedCell

_AUTHOR = "ccbdesk"
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND_DRAWING = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
}  # fmt: skip
_SHAPES = 1_024  # numbers that one sheet's drawing has
_SHAPE_ID = re.compile(rb"_x0000_s(\d+)")

_FRAME = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{sheet}"/>\
</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>"""
_SHAPE = """<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;\
margin-left:60pt;margin-top:2pt;width:230pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" \
o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 4, {right}, 15, \
{bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData>\
</v:shape>"""


def with_comments(
    package: Package, changed: Mapping[str, bytes], sheet: str, cells: Sequence[MarkedCell], number: int
) -> dict[str, bytes]:
    """Return the parts by which a sheet gets a comment in each of these cells.

    ``changed`` are parts that were changed before; ``number`` tells sheets of one copy apart. A cell that has a comment
    keeps its words, with ours before them."""
    links = links_of(package, sheet)
    words = _target(links, "comments") or f"/xl/comments{_free(package, 'xl/comments{}.xml', number)}.xml"
    boxes = _target(links, "vmlDrawing") or f"/xl/drawings/vmlDrawing{_free(package, _BOXES, number)}.vml"
    comments = parsed(package.part(words)) if package.has(words) else _no_comments()
    fresh = _add_words(comments, cells)
    drawing = package.part(boxes) if package.has(boxes) else _FRAME.format(sheet=number).encode()
    parts = {words: serialized(comments), boxes: _with_boxes(drawing, fresh, number)}
    parts |= _named_by(package, changed, sheet, {"comments": words, "vmlDrawing": boxes})
    return parts


_BOXES = "xl/drawings/vmldrawing{}.vml"


def _target(links: Mapping[str, Link], kind: str) -> str:
    return next((link.target for link in links.values() if link.kind == kind), "")


def _free(package: Package, pattern: str, number: int) -> int:
    """Return a number that no part of this kind has yet, whatever the other sheets of the copy take."""
    taken = (at for at in range(1, 2 * len(package.names) + 2) if package.has(pattern.format(at)))
    return max(taken, default=0) + number


# -- words ---------------------------------------------------------------------------------------------------------


def _no_comments() -> Element:
    root = new_root("comments", SHEET)
    add(root, "authors")
    add(root, "commentList")
    return root


def _add_words(comments: Element, cells: Iterable[MarkedCell]) -> list[MarkedCell]:
    """Write the words and return the cells that had no comment, which need a box."""
    authors, found = child(comments, "authors"), child(comments, "commentList")
    if authors is None or found is None:
        raise ValueError(comments.tag)
    author = str(len(list(children(authors, "author"))))
    add(authors, "author").text = _AUTHOR
    known = {each.get("ref", ""): each for each in children(found, "comment")}
    fresh: list[MarkedCell] = []
    for cell in cells:
        address = f"{column_letters(cell.column)}{cell.row}"
        if address not in known:
            known[address] = add(found, "comment", ref=address, authorId=author)
            add(known[address], "text")
            fresh.append(cell)
        _write(known[address], cell.words)
    found[:] = sorted(children(found, "comment"), key=_place)
    return fresh


def _place(comment: Element) -> tuple[int, str]:
    reference = comment.get("ref", "")
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits or 0), reference


def _write(comment: Element, words: str) -> None:
    text = child(comment, "text")
    if text is None:
        text = add(comment, "text")
    plain = child(text, "t")
    if plain is not None:  # words without runs stand alone: they become a run, for ours stand before them
        text.remove(plain)
        add(text, "r").append(plain)
    run = text.makeelement(f"{{{etree.QName(text).namespace}}}r", {})
    written = add(run, "t")
    written.text = clean(words) + ("\n\n" if len(text) else "")
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.insert(0, run)


# -- boxes ---------------------------------------------------------------------------------------------------------


def _with_boxes(drawing: bytes, cells: Iterable[MarkedCell], sheet: int) -> bytes:
    """Put the boxes before the drawing's end; older drawings are no sound XML, so nothing of them is read."""
    end = drawing.rindex(b"</")
    first = max([_SHAPES * sheet, *(int(found) for found in _SHAPE_ID.findall(drawing))]) + 1
    boxes = "".join(_box(first + at, cell) for at, cell in enumerate(cells))
    return drawing[:end] + boxes.encode() + drawing[end:]


def _box(number: int, cell: MarkedCell) -> str:
    row, column = cell.row - 1, cell.column - 1
    top = max(row - 1, 0)
    return _SHAPE.format(
        number=number, row=row, column=column, left=column + 1, right=column + 4, top=top, bottom=top + 5
    )


# -- what names them -----------------------------------------------------------------------------------------------


def _named_by(
    package: Package, changed: Mapping[str, bytes], sheet: str, targets: Mapping[str, str]
) -> dict[str, bytes]:
    folder, name = posixpath.split(sheet)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    known = {link.kind: id for id, link in links_of(package, sheet).items()}
    parts: dict[str, bytes] = {}
    links = parsed(package.part(place)) if package.has(place) else new_root("Relationships", _LINKS_SPACE)
    for kind, target in targets.items():
        if kind not in known:
            known[kind] = _free_id(links)
            add(links, "Relationship", Id=known[kind], Type=f"{LINKS}/{kind}", Target=target)
            parts[place] = serialized(links)
    parts[sheet] = _with_drawing(changed.get(sheet) or package.part(sheet), known["vmlDrawing"])
    parts[_TYPES] = _with_types(changed.get(_TYPES) or package.part(_TYPES), targets["comments"])
    return parts


def _free_id(links: Element) -> str:
    taken = {each.get("Id") for each in links}
    return next(id for at in range(1, len(taken) + 2) if (id := f"rIdNote{at}") not in taken)


def _with_drawing(part: bytes, id: str) -> bytes:
    root = parsed(part)
    if child(root, "legacyDrawing") is not None:
        return part
    behind = [at for at, each in enumerate(root) if local_name(each) in _BEHIND_DRAWING]
    space = etree.QName(root).namespace
    made = root.makeelement(f"{{{space}}}legacyDrawing", {f"{{{LINKS}}}id": id}, nsmap={"r": LINKS})
    root.insert(behind[0] if behind else len(root), made)
    return serialized(root)


def _with_types(part: bytes, comments: str) -> bytes:
    root = parsed(part)
    if not any(each.get("Extension", "").casefold() == "vml" for each in root):
        made = root.makeelement(f"{{{_TYPES_SPACE}}}Default", {"Extension": "vml", "ContentType": _DRAWING_TYPE})
        root.insert(0, made)
    if not any(each.get("PartName", "").casefold() == comments.casefold() for each in root):
        add(root, "Override", PartName=escape(comments), ContentType=_COMMENTS_TYPE)
    return serialized(root)
