"""Native charts in Word. This module holds a bar chart's markup, the workbook behind it, and the drawing that shows it.

Word shows the figures kept in the chart, and opens the workbook when somebody asks to edit them; so both hold them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

from ccbdesk.files.word.attaching import NewPart, OpenPackage
from ccbdesk.files.word.markup import Element, cleaned, parse
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.model.report import Chart

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_MM = 36_000  # how many of a drawing's units
_WIDTH, _HEIGHT, _HIGHEST = 160, 70, 215  # mm
_GAP, _WIDEST_GAP = 60, 500  # in hundredths of a bar; Word allows no wider one
_MOST_UPRIGHT = 8  # more bars than these lie, or their names would be turned on end

_MOST_DECIMALS = 2

_SHEET = "Sheet1"  # Word's own name for it
_FONT = "Times New Roman"
_COLOUR, _GRID, _INK = "4F7CAC", "D9D9D9", "262626"

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def attach_chart(package: OpenPackage, document_name: str, chart: Chart, created: date) -> str:
    """Add the parts of a chart to a package and return the id by which the document knows it."""
    attached = package.attach(document_name, NewPart("chart", "charts/chart#.xml", _TYPE, _chart_part(chart)))
    workbook = NewPart("package", "embeddings/Microsoft_Excel_Sheet#.xlsx", _WORKBOOK_TYPE, _workbook(chart, created))
    package.attach(attached.name, workbook)
    return attached.id


def make_drawing(chart: Chart, relationship: str) -> Element:
    """Return the run that shows a chart, still without its number; the chart's tag is the drawing's name."""
    width, height = _WIDTH * _MM, _height(chart) * _MM
    return parse(
        f"""<w:r xmlns:w="{_WORD}"><w:drawing>
        <wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">
        <wp:extent cx="{width}" cy="{height}"/>
        <wp:docPr id="0" name={_quoted(chart.tag)} descr={_quoted(caption_of(chart))}/>
        <wp:cNvGraphicFramePr/>
        <a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">
        <c:chart xmlns:c="{_CHART}" xmlns:r="{_LINKED}" r:id="{relationship}"/>
        </a:graphicData></a:graphic>
        </wp:inline></w:drawing></w:r>""".encode()
    )


def number_drawings(document: Element) -> None:
    """Give each drawing that has no number one that no other has."""
    drawings = list(document.iter(f"{{{_PLACED}}}docPr"))
    highest = max((int(drawing.get("id", "0")) for drawing in drawings), default=0)
    for number, drawing in enumerate((drawing for drawing in drawings if drawing.get("id") == "0"), start=1):
        drawing.set("id", str(highest + number))


def caption_of(chart: Chart) -> str:
    """Return what a chart shows and in which measure, on one line; a measure in the title is not repeated."""
    measured = f"({chart.measure})"
    caption = f"{chart.title} {measured}" if chart.measure and measured not in chart.title else chart.title
    return _one_line(caption)


def _quoted(text: str) -> str:
    return quoteattr(cleaned(text))


def _lies(chart: Chart) -> bool:
    return len(chart.bars) > _MOST_UPRIGHT


def _gap(chart: Chart) -> int:
    """Return how wide the gaps are in hundredths of a bar, so that few bars are no broader than nine would be."""
    return _GAP if _lies(chart) else min(_WIDEST_GAP, max(_GAP, 900 // max(1, len(chart.bars)) - 100))


def _height(chart: Chart) -> int:
    return min(max(_HEIGHT, 12 + 11 * len(chart.bars) // 2), _HIGHEST) if _lies(chart) else _HEIGHT


def number_format(amounts: Iterable[Decimal | int]) -> str:
    """Return the number format of some amounts: dots between thousands whatever the reader's system.

    A format has room for two conditions; and amounts with decimals leave the separators to the system, for there is
    no other way to a comma that stays a comma."""
    known = tuple(map(Decimal, amounts))
    decimals = max((_decimals(amount) for amount in known), default=0)
    if decimals:
        return f"[$-42A]#,##0.{'0' * min(decimals, _MOST_DECIMALS)}"
    if any(abs(amount) >= 10**9 for amount in known):
        return r"[>=1000000000]0\.000\.000\.000;[>=1000000]0\.000\.000;0"
    if any(amount <= -1000 for amount in known):
        return r"[<=-1000]\-0\.000;[>=1000]0\.000;0"
    return r"[>=1000000]0\.000\.000;[>=1000]0\.000;0"


def _decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _workbook(chart: Chart, created: date) -> bytes:
    """Return the workbook behind a chart: the names in its first column, the figures in its second."""
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    stamp = datetime(created.year, created.month, created.day, tzinfo=UTC).replace(tzinfo=None)
    workbook.set_properties({"author": "", "created": stamp})
    sheet = workbook.add_worksheet(_SHEET)
    figures = workbook.add_format({"num_format": "#,##0.###" if _has_decimals(chart) else "#,##0"})
    sheet.set_column(0, 1, 30)
    sheet.write_string(0, 1, caption_of(chart))
    for row, bar in enumerate(chart.bars, start=1):
        sheet.write_string(row, 0, _one_line(bar.label))
        sheet.write_number(row, 1, bar.amount, figures)
    workbook.close()
    return pack(unpack(target.getvalue()))  # as every package of ours is packed


def _has_decimals(chart: Chart) -> bool:
    return any(_decimals(bar.amount) for bar in chart.bars)


def _one_line(text: str) -> str:
    return " ".join(cleaned(text).split())


def _chart_part(chart: Chart) -> bytes:
    last = len(chart.bars) + 1
    shown = _attribute(number_format(bar.amount for bar in chart.bars))
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_LINKED}"><c:date1904 val="0"/><c:lang val="vi-VN"/>\
<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>\
<c:barDir val="{"bar" if _lies(chart) else "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>\
<c:ser><c:idx val="0"/><c:order val="0"/>\
<c:tx><c:strRef><c:f>{_SHEET}!$B$1</c:f>{_text_cache([caption_of(chart)])}</c:strRef></c:tx>\
<c:spPr><a:solidFill><a:srgbClr val="{_COLOUR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>\
<c:dLbls><c:numFmt formatCode={shown} sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
{_LETTERS}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>\
<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>\
<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>{_text_cache(bar.label for bar in chart.bars)}</c:strRef></c:cat>\
<c:val><c:numRef><c:f>{_SHEET}!$B$2:$B${last}</c:f>{_number_cache(chart, shown)}</c:numRef></c:val></c:ser>\
<c:gapWidth val="{_gap(chart)}"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>\
{_axes(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>\
<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>\
<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_LETTERS}\
<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>""".encode()


