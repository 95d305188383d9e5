"""A Word file read as a paper. This module holds how its text is taken apart into sections, and its headers found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import XMLSyntaxError

from ccbdesk.files.word.markup import Element, parse, w
from ccbdesk.files.word.packing import Parts, main_document, related, unpack
from ccbdesk.files.word.showing.drawings import Drawings, targets_of
from ccbdesk.files.word.showing.looks import Looks, is_on, number
from ccbdesk.files.word.showing.pieces import Mark, Sources, mark_of, read_paragraph
from ccbdesk.files.word.showing.tables import read_table
from ccbdesk.model.paper import NO_STRIP, PageShape, Paper, PaperBlock, PaperSection, Strip

_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_BOX = w("txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTHING = Mark()
_AROUND = frozenset({w("ins"), w("moveTo"), w("customXml")})


def read_paper(content: bytes) -> Paper:
    """Return what a Word file shows; ValueError where the bytes are no Word file."""
    parts = unpack(content)
    name = main_document(parts)
    try:
        return _Document(parts, name).paper()
    except XMLSyntaxError as error:
        msg = "broken markup"
        raise ValueError(msg) from error


@dataclass(frozen=True, slots=True)
class _Strips:
    """What stands above and below the text so far: a section that says nothing goes on with it."""

    above: Mapping[str, tuple[PaperBlock, ...]]
    below: Mapping[str, tuple[PaperBlock, ...]]


class _Document:
    """A document while it is read."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts = parts
        self._name = name
        self._targets = targets_of(parts, name)
        self._looks = Looks(self._related("styles"), self._fonts())

    def paper(self) -> Paper:
        """Return the whole paper."""
        body = parse(self._parts[self._name]).find(w("body"))
        return Paper(self._title(), () if body is None else tuple(self._sections(body)))

    def _sections(self, body: Element) -> Iterator[PaperSection]:
        sources = self._sources(self._name)
        gathered: list[PaperBlock] = []
        strips = _Strips({}, {})
        for element in body:
            gathered += read_block(element, sources, _NOTHING)
            end = element if element.tag == w("sectPr") else element.find(f"{w('pPr')}/{w('sectPr')}")
            if end is not None:
                strips = self._strips(end, strips)
                yield self._section(end, tuple(gathered), strips)
                gathered = []
        if gathered:  # a text that says nothing of its pages
            yield PaperSection(PageShape(), tuple(gathered))

    def _section(self, end: Element, blocks: tuple[PaperBlock, ...], strips: _Strips) -> PaperSection:
        start, kind, title = end.find(w("pgNumType")), end.find(w("type")), end.find(w("titlePg"))
        has_title = title is not None and is_on(title)
        return PaperSection(
            _shape(end),
            blocks,
            _strip(strips.above, has_title=has_title),
            _strip(strips.below, has_title=has_title),
            0 if start is None else number(start.get(w("start"), "")),
            kind is None or kind.get(w("val")) != "continuous",
        )

    def _strips(self, end: Element, before: _Strips) -> _Strips:
        return _Strips(
            {**before.above, **self._named(end, "headerReference")},
            {**before.below, **self._named(end, "footerReference")},
        )

    def _named(self, end: Element, reference: str) -> Mapping[str, tuple[PaperBlock, ...]]:
        found: dict[str, tuple[PaperBlock, ...]] = {}
        for each in end.findall(w(reference)):
            name = self._targets.get(each.get(_LINKED, ""), "")
            if name in self._parts:
                root, sources = parse(self._parts[name]), self._sources(name)
                found[each.get(w("type"), "default")] = read_blocks(root, sources, _NOTHING)
        return found

    def _sources(self, name: str) -> Sources:
        return Sources(self._looks, Drawings(self._parts, name))

    def _related(self, kind: str) -> Element | None:
        name = related(self._parts, self._name, kind)
        return parse(self._parts[name]) if name and name in self._parts else None

    def _fonts(self) -> Mapping[str, str]:
        """Return the fonts of the theme by the first letters of the names that runs call them by."""
        theme = self._related("theme")
        found: dict[str, str] = {}
        for name in ("major", "minor"):
            font = None if theme is None else theme.find(f".//{_MAIN}{name}Font/{_MAIN}latin")
            if font is not None:
                found[name] = font.get("typeface", "")
        return found

    def _title(self) -> str:
        name = related(self._parts, "", "core-properties")
        title = parse(self._parts[name]).find(_TITLE) if name and name in self._parts else None
        return "" if title is None else title.text or ""


def read_blocks(around: Element, sources: Sources, mark: Mark) -> tuple[PaperBlock, ...]:
    """Return the paragraphs and tables inside an element."""
    return tuple(block for element in around for block in read_block(element, sources, mark))


def read_block(element: Element, sources: Sources, mark: Mark) -> Iterator[PaperBlock]:
    """Yield the blocks that an element of a text is, which are none for most."""
    if element.tag == w("p"):
        yield read_paragraph(element, sources, mark)
        for box in _find_boxes(element):  # what floats beside a paragraph is read behind it
            yield from read_blocks(box, sources, mark)
    elif element.tag == w("tbl"):
        yield read_table(element, sources.looks, mark, lambda cell, mark: read_blocks(cell, sources, mark))
    elif element.tag == w("sdt"):
        for content in element.findall(w("sdtContent")):
            yield from read_blocks(content, sources, mark_of(element, mark))
    elif element.tag in _AROUND:
        yield from read_blocks(element, sources, mark)


def _find_boxes(paragraph: Element) -> Iterator[Element]:
    for box in paragraph.iter(_BOX):
        if all(around.tag not in (_BOX, _FALLBACK) for around in box.iterancestors()):
            yield box


def _strip(named: Mapping[str, tuple[PaperBlock, ...]], *, has_title: bool) -> Strip:
    if not named:
        return NO_STRIP
    usual = named.get("default", ())
    return Strip(named.get("first", ()) if has_title else usual, usual)


def _shape(end: Element) -> PageShape:
    shape = PageShape()
    size, margins = end.find(w("pgSz")), end.find(w("pgMar"))
    if size is not None:
        width, height = (number(size.get(w(name), "")) for name in ("w", "h"))
        shape = replace(shape, width=width or shape.width, height=height or shape.height)
    if margins is not None:
        said = {
            name: number(margins.get(w(name), "")) for name in ("top", "right", "bottom", "left", "header", "footer")
        }
        said["left"] += number(margins.get(w("gutter"), ""))
        said |= {name: abs(said[name]) for name in ("top", "bottom")}  # below nothing: never moved by a header
        shape = replace(shape, **said)
    return shape
