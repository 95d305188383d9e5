"""Files against the schemas of Office. This module holds the judge: the rules of Microsoft's own Open XML SDK."""

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import OpenXmlValidator, ValidationSeverity


def faults_of(content: bytes, ending: str) -> list[str]:
    """Return what is wrong in a .docx or .xlsx: an element that does not belong there, a part that is missing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"judged.{ending}"
        path.write_bytes(content)
        found = OpenXmlValidator().validate(path).errors
        return [f"{one.part_uri}: {one.description}" for one in found if one.severity is ValidationSeverity.ERROR]
