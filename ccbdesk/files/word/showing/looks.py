"""Formats of Word. This module holds how a look is worked out from defaults, styles and what stands directly."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from ccbdesk.files.word.markup import Element, w
from ccbdesk.model.paper import Edge, Edges, Lettering, LineRule, Setting, Side

Facts = Mapping[str, Any]
"""What an element says of a format: values by the names of the fields of Lettering or Setting."""

_SIDES = {
    "left": Side.LEFT, "start": Side.LEFT, "center": Side.CENTRE, "right": Side.RIGHT, "end": Side.RIGHT,
    "both": Side.BOTH, "distribute": Side.BOTH,
}  # fmt: skip
_RULES = {"auto": LineRule.TIMES, "atLeast": LineRule.AT_LEAST, "exact": LineRule.EXACTLY}
_MARKERS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip
_FLAGS = {"b": "is_bold", "i": "is_italic", "strike": "is_struck", "caps": "is_capital", "smallCaps": "is_capital"}
_KEEPS = {
    "keepNext": "keeps_next", "keepLines": "keeps_lines", "pageBreakBefore": "breaks_page",
    "widowControl": "keeps_pairs", "contextualSpacing": "is_snug",
}  # fmt: skip
_NO_LINE = ("nil", "none")
_LARGEST = 20 * 1638  # Word writes no larger letters


class Looks:
    """The formats of a document: its defaults and its styles, each worked out once."""

    def __init__(self, styles: Element | None, fonts: Mapping[str, str]) -> None:
        """Read the styles of a document, which may have none; ``fonts`` are those its theme names."""
        found = [] if styles is None else list(styles.iter(w("style")))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._usual = {
            style.get(w("type"), ""): style.get(w("styleId"), "") for style in found if style.get(w("default")) == "1"
        }
        self._fonts = fonts
        defaults = None if styles is None else styles.find(w("docDefaults"))
        self._letters = self._lettering_in(_inside(defaults, "rPrDefault", "rPr"))
        self._place = setting_in(_inside(defaults, "pPrDefault", "pPr"))
        self.lettering = cache(self._lettering)
        self.setting = cache(self._setting)

    def style_of_table(self, style: str) -> tuple[Element, ...]:
        """Return the tblPr of a table's style and of those it is based on, the most general first."""
        return tuple(self._chain(style or self._usual.get("table", ""), "tblPr"))

    def look(self, base: Lettering, properties: Element | None) -> Lettering:
        """Return the look of a run: what is around it, its character style, and what it says itself."""
        if properties is None:
            return base
        facts: dict[str, Any] = {}
        style = properties.find(w("rStyle"))
        if style is not None:
            for each in self._chain(style.get(w("val"), ""), "rPr"):
                facts |= self._lettering_in(each)
        return replace(base, **(facts | dict(self._lettering_in(properties))))

    def stand(self, base: Setting, properties: Element | None) -> Setting:
        """Return the setting of a paragraph in a style, with what it says itself."""
        return base if properties is None else replace(base, **setting_in(properties))

    def style_of_paragraph(self, properties: Element | None) -> str:
        """Return the id of a paragraph's style."""
        named = None if properties is None else properties.find(w("pStyle"))
        return self._usual.get("paragraph", "") if named is None else named.get(w("val"), "")

    def _lettering(self, style: str) -> Lettering:
        """Return the letters of a paragraph style."""
        facts = dict(self._letters)
        for each in self._chain(style, "rPr"):
            facts |= self._lettering_in(each)
        return Lettering(**({"size": 200} | facts))  # what Word takes where nothing is said

    def _setting(self, style: str) -> Setting:
        """Return how a paragraph of a style stands."""
        facts = dict(self._place)
        for each in self._chain(style, "pPr"):
            facts |= setting_in(each)
        return Setting(**(facts | {"style": style}))

    def _chain(self, style: str, name: str) -> Iterator[Element]:
        chain: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:  # a ring of styles ends where it began
            seen.add(style)
            element = self._styles[style]
            chain += element.findall(w(name))
            based = element.find(w("basedOn"))
            style = "" if based is None else based.get(w("val"), "")
        return reversed(chain)

    def _lettering_in(self, properties: Element | None) -> Facts:
        found: dict[str, Any] = {}
        for child in [] if properties is None else properties:
            name = str(child.tag).rpartition("}")[2]
            if name in _FLAGS:
                found[_FLAGS[name]] = is_on(child)
            elif name == "rFonts":
                family = self._family(child)
                found |= {"family": family} if family else {}
            elif name in _LETTERS:
                found |= _LETTERS[name](child.get(w("val"), ""), child)
        return found

    def _family(self, fonts: Element) -> str:
        theme = fonts.get(w("asciiTheme"), "")
        return self._fonts.get(theme[:5], "") if theme else fonts.get(w("ascii"), "")


