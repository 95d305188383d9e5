"""The drafted report. This module holds its paragraphs, whose figures know their totals; files only write them."""

from dataclasses import dataclass

from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A live figure: what is shown, the expression it is the value of, and the control's tag and title.

    ``is_gap``: a part of it is missing, so it is highlighted; ``totals`` are the indicators it stands on."""

    shown: str
    expression: Expression
    tag: str
    title: str
    totals: tuple[IndicatorCode, ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small words behind a figure that say what is missing from it."""

    text: str


Run = Phrase | Figure | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``place`` is the cell of the sheet Câu mẫu that it was drafted from."""

    style: Style
    runs: tuple[Run, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was not printed because a figure it cannot do without is zero, or its condition does not hold."""

    place: str
    indicators: tuple[IndicatorCode, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure of the report from which units are missing."""

    place: str
    indicator: IndicatorCode
    missing: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The report's paragraphs in order, what was dropped, what is incomplete, and what it was made from."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    gaps: tuple[Gap, ...]
    basis: Basis
