"""A Word file read as a paper: every word and figure at its place, every format worked out."""

from decimal import Decimal
from pathlib import Path

import pytest
from drawn_papers import SAMPLES, document, paper, sample_report, written
from word_drawing import DAY, chart, figure, paragraph, report, table

from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.paper import (
    Diagram,
    Edge,
    Edges,
    Height,
    Lettering,
    LineRule,
    PageNumber,
    Paper,
    PaperParagraph,
    PaperTable,
    Picture,
    Setting,
    Side,
    Words,
)

LINE = Edge(10)
TIMES = Lettering("Times New Roman", 200)


def named(case: object) -> str:
    return case.name if isinstance(case, Path) else str(case)


def only(read: Paper) -> PaperParagraph:
    """Return the one paragraph of a paper."""
    (section,) = read.sections
    (block,) = section.blocks
    assert isinstance(block, PaperParagraph)
    return block


def the_table(read: Paper) -> PaperTable:
    """Return the first table of a paper."""
    return next(block for section in read.sections for block in section.blocks if isinstance(block, PaperTable))


@pytest.mark.parametrize("sample", SAMPLES, ids=named)
def test_every_word_and_every_figure_of_a_sample_report_is_there_at_its_place(sample: Path) -> None:
    content = sample_report(sample)

    read = read_paper(content)

    seen = [
        (each.text, tuple((piece.tag, piece.text) for piece in each.pieces if isinstance(piece, Words) and piece.tag))
        for each in read.paragraphs()
    ]
    assert seen == [(text, figures) for text, figures in written(content)]
    assert sum(len(figures) for _, figures in seen) > 70


def test_a_look_is_worked_out_from_defaults_styles_and_what_stands_directly() -> None:
    styles = """<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/><w:i/><w:color w:val="112233"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="C"><w:rPr><w:shd w:fill="eaf1f8"/><w:spacing w:val="-6"/></w:rPr></w:style>"""
    body = """<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/>
        <w:rFonts w:ascii="Arial"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>x</w:t></w:r></w:p>"""

    (piece,) = only(paper(body, styles)).pieces

    assert piece == Words(
        "x",
        Lettering("Arial", 280, is_bold=True, is_underlined=True, colour="112233", shade="EAF1F8", raised=1, spread=-6),
    )


def test_a_ring_of_styles_ends_where_it_began() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>"""

    read = paper('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', styles)

    assert only(read).mark == Lettering("Times New Roman", 200, is_bold=True, is_italic=True)


def test_how_a_paragraph_stands_is_worked_out_too() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:keepNext/><w:jc w:val="both"/>
        <w:spacing w:before="120" w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/></w:pPr></w:style>"""
    body = """<w:p><w:pPr><w:pStyle w:val="A"/><w:keepNext w:val="0"/><w:spacing w:line="200" w:lineRule="exact"/>
        <w:ind w:left="113" w:hanging="113"/><w:pBdr><w:top w:val="single" w:sz="6" w:color="auto"/></w:pBdr></w:pPr></w:p>"""

    assert only(paper(body, styles)).setting == Setting(
        Side.BOTH, 120, 60, 200, LineRule.EXACTLY, 113, 0, -113, style="A", edges=Edges(Edge(15))
    )


def test_what_is_hidden_or_deleted_is_not_shown_and_capitals_are() -> None:
    body = """<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>
        <w:ins><w:r><w:rPr><w:caps/></w:rPr><w:t>thêm</w:t></w:r></w:ins></w:p>"""

    assert only(paper(body)).text == "THÊM"


def test_the_number_of_a_page_is_a_piece_and_any_other_field_shows_its_result() -> None:
    def field(instruction: str, result: str) -> str:
        return f"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="end"/></w:r>"""

    body = f"""<w:p>{field("PAGE", "7")}{field("NUMPAGES", "9")}{field("DATE", "5/7")}
        <w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t>.</w:t></w:r></w:p>"""

    assert only(paper(body)).pieces == (
        PageNumber(TIMES),
        PageNumber(TIMES, is_count=True),
        Words("5/7", TIMES),
        PageNumber(TIMES),
        Words(".", TIMES),
    )


