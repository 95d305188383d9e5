"""Written reports against the schemas, for Word calls a file damaged that does not obey them."""

import posixpath
import re
from dataclasses import replace

import auditing
import pytest
from lxml import etree
from word_drawing import DAY, chart, figure, paragraph, report, table

from ccbdesk.files.word.cleaning import clean
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Note

HEADS = "| *TT vv | *Các xã >> |\n| *A | *B |\n| *I. Mục >> >> |\n| 1 | =2 | =3 |\n| *Cộng >> | =*3 |"
CHARTS = (
    chart(("A", "1"), ("B", "0")),
    chart(("A", "-1.5"), ("B", "2000000000")),
    chart(*((f"Xã {number}", "0") for number in range(36))),
)


def everything(skeleton: bytes) -> bytes:
    """Return a report with every kind of block."""
    grid = table(HEADS, (1, 4, 3), head_rows=2)
    narrow = table(" | ".join(["=123.456.789.012"] * 9), (1,) * 9)
    body = [
        paragraph(style, "x ", figure("12"), Note(" (thiếu)"), comment="Nguồn: J20")
        for style in Style
        if style not in (Style.TABLE, Style.CHART, Style.APPENDIX)
    ]
    appendix = Appendix((paragraph(Style.APPENDIX, "PHỤ LỤC"), paragraph(Style.APPENDIX, "(Kèm theo)")), grid)
    made = report(*body, grid, *CHARTS, narrow, appendices=(appendix, appendix))
    return write_report(replace(made, notice="Tạm tính, 5/6 đơn vị."), skeleton, DAY)


@pytest.mark.parametrize("is_clean", [False, True])
def test_every_part_obeys_the_schemas(is_clean: bool, skeleton: bytes) -> None:  # noqa: FBT001 - both are tested
    content = clean(everything(skeleton)) if is_clean else everything(skeleton)

    assert auditing.faults_of(content, "docx") == []


def test_the_skeleton_itself_obeys_the_schemas(skeleton: bytes) -> None:
    assert auditing.faults_of(skeleton, "docx") == []


def test_a_report_in_a_skeleton_without_headers_obeys_the_schemas(skeleton: bytes) -> None:
    parts = {name: part for name, part in unpack(skeleton).items() if "header" not in name}
    for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<[^<>]*(?:headerReference|/header\"|header-)[^<>]*/>", b"", parts[name])

    assert auditing.faults_of(everything(pack(parts)), "docx") == []


BROKEN = {
    "an element that is none": (b"<w:body>", b"<w:body><w:bogus/>"),
    "two elements in the wrong order": (b"<w:keepNext/><w:spacing", b"<w:spacing/><w:keepNext/><w:spacing"),
    "a relationship that leads nowhere": (b'r:id="rId4"', b'r:id="rId404"'),
    "a value that is none": (b'w:val="center"', b'w:val="somewhere"'),
    "a table without a grid": (b"<w:tblGrid>", b"<w:tblPrEx>"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_broken_on_purpose_is_found(broken: str, skeleton: bytes) -> None:
    sound, spoilt = BROKEN[broken]
    parts = dict(unpack(everything(skeleton)))
    assert sound in parts["word/document.xml"]

    parts["word/document.xml"] = parts["word/document.xml"].replace(sound, spoilt, 1)

    if broken == "a table without a grid":
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:tblGrid>", b"</w:tblPrEx>", 1)
    assert len(auditing.faults_of(pack(parts), "docx")) >= 1


@pytest.mark.parametrize("is_clean", [False, True])
def test_every_relationship_has_its_part_and_every_part_its_type(is_clean: bool, skeleton: bytes) -> None:  # noqa: FBT001 - both are tested
    parts = unpack(clean(everything(skeleton)) if is_clean else everything(skeleton))
    types = etree.fromstring(parts["[Content_Types].xml"])
    typed = {entry.get("PartName", "").lstrip("/") for entry in types if entry.get("PartName")}
    endings = {entry.get("Extension") for entry in types if entry.get("Extension")}
    targets = {
        posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(name)), entry.get("Target", "")))
        for name in parts
        if name.endswith(".rels")
        for entry in etree.fromstring(parts[name])
    }

    contents = {name for name in parts if name != "[Content_Types].xml" and ".rels" not in name}
    assert targets == contents
    assert typed == {name for name in contents if not name.endswith(".xlsx")}
    assert endings == {"rels", "xml", "xlsx"}


def test_numbers_that_must_differ_do(skeleton: bytes) -> None:
    parts = unpack(everything(skeleton))
    text = etree.fromstring(parts["word/document.xml"])
    word = text.nsmap["w"]

    controls = [element.get(f"{{{word}}}val") for element in text.iter(f"{{{word}}}id")]
    drawings = [element.get("id") for element in text.iter("{*}docPr")]
    comments = [element.get(f"{{{word}}}id") for element in etree.fromstring(parts["word/comments.xml"])]
    assert [len(set(numbers)) for numbers in (controls, drawings, comments)] == [
        len(controls),
        len(CHARTS),
        len(comments),
    ]


def test_every_cell_ends_with_a_paragraph_and_every_row_fills_the_grid(skeleton: bytes) -> None:
    text = etree.fromstring(unpack(everything(skeleton))["word/document.xml"])
    w = f"{{{text.nsmap['w']}}}"

    assert {cell[-1].tag for cell in text.iter(f"{w}tc")} == {f"{w}p"}
    for made in text.iter(f"{w}tbl"):
        columns = len(list(made.iter(f"{w}gridCol")))
        spans = [
            sum(int(span.get(f"{w}val", "")) for span in row.iter(f"{w}gridSpan"))
            + sum(cell.find(f"{w}tcPr/{w}gridSpan") is None for cell in row.iter(f"{w}tc"))
            for row in made.iter(f"{w}tr")
        ]
        assert spans == [columns] * len(spans)
