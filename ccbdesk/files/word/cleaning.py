"""The clean copy of a report. This module holds how a finished report loses everything that only served its making.

What people read stays: a figure becomes plain words. What goes: the controls and their shading, the comments and who
made them, the names of the charts, who wrote and changed the file, and the mark of what it was made from."""

from collections.abc import Callable

from lxml.etree import XMLSyntaxError

from ccbdesk.files.word.markup import Element, parse, to_bytes, w
from ccbdesk.files.word.packing import (
    CONTENT_TYPES,
    find_related,
    kind_of,
    main_document,
    pack,
    related,
    relationships_of,
    unpack,
)
from ccbdesk.files.word.reading import OUR_TAG, find_controls
from ccbdesk.files.word.skeleton import FIGURE_STYLE, GAP_STYLE, NOTE_STYLE, style_ids
from ccbdesk.vietnamese.folding import folded

_TEXTS = ("header", "footer", "footnotes", "endnotes")
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_TOLD = ("creator", "lastModifiedBy", "identifier")  # of the core properties
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def clean(content: bytes) -> bytes:
    """Return a report without our controls, without comments and marks: the same bytes for the same report.

    Other programs' controls and tracked changes stay. ValueError where the bytes are no Word file."""
    parts = dict(unpack(content))
    document = main_document(parts)
    try:
        _clean_texts(parts, document)
        _drop_comments(parts, document)
        _clean_properties(parts)
    except XMLSyntaxError as error:
        msg = "broken markup"
        raise ValueError(msg) from error
    return pack(parts)


# Each of these changes the parts it is given.


def _clean_texts(parts: dict[str, bytes], document: str) -> None:
    ids = style_ids(parts, document)
    marking = {ids[key] for key in map(folded, (FIGURE_STYLE, GAP_STYLE)) if key in ids}
    for name in (document, *(name for kind, name in find_related(parts, document) if kind in _TEXTS)):
        text = parse(parts[name])
        _clean_text(text, marking)
        parts[name] = to_bytes(text)
    styles = related(parts, document, "styles")
    if styles is not None and styles in parts:
        root = parse(parts[styles])
        _clean_styles(root, marking, ids.get(folded(NOTE_STYLE)))
        parts[styles] = to_bytes(root)


def _clean_text(text: Element, marking: set[str]) -> None:
    for control in list(find_controls(text)):
        _unwrap(control)
    for style in list(text.iter(w("rStyle"))):
        if style.get(w("val")) in marking:
            _remove(style)
    for mark in list(text.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
        _remove(mark)
    for drawing in text.iter(_DRAWING):
        if drawing.get("name", "").startswith(OUR_TAG):
            drawing.set("name", f"Chart {drawing.get('id')}")


def _unwrap(control: Element) -> None:
    """Put what a control shows in its place; a placeholder is nothing."""
    if control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
        for content in control.findall(w("sdtContent")):
            for child in list(content):
                control.addprevious(child)
    _remove(control)


def _remove(element: Element) -> None:
    """Remove an element, and the look or the run around it that would be left without anything."""
    around = element.getparent()
    if around is None:
        return
    around.remove(element)
    is_left_bare = all(child.tag == w("rPr") for child in around)
    if (around.tag == w("rPr") and len(around) == 0) or (around.tag == w("r") and is_left_bare):
        _remove(around)


def _clean_styles(styles: Element, marking: set[str], note: str | None) -> None:
    for style in list(styles.iter(w("style"))):
        if style.get(w("styleId")) in marking:
            styles.remove(style)
        elif style.get(w("styleId")) == note:
            for shading in list(style.iter(w("shd"))):
                _remove(shading)


def _drop_comments(parts: dict[str, bytes], document: str) -> None:
    gone = {name for kind, name in find_related(parts, document) if kind in _COMMENTS}
    if not gone:
        return
    for name in gone:
        parts.pop(name, None)
        parts.pop(relationships_of(name), None)
    holder = relationships_of(document)
    parts[holder] = _without(parts[holder], lambda entry: kind_of(entry) in _COMMENTS)
    parts[CONTENT_TYPES] = _without(parts[CONTENT_TYPES], lambda entry: entry.get("PartName", "").lstrip("/") in gone)


def _without(content: bytes, is_unwanted: Callable[[Element], bool]) -> bytes:
    root = parse(content)
    for child in [child for child in root if is_unwanted(child)]:
        root.remove(child)
    return to_bytes(root)


def _clean_properties(parts: dict[str, bytes]) -> None:
    name = related(parts, "", "core-properties")
    if name is not None and name in parts:
        parts[name] = _without(parts[name], lambda entry: str(entry.tag).rpartition("}")[2] in _TOLD)
