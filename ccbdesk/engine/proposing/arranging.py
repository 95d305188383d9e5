"""What a table is. This module holds the choice between figures, matrix and list, and of the columns that count."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.proposing.heads import Head, HeadColumn, beyond_period
from ccbdesk.engine.proposing.lines import Columns, is_measure_in_column, label_columns, last_row_of
from ccbdesk.engine.proposing.pages import Page, address
from ccbdesk.model.form import SheetKind
from ccbdesk.model.grid import column_letters
from ccbdesk.model.proposal import About, Certainty, Remark
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.office_tables import (
    LIST_OPENINGS,
    PART_OPENINGS,
    PLAN_WORDS,
    RESULTS,
    TOTAL_LABELS,
    WORDY_OPENINGS,
    Role,
)

_OPENINGS = tuple(map(folded, PART_OPENINGS))
_SIDE_ROLES = {Role.NUMBER, Role.CODE, Role.MEASURE, Role.NOTE, Role.EARLIER}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A table's kind, its rows, and its columns: what lines are known by, where figures stand, plans, earlier ones."""

    kind: SheetKind
    rows: range
    columns: Columns
    data: tuple[HeadColumn, ...]
    plan: int | None = None
    earlier: int | None = None
    remarks: tuple[Remark, ...] = ()


def arrange(page: Page, head: Head, limit: int) -> Arrangement | None:
    """Return what the table under a head is, down to row ``limit`` at most; None where nothing is to be filled in."""
    labels = label_columns(page, head)
    last = last_row_of(page, head, limit)
    rows = range(head.body, last + 1)
    number = next((column.column for column in head.having(Role.NUMBER)), None)
    if _is_list(page, head, labels, rows):
        return _list(page, head, rows, Columns(labels, (), number))
    measure = _measure_column(page, head, labels, rows)
    rest = tuple(
        column for column in head.columns if column.column not in {*labels, measure} and column.role not in _SIDE_ROLES
    )
    return _table(page, head, rows, Columns(labels, (), number, measure), rest)


def _is_list(page: Page, head: Head, labels: tuple[int, ...], rows: range) -> bool:
    """Tell whether every row of a table is for the unit to name: none is named yet, or the heading asks for names."""
    heading = next(column for column in head.columns if column.column == labels[0])
    if heading.role is None and folded(heading.path[-1]).startswith(LIST_OPENINGS):
        return True
    return len(head.columns) > 2 and not any(
        isinstance(page.own(row, column), str) and page.key(row, column) not in TOTAL_LABELS
        for row in rows
        for column in labels
        if page.home(row, column).column >= labels[0]
    )


def _list(page: Page, head: Head, rows: range, columns: Columns) -> Arrangement:
    total = next((row for row in rows if is_total_row(page, head, row)), None)
    rows = range(rows.start, total if total is not None else rows.stop)
    data = tuple(column for column in head.columns if column.role is not Role.NUMBER)
    return Arrangement(SheetKind.LIST, rows, columns, data)


def is_total_row(page: Page, head: Head, row: int) -> bool:
    """Tell whether the first words in a row call it a total."""
    keys = (
        page.key(row, column) for column in range(head.left, head.right + 1) if page.content(row, column) is not None
    )
    return next((key for key in keys if key and not key.isdigit()), "") in TOTAL_LABELS


def _measure_column(page: Page, head: Head, labels: tuple[int, ...], rows: range) -> int | None:
    named = head.having(Role.MEASURE)
    if named:
        return named[0].column
    unnamed = (column.column for column in head.columns if column.role is None and column.column not in labels)
    return next((column for column in unnamed if is_measure_in_column(page, column, rows)), None)


def _table(page: Page, head: Head, rows: range, columns: Columns, rest: tuple[HeadColumn, ...]) -> Arrangement | None:
    plans, shares = _with(rest, Role.PLAN), _with(rest, Role.SHARE)
    wordy = tuple(column for column in rest if column.role is None and _is_wordy(column))
    if _has_one_result(rest):
        # A heading of results says that a line has one figure: what nobody knows beside it is another thing.
        unknown = _with(rest, None)
        plans = plans or tuple(column for column in unknown if _is_like_plan(column))
        wordy = tuple(column for column in unknown if column not in plans)
    figures = tuple(column for column in rest if column not in (*plans, *shares, *wordy))
    if not figures and wordy:
        figures, wordy = wordy[:1], wordy[1:]
    kept, dropped = _latest(page, rows, figures or shares[:1])
    if not kept:
        return None
    remarks = [*_find_left(page, head, kept, dropped), *_find_unused(head, wordy)]
    if len(kept) == 1:
        latest_plan = _latest(page, rows, plans)[0][-1:]
        remarks += [
            *_find_unused(head, tuple(c for c in plans if c not in latest_plan)),
            *_find_shares(page, head, rows, shares, kept),
        ]
        plan = latest_plan[0].column if latest_plan else None
        return Arrangement(SheetKind.FIGURES, rows, _over(columns, kept), kept, plan, _earlier(head), tuple(remarks))
    typed = tuple(c for c in shares if not _has_formulas(page, rows, c.column))
    remarks += _find_shares(page, head, rows, tuple(c for c in shares if c not in typed), ())
    remarks += _find_suspicious(page, head, (*kept, *typed, *plans))
    data = tuple(sorted({*kept, *typed, *plans}, key=lambda column: column.column))
    return Arrangement(SheetKind.MATRIX, rows, _over(columns, data), data, None, _earlier(head), tuple(remarks))


