"""Walking through a part's XML. This module holds the one parser used, and how its failures are told."""

from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate

from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.receipt import Refusal

Attributes = dict[str, str]
Opening = Callable[[str, Attributes], None]
Closing = Callable[[str], None]
Texting = Callable[[str], None]


def walk(content: bytes, place: str, opening: Opening, closing: Closing, texting: Texting) -> None:
    """Report every element's opening and closing, by its name without namespace, and the text between.

    RefusedError, with ``place`` as detail, if the XML is broken or a reporting function raises ValueError."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: opening(name[name.rfind(" ") + 1 :], attributes)
    parser.EndElementHandler = lambda name: closing(name[name.rfind(" ") + 1 :])
    parser.CharacterDataHandler = texting
    parser.StartDoctypeDeclHandler = _refuse_definitions
    try:
        parser.Parse(content, True)  # noqa: FBT003 - "this is all": the parameter has no name
    except (ExpatError, LookupError, ValueError) as error:
        raise RefusedError(Refusal.DAMAGED, place) from error


def find_openings(content: bytes) -> list[tuple[str, Attributes]]:
    """Return every element's name and attributes in their order; RefusedError if the XML is broken."""
    found: list[tuple[str, Attributes]] = []
    walk(content, "", lambda name, attributes: found.append((name, attributes)), _ignore, _ignore)
    return found


def is_true(written: str | None) -> bool:
    """Tell whether an attribute says yes; Excel writes ``1``, LibreOffice ``true``."""
    return written in {"1", "true", "on"}


def _ignore(_: str) -> None:
    return


def _refuse_definitions(*_: object) -> None:
    raise RefusedError(Refusal.UNSAFE, "khai báo DOCTYPE")
