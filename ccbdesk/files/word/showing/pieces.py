"""Paragraphs of Word. This module holds how runs, fields and controls become pieces, with a look each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ccbdesk.files.word.markup import Element, w
from ccbdesk.files.word.reading import OUR_TAG
from ccbdesk.files.word.showing.drawings import Drawings
from ccbdesk.files.word.showing.looks import Looks, is_on
from ccbdesk.model.paper import Lettering, PageNumber, PaperParagraph, Piece, Words

_SIGNS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_AROUND = frozenset({w("hyperlink"), w("ins"), w("smartTag"), w("customXml"), w("moveTo"), w("dir"), w("bdo")})
_COUNTING = {"PAGE": False, "NUMPAGES": True, "SECTIONPAGES": True}


@dataclass(frozen=True, slots=True)
class Sources:
    """What a text is worked out with: the formats of the document, and the drawings of the part it stands in."""

    looks: Looks
    drawings: Drawings


@dataclass(frozen=True, slots=True)
class Mark:
    """The live figure that words belong to."""

    tag: str = ""
    title: str = ""


_NONE = Mark()


def mark_of(control: Element, around: Mark = _NONE) -> Mark:
    """Return the mark of a control; that around it where it is another program's."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return around
    named = {child.tag: child.get(w("val"), "") for child in properties}
    tag = named.get(w("tag"), "")
    return Mark(tag, named.get(w("alias"), "")) if tag.startswith(OUR_TAG) else around


class Reading:
    """One paragraph while it is read: fields are begun, counted and ended across its runs."""

    def __init__(self, base: Lettering, sources: Sources, mark: Mark) -> None:
        """Begin with the letters of the paragraph's style."""
        self._base = base
        self._sources = sources
        self._mark = mark
        self._depth = 0
        self._instruction = ""
        self._is_counted = False

    def pieces(self, element: Element) -> Iterator[Piece]:
        """Yield the pieces of a paragraph, or of what stands inside it."""
        yield from self._inside(element, self._mark)

    def _inside(self, element: Element, mark: Mark) -> Iterator[Piece]:
        for child in element:
            if child.tag == w("r"):
                yield from self._run(child, mark)
            elif child.tag in _AROUND:
                yield from self._inside(child, mark)
            elif child.tag == w("sdt"):
                for content in child.findall(w("sdtContent")):
                    yield from self._inside(content, mark_of(child, mark))
            elif child.tag == w("fldSimple"):
                yield from self._simple(child, mark)

    def _simple(self, field: Element, mark: Mark) -> Iterator[Piece]:
        kind = _kind_of(field.get(w("instr"), ""))
        if kind in _COUNTING:
            run = field.find(w("r"))
            yield PageNumber(self._look(run), _COUNTING[kind])
        else:
            yield from self._inside(field, mark)

    def _run(self, run: Element, mark: Mark) -> Iterator[Piece]:
        properties = run.find(w("rPr"))
        hidden = None if properties is None else properties.find(w("vanish"))
        if hidden is not None and is_on(hidden):
            return
        look = self._look(run)
        written: list[str] = []
        for child in run:
            if child.tag == w("fldChar"):
                yield from self._field(child.get(w("fldCharType"), ""), look)
            elif child.tag == w("instrText"):
                self._instruction += child.text or ""
            elif self._is_shown:
                sign = (child.text or "") if child.tag == w("t") else _sign_of(child)
                if sign:
                    written.append(sign)
                else:
                    yield from self._sources.drawings.find(child)
        text = "".join(written)
        if text:
            yield Words(text.upper() if look.is_capital else text, look, mark.tag, mark.title)

    @property
    def _is_shown(self) -> bool:
        """Whether what stands here is shown: no instruction of a field, nor the old number of a page."""
        return not self._depth or (self._instruction == "" and not self._is_counted)

    def _field(self, kind: str, look: Lettering) -> Iterator[Piece]:
        if kind == "begin":
            self._depth += 1
            self._instruction = " "
        elif kind == "separate":
            yield from self._number(look)
        elif kind == "end":
            if self._instruction.strip():  # it never had a result
                yield from self._number(look)
            self._depth -= 1
            self._instruction, self._is_counted = "", False

    def _number(self, look: Lettering) -> Iterator[Piece]:
        name = _kind_of(self._instruction)
        self._instruction = ""
        if name in _COUNTING:
            self._is_counted = True
            yield PageNumber(look, _COUNTING[name])

    def _look(self, run: Element | None) -> Lettering:
        return self._sources.looks.look(self._base, None if run is None else run.find(w("rPr")))


def read_paragraph(paragraph: Element, sources: Sources, mark: Mark = _NONE) -> PaperParagraph:
    """Return a paragraph with its formats worked out; runs of one look and one figure are one piece."""
    properties = paragraph.find(w("pPr"))
    looks = sources.looks
    style = looks.style_of_paragraph(properties)
    base = looks.lettering(style)
    setting = looks.stand(looks.setting(style), properties)
    own = None if properties is None else properties.find(w("rPr"))
    pieces = tuple(_joined(Reading(base, sources, mark).pieces(paragraph)))
    return PaperParagraph(setting, pieces, looks.look(base, own))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    before: Piece | None = None
    for piece in pieces:
        match before, piece:
            case Words(text=text, look=look, tag=tag), Words() if (look, tag) == (piece.look, piece.tag):
                before = replace(before, text=text + piece.text)
            case None, _:
                before = piece
            case _:
                yield before
                before = piece
    if before is not None:
        yield before


def _sign_of(child: Element) -> str:
    if child.tag == w("br") and child.get(w("type")) in ("page", "column"):
        return "\f"
    if child.tag == w("sym"):
        return _symbol(child.get(w("char"), ""))
    return _SIGNS.get(str(child.tag), "")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def _kind_of(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""
