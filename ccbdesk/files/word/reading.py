"""A written report read back. This module holds its live figures, found by their tags."""

from collections.abc import Iterator

from lxml.etree import XMLSyntaxError

from ccbdesk.files.word.markup import Element, parse, text_of, w
from ccbdesk.files.word.packing import main_document, unpack

OUR_TAG = "ccb"
"""How the names of what is ours begin."""


def read_figures(content: bytes) -> tuple[tuple[str, str, str], ...]:
    """Return tag, title and text of each live figure in the order of the text; other programs' controls are left out.

    ValueError where the bytes are no Word file."""
    document = _read_document(content)
    return tuple(
        (_property(control, "tag"), _property(control, "alias"), _shown(control)) for control in find_controls(document)
    )


def find_controls(document: Element) -> Iterator[Element]:
    """Yield the controls of live figures in the order of the text."""
    return (control for control in document.iter(w("sdt")) if _property(control, "tag").startswith(OUR_TAG))


def is_readable(content: bytes) -> bool:
    """Tell whether the bytes are a Word file whose text can be read."""
    try:
        _read_document(content)
    except ValueError:
        return False
    return True


def _read_document(content: bytes) -> Element:
    parts = unpack(content)
    try:
        return parse(parts[main_document(parts)])
    except XMLSyntaxError as error:
        msg = "broken markup"
        raise ValueError(msg) from error


def _property(control: Element, name: str) -> str:
    found = control.find(f"{w('sdtPr')}/{w(name)}")
    return "" if found is None else found.get(w("val"), "")


def _shown(control: Element) -> str:
    return "".join(text_of(inside) for inside in control.findall(w("sdtContent")))
