"""What a Word file says of itself. This module holds its core properties."""

from datetime import date

from lxml import etree

from ccbdesk.files.word.markup import cleaned, to_bytes
from ccbdesk.model.report import Report

_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def core_properties(report: Report, created: date) -> bytes:
    """Return the core properties of a report: its title, its basis as identifier, and its day; nobody's name."""
    names = {"cp": _PROPERTIES, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE}
    root = etree.Element(f"{{{_PROPERTIES}}}coreProperties", nsmap=names)
    etree.SubElement(root, f"{{{_DUBLIN}}}title").text = " ".join(cleaned(report.title).split())
    etree.SubElement(root, f"{{{_DUBLIN}}}identifier").text = cleaned(report.basis)
    for moment in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{moment}", {f"{{{_INSTANCE}}}type": "dcterms:W3CDTF"})
        element.text = f"{created.isoformat()}T00:00:00Z"
    return to_bytes(root)
