"""Drawings of Word. This module holds how pictures and charts are found behind them, and what a bar chart says."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml.etree import XMLSyntaxError

from ccbdesk.files.word.markup import Element, parse
from ccbdesk.files.word.packing import Parts, relationships_of, target_of
from ccbdesk.files.word.showing.looks import colour_of
from ccbdesk.model.paper import Diagram, Picture
from ccbdesk.vietnamese.numbers.writing import plain

_EMU = 635  # in a twip
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DECIMALS = 2
_DRAWING = "drawing"


class Drawings:
    """The pictures and charts that one part of a document shows."""

    def __init__(self, parts: Parts, name: str) -> None:
        """Know where the part's drawings lead."""
        self._parts = parts
        self._targets = targets_of(parts, name)

    def find(self, element: Element) -> Iterator[Picture | Diagram]:
        """Yield what an element of a run shows, which is nothing for most."""
        if str(element.tag).rpartition("}")[2] != _DRAWING:
            return
        for frame in element.iter(f"{_PLACED}inline", f"{_PLACED}anchor"):
            found = self._in_frame(frame)
            if found is not None:
                yield found

    def _in_frame(self, frame: Element) -> Picture | Diagram | None:
        extent, told = frame.find(f"{_PLACED}extent"), _told(frame)
        if extent is None:
            return None
        width, height = (int(extent.get(name, "0")) // _EMU for name in ("cx", "cy"))
        for blip in frame.iter(f"{_MAIN}blip"):
            content = self._part(blip.get(f"{_LINKED}embed", ""))
            return Picture(content, width, height, told) if content else None
        for chart in frame.iter(f"{_CHART}chart"):
            content = self._part(chart.get(f"{_LINKED}id", ""))
            return _diagram(content, width, height, told)
        return None

    def _part(self, id: str) -> bytes:
        return self._parts.get(self._targets.get(id, ""), b"")


def targets_of(parts: Parts, name: str) -> Mapping[str, str]:
    """Return the names of the parts that a part leads to, by the ids of the relationships."""
    holder = parts.get(relationships_of(name))
    if holder is None:
        return {}
    return {each.get("Id", ""): target_of(each, name) for each in parse(holder) if each.get("TargetMode") != "External"}


def _told(frame: Element) -> str:
    named = frame.find(f"{_PLACED}docPr")
    return "" if named is None else named.get("descr") or named.get("title") or ""


def _diagram(content: bytes, width: int, height: int, told: str) -> Diagram:
    """Return a chart of one series of bars with what it says; any other is told by its name alone."""
    try:
        bars = parse(content).find(f".//{_CHART}barChart") if content else None
    except XMLSyntaxError:
        bars = None
    series = [] if bars is None else bars.findall(f"{_CHART}ser")
    if bars is None or len(series) != 1:
        return Diagram(width, height, told)
    names = tuple(_points(series[0], "cat"))
    amounts = tuple(_amount(text) for text in _points(series[0], "val"))
    if len(names) != len(amounts):
        return Diagram(width, height, told)
    return Diagram(
        width,
        height,
        told,
        names,
        amounts,
        tuple(plain(amount) for amount in amounts),
        _value(bars, "barDir") == "bar",
        int(_value(bars, "gapWidth") or "150"),
        _colour(series[0]),
    )


def _points(series: Element, name: str) -> Iterator[str]:
    around = series.find(f"{_CHART}{name}")
    for point in [] if around is None else around.iter(f"{_CHART}pt"):
        value = point.find(f"{_CHART}v")
        yield "" if value is None else value.text or ""


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return Decimal(0)
    return round(amount, _DECIMALS) if amount != amount.to_integral_value() else amount


def _value(element: Element, name: str) -> str:
    found = element.find(f"{_CHART}{name}")
    return "" if found is None else found.get("val", "")


def _colour(series: Element) -> str:
    found = series.find(f"{_CHART}spPr/{_MAIN}solidFill/{_MAIN}srgbClr")
    return (colour_of(found.get("val", "")) if found is not None else "") or "4F7CAC"
