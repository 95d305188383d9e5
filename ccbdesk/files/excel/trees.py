"""Parts of a workbook as trees. This module holds how a part is read into one, written again, and searched."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parsed(content: bytes) -> Element:
    """Return the root of a part; lxml's XMLSyntaxError if it is broken."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def serialized(root: Element) -> bytes:
    """Return a part as Office writes one."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_root(name: str, space: str) -> Element:
    """Return the root of a new part, whose namespace is written without a prefix."""
    return parsed(f'<{name} xmlns="{space}"/>'.encode())


def local_name(element: Element) -> str:
    """Return an element's name without namespace; of a comment or an instruction nothing."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, whichever of the two namespaces of workbooks they are written in."""
    return (child for child in parent if local_name(child) == name)


def child(parent: Element, name: str) -> Element | None:
    """Return the first child of a name, None where there is none."""
    return next(children(parent, name), None)


def beside(element: Element, name: str) -> str:
    """Return a name in the namespace that an element is written in."""
    space = etree.QName(element).namespace
    return f"{{{space}}}{name}" if space else name


def add(parent: Element, name: str, **attributes: str) -> Element:
    """Add a child in the parent's namespace."""
    return etree.SubElement(parent, beside(parent, name), attributes)
