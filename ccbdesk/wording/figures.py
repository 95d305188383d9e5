"""Figures in Vietnamese. This module holds how any value, its exactness and the coverage of a total are written."""

from collections.abc import Sequence
from typing import assert_never

from ccbdesk.model.consolidation import Coverage
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value
from ccbdesk.vietnamese.numbers.writing import written, written_day
from ccbdesk.wording.listing import listed

NOT_APPLICABLE = "x"
"""What stands, on screen and paper, where a unit has no such task."""

_MOST_NAMES = 8

_QUALIFIERS = {
    Exactness.EXACT: "",
    Exactness.OVER: "trên",
    Exactness.MORE_THAN: "hơn",
    Exactness.NEARLY: "gần",
    Exactness.ABOUT: "khoảng",
    Exactness.ESTIMATED: "ước",
    Exactness.AT_LEAST: "từ",
}
_IN_A_WORD = {Exactness.EXACT: "đúng", Exactness.AT_LEAST: "trở lên"}
_BLANKS = {Kind.TEXT: "chưa có nội dung", Kind.DAY: "chưa có ngày"}


def written_value(value: Value, indicator: Indicator, ways: tuple[Way, ...] = ()) -> str:
    """Return any value of an indicator as the clerk reads it; without ``ways`` it is written as the form says."""
    match value:
        case Number() | Ratio():
            return written(value, ways or indicator.ways, indicator.kind, indicator.measure)
        case Text():
            return value.words
        case Day():
            return written_day(value.day)
        case Blank():
            return _BLANKS.get(indicator.kind, "chưa có số")
        case NotApplicable():
            return NOT_APPLICABLE
        case Unreadable():
            return f"không đọc được “{value.shown}”"
        case _:
            assert_never(value)


def qualifier(exactness: Exactness) -> str:
    """Return the word before a figure that is not exact, as units write it; empty for an exact one."""
    return _QUALIFIERS[exactness]


def reported_as(exactness: Exactness) -> str:
    """Return how exact a figure is in one word, wherever it stands in a sentence: “đúng”, “trên”, “trở lên”."""
    return _IN_A_WORD.get(exactness) or qualifier(exactness)


def written_coverage(coverage: Coverage) -> str:
    """Return of how many units a total is made, such as “5/6 đơn vị”."""
    return f"{coverage.counted}/{coverage.expected} đơn vị"


def incomplete(coverage: Coverage, names: Sequence[str], left_out: str = "") -> str:
    """Return what an incomplete total lacks: of how many units it is made, and of whom there is no figure yet.

    ``left_out`` names those that are not to be in it, each with the reason."""
    lacking = f"chưa có số của {listed(_cut(names))}" if names else ""
    made_of = f"{'mới có' if names else 'có'} {written_coverage(coverage)}" if coverage.expected else ""
    without = f"không tính {left_out}" if left_out else ""
    return "; ".join(part for part in (made_of, lacking, without) if part)


def _cut(names: Sequence[str]) -> Sequence[str]:
    return names if len(names) <= _MOST_NAMES else (*names[:_MOST_NAMES], f"{len(names) - _MOST_NAMES} đơn vị khác")
