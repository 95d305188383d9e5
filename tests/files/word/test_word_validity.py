"""Written reports against the schemas' order of children, for Word calls a file damaged whose elements stand otherwise.

The order is that of ECMA-376 (transitional) for every element that the program writes itself."""

import posixpath
from collections.abc import Iterator

import pytest
from lxml import etree
from word_drawing import DAY, chart, figure, paragraph, report, table

from ccbdesk.files.word.cleaning import clean
from ccbdesk.files.word.markup import Element, parse
from ccbdesk.files.word.packing import unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Note

_SHAPE, _TEXT = "spPr", "txPr"
_LABEL_SHOWN = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize"

ORDER = {
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr shd tabs spacing ind jc outlineLvl rPr sectPr defRPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color spacing sz szCs shd lang",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "sdt": "sdtPr sdtContent",
    "sdtPr": "rPr alias tag id lock showingPlcHdr text",
    "comment": "p",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "ser": "idx order tx spPr invertIfNegative dPt dLbls cat val",
    "dLbls": f"numFmt {_SHAPE} {_TEXT} dLblPos {_LABEL_SHOWN} separator",
    "strRef": "f strCache",
    "numRef": "f numCache",
    "strCache": "ptCount pt",
    "numCache": "formatCode ptCount pt",
    "catAx": f"axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos {_SHAPE} {_TEXT} "
    "crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": f"axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos {_SHAPE} {_TEXT} "
    "crossAx crosses crossBetween majorUnit",
    "scaling": "logBase orientation max min",
    "txPr": "bodyPr lstStyle p",
    "defRPr": "ln solidFill latin ea cs",
}
"""The children an element may have in our files, in the schema's order."""

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
    return write_report(report(*body, grid, *CHARTS, narrow, appendices=(appendix, appendix)), skeleton, DAY)


def find_misplaced(element: Element) -> Iterator[str]:
    """Yield what stands in an element though it may not, or not there."""
    allowed = ORDER.get(etree.QName(element).localname)
    names = [etree.QName(child).localname for child in element]
    if allowed is not None and len(element):
        order = allowed.split()
        unknown = [name for name in names if name not in order]
        places = [order.index(name) for name in names if name in order]
        if unknown or places != sorted(places):
            yield f"{etree.QName(element).localname}: {' '.join(names)}"


@pytest.mark.parametrize("is_clean", [False, True])
def test_children_stand_in_the_order_of_the_schemas(is_clean: bool, skeleton: bytes) -> None:  # noqa: FBT001 - both are tested
    content = clean(everything(skeleton)) if is_clean else everything(skeleton)

    misplaced = {
        f"{name} {found}"
        for name, part in unpack(content).items()
        if name.endswith(".xml") and name.startswith("word/")
        for element in parse(part).iter()
        for found in find_misplaced(element)
    }
    assert misplaced == set()


def test_a_misplaced_child_is_found() -> None:
    assert list(find_misplaced(etree.fromstring("<tcPr><vAlign/><tcW/></tcPr>"))) == ["tcPr: vAlign tcW"]


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