def test_figures_are_found_in_controls_around_runs_paragraphs_and_cells() -> None:
    def control(inside: str, tag: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="Tên"/><w:tag w:val="{tag}"/></w:sdtPr>'
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    run = "<w:r><w:t>1</w:t></w:r>"
    body = f"""<w:p>{control(run, "ccb:a")}{control(run, "khac")}</w:p>{control(f"<w:p>{run}</w:p>", "ccb:b")}
        <w:tbl><w:tr>{control(f"<w:tc><w:p>{run}</w:p></w:tc>", "ccb:c")}</w:tr></w:tbl>"""

    assert [(each.tag, each.title) for each in paper(body).figures()] == [
        ("ccb:a", "Tên"),
        ("ccb:b", "Tên"),
        ("ccb:c", "Tên"),
    ]


def test_cells_know_their_columns_their_lines_and_what_they_cover() -> None:
    body = """<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/>
        </w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="600"/><w:gridCol w:w="700"/></w:tblGrid>
        <w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>
        <w:tc><w:tcPr><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p/></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/><w:shd w:fill="F2F2F2"/></w:tcPr><w:p/></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>
        <w:tc><w:tcPr><w:tcBorders><w:top w:val="nil"/></w:tcBorders></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"""

    read = the_table(paper(body))

    assert read.columns == (500, 600, 700)
    assert [(row.is_head, row.is_whole) for row in read.rows] == [(True, True), (False, False)]
    assert [
        [(cell.column, cell.across, cell.down, cell.shade, cell.stands, cell.edges.top) for cell in row.cells]
        for row in read.rows
    ] == [
        [(0, 1, 2, "", Height.MIDDLE, LINE), (1, 2, 1, "F2F2F2", Height.TOP, LINE)],
        [(1, 1, 1, "", Height.TOP, LINE), (2, 1, 1, "", Height.TOP, Edge())],
    ]


def test_sections_have_their_pages_their_headers_and_their_numbers() -> None:
    body = """<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>
        <w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="100"/>
        <w:titlePg/></w:sectPr></w:pPr></w:p>
        <w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgNumType w:start="1"/></w:sectPr>"""

    first, second = paper(body, header="<w:p><w:r><w:t>trên</w:t></w:r></w:p>").sections

    assert (first.shape.left, first.shape.text_width, first.starts_at) == (1801, 9084, 0)
    assert (second.shape.width, second.starts_at) == (16838, 1)
    above = [
        [block.text for block in each if isinstance(block, PaperParagraph)]
        for each in (first.above.usual, second.above.first)
    ]
    assert (above, first.above.first) == ([["trên"], ["trên"]], ())


def test_a_chart_of_the_report_says_its_bars(skeleton: bytes) -> None:
    drawn = report(chart(("Sông Trầm", "1234"), ("Núi Voi", "2.5")))

    read = read_paper(write_report(drawn, skeleton, DAY))

    (found,) = (piece for each in read.paragraphs() for piece in each.pieces if isinstance(piece, Diagram))
    assert (found.names, found.amounts, found.written, found.is_lying, found.told) == (
        ("Sông Trầm", "Núi Voi"),
        (Decimal(1234), Decimal("2.5")),
        ("1.234", "2,5"),
        False,
        "Ngày công (ngày)",
    )


def test_a_report_of_ours_is_read_with_the_look_of_its_skeleton(skeleton: bytes) -> None:
    drawn = report(
        paragraph(Style.TITLE, "BÁO CÁO"),
        paragraph(Style.BODY, "Đã góp ", figure("164.799"), " công."),
        table("*Đơn vị|*Số\nSông Trầm|=12", (3, 1)),
    )

    read = read_paper(write_report(drawn, skeleton, DAY))

    title, body = (next(each for each in read.paragraphs() if start in each.text) for start in ("BÁO CÁO", "Đã góp"))
    assert (title.setting.side, title.mark.is_bold) == (Side.CENTRE, True)
    assert (body.setting.first, body.setting.line, body.mark.size) == (720, 264, 280)
    assert [each.text for each in read.figures()] == ["164.799", "12"]
    assert {each.look.shade for each in read.figures()} == {"EAF1F8"}


def test_a_picture_comes_with_its_bytes_and_its_size() -> None:
    drawing = """<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
        <wp:extent cx="635000" cy="317500"/><wp:docPr id="1" name="x" descr="Dấu"/><a:blip r:embed="rId5"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r></w:p>"""

    assert only(read_paper(document(drawing, media={"word/media/a.png": b"png"}))).pieces == (
        Picture(b"png", 1000, 500, "Dấu"),
    )


@pytest.mark.parametrize("content", [b"", b"PK", document("<w:p>")])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"package|markup|document"):
        read_paper(content)
