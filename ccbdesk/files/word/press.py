"""What a block is set with. This module holds the skeleton's looks, the package and the comments, as one thing."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from ccbdesk.files.word.attaching import OpenPackage
from ccbdesk.files.word.comments import Comments
from ccbdesk.files.word.controls import make_control, put_figure
from ccbdesk.files.word.markup import Element, Moulds, make, make_run, to_bytes, w
from ccbdesk.files.word.skeleton import FIGURE_STYLE, GAP_STYLE, NOTE_STYLE, Skeleton
from ccbdesk.model.report import Figure, Note, Paragraph, Phrase, Run


@dataclass(frozen=True, slots=True)
class Press:
    """The skeleton that is filled, the package that gets new parts, the comments, the day of the report, and moulds."""

    skeleton: Skeleton
    package: OpenPackage
    comments: Comments
    created: date
    moulds: Moulds


def make_styled(style: str, press: Press) -> Element:
    """Return an empty paragraph in a style of the skeleton, named as an office sees it."""
    return make("p", make("pPr", make("pStyle", val=press.skeleton.style_id(style))))


def put_words(paragraph: Paragraph, made: Element, look: Element | None, press: Press) -> Element:
    """Put the runs of a paragraph into the one made for it, and its comment around them."""
    made.extend(make_words(run, look, press) for run in paragraph.runs)
    press.comments.put_around(made, paragraph.comment)
    return made


def make_words(run: Run, look: Element | None, press: Press) -> Element:
    """Return a run of a paragraph, with the rPr of the words around; a figure becomes a control."""
    match run:
        case Phrase():
            return make_run(run.text, look)
        case Note():
            return make_run(run.text, _styled(look, run_style(run), press))
        case Figure():
            return _make_figure(run, look, press)
        case _:
            assert_never(run)


def _make_figure(figure: Figure, look: Element | None, press: Press) -> Element:
    style = run_style(figure)
    shape = (style, None if look is None else to_bytes(look))
    made = press.moulds.cast(shape, lambda: make_control(_styled(look, style, press)))
    put_figure(made, figure)
    return made


def run_style(run: Figure | Note) -> str:
    """Return the visible name of the character style of a figure or a note."""
    match run:
        case Figure():
            return GAP_STYLE if run.is_gap else FIGURE_STYLE
        case Note():
            return NOTE_STYLE
        case _:
            assert_never(run)


def keep_with_next(paragraph: Element) -> None:
    """Keep a paragraph on the page of what follows it."""
    look = paragraph.find(w("pPr"))
    if look is None or look.find(w("keepNext")) is not None:
        return
    look.insert(0 if look.find(w("pStyle")) is None else 1, make("keepNext"))  # the schema's order


def make_gap(height: int) -> Element:
    """Return an empty paragraph of a height in twips."""
    return make("p", make("pPr", make("spacing", before="0", after="0", line=str(height), lineRule="exact")))


def _styled(words: Element | None, style: str, press: Press) -> Element:
    """Return the rPr of the words around, with a character style."""
    look = make("rPr") if words is None else deepcopy(words)
    for former in look.findall(w("rStyle")):
        look.remove(former)
    look.insert(0, make("rStyle", val=press.skeleton.style_id(style)))  # first, as the schema wants it
    return look
