"""Word files drawn in a few words. This module holds how a document is made of markup, and what a read paper says."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from word_drawing import DAY

from ccbdesk import resources
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.word.markup import Element, parse, text_of, w
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.model.paper import Paper
from ccbdesk.operations.check import Job, check_files
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import silent

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SAMPLES = resources.samples()
NO_MEDIA: Mapping[str, bytes] = {}


@cache
def sample_report(sample: Path) -> bytes:
    """Return the report of a sample, as it would be saved; made once a run."""
    with Reader() as reader:
        merged = check_files(Job((sample / "received",)), reader, silent).merged
    return worded(draft(merged, places(merged)), merged.form, DAY)


def document(body: str, styles: str = "", header: str = "", media: Mapping[str, bytes] = NO_MEDIA) -> bytes:
    """Return a Word file whose text is ``body``, without the marks of the namespace declared; ``header`` is rId9."""
    names = f'xmlns:w="{WORD}" xmlns:r="{LINKED}"'
    links = f'<Relationship Id="rId1" Type="{LINKED}/styles" Target="styles.xml"/>'
    parts = dict(media)
    if header:
        links += f'<Relationship Id="rId9" Type="{LINKED}/header" Target="header.xml"/>'
        parts["word/header.xml"] = f"<w:hdr {names}>{header}</w:hdr>".encode()
    for name in media:
        links += f'<Relationship Id="rId5" Type="{LINKED}/image" Target="{name.removeprefix("word/")}"/>'
    start = f'<Relationship Id="rId1" Type="{LINKED}/officeDocument" Target="word/document.xml"/>'
    return pack(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{start}</Relationships>'.encode(),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'.encode(),
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>".encode(),
            "word/styles.xml": f"<w:styles {names}>{styles}</w:styles>".encode(),
            **parts,
        }
    )


def paper(body: str, styles: str = "", header: str = "") -> Paper:
    """Return a document as it is read."""
    return read_paper(document(body, styles, header))


def written(content: bytes) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield the text of each paragraph of a Word file with tag and text of its figures, read straight from its markup."""
    for paragraph in _main(content).iter(w("p")):
        controls = (each for each in paragraph.iter(w("sdt")) if _tag(each))
        around = next((each for each in paragraph.iterancestors(w("sdt")) if _tag(each)), None)
        held = tuple((_tag(each), _shown(each)) for each in controls)
        yield text_of(paragraph), held if around is None else ((_tag(around), text_of(paragraph)),)


def _main(content: bytes) -> Element:
    return parse(unpack(content)["word/document.xml"])


def _tag(control: Element) -> str:
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    return "" if found is None else found.get(w("val"), "")


def _shown(control: Element) -> str:
    return "".join(text_of(content) for content in control.findall(w("sdtContent")))