def _shaded(_: str, element: Element) -> Facts:
    return {"shade": shade_of(element)}


_LETTERS: Mapping[str, Callable[[str, Element], Facts]] = {
    "sz": lambda value, _: {"size": min(number(value) * 10 or 200, _LARGEST)},
    "u": lambda value, _: {"is_underlined": value not in ("none", "")},
    "color": lambda value, _: {"colour": colour_of(value)},
    "shd": _shaded,
    "highlight": lambda value, _: {"shade": _MARKERS.get(value, "")},
    "vertAlign": lambda value, _: {"raised": {"superscript": 1, "subscript": -1}.get(value, 0)},
    "spacing": lambda value, _: {"spread": number(value)},
}


def setting_in(properties: Element | None) -> Facts:
    """Return what a pPr says of how a paragraph stands."""
    found: dict[str, Any] = {}
    for child in [] if properties is None else properties:
        name = str(child.tag).rpartition("}")[2]
        if name in _KEEPS:
            found[_KEEPS[name]] = is_on(child)
        elif name in _PLACES:
            found |= _PLACES[name](child)
    return found


def _spacing(element: Element) -> Facts:
    found: dict[str, Any] = {
        name: number(element.get(w(name), "")) for name in ("before", "after", "line") if element.get(w(name))
    }
    if "line" in found:
        found["rule"] = _RULES.get(element.get(w("lineRule"), "auto"), LineRule.TIMES)
    return found


def _indents(element: Element) -> Facts:
    found: dict[str, Any] = {}
    for name, field in (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right")):
        if element.get(w(name)):
            found[field] = number(element.get(w(name), ""))
    if element.get(w("hanging")):
        found["first"] = -number(element.get(w("hanging"), ""))
    elif element.get(w("firstLine")):
        found["first"] = number(element.get(w("firstLine"), ""))
    return found


def _stops(element: Element) -> Facts:
    stops = (number(stop.get(w("pos"), "")) for stop in element if stop.get(w("val")) != "clear")
    return {"stops": tuple(sorted(stops))}


_PLACES: Mapping[str, Callable[[Element], Facts]] = {
    "spacing": _spacing,
    "ind": _indents,
    "tabs": _stops,
    "jc": lambda element: {"side": side_of(element)},
    "shd": lambda element: {"shade": shade_of(element)},
    "pBdr": lambda element: {"edges": edges_of(element)},
}


def side_of(element: Element) -> Side:
    """Return where a jc puts words or a table."""
    return _SIDES.get(element.get(w("val"), ""), Side.LEFT)


def edges_of(borders: Element) -> Edges:
    """Return the lines around something."""
    return Edges(
        edge_of(borders, "top"),
        edge_of(borders, "left", "start"),
        edge_of(borders, "bottom"),
        edge_of(borders, "right", "end"),
    )


def edge_of(borders: Element, *names: str) -> Edge:
    """Return one of some lines, by whichever of its names it has; none where it is not there."""
    for name in names:
        found = borders.find(w(name))
        if found is not None and found.get(w("val"), "none") not in _NO_LINE:
            thickness = number(found.get(w("sz"), "4")) * 20 // 8  # in eighths of a point
            return Edge(max(thickness, 5), colour_of(found.get(w("color"), "")), number(found.get(w("space"), "")) * 20)
    return Edge()


def shade_of(element: Element) -> str:
    """Return the colour behind something."""
    return colour_of(element.get(w("fill"), ""))


def colour_of(value: str) -> str:
    """Return a colour as six digits; empty where it is left to whoever shows it."""
    is_colour = len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value)
    return value.upper() if is_colour else ""


def is_on(element: Element) -> bool:
    """Tell whether a property that needs no value is set."""
    return element.get(w("val"), "1") not in ("0", "false", "off", "none")


def number(value: str) -> int:
    """Return a length as a whole number; 0 where it is none."""
    try:
        return round(float(value.removesuffix("pt")) * (20 if value.endswith("pt") else 1))
    except (ValueError, OverflowError):
        return 0


def _inside(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = None if element is None else element.find(w(name))
    return element
