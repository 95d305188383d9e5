"""The clean copy: what people read stays, everything that served the making goes."""

from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_drawing import DAY, chart, document, figure, paragraph, report, table

from ccbdesk.files.word.cleaning import clean
from ccbdesk.files.word.markup import cleaned, text_of, w
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Note, Report

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = b'<R><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></R>'
TABLE = table("| *TT | *Số liệu |\n| 1 | =12 |", (1, 1))

FULL = report(
    paragraph(Style.BODY, "Đã góp ", figure("164.799"), " công", Note(" (thiếu 1 đơn vị)"), comment="Nguồn: J20"),
    chart(("A", "1"), ("B", "2")),
    TABLE,
    appendices=(Appendix((paragraph(Style.APPENDIX, "PHỤ LỤC"),), TABLE),),
)


def cleaned_copy(made: Report, skeleton: bytes) -> bytes:
    return clean(write_report(made, skeleton, DAY))


def paragraph_after(markup: str) -> str:
    """Return the markup of an edited file's only paragraph after cleaning."""
    text = f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:p>{markup}</w:p></w:body></w:document>'
    content = clean(pack({"_rels/.rels": RELATIONSHIPS, "word/document.xml": text.encode()}))
    return unpack(content)["word/document.xml"].decode().partition("<w:body><w:p>")[2].partition("</w:p></w:body>")[0]


def test_what_people_read_stays(skeleton: bytes) -> None:
    before, after = (document(content) for content in (write_report(FULL, skeleton, DAY), cleaned_copy(FULL, skeleton)))

    assert [text_of(part) for part in after.iter(w("p"))] == [text_of(part) for part in before.iter(w("p"))]


def test_nothing_names_the_program_or_its_figures_any_more(skeleton: bytes) -> None:
    parts = unpack(cleaned_copy(FULL, skeleton))

    marks = (b"ccb", b"<w:sdt", b"comment", b'"SoLieu', b"b4515")
    assert [(name, mark) for name, content in parts.items() for mark in marks if mark in content] == []
    assert [name for name in parts if "comment" in name] == []


def test_the_copy_is_a_sound_file_with_its_chart_and_its_notes_without_shading(skeleton: bytes) -> None:
    content = cleaned_copy(FULL, skeleton)

    written = docx.Document(BytesIO(content))
    note = next(style for style in written.styles if style.name == "Ghi chú số liệu")
    assert (note.element.find(f".//{w('shd')}"), note.font.italic) == (None, True)
    assert [found.get("name") for found in document(content).iter() if found.tag.endswith("}docPr")] == ["Chart 1"]
    assert "word/charts/chart1.xml" in unpack(content)


def test_what_is_clean_stays_as_it_is(skeleton: bytes) -> None:
    once = cleaned_copy(FULL, skeleton)

    assert clean(once) == once


def test_who_wrote_and_changed_the_file_is_not_told(skeleton: bytes) -> None:
    parts = unpack(write_report(FULL, skeleton, DAY))
    saved = parts["docProps/core.xml"].decode().replace("</dc:title>", "</dc:title><dc:creator>Bà A</dc:creator>")

    told = docx.Document(BytesIO(clean(pack({**parts, "docProps/core.xml": saved.encode()})))).core_properties

    assert (told.author, told.identifier, told.title) == ("", "", "Báo cáo")


def test_a_figure_that_was_emptied_leaves_nothing_and_other_programs_controls_stay() -> None:
    ours = '<w:sdt><w:sdtPr><w:tag w:val="ccb:2024/a#abcde"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Bấm vào đây</w:t></w:r></w:sdtContent></w:sdt>'
    other = (
        '<w:sdt><w:sdtPr><w:tag w:val="rdk_0"/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r></w:sdtContent></w:sdt>'
    )

    assert paragraph_after(ours + other) == other


def test_a_comment_in_a_run_of_its_own_takes_the_run_with_it() -> None:
    markup = '<w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="1"/></w:r>'

    assert paragraph_after(markup) == "<w:r><w:t>a</w:t></w:r>"


@given(words=st.text(st.characters()), shown=st.text(st.characters()))
def test_any_text_is_the_same_after_cleaning(skeleton: bytes, words: str, shown: str) -> None:
    content = cleaned_copy(report(paragraph(Style.BODY, words, figure(shown), words)), skeleton)

    (body,) = (
        part
        for part in document(content).iter(w("p"))
        if part.find(f"{w('pPr')}/{w('keepNext')}") is not None and len(part) > 1
    )
    assert text_of(body) == f"{cleaned(words)}{cleaned(shown)}{cleaned(words)}"


@pytest.mark.parametrize("content", [b"", b"PK", pack({"a": b""})])
def test_bytes_that_are_no_word_file_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no package|no main document"):
        clean(content)


def test_broken_markup_is_refused() -> None:
    with pytest.raises(ValueError, match="broken markup"):
        clean(pack({"_rels/.rels": RELATIONSHIPS, "word/document.xml": b"<w:document>"}))
