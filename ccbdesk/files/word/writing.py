"""A report as a Word file. This module holds how a skeleton's slots are filled with the report's paragraphs."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from typing import assert_never

from ccbdesk.files.word.controls import make_control, number_controls
from ccbdesk.files.word.markup import Element, make, make_run, to_bytes, w
from ccbdesk.files.word.packing import pack, related
from ccbdesk.files.word.properties import core_properties
from ccbdesk.files.word.skeleton import (
    BODY,
    FIGURE_STYLE,
    GAP_STYLE,
    NOTE_STYLE,
    Skeleton,
    open_skeleton,
    slot_of,
    style_name,
)
from ccbdesk.model.report import Figure, Note, Paragraph, Phrase, Report, Run
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError


def write_report(report: Report, skeleton: bytes, created: date) -> bytes:
    """Return the report as a .docx: the same bytes for the same report, skeleton and date.

    A slot without paragraphs vanishes. Parts of the skeleton other than its text and its core properties stay as they
    are. TroubleError with SkeletonUnusable, whose path is left to the caller, where the skeleton is no Word file
    (``lacking`` is empty) or slots or styles that the report needs are missing (``lacking`` names them)."""
    opened = open_skeleton(skeleton)
    _refuse_lacking(opened, report)
    _fill(opened, report)
    number_controls(opened.document)
    changed = {opened.document_name: to_bytes(opened.document)}
    properties = related(opened.parts, "", "core-properties")
    if properties is not None:
        changed[properties] = core_properties(report, created)
    return pack({**opened.parts, **changed})


def _refuse_lacking(skeleton: Skeleton, report: Report) -> None:
    slots = skeleton.slots()
    lacking = [f"<<{slot}>>" for slot in dict.fromkeys(_slots_needed(report)) if slot not in slots]
    lacking += [style for style in dict.fromkeys(_styles_needed(report)) if not skeleton.has_style(style)]
    if lacking:
        raise TroubleError(SkeletonUnusable(path="", lacking="; ".join(lacking)))


def _slots_needed(report: Report) -> Iterator[str]:
    for paragraph in report.paragraphs:
        yield slot_of(paragraph.style)


def _styles_needed(report: Report) -> Iterator[str]:
    for paragraph in report.paragraphs:
        if slot_of(paragraph.style) == BODY:
            yield style_name(paragraph.style)
        for run in paragraph.runs:
            if not isinstance(run, Phrase):
                yield _run_style(run)


def _run_style(run: Figure | Note) -> str:
    match run:
        case Figure():
            return GAP_STYLE if run.is_gap else FIGURE_STYLE
        case Note():
            return NOTE_STYLE
        case _:
            assert_never(run)


def _fill(skeleton: Skeleton, report: Report) -> None:
    for slot, places in skeleton.slots().items():
        paragraphs = [paragraph for paragraph in report.paragraphs if slot_of(paragraph.style) == slot]
        for place in places:
            made = [_make_paragraph(paragraph, place, skeleton) for paragraph in paragraphs]
            if made and slot == BODY:
                _keep_with_next(made[-1])
            _replace(place, made)


def _make_paragraph(paragraph: Paragraph, place: Element, skeleton: Skeleton) -> Element:
    if slot_of(paragraph.style) == BODY:
        look = make("pPr", make("pStyle", val=skeleton.style_id(style_name(paragraph.style))))
        return make("p", look, *(_make_run(run, None, skeleton) for run in paragraph.runs))
    made = make("p", *(deepcopy(look) for look in place.findall(w("pPr"))))
    words = place.find(f"{w('r')}/{w('rPr')}")
    made.extend(_make_run(run, words, skeleton) for run in paragraph.runs)
    return made


def _make_run(run: Run, words: Element | None, skeleton: Skeleton) -> Element:
    match run:
        case Phrase():
            return make_run(run.text, words)
        case Note():
            return make_run(run.text, _styled(words, skeleton.style_id(_run_style(run))))
        case Figure():
            return make_control(run, _styled(words, skeleton.style_id(_run_style(run))))
        case _:
            assert_never(run)


def _styled(words: Element | None, style_id: str) -> Element:
    """Return the rPr of the words around, with a character style."""
    look = make("rPr") if words is None else deepcopy(words)
    for former in look.findall(w("rStyle")):
        look.remove(former)
    look.insert(0, make("rStyle", val=style_id))  # first, as the schema wants it
    return look


def _keep_with_next(paragraph: Element) -> None:
    """Keep the last paragraph of the body on the signature's page: a signature never stands alone on one."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        style.addnext(make("keepNext"))


def _replace(place: Element, made: Sequence[Element]) -> None:
    around = place.getparent()
    if around is None:
        return
    if not made and len(around.findall(w("p"))) == 1:
        # A cell must hold a paragraph, so its only one is emptied.
        for child in place.findall("*"):
            if child.tag != w("pPr"):
                place.remove(child)
        return
    for paragraph in made:
        place.addprevious(paragraph)
    around.remove(place)
