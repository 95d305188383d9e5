"""The lines of a table. This module holds what each line beneath a head is: a figure, a section, a group, a total."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from ccbdesk.engine.proposing.heads import Head
from ccbdesk.engine.proposing.measures import Split, is_ditto, is_measure, split_measure_off
from ccbdesk.engine.proposing.pages import Page
from ccbdesk.model.proposal import Certainty
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.office_tables import (
    DAY_OF_SIGNING,
    END_OPENINGS,
    PART_OPENINGS,
    TOTAL_LABELS,
    WORDY_OPENINGS,
    Role,
)


class LineKind(Enum):
    """What a line is."""

    FIGURE = "figure"
    SECTION = "section"
    GROUP = "group"  # “Trong đó:” and the like, nothing to fill in
    TOTAL = "total"  # called nothing but a total


class Level(Enum):
    """How deep a way of numbering stands, least first."""

    LETTER = 0
    ROMAN = 1
    NUMBER = 2
    SMALL = 10
    WORDS = 15
    DASH = 20
    PLUS = 21


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what its lines are known by, and where figures are typed."""

    labels: tuple[int, ...]
    data: tuple[int, ...]
    number: int | None = None
    measure: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``label`` without number, dash, “trong đó” and measure; ``depth`` orders lines from wholes to parts.

    ``opens_dashes``: it reads “Trong đó: - …”, so the dashes after it stand beside it."""

    row: int
    column: int
    label: str
    shown: str
    number: str = ""
    measure: str = ""
    is_measure_known: bool = True
    depth: tuple[int, int] = (0, 0)
    level: Level | None = None
    is_part: bool = False
    opens_dashes: bool = False
    kind: LineKind = LineKind.FIGURE
    certainty: Certainty = Certainty.SURE


_ROMAN = re.compile(r"[IVX]{1,6}")
_LEADING = re.compile(
    r"^(?P<number>(?:[IVX]{1,6}|[A-HK]|\d{1,2}(?:\.\d{1,2})*|[a-hk])(?=[.)\-/]\s*\D)[.)\-/]*)\s*(?P<rest>.+)$",
    re.DOTALL,
)
_BULLET = re.compile(r"^(?P<bullet>[-–—+•*·]+)\s*(?P<rest>.*)$", re.DOTALL)
_PART = re.compile(
    rf"^(?P<opening>{'|'.join(PART_OPENINGS)})\s*(?P<colon>[:：,]?)\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_OPENINGS = frozenset(map(folded, PART_OPENINGS))


def read_lines(page: Page, columns: Columns, rows: range) -> tuple[Line, ...]:
    """Return the lines of a table that say something, in their order."""
    read = tuple(line for row in rows if (line := _read_line(page, columns, row)))
    return tuple(_sorted_out(page, columns, read))


def last_row_of(page: Page, head: Head, limit: int) -> int:
    """Return the last row of the table under a head: before a signature, a remark or a gap of two rows."""
    last, gap = head.body - 1, 0
    for row in range(head.body, limit + 1):
        if _ends_table(page, head, row):
            break
        is_framed = any(page.is_framed(row, column) for column in range(head.left, head.right + 1))
        if page.is_empty_row(row, head.left, head.right) and not is_framed:
            gap += 1
            if gap > 1:
                break
            continue
        last, gap = row, 0
    return last


def _ends_table(page: Page, head: Head, row: int) -> bool:
    keys = [page.key(row, column) for column in range(head.left, head.right + 1) if page.own(row, column) is not None]
    first = next((key for key in keys if key), "")
    is_numbered = any(re.fullmatch(r"\d+(?: \d+)*", key) for key in keys)
    texts = [page.text(row, column).casefold() for column in range(head.left, head.right + 1)]
    if any(re.search(DAY_OF_SIGNING, text) for text in texts):
        return True
    return not is_numbered and any(first == end or first.startswith(f"{end} ") for end in END_OPENINGS)


def _read_line(page: Page, columns: Columns, row: int) -> Line | None:
    column = _label_column_in(page, columns, row)
    if column is None:
        return None
    is_beside_part = any(_is_opening(page.text(row, other)) for other in columns.labels if other < column)
    is_beside = page.home(row, column).column == column != columns.number
    number = _number_of(page, columns, row) if is_beside else ""
    shown = page.text(row, column)
    words, level, opens_dashes = shown, _level_of(number), False
    if found := _LEADING.match(words):
        inner = _level_of(found["number"])
        if not number or number == found["number"]:
            number, level = number or found["number"].rstrip(".)-/"), level or inner
        words = found["rest"]
    if found := _BULLET.match(words):
        level = level or (Level.PLUS if found["bullet"] == "+" else Level.DASH)
        words = found["rest"]
    opening = _PART.match(words)
    if opening and (opening["colon"] or len(opening["rest"].split()) <= 8):
        words = opening["rest"]
        if level is None and (found := _BULLET.match(words)):
            words, opens_dashes = found["rest"], True
    split = split_measure_off(tidy(words), is_expected=columns.measure is None)
    indent = page.indent(row, column) + max(0, column - columns.labels[0])
    return Line(
        row=row,
        column=column,
        label=split.words.rstrip(" :;,."),
        shown=shown,
        number=number,
        measure=_measure_of(page, columns, row, split),
        is_measure_known=split.is_known,
        depth=_depth(level, number, indent),
        level=level,
        is_part=bool(opening) or is_beside_part,
        opens_dashes=opens_dashes,
    )


def _label_column_in(page: Page, columns: Columns, row: int) -> int | None:
    """Return the column in which a row's label stands, or over which it is spread from the left.

    “Cộng” may stand where the other rows have their numbers."""
    own = next((column for column in reversed(columns.labels) if isinstance(page.own(row, column), str)), None)
    home = page.home(row, columns.labels[0])
    is_spread = home.row == row and home.column < columns.labels[0] and isinstance(page.own(*home), str)
    if own is None and is_spread:
        return columns.labels[0]
    is_total = columns.number is not None and page.key(row, columns.number) in TOTAL_LABELS
    return columns.number if own is None and is_total else own


def _is_opening(words: str) -> bool:
    return folded(words) in _OPENINGS


def _depth(level: Level | None, number: str, indent: int) -> tuple[int, int]:
    """Return how deep a line stands; what numbers say goes before what indents say."""
    match level:
        case None:
            return -1, indent
        case Level.DASH | Level.PLUS:
            return level.value, indent
        case _:
            return level.value + number.count("."), 0


def _number_of(page: Page, columns: Columns, row: int) -> str:
    if columns.number is None:
        return ""
    return page.text(row, columns.number).strip(" .()-/") if page.own(row, columns.number) is not None else ""


def _level_of(number: str) -> Level | None:
    bare = number.strip(" .()-/")
    if _ROMAN.fullmatch(bare):
        return Level.ROMAN
    if re.fullmatch(r"[A-Z]", bare):
        return Level.LETTER
    if re.fullmatch(r"\d+(?:\.\d+)*", bare):
        return Level.NUMBER
    return Level.SMALL if re.fullmatch(r"[a-zđ]", bare) else None


def _measure_of(page: Page, columns: Columns, row: int, split: Split) -> str:
    is_own = columns.measure is not None and page.home(row, columns.measure).column == columns.measure
    stated = page.text(row, columns.measure) if is_own and columns.measure is not None else ""
    above = row - 1
    is_as_above = is_ditto(stated)
    while columns.measure is not None and is_as_above and above > 0 and (not stated or is_ditto(stated)):
        stated, above = page.text(above, columns.measure), above - 1
    return stated if stated and not is_ditto(stated) and stated not in {"-", "–"} else split.measure


# -- what each line is ------------------------------------------------------------------------------------------------


def _sorted_out(page: Page, columns: Columns, lines: tuple[Line, ...]) -> Iterator[Line]:
    is_measured = sum(bool(line.measure) for line in lines) * 2 > len(lines)
    has_numbers = any(line.level for line in lines)
    deepest, is_within, beside_dashes = (Level.NUMBER.value, 0), False, False
    for place, line in enumerate(lines):
        kind, certainty = _kind_of(page, columns, lines, place, is_measured=is_measured)
        if line.level is not None and line.level.value < Level.SMALL.value:
            deepest, is_within, beside_dashes = line.depth, False, False
        if line.level is Level.DASH and beside_dashes:
            line = replace(line, depth=(Level.WORDS.value, 0))  # noqa: PLW2901 - the line as it is read on
        beside_dashes = beside_dashes or line.opens_dashes
        if line.level is None:
            is_deeper = line.is_part or is_within or (has_numbers and line.depth[1] > deepest[1])
            depth = _unnumbered(line, deepest, is_deeper=is_deeper, has_numbers=has_numbers)
            line = replace(line, depth=depth)  # noqa: PLW2901 - the line as it is read on
        if kind is LineKind.GROUP:
            is_within = True
        if kind is LineKind.SECTION:
            deepest, is_within = (line.depth[0], line.depth[1]), False
        yield replace(line, kind=kind, certainty=certainty)


def _unnumbered(line: Line, anchor: tuple[int, int], *, is_deeper: bool, has_numbers: bool) -> tuple[int, int]:
    if is_deeper:
        return (Level.WORDS.value, line.depth[1])
    return anchor if has_numbers else (Level.NUMBER.value, line.depth[1])


def _kind_of(
    page: Page, columns: Columns, lines: tuple[Line, ...], place: int, *, is_measured: bool
) -> tuple[LineKind, Certainty]:
    line = lines[place]
    if not line.label:
        return LineKind.GROUP, Certainty.SURE
    if folded(line.label) in TOTAL_LABELS and not line.number:
        return LineKind.TOTAL, Certainty.SURE
    if _is_filled(page, columns, line.row) or line.measure:
        return LineKind.FIGURE, Certainty.SURE
    if not _has_room(page, columns, line.row):
        return LineKind.SECTION, Certainty.SURE
    return _kind_of_blank(page, columns, lines, place, is_measured=is_measured)


def _kind_of_blank(
    page: Page, columns: Columns, lines: tuple[Line, ...], place: int, *, is_measured: bool
) -> tuple[LineKind, Certainty]:
    """Tell a section from a figure where nothing is typed yet and no measure is given."""
    line = lines[place]
    column = columns.labels[0]
    is_high = line.level in {Level.LETTER, Level.ROMAN}
    follows = lines[place + 1] if place + 1 < len(lines) else None
    has_below = (
        follows is not None
        and follows.depth != line.depth
        and (follows.level is None or follows.level is not line.level)
    )
    stands_out = page.is_bold(line.row, column) or line.label.upper() == line.label
    if f"{folded(line.label)} ".startswith(WORDY_OPENINGS) and not has_below:
        return LineKind.FIGURE, Certainty.LIKELY
    if is_high and (is_measured or stands_out):
        return LineKind.SECTION, Certainty.SURE if is_measured and stands_out else Certainty.LIKELY
    if has_below and stands_out and not line.number and line.level is None:
        return LineKind.SECTION, Certainty.LIKELY
    if is_measured and has_below and follows is not None and follows.measure:
        return LineKind.SECTION, Certainty.DOUBTFUL
    return LineKind.FIGURE, Certainty.LIKELY if not is_measured else Certainty.DOUBTFUL


def _is_filled(page: Page, columns: Columns, row: int) -> bool:
    return any(page.own(row, column) is not None or page.formula(row, column) is not None for column in columns.data)


def _has_room(page: Page, columns: Columns, row: int) -> bool:
    """Tell whether a line leaves a cell to fill in: its words are not spread over the columns of figures."""
    spread = max(page.area(row, column).right for column in columns.labels)
    return spread < min(columns.data)


def is_measure_in_column(page: Page, column: int, rows: range) -> bool:
    """Tell whether a column holds measures, whatever its heading is called."""
    said = [page.text(row, column) for row in rows if page.own(row, column) is not None]
    return len(said) >= 2 and sum(is_measure(words) for words in said) * 3 >= len(said) * 2


def label_columns(page: Page, head: Head) -> tuple[int, ...]:
    """Return the columns in which labels stand: those under one heading; else the first with words in most rows."""
    named = head.having(Role.LABEL)
    if named:
        area = page.area(head.top, named[-1].column)
        under = (column.column for column in named if area.left <= column.column <= area.right)
        return tuple(under)
    taken = {Role.NUMBER, Role.CODE, Role.MEASURE, Role.PLAN, Role.FIGURE, Role.SHARE}
    first = next((column.column for column in head.columns if column.role not in taken), head.left)
    return (first,)
