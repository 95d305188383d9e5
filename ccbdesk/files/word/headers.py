"""What stands above the text of every page. This module holds how a notice gets into the headers of a skeleton."""

from collections.abc import Iterator

from ccbdesk.files.word.attaching import NewPart
from ccbdesk.files.word.markup import Element, make, make_run, parse, to_bytes, w
from ccbdesk.files.word.packing import find_related
from ccbdesk.files.word.press import Press, make_styled
from ccbdesk.files.word.sections import add_header, headers_lacking, last_section, raise_header
from ccbdesk.files.word.skeleton import NOTICE_STYLE

_KIND = "header"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def put_notice(notice: str, press: Press) -> None:
    """Print a notice on every page, beneath what the headers hold; without words there is none.

    Where the pages have no header they get one, for the notice alone."""
    if not notice:
        return
    for name in sorted(set(_find_headers(press))):
        header = parse(press.package.parts[name])
        header.append(_make_notice(notice, press))
        press.package.replace(name, to_bytes(header))
    section = last_section(press.skeleton.document)
    for one in press.skeleton.document.iter(w("sectPr")):
        raise_header(one)
    for type in headers_lacking(section):
        content = to_bytes(make("hdr", _make_notice(notice, press)))
        attached = press.package.attach(press.skeleton.document_name, NewPart(_KIND, "header#.xml", _TYPE, content))
        add_header(section, type, attached.id)


def _find_headers(press: Press) -> Iterator[str]:
    return (
        name
        for kind, name in find_related(press.package.parts, press.skeleton.document_name)
        if kind == _KIND and name in press.package.parts
    )


def _make_notice(notice: str, press: Press) -> Element:
    made = make_styled(NOTICE_STYLE, press)
    made.append(make_run(notice, None))
    return made