def _axes(chart: Chart) -> str:
    order, names_at, figures_at = ("maxMin", "l", "b") if _lies(chart) else ("minMax", "b", "l")
    line = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_GRID}"/></a:solidFill></a:ln></c:spPr>'
    crossing = "max" if _lies(chart) else "autoZero"  # the first name is at the top, the figures still below
    return f"""<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{order}"/></c:scaling>\
<c:delete val="0"/><c:axPos val="{names_at}"/><c:numFmt formatCode="General" sourceLinked="0"/>\
<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_LETTERS}\
<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>\
<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>\
<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>{_limits(chart)}</c:scaling>\
<c:delete val="0"/><c:axPos val="{figures_at}"/><c:majorGridlines>{line}</c:majorGridlines>\
<c:numFmt formatCode={_axis_format(chart)} sourceLinked="0"/><c:majorTickMark val="none"/>\
<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_LETTERS}\
<c:crossAx val="111111111"/><c:crosses val="{crossing}"/><c:crossBetween val="between"/>{_steps(chart)}</c:valAx>"""


def _axis_format(chart: Chart) -> str:
    """Return the format of the axis, whose steps have no decimals unless the figures are small."""
    amounts = [bar.amount for bar in chart.bars]
    is_small = all(abs(amount) < 10 for amount in amounts)
    return _attribute(number_format(amounts if is_small else map(round, amounts)))


def _limits(chart: Chart) -> str:
    """Return the ends of the axis: it begins at nothing, and has a length where everything is nothing."""
    if any(bar.amount < 0 for bar in chart.bars):
        return ""
    return '<c:min val="0"/>' if any(bar.amount for bar in chart.bars) else '<c:max val="1"/><c:min val="0"/>'


def _steps(chart: Chart) -> str:
    """Return whole steps for small whole figures, which the axis would divide and then write rounded."""
    is_small = all(abs(bar.amount) < 6 for bar in chart.bars) and not _has_decimals(chart)
    return '<c:majorUnit val="1"/>' if is_small else ""


def _text_cache(texts: Iterable[str]) -> str:
    return f"<c:strCache>{_points(_one_line(text) for text in texts)}</c:strCache>"


def _number_cache(chart: Chart, shown: str) -> str:
    points = _points(f"{bar.amount:f}" for bar in chart.bars)
    return f"<c:numCache><c:formatCode>{shown[1:-1]}</c:formatCode>{points}</c:numCache>"


def _points(values: Iterable[str]) -> str:
    points = [f'<c:pt idx="{place}"><c:v>{escape(value)}</c:v></c:pt>' for place, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _attribute(text: str) -> str:
    return f'"{escape(text, {chr(34): "&quot;"})}"'


_LETTERS = (
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000" b="0">'
    f'<a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill><a:latin typeface="{_FONT}"/><a:cs typeface="{_FONT}"/>'
    '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
