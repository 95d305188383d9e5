"""A report as a Word file. This module holds how a skeleton's slots are filled with the report's blocks."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from itertools import pairwise
from typing import assert_never

from ccbdesk.files.word.appendices import append
from ccbdesk.files.word.attaching import OpenPackage
from ccbdesk.files.word.charts import attach_chart, caption_of, make_drawing, number_drawings
from ccbdesk.files.word.comments import Comments
from ccbdesk.files.word.controls import number_controls
from ccbdesk.files.word.headers import put_notice
from ccbdesk.files.word.markup import Element, Moulds, make, make_run, text_of, to_bytes, w
from ccbdesk.files.word.needing import refuse_lacking, slot_of_block
from ccbdesk.files.word.packing import pack, related
from ccbdesk.files.word.press import Press, keep_with_next, make_gap, make_styled, put_words
from ccbdesk.files.word.properties import core_properties
from ccbdesk.files.word.sections import last_section, text_width
from ccbdesk.files.word.skeleton import BODY, CHART_STYLE, RULE_STYLE, open_skeleton, slot_of, style_name
from ccbdesk.files.word.tables import make_table, paragraphs_of_last_row
from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Chart, Paragraph, Report, Table

_BELOW_A_TABLE = 120  # twips; it also keeps two tables from becoming one


def write_report(report: Report, skeleton: bytes, created: date) -> bytes:
    """Return the report as a .docx: the same bytes for the same report, skeleton and date.

    A slot without paragraphs vanishes, and so does a chart without bars. Parts of the skeleton stay as they are, but
    its text, its core properties, the lists of its parts where charts or comments are added, and its headers where
    a notice is printed on every page. TroubleError with
    SkeletonUnusable, whose path is left to the caller, where the skeleton is no Word file (``lacking`` is empty) or
    slots or styles that the report needs are missing (``lacking`` names them)."""
    opened = open_skeleton(skeleton)
    refuse_lacking(opened, report)
    package = OpenPackage(opened.parts, opened.document_name)
    press = Press(opened, package, Comments(package, opened.document_name, created), created, Moulds())
    _fill(report, press)
    put_notice(report.notice, press)
    append(report.appendices, press)
    press.comments.save()
    number_controls(opened.document)
    number_drawings(opened.document)
    package.replace(opened.document_name, to_bytes(opened.document))
    properties = related(opened.parts, "", "core-properties")
    if properties is not None:
        package.replace(properties, core_properties(report, created))
    return pack(package.parts)


def _fill(report: Report, press: Press) -> None:
    for slot, places in press.skeleton.slots().items():
        blocks = [block for block in report.blocks if slot_of_block(block) == slot]
        for place in places:
            made = [made for block in blocks if (made := _make_block(block, place, press))]
            if slot == BODY:
                _keep_together(made)
            if not made:
                _hide_rule_beneath(place, press)
            _replace(place, [element for elements in made for element in elements])


def _make_block(block: Block, place: Element, press: Press) -> list[Element]:
    match block:
        case Paragraph():
            return [_make_paragraph(block, place, press)]
        case Table():
            width = text_width(last_section(press.skeleton.document))
            return [make_table(block, width, press), make_gap(_BELOW_A_TABLE)]
        case Chart():
            return _make_chart(block, press) if block.bars else []
        case _:
            assert_never(block)


def _make_paragraph(paragraph: Paragraph, place: Element, press: Press) -> Element:
    if slot_of(paragraph.style) == BODY:
        return put_words(paragraph, make_styled(style_name(paragraph.style), press), None, press)
    made = make("p", *(deepcopy(look) for look in place.findall(w("pPr"))))
    return put_words(paragraph, made, place.find(f"{w('r')}/{w('rPr')}"), press)


def _make_chart(chart: Chart, press: Press) -> list[Element]:
    relationship = attach_chart(press.package, press.skeleton.document_name, chart, press.created)
    drawing = make_styled(CHART_STYLE, press)
    drawing.append(make_drawing(chart, relationship))
    caption = make_styled(style_name(Style.CHART), press)
    caption.append(make_run(caption_of(chart), None))
    return [drawing, caption]


def _keep_together(made: Sequence[Sequence[Element]]) -> None:
    """Keep words that lead to something with it, and the end of the body with the signature.

    Words lead on where they end in a colon or a table or a chart follows. A signature never stands alone on a page."""
    for block, following in pairwise(made):
        is_followed_by_words = len(following) == 1  # a paragraph is one element, a table or a chart is two
        if len(block) == 1 and (not is_followed_by_words or text_of(block[0]).rstrip().endswith(":")):
            keep_with_next(block[0])
    for element in (element for block in made[-1:] for element in block):
        for paragraph in [element] if element.tag == w("p") else paragraphs_of_last_row(element):
            keep_with_next(paragraph)


def _hide_rule_beneath(place: Element, press: Press) -> None:
    """Hide the rule beneath a slot that vanishes, for it would underline nothing; its room stays."""
    beneath = place.getnext()
    style = None if beneath is None else beneath.find(f"{w('pPr')}/{w('pStyle')}")
    if style is None or not press.skeleton.has_style(RULE_STYLE):
        return
    if style.get(w("val")) == press.skeleton.style_id(RULE_STYLE):
        style.addnext(make("pBdr", make("top", val="nil")))


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
    for element in made:
        place.addprevious(element)
    around.remove(place)