def _has_one_result(columns: tuple[HeadColumn, ...]) -> bool:
    """Tell whether results are among the columns, and no part of them has a column of its own."""
    are_parts = any(folded(words).startswith(_OPENINGS) for column in columns for words in column.path)
    return not are_parts and any(column.role is Role.FIGURE and _is_result(column) for column in columns)


def _is_like_plan(column: HeadColumn) -> bool:
    words = f" {folded(column.title)} "
    return any(f" {word} " in words for word in PLAN_WORDS)


def _over(columns: Columns, data: tuple[HeadColumn, ...]) -> Columns:
    return Columns(columns.labels, tuple(column.column for column in data), columns.number, columns.measure)


def _with(columns: tuple[HeadColumn, ...], role: Role | None) -> tuple[HeadColumn, ...]:
    return tuple(column for column in columns if column.role is role)


def _earlier(head: Head) -> int | None:
    return next((column.column for column in head.having(Role.EARLIER)), None)


def _is_wordy(column: HeadColumn) -> bool:
    return f"{folded(column.path[-1])} ".startswith(WORDY_OPENINGS)


def _latest(
    page: Page, rows: range, columns: tuple[HeadColumn, ...]
) -> tuple[tuple[HeadColumn, ...], tuple[HeadColumn, ...]]:
    """Of columns that differ only in their period keep the last; return what is kept and what is not.

    Where the template computes the last one, the others are what units fill in, and all are kept."""
    last = {_beyond_period(column): column for column in columns}
    computed = {key for key, column in last.items() if _has_formulas(page, rows[:1], column.column)}
    kept = tuple(
        column
        for column in columns
        if last[key := _beyond_period(column)] is column or (key in computed and column.is_period)
    )
    return kept, tuple(column for column in columns if column not in kept)


def _beyond_period(column: HeadColumn) -> tuple[str, ...]:
    said = tuple(folded(words) for part in column.path if (words := beyond_period(part)))
    return said[:-1] if column.role is Role.FIGURE and said and said[-1] in RESULTS else said


def _find_left(
    page: Page, head: Head, kept: tuple[HeadColumn, ...], dropped: tuple[HeadColumn, ...]
) -> Iterator[Remark]:
    if dropped:
        others = "; ".join(f"{column_letters(c.column)} “{c.title}”" for c in dropped)
        yield Remark(
            About.FIGURE_COLUMN,
            Certainty.DOUBTFUL,
            page.name,
            address(head.top, kept[-1].column),
            kept[-1].title,
            others,
        )


def _find_suspicious(page: Page, head: Head, columns: tuple[HeadColumn, ...]) -> Iterator[Remark]:
    """Yield the columns of a matrix whose headings are rather those of a table with one figure a line."""
    for column in columns:
        if column.role in {Role.PLAN, Role.SHARE} or (column.role is Role.FIGURE and _is_result(column)):
            cell = address(head.top, column.column)
            yield Remark(About.MATRIX_COLUMN, Certainty.DOUBTFUL, page.name, cell, column.title)


def _is_result(column: HeadColumn) -> bool:
    return any(folded(beyond_period(part)) in RESULTS for part in column.path)


def _find_unused(head: Head, columns: tuple[HeadColumn, ...]) -> Iterator[Remark]:
    for column in columns:
        yield Remark(About.COLUMN_LEFT, Certainty.DOUBTFUL, "", address(head.top, column.column), column.title)


def _find_shares(
    page: Page, head: Head, rows: range, shares: tuple[HeadColumn, ...], kept: tuple[HeadColumn, ...]
) -> Iterator[Remark]:
    for column in shares:
        if column in kept:
            continue
        certainty = Certainty.SURE if _has_formulas(page, rows, column.column) else Certainty.LIKELY
        yield Remark(About.COLUMN_COMPUTED, certainty, page.name, address(head.top, column.column), column.title)


def _has_formulas(page: Page, rows: range, column: int) -> bool:
    return any(page.formula(row, column) is not None for row in rows)
