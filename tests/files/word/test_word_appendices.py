"""Appendices: landscape pages behind the signature, numbered from 1, with the headers of the report."""

from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree
from word_drawing import DAY, document, figure, paragraph, report, table

from ccbdesk.files.word.markup import text_of, w
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.reading import read_figures
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix

TITLE = (
    paragraph(Style.APPENDIX, "PHỤ LỤC"),
    paragraph(Style.APPENDIX, "TỔNG HỢP"),
    paragraph(Style.APPENDIX, "(Kèm theo Báo cáo số 05)"),
)
ONE = Appendix(TITLE, table("| *TT | *Đơn vị | *Số liệu |\n| 1 | Xã A | =12 |", (1, 4, 3)))
BODY = paragraph(Style.BODY, "Hết ", figure("30"), ".")


def test_a_report_without_appendices_is_one_section(skeleton: bytes) -> None:
    assert len(docx.Document(BytesIO(write_report(report(BODY), skeleton, DAY))).sections) == 1


def test_each_appendix_is_a_landscape_section_numbered_from_1(skeleton: bytes) -> None:
    written = docx.Document(BytesIO(write_report(report(BODY, appendices=(ONE, ONE)), skeleton, DAY)))

    def of(length: int | None) -> int:
        return round((length or 0) / Mm(1))

    sections = [
        (
            section.orientation,
            [of(section.page_width), of(section.page_height)],
            [
                of(side)
                for side in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
            ],
            [start.get(w("start")) for start in section._sectPr.iter(w("pgNumType"))],  # noqa: SLF001 - python-docx cannot say
            [part.text for part in section.header._element.iter(w("instrText"))],  # noqa: SLF001 - the only way to a field
        )
        for section in written.sections
    ]
    lying = (WD_ORIENT.LANDSCAPE, [297, 210], [20, 20, 30, 18], ["1"], [" PAGE "])
    assert sections == [(WD_ORIENT.PORTRAIT, [210, 297], [20, 20, 30, 18], ["1"], [" PAGE "]), lying, lying]


def test_titles_are_bold_and_the_line_in_brackets_is_in_italics(skeleton: bytes) -> None:
    written = docx.Document(BytesIO(write_report(report(BODY, appendices=(ONE,)), skeleton, DAY)))

    titles = [(part.text, part.style.name if part.style else "") for part in written.paragraphs[-5:]]
    assert titles == [
        ("", "Normal"),  # the end of the report's section
        ("PHỤ LỤC", "BC Phụ lục"),
        ("TỔNG HỢP", "BC Phụ lục"),
        ("(Kèm theo Báo cáo số 05)", "BC Kèm theo"),
        ("", "Normal"),
    ]
    assert (written.styles["BC Phụ lục"].base_style.font.bold, written.styles["BC Kèm theo"].font.italic) == (
        True,
        True,
    )


def test_the_table_is_as_wide_as_the_landscape_page_allows_and_its_figures_live(skeleton: bytes) -> None:
    content = write_report(report(BODY, appendices=(ONE,)), skeleton, DAY)

    last = document(content)[0].findall(w("tbl"))[-1]
    grid = [int(column.get(w("w"), "")) for column in last.iter(w("gridCol"))]
    assert (sum(grid), text_of(last)) == (16838 - 1701 - 1021, "TTĐơn vịSố liệu1Xã A12")
    assert [text for _, _, text in read_figures(content)] == ["30", "12"]


def test_a_skeleton_without_a_section_gets_a4(skeleton: bytes) -> None:
    parts = unpack(skeleton)
    root = etree.fromstring(parts["word/document.xml"])
    for section in list(root.iter(w("sectPr"))):
        root[0].remove(section)
    bare = pack({**parts, "word/document.xml": etree.tostring(root)})

    written = docx.Document(BytesIO(write_report(report(BODY, appendices=(ONE,)), bare, DAY)))

    pages = [(section.page_width, section.page_height) for section in written.sections]
    assert [(round((a or 0) / Mm(1)), round((b or 0) / Mm(1))) for a, b in pages] == [(210, 297), (297, 210)]
