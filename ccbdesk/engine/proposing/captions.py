"""What stands above a table. This module holds the cells of unit and period, and the measure in the corner."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.proposing.measures import measure_captioned
from ccbdesk.engine.proposing.pages import Page, address
from ccbdesk.model.layout import Place
from ccbdesk.model.proposal import Certainty
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.office_tables import TITLE_OPENINGS
from ccbdesk.vietnamese.vocabulary.returns import CAPTION_ALIASES, PERIOD_PHRASES, Caption

_CAPTIONED = re.compile(r"^(?P<caption>[^:：]{2,40})[:：](?P<rest>.*)$")
_TO_FILL_IN = re.compile(r"[.…_\s]*")


@dataclass(frozen=True, slots=True)
class Captioned:
    """A cell to write into, how sure it is, the caption seen, and words that would be lost by writing."""

    cell: str = ""
    certainty: Certainty = Certainty.UNKNOWN
    seen: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class Above:
    """What was found above a table: the cells of unit and period, the corner's measure, and a period within a title."""

    unit: Captioned
    period: Captioned
    measure: str = ""
    measure_cell: str = ""
    title: str = ""
    period_in_title: Captioned = Captioned()


def look_above(page: Page, rows: range) -> Above:
    """Return what stands in these rows above a table."""
    words = {
        place: page.text(*place)
        for place in sorted(page.cells)
        if place.row in rows and isinstance(page.cells[place].content, str)
    }
    corners = [(place, measure_captioned(text)) for place, text in words.items()]
    corner = next(((place, measure) for place, measure in corners if measure), None)
    return Above(
        unit=_captioned(page, words, Caption.UNIT),
        period=_period(page, words),
        measure=corner[1] if corner else "",
        measure_cell=address(*corner[0]) if corner else "",
        title=_title(page, words),
        period_in_title=next(_find_titles_with_period(words), Captioned()),
    )


def _captioned(page: Page, words: Mapping[Place, str], caption: Caption) -> Captioned:
    names = {folded(name) for name in (caption.value, *CAPTION_ALIASES[caption])}
    for place, text in words.items():
        found = _CAPTIONED.match(text)
        if found and folded(found["caption"]) in names:
            return _to_write(page, place, text, found["rest"])
        if folded(text) in names:
            return _to_write(page, place, text, "")
    return Captioned()


def _to_write(page: Page, place: Place, text: str, rest: str) -> Captioned:
    """Return the caption's own cell where it leaves room for the answer, else the cell to the right of it."""
    if rest.strip():
        return Captioned(address(*place), Certainty.SURE, text)
    right = page.area(*place).right + 1
    spread = (column for column in range(right, page.last_column + 1) if _opens_area(page, place.row, column))
    column = next(spread, right)
    held = page.text(place.row, column)
    if held and not is_left_blank(held):
        return Captioned(address(place.row, column), Certainty.UNKNOWN, text, held)
    is_room = _opens_area(page, place.row, column) or page.is_framed(place.row, column)
    return Captioned(address(place.row, column), Certainty.SURE if is_room else Certainty.LIKELY, text)


def _opens_area(page: Page, row: int, column: int) -> bool:
    area = page.area(row, column)
    return area.left == column and area.right > column


def _period(page: Page, words: Mapping[Place, str]) -> Captioned:
    captioned = _captioned(page, words, Caption.PERIOD)
    if captioned.held and _is_period(captioned.held):
        return Captioned(captioned.cell, Certainty.LIKELY, captioned.seen)
    if captioned.cell and not captioned.held:
        return captioned
    for place, text in words.items():
        if _is_period(text):
            return Captioned(address(*place), Certainty.LIKELY, text)
    return Captioned()


def _is_period(text: str) -> bool:
    return any(re.fullmatch(pattern, folded(text)) for pattern, _ in PERIOD_PHRASES)


def _find_titles_with_period(words: Mapping[Place, str]) -> Iterator[Captioned]:
    for place, text in words.items():
        if any(re.search(pattern, folded(text)) for pattern, span in PERIOD_PHRASES if span):
            yield Captioned(address(*place), Certainty.UNKNOWN, text)


def _is_caption(text: str) -> bool:
    found = _CAPTIONED.match(text)
    names = {folded(name) for caption in Caption for name in (caption.value, *CAPTION_ALIASES[caption])}
    return bool(measure_captioned(text)) or (found is not None and folded(found["caption"]) in names)


def _title(page: Page, words: Mapping[Place, str]) -> str:
    """Return the words that look most like a title: bold or in capitals, and long."""
    candidates = [
        (
            4 * folded(text).startswith(TITLE_OPENINGS) + page.is_bold(*place) + 2 * (text.upper() == text),
            -place.row,
            text,
        )
        for place, text in words.items()
        if len(text) > 12 and not _is_caption(text) and not text.startswith("(")
    ]
    best = max(candidates, default=None)
    return "" if best is None else tidy(best[2])


def is_left_blank(text: str) -> bool:
    """Tell whether words are nothing but dots to write upon."""
    return bool(_TO_FILL_IN.fullmatch(text))
