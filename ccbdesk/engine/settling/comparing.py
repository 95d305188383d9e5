"""Comparing versions. This module holds what changed between two files of one unit: in its cells, in what was found."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.comparison import Change, ComparedCell, Comparison, FigureSpot, RowSpot
from ccbdesk.model.finding import Finding, RuleFailed
from ccbdesk.model.form import Form
from ccbdesk.model.origin import IndicatorCode, Reading, cell_of
from ccbdesk.model.question import DoubtfulRow, Question
from ccbdesk.model.submission import ListCell, Submission
from ccbdesk.model.value import Blank
from ccbdesk.vietnamese.folding import tidy

_Cell = Reading | ListCell


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a unit's return, and all that was found in and asked about it."""

    submission: Submission
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()


def compare(form: Form, older: Version, newer: Version) -> Comparison:
    """Return what a newer version of a unit's return has changed.

    Compared is what the files hold: of a figure that was put right, what was received."""
    asked = _Asked(
        frozenset(_find_asked_figures(form, older)),
        frozenset(_find_asked_cells(older)),
    )
    findings = (_of_unit(older), _of_unit(newer))
    return Comparison(
        newer.submission.unit,
        older.submission.receipt,
        newer.submission.receipt,
        tuple(_find_cells(form, older.submission.as_received, newer.submission.as_received, asked)),
        tuple(_without(findings[0], findings[1])),
        tuple(_with(findings[1], findings[0])),
        tuple(_without(findings[1], findings[0])),
    )


# -- cells ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """What findings, questions and corrections were about: figures, and cells by sheet and address."""

    figures: frozenset[IndicatorCode]
    cells: frozenset[tuple[str, str]]

    def knows(self, spot: FigureSpot | RowSpot, cell: _Cell | None) -> bool:
        if isinstance(spot, FigureSpot) and not spot.is_plan and spot.indicator in self.figures:
            return True
        origin = cell_of(cell.origin) if cell else None
        return origin is not None and (origin.sheet, origin.cell) in self.cells


def _find_asked_figures(form: Form, version: Version) -> Iterator[IndicatorCode]:
    unit = version.submission.unit
    yield from (reading.indicator for reading in version.submission.readings if reading.correction)
    for finding in version.findings:
        if finding.where.unit == unit:
            if finding.where.indicator:
                yield finding.where.indicator
            if isinstance(finding, RuleFailed):
                yield from _find_reported(form, (reference.indicator for reference, _ in finding.values))
    for question in version.questions:
        if question.where.unit == unit:
            if question.where.indicator:
                yield question.where.indicator
            if isinstance(question, DoubtfulRow):
                yield from question.candidates


def _find_asked_cells(version: Version) -> Iterator[tuple[str, str]]:
    yield from ((each.where.sheet, each.where.cell) for each in (*version.findings, *version.questions))
    for reading in (*version.submission.readings, *version.submission.plans):
        cell = cell_of(reading.origin) if reading.correction else None
        if cell:
            yield cell.sheet, cell.cell
    for row in (*version.submission.rows, *version.submission.taken_out):
        for each in row.cells:
            found = cell_of(each.origin) if row.by_hand or each.reading.correction else None
            if found:
                yield found.sheet, found.cell


def _find_reported(form: Form, codes: Iterable[IndicatorCode]) -> Iterator[IndicatorCode]:
    """Yield the figures themselves, and of what is computed the figures it comes down to."""
    for code in codes:
        formula = form.indicator(code).formula
        if formula is None:
            yield code
        else:
            yield from _find_reported(form, (reference.indicator for reference in references(formula)))


def _find_cells(form: Form, older: Submission, newer: Submission, asked: _Asked) -> Iterator[ComparedCell]:
    for indicator in form.asked_of(form.unit(newer.unit)):
        if indicator.is_of_list:
            continue  # its rows are compared themselves
        code = indicator.code
        figures = older.reading(code), newer.reading(code)
        plans = older.plan(code), newer.plan(code)
        for is_plan, (old, new) in enumerate((figures, plans)):
            yield from _compared(FigureSpot(code, bool(is_plan)), _filled(old), _filled(new), asked)
    yield from _find_row_cells(form, older, newer, asked)


def _find_row_cells(form: Form, older: Submission, newer: Submission, asked: _Asked) -> Iterator[ComparedCell]:
    rows = {(row.sheet, row.key): row for each in (older, newer) for row in each.rows}
    before, after = ({(row.sheet, row.key): row for row in each.rows} for each in (older, newer))
    for key, row in rows.items():
        for column in form.columns_of(row.sheet):
            old, new = (version[key].cell(column.code) if key in version else None for version in (before, after))
            spot = RowSpot(row.sheet, row.key, column.code, row.name)
            yield from _compared(spot, old, new, asked)


def _filled(reading: Reading | None) -> Reading | None:
    """Return a reading; None where nothing stands in the cell."""
    return None if reading is None or (isinstance(reading.value, Blank) and not tidy(reading.as_typed)) else reading


def _compared(
    spot: FigureSpot | RowSpot, old: _Cell | None, new: _Cell | None, asked: _Asked
) -> Iterator[ComparedCell]:
    change = _change(old, new)
    if change is not None:
        yield ComparedCell(spot, change, old, new, asked.knows(spot, old))


def _change(old: _Cell | None, new: _Cell | None) -> Change | None:
    """Other words for the same value are no change; None where nothing stands in either version."""
    if old is None or new is None:
        return Change.GONE if old else Change.NEW if new else None
    is_same = old.value == new.value or tidy(old.as_typed) == tidy(new.as_typed)
    return Change.UNCHANGED if is_same else Change.CHANGED


# -- findings ------------------------------------------------------------------------------------------------------


def _of_unit(version: Version) -> tuple[Finding, ...]:
    unit = version.submission.unit
    return tuple(finding for finding in version.findings if finding.where.unit == unit)


def _identity(finding: Finding) -> Hashable:
    """The same finding: the same thing found in the same figure; of what is about no figure, on the same sheet."""
    where = finding.where
    return finding.code, where.indicator, "" if where.indicator else where.sheet


def _without(findings: Iterable[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that the others have no match for; each matches one."""
    left = Counter(_identity(other) for other in others)
    for finding in findings:
        if left[_identity(finding)]:
            left[_identity(finding)] -= 1
        else:
            yield finding


def _with(findings: Iterable[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    left = Counter(_identity(other) for other in others)
    for finding in findings:
        if left[_identity(finding)]:
            left[_identity(finding)] -= 1
            yield finding
