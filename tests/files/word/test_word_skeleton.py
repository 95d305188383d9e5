"""The delivered skeleton: what an office finds in it, and that it is a sound Word file."""

import posixpath
from io import BytesIO

import docx
import pytest
from docx.shared import Mm, Pt
from lxml import etree

from ccbdesk.files.word.markup import w
from ccbdesk.files.word.packing import unpack
from ccbdesk.files.word.skeleton import FIGURE_STYLE, GAP_STYLE, NOTE_STYLE, open_skeleton, slot_of, style_name
from ccbdesk.model.form import Style


@pytest.mark.parametrize("style", Style)
def test_every_style_of_the_report_has_its_place_and_its_look(style: Style, skeleton: bytes) -> None:
    opened = open_skeleton(skeleton)

    assert (len(opened.slots()[slot_of(style)]), opened.has_style(style_name(style))) == (1, True)


@pytest.mark.parametrize("name", [FIGURE_STYLE, GAP_STYLE, NOTE_STYLE])
def test_every_kind_of_run_has_its_look(name: str, skeleton: bytes) -> None:
    assert open_skeleton(skeleton).has_style(name)


def test_the_page_is_a4_with_the_margins_of_an_official_paper(skeleton: bytes) -> None:
    section = docx.Document(BytesIO(skeleton)).sections[0]

    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    assert [None if length is None else round(length / Mm(1)) for length in lengths] == [210, 297, 20, 20, 30, 18]


def test_the_first_page_bears_no_number_and_the_others_do(skeleton: bytes) -> None:
    section = docx.Document(BytesIO(skeleton)).sections[0]

    numbers = [
        [part.text for part in header._element.iter(w("instrText"))]  # noqa: SLF001 - the only way to a field
        for header in (section.first_page_header, section.header)
    ]
    assert (section.different_first_page_header_footer, numbers) == (True, [[], [" PAGE "]])


def test_there_is_no_other_font_and_no_other_language(skeleton: bytes) -> None:
    fonts: set[str] = set()
    languages: set[str] = set()
    for name, content in unpack(skeleton).items():
        root = etree.fromstring(content)
        fonts.update(str(font) for element in root.iter(w("rFonts")) for font in element.attrib.values())
        fonts.update(element.get(w("name"), "") for element in root.iter(w("font")))
        languages.update(element.get(w("val"), "") for element in root.iter(w("lang"), w("themeFontLang")))
        assert b"Theme=" not in content, name

    assert (fonts, languages) == ({"Times New Roman"}, {"vi-VN"})


def test_sizes_are_those_of_the_decree(skeleton: bytes) -> None:
    styles = docx.Document(BytesIO(skeleton)).styles
    names = ["BC Quốc hiệu", "BC Tiêu ngữ", "BC Số ký hiệu", "BC Tiêu đề nơi nhận", "BC Nơi nhận"]

    assert [styles[name].font.size for name in names] == [Pt(12), Pt(13), Pt(13), Pt(12), Pt(11)]


def test_bold_italic_and_size_are_said_twice_for_word(skeleton: bytes) -> None:
    root = etree.fromstring(unpack(skeleton)["word/styles.xml"])
    single, double = (
        [len(list(root.iter(w(name)))) for name in names] for names in (("b", "i", "sz"), ("bCs", "iCs", "szCs"))
    )

    assert single == double


def test_every_relationship_has_its_part_and_every_part_its_type(skeleton: bytes) -> None:
    parts = unpack(skeleton)
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {entry.get("Extension") for entry in types if entry.get("Extension")}
    named = {entry.get("PartName", "").lstrip("/") for entry in types if entry.get("PartName")}
    targets = {
        posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(name)), entry.get("Target", "")))
        for name in parts
        if name.endswith(".rels")
        for entry in etree.fromstring(parts[name])
    }

    assert targets == named == {name for name in parts if name != "[Content_Types].xml" and ".rels" not in name}
    assert endings == {"rels", "xml"}


def test_every_style_used_is_defined(skeleton: bytes) -> None:
    parts = unpack(skeleton)
    defined = {style.get(w("styleId")) for style in etree.fromstring(parts["word/styles.xml"]).iter(w("style"))}
    used = {
        style.get(w("val"))
        for name, content in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
        for style in etree.fromstring(content).iter(w("pStyle"), w("rStyle"), w("basedOn"), w("next"))
    }

    assert used - defined == set()
