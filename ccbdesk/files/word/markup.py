"""The XML of Word. This module holds its names, and how elements and texts are read, made and turned into bytes."""

import re
from collections.abc import Callable, Hashable, Iterator
from copy import copy, deepcopy

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {"w": _WORD}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BREAK_OR_TAB = re.compile("([\n\t])")


def w(name: str) -> str:
    """Return a name of Word's namespace as lxml writes it."""
    return f"{{{_WORD}}}{name}"


def make(name: str, *children: Element, **attributes: str) -> Element:
    """Return an element of Word's namespace with its children and its attributes, which are of that namespace too."""
    made = etree.Element(w(name), {w(key): value for key, value in attributes.items()}, nsmap=_PREFIXES)
    made.extend(children)
    return made


class Moulds:
    """What is made again and again, as the cells of a table are: made once for each shape, then only copied.

    To copy ten elements takes no longer than to make one."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._made: dict[Hashable, Element] = {}

    def cast(self, shape: Hashable, maker: Callable[[], Element]) -> Element:
        """Return what ``maker`` makes, which depends on the shape alone."""
        if shape not in self._made:
            self._made[shape] = maker()
        return copy(self._made[shape])  # of lxml, which copies what is inside too


def parse(content: bytes) -> Element:
    """Return the root of a part, without comments and indentation; lxml's XMLSyntaxError where it is no XML."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False, no_network=True)
    return etree.fromstring(content, parser)


def to_bytes(root: Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def cleaned(text: str) -> str:
    """Return a text as XML can hold it: line ends are newlines, and what would spoil the file is left out."""
    if text.isprintable():
        return text  # nearly all are, and this is a tenth of the work
    return _NO_XML.sub("", _LINE_END.sub("\n", text))


def make_run(text: str, look: Element | None) -> Element:
    """Return a run that shows a text, line breaks and tabs included, with a copy of the given rPr."""
    run = make("r") if look is None else make("r", deepcopy(look))
    put_text(run, text)
    return run


def put_text(run: Element, text: str) -> None:
    """Let a run show a text behind what it shows already."""
    for piece in filter(None, _BREAK_OR_TAB.split(cleaned(text))):
        if piece in _SIGNS:
            etree.SubElement(run, _SIGNS[piece])
        else:
            made = etree.SubElement(run, w("t"))
            made.set(_SPACE, "preserve")
            made.text = piece


_SIGNS = {"\n": w("br"), "\t": w("tab")}


_SHOWN = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}


def text_of(element: Element) -> str:
    """Return the text an element shows; what a tracked change has deleted is none of it."""
    return "".join(_find_pieces(element))


def _find_pieces(element: Element) -> Iterator[str]:
    for run in element.iter(w("r")):
        for piece in run:
            yield (piece.text or "") if piece.tag == w("t") else _SHOWN.get(str(piece.tag), "")
