"""The heads of tables. This module holds how a head is found, how many rows it has, and what its columns hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.proposing.pages import Page
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.office_tables import (
    EARLIER_WORDS,
    LIST_OPENINGS,
    PERIOD_WORDS,
    ROLES,
    SHARE_SIGN,
    Role,
)

_MOST_HEAD_ROWS = 5
_INDEX = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})\)?(?:\s*=.*)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = re.compile(r"\([^)]*\)")
_WORDS_OF_TABLES = (Role.LABEL, Role.MEASURE, Role.PLAN, Role.FIGURE, Role.SHARE, Role.EARLIER, Role.NOTE)


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column of a table: the words over it from the top down, and what they say it holds.

    ``is_period``: its last words say nothing but a period, such as “6 tháng” or “Cả năm”."""

    column: int
    path: tuple[str, ...]
    role: Role | None
    is_period: bool = False

    @property
    def title(self) -> str:
        """The words over the column in one line."""
        return " – ".join(self.path)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its rows, the first row beneath it, and its columns from left to right."""

    top: int
    bottom: int
    body: int
    columns: tuple[HeadColumn, ...]
    sums: tuple[str, ...] = ()

    def having(self, role: Role) -> tuple[HeadColumn, ...]:
        """Return the columns of a role."""
        return tuple(column for column in self.columns if column.role is role)

    @property
    def left(self) -> int:
        """The first column."""
        return self.columns[0].column

    @property
    def right(self) -> int:
        """The last column."""
        return self.columns[-1].column


def find_heads(page: Page) -> tuple[Head, ...]:
    """Return the heads on a sheet from the top down."""
    heads: list[Head] = []
    row = 1
    while row <= page.last_row:
        head = _head_at(page, row)
        if head is not None and heads and heads[0].having(Role.NUMBER) and not head.having(Role.NUMBER):
            head = None  # a line of the table above, whose words happen to be those of headings
        if head is not None:
            heads.append(head)
        row = head.body if head else row + 1
    return tuple(heads)


def role_of(words: str) -> Role | None:
    """Return what a heading says its column holds; words about the period do not count."""
    key = folded(_ASIDE.sub(" ", words)) or folded(words)
    if key in ROLES:
        return ROLES[key]
    left = folded(beyond_period(_ASIDE.sub(" ", words)))
    if EARLIER_WORDS & set(left.split()):
        return Role.EARLIER
    return ROLES.get(left, Role.SHARE if SHARE_SIGN in words else None)


def beyond_period(words: str) -> str:
    """Return the words of a heading that say more than which period is meant."""
    said = re.findall(r"[\w%]+", tidy(words).casefold())
    return " ".join(word for word in said if word not in PERIOD_WORDS and not _YEAR.fullmatch(word))


def _head_at(page: Page, row: int) -> Head | None:
    if not _is_head_row(page, row):
        return None
    bottom = _bottom(page, row)
    columns = _without_strays(page, row, tuple(_columns(page, row, bottom)))
    if len(columns) < 2:
        return None
    body = bottom + 1
    sums: tuple[str, ...] = ()
    if _is_index_row(page, body, columns):
        sums = tuple(page.text(body, column.column) for column in columns)
        body += 1
    return Head(row, bottom, body, columns, sums)


def _is_head_row(page: Page, row: int) -> bool:
    """Tell whether a row begins a head: numbers and something else, or two columns known by their words."""
    words = [
        (column, page.text(row, column))
        for column in range(1, page.last_column + 1)
        if page.home(row, column).row == row and page.own(row, column) is not None
    ]
    roles = [role_of(text) for _, text in words]
    named = [role for role in roles if role in _WORDS_OF_TABLES]
    if any(_is_number(text) for _, text in words):
        return False
    opens = any(folded(text).startswith(LIST_OPENINGS) for _, text in words)
    if Role.NUMBER in roles:
        return len(words) >= 2
    return len(words) >= 2 and (
        len(set(named)) >= 2 or (Role.LABEL in roles and len(words) >= 3) or (opens and len(words) >= 3)
    )


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:[.,]\d+)*", text)) and not _YEAR.fullmatch(text)


def _bottom(page: Page, top: int) -> int:
    """Return the last row of a head: as far down as its cells are merged, or as words stand under merged ones."""
    merged = [
        page.area(top, column).bottom
        for column in range(1, page.last_column + 1)
        if page.content(top, column) is not None
    ]
    bottom = min(max(merged, default=top), top + _MOST_HEAD_ROWS - 1)
    while bottom < top + _MOST_HEAD_ROWS - 1 and _goes_on(page, top, bottom + 1):
        bottom += 1
    return bottom


def _goes_on(page: Page, top: int, row: int) -> bool:
    """Tell whether a row under the head still belongs to it: words only under headings that span several columns."""
    filled = {column for column in range(1, page.last_column + 1) if page.own(row, column) is not None}
    texts = [page.text(row, column) for column in filled]
    if not filled or any(map(_is_number, texts)) or all(_INDEX.fullmatch(text) for text in texts):
        return False
    spanned = {
        column
        for column in range(1, page.last_column + 1)
        if (area := page.area(top, column)).right > area.left and page.content(top, column) is not None
    }
    return filled <= spanned or filled <= _spanned_unmerged(page, top)


def _spanned_unmerged(page: Page, top: int) -> set[int]:
    """Return the columns of headings with empty framed cells to their right, which span them without being merged."""
    empty = {
        column
        for column in range(2, page.last_column + 1)
        if page.content(top, column) is None and page.is_framed(top, column)
    }
    return empty | {column - 1 for column in empty}


def _columns(page: Page, top: int, bottom: int) -> Iterator[HeadColumn]:
    above = ""
    for column in range(1, page.last_column + 1):
        path: list[str] = []
        for row in range(top, bottom + 1):
            words = page.text(row, column)
            if words and (not path or page.home(row, column) != page.home(row - 1, column)):
                path.append(words)
        above = page.text(top, column) or above
        if path and page.content(top, column) is None:
            path = [above, *path]
        if path:
            yield HeadColumn(column, tuple(path), _role(path), is_period=_is_period(path[-1]))


def _without_strays(page: Page, top: int, columns: tuple[HeadColumn, ...]) -> tuple[HeadColumn, ...]:
    """Return the columns up to a gap behind which no heading is known: what stands there is beside the table."""
    for place in range(1, len(columns)):
        gap = columns[place - 1].column + 1
        is_gap = columns[place].column > gap and not page.is_framed(top, gap)
        if is_gap and place >= 2 and all(column.role is None for column in columns[place:]):
            return columns[:place]
    return columns


def _role(path: list[str]) -> Role | None:
    """Return the role told by the lowest words, or by those over them where they tell more: a share, another year."""
    roles = [role_of(words) for words in path]
    for role in (Role.SHARE, Role.EARLIER):
        if role in roles:
            return role
    if roles[-1] is not None or len(path) == 1:
        return roles[-1]
    return roles[-2] if _is_period(path[-1]) and roles[-2] is not Role.NUMBER else None


def _is_period(words: str) -> bool:
    return bool(folded(words)) and not beyond_period(words)


def _is_index_row(page: Page, row: int, columns: tuple[HeadColumn, ...]) -> bool:
    """Tell whether a row under a head numbers its columns: A, B, 1, 2 … or (1), (2), (3)=(1)+(2)."""
    texts = [page.text(row, column.column) for column in columns]
    said = [text for text in texts if text]
    return (
        len(said) >= max(2, len(texts) - 1)
        and all(_INDEX.fullmatch(text) for text in said)
        and len(set(said)) == len(said)
    )
