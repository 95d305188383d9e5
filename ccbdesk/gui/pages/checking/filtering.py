"""Which findings are listed. This module holds the filters with their counts, the search, and the groups by unit."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from itertools import groupby

from ccbdesk.gui.pages.marks import TONES
from ccbdesk.gui.widgets.findings_list import Entry, Group
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.desk import FindingPicture
from ccbdesk.vietnamese.folding import folded


class Filter(Enum):
    """A chip above the list: its words, and which findings it lets through. Notes are in none but their own."""

    ALL = "Tất cả"
    ERRORS = "Lỗi"
    WARNINGS = "Cần xem"
    DONE = "Xong"
    NOTES = "Nhắc"


_LETS: dict[Filter, Callable[[FindingPicture], bool]] = {
    Filter.ALL: lambda each: each.mark in (Mark.ERROR, Mark.WARNING),
    Filter.ERRORS: lambda each: each.mark is Mark.ERROR,
    Filter.WARNINGS: lambda each: each.mark is Mark.WARNING,
    Filter.DONE: lambda each: each.is_settled,
    Filter.NOTES: lambda each: each.mark is Mark.NOTE,
}
_LEVELS = {Mark.ERROR: "Lỗi phải sửa", Mark.WARNING: "Cần xem", Mark.NOTE: "Nhắc"}
_OF_NOBODY = "Chưa rõ của đơn vị nào"


def count(findings: Iterable[FindingPicture], chosen: Filter) -> int:
    """Return how many findings a filter lets through."""
    return sum(_LETS[chosen](each) for each in findings)


def listed(findings: Iterable[FindingPicture], chosen: Filter, words: str) -> tuple[FindingPicture, ...]:
    """Return the findings that a filter lets through and in which every word searched for stands, marks aside."""
    wanted = folded(words).split()
    return tuple(each for each in findings if _LETS[chosen](each) and _holds(each, wanted))


def grouped(findings: Sequence[FindingPicture]) -> tuple[Group, ...]:
    """Return findings under the names of their units, as they come."""
    groups = groupby(findings, key=lambda each: each.unit_name or _OF_NOBODY)
    return tuple(Group(name, tuple(_entry(each) for each in found)) for name, found in groups)


def _entry(finding: FindingPicture) -> Entry:
    level = "Đã chấp nhận" if finding.is_settled else _LEVELS[finding.level]
    note = " · ".join(part for part in (level, finding.place) if part)
    return Entry(finding.id, TONES[finding.level], finding.title, note, finding.is_settled)


def _holds(finding: FindingPicture, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    searched = _searched(finding)
    return all(word in searched for word in wanted)


def _searched(finding: FindingPicture) -> str:
    """Return all that can be searched, folded part by part: names and titles come again and again."""
    parts = (finding.unit_name, finding.title, finding.place, finding.figure_name, finding.seen, finding.sentence)
    return " ".join(map(folded, parts))
