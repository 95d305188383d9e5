"""Sections of pages. This module holds the width of their text, their headers, and the landscape pages behind."""

from collections.abc import Iterator

from ccbdesk.files.word.markup import Element, make, w

_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip
"""The children of a section in the order the schema wants."""

_HIGH_HEADER = 425  # twips: 7.5 mm
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {
    "top": "1134", "right": "1021", "bottom": "1134", "left": "1701", "header": "567", "footer": "567", "gutter": "0",
}  # fmt: skip


def last_section(document: Element) -> Element:
    """Return the section at the end of a document, which is that of its last pages; A4 where it has none."""
    body = document.find(w("body"))
    found = None if body is None else body.find(w("sectPr"))
    section = make("sectPr") if found is None else found
    for name, usual in (("pgSz", _A4), ("pgMar", _MARGINS)):
        if section.find(w(name)) is None:
            _put(section, make(name, **usual))
    if found is None and body is not None:
        body.append(section)
    return section


def text_width(section: Element) -> int:
    """Return the width between the margins in twips."""
    return _length(section, "pgSz", "w") - sum(_length(section, "pgMar", side) for side in ("left", "right", "gutter"))


def headers_lacking(section: Element) -> Iterator[str]:
    """Yield for which pages of a section (``default``, ``first``) no header is named though they could have one."""
    named = {header.get(w("type")) for header in section.findall(w("headerReference"))}
    wanted = ("default", "first") if section.find(w("titlePg")) is not None else ("default",)
    return (type for type in wanted if type not in named)


def add_header(section: Element, type: str, relationship: str) -> None:
    """Name the header of some pages of a section by the relationship that leads to it."""
    made = make("headerReference", type=type)
    made.set(_RELATION, relationship)
    section.insert(0, made)


def raise_header(section: Element) -> None:
    """Let the headers of a section begin higher, so that one line more has room above the text."""
    margins = section.find(w("pgMar"))
    if margins is not None and _length(section, "pgMar", "header") > _HIGH_HEADER:
        margins.set(w("header"), str(_HIGH_HEADER))


def turn(section: Element) -> None:
    """Make the pages of a section lie, numbered from 1; headers and margins stay."""
    short, long = sorted((_length(section, "pgSz", "w"), _length(section, "pgSz", "h")))
    _put(section, make("pgSz", w=str(long), h=str(short), orient="landscape"))
    _put(section, make("pgNumType", start="1"))
    _put(section, make("type", val="nextPage"))


def make_end(section: Element) -> Element:
    """Return the paragraph, a point high, that ends a section."""
    spacing = make("spacing", before="0", after="0", line="20", lineRule="exact")
    return make("p", make("pPr", spacing, make("rPr", make("sz", val="2"), make("szCs", val="2")), section))


def _length(section: Element, name: str, side: str) -> int:
    found = section.find(w(name))
    return 0 if found is None else round(float(found.get(w(side), "0")))


def _put(section: Element, child: Element) -> None:
    """Put a child in its place, instead of one of its kind."""
    for former in section.findall(child.tag):
        section.remove(former)
    before = {w(name) for name in _ORDER[: _ORDER.index(child.tag.rpartition("}")[2])]}
    place = sum(1 for other in section if other.tag in before)
    section.insert(place, child)
