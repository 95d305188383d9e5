"""The notice above every page of a provisional report."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.shared import Mm, Pt
from word_drawing import DAY, paragraph, report, table

from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError

NOTICE = "Tạm tính, 5/6 đơn vị; chưa có báo cáo của Sông Trầm."
APPENDIX = Appendix((paragraph(Style.APPENDIX, "PHỤ LỤC"),), table("*TT | *Số\n1 | =2", (1, 1)))


def written(skeleton: bytes, notice: str) -> docx.document.Document:
    """Return a report of a paragraph and an appendix, with a notice."""
    made = report(paragraph(Style.BODY, "Đã góp công."), appendices=(APPENDIX,))
    return docx.Document(BytesIO(write_report(replace(made, notice=notice), skeleton, DAY)))


def headers(made: docx.document.Document) -> list[list[str]]:
    """Return what the headers of the first and of the other pages say, section by section."""
    return [
        [words for found in (header.paragraphs,) for words in (one.text for one in found) if words]
        for section in made.sections
        for header in (section.first_page_header, section.header)
    ]


def distances(made: docx.document.Document) -> list[tuple[float, float]]:
    """Return how far from the edge of the paper the headers and the text begin, in millimetres."""
    return [
        (round((section.header_distance or 0) / Mm(1), 1), round((section.top_margin or 0) / Mm(1), 1))
        for section in made.sections
    ]


def without_headers(skeleton: bytes, *, has_title_page: bool) -> bytes:
    """Return the skeleton of an office that wants no headers."""
    parts = {name: part for name, part in unpack(skeleton).items() if "header" not in name}
    for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<[^<>]*(?:headerReference|/header\"|header-)[^<>]*/>", b"", parts[name])
    if not has_title_page:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:titlePg/>", b"")
    return pack(parts)


def test_every_page_says_it_beneath_its_number_in_the_appendix_too(skeleton: bytes) -> None:
    assert headers(written(skeleton, NOTICE)) == [[NOTICE], ["2", NOTICE]] * 2


def test_it_is_small_and_italic(skeleton: bytes) -> None:
    (notice,) = (one for one in written(skeleton, NOTICE).sections[0].header.paragraphs if one.text == NOTICE)
    style = notice.style

    assert style is not None
    assert (style.name, style.font.italic, style.font.size) == ("BC Tạm tính", True, Pt(10))


def test_a_complete_report_has_the_headers_of_its_skeleton(skeleton: bytes) -> None:
    made = written(skeleton, "")

    assert headers(made) == [[], ["2"]] * 2
    assert distances(made) == [(10.0, 20.0)] * 2


def test_the_headers_begin_higher_so_that_the_text_stays_where_it_is(skeleton: bytes) -> None:
    assert distances(written(skeleton, NOTICE)) == [(7.5, 20.0)] * 2


@pytest.mark.parametrize("has_title_page", [True, False])
def test_a_skeleton_without_headers_gets_them(has_title_page: bool, skeleton: bytes) -> None:  # noqa: FBT001 - both are tested
    made = written(without_headers(skeleton, has_title_page=has_title_page), NOTICE)

    assert headers(made)[1::2] == [[NOTICE]] * 2
    assert headers(made)[0] == ([NOTICE] if has_title_page else [])


def test_a_skeleton_that_cannot_say_it_is_refused_only_where_it_must(skeleton: bytes) -> None:
    parts = dict(unpack(skeleton))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("BC Tạm tính".encode(), b"BC Khac")

    assert headers(written(pack(parts), "")) == [[], ["2"]] * 2
    with pytest.raises(TroubleError) as refused:
        written(pack(parts), NOTICE)
    assert refused.value.trouble == SkeletonUnusable("", "BC Tạm tính")
