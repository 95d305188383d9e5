"""Appendices. This module holds how they get landscape pages of their own behind the report."""

from collections.abc import Sequence
from copy import deepcopy

from ccbdesk.files.word.markup import Element
from ccbdesk.files.word.press import Press, make_gap, make_styled, put_words
from ccbdesk.files.word.sections import last_section, make_end, text_width, turn
from ccbdesk.files.word.skeleton import REFERENCE_STYLE, style_name
from ccbdesk.files.word.tables import make_table
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Paragraph, Phrase

_LOWEST = 20  # twips: the paragraph that Word wants behind a table at the end


def append(appendices: Sequence[Appendix], press: Press) -> None:
    """Put each appendix on landscape pages behind the text, numbered from 1 as each appendix is."""
    section = last_section(press.skeleton.document)
    for appendix in appendices:
        section.addprevious(make_end(deepcopy(section)))
        turn(section)  # it is the section of what stands last
        for element in _make_appendix(appendix, text_width(section), press):
            section.addprevious(element)
    if appendices:
        section.addprevious(make_gap(_LOWEST))


def title_style(paragraph: Paragraph) -> str:
    """Return the visible name of the style of an appendix's paragraph; a line in brackets names its report."""
    match paragraph:
        case Paragraph(Style.APPENDIX, (Phrase(text), *_)) if text.startswith("("):
            return REFERENCE_STYLE
        case _:
            return style_name(paragraph.style)


def _make_appendix(appendix: Appendix, width: int, press: Press) -> list[Element]:
    titles = [put_words(each, make_styled(title_style(each), press), None, press) for each in appendix.paragraphs]
    return [*titles, make_table(appendix.table, width, press)]
